"""How a chapter is formed: which contributions prove a pillar's claim, and in which order.

Rule (product.md): two to four contributions, ordered by role, then weight; an item leads in one
pillar only, elsewhere it is a cross-reference.
"""

from __future__ import annotations

import hashlib

import msgspec

from briefings.assembly import canonical
from briefings.assembly.material import ROLES, Contribution, Item, Material

MOST_PROOFS = 4
FEWEST_PROOFS = 2
MOST_CROSS_REFERENCES = 3


class Proof(msgspec.Struct, frozen=True):
    """A contribution that a chapter argues with, and the item that it comes from."""

    item: Item
    contribution: Contribution


class ChapterProofs(msgspec.Struct, frozen=True):
    """What proves one pillar: its own contributions, and items that lead elsewhere."""

    pillar: str
    proofs: tuple[Proof, ...]
    cross_references: tuple[Proof, ...]
    left_over: tuple[Proof, ...] = ()
    """Contributions of items that lead in this pillar but found no place among the proofs."""


def leading_pillar(item: Item, order: tuple[str, ...]) -> str:
    """The pillar in which the item weighs most; of equal weights the first in the strategy's order."""
    known = [contribution for contribution in item.contributions if contribution.pillar in order]
    if not known:
        return ""
    best = min(known, key=lambda contribution: (-contribution.weight, order.index(contribution.pillar)))
    return best.pillar


def form_chapters(material: Material) -> tuple[ChapterProofs, ...]:
    """The proofs of every pillar, in the strategy's order. Items of background are no proof."""
    order = tuple(pillar.slug for pillar in material.strategy.pillars)
    leads: dict[str, list[Proof]] = {pillar: [] for pillar in order}
    others: dict[str, list[Proof]] = {pillar: [] for pillar in order}
    for item in material.items:
        if item.entry == "background":
            continue
        leading = leading_pillar(item, order)
        for contribution in item.contributions:
            if contribution.pillar in leads:
                place = leads if contribution.pillar == leading else others
                place[contribution.pillar].append(Proof(item, contribution))
    return tuple(_form_chapter(pillar, leads[pillar], others[pillar]) for pillar in order)


def _form_chapter(pillar: str, leads: list[Proof], others: list[Proof]) -> ChapterProofs:
    by_weight = sorted(leads, key=_weight)
    proofs = by_weight[:MOST_PROOFS]
    return ChapterProofs(
        pillar,
        proofs=tuple(_after_what_they_follow(sorted(proofs, key=_role_then_weight))),
        cross_references=tuple(sorted(others, key=_weight)[:MOST_CROSS_REFERENCES]),
        left_over=tuple(by_weight[MOST_PROOFS:]),
    )


def _weight(proof: Proof) -> tuple[int, str]:
    return (-proof.contribution.weight, proof.item.slug)


def _role_then_weight(proof: Proof) -> tuple[int, int, str]:
    return (ROLES.index(proof.contribution.role), *_weight(proof))


def _after_what_they_follow(proofs: list[Proof]) -> list[Proof]:
    """A contribution that an editor lets follow from another stands directly behind it."""
    ordered: list[Proof] = []
    waiting = list(proofs)
    while waiting:
        slugs = {proof.item.slug for proof in waiting}
        free = [proof for proof in waiting if proof.contribution.follows not in slugs - {proof.item.slug}]
        chosen = free[0] if free else waiting[0]  # a circle of "follows" is broken at its first member
        behind = ordered[-1].item.slug if ordered else ""
        chosen = next((p for p in free if p.contribution.follows == behind and behind), chosen)
        ordered.append(chosen)
        waiting.remove(chosen)
    return ordered


def rebased(before: Material, after: Material) -> Material:
    """`after` with its chapters as fresh as they are in `before`.

    Their texts were written on contributions from which something has since been taken out: what an
    audience may not read, or a character that cannot be printed. That makes no text stale.
    """
    if after == before:
        return before
    were = {formed.pillar: chapter_basis(formed) for formed in form_chapters(before)}
    now = {formed.pillar: chapter_basis(formed) for formed in form_chapters(after)}
    chapters = tuple(
        msgspec.structs.replace(chapter, basis=now[chapter.pillar])
        if chapter.pillar in now and chapter.basis == were.get(chapter.pillar)
        else chapter
        for chapter in after.briefing.chapters
    )
    briefing = msgspec.structs.replace(after.briefing, chapters=chapters)
    return msgspec.structs.replace(after, briefing=briefing)


def chapter_basis(chapter: ChapterProofs) -> str:
    """Digest of what a chapter's texts rest on: its proofs with their wording and figures.

    Recorded when an editor writes the texts; when it differs later, the texts are stale.
    """
    basis = [
        [proof.item.slug, proof.contribution, proof.item.figures, proof.item.headline]
        for proof in chapter.proofs
    ]
    try:
        return canonical.digest(basis)
    except UnicodeEncodeError:  # a lone surrogate in a text that is still to be cleaned
        return hashlib.sha256(ascii(basis).encode()).hexdigest()
