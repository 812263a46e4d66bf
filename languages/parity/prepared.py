"""A text made ready for reading: composed, with digits and signs in one width, places kept.

Whatever happens to the characters here, a place in the prepared text leads back to the text as it was
given.
"""

from __future__ import annotations

import re
import unicodedata

import msgspec

from languages.parity.findings import Span, TextLanguage
from languages.parity.scripts import simplified

BLANK = "\x00"
"""Stands for each character that a rule has read, so that no later rule reads it again."""

# one character for one character, so that places stay
_SAME_SIGN = str.maketrans(
    {
        **{
            chr(0xFF01 + offset): chr(0x21 + offset)
            for offset in range(0x5E)
            if chr(0xFF01 + offset) not in "，"
        },
        **dict.fromkeys("∼〜～˜", "~"),
        **dict.fromkeys("–‐‑−‒", "-"),
        **dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u3000\t", " "),
        **dict.fromkeys("‘’′", "'"),
        "﹪": "%",
        "٪": "%",
        "⁄": "/",
        BLANK: " ",
    }
)
_OTHER_SIGN = re.compile("[" + re.escape("".join(map(chr, _SAME_SIGN))) + "]")
_COMPOSED = re.compile(r"[\x20-\x7e\n가-힣一-鿿\u3000-\u303f\uff00-\uffef“”‘’·…–—]*")


class Prepared(msgspec.Struct, frozen=True):
    """A text, the same text made ready, and where each of its characters came from."""

    original: str
    text: str
    places: tuple[int, ...] | None = None
    """Place in the original of each character, and of the end; None where they are the same."""

    def span(self, start: int, end: int) -> Span:
        """A place of the prepared text in the text as it was given."""
        if self.places is None:
            return Span(start, end)
        return Span(self.places[start], self.places[end])


_GROUPED = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


_CHINESE = frozenset(("zh-hans", "zh-hant"))


def prepare(text: str, language: TextLanguage) -> Prepared:
    """`text` composed (NFC), digits and signs in half width, Chinese in Simplified characters.

    Nothing is refused, lone surrogates included.
    """
    prepared = _in_one_width(text)
    if language in _CHINESE:
        return msgspec.structs.replace(prepared, text=simplified(prepared.text))
    return prepared


def _in_one_width(text: str) -> Prepared:
    if _COMPOSED.fullmatch(text) or unicodedata.is_normalized("NFC", text):
        if _OTHER_SIGN.search(text) is None:
            return Prepared(text, text)
        return Prepared(text, _GROUPED.sub(",", text).translate(_SAME_SIGN))
    characters: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and _continues(text[end]):
            end += 1
        composed = unicodedata.normalize("NFC", text[at:end])
        characters.append(composed)
        places += [at] * len(composed)
        at = end
    places.append(len(text))
    return Prepared(text, "".join(characters).translate(_SAME_SIGN), tuple(places))


def _continues(character: str) -> bool:
    """Whether a character may be composed with the one before it: a mark, or a vowel or final of Hangul."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with every character of `spans` (in order, not overlapping) made BLANK."""
    if not spans:
        return text
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += (text[at:start], BLANK * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)


def lowered(text: str) -> str:
    """`text` in lower case, character for character, so that places stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one := character.lower()) == 1 else character for character in text)
