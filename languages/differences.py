"""What changed between two versions of a text, word by word."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from languages.trilingual import Language

type Change = Literal["kept", "removed", "added"]

# Korean by eojeol and English by word, each with the space behind it; Chinese has none, so by character
_WORDS = re.compile(r"\S+\s*|\s+")
_CHARACTERS = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
MOST_PIECES = 4_000
"""Beyond it the whole text counts as changed: comparing takes the square of the pieces."""
_MOST_ALIKE = 50_000
"""Pairs of equal pieces. Beyond it, what is one piece in a hundred is no place to begin a stretch that was kept."""


class Difference(msgspec.Struct, frozen=True):
    """A stretch of text and what became of it."""

    change: Change
    text: str


def differences(old: str, new: str, language: Language) -> tuple[Difference, ...]:
    """The stretches of both versions in reading order: what was removed stands before what was added."""
    pieces = _CHARACTERS if language == "zh-hans" else _WORDS
    before, after = pieces.findall(old), pieces.findall(new)
    if max(len(before), len(after)) > MOST_PIECES:
        return _stretches([("removed", before), ("added", after)])
    old_words, new_words = [piece.rstrip() for piece in before], [piece.rstrip() for piece in after]
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=_repeat(old_words, new_words))
    found: list[tuple[Change, list[str]]] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            found.append(("kept", after[new_start:new_end]))
        else:
            found += [("removed", before[start:end]), ("added", after[new_start:new_end])]
    return _stretches(found)


def _repeat(before: list[str], after: list[str]) -> bool:
    """Whether so many pieces are alike, as the strokes of a table, that to pair each with each takes minutes."""
    often = Counter(after)
    return sum(often[piece] for piece in before) > _MOST_ALIKE


def _stretches(found: list[tuple[Change, list[str]]]) -> tuple[Difference, ...]:
    return tuple(Difference(change, "".join(pieces)) for change, pieces in found if pieces)
