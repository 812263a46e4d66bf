"""What is shown of a place that a search has found: the words of the search, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from briefings.editions.search_entries import BETWEEN_CELLS
from languages import bigrams

_SHOWN_AROUND = 70
_LOOKED_AT = 50
"""Places of a text from which the one to show is chosen."""


class Piece(NamedTuple):
    text: str
    hit: bool


def marked(text: str, words: list[str]) -> list[Piece]:
    """`text` cut where a word of the search stands in it."""
    pieces: list[Piece] = []
    end = 0
    for found in _places_of(words, text):
        pieces += [Piece(text[end : found.start()], False), Piece(text[found.start() : found.end()], True)]
        end = found.end()
    pieces.append(Piece(text[end:], False))
    return [piece for piece in pieces if piece.text]


def snippet(text: str, words: list[str]) -> list[Piece]:
    """What stands around the words of the search that the text holds, the words marked.

    One excerpt where most of them stand together, and one for each that stands elsewhere.
    """
    shown: list[str] = []
    left = words
    while found := _where_most_stand(text, left):
        shown.append(_around(text, found.start(), found.end()))
        left = [word for word in left if not any(_places_of([word], f"{shown[-1]} {found.group()}"))]
    joined = " … ".join(shown).replace("… … …", "…").replace("… …", "…")
    return marked(joined or _around(text, 0, 0), words)


def _where_most_stand(text: str, words: list[str]) -> re.Match[str] | None:
    """The first place of a word from which on most different ones stand within an excerpt."""
    found = list(islice(_places_of(words, text), _LOOKED_AT))
    said = [match.group().casefold() for match in found]
    most, best = 0, found[0] if found else None
    for place, match in enumerate(found):
        reach = match.start() + 2 * _SHOWN_AROUND
        near = {word for word, other in zip(said[place:], found[place:], strict=True) if other.end() <= reach}
        if len(near) > most:
            most, best = len(near), match
        if len(near) == len(words):
            break
    return best


def _around(text: str, at: int, end: int) -> str:
    """The excerpt around a place of a text."""
    start = max(text.rfind("\n", 0, at) + 1, at - _SHOWN_AROUND)
    stop = min(len(text), end + 2 * _SHOWN_AROUND)
    # at the end of a line rather than a little into the next one; a table's row is whole by itself
    line_end = text.find("\n", end, stop)
    if BETWEEN_CELLS not in text[text.rfind("\n", 0, at) + 1 : max(line_end, 0)]:
        line_end = text.find("\n", end + _SHOWN_AROUND // 2, stop)
    stop = line_end if line_end > 0 else stop
    # not in the middle of a Latin word or a numeral
    while 0 < start < at and text[start - 1].isalnum() and text[start - 1].isascii():
        start += 1
    while end < stop < len(text) and text[stop].isalnum() and text[stop].isascii():
        stop -= 1
    shown = " · ".join(text[start:stop].strip().splitlines())
    opened = "… " if start and text[start - 1] != "\n" else ""
    closed = " …" if stop < len(text) and text[stop] != "\n" else ""
    return opened + shown + closed


def _places_of(words: list[str], text: str) -> Iterator[re.Match[str]]:
    """Where any of the words stands in the text; the matches are those of a text without marks, which is as long."""
    return _pattern(words).finditer(bigrams.without_marks(text))


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Any of the words, as the index finds them: whatever signs stand between its letters and numerals.

    A word is found by its beginning, a numeral and a single Latin letter as a whole.
    """
    spelled = []
    for word in words:
        runs = bigrams.runs(word)
        begins = rf"(?<!{bigrams.UNPAIRED})" if _IS_UNPAIRED.match(runs[0]) else ""
        whole = runs[-1].isdigit() or (len(runs) == 1 and bigrams.is_a_letter(runs[0]))
        ends = rf"(?!{bigrams.UNPAIRED})" if whole else ""
        spelled.append(begins + r"[\W_]{0,3}".join(re.escape(run) for run in runs) + ends)
    return re.compile("|".join(sorted(spelled, key=len, reverse=True)) or r"(?!)", re.IGNORECASE)


_IS_UNPAIRED = re.compile(bigrams.UNPAIRED)
