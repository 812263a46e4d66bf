"""Whether the material argues the strategy: contributions, chapters, perspectives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefings.assembly.chapters import FEWEST_PROOFS, chapter_basis, form_chapters
from briefings.assembly.findings import Finding, Place, Severity, basis_of
from briefings.assembly.material import Material


def items_without_contribution(material: Material) -> Iterator[Finding]:
    """Items that entered but do not say how they serve a pillar: they appear in no chapter (R-03)."""
    pillars = {pillar.slug for pillar in material.strategy.pillars}
    for item in material.items:
        serves = any(contribution.pillar in pillars for contribution in item.contributions)
        if item.entry != "background" and not serves:
            place = Place("item", item.slug, "contributions")
            basis = basis_of(sorted(pillars))
            yield Finding("contribution-missing", Severity.WARNING, place, basis=basis)


def thin_pillars(material: Material) -> Iterator[Finding]:
    """Pillars with fewer than two proofs; a pillar with none cannot be claimed."""
    if not material.items:
        return
    claims = {chapter.pillar: chapter.claim for chapter in material.briefing.chapters}
    for chapter in form_chapters(material):
        if len(chapter.proofs) < FEWEST_PROOFS:
            none = not chapter.proofs
            proofs = [(proof.item.slug, proof.contribution.sentence) for proof in chapter.proofs]
            yield Finding(
                "pillar-unproven" if none else "pillar-thin",
                Severity.BLOCKING if none else Severity.WARNING,
                Place("pillar", chapter.pillar),
                {"proofs": str(len(chapter.proofs))},
                basis=basis_of(material.briefing.slug, claims.get(chapter.pillar), proofs),
            )


def chapters_missing_or_stale(material: Material) -> Iterator[Finding]:
    """Chapters nobody wrote, and chapter texts whose contributions have changed since."""
    briefing = material.briefing
    written = {chapter.pillar: chapter for chapter in briefing.chapters}
    for formed in form_chapters(material):
        chapter = written.get(formed.pillar)
        place = Place("briefing", briefing.slug, f"chapters.{formed.pillar}")
        if chapter is None or not chapter.claim:
            yield Finding("chapter-missing", Severity.BLOCKING, place)
        elif chapter.basis != (basis := chapter_basis(formed)):
            yield Finding("chapter-stale", Severity.BLOCKING, place, basis=basis)


def highlights_without_item(material: Material) -> Iterator[Finding]:
    """R-04: every highlight resolves to an item of the edition."""
    for number, highlight in enumerate(material.briefing.highlights, start=1):
        if material.item(highlight.item) is None:
            place = Place("briefing", material.briefing.slug, f"highlights.{number}")
            yield Finding("highlight-without-item", Severity.BLOCKING, place, {"item": highlight.item})


def perspectives_without_item_or_message(material: Material) -> Iterator[Finding]:
    """R-04: every perspective has at least one item as its proof and one message."""
    proven = {slug for item in material.items for slug in item.perspectives}
    for perspective in material.perspectives:
        place = Place("perspective", perspective.slug)
        if not perspective.messages:
            yield Finding("perspective-without-message", Severity.BLOCKING, place)
        if perspective.slug not in proven:
            basis = basis_of(material.briefing.slug)
            yield Finding("perspective-without-item", Severity.WARNING, place, basis=basis)


def groups_without_perspective(material: Material) -> Iterator[Finding]:
    """Groups that a briefing answers, but to whom nothing is said."""
    for group in material.groups:
        if group not in material.groups_shown:
            basis = basis_of(material.briefing.slug, group)
            yield Finding(
                "group-without-perspective", Severity.WARNING, Place("group", group.slug), basis=basis
            )


def nothing_to_say(material: Material) -> Iterator[Finding]:
    """A briefing without a headline, a conclusion or a single item."""
    for field in ("name", "headline", "conclusion"):
        if not getattr(material.briefing, field).ko.strip():
            place = Place("briefing", material.briefing.slug, field, "ko")
            yield Finding("text-missing", Severity.BLOCKING, place)
    if not [item for item in material.items if item.entry != "background"]:
        place = Place("briefing", material.briefing.slug, "picks")
        yield Finding("no-items", Severity.BLOCKING, place)


def expired_perspectives(material: Material, today: date) -> Iterator[Finding]:
    """Perspectives that hold no longer at the end of the briefing's period, or on the day of sealing.

    A correction may still say what was said in its period: that is for somebody to decide, for this briefing.
    """
    for perspective in material.perspectives:
        until = perspective.valid_until
        if until is not None and until < max(today, material.briefing.period_end):
            place = Place("perspective", perspective.slug, "valid_until")
            details, basis = {"until": until.isoformat()}, basis_of(material.briefing.slug)
            yield Finding("perspective-expired", Severity.BLOCKING, place, details, basis=basis)
