"""A date prints no more exactly than it is known, and repeats nothing that a span has said."""

from __future__ import annotations

from datetime import date

import pytest

from languages.dates import DatePrecision, last_day, print_date
from languages.trilingual import LANGUAGES, Trilingual


def printed(day: date, precision: DatePrecision, end: date | None = None) -> Trilingual:
    return Trilingual(*(print_date(day, precision, language, end) for language in LANGUAGES))


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        ("day", Trilingual("2025년 11월 5일", "2025年11月5日", "November 5, 2025")),
        ("range", Trilingual("2025년 11월 5일", "2025年11月5日", "November 5, 2025")),
        ("early-month", Trilingual("2025년 11월 초", "2025年11月初", "early November 2025")),
        ("month", Trilingual("2025년 11월", "2025年11月", "November 2025")),
        ("year", Trilingual("2025년", "2025年", "2025")),
        ("decade", Trilingual("2020년대", "2020年代", "the 2020s")),
        ("none", Trilingual()),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(precision: DatePrecision, expected: Trilingual) -> None:
    assert printed(date(2025, 11, 5), precision) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (date(2025, 10, 25), Trilingual("2025년 10월 20일~25일", "2025年10月20日至25日", "October 20 to 25, 2025")),
        (
            date(2025, 11, 5),
            Trilingual("2025년 10월 20일~11월 5일", "2025年10月20日至11月5日", "October 20 to November 5, 2025"),
        ),
        (
            date(2026, 1, 2),
            Trilingual(
                "2025년 10월 20일~2026년 1월 2일", "2025年10月20日至2026年1月2日", "October 20, 2025 to January 2, 2026"
            ),
        ),
        (date(2025, 10, 20), Trilingual("2025년 10월 20일", "2025年10月20日", "October 20, 2025")),
    ],
)  # fmt: skip
def test_a_span_of_days_repeats_nothing(end: date, expected: Trilingual) -> None:
    assert printed(date(2025, 10, 20), "range", end) == expected


@pytest.mark.parametrize(
    ("precision", "start", "end", "expected"),
    [
        ("month", date(2025, 5, 1), date(2025, 6, 1), Trilingual("2025년 5~6월", "2025年5月至6月", "May to June 2025")),
        (
            "month",
            date(2025, 12, 1),
            date(2026, 1, 1),
            Trilingual("2025년 12월~2026년 1월", "2025年12月至2026年1月", "December 2025 to January 2026"),
        ),
        ("month", date(2025, 5, 1), date(2025, 5, 31), Trilingual("2025년 5월", "2025年5月", "May 2025")),
        ("year", date(2017, 1, 1), date(2021, 1, 1), Trilingual("2017~2021년", "2017年至2021年", "2017 to 2021")),
        ("year", date(2017, 1, 1), date(2017, 12, 31), Trilingual("2017년", "2017年", "2017")),
    ],
)  # fmt: skip
def test_a_span_of_months_or_years_keeps_its_end(
    precision: DatePrecision, start: date, end: date, expected: Trilingual
) -> None:
    assert printed(start, precision, end) == expected


def test_a_date_known_to_the_day_does_not_become_a_span_by_a_stray_end() -> None:
    assert printed(date(2025, 10, 20), "day", date(2025, 10, 25)).en == "October 20, 2025"


@pytest.mark.parametrize(
    ("day", "precision", "end", "last"),
    [
        (date(2025, 11, 5), "day", None, date(2025, 11, 5)),
        (date(2025, 10, 31), "range", date(2025, 11, 1), date(2025, 11, 1)),
        (date(2025, 11, 1), "early-month", None, date(2025, 11, 10)),
        (date(2024, 2, 1), "month", None, date(2024, 2, 29)),
        (date(2025, 5, 1), "month", date(2025, 6, 1), date(2025, 6, 30)),
        (date(2025, 1, 1), "year", None, date(2025, 12, 31)),
        (date(2025, 1, 1), "year", date(2027, 1, 1), date(2027, 12, 31)),
        (date(2025, 1, 1), "decade", None, date(2029, 12, 31)),
        (date(2025, 1, 1), "none", None, None),
    ],
)
def test_the_last_day_is_the_last_one_that_the_printed_date_may_mean(
    day: date, precision: DatePrecision, end: date | None, last: date | None
) -> None:
    assert last_day(day, precision, end) == last
