"""Two figures that changed places in a list: 200 in May and 300 in June, 300 in May and 200 in June.

Both texts state the same figures, so nothing is missing. But what they belong to, the months, stands in one order in both
texts, and they stand in another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final

import msgspec

from languages.parity.matching import Match
from languages.parity.places_and_things import NAMED, Namings
from languages.parity.reading import Reading
from languages.parity.units import OPEN

_FEWEST: Final = 4
_MOST: Final = 24
"""Figures and names in a segment: more are a table, whose columns each language orders in its own way."""


class _Item(msgspec.Struct, frozen=True):
    """A figure or a name that stands once in each text, with its places in both."""

    sort: tuple[str, str]
    """What may be taken for one another: shares, amounts of one currency, counts of one thing, countries."""
    here: int
    there: int
    match: Match | None = None


def exchanged(
    matches: Sequence[Match], source: Reading, target: Reading, segment: Callable[[int], int]
) -> Iterator[tuple[Match, Match]]:
    """Of figures that both texts have, two of one sort that changed places between two of another that did not.

    `segment` says in which segment of the source a place of it lies.
    """
    by_segment: dict[int, list[_Item]] = defaultdict(list)
    for item in _figures(matches):
        by_segment[segment(item.here)].append(item)
    crossed = {place for place, items in by_segment.items() if _have_crossed(items)}
    if not crossed:
        return  # most texts: their names need not be looked for
    for item in _names(source.namings, target.namings):
        by_segment[segment(item.here)].append(item)
    for place in crossed:
        items = by_segment[place]
        if _FEWEST <= len(items) <= _MOST:
            yield from _exchanged_in(sorted(items, key=lambda item: item.here))


def _have_crossed(items: list[_Item]) -> bool:
    """Whether two of one sort stand in another order in the other text; of a table nobody asks."""
    return len(items) <= _MOST and any(
        one.sort == other.sort and (one.here < other.here) != (one.there < other.there)
        for one, other in combinations(items, 2)
    )


def _figures(matches: Sequence[Match]) -> Iterator[_Item]:
    values = Counter((pair.first.kind, pair.first.number, pair.first.text) for pair in matches)
    starts = Counter(pair.first.fact.span.start for pair in matches)  # two of a range
    for pair in matches:
        atom, start = pair.first, pair.first.fact.span.start
        if values[atom.kind, atom.number, atom.text] == starts[start] == 1:
            unit = atom.fact.unit if atom.fact.unit not in ("", OPEN) else pair.second.fact.unit
            yield _Item((atom.kind, unit), start, pair.second.fact.span.start, pair)


def _names(source: Namings, target: Namings) -> Iterator[_Item]:
    """Places and things that each text names once."""
    here, there = (Counter(naming.named for naming in each.said) for each in (source, target))
    places = {naming.named: naming.start for naming in target.said}
    for naming in source.said:
        if here[naming.named] == there[naming.named] == 1:
            yield _Item(("named", NAMED[naming.named].group), naming.start, places[naming.named])


def _exchanged_in(items: list[_Item]) -> Iterator[tuple[Match, Match]]:
    for one, other in combinations(items, 2):
        if one.match is None or other.match is None or one.sort != other.sort or one.there < other.there:
            continue
        # what they stand beside
        for mark, next_mark in combinations(items, 2):
            if (
                mark.sort == next_mark.sort != one.sort
                and mark.there < next_mark.there
                and _alternate(mark.here, one.here, next_mark.here, other.here)
                and _alternate(mark.there, other.there, next_mark.there, one.there)
            ):
                yield one.match, other.match
                return


def _alternate(mark: int, figure: int, next_mark: int, next_figure: int) -> bool:
    """Whether each figure has a mark of its own, all before or all behind their figures."""
    return mark < figure < next_mark < next_figure or figure < mark < next_figure < next_mark
