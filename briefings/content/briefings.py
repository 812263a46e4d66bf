"""Bureaus and briefings, between content records and pages."""

from __future__ import annotations

from typing import Any

from briefings import models
from briefings.content import records
from briefings.content.references import named
from briefings.content.texts import required_text, set_fields, text_fields, text_of
from projects.models import Bureau, CooperationItem
from vocabulary.models import Pillar, Strategy

_TEXTS = (
    "recipient",
    "officer",
    "why_now_norm",
    "why_now_market",
    "why_now_technology",
    "theme_title",
    "conclusion_korea_view",
    "conclusion_national_interest",
    "change_note",
)


def bureau_record(bureau: Bureau) -> records.BureauRecord:
    return records.BureauRecord(bureau.slug, required_text(bureau, "name"), bureau.phone, bureau.note)


def apply_bureau(bureau: Bureau, record: records.BureauRecord) -> None:
    set_fields(
        bureau,
        {"slug": record.slug, "phone": record.phone, "note": record.note} | text_fields(name=record.name),
    )


def briefing_record(briefing: models.Briefing) -> records.BriefingRecord:
    return records.BriefingRecord(
        slug=briefing.slug,
        strategy=briefing.strategy.slug,
        name=required_text(briefing, "name"),
        period_start=briefing.period_start,
        period_end=briefing.period_end,
        headline=required_text(briefing, "headline"),
        conclusion=required_text(briefing, "conclusion"),
        bureau=briefing.responsible_bureau.slug if briefing.responsible_bureau else "",
        classification=briefing.classification,
        legal_clause=briefing.legal_clause,
        licence=briefing.licence,
        chapters=[
            records.ChapterRecord(
                each.pillar.slug,
                required_text(each, "claim"),
                text_of(each, "why_now"),
                text_of(each, "gap"),
                text_of(each, "bridge"),
            )
            for each in briefing.chapters.all()
        ],
        key_figures=[
            records.KeyFigureRecord(each.item.slug, each.figure, text_of(each, "label"))
            for each in briefing.key_figures.all()
        ],
        requests=[required_text(each, "text") for each in briefing.requests.all()],
        cautions=[
            records.CautionRecord(each.kind, required_text(each, "text")) for each in briefing.cautions.all()
        ],
        highlights=[
            records.HighlightRecord(each.item.slug, required_text(each, "text"))
            for each in briefing.highlights.all()
        ],
        picks=[records.PickRecord(each.item.slug, each.mode, each.reason) for each in briefing.picks.all()],
        **{name: text_of(briefing, name) for name in _TEXTS},
    )


def apply_briefing(briefing: Any, record: records.BriefingRecord) -> None:
    """Set every field and row of `briefing`.

    Raises:
        NamesNothing: the record names a strategy, bureau, pillar or item that does not exist.
    """
    strategies = {strategy.slug: strategy for strategy in Strategy.objects.all()}
    bureaus = {bureau.slug: bureau for bureau in Bureau.objects.all()}
    pillars = {pillar.slug: pillar for pillar in Pillar.objects.all()}
    items = {item.slug: item for item in CooperationItem.objects.all()}
    texts = {name: getattr(record, name) for name in _TEXTS}
    set_fields(
        briefing,
        {
            "slug": record.slug,
            "strategy": named(strategies, record.strategy, "strategy"),
            "period_start": record.period_start,
            "period_end": record.period_end,
            "responsible_bureau": named(bureaus, record.bureau, "bureau") if record.bureau else None,
            "classification": record.classification,
            "legal_clause": record.legal_clause,
            "licence": record.licence,
        }
        | text_fields(name=record.name, headline=record.headline, conclusion=record.conclusion, **texts),
    )
    briefing.chapters = [
        models.Chapter(
            sort_order=n,
            pillar=named(pillars, each.pillar, "chapters", n, "pillar"),
            **text_fields(claim=each.claim, why_now=each.why_now, gap=each.gap, bridge=each.bridge),
        )
        for n, each in enumerate(record.chapters)
    ]
    briefing.key_figures = [
        models.KeyFigure(
            sort_order=n,
            item=named(items, each.item, "key_figures", n, "item"),
            figure=each.figure,
            **text_fields(label=each.label),
        )
        for n, each in enumerate(record.key_figures)
    ]
    briefing.requests = [
        models.Request(sort_order=n, **text_fields(text=each)) for n, each in enumerate(record.requests)
    ]
    briefing.cautions = [
        models.Caution(sort_order=n, kind=each.kind, **text_fields(text=each.text))
        for n, each in enumerate(record.cautions)
    ]
    briefing.highlights = [
        models.Highlight(
            sort_order=n, item=named(items, each.item, "highlights", n, "item"), **text_fields(text=each.text)
        )
        for n, each in enumerate(record.highlights)
    ]
    briefing.picks = [
        models.Pick(
            sort_order=n, item=named(items, each.item, "picks", n, "item"), mode=each.mode, reason=each.reason
        )
        for n, each in enumerate(record.picks)
    ]
