"""Cooperation items, between content records and pages."""

from __future__ import annotations

from typing import Any

from briefings.content import records
from briefings.content.references import named
from briefings.content.texts import required_text, set_fields, text_fields, text_of
from projects import models
from stakeholders.models import Perspective
from vocabulary.models import Pillar, Unit

TYPES: dict[str, type[models.CooperationItem]] = {
    "cooperation-item": models.CooperationItem,
    "air-mobility-deal": models.AirMobilityDeal,
    "city-network-project": models.CityNetworkProject,
    "declaration-clause": models.DeclarationClause,
}
_TYPE_NAMES = {model: name for name, model in TYPES.items()}
_TYPED_KEYS = {
    "air-mobility-deal": ("aircraft", "quantity", "exclusivity", "operator", "certification"),
    "city-network-project": (
        "host_city",
        "host_country",
        "call_year",
        "solution_fields",
        "operator",
        "phase",
    ),
    "declaration-clause": ("forum", "instrument", "clause", "wording_checked"),
}


def misplaced_keys(record: records.ItemRecord) -> list[str]:
    """Keys that belong to another type of item than the record's."""
    allowed = set(_TYPED_KEYS.get(record.type, ()))
    empty = records.ItemRecord("", "", "", "", "", "", records.Text(""), records.Text(""))
    typed = {key for keys in _TYPED_KEYS.values() for key in keys}
    return sorted(key for key in typed - allowed if getattr(record, key) != getattr(empty, key))


def item_record(item: models.CooperationItem, bureau: str) -> records.ItemRecord:
    """The record of a specific item with its rows, in the bureau of this slug."""
    kind = _TYPE_NAMES[type(item)]
    typed: dict[str, Any] = {}
    for key in _TYPED_KEYS.get(kind, ()):
        if key == "solution_fields":
            typed[key] = [required_text(field, "name") for field in item.solution_fields.all()]
        elif hasattr(item, f"{key}_ko"):
            typed[key] = text_of(item, key)
        else:
            typed[key] = getattr(item, key)
    return records.ItemRecord(
        slug=item.slug,
        type=kind,
        bureau=bureau,
        kind=item.kind,
        status=item.status,
        classification=item.classification,
        headline=required_text(item, "headline"),
        summary=required_text(item, "summary"),
        legal_clause=item.legal_clause,
        event_date=item.event_date,
        event_end=item.event_end,
        date_precision=item.date_precision,
        year_inferred=item.year_inferred,
        place=text_of(item, "place"),
        countries=[country.code for country in item.countries.all()],
        background=text_of(item, "background"),
        significance=text_of(item, "significance"),
        ministry_view=[required_text(view, "text") for view in item.ministry_views.all()],
        message=text_of(item, "message"),
        partners=[
            records.PartnerRecord(required_text(partner, "name"), partner.country)
            for partner in item.partners.all()
        ],
        contributions=[
            records.ContributionRecord(
                each.pillar.slug,
                each.role,
                each.weight,
                required_text(each, "sentence"),
                each.point,
                each.follows.slug if each.follows else "",
            )
            for each in item.contributions.all()
        ],
        commitments=[
            records.CommitmentRecord(
                required_text(each, "actor"),
                required_text(each, "action"),
                each.firmness,
                each.date,
                each.date_precision,
            )
            for each in item.commitments.all()
        ],
        figures=[_figure_record(figure) for figure in item.figures.all()],
        sources=[
            records.SourceRecord(
                key=source.key,
                publisher=required_text(source, "publisher"),
                strength=source.strength,
                title=text_of(source, "title"),
                url=source.url,
                date=source.date,
                language=source.language,
                shown=source.shown,
                note=source.note,
            )
            for source in item.sources.all()
        ],
        related=[link.related.slug for link in item.related_items.all()],
        perspectives=[link.perspective.slug for link in item.perspective_links.all()],
        confidence=item.confidence,
        editor_note=item.editor_note,
        **typed,
    )


def _figure_record(figure: models.Figure) -> records.FigureRecord:
    return records.FigureRecord(
        key=figure.key,
        kind=figure.kind,
        label=required_text(figure, "label"),
        register=figure.register,
        value=figure.value,
        maximum=figure.maximum,
        date=figure.date,
        date_end=figure.date_end,
        date_precision=figure.date_precision,
        literal=figure.literal,
        unit=figure.unit.slug if figure.unit else "",
        qualifier=figure.qualifier,
        status=figure.status,
        as_of=figure.as_of,
        printable=figure.printable,
        source=figure.source_key,
        note=figure.note,
    )


class Known:
    """What an item refers to, by slug."""

    def __init__(self) -> None:
        self.pillars = {pillar.slug: pillar for pillar in Pillar.objects.all()}
        self.units = {unit.slug: unit for unit in Unit.objects.all()}
        self.perspectives = {each.slug: each for each in Perspective.objects.all()}
        self.items = {item.slug: item for item in models.CooperationItem.objects.all()}


def apply_item(item: Any, record: records.ItemRecord, known: Known) -> None:
    """Set every field and row of `item`.

    Raises:
        NamesNothing: the record names a pillar, unit, perspective or item that does not exist.
    """
    set_fields(
        item,
        {
            name: getattr(record, name)
            for name in (
                "slug",
                "kind",
                "status",
                "classification",
                "legal_clause",
                "event_date",
                "event_end",
                "date_precision",
                "year_inferred",
                "confidence",
                "editor_note",
            )
        }
        | text_fields(
            headline=record.headline,
            summary=record.summary,
            place=record.place,
            background=record.background,
            significance=record.significance,
            message=record.message,
        ),
    )
    for key in _TYPED_KEYS.get(record.type, ()):
        value = getattr(record, key)
        if key == "solution_fields":
            item.solution_fields = [
                models.SolutionField(sort_order=n, **text_fields(name=text)) for n, text in enumerate(value)
            ]
        elif hasattr(type(item), f"{key}_ko"):
            set_fields(item, text_fields(**{key: value}))
        else:
            setattr(item, key, value)
    item.countries = [models.Country(sort_order=n, code=code) for n, code in enumerate(record.countries)]
    item.partners = [
        models.Partner(sort_order=n, country=each.country, **text_fields(name=each.name))
        for n, each in enumerate(record.partners)
    ]
    item.ministry_views = [
        models.MinistryView(sort_order=n, **text_fields(text=text))
        for n, text in enumerate(record.ministry_view)
    ]
    item.contributions = [
        models.Contribution(
            sort_order=n,
            pillar=named(known.pillars, each.pillar, "contributions", n, "pillar"),
            role=each.role,
            weight=each.weight,
            point=each.point,
            follows=named(known.items, each.follows, "contributions", n, "follows") if each.follows else None,
            **text_fields(sentence=each.sentence),
        )
        for n, each in enumerate(record.contributions)
    ]
    item.commitments = [
        models.Commitment(
            sort_order=n,
            firmness=each.firmness,
            date=each.date,
            date_precision=each.date_precision,
            **text_fields(actor=each.actor, action=each.action),
        )
        for n, each in enumerate(record.commitments)
    ]
    item.figures = [_figure(n, each, known.units) for n, each in enumerate(record.figures)]
    item.sources = [
        models.Source(
            sort_order=n,
            key=each.key,
            strength=each.strength,
            url=each.url,
            date=each.date,
            language=each.language,
            shown=each.shown,
            note=each.note,
            **text_fields(publisher=each.publisher, title=each.title),
        )
        for n, each in enumerate(record.sources)
    ]
    item.related_items = [
        models.RelatedItem(sort_order=n, related=named(known.items, slug, "related", n))
        for n, slug in enumerate(record.related)
    ]
    item.perspective_links = [
        models.PerspectiveLink(sort_order=n, perspective=named(known.perspectives, slug, "perspectives", n))
        for n, slug in enumerate(record.perspectives)
    ]


def _figure(position: int, record: records.FigureRecord, units: dict[str, Unit]) -> models.Figure:
    return models.Figure(
        sort_order=position,
        key=record.key,
        register=record.register,
        kind=record.kind,
        value=record.value,
        maximum=record.maximum,
        date=record.date,
        date_end=record.date_end,
        date_precision=record.date_precision,
        literal=record.literal,
        unit=named(units, record.unit, "figures", position, "unit") if record.unit else None,
        qualifier=record.qualifier,
        status=record.status,
        as_of=record.as_of,
        printable=record.printable,
        source_key=record.source,
        note=record.note,
        **text_fields(label=record.label),
    )
