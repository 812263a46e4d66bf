"""Figures that only one text has, and what excuses them: said before, converted, or a list counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Final

from languages.parity.atoms import Atom, Key, same
from languages.parity.movements import MOVING
from languages.parity.reading import Reading
from languages.parity.units import OPEN

_CONVERTED: Final = frozenset(("money", "area", "measure"))
_BETWEEN_CONVERSIONS = re.compile(
    r"[ ,，、(（\[]*(?:or|equal to|equivalent to|about|approximately|roughly|around|some|约合|折合|相当于|约|合|약|한화|원화|미화|=|≈| )*[ ]*",
    re.IGNORECASE,
)
_FEW: Final = 24
_NEAR: Final = 40


def listed(reading: Reading, segment: Callable[[int], int]) -> frozenset[tuple[int, int]]:
    """Segments with how many figures of one kind each lists."""
    counts = Counter(
        (segment(fact.span.start), fact.kind, fact.unit)
        for fact in reading.facts
        if fact.kind in MOVING and fact.unit != OPEN
    )
    return frozenset((place, number) for (place, _kind, _unit), number in counts.items())


def by_key(atoms: list[Atom]) -> dict[Key, list[Atom]]:
    """A few atoms for each key."""
    found: dict[Key, list[Atom]] = defaultdict(list)
    for atom in atoms:
        for key in atom.keys:
            if len(found[key]) < _FEW:
                found[key].append(atom)
    return found


def lost_ones(own: list[Atom], others: list[Atom]) -> list[Atom]:
    """Ones in digits that only the other text has: 1명 asks for no answer, but it is no 4명 either."""
    if any(atom.written == 1 for atom in own):
        return []
    return [atom for atom in others if atom.written == 1 and atom.fact.text[:1] in ("1", "１")]


def is_said_before(atom: Atom, others: dict[Key, list[Atom]]) -> bool:
    """Whether the other text has the same value, though it has been answered there already."""
    return any(same(atom, other) for key in atom.keys for other in others.get(key, []))


def ends_of_amounts(own: list[Atom]) -> dict[str, list[tuple[int, str]]]:
    """Where the amounts of a text end, by kind, with their units."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for atom in own:
        if atom.kind in _CONVERTED:
            found[atom.kind].append((atom.fact.span.end, atom.fact.unit))
    return found


def is_conversion(atom: Atom, ends: dict[str, list[tuple[int, str]]], text: str) -> bool:
    """Whether the same amount has just been said in another unit: 10.1万亿韩元（约合535亿元）."""
    before = ends.get(atom.kind, [])
    at = bisect_left(before, (atom.fact.span.start + 1, ""))
    if at == 0:
        return False
    end, unit = before[at - 1]
    near = atom.fact.span.start - end <= _NEAR
    return (
        near
        and unit != atom.fact.unit
        and _BETWEEN_CONVERSIONS.fullmatch(text, end, atom.fact.span.start) is not None
    )
