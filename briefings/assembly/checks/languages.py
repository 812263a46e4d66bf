"""Promise: one record, three languages. What one language says, all must say."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.assembly.checks.places import texts_of
from briefings.assembly.findings import Finding, Severity
from briefings.assembly.material import Material


def missing_languages(material: Material) -> Iterator[Finding]:
    """Texts that are written in one language but not in all."""
    for placed in texts_of(material):
        if not placed.required:
            continue
        for language in placed.text.missing():
            yield Finding("language-missing", Severity.BLOCKING, placed.at(language))
