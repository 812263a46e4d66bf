"""How a date prints in each language, no more exactly than it is known."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Literal, assert_never

from languages.trilingual import Language, Trilingual

type DatePrecision = Literal["day", "range", "early-month", "month", "year", "decade", "none"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_LAST_OF_EARLY = 10
"""A month's first ten days, 초 and 初, are early in it."""
_RANGE_SIGN = {"ko": "~", "zh-hans": "至", "en": " to "}


def print_date(day: date, precision: DatePrecision, language: Language, end: date | None = None) -> str:
    """`day` in words. Dates are Korean calendar dates (Asia/Seoul); `end` makes it a span.

    A span repeats nothing that its first half has said: `2025년 10월 31일~11월 1일`, `2017~2021년`.
    """
    if end is not None and end != day and precision in _SPANS:
        return _SPANS[precision](day, end, language)
    match precision:
        case "none":
            return ""
        case "day" | "range":
            return _day(day, language)
        case "early-month":
            return Trilingual(
                f"{day.year}년 {day.month}월 초",
                f"{day.year}年{day.month}月初",
                f"early {_MONTHS[day.month - 1]} {day.year}",
            )[language]
        case "month":
            return Trilingual(
                f"{day.year}년 {day.month}월",
                f"{day.year}年{day.month}月",
                f"{_MONTHS[day.month - 1]} {day.year}",
            )[language]
        case "year":
            return Trilingual(f"{day.year}년", f"{day.year}年", f"{day.year}")[language]
        case "decade":
            decade = day.year // 10 * 10
            return Trilingual(f"{decade}년대", f"{decade}年代", f"the {decade}s")[language]
        case _:
            assert_never(precision)


def hides_end(day: date, end: date | None, precision: str) -> bool:
    """Whether a date that is known so exactly is printed without the end that it has."""
    return end is not None and end != day and precision not in _SPANS


def last_day(day: date, precision: DatePrecision, end: date | None = None) -> date | None:
    """The last day that may be meant: of what is known to the year only, December 31. None where no date is printed.

    What is to come is told from what is past by this day: the stored one is the first that may be meant.
    """
    if end is not None and precision in _SPANS:
        day = max(day, end)
    match precision:
        case "none":
            return None
        case "day" | "range":
            return day
        case "early-month":
            return day.replace(day=max(day.day, _LAST_OF_EARLY))
        case "month":
            return day.replace(day=monthrange(day.year, day.month)[1])
        case "year":
            return date(day.year, 12, 31)
        case "decade":
            return date(day.year // 10 * 10 + 9, 12, 31)
        case _:
            assert_never(precision)


def _day(day: date, language: Language, *, year: bool = True, month: bool = True) -> str:
    if language == "en":
        name = _MONTHS[day.month - 1]
        text = f"{name} {day.day}" if month else f"{day.day}"
        return f"{text}, {day.year}" if year else text
    marks = ("년 ", "월 ", "일") if language == "ko" else ("年", "月", "日")
    return (
        (f"{day.year}{marks[0]}" if year else "")
        + (f"{day.month}{marks[1]}" if month else "")
        + f"{day.day}{marks[2]}"
    )


def _print_range(start: date, end: date, language: Language) -> str:
    same_year = start.year == end.year
    same_month = same_year and start.month == end.month
    sign = _RANGE_SIGN[language]
    if language == "en":
        first = _day(start, "en", year=not same_year)
        return first + sign + _day(end, "en", month=not same_month)
    return _day(start, language) + sign + _day(end, language, year=not same_year, month=not same_month)


def _print_months(start: date, end: date, language: Language) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return print_date(start, "month", language)
    same_year = start.year == end.year
    sign = _RANGE_SIGN[language]
    if language == "en":
        first = _MONTHS[start.month - 1] + ("" if same_year else f" {start.year}")
        return first + sign + print_date(end, "month", "en")
    marks = ("년 ", "월") if language == "ko" else ("年", "月")
    second = f"{end.month}{marks[1]}" if same_year else print_date(end, "month", language)
    # 2025년 5~6월, 2025年5月至6月
    month = "" if language == "ko" and same_year else marks[1]
    return f"{start.year}{marks[0]}{start.month}{month}{sign}{second}"


def _print_years(start: date, end: date, language: Language) -> str:
    if start.year == end.year:
        return print_date(start, "year", language)
    year = "年" if language == "zh-hans" else ""
    return f"{start.year}{year}{_RANGE_SIGN[language]}{print_date(end, 'year', language)}"


_SPANS: dict[DatePrecision, Callable[[date, date, Language], str]] = {
    "range": _print_range,
    "month": _print_months,
    "year": _print_years,
}
