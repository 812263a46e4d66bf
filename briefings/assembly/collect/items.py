"""Items: those that enter an edition, and one as its editor is just writing it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.rich_text import expand_db_html

from briefings.assembly.collect.facts import facts_of, read_facts
from briefings.assembly.collect.references import read_strategy, read_units
from briefings.assembly.collect.rows import Row, Written, plain, rows_of, these
from briefings.assembly.material import (
    Briefing,
    Commitment,
    Contribution,
    Entry,
    Fact,
    Item,
    Material,
    Partner,
    Source,
    Strategy,
)
from briefings.assembly.richtext import with_characters
from languages.columns import columns, trilingual_in
from languages.figures import Figure
from languages.trilingual import Trilingual

_ITEM_FIELDS = (
    "pk",
    "slug",
    "kind",
    "status",
    "classification",
    "legal_clause",
    "event_date",
    "event_end",
    "date_precision",
    "live_revision_id",
    *columns("headline", "summary", "place", "background", "significance", "message"),
)


def read_items(entries: dict[int, Entry]) -> tuple[list[Item], dict[str, int | None]]:
    from projects import models

    pages = list(
        plain(models.CooperationItem)
        .filter(pk__in=these(entries))
        .order_by("event_date", "slug")
        .values(*_ITEM_FIELDS)
    )
    rows = {
        "contributions": read_contributions(entries),
        "commitments": rows_of(
            models.Commitment, entries, "date", "date_precision", "firmness", *columns("actor", "action")
        ),
        "figures": rows_of(
            models.Figure,
            entries,
            "key",
            "kind",
            "value",
            "maximum",
            "date",
            "date_end",
            "date_precision",
            "literal",
            "unit__slug",
            "qualifier",
            "status",
            "as_of",
            "printable",
            "source_key",
            *columns("label"),
        ),
        "sources": rows_of(
            models.Source, entries, "key", "url", "date", "strength", "shown", *columns("publisher", "title")
        ),
        "partners": rows_of(models.Partner, entries, "country", *columns("name")),
        "countries": rows_of(models.Country, entries, "code"),
        "views": rows_of(models.MinistryView, entries, *columns("text")),
        "related": rows_of(models.RelatedItem, entries, "related__slug"),
        "perspectives": rows_of(models.PerspectiveLink, entries, "perspective__slug"),
    }
    facts, checked = read_facts(entries)
    items = [
        _item(
            page,
            entries[page["pk"]],
            {name: found[page["pk"]] for name, found in rows.items()},
            facts,
            checked,
        )
        for page in pages
    ]
    return items, {page["slug"]: page["live_revision_id"] for page in pages}


def read_contributions(entries: Iterable[int]) -> defaultdict[int, list[Row]]:
    from projects import models

    return rows_of(
        models.Contribution,
        entries,
        "role",
        "weight",
        "point",
        "pillar__slug",
        "follows__slug",
        *columns("sentence"),
    )


_ROWS = {
    "contributions": "contributions",
    "commitments": "commitments",
    "figures": "figures",
    "sources": "sources",
    "partners": "partners",
    "countries": "countries",
    "views": "ministry_views",
    "related": "related_items",
    "perspectives": "perspective_links",
}
"""What a page calls the rows of each kind."""
_NAMED_BY_ROWS = {
    "contributions": ("pillar", "follows"),
    "figures": ("unit",),
    "related": ("related",),
    "perspectives": ("perspective",),
}


def read_rows(pages: Iterable[Any]) -> None:
    """Read the rows of many pages together, which `item_of` reads of each by itself otherwise."""
    by_model: defaultdict[type[Any], list[Any]] = defaultdict(list)
    for page in pages:
        by_model[type(page)].append(page)
    named = [f"{_ROWS[name]}__{field}" for name, fields in _NAMED_BY_ROWS.items() for field in fields]
    for of_model in by_model.values():
        prefetch_related_objects(of_model, *_ROWS.values(), *named)


def item_of(page: Any) -> Item:
    """The item that a page shows as its editor is just writing it, rows included."""
    written = {name: list(getattr(page, rows).all()) for name, rows in _ROWS.items()}
    for name, named in _NAMED_BY_ROWS.items():
        prefetch_related_objects(written[name], *named)
    rows = {name: [Written(row) for row in of_kind] for name, of_kind in written.items()}
    facts, checked = facts_of(page)
    return _item(Written(page), "picked", rows, facts, checked)


def material_of_item(page: Any, strategy: Any = None) -> Material:
    """A material that holds nothing but one item and, for its preview, the strategy that it serves."""
    return material_of_items([page], strategy)


def material_of_items(pages: Iterable[Any], strategy: Any = None) -> Material:
    """A material that holds nothing but these items and, for a preview, the strategy that they serve."""
    items = tuple(map(item_of, pages))
    units, _revisions = read_units({figure.unit for item in items for figure in item.figures})
    nothing = Trilingual()
    briefing = Briefing(
        slug="preview",
        name=nothing,
        period_start=date.min,
        period_end=date.max,
        headline=nothing,
        conclusion=nothing,
        classification="public",
    )
    made = (
        Strategy("", nothing, nothing, nothing, nothing, ())
        if strategy is None
        else read_strategy(strategy)[0]
    )
    return Material(briefing=briefing, strategy=made, items=items, units=tuple(units))


def _item(
    page: Row,
    entry: Entry,
    rows: Mapping[str, list[Row]],
    facts: Mapping[int, list[Fact]],
    checked: Mapping[int, bool],
) -> Item:
    return Item(
        slug=page["slug"],
        kind=page["kind"],
        status=page["status"],
        classification=page["classification"],
        headline=trilingual_in(page, "headline"),
        summary=trilingual_in(page, "summary"),
        entry=entry,
        legal_clause=page["legal_clause"],
        event_date=page["event_date"],
        event_end=page["event_end"],
        date_precision=page["date_precision"],
        place=trilingual_in(page, "place"),
        background=_html(trilingual_in(page, "background")),
        significance=_html(trilingual_in(page, "significance")),
        views=tuple(trilingual_in(row, "text") for row in rows["views"]),
        message=trilingual_in(page, "message"),
        partners=tuple(Partner(trilingual_in(row, "name"), row["country"]) for row in rows["partners"]),
        countries=tuple(row["code"] for row in rows["countries"]),
        contributions=contributions_in(rows["contributions"]),
        commitments=tuple(
            Commitment(
                actor=trilingual_in(row, "actor"),
                action=trilingual_in(row, "action"),
                firmness=row["firmness"],
                day=row["date"],
                day_precision=row["date_precision"],
            )
            for row in rows["commitments"]
        ),
        figures=tuple(_figure(row) for row in rows["figures"]),
        sources=tuple(
            Source(
                key=row["key"],
                publisher=trilingual_in(row, "publisher"),
                title=trilingual_in(row, "title"),
                url=row["url"],
                day=row["date"],
                strength=row["strength"],
            )
            for row in rows["sources"]
            if row["shown"]
        ),
        related=tuple(row["related__slug"] for row in rows["related"]),
        perspectives=tuple(row["perspective__slug"] for row in rows["perspectives"]),
        facts=tuple(facts.get(page["pk"], ())),
        wording_checked=checked.get(page["pk"], True),
    )


def contributions_in(contributions: Iterable[Row]) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(
            pillar=row["pillar__slug"],
            role=row["role"],
            weight=row["weight"],
            sentence=trilingual_in(row, "sentence"),
            point=row["point"],
            follows=row["follows__slug"] or "",
        )
        for row in contributions
    )


def _figure(row: Row) -> Figure:
    return Figure(
        key=row["key"],
        kind=row["kind"],
        label=trilingual_in(row, "label"),
        value=_plain_decimal(row["value"]),
        maximum=_plain_decimal(row["maximum"]),
        day=row["date"],
        day_end=row["date_end"],
        day_precision=row["date_precision"],
        literal=row["literal"],
        unit=row["unit__slug"] or "",
        qualifier=row["qualifier"],
        status=row["status"],
        as_of=row["as_of"],
        printable=row["printable"],
        source=row["source_key"],
    )


def _plain_decimal(value: Any) -> Any:
    """100 rather than 100.000000: the column's scale must not reach a digest."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


_NOTHING_WRITTEN = re.compile(r"(?:<(?!a\b|embed\b)[^>]*>|\s|&nbsp;)*\Z")


def _html(html: Trilingual) -> Trilingual:
    """Rich text with Wagtail's internal links expanded to addresses and its characters as themselves; a field that nobody
    wrote in is empty.

    The editor hands over a paragraph without text then, below which a heading would stand alone.
    """
    if any(source and _NOTHING_WRITTEN.match(source) for _language, source in html.items()):
        html = html.map(lambda _language, source: "" if _NOTHING_WRITTEN.match(source) else source)
    if "&" in html.ko or "&" in html.zh_hans or "&" in html.en:
        html = html.map(lambda _language, source: with_characters(source))
    if not any("<a" in source or "<embed" in source for _language, source in html.items()):
        return html
    return html.map(lambda _language, source: expand_db_html(source) if source else "")
