"""A bound said once for several figures: 20 m (70 km/h) or more, 술 2ℓ·400달러 이하, roughly 20 or, for some, 22 million.

One language repeats it for each figure, another leaves it to the list. A word before the first figure holds for those
behind it, a word behind the last for those before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from languages.parity.kinds import Fact, Qualifier
from languages.parity.qualifiers import is_bounded_behind
from languages.parity.reading import Reading

# of one kind, with what is counted or whom it is for between them
_LISTED: Final = {
    "ko": re.compile(r"[^.;\n]{0,3}(?:[,·/(]|및|또는)[^.;\n]{0,10}"),
    "zh-hans": re.compile(r"[^。；\n]{0,2}[，、（(/和或][^。；\n]{0,8}"),
    "en": re.compile(r"[^.;\n]{0,26}(?:[,(/]|\b(?:and|or)\b)[^.;\n]{0,12}"),
}
# of any kind, side by side: 20 metres per second (70 km/h), 2升、价值400美元以内
_BESIDE: Final = re.compile(
    r"(?: per [a-z]+)?\s?(?:[(（]\s?(?:시속 ?|초속 ?|时速|每秒|约|약 ?)?|[、·/]\s?[^\s0-9]{0,3}\s?|,? (?:and|or|및) |[和或])[$₩€US]{0,3}"
)


def shares(reading: Reading, fact: Fact, wanted: frozenset[Qualifier]) -> bool:
    """Whether `fact`, which has no bound of its own, stands in a list with one that is meant in a `wanted` way."""
    at = bisect_left(reading.facts, fact.span.start, key=lambda each: each.span.start)
    if at == len(reading.facts) or reading.facts[at].span != fact.span:
        return False
    return _is_meant_before(reading, at, wanted) or _is_meant_behind(reading, at, wanted)


def _is_meant_before(reading: Reading, at: int, wanted: frozenset[Qualifier]) -> bool:
    for index in range(at, 0, -1):
        before = reading.facts[index - 1]
        if not _is_listed(reading, before, reading.facts[index]) or before.qualifier not in {
            "exact",
            *wanted,
        }:
            return False
        if before.qualifier in wanted:
            return True
    return False


def _is_meant_behind(reading: Reading, at: int, wanted: frozenset[Qualifier]) -> bool:
    if at + 1 == len(reading.facts) or not _is_listed(reading, *reading.facts[at : at + 2]):
        return False
    behind = reading.facts[at + 1]
    return behind.qualifier in wanted and is_bounded_behind(
        reading.prepared.text, behind.span.end, reading.language
    )


def _is_listed(reading: Reading, first: Fact, second: Fact) -> bool:
    """Whether two figures stand in one list."""
    between = reading.prepared.text[first.span.end : second.span.start]
    listed = _LISTED["zh-hans" if reading.language == "zh-hant" else reading.language]
    alike = (first.kind, first.unit) == (second.kind, second.unit)
    return (alike and listed.fullmatch(between) is not None) or _BESIDE.fullmatch(between) is not None
