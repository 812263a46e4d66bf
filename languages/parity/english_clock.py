"""Times of day in English, and what a clock stopped at: 2:30 p.m., half past nine in the morning, 3:42.50."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from languages.parity.draft import Draft, Place
from languages.parity.numerals import small_number
from languages.parity.ratios import add_clock
from languages.parity.units import OPEN

_RACE = re.compile(r"(?<![0-9:.])(?P<min>[0-9]{1,2}):(?P<sec>[0-5][0-9])\.(?P<rest>[0-9]{1,3})(?![0-9:])")
_CLOCK = re.compile(
    r"(?<![0-9:.$])(?P<h>[0-9]{1,2})(?::(?P<min>[0-5][0-9]))?(?:(?:-| to | and )(?P<h2>[0-9]{1,2})(?::(?P<min2>[0-5][0-9]))?)? ?(?P<half>[ap]\.?m\b\.?)(?![a-z])"
    r"|(?<![0-9:.])(?P<h3>[0-9]{1,2}):(?P<min3>[0-5][0-9])(?![0-9:])(?: ?- ?(?P<h4>[0-9]{1,2}):(?P<min4>[0-5][0-9]))?|\b(?P<noon>noon|midnight)\b|\b(?P<h5>[0-9]{1,2}) o'clock",
    re.IGNORECASE,
)

# at half past eight, 50 minutes past midnight
_PAST = re.compile(
    r"\b(?:(?P<part>half|a quarter|quarter)|(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|[1-5]?[0-9]) minutes?) past"
    r" (?P<h>midnight|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])\b"
    r"(?! (?:in the (?:morning|afternoon|evening)|at night)\b)",
    re.IGNORECASE,
)
_CLOCK_IN_WORDS = re.compile(
    r"\b(?:(?P<at>at|from|until|till|by|around|before|after|to) )?(?:(?P<past>half|a quarter|quarter) past |(?P<to>a quarter|quarter) to )?"
    r"(?P<h>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?P<clock> o'clock)? (?:in the (?P<part>morning|afternoon|evening)|(?P<night>at night))\b",
    re.IGNORECASE,
)
_OF_CLOCKS: Final = (":", "am", "pm", "a.m", "p.m", "o'clock", "noon", "midnight")


def read_clock(draft: Draft) -> None:
    """Adds the times of day."""
    if draft.has_digits:
        draft.read(_RACE, lambda found: _race(draft, found), (":",))
    draft.read(_PAST, lambda found: _past(draft, found), (" past ",))
    draft.read(_CLOCK, lambda found: _clock(draft, found), _OF_CLOCKS)
    draft.read(_CLOCK_IN_WORDS, lambda found: _clock_in_words(draft, found), (" in the ", " at night"))


def _race(draft: Draft, found: re.Match[str]) -> Place:
    """3:42.50 is 3분 42초 50."""
    seconds = Decimal(60 * int(found["min"]) + int(found["sec"]))
    draft.add("duration", seconds, found.span(), unit="second")
    draft.add("count", Decimal(int(found["rest"])), (found.start("rest"), found.end()), unit=OPEN)
    return found.span()


def _past(draft: Draft, found: re.Match[str]) -> Place | None:
    """Half past eight, of a half of the day that is said elsewhere; one minute past midnight."""
    minute = 30 if (found["part"] or "").lower() == "half" else 15 if found["part"] else _number(found["n"])
    hour = found["h"].lower()
    if hour in ("midnight", "noon"):
        draft.add("time", f"{12 if hour == 'noon' else 0:02d}:{minute:02d}", found.span())
        return found.span()
    return found.span() if add_clock(draft, found.span(), _hour(hour), minute, "", colon=False) else None


def _clock(draft: Draft, found: re.Match[str]) -> Place | None:
    place = found.span()
    if found["noon"]:
        draft.add("time", "12:00" if found["noon"].lower() == "noon" else "00:00", place, hard=False)
        return place
    half = (found["half"] or "").lower().replace(".", "")
    hour, minute = int(found["h"] or found["h3"] or found["h5"]), int(found["min"] or found["min3"] or 0)
    second, second_minute = found["h2"] or found["h4"], int(found["min2"] or found["min4"] or 0)
    colon = found["min3"] is not None
    if not half and _LATE_IN_THE_DAY.match(draft.text, place[1]):
        half = "pm"
    first_half = half
    if second and half == "pm" and hour > int(second):
        first_half = "am"
    name = "h2" if found["h2"] else "h4"
    if not add_clock(
        draft, (place[0], found.start(name) if second else place[1]), hour, minute, first_half, colon=colon
    ):
        return None
    if second:
        add_clock(draft, (found.start(name), place[1]), int(second), second_minute, half, colon=colon)
    return place


# at 11:27 last night
_LATE_IN_THE_DAY = re.compile(
    r" (?:last night|tonight|at night|in the (?:afternoon|evening)|(?:this|that|yesterday) (?:afternoon|evening))\b",
    re.IGNORECASE,
)


def _clock_in_words(draft: Draft, found: re.Match[str]) -> Place | None:
    """At half past nine in the morning; of two meetings in the morning nobody knows when."""
    if not (found["at"] or found["past"] or found["to"] or found["clock"]):
        return None
    place = found.end("at") + 1 if found["at"] else found.start(), found.end()
    hour, minute = _hour(found["h"]), 0
    if found["past"]:
        minute = 30 if found["past"].lower() == "half" else 15
    elif found["to"]:
        hour, minute = hour - 1, 45
    early = (found["part"] or "").lower() == "morning" or (found["night"] and (hour < 6 or hour == 12))
    return place if add_clock(draft, place, hour, minute, "am" if early else "pm", colon=False) else None


def _hour(written: str) -> int:
    return {"eleven": 11, "twelve": 12}.get(written.lower()) or small_number(written)


def _number(written: str) -> int:
    return int(written) if written.isdigit() else small_number(written)
