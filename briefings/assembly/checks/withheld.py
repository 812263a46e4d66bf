"""What an audience may not read is not named to it by the briefing's own texts either.

Which items an audience reads is decided by `assembly/audiences.py`. A headline, a claim or a change note is one text for
all audiences, and its writer has all items in mind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from briefings.assembly.checks.places import texts_beside_items, texts_of
from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Item, Material
from languages.trilingual import LANGUAGES, Language

_CAPITALISED: Final = r"[A-Z][A-Za-z0-9-]{2,}"
_NAMES: Final[Mapping[Language, re.Pattern[str]]] = {
    "ko": re.compile(rf"[가-힣]{{2,}}|{_CAPITALISED}"),
    # Chinese parts no words: what it names, the other two languages name too
    "zh-hans": re.compile(_CAPITALISED),
    "en": re.compile(_CAPITALISED),
}
"""What may be a name: any Korean word, and in Latin letters one that begins with a capital."""


def withheld_items_named(own: Material, whole: Material) -> Iterator[Finding]:
    """Texts of the briefing with a word that only items hold which the audience may not read.

    Args:
        own: what the audience may read.
        whole: what it was taken from.
    """
    kept = {item.slug for item in own.items}
    withheld = [item for item in whole.items if item.slug not in kept]
    if not withheld:
        return
    for language in LANGUAGES:
        named = _named_by(withheld, language)
        for placed in texts_beside_items(own):
            if placed.place.record != "briefing":
                continue
            met = [word for word in _words(placed.text[language], language) if word in named]
            told = next((word for word in met if not _is_known(word, own, language)), None)
            if told is not None:
                place = Place("briefing", own.briefing.slug, placed.place.field, language)
                details = {"word": told, "headline": named[told]}
                yield Finding("withheld-item-named", Severity.BLOCKING, place, details)


def _named_by(items: Iterable[Item], language: Language) -> dict[str, str]:
    """The words of the items' headlines, places and partners, each with the headline of an item that has it."""
    return {
        word: item.headline[language]
        for item in items
        for text in (item.headline, item.place, *(partner.name for partner in item.partners))
        for word in _NAMES[language].findall(text[language])
    }


def _words(text: str, language: Language) -> Iterator[str]:
    """The words of a text as names are written, the longest first: a Korean one may carry particles."""
    for word in _NAMES[language].findall(text):
        shortest = 2 if language == "ko" and "가" <= word[0] <= "힣" else len(word)
        for length in range(len(word), shortest - 1, -1):
            yield word[:length]


def _is_known(word: str, own: Material, language: Language) -> bool:
    """Whether something else that the audience reads holds the word, which a headline may only begin with."""
    others = chain(
        (placed.text for placed in texts_of(own) if placed.place.record != "briefing"),
        (term.preferred for term in own.terms),
    )
    word = word.lower()
    return any(word in text[language].lower() for text in others)
