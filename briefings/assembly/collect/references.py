"""What items and briefings refer to: groups and their perspectives, the strategy, units and terms."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import msgspec

from briefings.assembly import canonical
from briefings.assembly.material import Group, Interest, Perspective, Pillar, Strategy, Term
from briefings.assembly.seal import RevisionOf
from languages.columns import columns, one_a_line, trilingual_in, trilingual_of
from languages.figures import Unit
from languages.trilingual import Trilingual


def read_groups() -> list[tuple[Group, int | None]]:
    from stakeholders.models import StakeholderGroup

    rows = StakeholderGroup.objects.filter(core=True).order_by("order", "slug")
    return [
        (
            Group(row["slug"], trilingual_in(row, "name"), trilingual_in(row, "members"), row["in_sentence"]),
            row["latest_revision_id"],
        )
        for row in rows.values("slug", "in_sentence", "latest_revision_id", *columns("name", "members"))
    ]


def read_perspectives() -> tuple[list[Perspective], dict[str, int | None]]:
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


def read_strategy(strategy: Any) -> tuple[Strategy, list[RevisionOf]]:
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
    records = [record_of("strategy", strategy.slug, made, strategy.latest_revision_id)]
    records += [
        record_of("pillar", pillar.slug, pillar, row.latest_revision_id)
        for pillar, row in zip(pillars, rows, strict=True)
    ]
    return made, records


def read_units(slugs: set[str]) -> tuple[list[Unit], dict[str, int | None]]:
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


def read_terms() -> tuple[list[Term], dict[str, int | None]]:
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


def record_of(kind: str, slug: str, value: object, revision: int | None) -> RevisionOf:
    """What an edition's manifest says of a record."""
    return RevisionOf(kind, slug, canonical.digest(value), revision)
