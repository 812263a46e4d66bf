"""Text as a search index keeps it: Hangul, Han and kana as overlapping pairs, everything else by word.

Chinese writes no spaces and Korean adds particles to its nouns, so an index of words finds neither 交通 in
城市交通 nor 교통 in 국토교통부가. Pairs find both, and a pair's place says whether it follows the one before.
"""

from __future__ import annotations

import re
import unicodedata
from operator import add

import msgspec

_PAIRED = (
    "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
UNPAIRED = rf"[^\W_{_PAIRED}]"
"""In a pattern: a character of a word that is no row of pairs."""
_PARTS = re.compile(rf"([{_PAIRED}]+)|({UNPAIRED}+)")
_IS_PAIRED = re.compile(rf"[{_PAIRED}]")

LONGEST = 60
"""Characters that are kept of a word without end: an index takes no longer ones."""


def _letter_alone(letter: str) -> str:
    """A Latin letter without its marks."""
    return _NOT_COMPOSED.get(letter) or unicodedata.normalize("NFD", letter)[0]


_NOT_COMPOSED = {"Đ": "D", "đ": "d", "Ł": "L", "ł": "l", "Ø": "O", "ø": "o"}
"""Letters whose stroke Unicode counts as part of them."""
_MARKED = {
    code: _letter_alone(chr(code))
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if _letter_alone(chr(code)).isascii()
}


class Token(msgspec.Struct, frozen=True):
    """A pair or a word at its place. An open one stands for everything that begins with it."""

    text: str
    place: int
    open: bool = False


def without_marks(text: str) -> str:
    """The text with its Latin letters bare, as long as before: Bac Ninh for Bắc Ninh."""
    return text.translate(_MARKED)


def runs(text: str) -> list[str]:
    """Letters and numerals in a row, all of them paired or none; case, width and a Latin letter's marks do not matter."""
    parts = _PARTS.findall(unicodedata.normalize("NFKC", text).casefold())
    return [paired or without_marks(word) for paired, word in parts]


def is_a_letter(run: str) -> bool:
    """Whether a run is a Latin letter, or a digit, by itself: half of all words begin with it."""
    return len(run) == 1 and run.isascii()


def indexed(text: str) -> list[str]:
    """The tokens of a text, each at its place, the first at 0; nowhere does a place stay empty.

    The last character of a paired run stands alone at its own place. Strings and no `Token`s: a large edition has
    twenty million.
    """
    tokens: list[str] = []
    for paired, word in _PARTS.findall(unicodedata.normalize("NFKC", text).casefold()):
        if paired:
            tokens += map(add, paired, (*paired[1:], ""))
        else:
            # most words have none, and are not looked through
            tokens.append((word if word.isascii() else without_marks(word))[:LONGEST])
    return tokens


def asked(word: str) -> list[Token]:
    """The tokens that a text must hold, at the same distance from each other, to hold `word`.

    A single character and the beginning of a Latin word are open; a numeral is not.
    """
    tokens: list[Token] = []
    place = 0
    found = runs(word)
    for position, run in enumerate(found, start=1):
        if _IS_PAIRED.match(run):
            pairs = [run[start : start + 2] for start in range(len(run) - 1)] or [run]
            tokens += [Token(pair, place + step, open=len(run) == 1) for step, pair in enumerate(pairs, 1)]
            place += len(run)
        else:
            place += 1
            last = position == len(found)
            tokens.append(Token(run[:LONGEST], place, open=last and not run.isdigit()))
    return tokens
