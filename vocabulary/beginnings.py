"""Places in a text at which somebody may begin to type it, for an index that finds words by their beginning.

Chinese writes no spaces and Korean joins nouns: without them 独家合作 would not be found in 大韩航空的eVTOL独家合作.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_RUN_ON = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Kana, Han and Hangul: they run on where other scripts put a space."""

LONGEST = 60
"""Characters that are kept from such a place; the whole text is indexed as it stands."""


def beginnings(text: str) -> Iterator[str]:
    """What stands inside the words of a text, from each Hangul or Han character and each change of script on."""
    for word in text.split():
        for place in range(1, len(word)):
            if _RUN_ON.match(word[place]) or _RUN_ON.match(word[place - 1]):
                yield word[place : place + LONGEST]
