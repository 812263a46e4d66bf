"""Sentences and lines of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

import msgspec

_LINE_ENDS = re.compile(r"\n+|<br ?/?>|</(?:p|li|h[1-6]|td)>", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(
    r"[。！？!?；]+[”’」』)\"']*|;(?!\s[a-z])[”’」』)\"']*"
    # a full stop behind a word, not behind a number or an initial
    r"|(?<=[^\W\d_]{2})\.(?:[”’\"')]*)(?=\s|$)|(?<=[0-9%)])\.(?=\s+[A-Z가-힣])"
)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_CUT_SHORT = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Mr|Mrs|Ms|Dr|St|vs|Inc|Co|Ltd)\Z"
)
"""A full stop behind these ends no sentence: Aug. 18."""


type Part = tuple[int, int]
"""Start and end of a part of a text."""


class Placed(Protocol):
    """Something that starts at a place of a text."""

    @property
    def start(self) -> int: ...


def within[Said: Placed](said: Sequence[Said], part: Part) -> Sequence[Said]:
    """Those of `said`, in the order of the text, that start in a part of it."""
    first, last = (bisect_left(said, place, key=lambda one: one.start) for place in part)
    return said[first:last]


class Segments(msgspec.Struct, frozen=True):
    """Where the lines of a text end, and the sentences within each line."""

    lines: tuple[int, ...]
    sentences: tuple[tuple[int, ...], ...]
    text: str


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
    return Segments(tuple(kept), tuple(sentences), text)


def _says_something(part: str) -> bool:
    """Whether there is a letter or a digit outside tags."""
    if "<" in part:
        part = _TAGS.sub("", part)
    return any(character.isalnum() for character in part)
