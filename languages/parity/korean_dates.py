"""Dates, periods and times of day in Korean; those of reports have a module of their own."""

from __future__ import annotations

import re
from typing import Final, cast

from languages.parity.draft import (
    Draft,
    Place,
    add_years,
    day_value,
    full_year,
    period_value,
)
from languages.parity.kinds import Qualifier
from languages.parity.ratios import add_clock

WEEKDAY = r"(?: ?\([월화수목금토일](?:요일)?\))?"
_TO = r" ?(?:~|-|부터|에서) ?"
_YEAR = r"(?:(?P<y>[0-9]{4}|'?[0-9]{2})년(?:도)? ?)?"
_PART = r"(?: ?(?P<part>초순|초|상순|중순|중반|하순|말|연말|연초)(?![가-힣]*(?:등|월)))?"

_DATE = re.compile(
    r"(?<![0-9.])"
    + _YEAR
    + r"(?P<m>[0-9]{1,2})월 ?(?P<d>[0-9]{1,2})일(?!간)"
    + WEEKDAY
    + r"(?:"
    + _TO
    + r"(?:(?P<y2>[0-9]{4})년 ?)?(?:(?P<m2>[0-9]{1,2})월 ?)?(?P<d2>[0-9]{1,2})일"
    + WEEKDAY
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
_QUARTER = re.compile(
    r"(?<![0-9.])"
    + _YEAR
    + r"(?P<q>[1-4])(?:(?: ?[~-] ?|·)(?P<q2>[1-4]))?(?:/4)? ?분기(?! ?(?:연속|내리|만에|동안|째))"
)
_HALF = re.compile(_YEAR + r"(?P<half>상|하)반기")
_DECADE = re.compile(
    r"(?<![0-9])(?P<y>[0-9]{3}0|[0-9]0)(?:(?:년대)?(?: ?[~-] ?|·|와 |과 )(?P<y2>[0-9]{3}0|[0-9]0))?년대"
)
_YEARS = re.compile(
    r"(?<![0-9.,'])(?P<y>(?:1[0-9]|20|21)[0-9]{2})년?(?:도)?"
    + _TO
    + r"'?(?P<y2>(?:1[0-9]|20|21)[0-9]{2}|[0-9]{2}(?=년))년?(?:도)?(?!명|개|원|대|[0-9])"
    r"|(?<![0-9.])(?P<y4>20[0-9]{2}) ?[/~-] ?(?P<y5>[0-9]{2})(?=년도|학년도| ?[가-힣]{2}연도| ?시즌)"
)
_YEAR_ALONE = re.compile(
    r"(?<![0-9.,])(?:(?P<y>(?:1[0-9]|20|21)[0-9]{2})년(?!간|여|이상)(?:도)?|'(?P<y2>[0-9]{2})년(?:도)?)(?: ?(?P<part>초(?=에|부터|까지|의|로|만|쯤|이|[^가-힣·,]|$)|초반|중반|말|연말|연초))?"
    r"|(?<![A-Za-z0-9])FY ?(?P<y3>(?:19|20)[0-9]{2})(?![0-9])"
)
_DAY = re.compile(
    r"(?<![0-9.,])(?P<d>[1-9]|[12][0-9]|3[01])(?:(?: ?[~-] ?|·|일 ?~ ?|일부터 |일과 )(?P<d2>[1-9]|[12][0-9]|3[01]))?일"
    r"(?!(?<![0-9]1일)(?<!지난 1일)(?<!오는 1일)(?<!이달 1일)(?<!달 1일)(?<!월 1일)(?<=1일) (?:[가-힣]{1,4} )?(?:[가-힣]{1,4} ?)?(?:건수|용량|능력|횟수|실적|인원|이용객|이용자|방문객|승객|여객|대수|편수|수요|[생처통교물사배발수운판이][산리행통동용출전송영매]량)(?:[은는이가]|의)? ?(?:약 |최대 |평균 |총 )?[0-9]|(?<![0-9]1일)(?<!지난 1일)(?<!오는 1일)(?<!이달 1일)(?<!달 1일)(?<!월 1일)(?<=1일) (?:약 |최대 |최소 |평균 |각 )?[0-9]{1,3}(?:~[0-9]{1,3})? ?(?:회|편|왕복|차례)(?! ?(?:[가-힣]+ )?[가-힣]*(?:대회|회의|총회|행사|축제)))(?!간|째|차|정|동안|반|하|당|평균|본|회|대|상| ?(?:동안|이내|이상|이하|만에|간|안에|내|연속|연장|전에|후에|넘|가량|정도|치|분량|넘게|여|상한|하한)| (?:더 )?(?:늘[었어려린고]|줄[었어이인고]|증가|감소|길[었어고]|짧|빨[라랐리]|단축|많|적[었은게]|빠르|앞선|앞당)|로 (?:[0-9]{1,3}일 |[한두세네]? ?[가-힣]{2} )?(?:단축|줄|늘|연장)|에서 [0-9]{1,3}일로)"
)
# 4·11·18일
_LISTED_DAYS = re.compile(
    r"(?<![0-9.,·월])(?P<days>(?:(?:[1-9]|[12][0-9]|3[01])[·,] ?){2,8}(?:[1-9]|[12][0-9]|3[01]))일(?!간|째|차|정|동안)"
)
_CLOCK = re.compile(
    r"(?:(?P<part>오전|오후|새벽|아침|낮|저녁|밤) ?)?(?<![0-9:.])(?:(?P<h0>[0-9]{1,2}) ?~ ?)?(?P<h>[0-9]{1,2})(?:시(?!간|즌|대|도|군|티|스|민|내|장|가(?! (?:넘|지나|되|다|가|임|조금))|설|행|작|리|공|험)(?: ?(?P<min>[0-9]{1,2})분|(?P<half> ?반)(?![가-힣]))?|:(?P<min2>[0-5][0-9])(?![0-9:]))"
    r"(?: ?~ ?(?:(?P<part2>오전|오후|밤) ?)?(?P<h2>[0-9]{1,2})(?:시(?!간)(?: ?(?P<min3>[0-9]{1,2})분)?|:(?P<min4>[0-5][0-9])))?"
)
_DATE_SUFFIX = re.compile(
    r"(?: ?(?P<about>경(?![가-힣])|께|무렵|즈음|전후)|(?: ?말| ?초)?(?P<by>까지| ?이전| ?전(?:에|까지))|(?: ?말| ?초)?(?P<after>부터| ?이후| ?이래))"
)
_DATE_PREFIX = re.compile(
    r"(?:(?P<by>늦어도|늦으면)|(?P<after>이르면|빠르면|일러야|빨라야|일러도|빨라도)) ?(?:올해|내년|내후년|이달|다음 ?달|오는|이번 ?달)?(?: 안에)? ?$"
)
_PARTS: Final[dict[str, Qualifier]] = {
    "초": "early", "초순": "early", "상순": "early", "초반": "early", "연초": "early",
    "중순": "mid", "중반": "mid",
    "말": "late", "하순": "late", "연말": "late",
}  # fmt: skip


def read_dates(draft: Draft) -> None:
    """Adds the dates, periods and times of day that are written out."""
    draft.read(_HALF, lambda found: add_half(draft, found), ("반기",))
    if not draft.has_digits:
        return
    draft.read(_DATE, lambda found: add_date(draft, found), ("월",))
    draft.read(_DATE_DAYS, lambda found: add_date(draft, found), ("월",))
    draft.read(_DECADE, lambda found: _decade(draft, found), ("년대",))
    draft.read(
        _MONTH,
        lambda found: add_months(
            draft, found, found["y"] or found["y1"], found["m"] or found["m1"], found["m2"]
        ),
        ("월",),
    )
    draft.read(_QUARTER, lambda found: add_quarter(draft, found), ("분기",))
    draft.read(_YEARS, lambda found: _years(draft, found), ("년", "연도", "시즌"))
    draft.read(_YEAR_ALONE, lambda found: _year(draft, found), ("년", "FY"))
    draft.read(_CLOCK, lambda found: _clock(draft, found), ("시", ":"))
    draft.read(_LISTED_DAYS, lambda found: _listed_days(draft, found), ("일",))
    draft.read(_DAY, lambda found: _days(draft, found), ("일",))


def date_qualifier(draft: Draft, place: Place, part: str | None = None) -> Qualifier:
    """How a date is meant: 말, 까지, 이후, 경, 늦어도, 이르면."""
    if part:
        return _PARTS[part]
    found = _DATE_PREFIX.search(draft.text[max(0, place[0] - 12) : place[0]]) or _DATE_SUFFIX.match(
        draft.text, place[1]
    )
    return "exact" if found is None or found.lastgroup is None else cast(Qualifier, found.lastgroup)


def add_date(draft: Draft, found: re.Match[str]) -> Place | None:
    """A day, or from one to another: `y`, `m`, `d`, `y2`, `m2`, `d2` of what was found."""
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


def add_months(
    draft: Draft, found: re.Match[str], year: str | None, first: str, second: str | None
) -> Place | None:
    """A month, or from one to another."""
    groups = found.groupdict()
    full = full_year(year.strip("'")) if year else None
    place = found.span()
    part = groups.get("part")
    value = period_value(full, f"{int(first):02d}")
    if second is None:
        draft.add("month", value, place, qualifier=date_qualifier(draft, place, part))
    else:
        second_year = full_year(groups["y2"].strip("'년 ")) if groups.get("y2") else full
        draft.add(
            "range", value, place, unit="month", maximum=period_value(second_year, f"{int(second):02d}")
        )
    return place


def add_quarter(draft: Draft, found: re.Match[str]) -> Place:
    """A quarter, or from one to another: `y`, `q`, `q2` of what was found."""
    year = full_year(found["y"].strip("'")) if found["y"] else None
    place = found.span()
    if found["q2"]:
        draft.add(
            "range",
            period_value(year, "Q" + found["q"]),
            place,
            unit="quarter",
            maximum=period_value(year, "Q" + found["q2"]),
            hard=found["q"] != "1",  # 1~3분기: the first three quarters, 前三季度
        )
    else:
        draft.add(
            "quarter", period_value(year, "Q" + found["q"]), place, qualifier=date_qualifier(draft, place)
        )
    return place


def add_half(draft: Draft, found: re.Match[str]) -> Place:
    """A half of a year: `y` and `half` of what was found."""
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
    return add_years(draft, found) if found["y4"] or "년" in found[0] else None


def _year(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    value = found["y"] or found["y3"] or str(full_year(found["y2"]))
    draft.add("year", value, place, qualifier=date_qualifier(draft, place, found["part"]))
    return place


def _listed_days(draft: Draft, found: re.Match[str]) -> Place:
    for day in re.findall("[0-9]+", found["days"]):
        draft.add("date", f"---{int(day):02d}", found.span())
    return found.span()


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
    if found["h0"] and not found["min2"]:
        # 오후 5~6시
        place = (found.start(), found.start("h"))
        add_clock(
            draft, place, int(found["h0"]), 0, _half_of_day(found["part"], int(found["h0"])), colon=False
        )
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
