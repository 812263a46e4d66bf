"""What a Korean text states: shares, and numbers with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from languages.parity import numerals
from languages.parity.draft import (
    Draft,
    Place,
    add_half_of_a_month,
    add_hundredths,
    add_part_of_year,
    add_relative,
    add_roman,
    ends_of_spans,
    meant,
    plain,
)
from languages.parity.kinds import Fact, Qualifier
from languages.parity.korean_dates import read_dates
from languages.parity.numerals import ROMAN, ROMAN_SIGNS, Numeral, times
from languages.parity.qualifiers import BOUNDS
from languages.parity.quantities import MEASURED, Written, add_quantity
from languages.parity.ratios import add_pair, add_power, add_share
from languages.parity.units import BY, FEWEST_OF_A_POPULATION, KOREAN, OFF, OPEN, Measure, longest

_POWER = re.compile(r"(?<![0-9.])(?P<base>[0-9]{1,4})의 ?(?P<exponent>[0-9]{1,3}) ?(?:제곱|승)")
_FRACTION = re.compile(r"(?<![0-9])(?P<of>[0-9]{1,6}+(?P<power>[백천만])?)분의 ?(?P<part>[0-9]{1,6})")
_FRACTION_WORDS = re.compile(r"(?P<of>삼|사|오|육|칠|팔|구|십|백)분의 ?(?P<part>일|이|삼|사|오|육|칠|팔|구)")
_AMONG = re.compile(
    r"(?<![0-9.,])(?P<of>[0-9]{1,3})(?P<counter>명|곳|개|대|가구|건|개사|채|개국|사람|번)(?:당| ?중(?:에서|에)?| ?가운데) ?(?:(?P<part>[0-9]{1,2})(?P=counter)|(?P<words>한|두|세|네|다섯|여섯|일곱|여덟|아홉) ?(?P=counter))"
)
_AMONG_WORDS = re.compile(
    rf"(?<![가-힣0-9])(?P<of>{numerals.KOREAN_NATIVE})(?: ?(?:명|곳|가구|사람|집|대|개|건))?(?: ?(?:중(?:에서?)?|가운데(?:서)?) ?|에 )(?P<part>{numerals.KOREAN_NATIVE})(?: ?(?:명|곳|가구|사람|집|대|개|건))?"
)
_VERSUS = re.compile(
    r"(?<![0-9.,:~])(?P<a>[0-9]{1,5}(?:\.[0-9]+)?)(?: ?(?P<sign>대|:) ?)(?P<b>[0-9]{1,5}+(?:\.[0-9]++)?)(?![0-9:,%]|\.[0-9]| ?%)(?=[^가-힣]|$|로|의|을|를|이|가|에|와|과|다|정도|수준|으로|까지|은|는|승|패|동)"
)
_ORDINAL = re.compile(
    r"(?<![가-힣])제 ?(?P<n>[0-9]{1,4})(?:·(?P<n2>[0-9]{1,4}))?(?![0-9,.][0-9])(?:조|항|호|차|회|국|기|대|번|권|장|절|편|부|관)?"
    r"|제(?P<n3>[0-9]{1,4})(?:조|항|호|목|장|절|편)(?:의[0-9]{1,2})?"
)
_ROMAN_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9])(?P<n>{ROMAN})(?= ?(?:단계|상(?![가-힣]{{2}})|급|기|형|등급|유형|종|차|구역))"
)
_FIVE_YEARS = re.compile(r"(?<![0-9])(?P<n>[0-9]{1,2})개년")
_HUNDREDTHS = re.compile(
    r"(?<![0-9분])(?<!분 )(?P<s>[0-9]{1,2})초 ?(?P<rest>[0-9]{1,3})(?![0-9.,]|[가-힣]{2})"
)
_ANY_NUMBER = re.compile(r"[0-9](?:[0-9.,]*)")
_MONEY_SIGN = re.compile(r"(?P<sign>US\$|HK\$|NT\$|S\$|A\$|C\$|USD|KRW|CNY|RMB|EUR|JPY|GBP|[$₩€£¥￥]) ?$")
_SIGN_UNITS: Final = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "A$": "AUD", "C$": "CAD", "$": "USD", "₩": "KRW",
    "€": "EUR", "£": "GBP", "¥": "", "￥": "", "RMB": "CNY",
}  # fmt: skip
_AND_A_HALF = re.compile(
    r" ?반(?![가-힣])| ?반(?=의 |을 |이(?:[ 면나다고라]|었)|에 |은 |과 |도 |동안|만에|간 |에서|으로|까지|가량|정도|쯤|이상|남짓|가까|마다|넘)"
)
# 두 시간 반, 한 달 보름
_AND_A_HALF_IN_WORDS = re.compile(_AND_A_HALF.pattern + "|(?<=달) 보름")
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
_RANGE_SIGN = re.compile(r" ?~ ?|-| ?∼ ?|→")
_NATIVE = re.compile(
    r"(?<![가-힣0-9])(?P<n>" + numerals.KOREAN_NATIVE + r")(?:"
    r"(?P<odd>여)? (?!(?<=세 )(?:들[어었]|든)|(?<=열 )받)(?P<next>[가-힣]+)"
    r"|(?P<glued>배|번째|번|가지|차례|곳|명|개|달|시간|살|해|축)(?![가-힣]{3}))"
)
_SINO = re.compile(
    r"(?<![가-힣0-9.,])(?!백일[해장홍]|천일염|만년필|십일조|백일몽|이십사절기)(?=[일이삼사오육칠팔구십백천만억조]+(?:여)? ?[가-힣%])(?P<start>[일이삼사오육칠팔구십백천만억])"
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
_HALF_OF_A_MONTH: Final = 15
_SPANS: Final = {"반년": 6, "반세기": 600, "사반세기": 300}
_QUARTER_OF_A_CENTURY = re.compile("4반세기")
_SPAN = re.compile("(?<![가-힣])(?:" + "|".join(_SPANS) + ")")
_DAY_WORDS = re.compile("(?<![가-힣])(" + "|".join(_DAYS_IN_WORDS) + ")")
_SOFT = re.compile(
    r"(?P<noon>정오)|(?P<midnight>자정)|(?P<whole>전량|전부|모두|전액|전원|전체|전면|모든|오로지)|(?P<second>(?<![가-힣])후반(?!기))|(?P<former>(?<![가-힣])전반(?!적|기|에 걸))|(?P<half>절반|반값|과반|반토막)"
    r"|(?P<two>양국|양측|양쪽|양자|양 기관|양 부처|쌍방|한중|한일|한미|한·중|한·일|한·미|여러|둘 다|모두 두|복수|갑절|곱절|배로|배 이상|배 가까|배 늘|배 증가|두배)"
    r"|(?P<first>첫|처음|최초|하나|단일|유일|으뜸|선두|초대|1인|홀로|독거|원톱)"
    r"|(?P<three>삼국|3국|삼자|삼각|삼면|트리플|삼성급|제삼|(?<![가-힣])셋(?=[은이을의만]))"
    r"|(?P<four>사방|사계절|사각|네댓)"
    r"|(?P<zero>전무|없[다는어었음이]|무료|무상|제로|영\b)"
    r"|(?P<dozen>여남은)"
)
_SOFT_NUMBERS: Final = {"two": 2, "first": 1, "three": 3, "four": 4, "zero": 0}
_PART_OF_YEAR = re.compile(
    r"(?<![가-힣])(?:(?P<late>연말(?!정산))|(?P<early>연초)|(?P<mid>연중반|한 해 중반))"
)
_RELATIVE = re.compile(
    r"(?P<year>올해|금년|지난해|작년|내년|내후년|재작년|전년|연내|이듬해|당해)|(?P<quarter>(?:전|직전|지난|앞선) ?분기)|(?P<month>이달|이번 ?달|지난 ?달|다음 ?달|내달|전월|금월|당월)"
    r"|(?P<day>오늘|어제|내일|이날|당일|전날|다음 ?날|모레)"
)


_SINO_POWERS: Final = tuple("십백천만억조")
_DAY_NEEDS: Final = tuple(_DAYS_IN_WORDS)
_RELATIVE_NEEDS: Final = (
    "분기", "올해", "금년", "지난", "작년", "내년", "내후년", "전년", "연내", "이듬해", "당해", "달", "전월", "금월", "당월",
    "오늘", "어제", "내일", "이날", "당일", "전날", "날", "모레",
)  # fmt: skip


def read(draft: Draft) -> None:
    """Adds every fact of a Korean text to its draft."""
    read_dates(draft)
    if draft.has_digits:
        _read_shares(draft)
        draft.read(_ANY_NUMBER, lambda found: _quantity(draft, found.start()))
    _read_words(draft)


_BEHIND_A_BOUND = re.compile(r"\s?(?:이상|초과)(?:부터)?\s?[~-]?\s?")
_EACH = re.compile(r"(?:를|을|이|가|에|에서)? ?각각 ?")
_APART = 16
"""Characters at most between two figures of a list."""


def settled(found: Sequence[Fact], text: str) -> Iterator[Fact]:
    """6개월 이상 13세 이하 is a span, and 2036년 30%, 2050년 40%를 각각 웃돌 bounds each of a list."""
    ends = ends_of_spans(found, text, _BEHIND_A_BOUND)
    for index, fact in enumerate(found):
        yield meant(fact, "loose" if index in ends else _as_each(found, index, text))


def _as_each(found: Sequence[Fact], index: int, text: str) -> Qualifier:
    """What bounds the last of a list bounds each."""
    fact = found[index]
    if fact.qualifier != "exact":
        return fact.qualifier
    for later in found[index + 1 : index + 4]:
        if later.span.start - fact.span.end > _APART:
            break
        if (later.kind, later.unit) == (fact.kind, fact.unit) and _EACH.match(text, later.span.end):
            return later.qualifier
    return fact.qualifier


# --- shares and ratios -----------------------------------------------------------------------------

_SINO_ONES: Final = dict(zip("일이삼사오육칠팔구십백", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100), strict=True))


_LESS: Final = re.compile("(?:을|를|이|가|만큼|가량|정도)? ?(?:줄[어이였었인]|감소|축소|깎|삭감|감축|급감)")
_POWERS_OF_TEN: Final = {"": 1, "백": 100, "천": 1000, "만": 10_000}


def _read_shares(draft: Draft) -> None:
    draft.read(
        _POWER,
        lambda found: add_power(draft, found.span(), int(found["base"]), int(found["exponent"])),
        ("제곱", "승"),
    )
    draft.read(
        _FRACTION,
        lambda found: add_share(
            draft,
            found.span(),
            int(found["part"]),
            int(found["of"].rstrip("백천만")) * _POWERS_OF_TEN[found["power"] or ""],
            qualifier=draft.qualifier(found.span()),
            taken_away=_LESS.match(draft.text, found.end()) is not None,
        ),
        ("분의",),
    )
    draft.read(_QUARTER_OF_A_CENTURY, lambda found: _quarter_of_a_century(draft, found), ("반세기",))
    draft.read(_AMONG, lambda found: _among(draft, found), ("당", "중", "가운데"))
    draft.read(_HUNDREDTHS, lambda found: add_hundredths(draft, found), ("초",))
    draft.read(_ORDINAL, lambda found: _ordinal(draft, found), ("제",))
    draft.read(_FIVE_YEARS, lambda found: _plan_years(draft, found), ("개년",))
    draft.read(_VERSUS, lambda found: add_pair(draft, found.span(), found["a"], found["b"]), ("대", ":"))


def _among(draft: Draft, found: re.Match[str]) -> Place | None:
    part, of = (
        int(written) if written.isdigit() else int(numerals.korean_native(written))
        for written in (found["part"] or found["words"], found["of"])
    )
    if part >= of:
        return None
    return add_share(draft, found.span(), part, of, qualifier=draft.qualifier(found.span()))


def _ordinal(draft: Draft, found: re.Match[str]) -> Place:
    for name in ("n", "n2", "n3"):
        if found[name]:
            draft.add("ordinal", Decimal(found[name]), found.span(), hard=found[name] != "1")
    return found.span()


def _quarter_of_a_century(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("duration", Decimal(300), found.span(), unit="month", factor=Decimal(300), hard=False)
    return found.span()


def _plan_years(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("duration", Decimal(12 * int(found["n"])), found.span(), unit="month")
    return found.span()


# --- numbers with units ----------------------------------------------------------------------------


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
    if (
        words[:length] == "개 사"
        and words[length : length + 1].isalpha()
        and not _PARTICLE.match(words, length)
    ):
        return Measure("count", OPEN), start + 1, odd  # 58개 사업 are no companies
    if words.startswith("프로") and "가" <= words[2:3] <= "힣" and not _PARTICLE.match(words, 2):
        return Measure("count", OPEN), at, odd  # 2025 프로야구
    if words[:length] == "원" and _NO_WON.match(words, length):
        return Measure("count", OPEN), at, odd
    return measure, start + length, odd


_PARTICLE = re.compile(
    r"(?:을|를|이|가|은|는|의|에|로|과|와|도|만|까지|부터|당|씩|급|이상|이하|미만|여|짜리|으로|마다|간|째|대|쯤|정도|가량|뿐|나|보다|밖에)"
)
_PARTICLES = "을를이가은는의에로과와도까부으보"
_NO_WON = re.compile(r"칙|색|소|체계")


# 1차 산업, 2차 전지: a kind of thing, which other languages name without a number
_KIND_NOT_ORDER = re.compile(
    r"(?<=[123]차) ?(?:측|산업|전지|방정식|함수|피해|가공|소비|감염|의료|병원|오염|창작|저작|자료|에너지)"
)
_PER = re.compile(r" ?(?:당|마다)(?![가-힣])|(?:에|으?로)(?= (?:약 |평균 )?[0-9])")


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
    if (
        measure is None
        and first.value >= FEWEST_OF_A_POPULATION
        and _POPULATION.search(text, max(0, at - 9), at)
    ):
        measure = KOREAN["명"]
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
    if (
        measure is not None
        and measure.kind in ("duration", "multiple")
        and (half := _AND_A_HALF.match(text, end))
    ):
        first = Numeral(first.value + Decimal("0.5"), first.end)
        end = half.end()
    money = _MONEY_SIGN.search(text[max(0, at - 4) : at])
    start = at
    if money:
        start = at - len(money[0])
        measure = Measure("money", _SIGN_UNITS.get(money["sign"], money["sign"]))
    if measure is not None and measure.kind == "ordinal" and _KIND_NOT_ORDER.match(text, end):
        draft.add("ordinal", first.value, (start, end), hard=False)
        return start, end
    qualifier = draft.qualifier((start, end))
    if (odd or first.odd) and qualifier == "exact":
        qualifier = "odd"
    elif qualifier in ("at-least", "under") and _BY_HOW_MUCH.match(draft.text, end):
        if compared := _OBJECT.search(draft.text[max(0, start - 5) : start]):
            qualifier = "about" if compared["about"] else "exact"
    elif measure is not None and measure.kind == "duration" and _BEFORE_THAT.match(draft.text, end):
        qualifier = _by_then(qualifier)
    elif qualifier == "up-to" and _SHARE_OF_A_RANKING.search(draft.text[max(0, start - 4) : start]):
        qualifier = "loose"  # 하위 70% 이하 is the bottom 70%
    if first.value == 1 and second is None and measure is not None and _PER.match(text, end):
        # 1㎡당: other languages say per square meter
        draft.add(measure.kind, measure.factor, (start, end), unit=measure.unit, hard=False)
        return start, end
    upper = None if second is None or sign is None else Written(second, text[sign.end() : second.end])
    per = measure is not None and measure.kind == "area" and first.value == _PYEONG and _PER.match(text, end)
    if measure is not None:
        measure = _grown(draft, measure, end)
        if measure.kind == "percentage" and _DISCOUNTED.match(text, end):
            measure = Measure("percentage", OFF)
        if measure.unit == "second" and text[end - 1] == "분" and _GUESTS.match(text, end):
            measure = KOREAN["명"]  # 50분을 추첨해
        if measure.unit == OPEN and _DONG.match(text, first.end) and text[first.end - 1] in "만억조":
            measure = Measure("money", "VND")  # 1,713조 동; of buildings there are fewer
    band = measure is not None and measure.kind == "percentage" and _INTO_A_BAND.match(draft.text, end)
    if band:  # 1%대로 내려왔다: other languages say below two
        draft.add("percentage", first.value + 1, (start, end), hard=False)
    asked = not per and not band
    add_quantity(
        draft, (start, end), Written(first, text[at : first.end]), upper, measure, qualifier, asked=asked
    )
    return start, end


_INTO_A_BAND: Final = re.compile(
    r"대(?:로|까지|에|에서)? ?(?:[가-힣]{1,4} )?(?:내려|내린|내렸|떨어|하락|낮아|둔화|축소|줄)"
)
_BEFORE_THAT: Final = re.compile(r" ?전(?:에|까지|부터|까지는)?(?![가-힣])")


def _by_then(qualifier: Qualifier) -> Qualifier:
    """72시간 전까지, at least 72 hours before: each language bounds another side of what lies before."""
    return "loose" if qualifier in (*BOUNDS, "within") else qualifier


# 인구 350만의 도시, 인구가 350만을 넘다
_POPULATION: Final = re.compile(r"인구[^0-9.,·]{0,6}$")
# 비수도권을 40만 명 웃돈다: by 400,000, and not more than that
_BY_HOW_MUCH: Final = re.compile(r" ?(?:더 )?(?:웃돌|웃도|웃돈|상회|넘어|초과|밑돌|밑도|밑돈|하회)")
_OBJECT: Final = re.compile(r"(?:[을를]|보다) ?(?P<about>약 ?)?$")
_SHARE_OF_A_RANKING: Final = re.compile(r"[상하]위 ?$")
_DISCOUNTED: Final = re.compile(" ?할인")
_GUESTS: Final = re.compile("(?:을|를|께|의)? ?(?:모두 )?(?:추첨|모시|모십|모셔|초대|초청|선정|뽑|선착순|께)")
_DONG: Final = re.compile(r" ?동(?=이[다며]|[은이을의에으로]|[ ,.()]|$)")
_PYEONG: Final = Decimal("3.3")
"""Square meters in a pyeong: 3.3㎡당 is per pyeong."""
_GROWS: Final = re.compile(
    r"(?: ?(?:가까이|이상|가량|넘게|정도|남짓|안팎))? ?(?:더 )?(?:늘[어었려린고며]|늘[어려]?났|증가|급증|증대|성장|뛰[어었]|뛴|상승|올[랐라]|불[어었]|확대)"
)


def _grown(draft: Draft, measure: Measure, end: int) -> Measure:
    """3배 늘다 says that something is three times as much, or that as much as thrice was added."""
    if measure.kind == "multiple" and _GROWS.match(draft.text, end):
        return Measure("multiple", BY)
    return measure


# --- words -----------------------------------------------------------------------------------------


def _read_words(draft: Draft) -> None:
    draft.read(
        _FRACTION_WORDS,
        lambda found: add_share(draft, found.span(), _SINO_ONES[found["part"]], _SINO_ONES[found["of"]]),
        ("분의",),
    )
    draft.read(_AMONG_WORDS, lambda found: _among(draft, found), ("중", "가운데", "에 "))
    draft.read(_VAGUE, lambda found: _vague(draft, found), tuple(_VAGUE_NUMBERS))
    draft.read(_LISTED, lambda found: _listed(draft, found), ("째",))
    draft.read(_NATIVE, lambda found: _native(draft, found))
    draft.read(_SINO, lambda found: _sino(draft, found), _SINO_POWERS)
    draft.read(_ROMAN_NUMBER, lambda found: add_roman(draft, found), ROMAN_SIGNS)
    draft.read(_SPAN, lambda found: _span(draft, found), tuple(_SPANS))
    draft.read(_DAY_WORDS, lambda found: _day_word(draft, found), _DAY_NEEDS)
    draft.read(_RELATIVE, lambda found: add_relative(draft, found), _RELATIVE_NEEDS)
    draft.read(_PART_OF_YEAR, lambda found: add_part_of_year(draft, found), ("연말", "연초", "중반"))
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


# 두 번째로 큰: the second of an order, and no second time
_SUPERLATIVE = re.compile(
    r"로 (?:[가-힣]{1,6} )?(?:큰|크|많|높|긴|길|넓|작은|작|적은|낮|빠른|빠르|비싼|깊|오래|붐비)"
)
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
    if measure.kind in ("duration", "multiple") and (
        half := _AND_A_HALF_IN_WORDS.match(draft.left, place[1])
    ):
        number, place, hard = number + Decimal("0.5"), (place[0], half.end()), True
    qualifier = draft.qualifier(place)
    if measure.kind == "duration" and _BEFORE_THAT.match(draft.text, place[1]):
        qualifier = _by_then(qualifier)
    hard = hard or (
        number == 2 and (qualifier in BOUNDS or _SUPERLATIVE.match(draft.text, place[1]) is not None)
    )
    measure = _grown(draft, measure, place[1])
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
    qualifier = draft.qualifier(place)
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
    if days == _HALF_OF_A_MONTH:
        add_half_of_a_month(draft, found.span())
        return found.span()
    qualifier: Qualifier = "exact"
    if days > 1:
        qualifier = draft.qualifier(found.span())
        if _BEFORE_THAT.match(draft.text, found.end()):
            qualifier = _by_then(qualifier)
    draft.add(
        "duration",
        Decimal(86400 * days),
        found.span(),
        unit="second",
        factor=Decimal(86400 if days > 1 else 1),
        qualifier=qualifier,
        hard=days > 1,
    )
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
            qualifier="at-least" if found[0] == "과반" else draft.qualifier(found.span()),
            hard=False,
        )
    elif found.lastgroup in ("former", "second"):
        draft.add("half", "--H1" if found.lastgroup == "former" else "--H2", found.span(), hard=False)
    elif found.lastgroup in _SOFT_NUMBERS:
        draft.add("count", Decimal(_SOFT_NUMBERS[found.lastgroup]), found.span(), unit=OPEN, hard=False)
    return found.span()
