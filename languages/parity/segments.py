"""Sentences and lines, and which of them belong together in two languages."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol

import msgspec

_LINE_ENDS = re.compile(r"\n+|<br ?/?>|</(?:p|li|h[1-6]|td)>", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(
    r"[。！？!?；;]+[”’」』)\"']*"
    # a full stop behind a word, not behind a number or an initial
    r"|(?<=[^\W\d_]{2})\.(?:[”’\"')]*)(?=\s|$)|(?<=[0-9%)])\.(?=\s+[A-Z가-힣])"
)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_CUT_SHORT = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Mr|Mrs|Ms|Dr|St|vs|Inc|Co|Ltd)\Z"
)
"""A full stop behind these ends no sentence: Aug. 18."""


class Placed(Protocol):
    """Something that starts at a place of a text."""

    @property
    def start(self) -> int: ...


def within[Said: Placed](said: Sequence[Said], part: tuple[int, int]) -> Sequence[Said]:
    """Those of `said`, in the order of the text, that start in a part of it."""
    first, last = (bisect_left(said, place, key=lambda one: one.start) for place in part)
    return said[first:last]


class Segments(msgspec.Struct, frozen=True):
    """Where the lines of a text end, and the sentences within each line."""

    lines: tuple[int, ...]
    sentences: tuple[tuple[int, ...], ...]


def segments(text: str) -> Segments:
    """The lines and sentences of `text` by where they end; what holds only signs is none."""
    lines = [found.end() for found in _LINE_ENDS.finditer(text)]
    if not lines or lines[-1] < len(text):
        lines.append(len(text))
    kept: list[int] = []
    sentences: list[tuple[int, ...]] = []
    start = 0
    for end in lines:
        if _says_something(text[start:end]):
            ends = [
                found.end()
                for found in _SENTENCE_ENDS.finditer(text, start, end)
                if text[found.start()] != "."
                or not _CUT_SHORT.search(text, max(0, found.start() - 5), found.start())
            ]
            if not ends or _says_something(text[ends[-1] : end]):
                ends.append(end)
            kept.append(end)
            sentences.append(tuple(ends))
            start = end
    if kept:
        kept[-1] = len(text) + 1
    return Segments(tuple(kept), tuple(sentences))


def _says_something(part: str) -> bool:
    """Whether there is a letter or a digit outside tags."""
    if "<" in part:
        part = _TAGS.sub("", part)
    return any(character.isalnum() for character in part)


class Alignment(msgspec.Struct, frozen=True):
    """Two texts cut at the same places: by sentences where they have as many, else by lines, else not."""

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
        return Alignment((), ())
    cuts: tuple[list[int], list[int]] = ([], [])
    for line, (one, other) in enumerate(zip(first.sentences, second.sentences, strict=True)):
        if len(one) == len(other):
            cuts[0].extend(one[:-1])
            cuts[1].extend(other[:-1])
        if line < len(first.lines) - 1:
            cuts[0].append(first.lines[line])
            cuts[1].append(second.lines[line])
    return Alignment(tuple(cuts[0]), tuple(cuts[1]))
