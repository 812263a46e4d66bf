"""Versions of pages and records (Wagtail's revisions) that name what was deleted since: they open without it.

A foreign key that is PROTECT keeps a record as long as a row names it. What a draft or an old version names stands in
JSON, which PostgreSQL does not look into; and Wagtail cannot make a page of a version that names such a record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from django.db import models
from django.utils.text import capfirst
from modelcluster.models import (
    ClusterableModel,
    get_all_child_relations,
    model_from_serializable_data,
)
from wagtail.models import Page


class Reference(NamedTuple):
    """A foreign key of a record, or of its rows, that keeps what it names from being deleted."""

    rows: str
    """By what the record knows the rows; empty for a field of its own."""
    field: Any

    @property
    def name(self) -> str:
        """What the form calls the row, or the record's own field."""
        return str(self.field.model._meta.verbose_name if self.rows else self.field.verbose_name)


class Gone(NamedTuple):
    """A reference of a version to a record that does not exist any more."""

    reference: Reference
    position: int = 0
    """Of the row among its kind, from 1 as the form counts them; 0 for the record's own field."""

    def __str__(self) -> str:
        if not self.reference.rows:
            return str(capfirst(self.reference.name))
        return f"{capfirst(self.reference.name)} {self.position} · {self.reference.field.verbose_name}"


def wait_for_savers(record: Any) -> Any:
    """The record's row once nobody else is saving it, locked until the transaction's end; None if it was deleted.

    Of a page that is Wagtail's own row, whatever kind it is: all who save it wait at the same one.
    """
    kind = Page if isinstance(record, Page) else type(record)
    return kind._base_manager.select_for_update(no_key=True, of=("self",)).filter(pk=record.pk).first()


def wait_for_savers_of(pages: models.QuerySet[Page]) -> None:
    """Until nobody else is saving any of these pages; from now on, until the transaction's end, others wait.

    In one order for all who wait for several.
    """
    list(pages.select_for_update(no_key=True, of=("self",)).order_by("pk").values_list("pk"))


@cache
def protecting(model: type[models.Model]) -> tuple[Reference, ...]:
    """What a record of this model names, itself and in its rows, that may not be deleted meanwhile."""
    holders = [("", model)]
    holders += [
        (relation.get_accessor_name(), relation.related_model) for relation in get_all_child_relations(model)
    ]
    return tuple(
        Reference(rows, field)
        for rows, holder in holders
        for field in holder._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.PROTECT
    )


class OpenableVersions:
    """Mixin for pages and records with versions, to stand before Wagtail's classes.

    A row that cannot do without the record that is gone is left out; what can is empty. Of the record's own fields,
    one that may not be empty is as the record has it now.
    """

    gone: tuple[Gone, ...] = ()
    """What the version named that this was made of, and is left out."""

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Any:
        """As modelcluster makes a record of a version. It would ask for whatever each row names, even for the record itself.

        Here that is asked for once for all rows. Only those that name something else are made as modelcluster does it.
        """
        kinds = {
            relation.get_accessor_name(): relation.related_model
            for relation in get_all_child_relations(cls)
            if not issubclass(relation.related_model, ClusterableModel)
        }
        rows = {name: data[name] for name in kinds if name in data}
        own = {name: value for name, value in data.items() if name not in rows}
        record = super().from_serializable_data(own, check_fks=check_fks, strict_fks=strict_fks)  # type: ignore[misc]
        if record is None:
            return None
        lost = _lost(kinds, rows) if check_fks else set()
        for name, of_kind in rows.items():
            made = [
                model_from_serializable_data(
                    kinds[name], row, check_fks=(name, position) in lost, strict_fks=True
                )
                for position, row in enumerate(of_kind)
            ]
            setattr(record, name, [row for row in made if row is not None])
        return record

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """As Wagtail reads a version."""
        opened, gone = _without_gone(self, content)
        record = super().with_content_json(opened)  # type: ignore[misc]
        record.gone = gone
        return record


def _lost(kinds: Mapping[str, Any], rows: Mapping[str, list[dict[str, Any]]]) -> set[tuple[str, int]]:
    """The rows, by kind and position, that name a record that is not there."""
    named: dict[tuple[Any, str], list[tuple[Any, tuple[str, int]]]] = defaultdict(list)
    for name, of_kind in rows.items():
        for field in kinds[name]._meta.fields:
            if not isinstance(field, models.ForeignKey):
                continue
            target = field.target_field
            named[field.related_model, target.attname] += [
                (target.to_python(row[field.name]), (name, position))
                for position, row in enumerate(of_kind)
                if row.get(field.name) is not None
            ]
    lost = set()
    for (model, target), keys in named.items():
        there = _existing_in(model, target, {key for key, _row in keys})
        lost |= {row for key, row in keys if key not in there}
    return lost


def _without_gone(record: Any, content: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[Gone, ...]]:
    opened, found = dict(content), []
    for reference in protecting(type(record)):
        field, name = reference.field, reference.field.name
        if not reference.rows:
            key, now = content.get(name), getattr(record, field.attname)
            # what the record's row names now is there
            if key not in (None, now) and not _existing(field, {key}):
                opened[name] = None if field.null else now
                found.append(Gone(reference))
            continue
        rows = content.get(reference.rows) or []
        named = {row[name] for row in rows if row.get(name) is not None}
        lost = named - _existing(field, named)
        if not lost:
            continue
        in_order = sorted(rows, key=lambda row: row.get("sort_order") or 0)
        found += [
            Gone(reference, position)
            for position, row in enumerate(in_order, start=1)
            if row.get(name) in lost
        ]
        opened[reference.rows] = [
            {**row, name: None} if row.get(name) in lost else row
            for row in opened[reference.rows]
            if field.null or row.get(name) not in lost
        ]
    return opened, tuple(found)


def _existing(field: Any, keys: set[Any]) -> set[Any]:
    """Which of these keys a record has."""
    return _existing_in(field.related_model, field.target_field.attname, keys)


def _existing_in(model: Any, target: str, keys: set[Any]) -> set[Any]:
    if not keys:
        return set()
    there = model._default_manager.filter(**{f"{target}__in": keys})
    return set(there.values_list(target, flat=True))
