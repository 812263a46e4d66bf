"""Which sentences of texts in two or three languages belong together.

Where a line has one or two sentences in each, they go one by one. Translators also make two of one, or one of two: then the
way through both is taken on which lengths agree best, and figures and names stand on the same side (after Gale and
Church, A Program for Aligning Sentences in Bilingual Corpora, 1993).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import inf
from typing import Final

import msgspec

from languages.parity.segments import Part, Segments

_JOINED: Final = ((1, 1, 0.0), (1, 2, 2.0), (2, 1, 2.0), (1, 3, 4.5), (3, 1, 4.5), (2, 2, 4.5))
"""Sentences of the one text that stand for sentences of the other, and what that costs beside their lengths."""
_SPREAD: Final = 6.8
"""How much the length of a translation varies, for each character (Gale and Church)."""
_SHARED: Final = 2.0
"""What a figure or name is worth that stands on both sides; three of them at most."""
_ENDS: Final = frozenset(".。!！?？;；”’」』)\"'")
_EQUAL: Final = 2.0
"""How much dearer that is where both have as many: then most sentences stand for one another."""
_MOST: Final = 1_600
"""Pairs of sentences of a line that are looked at; a longer line is not cut."""
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[A-Z][A-Za-z0-9-]+")


class Alignment(msgspec.Struct, frozen=True):
    """Two texts cut at the same places: by lines where they have as many, and by sentences as far as they belong together."""

    first: tuple[int, ...]
    second: tuple[int, ...]

    def of_first(self, at: int) -> int:
        """The segment in which a place of the first text stands."""
        return bisect_right(self.first, at)

    def of_second(self, at: int) -> int:
        """The segment in which a place of the second text stands."""
        return bisect_right(self.second, at)

    def __len__(self) -> int:
        return len(self.first) + 1


def align(first: Segments, second: Segments) -> Alignment:
    """Cuts two texts into segments that belong together."""
    if len(first.lines) != len(second.lines):
        first, second = _as_one_line(first), _as_one_line(second)
    cuts: tuple[list[int], list[int]] = ([], [])
    for line in range(len(first.lines)):
        for one, other in _cuts(first, second, line):
            cuts[0].append(one)
            cuts[1].append(other)
        if line < len(first.lines) - 1:
            cuts[0].append(first.lines[line])
            cuts[1].append(second.lines[line])
    return Alignment(tuple(cuts[0]), tuple(cuts[1]))


def parts_of_all(texts: Sequence[Segments]) -> Iterator[tuple[Part, ...]]:
    """The parts of all texts that belong together: lines where all have as many, and sentences as far as they do."""
    if not all(text.lines for text in texts):
        return  # one of them says nothing
    ends: list[list[int]] = [[] for _text in texts]
    if len({len(text.lines) for text in texts}) > 1:
        texts = [_as_one_line(text) for text in texts]
    first, *others = texts
    for line in range(len(first.lines)):
        together = [dict(_cuts(first, other, line)) for other in others]
        for cut in sorted(set(together[0]).intersection(*together)):
            for each, place in zip(ends, (cut, *(cuts[cut] for cuts in together)), strict=True):
                each.append(place)
        for each, text in zip(ends, texts, strict=True):
            each.append(text.lines[line])
    starts = [[0, *each][: len(each)] for each in ends]
    yield from zip(*(zip(*each, strict=True) for each in zip(starts, ends, strict=True)), strict=True)


def _as_one_line(text: Segments) -> Segments:
    """A text whose lines are not those of the other: broken by a program, perhaps, so that only sentences count."""
    ends = [end for line in text.sentences for end in line]
    kept = [end for end in ends[:-1] if text.text[:end].rstrip()[-1:] in _ENDS]
    return Segments(text.lines[-1:], ((*kept, *ends[-1:]),), text.text)


def _cuts(first: Segments, second: Segments, line: int) -> Iterator[tuple[int, int]]:
    """Where a line is cut in both texts, its end left out."""
    one, other = first.sentences[line], second.sentences[line]
    if len(one) == len(other) and (len(one) < 3 or len(one) * len(other) > _MOST):
        yield from zip(one[:-1], other[:-1], strict=True)
    elif min(len(one), len(other)) > 1 and len(one) * len(other) <= _MOST:
        dearer = _EQUAL if len(one) == len(other) else 0.0
        for ours, theirs in _together(_sentences(first, line), _sentences(second, line), dearer):
            yield one[ours - 1], other[theirs - 1]


def _sentences(text: Segments, line: int) -> list[str]:
    start = text.lines[line - 1] if line else 0
    ends = text.sentences[line]
    return [text.text[first:last] for first, last in zip((start, *ends), ends, strict=False)]


def _together(first: Sequence[str], second: Sequence[str], dearer: float) -> Iterator[tuple[int, int]]:
    """Behind how many sentences of each text both are cut; not at their ends."""
    ratio = sum(map(len, first)) / max(1, sum(map(len, second)))
    said, meant = (
        [frozenset(_TOKEN.findall(each)) for each in first],
        [frozenset(_TOKEN.findall(each)) for each in second],
    )
    cost: dict[Part, float] = {(0, 0): 0.0}
    came: dict[Part, Part] = {}
    for at in range(len(first) + 1):
        for to in range(len(second) + 1):
            for ours, theirs, joined in _JOINED:
                before = (at - ours, to - theirs)
                if before not in cost:
                    continue
                lengths = _unlike(
                    sum(map(len, first[before[0] : at])), ratio * sum(map(len, second[before[1] : to]))
                )
                shared = frozenset().union(*said[before[0] : at]) & frozenset().union(*meant[before[1] : to])
                whole = (
                    cost[before]
                    + joined
                    + (dearer if joined else 0.0)
                    + lengths
                    - _SHARED * min(3, len(shared))
                )
                if whole < cost.get((at, to), inf):
                    cost[at, to], came[at, to] = whole, before
    way: list[Part] = []
    place = (len(first), len(second))
    while place in came:
        place = came[place]
        way.append(place)
    yield from reversed(way[:-1])


def _unlike(one: float, other: float) -> float:
    return (one - other) ** 2 / (_SPREAD * (one + other) + 1)
