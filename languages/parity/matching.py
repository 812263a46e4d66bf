"""Which fact of one text answers which of the other: exact multisets, segment by segment, then the field.

Time is in proportion to the number of facts: of equal candidates only the nearest few are looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from decimal import Decimal
from typing import Final

import msgspec

from languages.parity.atoms import Atom, Key, days_of_range, month_of, same, year_of
from languages.parity.kinds import Qualifier

_MOST_CANDIDATES: Final = 24
_DAY: Final = 86400

type Place = Callable[[Atom], int]

# qualifiers that translations use for one another
_ALIKE: Final[tuple[frozenset[Qualifier], ...]] = (
    frozenset(("at-least", "more-than", "odd")),
    frozenset(("up-to", "under", "within")),
    frozenset(("about", "nearly")),
    frozenset(("about", "odd")),
    frozenset(("exact", "within")),
    frozenset(("exact", "after")),
    frozenset(("nearly", "under")),
    *(frozenset(("peak", other)) for other in ("exact", "up-to", "under", "within", "about", "nearly")),
)
_PARTS: Final[frozenset[Qualifier]] = frozenset(("early", "mid", "late"))
_UPPER: Final = frozenset(("up-to", "under", "within"))
_LOWER: Final = frozenset(("at-least", "more-than", "odd"))
_UNQUALIFIED: Final = frozenset(("ordinal", "rank", "time"))
_CALENDAR: Final = frozenset(("date", "month", "quarter", "half", "year", "decade"))


class Match(msgspec.Struct, frozen=True):
    """Two atoms that say the same."""

    first: Atom
    second: Atom


class Matching(msgspec.Struct, frozen=True):
    """What was answered and what was not."""

    matches: list[Match]
    first: list[Atom]
    second: list[Atom]


def alike_with(qualifier: Qualifier) -> frozenset[Qualifier]:
    """The qualifiers by which translations say this one, itself among them."""
    return frozenset((qualifier,)).union(*(alike for alike in _ALIKE if qualifier in alike)) - {"exact"}


def qualified_alike(first: Atom, second: Atom) -> bool:
    """Whether both are meant the same way: 최대 and up to, 여 and more than."""
    one, other = first.fact.qualifier, second.fact.qualifier
    if one == other or "loose" in (one, other) or {first.kind, second.kind} & _UNQUALIFIED:
        return True
    if first.kind in _CALENDAR and second.kind in _CALENDAR:
        if {one, other} & _PARTS:
            return {one, other} == {"by", "late"}  # 11월까지: by the end of November
        return {one, other} != {"by", "after"}
    if first.kind in _CALENDAR or second.kind in _CALENDAR:
        return True
    if "after" in (one, other) and not first.kind == second.kind == "duration":
        return True
    if first.fact.maximum is not None and second.fact.maximum is not None and "exact" in (one, other):
        return True  # more than a usual 101.6 to 174 mm
    if _is_end(first, second.fact.qualifier) or _is_end(second, first.fact.qualifier):
        return True
    return any({one, other} <= alike for alike in _ALIKE)


def _is_end(atom: Atom, bound: Qualifier) -> bool:
    """Whether the other text says an end of a range by its bound: 19 to 34, 19세 이상 34세 이하."""
    if atom.fact.maximum is None:
        return False
    return bound in (_UPPER if atom.number == atom.fact.maximum else _LOWER)


def match(first: list[Atom], second: list[Atom], first_segment: Place, second_segment: Place) -> Matching:
    """Pairs the atoms of two texts.

    What stands in the same segment and is meant the same way is paired first; what has moved to another
    segment after that; what is meant another way last. Soft atoms answer only what is then left.
    """
    if not first and not second:
        return Matching([], [], [])
    matches: list[Match] = []
    hard = ([atom for atom in first if atom.fact.hard], [atom for atom in second if atom.fact.hard])
    soft = ([atom for atom in first if not atom.fact.hard], [atom for atom in second if not atom.fact.hard])
    left, right = hard
    for one_segment, alike in ((True, True), (False, True), (True, False), (False, False)):
        found, left, right = _pass(
            left,
            right,
            first_segment if one_segment else None,
            second_segment if one_segment else None,
            alike=alike,
        )
        matches += found
    for is_one in (_is_half, _is_twice, _is_part_of_a_relative_year):
        one, other = ([atom for atom in side if is_one(atom)] for side in (first, second))
        if len(one) == len(other) == 1:
            matches.append(Match(one[0], other[0]))
    left, right = (
        _answered_by_soft(left, _without_counterparts(soft[1], soft[0])),
        _answered_by_soft(right, _without_counterparts(soft[0], soft[1])),
    )
    left, right = _without_lengths(left, second), _without_lengths(right, first)
    left, right = _without_converted_areas(left, right)
    left = _named_elsewhere(left, second)
    right = _named_elsewhere(right, first)
    return Matching(matches, left, right)


def _is_half(atom: Atom) -> bool:
    """A soft half: that it may be said otherwise does not make 절반 이상 half."""
    return atom.kind == "ratio" and not atom.fact.hard and atom.text == "1/2"


def _is_twice(atom: Atom) -> bool:
    """Doubled, 두 배: that it may be said otherwise does not make almost doubled more than that."""
    return atom.kind == "multiple" and not atom.fact.hard and atom.number == _TWICE


_TWICE: Final = 2


def _is_part_of_a_relative_year(atom: Atom) -> bool:
    """The end of next year, 本月初: which year or month it is, every text says by its own words."""
    return not atom.fact.hard and not atom.text and atom.fact.qualifier in _PARTS


def _pass(
    left: list[Atom],
    right: list[Atom],
    left_segment: Place | None,
    right_segment: Place | None,
    *,
    alike: bool,
) -> tuple[list[Match], list[Atom], list[Atom]]:
    if not left or not right:
        return [], left, right
    waiting: dict[tuple[int, Key], list[int]] = defaultdict(list)
    for index in range(len(right) - 1, -1, -1):
        segment = right_segment(right[index]) if right_segment else 0
        for key in right[index].keys:
            waiting[segment, key].append(index)
    taken: set[int] = set()
    matches: list[Match] = []
    unmatched: list[Atom] = []
    for atom in left:
        segment = left_segment(atom) if left_segment else 0
        partner = _partner(
            atom, right, [waiting.get((segment, key), []) for key in atom.keys], taken, alike=alike
        )
        if partner is None:
            unmatched.append(atom)
        else:
            taken.add(partner)
            matches.append(Match(atom, right[partner]))
    return matches, unmatched, [atom for index, atom in enumerate(right) if index not in taken]


def _partner(
    atom: Atom, others: list[Atom], candidates: list[list[int]], taken: set[int], *, alike: bool
) -> int | None:
    """The first of the nearest candidates that says the same, of the same kind if there is one."""
    second_best: int | None = None
    for indices in candidates:
        while indices and indices[-1] in taken:
            indices.pop()
        for index in indices[: -_MOST_CANDIDATES - 1 : -1]:
            other = others[index]
            if index in taken or not same(atom, other) or (alike and not qualified_alike(atom, other)):
                continue
            if other.kind == atom.kind and other.fact.unit == atom.fact.unit:
                return index
            if second_best is None:
                second_best = index
    return second_best


def _without_counterparts(soft: list[Atom], others: list[Atom]) -> list[Atom]:
    """Without years, months and days such as this year, if the other text has as many: they answer one another."""
    if not any(not atom.text and atom.kind in _CALENDAR for atom in soft):
        return soft
    counted = Counter(atom.kind for atom in soft if not atom.text and atom.kind in _CALENDAR)
    counted_there = Counter(atom.kind for atom in others if not atom.text and atom.kind in _CALENDAR)
    return [
        atom
        for atom in soft
        if atom.text or atom.kind not in _CALENDAR or counted[atom.kind] > counted_there[atom.kind]
    ]


def _answered_by_soft(atoms: list[Atom], soft: list[Atom]) -> list[Atom]:
    """Those that no soft atom of the other text answers. A soft atom may answer more than one."""
    if not atoms or not soft:
        return atoms
    by_key: dict[Key, list[Atom]] = defaultdict(list)
    relative = [atom for atom in soft if not atom.keys]
    for atom in soft:
        for key in atom.keys:
            if len(by_key[key]) < _MOST_CANDIDATES:
                by_key[key].append(atom)
    return [
        atom
        for atom in atoms
        if not any(same(atom, other) for key in atom.keys for other in by_key.get(key, []))
        and not any(same(atom, other) for other in relative[:_MOST_CANDIDATES])
    ]


def _without_lengths(atoms: list[Atom], others: list[Atom]) -> list[Atom]:
    """Without what the other text says by first day and length: 15일부터 사흘간, July 15 to 17."""
    if not atoms:
        return atoms
    ranges = {days_of_range(other.fact) for other in others if other.fact.kind == "date-range"}
    lengths = {int(other.number) // _DAY for other in others if _is_length(other)}
    return [
        atom
        for atom in atoms
        if not (_is_length(atom) and int(atom.number) // _DAY in ranges)
        and not (atom.text == atom.fact.maximum and days_of_range(atom.fact) in lengths)
    ]


_SQUARE_METRES: Final = {"m2": Decimal(1), "pyeong": Decimal("3.305785"), "mu": Decimal("666.6667")}
_ROUNDED: Final = Decimal("0.015")


def _without_converted_areas(left: list[Atom], right: list[Atom]) -> tuple[list[Atom], list[Atom]]:
    """Without areas that one text says in the old unit of its country: 1만 평, 3.3 hectares; 1.8万亩."""
    taken: set[int] = set()
    alone = []
    for atom in left:
        area = _square_metres(atom)
        partner = next(
            (
                index
                for index, other in enumerate(right[:_MOST_CANDIDATES])
                if area is not None
                and index not in taken
                and other.fact.unit != atom.fact.unit
                and (there := _square_metres(other)) is not None
                and abs(area - there) <= _ROUNDED * area
            ),
            None,
        )
        if partner is None:
            alone.append(atom)
        else:
            taken.add(partner)
    return alone, [other for index, other in enumerate(right) if index not in taken]


def _square_metres(atom: Atom) -> Decimal | None:
    factor = _SQUARE_METRES.get(atom.fact.unit) if atom.kind == "area" else None
    return None if factor is None or atom.number > _LARGEST_AREA else atom.number * factor


_LARGEST_AREA: Final = Decimal(10) ** 18


def _is_length(atom: Atom) -> bool:
    return (
        atom.kind == "duration"
        and atom.fact.unit == "second"
        and atom.number % _DAY == 0
        and atom.number > _DAY
    )


def _named_elsewhere(atoms: list[Atom], others: list[Atom]) -> list[Atom]:
    """Without years and months that the other text names as part of a date."""
    if not any(atom.kind in ("year", "month") for atom in atoms):
        return atoms
    years = {year_of(other) for other in others}
    months = {(month_of(other)) for other in others}
    return [
        atom
        for atom in atoms
        if not (atom.kind == "year" and atom.fact.kind != "range" and atom.text in years)
        and not (atom.kind == "month" and month_of(atom) in months and year_of(atom) in {*years, None})
    ]
