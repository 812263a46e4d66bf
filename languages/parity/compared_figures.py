"""Figures of two texts held against each other: which there are, how they are meant, and where they are placed by their keys."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from languages.parity.atoms import Atom
from languages.parity.exchanged import exchanged
from languages.parity.findings import Finding, Severity, Span
from languages.parity.left_over import (
    by_key,
    ends_of_amounts,
    is_conversion,
    is_said_before,
    listed,
    lost_ones,
)
from languages.parity.matching import Match, alike_with, match, qualified_alike
from languages.parity.movements import MOVING, counted_otherwise, turned_round, way_of
from languages.parity.qualifiers import BOUNDS, bounds_freely
from languages.parity.reading import Placeholder, Reading
from languages.parity.shared_bounds import shares
from languages.parity.sides import Sides


def compare_figures(sides: Sides) -> Iterator[Finding]:
    """Figures, how they are meant, and placeholders."""
    return _Figures(sides).findings()


class _Figures:
    def __init__(self, sides: Sides) -> None:
        self.sides = sides

    def _first_segment(self, atom: Atom) -> int:
        return self.sides.alignment.of_first(atom.fact.span.start)

    def _second_segment(self, atom: Atom) -> int:
        return self.sides.alignment.of_second(atom.fact.span.start)

    def findings(self) -> Iterator[Finding]:
        first, second = self.sides.atoms
        matching = match(first, second, self._first_segment, self._second_segment)
        left, right = list(matching.first), list(matching.second)
        yield from self._qualifiers(matching.matches)
        yield from self._movements(matching.matches)
        yield from self._turned_round(matching.matches)
        left, right = self._pairs_of_numbers(left, right)
        yield from self._placeholders(left, right)
        pairs, left, right = self._differing(left, right)
        for one, other in pairs:
            if not (
                _leaves_the_unit_out(one, other, self.sides.source)
                or _leaves_the_unit_out(other, one, self.sides.target)
            ):
                yield self._differs(one, other)
        yield from self._alone(left, first, second, source=True)
        yield from self._alone(right, second, first, source=False)

    def _qualifiers(self, matches: list[Match]) -> Iterator[Finding]:
        said: set[tuple[Span, Span]] = set()
        for pair in matches:
            places = (pair.first.fact.span, pair.second.fact.span)
            if places in said or qualified_alike(pair.first, pair.second):
                continue
            said.add(places)
            if self._bounds_a_list(pair):
                continue
            bound = {pair.first.fact.qualifier, pair.second.fact.qualifier} & BOUNDS
            details: dict[str, str] = {
                **self._texts(pair.first, pair.second),
                f"qualifier-{self.sides.source.language}": pair.first.fact.qualifier,
                f"qualifier-{self.sides.target.language}": pair.second.fact.qualifier,
            }
            if freely := self._bounded_freely(pair):
                details["freely"] = freely
            severity = Severity.BLOCKING if bound else Severity.WARNING
            yield self.sides.finding("qualifier-differs", severity, places[0], places[1], details)

    def _bounds_a_list(self, pair: Match) -> bool:
        """Whether the one text says for several figures at once what the other says of this one."""
        return any(
            plain.qualifier == "exact" and shares(reading, plain, alike_with(meant.qualifier))
            for plain, meant, reading in (
                (pair.first.fact, pair.second.fact, self.sides.source),
                (pair.second.fact, pair.first.fact, self.sides.target),
            )
        )

    def _movements(self, matches: list[Match]) -> Iterator[Finding]:
        """Figures that both texts have, and that rise in one and fall in the other."""
        said: set[tuple[Span, Span]] = set()
        for pair in matches:
            spans = (pair.first.fact.span, pair.second.fact.span)
            if spans in said or pair.first.kind not in MOVING or pair.second.kind not in MOVING:
                continue
            said.add(spans)
            ways = [
                way_of(reading.prepared.composed, span.start, span.end, reading.language)
                for span, reading in zip(spans, (self.sides.source, self.sides.target), strict=True)
            ]
            if None not in ways and ways[0] != ways[1]:
                details = {**self._texts(pair.first, pair.second), "kind": "direction", "topic": "direction"}
                yield self.sides.finding("figure-differs", Severity.BLOCKING, *spans, details)

    def _turned_round(self, matches: list[Match]) -> Iterator[Finding]:
        """Two figures that both texts have, and that changed places: from the one to the other, or what each counts."""
        changed = (
            *turned_round(matches, self.sides.source, self.sides.target, self._first_segment),
            *counted_otherwise(matches, self._first_segment),
            *exchanged(matches, self.sides.source, self.sides.target, self.sides.alignment.of_first),
        )
        for one, other in changed:
            first = _around(one.first.fact.span, other.first.fact.span)
            second = _around(one.second.fact.span, other.second.fact.span)
            details: dict[str, str] = {
                self.sides.source.language: first.of(self.sides.source.prepared.composed),
                self.sides.target.language: second.of(self.sides.target.prepared.composed),
                "kind": "turned-round",
                "topic": "turned-round",
            }
            yield self.sides.finding("figure-differs", Severity.BLOCKING, first, second, details)

    def _bounded_freely(self, pair: Match) -> str:
        """Which text bounds a number by a word that may as well compare it with another."""
        sides = (
            ("source", pair.first.fact, self.sides.source),
            ("target", pair.second.fact, self.sides.target),
        )
        bounding = [
            (side, fact, reading) for side, fact, reading in sides if fact.qualifier in {*BOUNDS, "about"}
        ]
        freely = [
            side
            for side, fact, reading in bounding
            if bounds_freely(
                reading.prepared.composed, fact.span, reading.language, by_noun=len(bounding) == 2
            )
        ]
        return freely[0] if len(freely) == 1 else ""

    def _pairs_of_numbers(self, left: list[Atom], right: list[Atom]) -> tuple[list[Atom], list[Atom]]:
        """A score or odds may be two numbers elsewhere: 1대 3, 1-3; 15대 1, 15 for each place."""
        left, right = _without_pairs(left, right)
        right, left = _without_pairs(right, left)
        return left, right

    def _differing(
        self, left: list[Atom], right: list[Atom]
    ) -> tuple[list[tuple[Atom, Atom]], list[Atom], list[Atom]]:
        """What is left on both sides, paired: same segment and kind first; and what stays without a partner."""
        pairs: list[tuple[Atom, Atom]] = []
        for criterion in ("number", "segment-kind", "kind", "segment"):
            waiting: dict[object, list[int]] = defaultdict(list)
            for index in range(len(right) - 1, -1, -1):
                waiting[self._criterion(right[index], criterion, second=True)].append(index)
            taken: set[int] = set()
            alone: list[Atom] = []
            for atom in left:
                others = waiting.get(self._criterion(atom, criterion, second=False))
                if others:
                    taken.add(others[-1])
                    pairs.append((atom, right[others.pop()]))
                else:
                    alone.append(atom)
            left, right = alone, [atom for index, atom in enumerate(right) if index not in taken]
        return sorted(pairs, key=lambda pair: pair[0].fact.span.start), left, right

    def _criterion(self, atom: Atom, criterion: str, *, second: bool) -> object:
        segment = self._second_segment(atom) if second else self._first_segment(atom)
        match criterion:
            case "number":  # the same number with another unit
                return (segment, atom.written) if atom.number else (segment, atom.kind, atom.text)
            case "segment-kind":
                return (segment, _family(atom))
            case "kind":
                return _family(atom)
            case _:
                return segment

    def _differs(self, one: Atom, other: Atom) -> Finding:
        code = "unit-differs" if one.written and one.written == other.written else "figure-differs"
        if one.kind == "ratio" or other.kind == "ratio":
            code = "figure-differs"
        details = {**self._texts(one, other), "kind": one.kind}
        return self.sides.finding(code, Severity.BLOCKING, one.fact.span, other.fact.span, details)

    def _alone(
        self, alone: list[Atom], own: list[Atom], others: list[Atom], *, source: bool
    ) -> Iterator[Finding]:
        if not alone:
            return
        language = self.sides.source.language if source else self.sides.target.language
        text = (self.sides.source if source else self.sides.target).prepared.composed
        ends = ends_of_amounts(own)
        said_there = by_key(others)
        ones = lost_ones(own, others)
        said: set[Span] = set()
        for atom in alone:
            span = atom.fact.span
            if span in said:
                continue
            said.add(span)
            details: dict[str, str] = {
                language: atom.fact.text,
                "kind": atom.kind,
                "value": atom.text or str(atom.number),
            }
            first, second = (span, None) if source else (None, span)
            if is_conversion(atom, ends, text):
                yield self.sides.finding("conversion-one-sided", Severity.WARNING, first, second, details)
            elif is_said_before(atom, said_there):
                # how often a text says a figure is its own affair, unless a one stands in its place
                if ones and atom.kind == ones[-1].kind:
                    one = ones.pop()
                    yield self._differs(atom, one) if source else self._differs(one, atom)
            elif not self._counts_a_list(atom, source=source):
                code = "figure-missing" if source else "figure-added"
                yield self.sides.finding(code, Severity.BLOCKING, first, second, details)

    def _counts_a_list(self, atom: Atom, *, source: bool) -> bool:
        """Whether a small number says how many figures of one kind its sentence lists: 910, 1,600 and 7,300, the three."""
        if atom.kind != "count" or not _FEWEST_LISTED <= atom.number <= _MOST_LISTED:
            return False
        listed, segment = (
            (self._listed_in_first, self._first_segment)
            if source
            else (self._listed_in_second, self._second_segment)
        )
        return (segment(atom), int(atom.number)) in listed and atom.number == int(atom.number)

    @cached_property
    def _listed_in_first(self) -> frozenset[tuple[int, int]]:
        return listed(self.sides.source, self.sides.alignment.of_first)

    @cached_property
    def _listed_in_second(self) -> frozenset[tuple[int, int]]:
        return listed(self.sides.target, self.sides.alignment.of_second)

    def _texts(self, one: Atom, other: Atom) -> dict[str, str]:
        return {self.sides.source.language: one.fact.text, self.sides.target.language: other.fact.text}

    # --- placeholders ------------------------------------------------------------------------------

    def _placeholders(self, left: list[Atom], right: list[Atom]) -> Iterator[Finding]:
        """Registered figures that only one text places; a figure typed instead is said with it."""
        if not self.sides.source.placeholders and not self.sides.target.placeholders:
            return
        first = Counter(placeholder.name for placeholder in self.sides.source.placeholders)
        second = Counter(placeholder.name for placeholder in self.sides.target.placeholders)
        for placeholder in _last(self.sides.source.placeholders, first - second):
            yield self._placeholder(placeholder, left, right, source=True)
        for placeholder in _last(self.sides.target.placeholders, second - first):
            yield self._placeholder(placeholder, right, left, source=False)

    def _placeholder(
        self, placeholder: Placeholder, beside: list[Atom], typed: list[Atom], *, source: bool
    ) -> Finding:
        """A placeholder without its counterpart. It takes the figure that is typed instead out of `typed`."""
        own, there = self._first_segment, self._second_segment
        if not source:
            own, there = there, own
        segment = (self.sides.alignment.of_first if source else self.sides.alignment.of_second)(
            placeholder.span.start
        )
        details = {"key": placeholder.name}
        span = None
        instead = _typed_instead(
            [atom for atom in typed if there(atom) == segment],
            [atom for atom in beside if own(atom) == segment],
            placeholder,
        )
        if instead is not None:
            typed.remove(instead)
            span = instead.fact.span
            details[self.sides.target.language if source else self.sides.source.language] = instead.fact.text
        code = "placeholder-missing" if source else "placeholder-added"
        first, second = (placeholder.span, span) if source else (span, placeholder.span)
        return self.sides.finding(code, Severity.BLOCKING, first, second, details)


def _leaves_the_unit_out(bare: Atom, whole: Atom, reading: Reading) -> bool:
    """More than 60 percent, and now 48; 1.3万亿韩元中5200亿: the unit of several numbers is said once."""
    return (
        bare.kind == "count"
        and (not bare.fact.unit if reading.language == "en" else bare.fact.text.endswith("亿"))
        and bare.written == whole.written
        and any((fact.kind, fact.unit) == (whole.kind, whole.fact.unit) for fact in reading.facts)
    )


def _around(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


_FEWEST_LISTED: Final = 3
_MOST_LISTED: Final = 6
_WHOLE: Final = re.compile(r"[0-9]+")
_FAMILIES: Final = {
    "percentage-point": "percentage",
    "rank": "ordinal",
    "date-range": "date",
    "decade": "year",
}


def _family(atom: Atom) -> str:
    return _FAMILIES.get(atom.kind, atom.kind)


def _typed_instead(typed: list[Atom], beside: list[Atom], placeholder: Placeholder) -> Atom | None:
    """The figure that may be typed for a placeholder: one more of its kind than the figures beside it ask for.

    Of several, one in another unit than theirs (an amount in won beside one in dollars), or in the same order.
    """
    asked = Counter(map(_family, beside))
    offered = Counter(map(_family, typed))
    free = [atom for atom in typed if offered[_family(atom)] > asked[_family(atom)]]
    if not free:
        return None
    units = {(_family(atom), atom.fact.unit) for atom in beside}
    others = [atom for atom in free if (_family(atom), atom.fact.unit) not in units]
    if others:
        return others[0]
    before = sum(atom.fact.span.start < placeholder.span.start for atom in beside)
    return free[min(before, len(free) - 1)]


_OFTEN_SOFT: Final = frozenset(("1", "2"))
"""One and two, which are words that ask for no answer: only two of the 181."""


def _without_pairs(side: list[Atom], other: list[Atom]) -> tuple[list[Atom], list[Atom]]:
    """Both lists without the ratios of `side` whose two numbers stand in `other`, and without those."""
    if not any(atom.kind == "ratio" for atom in side):
        return side, other
    numbers: dict[str, list[int]] = defaultdict(list)
    for index, atom in enumerate(other):
        if atom.kind in ("count", "ordinal", "percentage"):
            numbers[str(atom.written)].append(index)
    kept: list[Atom] = []
    taken: set[int] = set()
    for atom in side:
        # of a share, the numbers as they are written: 7名中有5名, five of the seven
        terms = (
            [] if atom.kind != "ratio" else _WHOLE.findall(atom.fact.text) or str(atom.fact.value).split("/")
        )
        terms = atom.text.split(":") if atom.kind == "ratio" and ":" in atom.text else terms
        if len(terms) == 2 and all(numbers.get(term) for term in set(terms) - _OFTEN_SOFT):
            taken.update(numbers[term].pop() for term in terms if numbers.get(term))
        else:
            kept.append(atom)
    return kept, [atom for index, atom in enumerate(other) if index not in taken]


def _last(placeholders: tuple[Placeholder, ...], surplus: Counter[str]) -> Iterator[Placeholder]:
    """The last places of those that one text has more often than the other."""
    left = Counter(surplus)
    for placeholder in reversed(placeholders):
        if left[placeholder.name] > 0:
            left[placeholder.name] -= 1
            yield placeholder
