"""Promise: one record, three languages. What one language says, all must say."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.assembly.checks.places import PlacedText, texts_of
from briefings.assembly.checks.rules import Rules
from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Material
from languages.states import Reviews, TextState, states_of
from languages.trilingual import Language


def missing_languages(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """Texts that are written in one language but not in all."""
    if placed.required:
        for language in placed.text.missing():
            yield Finding("language-missing", Severity.BLOCKING, placed.at(language))


def stale_translations(material: Material, reviews: Reviews) -> Iterator[Finding]:
    """Translations that were reviewed with another Korean text than the one that stands there now."""
    if not reviews.originals:
        return
    for placed in texts_of(material):
        for language, state in states_of(placed.text, reviews, rich=placed.rich).items():
            if state is TextState.STALE:
                yield Finding("translation-stale", Severity.BLOCKING, placed.at(language))


def unreviewed_texts(material: Material, reviews: Reviews) -> Iterator[Finding]:
    """Texts that nobody has reviewed as they stand: one finding for each record and language.

    A new record has dozens of such texts; its one text alone is named by its field.
    """
    drafts: dict[tuple[str, str, Language], list[str]] = {}
    for placed in texts_of(material):
        if not placed.reviewed:
            continue
        for language, state in states_of(placed.text, reviews, rich=placed.rich).items():
            if state is TextState.DRAFT:
                place = placed.place
                drafts.setdefault((place.record, place.slug, language), []).append(place.field)
    for (record, slug, language), fields in drafts.items():
        place = Place(record, slug, fields[0] if len(fields) == 1 else "", language)
        yield Finding("text-not-reviewed", Severity.WARNING, place, {"texts": str(len(fields))})
