"""Which findings a person may let stand, and by what a waiver knows its finding.

A waiver holds for one finding about exactly what was judged: the texts at its place, in every language, and what
else the finding rests on, which the check names (`Finding.basis`). When any of it changes, the waiver holds no more and
the finding is open again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from itertools import chain
from typing import Literal

import msgspec

from briefings.assembly import canonical
from briefings.assembly.audiences import RULES
from briefings.assembly.checks.places import item_texts, texts_beside_items
from briefings.assembly.findings import Finding, Place, Waiver
from briefings.assembly.material import Audience, Material
from briefings.assembly.seal import LetStand
from languages.trilingual import Trilingual

type NeverWaived = Literal["forbidden", "incomplete", "unpublished", "shape"]
"""Why nobody may let a finding stand."""

NEVER_WAIVED: Mapping[str, NeverWaived] = {
    # what the law or a person's safety forbids
    "secret-mark": "forbidden",
    "contact-data": "forbidden",
    "figure-never-printed": "forbidden",
    "withheld-item-named": "forbidden",
    # without which an edition is not whole in three languages: it would print nonsense, or nothing
    "language-missing": "incomplete",
    "text-missing": "incomplete",
    "text-too-long": "incomplete",
    "change-note-missing": "incomplete",
    "change-note-unchanged": "incomplete",
    "figure-unresolved": "incomplete",
    "figure-prints-nothing": "incomplete",
    "characters-replaced": "incomplete",
    "no-items": "incomplete",
    "briefing-not-published": "unpublished",
    "chapter-missing": "incomplete",
    "highlight-without-item": "incomplete",
    "perspective-without-message": "incomplete",
    # the shape of an edition
    "sections-out-of-order": "shape",
    "section-missing": "shape",
    "four-terms-missing": "shape",
    "not-four-pillars": "shape",
    "heading-is-project": "shape",
    "numbered-list": "shape",
    "group-not-named": "shape",
}
"""Codes that no waiver holds for, each with the reason that an editor is told."""


def why_never_waived(code: str, record: str) -> NeverWaived | None:
    """Why nobody may let such a finding about a kind of record stand; None if somebody may."""
    if record == "document":
        return NEVER_WAIVED.get(code, "shape")
    return NEVER_WAIVED.get(code)


def known_to_waivers(
    findings: Iterable[Finding], material: Material, waivers: Mapping[str, Waiver]
) -> tuple[Finding, ...]:
    """The findings with their digests, and with the waivers that hold for them.

    Args:
        findings: about this material, or about what an audience may read of it.
        material: the whole cleaned material.
        waivers: those in force, by digest.
    """
    findings = tuple(findings)
    texts = _texts_by_place(material, {(found.place.record, found.place.slug) for found in findings})
    known = []
    for finding in findings:
        digest = digest_of(finding, texts)
        known.append(
            msgspec.structs.replace(finding, digest=digest, waiver=waivers.get(digest) if digest else None)
        )
    return tuple(known)


type _TextsByPlace = dict[tuple[str, str], list[tuple[str, Trilingual]]]


def _texts_by_place(material: Material, wanted: Set[tuple[str, str]]) -> _TextsByPlace:
    """The texts of the records that are wanted; most items have no finding."""
    texts: _TextsByPlace = {}
    items = (item for item in material.items if ("item", item.slug) in wanted)
    for placed in chain(texts_beside_items(material), chain.from_iterable(map(item_texts, items))):
        place = placed.place
        texts.setdefault((place.record, place.slug), []).append((place.field, placed.text))
    return texts


def digest_of(finding: Finding, texts: _TextsByPlace) -> str:
    """Digest of what the finding says, of the texts at its place, row numbers aside, and of what else it rests on."""
    if why_never_waived(finding.code, finding.place.record):
        return ""
    place = finding.place
    said = [finding.code, place.record, place.slug, place.language, sorted(finding.details.items())]
    basis = [finding.basis] if finding.basis else []
    return canonical.digest([*said, _texts_at(place, texts), *basis])


def _texts_at(place: Place, texts: _TextsByPlace) -> list[Trilingual]:
    """The text of the place; of a row all its texts; of a record without such a text, all of them."""
    of_record = texts.get((place.record, place.slug), [])
    here = [text for field, text in of_record if field == place.field]
    row = [text for field, text in of_record if field.startswith(f"{place.field}.")]
    return here or row or [text for _field, text in of_record]


def let_stand(findings: Iterable[Finding], material: Material, audience: Audience) -> tuple[LetStand, ...]:
    """What an edition's manifest says of the findings that people let stand, for places that it holds."""
    held = {(placed.place.record, placed.place.slug) for placed in texts_beside_items(material)}
    held |= {("item", item.slug) for item in material.items}
    explained = RULES[audience].waivers_explained
    stood = {
        finding.digest: LetStand(
            code=finding.code,
            record=finding.place.record,
            slug=finding.place.slug,
            field=finding.place.field,
            language=finding.place.language,
            digest=finding.digest,
            on=finding.waiver.on,
            by=finding.waiver.by if explained else "",
            reason=finding.waiver.reason if explained else "",
            details=finding.details,
        )
        for finding in findings
        if finding.waiver is not None and (finding.place.record, finding.place.slug) in held
    }
    return tuple(stood[digest] for digest in sorted(stood))
