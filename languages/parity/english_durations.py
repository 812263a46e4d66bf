"""Lengths of time in English that are no number with a unit: half an hour, a decade, a fourth week in a row."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from languages.parity.draft import Draft, Place, add_quarters_of_an_hour, plain
from languages.parity.english_shares import ORDINAL_WORDS
from languages.parity.numerals import SMALL_WORDS, small_number, times
from languages.parity.units import ENGLISH, OPEN, Measure

_SPANS: Final = {
    "decade": (120, "month"),
    "century": (1200, "month"),
    "fortnight": (14 * 86400, "second"),
    "around the clock": (86400, "second"),
    "24/7": (86400, "second"),
    "round-the-clock": (86400, "second"),
    "half a year": (6, "month"),
    "half a century": (600, "month"),
    "a quarter of a century": (300, "month"),
    "quarter-century": (300, "month"),
    "quarter century": (300, "month"),
    "overnight": (86400, "second"),
    "every other day": (2 * 86400, "second"),
    "every other week": (14 * 86400, "second"),
    "every other month": (2, "month"),
    "every other year": (24, "month"),
    "biweekly": (14 * 86400, "second"),
    "fortnightly": (14 * 86400, "second"),
    "bimonthly": (2, "month"),
    "biennial": (24, "month"),
    "biennially": (24, "month"),
}
_QUARTER_OF_A_CENTURY: Final = 300
"""Months."""
_SPAN = re.compile(r"\b(?:" + "|".join(_SPANS) + r")\b", re.IGNORECASE)
_QUARTERS_OF_AN_HOUR = re.compile(
    r"\b(?:(?P<three>three)[- ]quarters|(?:a )?quarter)(?: of an)? hour\b|\b(?:a )?quarter-hour\b",
    re.IGNORECASE,
)
_SINGLE: Final = frozenset(("minute", "hour", "day", "week", "month", "year"))
_ONE = re.compile(
    rf"\b(?:an?|one) (?:full |whole |single )?(?P<unit>{'|'.join(sorted(_SINGLE))})\b(?! (?:ago|earlier|before)\b)",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(
    rf"\b(?P<n>{'|'.join(ORDINAL_WORDS)}|[0-9]{{1,3}}(?:st|nd|rd|th)) (?:(?:straight|consecutive|successive) (?P<unit>day|week|month|quarter|year)\b|(?P<unit2>day|week|month|quarter|year) (?:in a row|running)\b)",
    re.IGNORECASE,
)
_HALVES = re.compile(
    r"\b(?:(?<!and a )(?<!and-a-)(?<!and one )half(?:[ -]an?)?[ -](?P<unit>second|minute|hour|day|week|month|year|decade|mile|kilometer|kilometre|ton)s?|(?:an?|one) (?P<unit2>second|minute|hour|day|week|month|year|decade) and a half)\b",
    re.IGNORECASE,
)
_ONE_AND_MORE = re.compile(
    r"\b(?:an?|one|another) (?P<unit>minute|hour|day|week|month|year)(?= and (?:[0-9]{1,2}|[a-z]+) (?:seconds?|minutes?|hours?|days?|weeks?|months?)\b)",
    re.IGNORECASE,
)
# a runner's time: 2:25:41
_RUN_IN = re.compile(r"(?<![0-9:.])(?P<h>[0-9]{1,2}):(?P<m>[0-5][0-9]):(?P<s>[0-5][0-9])(?![0-9:])")


def read_times_run(draft: Draft) -> None:
    """Adds what a clock stopped at, before anybody takes it for a time of day."""
    draft.read(_RUN_IN, lambda found: _run_in(draft, found), (":",))


def read_durations(draft: Draft) -> None:
    """Adds every length of time that is said in words of its own."""
    draft.read(_QUARTERS_OF_AN_HOUR, lambda found: _quarters_of_an_hour(draft, found), ("quarter",))
    draft.read(_HALVES, lambda found: _halves(draft, found), ("half",))
    draft.read(
        _IN_A_ROW,
        lambda found: _in_a_row(draft, found),
        (" straight ", " consecutive ", " successive ", " in a row", " running"),
    )
    draft.read(_FINER_UNIT_LEFT_OUT, lambda found: _finer_unit_left_out(draft, found), (" hour", " minute"))
    draft.read(_ONE_AND_MORE, lambda found: _one_and_more(draft, found), (" and ",))
    draft.read(_SPAN, lambda found: _span(draft, found), tuple(_SPANS))


def read_articles_as_ones(draft: Draft) -> None:
    """Adds a week and a year, which are one: they may answer, and ask for no answer."""
    draft.read(_ONE, lambda found: _one(draft, found), _SINGLE)


# from two hours 40 minutes to two hours 23
_FINER_UNIT_LEFT_OUT = re.compile(
    rf"\b(?P<n>[0-9]{{1,2}}|{SMALL_WORDS}) (?P<unit>hour|minute)s? (?P<finer>[0-5]?[0-9])(?=\.(?! ?[0-9])|[;)]|,(?! ?[0-9])|$)",
    re.IGNORECASE,
)


_FINER_UNIT: Final = {
    "hour": re.compile(r" hours? [0-9]{1,2} minutes? (?:to|from|and)\b"),
    "minute": re.compile(r" minutes? [0-9]{1,2} seconds? (?:to|from|and)\b"),
}


def _finer_unit_left_out(draft: Draft, found: re.Match[str]) -> Place | None:
    """Minutes behind hours, or seconds behind minutes, of which the text has named the unit before."""
    of_hours = found["unit"].lower() == "hour"
    if not _FINER_UNIT[found["unit"].lower()].search(draft.small, max(0, found.start() - 40), found.start()):
        return None
    length = (small_number(found["n"]) * 60 + int(found["finer"])) * (60 if of_hours else 1)
    draft.add(
        "duration", Decimal(length), found.span(), unit="second", qualifier=draft.qualifier(found.span())
    )
    return found.span()


def _span(draft: Draft, found: re.Match[str]) -> Place | None:
    """A decade is ten years, whichever the other language prefers."""
    if draft.text[max(0, found.start() - 2) : found.start()].endswith("-") or (
        found[0].lower() == "century"
        and _ORDINAL_BEFORE.search(draft.text[max(0, found.start() - 14) : found.start()])
    ):
        return None
    length, unit = _SPANS[found[0].lower()]
    if length == _QUARTER_OF_A_CENTURY:  # its 25th anniversary, 25주년
        draft.add("count", Decimal(25), found.span(), unit=OPEN, hard=False)
    draft.add("duration", Decimal(length), found.span(), unit=unit, factor=Decimal(length), hard=False)
    return found.span()


_ORDINAL_BEFORE = re.compile(r"(?:[0-9](?:st|nd|rd|th)|[a-z]+th|first|second|third)[ -]$", re.IGNORECASE)


def _run_in(draft: Draft, found: re.Match[str]) -> Place:
    seconds = 3600 * int(found["h"]) + 60 * int(found["m"]) + int(found["s"])
    draft.add("duration", Decimal(seconds), found.span(), unit="second")
    return found.span()


def _one_and_more(draft: Draft, found: re.Match[str]) -> Place:
    """An hour and 20 minutes, of which the hour."""
    measure = ENGLISH[found["unit"].lower() + "s"]
    draft.add(
        "duration",
        measure.factor,
        found.span(),
        unit=measure.unit,
        factor=measure.factor,
        qualifier=draft.qualifier(found.span()),
        hard=False,
    )
    return found.span()


def _halves(draft: Draft, found: re.Match[str]) -> Place:
    """Half an hour, a year and a half."""
    name = (found["unit"] or found["unit2"]).lower()
    measure = Measure("duration", "second") if name == "second" else ENGLISH.get(name) or ENGLISH[name + "s"]
    number = Decimal("0.5") if found["unit"] else Decimal("1.5")
    draft.add(
        measure.kind,
        plain(times(number, measure.factor)),
        found.span(),
        unit=measure.unit,
        factor=measure.factor,
        qualifier="exact" if found["unit"] else draft.qualifier(found.span()),
        hard=found["unit"] is None,
    )
    return found.span()


def _in_a_row(draft: Draft, found: re.Match[str]) -> Place:
    """A fourth week in a row: the Korean 4주 연속, four weeks."""
    written = found["n"].lower()
    number = Decimal(ORDINAL_WORDS[written] if written in ORDINAL_WORDS else written[:-2])
    measure = ENGLISH[(found["unit"] or found["unit2"]).lower() + "s"]
    value = plain(times(number, measure.factor))
    draft.add(measure.kind, value, found.span(), unit=measure.unit, factor=measure.factor, hard=number > 2)
    draft.add("ordinal", number, found.span(), hard=False)
    return found.span()


def _quarters_of_an_hour(draft: Draft, found: re.Match[str]) -> Place:
    return add_quarters_of_an_hour(draft, found.span(), 3 if found["three"] else 1)


def _one(draft: Draft, found: re.Match[str]) -> Place | None:
    measure = ENGLISH[found["unit"].lower() + "s"]
    # of another factor than its unit's, it is no part of a longer time: five days a week, eight hours a day
    draft.add("duration", measure.factor, found.span("unit"), unit=measure.unit, hard=False)
    return None
