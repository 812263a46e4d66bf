"""Editors' pages -> Material: the only step that reads the database.

The number of queries does not grow with the items: one for each table, whatever it holds.
Reads live rows. Call it in one repeatable-read transaction to have one consistent state. Models are imported where
they are read: `briefings.models` imports forms that import this package.
"""

from __future__ import annotations

from typing import Any

import msgspec

from briefings.assembly.chapters import form_chapters
from briefings.assembly.collect.items import (
    contributions_in,
    item_of,
    material_of_item,
    material_of_items,
    read_contributions,
    read_items,
    read_rows,
)
from briefings.assembly.collect.references import (
    read_groups,
    read_perspectives,
    read_strategy,
    read_terms,
    read_units,
    record_of,
)
from briefings.assembly.collect.selection import Choice, select, would_enter
from briefings.assembly.material import (
    Briefing,
    Caution,
    Chapter,
    Highlight,
    Item,
    KeyFigure,
    Material,
)
from briefings.assembly.seal import RevisionOf
from languages.columns import trilingual_of
from languages.trilingual import Trilingual

__all__ = [
    "Collected",
    "collect",
    "collect_proofs",
    "item_of",
    "material_of_item",
    "material_of_items",
    "read_rows",
    "would_enter",
]


class Collected(msgspec.Struct, frozen=True):
    """Material, why it holds what it holds, and which revisions it was made from."""

    material: Material
    selection: tuple[Choice, ...]
    records: tuple[RevisionOf, ...]


def collect(briefing: Any) -> Collected:
    """Everything that an edition of `briefing` is made of, for every audience.

    Args:
        briefing: a Briefing page, live or as its editor is just writing it.
    """
    entries, selection = select(briefing)
    items, item_revisions = read_items(entries)
    groups = read_groups()
    perspectives, perspective_revisions = read_perspectives()
    strategy, strategy_revisions = read_strategy(briefing.strategy)
    units, unit_revisions = read_units({figure.unit for item in items for figure in item.figures})
    terms, term_revisions = read_terms()
    core = {group.slug for group, _revision in groups}
    heard = [each for each in perspectives if any(interest.group in core for interest in each.interests)]
    # as terms do, they count by the period: a correction of October says what was said in October
    holding = [each for each in heard if each.valid_from <= briefing.period_end]
    left_out = [
        Choice(each.slug, False, "not-yet-valid", record="perspective")
        for each in heard
        if each.valid_from > briefing.period_end
    ]
    material = Material(
        briefing=_briefing(briefing),
        strategy=strategy,
        items=tuple(items),
        groups=tuple(group for group, _revision in groups),
        perspectives=tuple(holding),
        units=tuple(units),
        terms=tuple(terms),
    )
    records = [
        record_of("briefing", material.briefing.slug, material.briefing, briefing.live_revision_id),
        *(RevisionOf("item", item.slug, item.digest, item_revisions.get(item.slug)) for item in items),
        *(record_of("group", group.slug, group, revision) for group, revision in groups),
        *(record_of("perspective", p.slug, p, perspective_revisions.get(p.slug)) for p in holding),
        *strategy_revisions,
        *(record_of("unit", unit.slug, unit, unit_revisions.get(unit.slug)) for unit in units),
        *(record_of("term", t.identifier, t, term_revisions.get(t.identifier)) for t in terms),
    ]
    return Collected(material, (*left_out, *selection), tuple(records))


def collect_proofs(briefing: Any) -> Material:
    """No more than the chapters of `briefing` rest on: the items whose contributions prove a pillar.

    Chapters formed of it are those formed of everything. Of the other items only contributions are read, so it is
    cheap enough to be asked for while somebody writes.
    """
    entries, selection = select(briefing)
    slugs = [choice.slug for choice in selection if choice.entered]
    contributions = read_contributions(entries)
    strategy, _revisions = read_strategy(briefing.strategy)
    material = Material(briefing=_briefing(briefing), strategy=strategy, items=())
    candidates = tuple(
        Item(
            slug=slug,
            kind="",
            status="",
            classification="public",
            headline=Trilingual(),
            summary=Trilingual(),
            entry=entry,
            contributions=contributions_in(contributions[key]),
        )
        for (key, entry), slug in zip(entries.items(), slugs, strict=True)
        if key in contributions
    )
    formed = form_chapters(msgspec.structs.replace(material, items=candidates))
    proving = {proof.item.slug for chapter in formed for proof in chapter.proofs}
    chosen = {
        key: entry for (key, entry), slug in zip(entries.items(), slugs, strict=True) if slug in proving
    }
    return msgspec.structs.replace(material, items=tuple(read_items(chosen)[0]))


def _briefing(page: Any) -> Briefing:
    bureau = page.responsible_bureau
    return Briefing(
        slug=page.slug,
        name=trilingual_of(page, "name"),
        period_start=page.period_start,
        period_end=page.period_end,
        headline=trilingual_of(page, "headline"),
        conclusion=trilingual_of(page, "conclusion"),
        classification=page.classification,
        legal_clause=page.legal_clause,
        licence=page.licence,
        recipient=trilingual_of(page, "recipient"),
        bureau=trilingual_of(bureau, "name") if bureau else Trilingual(),
        bureau_phone=bureau.phone if bureau else "",
        officer=trilingual_of(page, "officer"),
        why_now_norm=trilingual_of(page, "why_now_norm"),
        why_now_market=trilingual_of(page, "why_now_market"),
        why_now_technology=trilingual_of(page, "why_now_technology"),
        theme_title=trilingual_of(page, "theme_title"),
        conclusion_korea_view=trilingual_of(page, "conclusion_korea_view"),
        conclusion_national_interest=trilingual_of(page, "conclusion_national_interest"),
        change_note=trilingual_of(page, "change_note"),
        chapters=tuple(
            Chapter(
                pillar=row.pillar.slug,
                claim=trilingual_of(row, "claim"),
                why_now=trilingual_of(row, "why_now"),
                gap=trilingual_of(row, "gap"),
                bridge=trilingual_of(row, "bridge"),
                basis=row.basis,
            )
            for row in page.chapters.select_related("pillar").all()
        ),
        key_figures=tuple(
            KeyFigure(row.item.slug, row.figure, trilingual_of(row, "label"))
            for row in page.key_figures.select_related("item").all()
        ),
        requests=tuple(trilingual_of(row, "text") for row in page.requests.all()),
        cautions=tuple(Caution(row.kind, trilingual_of(row, "text")) for row in page.cautions.all()),
        highlights=tuple(
            Highlight(row.item.slug, trilingual_of(row, "text"))
            for row in page.highlights.select_related("item").all()
        ),
    )
