"""Promise: one record, three languages. What one language says, all must say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import msgspec

from briefings.assembly.checks.places import PlacedText, item_texts, texts_beside_items
from briefings.assembly.checks.rules import Rules
from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Item, Material
from languages.states import Reviews, TextState, states_of
from languages.trilingual import Language, Trilingual


class ReviewsOfMaterial(Reviews, frozen=True):
    """What people said about the texts of one material, and which of these need nothing more.

    Each state costs the digests of its texts, which are made to ask for the reviews: they are not made again for
    each audience's check.
    """

    settled_items: frozenset[str] = frozenset()
    """Slugs of items whose texts need nothing more: an audience reads no other texts of them."""
    settled: Mapping[int, Trilingual] = msgspec.field(default_factory=dict)
    """Texts of other records that are reviewed in every language, by their identity: while one is kept, nothing else
    has it."""


def missing_languages(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """Texts that are written in one language but not in all."""
    if placed.required:
        for language in placed.text.missing():
            yield Finding("language-missing", Severity.BLOCKING, placed.at(language))


def texts_to_review(material: Material, reviews: Reviews, whole: Material | None = None) -> Iterator[Finding]:
    """Translations reviewed with another Korean text, and texts that nobody has reviewed as they stand.

    A new record has dozens of the latter: one finding for each record and language, which names the field
    if it is one text alone. Both in one pass, because each state costs the digests of its texts.

    Args:
        material: what is checked.
        reviews: what people said about its texts.
        whole: what it was taken from. An editor reviews a record, not an audience's part of it: each audience counts
            the same texts, so that one finding says it for all.
    """
    known = reviews if isinstance(reviews, ReviewsOfMaterial) else ReviewsOfMaterial()
    drafts: dict[tuple[str, str, Language], list[str]] = {}
    for placed, language, state in _unsettled(material, material.items, reviews, known):
        if state is TextState.STALE:
            yield Finding("translation-stale", Severity.BLOCKING, placed.at(language))
        elif placed.reviewed:
            drafts.setdefault((placed.place.record, placed.place.slug, language), []).append(
                placed.place.field
            )
    if whole is not None:
        own = {item.slug: item for item in material.items}
        shortened = [item for item in whole.items if own.get(item.slug, item) is not item]
        of_records: dict[tuple[str, str, Language], list[str]] = {}
        for placed, language, state in _unsettled(whole, shortened, reviews, known):
            key = (placed.place.record, placed.place.slug, language)
            if state is TextState.DRAFT and placed.reviewed and key in drafts:
                of_records.setdefault(key, []).append(placed.place.field)
        drafts |= of_records
    for (record, slug, language), fields in drafts.items():
        place = Place(record, slug, fields[0] if len(fields) == 1 else "", language)
        yield Finding("text-not-reviewed", Severity.WARNING, place, {"texts": str(len(fields))})


def _unsettled(
    material: Material, items: Iterable[Item], reviews: Reviews, known: ReviewsOfMaterial
) -> Iterator[tuple[PlacedText, Language, TextState]]:
    """Texts of some items and of all records beside the items that are stale or drafts, by language."""
    of_items = (item_texts(item) for item in items if item.slug not in known.settled_items)
    for placed in chain(texts_beside_items(material), *of_items):
        if id(placed.text) in known.settled or not placed.may_be_reviewed:
            continue
        for language, state in states_of(placed.text, reviews, rich=placed.rich).items():
            if state in (TextState.STALE, TextState.DRAFT):
                yield placed, language, state
