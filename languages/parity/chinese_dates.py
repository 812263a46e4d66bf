"""Dates, periods and times of day in Chinese."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, cast

from languages.parity import numerals
from languages.parity.draft import (
    NAMED_DAY,
    Draft,
    Place,
    add_half_of_a_month,
    add_named_day,
    add_period_of,
    add_quarters_of_an_hour,
    add_years,
    day_value,
    period_value,
    plain,
)
from languages.parity.kinds import Qualifier
from languages.parity.numerals import times
from languages.parity.ratios import add_clock

HAN_DIGITS = "一二三四五六七八九十〇零○"
_YEAR = rf"(?:(?P<y>[0-9]{{4}}|[{HAN_DIGITS}]{{4}})年度? ?)?"
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY_NUMBER = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r" ?(?:至|到|~|-|—{1,2}) ?"
_PART = r"(?P<part>初|上旬|中旬|下旬|底|末)?"
_ISO = re.compile(
    r"(?<![0-9.])(?P<y>[0-9]{4})(?P<sign>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sign)(?P<d>[0-3]?[0-9])(?![0-9])"
)
_DATE = re.compile(
    rf"(?<![0-9.{HAN_DIGITS}])"
    + _YEAR
    + rf"(?P<m>{_MONTH_NUMBER})月 ?(?P<d>{_DAY_NUMBER})[日号號](?:\([^()]{{1,4}}\))?"
    rf"(?:{_TO}(?:(?P<y2>[0-9]{{4}})年 ?)?(?:(?P<m2>{_MONTH_NUMBER})月 ?)?(?P<d2>{_DAY_NUMBER})[日号號])?"
)
_DATE_DAYS = re.compile(
    rf"(?<![0-9.{HAN_DIGITS}])"
    + _YEAR
    + rf"(?P<m>{_MONTH_NUMBER})月 ?(?P<d>{_DAY_NUMBER})(?:{_TO}|、)(?P<d2>{_DAY_NUMBER})[日号號]"
)
_MONTHS = re.compile(
    rf"(?<![0-9.{HAN_DIGITS}])"
    + _YEAR
    + rf"(?P<m>{_MONTH_NUMBER})月?(?:份)?(?:{_TO}|、)(?P<y2>[0-9]{{4}}年 ?)?(?P<m2>{_MONTH_NUMBER})月(?!球|亮)"
    rf"|(?<![0-9.{HAN_DIGITS}第个])(?:(?P<y1>[0-9]{{4}}|[{HAN_DIGITS}]{{4}})年 ?)?(?P<m1>{_MONTH_NUMBER})月(?:份)?(?!球|亮|间|龄)"
    + _PART
)
_FIRST_MONTHS = re.compile(
    r"(?:(?P<y>[0-9]{4})年)?(?:前|头|首)(?P<n>1[01]|[2-9]|十一?|[二两三四五六七八九])个月(?!前|的时间)"
)
_FIRST_DAYS = re.compile(
    rf"(?<![0-9.{HAN_DIGITS}])(?P<m>{_MONTH_NUMBER})月(?:份)?[前上](?P<n>[0-9]{{1,2}}|[{HAN_DIGITS}]{{1,2}})[天日]"
)
_QUARTER = re.compile(
    r"(?:(?P<y>[0-9]{4})年 ?)?(?:(?<![上下单前每这同任])(?![1-4一二三四]个财?季)第?(?P<q>[1-4一二三四])(?:(?:至|、|-|~)第?(?P<q2>[1-4一二三四]))?(?:个)?财?季(?:度)?|(?<![A-Za-z])Q(?P<q3>[1-4])(?![0-9A-Za-z])|(?P<first>前[二三]个?季度))"
)
_HALF = re.compile(r"(?:(?P<y>[0-9]{4})年 ?)?(?P<half>上|下)半年")
_DECADE = re.compile(
    r"(?<![0-9])(?:(?P<century>[12][0-9]|二十|十九|上个?)世[纪紀])?(?P<d>[0-9]0|[一二三四五六七八九]十)(?:(?:年代)?[至到、和与~-](?P<d2>[0-9]0|[一二三四五六七八九]十))?年代|(?<![0-9])(?P<y>[0-9]{3}0)年代|(?P<y3>[二一][〇零○一九八七][二三四五六七八九〇零○][〇零○])年代"
)
_YEARS = re.compile(
    r"(?<![0-9.])(?<![0-9],)(?P<y>(?:1[0-9]|20|21)[0-9]{2})年?(?:度)?"
    + _TO
    + r"(?P<y2>(?:1[0-9]|20|21)[0-9]{2}|[0-9]{2}(?=年))年"
    r"|(?<![0-9.])(?P<y4>20[0-9]{2})[/—-](?P<y5>[0-9]{2})(?=[\u4e00-\u9fff]{0,2}年|赛季)年?"
)
_YEAR_ALONE = re.compile(
    rf"(?:(?<![0-9.{HAN_DIGITS}])|(?<=[这那该]一))(?<![0-9],)(?P<y>(?:1[0-9]|20|21)[0-9]{{2}}|(?:二[〇零○]|一九)[{HAN_DIGITS}]{{2}})(?:年(?!间|來)(?:度)?|财年)(?P<part>初|年初|中(?=[，,。、]|前|$)|年中|末|底|年底|年末)?"
    r"|(?<![A-Za-z0-9])FY ?(?P<y3>(?:19|20)[0-9]{2})(?![0-9])"
)
_DAY = re.compile(
    rf"(?<![0-9.,{HAN_DIGITS}月第每近迟满足过逾前次单翌隔])(?P<d>{_DAY_NUMBER})(?:(?:日?{_TO}|日?、)(?P<d2>{_DAY_NUMBER}))?日(?!间|内|元|圆|均|游|报|程|常|后|前|以内|产|韩|美|中)"
    # 于17号, 下月3号起: a day as it is spoken
    rf"|(?<=[于在月从自])(?P<d3>{_DAY_NUMBER})[号號](?=[，。、起至到在开举晚上下前后凌]|$)"
)
_CLOCK = re.compile(
    rf"(?:(?P<part>上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|夜间|深夜|晚间|晚|早) ?)?(?<![0-9.之])(?<![0-9]:)(?:"
    rf"(?:(?P<first>[0-9]{{1,2}})[至到~-])?(?P<h>[0-9]{{1,2}}|[{HAN_DIGITS}]{{1,3}})(?:时|時|点钟|(?<=[0-9])(?<![升跌涨降滑落][0-9])(?<![升跌涨降滑落][0-9]{{2}})(?<![升跌涨降]了[0-9])(?<![升跌涨降]了[0-9]{{2}})点|点(?=半|整|[{HAN_DIGITS}]{{1,3}}分)|點)(?!间|期|代|速|刻)(?:(?P<min>[0-9]{{1,2}}|[{HAN_DIGITS}]{{1,3}})分|(?P<half>半))?|(?P<h0>[0-9]{{1,2}}):(?P<min2>[0-5][0-9])(?![0-9:]))"
    r"(?:[至到~-](?P<h2>[0-9]{1,2})(?:(?:时|時|点)(?:(?P<min5>[0-9]{1,2})分)?|:(?P<min4>[0-5][0-9])))?"
)
_QUARTERS_OF_AN_HOUR = re.compile(r"(?<![点时])(?P<n>[一三])刻钟|(?<=小时)(?P<n2>[一三])刻")
_YEAR_AND_HALF = re.compile(
    r"(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?P<unit>年|个月|個月|小时|个小时|天)半|(?P<n2>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个半(?P<unit2>小时|月)|半(?P<alone>年|个?月(?!板|刊|谈|湾|形)|天|小时|个小时|个?世纪)|(?P<quarter>四分之一个?世纪)"
)
_DATE_PREFIX = re.compile(
    r"(?:(?P<by>截至|截止到?|到|至|不晚于|不迟于|早于|在(?=$))|(?P<after>自从?|从|从(?=$)|不早于|晚于|始于)) ?$"
)
_BOUND = re.compile(
    r"(?:(?P<by>最迟|最晚|至迟)|(?P<after>最早|最快))(?:有望|预计)?[将可能会要应须需于在到也]{0,4}(?:今年|明年|后年|本月|下月|下个月|当年)?$"
)
_DATE_SUFFIX = re.compile(
    r"(?:(?P<by>之前|以前|前(?![后後三景往])|止|为止)|(?P<after>或?以后|或?之后|以来|起|后(?![来备])|开始)|(?P<about>前后|左右))"
)
_PARTS: Final[dict[str, Qualifier]] = {
    "初": "early", "年初": "early", "上旬": "early", "中旬": "mid", "中": "mid", "年中": "mid",
    "末": "late", "底": "late", "年底": "late", "年末": "late", "下旬": "late",
}  # fmt: skip


def whole_number(written: str) -> int:
    """A whole number in digits or characters; a year may be spelled digit by digit."""
    value = numerals.myriad(written)
    return int(value) if value is not None else 0


def read_dates(draft: Draft) -> None:
    """Adds the dates, periods and times of day."""
    if draft.has_digits:
        draft.read(_ISO, lambda found: _date(draft, found), ("-", "/", "."))
        draft.read(NAMED_DAY, lambda found: add_named_day(draft, found), ("·",))
    draft.read(_DATE, lambda found: _date(draft, found), ("月",))
    draft.read(_DATE_DAYS, lambda found: _date(draft, found), ("月",))
    draft.read(_DECADE, lambda found: _decade(draft, found), ("年代",))
    draft.read(_QUARTER, lambda found: _quarter(draft, found), ("季", "Q"))
    _read_quarter_before(draft)
    draft.read(_HALF, lambda found: _half(draft, found), ("半年",))
    draft.read(_QUARTERS_OF_AN_HOUR, lambda found: _quarters_of_an_hour(draft, found), ("刻",))
    draft.read(_YEAR_AND_HALF, lambda found: _and_a_half(draft, found), ("半", "四分之一"))
    draft.read(_FIRST_DAYS, lambda found: _first_days(draft, found), ("月前", "月上", "份前"))
    draft.read(_FIRST_MONTHS, lambda found: _first_months(draft, found), ("个月",))
    draft.read(_MONTHS, lambda found: _months(draft, found), ("月",))
    draft.read(_YEARS, lambda found: add_years(draft, found), ("年",))
    draft.read(_YEAR_ALONE, lambda found: _year(draft, found), ("年", "FY"))
    draft.read(_CLOCK, lambda found: _clock(draft, found), ("时", "点", ":"))
    draft.read(_DAY, lambda found: _days(draft, found), ("日", "号"))


def date_qualifier(draft: Draft, place: Place, part: str | None = None) -> Qualifier:
    """How a date is meant: 底, 之前, 以来, 前后."""
    if part:
        return _PARTS[part]
    before = draft.text[max(0, place[0] - 10) : place[0]]
    found = _BOUND.search(before) or _DATE_SUFFIX.match(draft.text, place[1]) or _DATE_PREFIX.search(before)
    if (
        found is None
        or found.lastgroup is None
        or (found[0] == "在" and draft.text[place[1] :][:1] in "至到")
    ):
        return "exact"  # 在10月至次年5月的淡季
    return cast(Qualifier, found.lastgroup)


def _date(draft: Draft, found: re.Match[str]) -> Place | None:
    groups = found.groupdict()
    year = whole_number(groups["y"]) if groups.get("y") else None
    month = whole_number(groups["m"])
    first = day_value(year, month, whole_number(groups["d"]))
    if first is None:
        return None
    place = found.span()
    if not groups.get("d2"):
        draft.add("date", first, place, qualifier=date_qualifier(draft, place))
        return place
    second_year = int(groups["y2"]) if groups.get("y2") else year
    second = day_value(
        second_year, whole_number(groups["m2"]) if groups.get("m2") else month, whole_number(groups["d2"])
    )
    if second is None:
        return None
    draft.add("date-range", first, place, maximum=second)
    return place


def _first_days(draft: Draft, found: re.Match[str]) -> Place | None:
    """10月前20天: 10월 1~20일."""
    month = whole_number(found["m"])
    first, last = (day_value(None, month, day) for day in (1, whole_number(found["n"])))
    if first is None or last is None:
        return None
    draft.add("date-range", first, found.span(), maximum=last, hard=False)
    return found.span()


def _months(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    if found["m2"]:
        year = whole_number(found["y"]) if found["y"] else None
        second = int(found["y2"][:4]) if found["y2"] else year
        draft.add(
            "range",
            period_value(year, f"{whole_number(found['m']):02d}"),
            place,
            unit="month",
            maximum=period_value(second, f"{whole_number(found['m2']):02d}"),
        )
        return place
    year = whole_number(found["y1"]) if found["y1"] else None
    draft.add(
        "month",
        period_value(year, f"{whole_number(found['m1']):02d}"),
        place,
        qualifier=date_qualifier(draft, place, found["part"]),
    )
    return place


def _first_months(draft: Draft, found: re.Match[str]) -> Place:
    """前9个月: 1~9월, 9월까지, or nine months."""
    number = whole_number(found["n"])
    year = int(found["y"]) if found["y"] else None
    draft.add("month", period_value(year, f"{number:02d}"), found.span(), hard=False)
    draft.add("duration", Decimal(number), found.span("n"), unit="month", hard=False)
    add_period_of(draft, found.span(), number, year)
    return found.span()


def _quarter(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    year = int(found["y"]) if found["y"] else None
    if found["first"]:
        quarters = whole_number(found["first"][1])
        draft.add("quarter", period_value(year, f"Q{quarters}"), place, hard=False)
        for month in (1, 3 * quarters):  # January to September
            draft.add("month", period_value(year, f"{month:02d}"), place, hard=False)
        return place
    first = period_value(year, f"Q{found['q3'] or whole_number(found['q'])}")
    if found["q2"]:
        draft.add(
            "range", first, place, unit="quarter", maximum=period_value(year, f"Q{whole_number(found['q2'])}")
        )
    else:
        draft.add("quarter", first, place, qualifier=date_qualifier(draft, place))
    return place


def _read_quarter_before(draft: Draft) -> None:
    """第三季度……环比下降: held against the second quarter, which other languages name."""
    found = draft.text.find("环比")
    if found < 0:
        return
    for quarter in {fact.value for fact in draft.found if fact.kind == "quarter" and fact.hard}:
        before = (int(str(quarter)[-1]) - 2) % 4 + 1
        draft.add("quarter", f"--Q{before}", (found, found + 2), hard=False)


def _half(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    year = int(found["y"]) if found["y"] else None
    draft.add(
        "half",
        period_value(year, "H1" if found["half"] == "上" else "H2"),
        place,
        qualifier=date_qualifier(draft, place),
    )
    return place


def _decade(draft: Draft, found: re.Match[str]) -> Place:
    year = found["y"] or (f"{whole_number(found['y3'])}" if found["y3"] else None)
    if year:
        draft.add("decade", year + "s", found.span())
        return found.span()
    century = found["century"]
    start = "--" if century is None else str((20 if century.startswith("上") else whole_number(century)) - 1)
    for written in (found["d"], found["d2"]):
        if written:
            draft.add("decade", f"{start}{whole_number(written):02d}s", found.span())
    return found.span()


def _year(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    draft.add(
        "year",
        str(whole_number(found["y"] or found["y3"])),
        place,
        qualifier=date_qualifier(draft, place, found["part"]),
    )
    return place


def _days(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    first = f"---{whole_number(found['d'] or found['d3']):02d}"
    if found["d2"]:
        draft.add("date-range", first, place, maximum=f"---{whole_number(found['d2']):02d}")
    else:
        draft.add("date", first, place, qualifier=date_qualifier(draft, place))
    return place


_LATE_HOURS: Final = frozenset(("下午", "中午", "傍晚", "晚上", "夜间", "深夜", "晚间", "晚"))


def _clock(draft: Draft, found: re.Match[str]) -> Place | None:
    hour = whole_number(found["h"] or found["h0"])
    minute = 30 if found["half"] else whole_number(found["min"] or found["min2"] or "0")
    part = found["part"]
    half = "" if part is None else "pm" if part in _LATE_HOURS else "am"
    if half == "pm" and ((part == "中午" and hour == 11) or (part not in ("下午", "中午") and hour == 12)):
        half = "am"  # 晚上12时 is midnight
    if found["first"]:
        # 下午5至6时
        add_clock(draft, (found.start(), found.start("h")), int(found["first"]), 0, half, colon=False)
    place = (
        found.start("h") if found["first"] else found.start(),
        found.start("h2") if found["h2"] else found.end(),
    )
    colon = found["min2"] is not None
    if not add_clock(draft, place, hour, minute, half, colon=colon):
        return None
    if found["h2"]:
        add_clock(
            draft,
            (found.start("h2"), found.end()),
            int(found["h2"]),
            int(found["min4"] or found["min5"] or 0),
            half if half == "pm" else "",
            colon=colon,
        )
    return found.span()


_MONTHS_IN: Final = {
    "年": (Decimal(12), "month"),
    "个月": (Decimal(1), "month"),
    "個月": (Decimal(1), "month"),
    "世纪": (Decimal(1200), "month"),
    "个世纪": (Decimal(1200), "month"),
}


def _quarters_of_an_hour(draft: Draft, found: re.Match[str]) -> Place:
    return add_quarters_of_an_hour(draft, found.span(), whole_number(found["n"] or found["n2"]))


def _and_a_half(draft: Draft, found: re.Match[str]) -> Place:
    """一年半 is eighteen months, 半年 six."""
    if found["quarter"]:
        draft.add("duration", Decimal(300), found.span(), unit="month", factor=Decimal(300), hard=False)
        return found.span()
    written = found["n"] or found["n2"]
    if found["alone"] in ("个月", "月"):
        add_half_of_a_month(draft, found.span())
        return found.span()
    unit = found["unit"] or found["alone"] or f"个{found['unit2']}"
    number = Decimal(whole_number(written)) + Decimal("0.5") if written else Decimal("0.5")
    factor, base = _MONTHS_IN.get(unit, (Decimal(86400 if unit == "天" else 3600), "second"))
    draft.add(
        "duration",
        plain(times(number, factor)),
        found.span(),
        unit=base,
        factor=factor,
        qualifier=draft.qualifier(found.span()) if written else "exact",
        hard=written is not None,
    )
    return found.span()
