"""What only an item of its kind has: a deal's aircraft, a project's city, a clause's forum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from briefings.assembly import wording
from briefings.assembly.collect.rows import Row, Written, plain, these
from briefings.assembly.material import Entry, Fact
from languages.columns import columns, trilingual_in
from languages.trilingual import Trilingual, same


def read_facts(entries: dict[int, Entry]) -> tuple[dict[int, list[Fact]], dict[int, bool]]:
    """What only an item of its kind has; and whether a clause's wording was checked."""
    from projects import models

    facts: dict[int, list[Fact]] = {}
    checked: dict[int, bool] = {}
    deals = plain(models.AirMobilityDeal).filter(pk__in=these(entries))
    for row in deals.values("pk", "quantity", *columns(*_DEAL_TEXTS)):
        facts[row["pk"]] = _deal_facts(row)
    solutions: defaultdict[int, list[Row]] = defaultdict(list)
    fields = plain(models.SolutionField).filter(item_id__in=these(entries)).order_by("item_id", "sort_order")
    for row in fields.values("item_id", *columns("name")):
        solutions[row["item_id"]].append(row)
    projects = plain(models.CityNetworkProject).filter(pk__in=these(entries))
    for row in projects.values("pk", "call_year", "phase", *columns("host_city", "operator")):
        facts[row["pk"]] = _project_facts(row, solutions[row["pk"]])
    clauses = plain(models.DeclarationClause).filter(pk__in=these(entries))
    for row in clauses.values("pk", "wording_checked", *columns(*_CLAUSE_TEXTS)):
        checked[row["pk"]] = row["wording_checked"]
        facts[row["pk"]] = _clause_facts(row)
    return facts, checked


def facts_of(page: Any) -> tuple[dict[int, list[Fact]], dict[int, bool]]:
    """The same of a page as its editor is just writing it."""
    from projects import models

    row = Written(page)
    if isinstance(page, models.AirMobilityDeal):
        return {page.pk: _deal_facts(row)}, {}
    if isinstance(page, models.CityNetworkProject):
        return {page.pk: _project_facts(row, [Written(field) for field in page.solution_fields.all()])}, {}
    if isinstance(page, models.DeclarationClause):
        return {page.pk: _clause_facts(row)}, {page.pk: page.wording_checked}
    return {}, {}


_DEAL_TEXTS = ("aircraft", "exclusivity", "operator", "certification")
_CLAUSE_TEXTS = ("forum", "instrument", "clause")


def _deal_facts(row: Row) -> list[Fact]:
    reference = f"[[{row['quantity']}]]" if row["quantity"] else ""
    named = {name: trilingual_in(row, name) for name in _DEAL_TEXTS}
    named = {"aircraft": named.pop("aircraft"), "quantity": same(reference), **named}
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
