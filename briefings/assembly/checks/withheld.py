"""What an audience may not read is not named to it by the briefing's own texts either.

Which items an audience reads is decided by `assembly/audiences.py`. A headline, a claim or a change note is one text for
all audiences, and its writer has all items in mind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import pairwise, product
from typing import Final

from briefings.assembly.checks.places import texts_beside_items, texts_of
from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Item, Material, Term
from languages.korean import particle
from languages.parity.places_and_things import NAMED, PLACE_GROUPS, places_and_things
from languages.trilingual import LANGUAGES, Language

_CAPITALISED: Final = re.compile(r"[A-Z][A-Za-z0-9-]{2,}")
_KOREAN: Final = re.compile(r"[가-힣]{2,}")
_MARKED: Final = re.compile(r"[“‘\"'(「『《〈]([^“”‘’\"'()「」『』《》〈〉]+)[”’\"')」』》〉]")
_PAIRS: Final = ("을(를)", "은(는)", "이(가)", "과(와)", "(으)로")


def withheld_items_named(own: Material, whole: Material) -> Iterator[Finding]:
    """Texts of the briefing with a name, or with two neighbouring words, that only items hold which the audience may not read.

    Args:
        own: what the audience may read.
        whole: what it was taken from.
    """
    kept = {item.slug for item in own.items}
    withheld = [item for item in whole.items if item.slug not in kept]
    if not withheld:
        return
    elsewhere = cache(partial(_said_elsewhere, own))
    for language in LANGUAGES:
        named = _named_by(withheld, whole.terms, language)
        neighbours = _neighbours(withheld) if language == "ko" else {}
        for placed in texts_beside_items(own):
            if placed.place.record != "briefing":
                continue
            text = placed.text[language]
            met: list[tuple[tuple[str, ...], str]] = []
            met += [((word,), named[word]) for word in _words(text, language) if word in named]
            met += [(pair, neighbours[pair]) for pair in _pairs(text) if pair in neighbours]
            told = next((e for e in met if any(w.lower() not in elsewhere(language) for w in e[0])), None)
            if told is not None:
                place = Place("briefing", own.briefing.slug, placed.place.field, language)
                details = {"word": " ".join(told[0]), "headline": told[1]}
                yield Finding("withheld-item-named", Severity.BLOCKING, place, details)


def _named_by(items: Iterable[Item], terms: Iterable[Term], language: Language) -> dict[str, str]:
    """What names the items, each with the headline of an item that has it.

    In Latin letters that is what begins with a capital. Korean marks no names: there it is every word of a place or a
    partner, and of a headline the places and agreed terms in it and what stands in quotation marks or brackets.
    Chinese parts no words: what it names, the other two languages name too.
    """
    named: dict[str, str] = {}
    agreed = [term.preferred.ko for term in terms if _KOREAN.fullmatch(term.preferred.ko)]
    for item in items:
        headline = item.headline[language]
        beside = [item.place[language], *(partner.name[language] for partner in item.partners)]
        words = [word for text in (headline, *beside) for word in _CAPITALISED.findall(text)]
        if language == "ko":
            words += [
                word for text in (*beside, *_MARKED.findall(headline)) for word in _KOREAN.findall(text)
            ]
            words += _places_in(headline)
            words += [word for word in agreed if word in headline]
        named |= dict.fromkeys(words, headline)
    return named


def _places_in(text: str) -> Iterator[str]:
    """Countries, cities and organisations, without the particles behind them."""
    for naming in places_and_things(text, "ko").said:
        if NAMED[naming.named].group in PLACE_GROUPS:
            yield from _KOREAN.findall(text[naming.start : naming.end])


def _neighbours(items: Iterable[Item]) -> dict[tuple[str, str], str]:
    """Words that stand side by side in Korean headlines: alone, any of them may be an ordinary one (향후, 방안)."""
    return {
        pair: item.headline.ko
        for item in items
        for one, other in pairwise(_KOREAN.findall(item.headline.ko))
        for pair in product(_forms(one), _forms(other))
    }


def _forms(word: str) -> set[str]:
    """A Korean word as it stands, and without what may be its particle."""
    found = {word}
    for pair in _PAIRS:
        for length in (1, 2):
            stem = word[:-length]
            if len(stem) > 1 and particle(stem, pair) == word[-length:]:
                found.add(stem)
    return found | {
        word[: -len(end)] for end in ("의", "에", "에서") if word.endswith(end) and len(word) > len(end) + 1
    }


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Korean words side by side, each as it stands and without its particle."""
    for one, other in pairwise(_KOREAN.findall(text)):
        yield from product(
            sorted(_forms(one), key=len, reverse=True), sorted(_forms(other), key=len, reverse=True)
        )


def _words(text: str, language: Language) -> Iterator[str]:
    """The words of a text as names are written, the longest first: a Korean one may carry particles."""
    yield from _CAPITALISED.findall(text)
    if language == "ko":
        for word in _KOREAN.findall(text):
            for length in range(len(word), 1, -1):
                yield word[:length]


def _said_elsewhere(own: Material, language: Language) -> str:
    """All else that the audience reads, in small letters: a word is known also where a headline only begins with it."""
    texts = [placed.text for placed in texts_of(own) if placed.place.record != "briefing"]
    texts += [term.preferred for term in own.terms]
    return "\0".join(text[language] for text in texts).lower()  # no name holds the character between two
