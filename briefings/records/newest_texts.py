"""The texts of every record in its newest version: drafts too, as they will be published."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Page

from briefings.records.record_kinds import MODELS, identifier_field
from reviews.texts import RecordText, RowNames, newest_content, texts_in, texts_in_one_language
from stakeholders.models import Perspective


class Loaded(msgspec.Struct, frozen=True):
    """A record's newest version with its texts."""

    kind: str
    record: Any
    label: str
    """The model's name, such as `projects.airmobilitydeal`."""
    name: str
    texts: list[RecordText]
    in_one_language: list[RecordText]
    """Printed texts that nobody translates, such as the short Korean points."""

    @property
    def all_texts(self) -> list[RecordText]:
        """What an agreed name may stand in."""
        return [*self.texts, *self.in_one_language]

    @property
    def slug(self) -> str:
        """What findings and content files name the record by."""
        return str(getattr(self.record, identifier_field(self.kind)))


def load_texts(
    kinds: Iterable[str] = tuple(MODELS),
    *,
    slugs: Collection[str] | None = None,
    keys: Collection[int] | None = None,
    holding: str = "",
) -> Iterator[Loaded]:
    """The newest version of every record: drafts too, as they will be published.

    Args:
        kinds: of the records.
        slugs: of the records that alone are loaded; terms have none.
        keys: primary keys of the records that alone are loaded.
        holding: a regular expression of PostgreSQL's: records of whose newest version it finds nothing, as that is
            stored, are left out.
    """
    names = RowNames()
    for kind in kinds:
        records = _records(MODELS[kind])
        if slugs is not None:
            records = records.filter(slug__in=slugs)
        if keys is not None:
            records = records.filter(pk__in=keys)
        if holding:
            stored = Cast("latest_revision__content", TextField())
            found = Q(stored__regex=holding) | Q(latest_revision__isnull=True)
            records = records.alias(stored=stored).filter(found)
        for record in records:
            model, data = newest_content(record)
            texts = texts_in(model, data, names)
            alone = texts_in_one_language(model, data, names)
            yield Loaded(kind, record, model._meta.label_lower, str(record), texts, alone)


def _records(model: type[Any]) -> QuerySet[Any]:
    records = model.objects.select_related("latest_revision").order_by("pk")
    if model is Perspective:
        records = records.prefetch_related("interests__group")  # it is named by its groups
    return records.order_by("path") if issubclass(model, Page) else records
