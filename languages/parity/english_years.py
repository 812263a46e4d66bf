"""Four digits in English: a year, or so many of something that is written without a comma."""

from __future__ import annotations

import re
from typing import Final

from languages.parity.units import ENGLISH

_NOW: Final = (1950, 2060)
"""Years that a text of today may name without a word that says it is one: the 2030 targets."""
# of the words that name a year, those that count nothing behind it: not by 2000 companies, a village of 2000 people
_BEFORE_A_YEAR = re.compile(
    r"\b(?:in|since|until|till|during|year|early|late|fiscal|back to|end of)[ -]$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\b(?:more than|fewer than|less than|over|some|nearly|almost|at least|up to|as many as|per|another|every|all|roughly|about|around|approximately|total of|average of|maximum of|minimum of|number of) $",
    re.IGNORECASE,
)
_THINGS: Final = frozenset(
    ["units", "vehicles", "cars", "square", "participants", "cases", "sites", "buildings", "seats", "beds", "trees", "copies", "jobs"]
)  # fmt: skip
_COUNTED_NOUN = re.compile(r" (?:[a-z]{3,} )?(?:[a-z]{3,}s|people|men|women|children|staff|won)\b")
_UP_TO = re.compile(r"(?: ?- ?| to | and )([0-9]{4})(?![0-9,]|\.[0-9])")
_UNIT_BEHIND = re.compile(r"[ -]?([A-Za-z]{1,14}[²³]?|㎡|㎢|㎞|%)(?![A-Za-z])")


def counts(text: str, start: int, end: int) -> bool:
    """Whether four digits are no year but count what follows: 1500 adults, a 1915-meter peak, 1400 to 1550 won."""
    second = _UP_TO.match(text, end)
    if second is not None and _counts(text, *second.span(1)):
        return True
    return _counts(text, start, end)


def _counts(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 20) : start]
    if _COUNTED.search(before) and _COUNTED_NOUN.match(text, end):
        return True
    now = _NOW[0] <= int(text[start:end]) <= _NOW[1]
    is_after_a_word = _BEFORE_A_YEAR.search(before) is not None
    unit = _UNIT_BEHIND.match(text, end)
    if unit is not None:
        measure = ENGLISH.get(unit[1]) or ENGLISH.get(unit[1].lower())
        counted = unit[1].lower() in _THINGS or (
            measure is not None and measure.kind in ("duration", "count")
        )
        if (counted and not is_after_a_word) or (measure is not None and not counted):
            return True
    if now:
        return False
    return _COUNTED_NOUN.match(text, end) is not None and not is_after_a_word
