"""Promise: one record, three languages. What one language says, all must say."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.assembly.checks.places import texts_of
from briefings.assembly.findings import Finding, Severity
from briefings.assembly.material import Material
from languages.states import Reviews, TextState, states_of


def missing_languages(material: Material) -> Iterator[Finding]:
    """Texts that are written in one language but not in all."""
    for placed in texts_of(material):
        if not placed.required:
            continue
        for language in placed.text.missing():
            yield Finding("language-missing", Severity.BLOCKING, placed.at(language))


def stale_translations(material: Material, reviews: Reviews) -> Iterator[Finding]:
    """Translations that were reviewed with another Korean text than the one that stands there now."""
    for placed in texts_of(material):
        for language, state in states_of(placed.text, reviews, rich=placed.rich).items():
            if state is TextState.STALE:
                yield Finding("translation-stale", Severity.BLOCKING, placed.at(language))
