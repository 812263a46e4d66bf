"""Editors' pages -> Material: the only step that reads the database.

The number of queries does not grow with the items: one for each table, whatever it holds.
Reads live rows. Call it in one repeatable-read transaction to have one consistent state.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from wagtail.rich_text import expand_db_html

from briefings.assembly import canonical, wording
from briefings.assembly.chapters import form_chapters
from briefings.assembly.material import (
    Briefing,
    Caution,
    Chapter,
    Commitment,
    Contribution,
    Entry,
    Fact,
    Group,
    Highlight,
    Interest,
    Item,
    KeyFigure,
    Material,
    Partner,
    Perspective,
    Pillar,
    Source,
    Strategy,
    Term,
)
from briefings.assembly.seal import RevisionOf
from languages.columns import columns, one_a_line, trilingual_in, trilingual_of
from languages.figures import Figure, Unit
from languages.trilingual import Trilingual

# models are imported where they are read: `briefings.models` imports forms that import this module
type Row = Mapping[str, Any]


class Choice(msgspec.Struct, frozen=True):
    """Why an item entered, or why it did not."""

    slug: str
    entered: bool
    reason: str
    """dated, ongoing, picked, background; or held-back, name-only, background-period."""
    note: str = ""


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
    entries, selection = _select(briefing)
    items, item_revisions = _items(entries)
    groups = _groups()
    perspectives, perspective_revisions = _perspectives()
    strategy, strategy_revisions = _strategy(briefing.strategy)
    units, unit_revisions = _units({figure.unit for item in items for figure in item.figures})
    terms, term_revisions = _terms()
    core = {group.slug for group, _revision in groups}
    material = Material(
        briefing=_briefing(briefing),
        strategy=strategy,
        items=tuple(items),
        groups=tuple(group for group, _revision in groups),
        perspectives=tuple(each for each in perspectives if any(_asks(each, slug) for slug in core)),
        units=tuple(units),
        terms=tuple(terms),
    )
    records = [
        _record("briefing", material.briefing.slug, material.briefing, briefing.live_revision_id),
        *(RevisionOf("item", item.slug, item.digest, item_revisions.get(item.slug)) for item in items),
        *(_record("group", group.slug, group, revision) for group, revision in groups),
        *(_record("perspective", p.slug, p, perspective_revisions.get(p.slug)) for p in perspectives),
        *strategy_revisions,
        *(_record("unit", unit.slug, unit, unit_revisions.get(unit.slug)) for unit in units),
        *(_record("term", t.identifier, t, term_revisions.get(t.identifier)) for t in terms),
    ]
    return Collected(material, selection, tuple(records))


def collect_proofs(briefing: Any) -> Material:
    """No more than the chapters of `briefing` rest on: the items whose contributions prove a pillar.

    Chapters formed of it are those formed of everything. Of the other items only contributions are read, so it is
    cheap enough to be asked for while somebody writes.
    """
    entries, selection = _select(briefing)
    slugs = [choice.slug for choice in selection if choice.entered]
    contributions = _contributions(entries)
    strategy, _revisions = _strategy(briefing.strategy)
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
            contributions=_made(contributions[key]),
        )
        for (key, entry), slug in zip(entries.items(), slugs, strict=True)
        if key in contributions
    )
    formed = form_chapters(msgspec.structs.replace(material, items=candidates))
    proving = {proof.item.slug for chapter in formed for proof in chapter.proofs}
    chosen = {
        key: entry for (key, entry), slug in zip(entries.items(), slugs, strict=True) if slug in proving
    }
    return msgspec.structs.replace(material, items=tuple(_items(chosen)[0]))


def _asks(perspective: Perspective, group: str) -> bool:
    return any(interest.group == group for interest in perspective.interests)


def _record(kind: str, slug: str, value: object, revision: int | None) -> RevisionOf:
    return RevisionOf(kind, slug, canonical.digest(value), revision)


# which items enter ---------------------------------------------------------------------------


def would_enter(briefing: Any, which: Q) -> list[str]:
    """Slugs of the items that meet a condition and would enter if they were published as they stand in their table."""
    _entries, selection = _select(briefing, which)
    return [choice.slug for choice in selection if choice.entered]


_LIVE = Q(live=True)


def _select(briefing: Any, which: Q = _LIVE) -> tuple[dict[int, Entry], tuple[Choice, ...]]:
    """Items dated in the period, undated ongoing ones, hand-picked ones, minus those held back."""
    from projects.models import CooperationItem

    picks = {pick.item_id: (pick.mode, pick.reason) for pick in briefing.picks.all()}
    # each of the alternatives is answered by an index of its own, however many items there are
    dated = Q(event_date__lte=briefing.period_end, event_end__gte=briefing.period_start) | Q(
        event_date__range=(briefing.period_start, briefing.period_end), event_end__isnull=True
    )
    undated = Q(event_date__isnull=True) & ~Q(status="completed")
    candidates = (
        CooperationItem.objects.filter(which & (dated | undated | Q(pk__in=picks)))
        .order_by("event_date", "slug")
        .values("pk", "slug", "event_date", "confidence")
    )
    entries: dict[int, Entry] = {}
    selection: list[Choice] = []
    for row in candidates:
        mode, note = picks.get(row["pk"], ("", ""))
        if mode == "hold-back":
            selection.append(Choice(row["slug"], False, "held-back", note))
        elif mode:
            entries[row["pk"]] = "background" if mode == "background" else "picked"
            selection.append(
                Choice(row["slug"], True, "background" if mode == "background" else "picked", note)
            )
        elif row["confidence"].startswith("N"):
            # a name or a source label without content is never a contribution
            selection.append(Choice(row["slug"], False, "name-only"))
        else:
            entry: Entry = "dated" if row["event_date"] else "ongoing"
            entries[row["pk"]] = entry
            selection.append(Choice(row["slug"], True, entry))
    return entries, tuple(selection)


# items -----------------------------------------------------------------------------------------

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


def _items(entries: dict[int, Entry]) -> tuple[list[Item], dict[str, int | None]]:
    from projects import models

    pages = list(
        _plain(models.CooperationItem)
        .filter(pk__in=_these(entries))
        .order_by("event_date", "slug")
        .values(*_ITEM_FIELDS)
    )
    rows = {
        "contributions": _contributions(entries),
        "commitments": _rows(
            models.Commitment, entries, "date", "date_precision", "firmness", *columns("actor", "action")
        ),
        "figures": _rows(
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
        "sources": _rows(
            models.Source, entries, "key", "url", "date", "strength", "shown", *columns("publisher", "title")
        ),
        "partners": _rows(models.Partner, entries, "country", *columns("name")),
        "countries": _rows(models.Country, entries, "code"),
        "views": _rows(models.MinistryView, entries, *columns("text")),
        "related": _rows(models.RelatedItem, entries, "related__slug"),
        "perspectives": _rows(models.PerspectiveLink, entries, "perspective__slug"),
    }
    facts, checked = _facts(entries)
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


def _contributions(entries: Iterable[int]) -> defaultdict[int, list[Row]]:
    from projects import models

    return _rows(
        models.Contribution,
        entries,
        "role",
        "weight",
        "point",
        "pillar__slug",
        "follows__slug",
        *columns("sentence"),
    )


def item_of(page: Any) -> Item:
    """The item that a page shows as its editor is just writing it, rows included."""
    names = {
        "contributions": page.contributions,
        "commitments": page.commitments,
        "figures": page.figures,
        "sources": page.sources,
        "partners": page.partners,
        "countries": page.countries,
        "views": page.ministry_views,
        "related": page.related_items,
        "perspectives": page.perspective_links,
    }
    rows = {name: [_Instance(row) for row in manager.all()] for name, manager in names.items()}
    facts, checked = _facts_of(page)
    return _item(_Instance(page), "picked", rows, facts, checked)


def material_of_item(page: Any, strategy: Any = None) -> Material:
    """A material that holds nothing but one item and, for its preview, the strategy that it serves."""
    item = item_of(page)
    units, _revisions = _units({figure.unit for figure in item.figures})
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
        Strategy("", nothing, nothing, nothing, nothing, ()) if strategy is None else _strategy(strategy)[0]
    )
    return Material(briefing=briefing, strategy=made, items=(item,), units=tuple(units))


class _Instance(Mapping[str, Any]):
    """A model instance read like a row of `values()`: `row["pillar__slug"]`."""

    def __init__(self, instance: Any) -> None:
        self._instance = instance

    def __getitem__(self, name: str) -> Any:
        value = self._instance
        for step in name.split("__"):
            value = getattr(value, step, None)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _rows(model: Any, entries: Iterable[int], *fields: str) -> defaultdict[int, list[Row]]:
    """Rows of an inline table by the page they belong to, in their order."""
    rows = _plain(model).filter(item_id__in=_these(entries)).order_by("item_id", "sort_order", "pk")
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows.values("item_id", *fields):
        found[row["item_id"]].append(row)
    return found


def _plain(model: Any) -> QuerySet[Any]:
    """Django's own queryset: every language is named here, so nothing has to fall back to another."""
    return QuerySet(model)


def _these(keys: Iterable[int]) -> RawSQL:
    """Ten thousand keys as one parameter: placeholders, or psycopg's way with a list, would take longer than the rows."""
    return RawSQL("SELECT unnest(%s::bigint[])", ["{" + ",".join(map(str, keys)) + "}"])


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
        contributions=_made(rows["contributions"]),
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


def _made(contributions: Iterable[Row]) -> tuple[Contribution, ...]:
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
    """Rich text with Wagtail's internal links expanded to addresses; a field that nobody wrote in is empty.

    The editor hands over a paragraph without text then, below which a heading would stand alone.
    """
    if any(source and _NOTHING_WRITTEN.match(source) for _language, source in html.items()):
        html = html.map(lambda _language, source: "" if _NOTHING_WRITTEN.match(source) else source)
    if not any("<a" in source or "<embed" in source for _language, source in html.items()):
        return html
    return html.map(lambda _language, source: expand_db_html(source) if source else "")


def _facts(entries: dict[int, Entry]) -> tuple[dict[int, list[Fact]], dict[int, bool]]:
    """What only an item of its kind has; and whether a clause's wording was checked."""
    from projects import models

    facts: dict[int, list[Fact]] = {}
    checked: dict[int, bool] = {}
    deals = _plain(models.AirMobilityDeal).filter(pk__in=_these(entries))
    for row in deals.values("pk", "quantity", *columns(*_DEAL_TEXTS)):
        facts[row["pk"]] = _deal_facts(row)
    solutions: defaultdict[int, list[Row]] = defaultdict(list)
    fields = (
        _plain(models.SolutionField).filter(item_id__in=_these(entries)).order_by("item_id", "sort_order")
    )
    for row in fields.values("item_id", *columns("name")):
        solutions[row["item_id"]].append(row)
    projects = _plain(models.CityNetworkProject).filter(pk__in=_these(entries))
    for row in projects.values("pk", "call_year", "phase", *columns("host_city", "operator")):
        facts[row["pk"]] = _project_facts(row, solutions[row["pk"]])
    clauses = _plain(models.DeclarationClause).filter(pk__in=_these(entries))
    for row in clauses.values("pk", "wording_checked", *columns(*_CLAUSE_TEXTS)):
        checked[row["pk"]] = row["wording_checked"]
        facts[row["pk"]] = _clause_facts(row)
    return facts, checked


def _facts_of(page: Any) -> tuple[dict[int, list[Fact]], dict[int, bool]]:
    """The same of a page as its editor is just writing it."""
    from projects import models

    row = _Instance(page)
    if isinstance(page, models.AirMobilityDeal):
        return {page.pk: _deal_facts(row)}, {}
    if isinstance(page, models.CityNetworkProject):
        return {page.pk: _project_facts(row, [_Instance(field) for field in page.solution_fields.all()])}, {}
    if isinstance(page, models.DeclarationClause):
        return {page.pk: _clause_facts(row)}, {page.pk: page.wording_checked}
    return {}, {}


_DEAL_TEXTS = ("aircraft", "exclusivity", "operator", "certification")
_CLAUSE_TEXTS = ("forum", "instrument", "clause")


def _deal_facts(row: Row) -> list[Fact]:
    reference = f"[[{row['quantity']}]]" if row["quantity"] else ""
    named = {name: trilingual_in(row, name) for name in _DEAL_TEXTS}
    named = {"aircraft": named.pop("aircraft"), "quantity": Trilingual(*[reference] * 3), **named}
    return _said(named)


def _project_facts(row: Row, solutions: Iterable[Row]) -> list[Fact]:
    year = row["call_year"]
    fields = [trilingual_in(solution, "name") for solution in solutions]
    return _said(
        {
            "host_city": trilingual_in(row, "host_city"),
            "call_year": Trilingual(f"{year}년", f"{year}年", str(year)) if year else Trilingual(),
            "solution_fields": Trilingual(
                "·".join(field.ko for field in fields if field.ko),
                "、".join(field.zh_hans for field in fields if field.zh_hans),
                ", ".join(field.en for field in fields if field.en),
            ),
            "operator": trilingual_in(row, "operator"),
            "phase": wording.PHASE.get(row["phase"], Trilingual()),
        }
    )


def _clause_facts(row: Row) -> list[Fact]:
    return _said({name: trilingual_in(row, name) for name in _CLAUSE_TEXTS})


def _said(facts: Mapping[str, Trilingual]) -> list[Fact]:
    """The facts that somebody wrote something about."""
    return [Fact(name, said) for name, said in facts.items() if said]


# what items refer to ---------------------------------------------------------------------------


def _groups() -> list[tuple[Group, int | None]]:
    from stakeholders.models import StakeholderGroup

    rows = StakeholderGroup.objects.filter(core=True).order_by("order", "slug")
    return [
        (
            Group(row["slug"], trilingual_in(row, "name"), trilingual_in(row, "members"), row["in_sentence"]),
            row["latest_revision_id"],
        )
        for row in rows.values("slug", "in_sentence", "latest_revision_id", *columns("name", "members"))
    ]


def _perspectives() -> tuple[list[Perspective], dict[str, int | None]]:
    from stakeholders import models

    interests: defaultdict[int, list[Interest]] = defaultdict(list)
    for row in (
        models.Interest.objects.filter(perspective__live=True)
        .order_by("perspective_id", "sort_order")
        .values("perspective_id", "group__slug", "kind", *columns("interest"))
    ):
        interests[row["perspective_id"]].append(
            Interest(row["group__slug"], row["kind"], trilingual_in(row, "interest"))
        )
    messages: defaultdict[int, list[Trilingual]] = defaultdict(list)
    for row in (
        models.Message.objects.filter(perspective__live=True)
        .order_by("perspective_id", "sort_order")
        .values("perspective_id", *columns("message"))
    ):
        messages[row["perspective_id"]].append(trilingual_in(row, "message"))
    found: list[Perspective] = []
    revisions: dict[str, int | None] = {}
    for row in (
        models.Perspective.objects.filter(live=True)
        .order_by("slug")
        .values("pk", "slug", "valid_from", "valid_until", "sensitive", "live_revision_id")
    ):
        revisions[row["slug"]] = row["live_revision_id"]
        found.append(
            Perspective(
                slug=row["slug"],
                valid_from=row["valid_from"],
                interests=tuple(interests[row["pk"]]),
                messages=tuple(messages[row["pk"]]),
                valid_until=row["valid_until"],
                sensitive=row["sensitive"],
            )
        )
    return found, revisions


def _strategy(strategy: Any) -> tuple[Strategy, list[RevisionOf]]:
    rows = list(strategy.pillars.order_by("order"))
    pillars = tuple(
        Pillar(p.slug, trilingual_of(p, "name"), trilingual_of(p, "message"), p.point) for p in rows
    )
    made = Strategy(
        slug=strategy.slug,
        name=trilingual_of(strategy, "name"),
        phrase=trilingual_of(strategy, "phrase"),
        phrase_in_sentence=trilingual_of(strategy, "phrase_in_sentence"),
        linking_sentence=trilingual_of(strategy, "linking_sentence"),
        pillars=pillars,
    )
    records = [_record("strategy", strategy.slug, made, strategy.latest_revision_id)]
    records += [
        _record("pillar", pillar.slug, pillar, row.latest_revision_id)
        for pillar, row in zip(pillars, rows, strict=True)
    ]
    return made, records


def _units(slugs: set[str]) -> tuple[list[Unit], dict[str, int | None]]:
    from vocabulary import models

    rows = models.Unit.objects.filter(slug__in=slugs).order_by("slug")
    units: list[Unit] = []
    revisions: dict[str, int | None] = {}
    for row in rows.values(
        "slug", "singular", "currency", "symbol", "latest_revision_id", *columns("name", "counter")
    ):
        revisions[row["slug"]] = row["latest_revision_id"]
        units.append(
            Unit(
                row["slug"],
                trilingual_in(row, "name"),
                trilingual_in(row, "counter"),
                row["singular"],
                row["currency"],
                row["symbol"],
            )
        )
    return units, revisions


def _terms() -> tuple[list[Term], dict[str, int | None]]:
    from vocabulary import models

    terms: list[Term] = []
    revisions: dict[str, int | None] = {}
    rows = models.Term.objects.exclude(status="rejected").order_by("identifier")
    for row in rows.values(
        "identifier",
        "valid_from",
        "valid_until",
        "latest_revision_id",
        "status",
        *columns("preferred", "forbidden", "definition"),
    ):
        revisions[row["identifier"]] = row["latest_revision_id"]
        variants = [one_a_line(row[name]) for name in columns("forbidden")]
        meaning = trilingual_in(row, "definition") if row["status"] == "agreed" else Trilingual()
        dates = (row["valid_from"], row["valid_until"])
        proposed = True if row["status"] == "proposed" else msgspec.UNSET
        terms.append(
            Term(row["identifier"], trilingual_in(row, "preferred"), *variants, *dates, meaning, proposed)
        )
    return terms, revisions


# the briefing's own texts ----------------------------------------------------------------------


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
