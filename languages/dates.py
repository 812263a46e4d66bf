"""How a date prints in each language, no more exactly than it is known."""

from __future__ import annotations

from datetime import date
from typing import Literal, assert_never

from languages.trilingual import Language, Trilingual

type DatePrecision = Literal["day", "range", "early-month", "month", "year", "decade", "none"]

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_RANGE_SIGN = {"ko": "~", "zh-hans": "至", "en": " to "}


def print_date(day: date, precision: DatePrecision, language: Language, end: date | None = None) -> str:
    """`day` in words. Dates are Korean calendar dates (Asia/Seoul); `end` belongs to `range`.

    A range repeats nothing that its first half has said: `2025년 10월 31일~11월 1일`.
    """
    match precision:
        case "none":
            return ""
        case "range" if end is not None:
            return _print_range(day, end, language)
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
