"""A correction says what it corrects: an edition after one that readers of the same briefing have, or are to have."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Audience, Material
from briefings.assembly.seal import material_digest
from languages.trilingual import LANGUAGES, Trilingual


class Corrected(msgspec.Struct, frozen=True):
    """What counts of the newest edition of the same briefing and audience that is released or set to be, withdrawn or not."""

    change_note: Trilingual
    """As it stands in that edition; empty in the first one."""
    material_digest: str
    """Empty if it is withdrawn: equal material then makes a new edition, which says why."""


def change_note_missing(
    material: Material, audience: Audience, corrected: Corrected | None
) -> Iterator[Finding]:
    """Languages in which a correction does not say what it corrects, or repeats what the last one corrected."""
    note = material.briefing.change_note
    wanting = [language for language in LANGUAGES if not note[language].strip()]
    repeated = [
        language
        for language in LANGUAGES
        if corrected and language not in wanting and note[language] == corrected.change_note[language]
    ]
    if corrected is None or not (wanting or repeated):
        return
    if material_digest(material, audience) == corrected.material_digest:
        return  # nothing is corrected: the edition that exists is returned
    for code, languages in (("change-note-missing", wanting), ("change-note-unchanged", repeated)):
        for language in languages:
            place = Place("briefing", material.briefing.slug, "change_note", language)
            yield Finding(code, Severity.BLOCKING, place)


def change_note_left_out(material: Material, audience: Audience) -> Finding:
    """A change note is written, but this edition corrects nothing, so that its readers are not shown the note."""
    place = Place("briefing", material.briefing.slug, "change_note")
    return Finding("change-note-left-out", Severity.WARNING, place, {"audience": audience})
