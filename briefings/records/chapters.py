"""Which contributions a chapter's texts were written on."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.assembly.chapters import chapter_basis, form_chapters
from briefings.assembly.collect import collect_proofs
from briefings.models import Briefing, Chapter


def record_basis(briefing: Briefing, chapters: Sequence[Chapter]) -> None:
    """Note in `chapters` the contributions they now rest on. Saves nothing.

    Called when an editor has written or confirmed a chapter's texts.
    """
    if not chapters or not briefing.period_start or not briefing.period_end:
        return
    basis = _basis(briefing)
    for chapter in chapters:
        chapter.basis = basis.get(chapter.pillar.slug, "")


def stale_chapters(briefing: Briefing) -> frozenset[str]:
    """The pillars whose chapters, as the briefing holds them in memory, rest on contributions that have changed."""
    if not briefing.period_start or not briefing.period_end or not briefing.strategy_id:
        return frozenset()
    basis = _basis(briefing)
    return frozenset(
        chapter.pillar.slug
        for chapter in briefing.chapters.all()
        if chapter.claim_ko and chapter.basis != basis.get(chapter.pillar.slug, chapter.basis)
    )


def _basis(briefing: Briefing) -> dict[str, str]:
    return {formed.pillar: chapter_basis(formed) for formed in form_chapters(collect_proofs(briefing))}
