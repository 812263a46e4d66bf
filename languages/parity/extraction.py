"""From a text to its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from languages.parity import chinese, english, korean
from languages.parity.draft import Draft
from languages.parity.findings import TextLanguage
from languages.parity.kinds import Fact
from languages.parity.masks import Mask, masks
from languages.parity.prepared import Composed, Prepared, compose, prepare

_READERS: Final[dict[TextLanguage, Callable[[Draft], None]]] = {
    "ko": korean.read,
    "zh-hans": chinese.read,
    "zh-hant": chinese.read,
    "en": english.read,
}

_SETTLED: Final[dict[TextLanguage, Callable[[Sequence[Fact], str], Iterator[Fact]]]] = {
    "ko": korean.settled,
    "zh-hans": chinese.settled,
    "zh-hant": chinese.settled,
}
"""How figures that stand together are meant, where a language has a way of its own to say it."""


def facts(text: str, language: TextLanguage) -> tuple[Fact, ...]:
    """What `text` states, in the order of the text.

    Addresses, versions and names with digits in them (HBM3E) are no facts. A text in another language
    than it is said to be in is read as far as it can be.
    """
    composed = compose(text, language)
    prepared = prepare(composed.text, language)
    return as_given(facts_of(prepared, masks(prepared.text), language), composed)


def as_given(found: tuple[Fact, ...], composed: Composed) -> tuple[Fact, ...]:
    """Facts of the composed text with their places in the text as it was given."""
    if composed.places is None:
        return found
    spans = [composed.span(fact.span) for fact in found]
    return tuple(
        msgspec.structs.replace(fact, span=span, text=span.of(composed.given))
        for fact, span in zip(found, spans, strict=True)
    )


def facts_of(prepared: Prepared, masked: list[Mask], language: TextLanguage) -> tuple[Fact, ...]:
    """The same for a text that is composed and prepared, and whose names are known."""
    draft = Draft(prepared, [(mask.start, mask.end) for mask in masked], language)
    _READERS[language](draft)
    found = draft.facts()
    settled = _SETTLED.get(language)
    return tuple(settled(found, prepared.composed)) if settled and len(found) > 1 else found
