"""Quotes and brackets: what they set apart from the text around them, and which of them have no partner."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from languages.parity.findings import Finding, Severity, Span, TextLanguage

_CLOSERS: Final = {
    "(": ")", "（": ")", "[": "]", "［": "]", "{": "}", "【": "】", "〔": "〕", "「": "」", "『": "』", "《": "》",
    "〈": "〉", "“": "”", "‘": "’",
}  # fmt: skip
_SAME: Final = {"）": ")", "］": "]"}
_MARK: Final = re.compile("[" + re.escape("".join((*_CLOSERS, *_CLOSERS.values(), *_SAME, '"'))) + "]")
# `1)`, `가)`, `iv.)` before a point of a list
_LIST_NUMBER: Final = re.compile(r"(?<!\S)(?:[0-9]{1,3}|[A-Za-z가-힣一-鿿]|[ivxIVX]{1,5})[)）]")
_FACE: Final = re.compile(r"(?<![\w)])[:;]-?[()]")
_NAMED: Final = re.compile(r"(?<=[(（])[\"“”‘’「」『』](?=[)）])")  # quotation marks (")
_DEEPEST: Final = 40


class Marks(msgspec.Struct, frozen=True):
    """The quotes and brackets of a text."""

    inside: tuple[tuple[int, int], ...]
    """The outermost places that they enclose, marks included, in order."""
    alone: tuple[int, ...]
    """Places of marks without a partner, in order."""

    def around(self, at: int) -> tuple[int, int] | None:
        """The outermost quotes or brackets in which a place stands."""
        index = bisect_right(self.inside, at, key=lambda place: place[0]) - 1
        return self.inside[index] if index >= 0 and at < self.inside[index][1] else None

    def set_apart(self, at: int) -> bool:
        """Whether a place stands in quotes or brackets."""
        return self.around(at) is not None


def marks(text: str) -> Marks:
    """Reads the quotes and brackets of `text`, each pair inside what is around it."""
    passed = {found.end() - 1 for pattern in (_FACE, _NAMED) for found in pattern.finditer(text)}
    numbers = {found.end() - 1 for found in _LIST_NUMBER.finditer(text)}
    waiting: list[tuple[str, int]] = []
    alone: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in _MARK.finditer(text):
        at, mark = found.start(), _SAME.get(found[0], found[0])
        if at in passed or _is_no_mark(text, at, mark, waiting):
            continue
        if at in numbers and not any(closer == ")" for closer, _at in waiting[-_DEEPEST:]):
            continue
        quoted = mark == '"' and any(closer == '"' for closer, _at in waiting[-_DEEPEST:])
        if mark in _CLOSERS or (mark == '"' and not quoted):
            waiting.append((_CLOSERS.get(mark, mark), at))
            continue
        depth = next(
            (depth for depth in range(1, min(len(waiting), _DEEPEST) + 1) if waiting[-depth][0] == mark), 0
        )
        if not depth:
            alone.append(at)
            continue
        alone += [place for _closer, place in waiting[len(waiting) - depth + 1 :]]
        pairs.append((waiting[-depth][1], at + 1))
        del waiting[len(waiting) - depth :]
    alone += [place for _closer, place in waiting]
    return Marks(tuple(_outermost(pairs)), tuple(sorted(alone)))


def _is_no_mark(text: str, at: int, mark: str, waiting: list[tuple[str, int]]) -> bool:
    """An apostrophe (Korea’s, leaders’, ’25), or inches."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "‘’" and after.isdigit() and not before.isalnum():
        return mark == "’" or text[at + 3 : at + 4] not in ("’",)
    if mark == "’":
        in_a_word = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
        opened = any(closer == "’" for closer, _at in waiting[-_DEEPEST:])
        return in_a_word or (not opened and before.isascii() and before.isalnum())
    return mark == '"' and before.isdigit() and not any(closer == '"' for closer, _at in waiting[-_DEEPEST:])


def _outermost(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    end = 0
    for start, close in sorted(pairs):
        if start >= end:
            yield start, close
            end = close


def unbalanced(text: str, language: TextLanguage) -> Iterator[Finding]:
    """Every quote and bracket that opens closes. Brackets of both widths may be paired."""
    for at in marks(text).alone:
        yield Finding(
            "unbalanced",
            Severity.WARNING,
            language,
            {language: (Span(at, at + 1),)},
            {"text": text[at]},
        )
        return  # one that is missing puts others out of step
