"""Characters that may be printed: what is taken out of a text before an edition is made of it.

Typst stops at a character that no font holds, and a bidirectional control can make a line read
otherwise than it is written; so both are taken out here, once, before page and PDF alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import msgspec

REPLACEMENT = "□"
"""What stands for a character that the portal's fonts cannot show."""

_ALLOWED_CONTROLS = frozenset("\n\t")
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u3000": " "})
_LINE_ENDS = frozenset("\x0b\x0c\x85\u2028\u2029")
"""What ends a line in other programs, such as Word's soft break: taken out, a space parts what it parted."""
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_WIDE_SPACES = frozenset("\u00a0\u202f\u2007\u3000")
_PLAIN = re.compile(r"[\x20-\x7e\n]*")

LONGEST_TEXT = 20_000
"""Characters of a text in one language: as many as can be compared with the other languages while a run waits."""


class Cleaned(msgspec.Struct, frozen=True):
    """A text fit to print, and what was done to it."""

    text: str
    removed: tuple[str, ...] = ()
    """Code points taken out: controls, bidirectional marks, lone surrogates (`U+202E`)."""
    replaced: tuple[str, ...] = ()
    """Code points shown as □, because no font of the portal has them."""


def code_point(character: str) -> str:
    """`U+202E` for a character: printable itself, whatever the character does."""
    return f"U+{ord(character):04X}"


def _is_removed(character: str) -> bool:
    if character in _LINE_ENDS:
        return True
    category = unicodedata.category(character)
    if category == "Cc":
        return character not in _ALLOWED_CONTROLS
    # Cf holds zero-width and bidirectional controls and tags, Cs lone surrogates, Cn non-characters
    return category in {"Cf", "Cs", "Cn"}


def removed_places(text: str) -> list[tuple[int, str]]:
    """Where the characters stand in `text` that `clean` takes out, with what stays in their place.

    But for the line ends of another system.
    """
    return [
        (at, " " if character in _LINE_ENDS else "")
        for at, character in enumerate(text)
        if character != "\r" and _is_removed(character)
    ]


def continues_a_letter(character: str) -> bool:
    """Whether a character may be composed with the one before it: a mark, or a vowel or final of Hangul."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"


def unkeepable(text: str) -> tuple[str, ...]:
    """Code points in `text` that no database column and no UTF-8 file can hold: NUL and lone surrogates."""
    return tuple(dict.fromkeys(code_point(character) for character in _UNKEEPABLE.findall(text)))


def clean(text: str, printable: frozenset[int]) -> Cleaned:
    """`text` in NFC without controls, with □ for what is not in `printable` (code points)."""
    if _PLAIN.fullmatch(text) or (
        _fit_characters(printable).issuperset(text) and unicodedata.is_normalized("NFC", text)
    ):
        return Cleaned(text)
    removed: list[str] = []
    replaced: list[str] = []
    kept: list[str] = []
    # unicodedata refuses nothing, but NFC of a lone surrogate would survive into UTF-8: drop first
    for character in text.translate(_SPACES).replace("\r\n", "\n").replace("\r", "\n"):
        if _is_removed(character):
            removed.append(code_point(character))
            if character in _LINE_ENDS:
                kept.append(" ")
        else:
            kept.append(character)
    text = unicodedata.normalize("NFC", "".join(kept))
    while True:
        text = _shown(text, printable, removed, replaced)
        # without a mark that stood between them, two characters may now be one
        composed = unicodedata.normalize("NFC", text)
        if composed == text:
            return Cleaned(text, tuple(dict.fromkeys(removed)), tuple(dict.fromkeys(replaced)))
        text = composed


@cache
def _fit_characters(printable: frozenset[int]) -> frozenset[str]:
    """Characters of which a text in NFC may consist and be left as it is."""
    return _ALLOWED_CONTROLS | {
        character
        for character in map(chr, printable)
        if character not in _WIDE_SPACES and not _is_removed(character)
    }


def _shown(text: str, printable: frozenset[int], removed: list[str], replaced: list[str]) -> str:
    """`text` without what no font can show; what was done is added to the lists."""
    result: list[str] = []
    for character in text:
        if character in _ALLOWED_CONTROLS or character == REPLACEMENT or ord(character) in printable:
            result.append(character)
        elif unicodedata.category(character) in {"Mn", "Me"}:
            # a mark that no font can place: dropping it leaves its letter readable
            removed.append(code_point(character))
        else:
            result.append(REPLACEMENT)
            replaced.append(code_point(character))
    return "".join(result)
