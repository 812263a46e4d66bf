"""Dates as Korean reports write them: '25.10.20.(월), 10.31~11.1, '25~'27, '26.1분기, '25.8월 말."""

from __future__ import annotations

import re

from languages.parity.draft import NAMED_DAY, Draft, Place, add_named_day, day_value, full_year, period_value
from languages.parity.korean_dates import (
    WEEKDAY,
    add_date,
    add_half,
    add_months,
    add_quarter,
    date_qualifier,
)

# an apostrophe that opens a year of two digits and closes no quotation
_SHORT = r"(?<![0-9A-Za-z가-힣])'"
_SHORT_YEARS = re.compile(
    _SHORT + r"(?P<y>[0-9]{2})(?:년도?)? ?[~→-] ?'?(?P<y2>20[0-9]{2}|[0-9]{2})(?:년도?)?(?![0-9.%]|[가-힣])"
)
_SHORT_YEAR = re.compile(
    _SHORT
    + r"(?P<y>[0-9]{2})(?: ?(?P<part>초|말)(?![가-힣]))?(?=[),/:;→]| ?→| ?~(?! ?[0-9])| (?:목표|기준|현재|실적|잠정|예정|계획|예산|착공|준공|개통|완공|$)|$)"
)
_PERIOD_OF_YEAR = re.compile(
    r"(?<![0-9.])(?P<y>20[0-9]{2}|(?<![0-9A-Za-z가-힣])'[0-9]{2})(?:\. ?| )(?:(?P<q>[1-4])(?:(?: ?[~-] ?|·)(?P<q2>[1-4]))?(?:(?:/4)? ?분기|Q(?![0-9A-Za-z]))|(?P<half>상|하)반기)"
    r"|(?<![0-9A-Za-z.])(?P<q3>[1-4])Q(?![0-9A-Za-z])"
)
_PART = r"(?: ?(?P<part>초|상순|중순|하순|말)(?![가-힣]))?"
_REPORT_DATE = re.compile(
    r"(?<![0-9.])'?(?P<y>[0-9]{4}|[0-9]{2})(?P<sign>\.|-|/) ?(?P<m>0?[1-9]|1[0-2])(?P=sign) ?(?P<d>[0-3]?[0-9])(?![0-9])(?:\.(?![0-9]))?"
    + WEEKDAY
    + r"(?: ?~ ?(?:(?:(?P<y2>[0-9]{4}|'[0-9]{2})\. ?)?(?P<m2>[0-9]{1,2})[./] ?)?(?P<d2>[0-9]{1,2})(?![0-9])\.?"
    + WEEKDAY
    + r")?"
)
_REPORT_RANGE = re.compile(
    r"(?<![0-9.,])(?P<m>[0-9]{1,2})[./](?: (?=[0-9]{1,2}\.? ?\([월화수목금토일]))?(?P<d>[0-9]{1,2})\.?"
    + WEEKDAY
    + r" ?[~-] ?(?:(?P<m2>[0-9]{1,2})[./] ?)?(?P<d2>[0-9]{1,2})\.?(?![0-9]|\.[0-9])"
    + WEEKDAY
    + r"(?! ?(?:%|배|조|억|만|개|명|도|시|℃|㎞|km|㎡|원|달러|톤|점|위|천|백|m|kg))"
)
# 1. 15.~3. 31.
_SPACED_RANGE = re.compile(
    r"(?<![0-9.,])(?<![0-9]\. )(?P<m>1[0-2]|[1-9])\. (?P<d>[12][0-9]|3[01]|[1-9])\."
    + WEEKDAY
    + r" ?[~-] ?(?:(?P<m2>1[0-2]|[1-9])\. )?(?P<d2>[12][0-9]|3[01]|[1-9])\."
    + WEEKDAY
)
_REPORT_DAY = re.compile(
    r"(?<![0-9.])(?P<m>[0-9]{1,2})[./] ?(?P<d>[0-9]{1,2})\.? ?\([월화수목금토일](?:요일)?\)"
    # (3.14., 하노이), (6.2. 기준)
    r"|(?<=\()(?P<m1>[1-9]|1[0-2])\.(?P<d1>[0-9]{1,2})\.(?=,|\)| (?:기준|현재|부터|까지|오|서|개최|체결))"
    # 결정·공시 4.30.
    r"|(?<=[ ·])(?P<m4>[1-9]|1[0-2])\.(?P<d4>[12][0-9]|3[01])\.(?=\n|$)"
    # 10. 15.부터, 8. 21. 개막
    r"|(?<![0-9.])(?<![0-9]\. )(?P<m3>[1-9]|1[0-2])\. (?P<d3>[12][0-9]|3[01]|[1-9])\.(?=부터|까지|에|자|이후|이전|현재|기준|~| [가-힣(]| [0-9]{1,2}:[0-9]{2}|,|\)|$)"
)
# 2025. 3. ~ 2029. 12., '25.3~12월: months of a report, with their years in full or in two digits
_REPORT_MONTHS = re.compile(
    r"(?<![0-9.])(?P<y>'[0-9]{2}|20[0-9]{2})\. ?(?P<m>0?[1-9]|1[0-2])\.? ?[~-] ?(?:(?P<y2>'[0-9]{2}|20[0-9]{2})\. ?)?"
    r"(?P<m2>1[0-2]|0?[1-9])(?:월|\.?(?! ?[0-9]))"
)
_REPORT_MONTH_IN_FULL = re.compile(
    r"(?<![0-9.])(?P<y>20[0-9]{2})\. ?(?P<m>0?[1-9]|1[0-2])(?:월|\.(?! ?[0-9]))" + _PART
)
_REPORT_MONTH = re.compile(
    r"(?<![0-9.])'(?P<y>[0-9]{2})\. ?(?P<m>0?[1-9]|1[0-2])(?:월|\.?(?![0-9]| ?(?:/4 ?)?분기))" + _PART
)


def read_report_dates(draft: Draft) -> None:
    """Adds the dates and periods that are written in digits and signs."""
    if not draft.has_digits:
        return
    draft.read(_PERIOD_OF_YEAR, lambda found: _period_of_year(draft, found), ("분기", "반기", "Q"))
    signs = (".", "/", "-")
    draft.read(_REPORT_DATE, lambda found: add_date(draft, found), signs)
    draft.read(NAMED_DAY, lambda found: add_named_day(draft, found), ("·",))
    draft.read(_REPORT_RANGE, lambda found: _report_range(draft, found), signs)
    draft.read(_SPACED_RANGE, lambda found: _report_range(draft, found), (". ",))
    draft.read(_REPORT_DAY, lambda found: _one_day(draft, found, None), ("(", ". "))
    draft.read(
        _REPORT_MONTHS, lambda found: add_months(draft, found, found["y"], found["m"], found["m2"]), signs
    )
    draft.read(
        _REPORT_MONTH_IN_FULL, lambda found: add_months(draft, found, found["y"], found["m"], None), (".",)
    )
    draft.read(_REPORT_MONTH, lambda found: add_months(draft, found, found["y"], found["m"], None), ("'",))
    draft.read(_SHORT_YEARS, lambda found: _short_years(draft, found), ("'",))
    draft.read(_SHORT_YEAR, lambda found: _short_year(draft, found), ("'",))


def _period_of_year(draft: Draft, found: re.Match[str]) -> Place:
    if found["q3"]:
        draft.add("quarter", period_value(None, f"Q{found['q3']}"), found.span())
        return found.span()
    return add_quarter(draft, found) if found["q"] else add_half(draft, found)


def _short_years(draft: Draft, found: re.Match[str]) -> Place | None:
    first, second = (full_year(found[name]) for name in ("y", "y2"))
    if second <= first:
        return None
    draft.add("range", str(first), found.span(), unit="year", maximum=str(second))
    return found.span()


def _short_year(draft: Draft, found: re.Match[str]) -> Place:
    qualifier = date_qualifier(draft, found.span(), found["part"])
    draft.add("year", str(full_year(found["y"])), found.span(), qualifier=qualifier)
    return found.span()


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
    groups = found.groupdict()
    month = groups["m"] or groups.get("m1") or groups["m3"] or groups["m4"]
    day = groups["d"] or groups.get("d1") or groups["d3"] or groups["d4"]
    value = day_value(year, int(month), int(day))
    if value is None:
        return None
    draft.add("date", value, found.span(), qualifier=date_qualifier(draft, found.span()))
    return found.span()
