"""Rows of tables, and records that somebody is just writing, read in one way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

type Row = Mapping[str, Any]


class Written(Mapping[str, Any]):
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


def rows_of(model: Any, entries: Iterable[int], *fields: str) -> defaultdict[int, list[Row]]:
    """Rows of an inline table by the page they belong to, in their order."""
    rows = plain(model).filter(item_id__in=these(entries)).order_by("item_id", "sort_order", "pk")
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows.values("item_id", *fields):
        found[row["item_id"]].append(row)
    return found


def plain(model: Any) -> QuerySet[Any]:
    """Django's own queryset: every language is named here, so nothing has to fall back to another."""
    return QuerySet(model)


def these(keys: Iterable[int]) -> RawSQL:
    """Ten thousand keys as one parameter: placeholders, or psycopg's way with a list, would take longer than the rows."""
    return RawSQL("SELECT unnest(%s::bigint[])", ["{" + ",".join(map(str, keys)) + "}"])
