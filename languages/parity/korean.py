"""What a Korean text states: dates, periods, shares, and numbers with their units."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, cast

from languages.parity import numerals
from languages.parity.draft import (
    NAMED_DAY,
    Draft,
    Place,
    add_named_day,
    add_relative,
    day_value,
    full_year,
    period_value,
    plain,
)
from languages.parity.kinds import Qualifier
from languages.parity.numerals import Numeral, times
from languages.parity.quantities import MEASURED, Written, add_quantity
from languages.parity.ratios import add_clock, add_pair, add_power, add_share
from languages.parity.units import KOREAN, OPEN, Measure, longest

_WEEKDAY = r"(?: ?\([월화수목금토일](?:요일)?\))?"
_TO = r" ?(?:~|-|부터|에서) ?"
_YEAR = r"(?:(?P<y>[0-9]{4}|'?[0-9]{2})년(?:도)? ?)?"
_PART = r"(?: ?(?P<part>초순|초|상순|중순|중반|하순|말|연말|연초)(?![가-힣]*(?:등|월)))?"

_REPORT_DATE = re.compile(
    r"(?<![0-9.])'?(?P<y>[0-9]{4}|[0-9]{2})(?P<sign>\.|-|/) ?(?P<m>0?[1-9]|1[0-2])(?P=sign) ?(?P<d>[0-3]?[0-9])(?![0-9])(?:\.(?![0-9]))?"
    + _WEEKDAY
    + r"(?: ?~ ?(?:(?:(?P<y2>[0-9]{4}|'[0-9]{2})\. ?)?(?P<m2>[0-9]{1,2})[./] ?)?(?P<d2>[0-9]{1,2})(?![0-9])\.?"
    + _WEEKDAY
    + r")?"
)
_REPORT_RANGE = re.compile(
    r"(?<![0-9.,])(?P<m>[0-9]{1,2})[./](?P<d>[0-9]{1,2})\.?"
    + _WEEKDAY
    + r" ?[~-] ?(?:(?P<m2>[0-9]{1,2})[./])?(?P<d2>[0-9]{1,2})\.?(?![0-9]|\.[0-9])"
    + _WEEKDAY
    + r"(?! ?(?:%|배|조|억|만|개|명|도|시|℃|㎞|km|㎡|원|달러|톤|점|위|천|백|m|kg))"
)
_REPORT_DAY = re.compile(
    r"(?<![0-9.])(?P<m>[0-9]{1,2})[./](?P<d>[0-9]{1,2})\.? ?\([월화수목금토일](?:요일)?\)"
)
_REPORT_MONTH = re.compile(r"(?<![0-9.])'(?P<y>[0-9]{2})\. ?(?P<m>0?[1-9]|1[0-2])(?:월|\.?(?![0-9]))")
_DATE = re.compile(
    r"(?<![0-9.])"
    + _YEAR
    + r"(?P<m>[0-9]{1,2})월 ?(?P<d>[0-9]{1,2})일(?!간)"
    + _WEEKDAY
    + r"(?:"
    + _TO
    + r"(?:(?P<y2>[0-9]{4})년 ?)?(?:(?P<m2>[0-9]{1,2})월 ?)?(?P<d2>[0-9]{1,2})일"
    + _WEEKDAY
    + r")?"
)
_DATE_DAYS = re.compile(
    r"(?<![0-9.])" + _YEAR + r"(?P<m>[0-9]{1,2})월 ?(?P<d>[0-9]{1,2})(?: ?[~-] ?|·)(?P<d2>[0-9]{1,2})일(?!간)"
)
_MONTH = re.compile(
    r"(?<![0-9.])"
    + _YEAR
    + r"(?P<m>1[0-2]|[1-9])(?:월)?(?: ?[~-] ?|·|월부터 |월에서 )(?P<y2>[0-9]{4}년 ?)?(?P<m2>1[0-2]|[1-9])월"
    r"|(?<![0-9.])(?:(?P<y1>[0-9]{4}|'?[0-9]{2})년(?:도)? ?)?(?P<m1>1[0-2]|0?[1-9])월(?!드)" + _PART
)
_QUARTER = re.compile(r"(?<![0-9.])" + _YEAR + r"(?P<q>[1-4])(?:(?: ?[~-] ?|·)(?P<q2>[1-4]))?(?:/4)? ?분기")
_HALF = re.compile(_YEAR + r"(?P<half>상|하)반기")
_DECADE = re.compile(
    r"(?<![0-9])(?P<y>[0-9]{3}0|[0-9]0)(?:(?:년대)?(?: ?[~-] ?|·|와 |과 )(?P<y2>[0-9]{3}0|[0-9]0))?년대"
)
_YEARS = re.compile(
    r"(?<![0-9.,'])(?P<y>(?:1[0-9]|20|21)[0-9]{2})년?(?:도)?"
    + _TO
    + r"'?(?P<y2>(?:1[0-9]|20|21)[0-9]{2}|[0-9]{2}(?=년))년?(?:도)?(?!명|개|원|대|[0-9])"
)
_YEAR_ALONE = re.compile(
    r"(?<![0-9.,])(?:(?P<y>(?:1[0-9]|20|21)[0-9]{2})년(?!간|여|이상)(?:도)?|'(?P<y2>[0-9]{2})년(?:도)?)(?: ?(?P<part>초(?!과)|초반|중반|말|연말|연초))?"
)
_DAY = re.compile(
    r"(?<![0-9.,])(?P<d>[1-9]|[12][0-9]|3[01])(?:(?: ?[~-] ?|·|일 ?~ ?|일부터 |일과 )(?P<d2>[1-9]|[12][0-9]|3[01]))?일"
    r"(?!간|째|차|정|동안|반|하|당|평균|본|회|대|상| ?(?:동안|이내|이상|이하|만에|간|안에|내|연속|연장|전에|후에|넘|가량|정도|치|분량|넘게|여))"
)
_CLOCK = re.compile(
    r"(?:(?P<part>오전|오후|새벽|아침|낮|저녁|밤) ?)?(?<![0-9:.])(?P<h>[0-9]{1,2})(?:시(?!간|즌|대|도|군|티|스|민|내|장|가|설|행|작|리|공|험)(?: ?(?P<min>[0-9]{1,2})분|(?P<half> ?반)(?![가-힣]))?|:(?P<min2>[0-5][0-9])(?![0-9:]))"
    r"(?: ?~ ?(?:(?P<part2>오전|오후|밤) ?)?(?P<h2>[0-9]{1,2})(?:시(?!간)(?: ?(?P<min3>[0-9]{1,2})분)?|:(?P<min4>[0-5][0-9])))?"
)
_POWER = re.compile(r"(?<![0-9.])(?P<base>[0-9]{1,4})의 ?(?P<exponent>[0-9]{1,3}) ?(?:제곱|승)")
_FRACTION = re.compile(r"(?<![0-9])(?P<of>[0-9]{1,6}+)분의 ?(?P<part>[0-9]{1,6})")
_FRACTION_WORDS = re.compile(r"(?P<of>삼|사|오|육|칠|팔|구|십|백)분의 ?(?P<part>일|이|삼|사|오|육|칠|팔|구)")
_AMONG = re.compile(
    r"(?<![0-9.,])(?P<of>[0-9]{1,3})(?P<counter>명|곳|개|대|가구|건|개사|채|개국|사람|번)(?:당| ?중(?:에서|에)?| ?가운데) ?(?P<part>[0-9]{1,2})(?P=counter)"
    r"|(?<![가-힣])(?P<words>넷|다섯|여섯|열|셋|둘)(?: 명| 곳| 가구)? ?(?:중|가운데) ?(?P<part2>하나|한 명|한 곳|한 가구|둘|셋|두 명)"
)
_VERSUS = re.compile(
    r"(?<![0-9.,:~])(?P<a>[0-9]{1,5}(?:\.[0-9]+)?)(?: ?(?P<sign>대|:) ?)(?P<b>[0-9]{1,5}(?:\.[0-9]+)?)(?![0-9:,%])(?=[^가-힣]|$|로|의|을|를|이|가|에|와|과|다|정도|수준|으로|까지|은|는|승|패|동)"
)
_ORDINAL = re.compile(
    r"(?<![가-힣])제 ?(?P<n>[0-9]{1,4})(?:·(?P<n2>[0-9]{1,4}))?(?![0-9,.][0-9])(?:조|항|호|차|회|국|기|대|번|권|장|절|편|부|관)?"
    r"|제(?P<n3>[0-9]{1,4})(?:조|항|호|목|장|절|편)(?:의[0-9]{1,2})?"
)
_FIVE_YEARS = re.compile(r"(?<![0-9])(?P<n>[0-9]{1,2})개년")
_ANY_NUMBER = re.compile(r"[0-9](?:[0-9.,]*)")
_MONEY_SIGN = re.compile(r"(?P<sign>US\$|HK\$|NT\$|S\$|A\$|C\$|USD|KRW|CNY|RMB|EUR|JPY|GBP|[$₩€£¥￥]) ?$")
_SIGN_UNITS: Final = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "A$": "AUD", "C$": "CAD", "$": "USD", "₩": "KRW",
    "€": "EUR", "£": "GBP", "¥": "", "￥": "", "RMB": "CNY",
}  # fmt: skip
_AND_A_HALF = re.compile(r" ?반(?![가-힣])|반(?= |의|을|이|에|동안|만|간)")
_VAGUE = re.compile(
    r"(?<![가-힣])(?P<n>한두|두세|서너|두서너|너댓|네댓|네다섯|대여섯|예닐곱|일고여덟|여덟아홉)(?= ?[가-힣])"
)
_VAGUE_NUMBERS: Final = {
    "한두": (1, 2),
    "두세": (2, 3),
    "서너": (3, 4),
    "두서너": (2, 3, 4),
    "너댓": (4, 5),
    "네댓": (4, 5),
    "네다섯": (4, 5),
    "대여섯": (5, 6),
    "예닐곱": (6, 7),
    "일고여덟": (7, 8),
    "여덟아홉": (8, 9),
}
_RANGE_SIGN = re.compile(r" ?~ ?|-| ?∼ ?")
_NATIVE = re.compile(
    r"(?<![가-힣0-9])(?P<n>" + numerals.KOREAN_NATIVE + r")(?:"
    r"(?P<odd>여)? (?P<next>[가-힣]+)"
    r"|(?P<glued>배|번째|번|가지|차례|곳|명|개|달|시간|살|해|축)(?![가-힣]{3}))"
)
_SINO = re.compile(
    r"(?<![가-힣0-9.,])(?=[일이삼사오육칠팔구십백천만억조]+(?:여)? ?[가-힣%])(?P<start>[일이삼사오육칠팔구십백천만억])"
)
_LISTED = re.compile(r"(?<![가-힣])(?P<n>첫|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)째")
_DAYS_IN_WORDS: Final = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
_SPANS: Final = {"반년": 6, "반세기": 600}
_SPAN = re.compile("(?<![가-힣])(?:" + "|".join(_SPANS) + ")")
_DAY_WORDS = re.compile("(?<![가-힣])(" + "|".join(_DAYS_IN_WORDS) + ")")
_SOFT = re.compile(
    r"(?P<noon>정오)|(?P<midnight>자정)|(?P<whole>전량|전부|모두|전액|전원|전체|전면|모든|오로지)|(?P<second>(?<![가-힣])후반(?!기))|(?P<former>(?<![가-힣])전반(?!적|기|에 걸))|(?P<half>절반|반값|과반|반토막)"
    r"|(?P<two>양국|양측|양쪽|양자|양 기관|양 부처|쌍방|한중|한일|한미|한·중|한·일|한·미|둘 다|모두 두|복수|갑절|곱절|배로|배 이상|배 가까|배 늘|배 증가|두배)"
    r"|(?P<first>첫|처음|최초|하나|단일|유일|으뜸|선두|초대|1인|홀로|독거|원톱)"
    r"|(?P<three>삼국|3국|삼자|삼각|삼면|트리플|삼성급|제삼)"
    r"|(?P<four>사방|사계절|사각|네댓)"
    r"|(?P<zero>전무|없[다는어었음이]|무료|무상|제로|영\b)"
    r"|(?P<dozen>여남은)"
)
_SOFT_NUMBERS: Final = {"two": 2, "first": 1, "three": 3, "four": 4, "zero": 0}
_RELATIVE = re.compile(
    r"(?P<year>올해|금년|지난해|작년|내년|내후년|재작년|전년|연내|이듬해|당해)|(?P<month>이달|이번 ?달|지난 ?달|다음 ?달|내달|전월|금월|당월)"
    r"|(?P<day>오늘|어제|내일|이날|당일|전날|다음 ?날|모레)"
)

_PREFIX = re.compile(
    r"(?:(?P<about>약|대략|어림잡아|줄잡아|(?<![가-힣])한(?= $)|얼추|대충)|(?P<nearly>거의)|(?P<up_to>최대|최고|최장|최다|많게는|길게는|크게는|늦어도)"
    r"|(?P<at_least>최소(?:한)?|적어도|못해도|적게는|최저|최단))(?:로|한)?(?: ?(?:시속|연간?|월|총|누적|각각?|평균|(?:1인|하루|일일|전체|건|회|가구|㎡|평)당?))? ?$"
)
_SUFFIX = re.compile(
    r"(?:[가-힣]{0,4}?(?:을|를|이|가|의|에|은|는))? ?"
    r"(?:(?P<at_least>이상|넘[가-힣]|초과|돌파|웃[도돌돈돎]|상회|뛰어넘)|(?P<under>미만|못 ?미치|밑[도돌돈]|하회|안 되는|채 안|남짓도)"
    r"|(?P<up_to>이하|이내|한도)|(?P<loose>수준|지난|지나|경과|된 |대(?=[로의에를가 .,]|$))|(?P<within>만에|안에|내에|내(?![가-힣])|동안|간(?![가-힣]))"
    r"|(?P<about>내외|안팎|가량|정도|쯤|전후)|(?P<nearly>가까이|가까운|육박|근접)|(?P<odd>남짓|여(?= |명|개|건|대)))"
)
_DATE_SUFFIX = re.compile(
    r"(?: ?(?P<about>경(?![가-힣])|께|무렵|즈음|전후)|(?: ?말| ?초)?(?P<by>까지| ?이전| ?전(?:에|까지))|(?: ?말| ?초)?(?P<after>부터| ?이후| ?이래))"
)
_PARTS: Final[dict[str, Qualifier]] = {
    "초": "early", "초순": "early", "상순": "early", "초반": "early", "연초": "early",
    "중순": "mid", "중반": "mid",
    "말": "late", "하순": "late", "연말": "late",
}  # fmt: skip


def read(draft: Draft) -> None:
    """Adds every fact of a Korean text to its draft."""
    if any(character in "0123456789" for character in draft.left):
        _read_dates(draft)
        _read_shares(draft)
        _read_numbers(draft)
    else:
        draft.read(_HALF, lambda found: _half(draft, found))
    _read_words(draft)


# --- dates ---------------------------------------------------------------------------------------


def _read_dates(draft: Draft) -> None:
    draft.read(_REPORT_DATE, lambda found: _date(draft, found))
    draft.read(NAMED_DAY, lambda found: add_named_day(draft, found))
    draft.read(_REPORT_RANGE, lambda found: _report_range(draft, found))
    draft.read(_REPORT_DAY, lambda found: _one_day(draft, found, None))
    draft.read(_REPORT_MONTH, lambda found: _months(draft, found, found["y"], found["m"], None))
    draft.read(_DATE, lambda found: _date(draft, found))
    draft.read(_DATE_DAYS, lambda found: _date(draft, found))
    draft.read(_DECADE, lambda found: _decade(draft, found))
    draft.read(
        _MONTH,
        lambda found: _months(
            draft, found, found["y"] or found["y1"], found["m"] or found["m1"], found["m2"]
        ),
    )
    draft.read(_QUARTER, lambda found: _quarter(draft, found))
    draft.read(_HALF, lambda found: _half(draft, found))
    draft.read(_YEARS, lambda found: _years(draft, found))
    draft.read(_YEAR_ALONE, lambda found: _year(draft, found))
    draft.read(_CLOCK, lambda found: _clock(draft, found))
    draft.read(_DAY, lambda found: _days(draft, found))


def date_qualifier(draft: Draft, place: Place, part: str | None = None) -> Qualifier:
    """How a date is meant: 말, 까지, 이후, 경."""
    if part:
        return _PARTS[part]
    found = _DATE_SUFFIX.match(draft.text, place[1])
    return "exact" if found is None or found.lastgroup is None else cast(Qualifier, found.lastgroup)


def _date(draft: Draft, found: re.Match[str]) -> Place | None:
    groups = found.groupdict()
    year = full_year(groups["y"].strip("'")) if groups.get("y") else None
    month = int(groups["m"])
    first = day_value(year, month, int(groups["d"]))
    if first is None:
        return None
    place = found.span()
    if not groups.get("d2"):
        lunar = draft.text[max(0, place[0] - 4) : place[0]].rstrip().endswith("음력")
        draft.add("date", first, place, qualifier=date_qualifier(draft, place), hard=not lunar)
        return place
    second_year = full_year(groups["y2"].strip("'")) if groups.get("y2") else year
    second = day_value(second_year, int(groups.get("m2") or month), int(groups["d2"]))
    if second is None:
        draft.add("date", first, (place[0], found.end("d") + 1))
        return place[0], found.end("d") + 1
    draft.add("date-range", first, place, maximum=second)
    return place


def _report_range(draft: Draft, found: re.Match[str]) -> Place | None:
    month, second_month = int(found["m"]), int(found["m2"] or found["m"])
    first = day_value(None, month, int(found["d"])) if len(found["d"]) <= 2 else None
    second = day_value(None, second_month, int(found["d2"]))
    behind = draft.text[found.end() : found.end() + 1]
    if (
        first is None
        or second is None
        or (second_month, int(found["d2"])) < (month, int(found["d"]))
        or (behind.isalpha() and behind not in "까중에의간은는이")
    ):
        return None
    draft.add("date-range", first, found.span(), maximum=second)
    return found.span()


def _one_day(draft: Draft, found: re.Match[str], year: int | None) -> Place | None:
    value = day_value(year, int(found["m"]), int(found["d"]))
    if value is None:
        return None
    draft.add("date", value, found.span(), qualifier=date_qualifier(draft, found.span()))
    return found.span()


def _months(
    draft: Draft, found: re.Match[str], year: str | None, first: str, second: str | None
) -> Place | None:
    groups = found.groupdict()
    full = full_year(year.strip("'")) if year else None
    place = found.span()
    part = groups.get("part")
    value = period_value(full, f"{int(first):02d}")
    if second is None:
        draft.add("month", value, place, qualifier=date_qualifier(draft, place, part))
    else:
        second_year = int(groups["y2"][:4]) if groups.get("y2") else full
        draft.add(
            "range", value, place, unit="month", maximum=period_value(second_year, f"{int(second):02d}")
        )
    return place


def _quarter(draft: Draft, found: re.Match[str]) -> Place:
    year = full_year(found["y"].strip("'")) if found["y"] else None
    place = found.span()
    if found["q2"]:
        draft.add(
            "range",
            period_value(year, "Q" + found["q"]),
            place,
            unit="quarter",
            maximum=period_value(year, "Q" + found["q2"]),
        )
    else:
        draft.add(
            "quarter", period_value(year, "Q" + found["q"]), place, qualifier=date_qualifier(draft, place)
        )
    return place


def _half(draft: Draft, found: re.Match[str]) -> Place:
    year = full_year(found["y"].strip("'")) if found["y"] else None
    place = found.span()
    draft.add(
        "half",
        period_value(year, "H1" if found["half"] == "상" else "H2"),
        place,
        qualifier=date_qualifier(draft, place),
    )
    return place


def _decade(draft: Draft, found: re.Match[str]) -> Place:
    century = found["y"][:2] if len(found["y"]) == 4 else "--"
    for written in (found["y"], found["y2"]):
        if written:
            draft.add("decade", f"{century if len(written) == 2 else ''}{written}s", found.span())
    return found.span()


def _years(draft: Draft, found: re.Match[str]) -> Place | None:
    second = found["y2"] if len(found["y2"]) == 4 else found["y"][:2] + found["y2"]
    if second <= found["y"] or "년" not in found[0]:
        return None
    draft.add("range", found["y"], found.span(), unit="year", maximum=second)
    return found.span()


def _year(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    value = found["y"] or str(full_year(found["y2"]))
    draft.add("year", value, place, qualifier=date_qualifier(draft, place, found["part"]))
    return place


def _days(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    first = f"---{int(found['d']):02d}"
    if found["d2"]:
        draft.add("date-range", first, place, maximum=f"---{int(found['d2']):02d}")
    else:
        draft.add("date", first, place, qualifier=date_qualifier(draft, place))
    return place


_LATE_HOURS: Final = frozenset(("오후", "저녁", "밤", "낮"))


def _clock(draft: Draft, found: re.Match[str]) -> Place | None:
    minute = 30 if found["half"] else int(found["min"] or found["min2"] or 0)
    colon = found["min2"] is not None
    if not add_clock(
        draft,
        found.span() if not found["h2"] else (found.start(), found.start("h2")),
        int(found["h"]),
        minute,
        _half_of_day(found["part"], int(found["h"])),
        colon=colon,
    ):
        return None
    if found["h2"]:
        half = found["part2"] or found["part"]
        add_clock(
            draft,
            (found.start("h2"), found.end()),
            int(found["h2"]),
            int(found["min3"] or found["min4"] or 0),
            _half_of_day(half, int(found["h2"])) if found["part2"] else "",
            colon=colon,
        )
    return found.span()


def _half_of_day(part: str | None, hour: int) -> str:
    if part is None:
        return ""
    if part in ("밤", "새벽") and hour == 12:
        return "am"
    return "pm" if part in _LATE_HOURS else "am"


# --- shares and ratios -----------------------------------------------------------------------------

_SINO_ONES: Final = dict(zip("일이삼사오육칠팔구십백", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100), strict=True))


def _read_shares(draft: Draft) -> None:
    draft.read(
        _POWER, lambda found: add_power(draft, found.span(), int(found["base"]), int(found["exponent"]))
    )
    draft.read(
        _FRACTION,
        lambda found: add_share(
            draft,
            found.span(),
            int(found["part"]),
            int(found["of"]),
            qualifier=number_qualifier(draft, found.span()),
        ),
    )
    draft.read(_AMONG, lambda found: _among(draft, found))
    draft.read(_ORDINAL, lambda found: _ordinal(draft, found))
    draft.read(_FIVE_YEARS, lambda found: _plan_years(draft, found))
    draft.read(_VERSUS, lambda found: add_pair(draft, found.span(), found["a"], found["b"]))


def _among(draft: Draft, found: re.Match[str]) -> Place | None:
    if found["of"]:
        return add_share(
            draft,
            found.span(),
            int(found["part"]),
            int(found["of"]),
            qualifier=number_qualifier(draft, found.span()),
        )
    part = {"하": 1, "한": 1, "둘": 2, "두": 2, "셋": 3}[found["part2"][0]]
    return add_share(draft, found.span(), part, int(numerals.korean_native(found["words"])))


def _ordinal(draft: Draft, found: re.Match[str]) -> Place:
    for name in ("n", "n2", "n3"):
        if found[name]:
            draft.add("ordinal", Decimal(found[name]), found.span(), hard=found[name] != "1")
    return found.span()


def _plan_years(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("duration", Decimal(12 * int(found["n"])), found.span(), unit="month")
    return found.span()


# --- numbers with units ----------------------------------------------------------------------------


def _read_numbers(draft: Draft) -> None:
    last_end = 0

    def number(found: re.Match[str]) -> Place | None:
        nonlocal last_end
        if found.start() < last_end:
            return None
        place = _quantity(draft, found.start())
        if place is not None:
            last_end = place[1]
        return place

    draft.read(_ANY_NUMBER, number)


def _unit(text: str, at: int) -> tuple[Measure | None, int, bool]:
    """What stands behind a number that ends at `at`: its measure, where that ends, whether 여 stands between."""
    odd = False
    if text[at : at + 1] == "여" and (
        text[at + 1 : at + 2] == " " or longest(KOREAN, text[at + 1 : at + 8])[0]
    ):
        odd, at = True, at + 1
    start = at + 1 if text[at : at + 1] == " " else at
    words = text[start : start + 8]
    measure, length = longest(KOREAN, words)
    if (
        measure is not None
        and words[:length].isascii()
        and words[length : length + 1].isascii()
        and words[length : length + 1].isalnum()
    ):
        measure = None
    if (
        measure is not None
        and start > at
        and length == 1
        and words[0] != "원"
        and "가" <= words[0] <= "힣"
        and "가" <= words[length : length + 1] <= "힣"
        and not _PARTICLE.match(words, length)
    ):
        measure = None  # 3 대책: a word that only begins like a unit
    if measure is None:
        behind = text[start : start + 1]
        return (Measure("count", OPEN) if behind.isalpha() and behind not in _PARTICLES else None), at, odd
    if words[:length] == "원" and _NO_WON.match(words, length):
        return Measure("count", OPEN), at, odd
    return measure, start + length, odd


_PARTICLE = re.compile(
    r"(?:을|를|이|가|은|는|의|에|로|과|와|도|만|까지|부터|당|씩|이상|이하|미만|여|짜리|으로|마다|간|째|대|쯤|정도|가량|뿐|나|보다|밖에)"
)
_PARTICLES = "을를이가은는의에로과와도까부으보"
_NO_WON = re.compile(r"칙|색|소|체계")


def _quantity(draft: Draft, at: int) -> Place | None:
    text = draft.left
    if (
        text[at - 1 : at].isascii()
        and text[at - 1 : at].isalpha()
        and not _MONEY_SIGN.search(text[max(0, at - 4) : at])
    ):
        return None
    first = numerals.korean(text, at)
    if first is None:
        return None
    measure, end, odd = _unit(text, first.end)
    second: Numeral | None = None
    sign = _RANGE_SIGN.match(text, end) or _RANGE_SIGN.match(text, first.end)
    if sign and text[sign.end() : sign.end() + 1].isdigit():
        second = numerals.korean(text, sign.end())
        if second is not None:
            second_measure, second_end, second_odd = _unit(text, second.end)
            known = measure is not None and measure.unit != OPEN
            if known and second_measure != measure:
                second = None  # 3년~5%: two facts
            else:
                measure, end, odd = second_measure or measure, second_end, odd or second_odd
    if measure is not None and measure.kind == "duration" and (half := _AND_A_HALF.match(text, end)):
        first = Numeral(first.value + Decimal("0.5"), first.end)
        end = half.end()
    money = _MONEY_SIGN.search(text[max(0, at - 4) : at])
    start = at
    if money:
        start = at - len(money[0])
        measure = Measure("money", _SIGN_UNITS.get(money["sign"], money["sign"]))
    qualifier = number_qualifier(draft, (start, end))
    if (odd or first.odd) and qualifier == "exact":
        qualifier = "odd"
    upper = None if second is None or sign is None else Written(second, text[sign.end() : second.end])
    add_quantity(draft, (start, end), Written(first, text[at : first.end]), upper, measure, qualifier)
    return start, end


def number_qualifier(draft: Draft, place: Place) -> Qualifier:
    """How a number is meant: 최대, 약, 이상, 미만 …"""
    before = _PREFIX.search(draft.text[max(0, place[0] - 8) : place[0]])
    behind = _SUFFIX.match(draft.text, place[1])
    for found in (before, behind):
        if found is not None and found.lastgroup is not None:
            name = cast(Qualifier, found.lastgroup.replace("_", "-"))
            if name != "within" or behind is not found or before is None:
                return name
    return "exact"


# --- words -----------------------------------------------------------------------------------------


def _read_words(draft: Draft) -> None:
    draft.read(
        _FRACTION_WORDS,
        lambda found: add_share(draft, found.span(), _SINO_ONES[found["part"]], _SINO_ONES[found["of"]]),
    )
    draft.read(_VAGUE, lambda found: _vague(draft, found))
    draft.read(_LISTED, lambda found: _listed(draft, found))
    draft.read(_NATIVE, lambda found: _native(draft, found))
    draft.read(_SINO, lambda found: _sino(draft, found))
    draft.read(_SPAN, lambda found: _span(draft, found))
    draft.read(_DAY_WORDS, lambda found: _day_word(draft, found))
    draft.read(_RELATIVE, lambda found: add_relative(draft, found))
    draft.read(_SOFT, lambda found: _soft(draft, found))


def _vague(draft: Draft, found: re.Match[str]) -> Place:
    """두세, 서너: nobody has counted."""
    for number in _VAGUE_NUMBERS[found["n"]]:
        draft.add("count", Decimal(number), found.span(), unit=OPEN, hard=False)
    return found.span()


def _listed(draft: Draft, found: re.Match[str]) -> Place:
    """첫째, 둘째, 셋째."""
    number = Decimal(1) if found["n"] == "첫" else numerals.korean_native(found["n"])
    draft.add("ordinal", number, found.span(), hard=number > 2)
    return found.span()


_TAX = re.compile(r"부담|감면|혜택|수입|회피|인하|인상|개편|제|율|액|무|입|계|상|월|대")


def _native(draft: Draft, found: re.Match[str]) -> Place | None:
    number = numerals.korean_native(found["n"])
    behind = found["glued"] or found["next"]
    measure, length = longest(KOREAN, behind)
    hard = number > 2 or (number == 2 and measure is not None and measure.kind in MEASURED)
    if (
        measure is not None
        and found["glued"] is None
        and length == 1
        and len(behind) > 1
        and not _PARTICLE.match(behind, 1)
    ):
        measure = None
    if measure is None:
        # 네 회사 counts, but 세 부담 is a tax and 열 관리 heat
        measure, length = Measure("count", OPEN), 0
        hard = hard and found["n"] not in ("열", "석", "넉") and not _TAX.match(behind)
    start = found.start("glued") if found["glued"] else found.start("next")
    if behind.startswith("시") and not behind.startswith("시간"):
        return None
    place = (found.start(), start + length)
    qualifier = number_qualifier(draft, place)
    draft.add(
        measure.kind,
        plain(times(number, measure.factor)),
        place,
        unit=measure.unit,
        factor=measure.factor,
        qualifier="odd" if found["odd"] else qualifier,
        hard=hard,
    )
    return place


def _sino(draft: Draft, found: re.Match[str]) -> Place | None:
    number = numerals.korean_words(draft.left, found.start())
    if number is None:
        return None
    measure, end, odd = _unit(draft.left, number.end)
    if measure is None or (measure.unit == OPEN and draft.left[number.end : number.end + 1] not in " 여"):
        return None
    if measure.unit == OPEN and end == number.end and not odd:
        return None
    if draft.left[end : end + 1] >= "가" and end - number.end <= 2 and not _PARTICLE.match(draft.left, end):
        return None  # 백엔드
    place = (found.start(), end)
    qualifier = number_qualifier(draft, place)
    draft.add(
        measure.kind,
        plain(times(number.value, measure.factor)),
        place,
        unit=measure.unit,
        factor=measure.factor,
        qualifier="odd" if odd else qualifier,
        hard=not number.round or odd,
    )
    return place


def _span(draft: Draft, found: re.Match[str]) -> Place:
    """반년 is six months."""
    draft.add("duration", Decimal(_SPANS[found[0]]), found.span(), unit="month", hard=False)
    return found.span()


def _day_word(draft: Draft, found: re.Match[str]) -> Place:
    days = _DAYS_IN_WORDS[found[1]]
    draft.add("duration", Decimal(86400 * days), found.span(), unit="second", hard=days > 1)
    return found.span()


def _soft(draft: Draft, found: re.Match[str]) -> Place:
    if found.lastgroup in ("noon", "midnight"):
        draft.add("time", "12:00" if found.lastgroup == "noon" else "00:00", found.span(), hard=False)
    elif found.lastgroup == "whole":
        draft.add("percentage", Decimal(100), found.span(), hard=False)
    elif found.lastgroup == "half":
        add_share(
            draft,
            found.span(),
            1,
            2,
            qualifier="at-least" if found[0] == "과반" else number_qualifier(draft, found.span()),
            hard=False,
        )
    elif found.lastgroup in ("former", "second"):
        draft.add("half", "--H1" if found.lastgroup == "former" else "--H2", found.span(), hard=False)
    elif found.lastgroup in _SOFT_NUMBERS:
        draft.add("count", Decimal(_SOFT_NUMBERS[found.lastgroup]), found.span(), unit=OPEN, hard=False)
    return found.span()
