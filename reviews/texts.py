"""Every text of a record, in three languages or in one alone, read from the record or from one of its revisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import msgspec
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.functional import Promise
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations, get_serializable_data_for_fields
from modeltranslation.translator import NotRegistered, translator
from wagtail.fields import RichTextField
from wagtail.models import Page

from languages.columns import column, columns
from languages.trilingual import LANGUAGES, Language, Trilingual


class RecordText(msgspec.Struct, frozen=True):
    """A text, its place in the record's form, and what the form calls it."""

    place: str
    """`summary`, or with its row `contributions.uam.sentence`, as findings name it."""
    heading: str | Promise
    row: str
    """What tells the row from its siblings: a pillar's identifier, a key, or its number. Empty outside rows."""
    text: Trilingual
    rich: bool
    position: int = 0
    """Of its row among the rows of its kind, from 0, as the form counts them."""
    only: Language | None = None
    """The one language that it exists in; nobody translates or reviews such a text."""


class RowNames:
    """What tells rows from their siblings: reads each table that rows refer to once."""

    def __init__(self) -> None:
        self._slugs: dict[type[models.Model], dict[Any, str]] = {}

    def of(self, model: type[models.Model], row: Mapping[str, Any], number: int) -> str:
        """A pillar's identifier, the row's own key, or its number from 1."""
        field = _natural_key(model)
        if field is None:
            return str(number)
        value = row.get(field.name)
        if isinstance(field, models.ForeignKey):
            value = self._slugs_of(field.related_model).get(value)
        return str(value or number)

    def _slugs_of(self, model: Any) -> dict[Any, str]:
        if model not in self._slugs:
            self._slugs[model] = dict(model._default_manager.values_list("pk", "slug"))
        return self._slugs[model]


def texts_of(record: Any) -> list[RecordText]:
    """The texts of a page or snippet as it is in memory, rows included."""
    return texts_in(type(record), record.serializable_data())


def newest_texts(record: Any, names: RowNames) -> list[RecordText]:
    """The texts of a record's newest version, a draft too."""
    return texts_in(*newest_content(record), names)


def newest_content(record: Any) -> tuple[type[models.Model], Mapping[str, Any]]:
    """The model and the serialised form of a record's newest version, a draft too.

    A revision holds rows and kind-specific fields, so no table behind the page is read.
    """
    model = type(record)
    if isinstance(record, Page):
        model = ContentType.objects.get_for_id(record.content_type_id).model_class() or model
    revision = record.latest_revision
    if revision is None:
        record = record.specific if isinstance(record, Page) else record
        return type(record), record.serializable_data()
    return model, revision.content


def texts_in(
    model: type[models.Model], data: Mapping[str, Any], names: RowNames | None = None
) -> list[RecordText]:
    """The texts in a record's serialised form, such as the content of a Wagtail revision."""
    return _texts(model, data, names, _own_texts)


def texts_in_one_language(
    model: type[models.Model], data: Mapping[str, Any], names: RowNames | None = None
) -> list[RecordText]:
    """The printed texts in a record's serialised form that exist in one language only, such as a Korean point."""
    return _texts(model, data, names, _own_in_one_language)


def _texts(
    model: type[models.Model],
    data: Mapping[str, Any],
    names: RowNames | None,
    own: Callable[[type[models.Model], Mapping[str, Any]], Iterator[RecordText]],
) -> list[RecordText]:
    names = names or RowNames()
    found = list(own(model, data))
    for relation in get_all_child_relations(model):
        accessor = relation.get_accessor_name()
        if not translated_fields(relation.related_model):
            continue
        rows = sorted(data.get(accessor) or [], key=lambda row: row.get("sort_order") or 0)
        for position, row in enumerate(rows):
            name = names.of(relation.related_model, row, position + 1)
            found += [
                msgspec.structs.replace(
                    each, place=f"{accessor}.{name}.{each.place}", row=name, position=position
                )
                for each in own(relation.related_model, row)
            ]
    return found


class Holder(msgspec.Struct, frozen=True):
    """The object that holds a text: the record itself or one of its rows in memory."""

    holder: Any
    field: str
    rich: bool
    only: Language | None = None

    def column(self, language: Language) -> str:
        """The field that holds the text in a language."""
        return self.field if self.only else column(self.field, language)


def holder_of(record: Any, place: str) -> Holder:
    """Where a text of the record stands. A row is made part of the record in memory, so that saving it saves the row.

    Raises:
        LookupError: the record has no such text.
    """
    holder = record
    name = place
    if "." in place:
        accessor, _dot, in_row = place.partition(".")
        row, _dot, name = in_row.rpartition(".")
        rows = sorted(getattr(record, accessor).all(), key=lambda each: each.sort_order or 0)
        setattr(record, accessor, rows)
        names = RowNames()
        for number, each in enumerate(rows, start=1):
            if names.of(type(each), get_serializable_data_for_fields(each), number) == row:
                holder = each
                break
        else:
            raise LookupError(place)
    for field, _heading, rich in translated_fields(type(holder)):
        if field == name:
            return Holder(holder, field, rich)
    if language := _in_one_language(type(holder)).get(name):
        return Holder(holder, name, rich=False, only=language)
    raise LookupError(place)


def _own_texts(model: type[models.Model], data: Mapping[str, Any]) -> Iterator[RecordText]:
    for name, heading, rich in translated_fields(model):
        text = Trilingual(*(data.get(each) or "" for each in columns(name)))
        yield RecordText(name, heading, "", text, rich)


def _own_in_one_language(model: type[models.Model], data: Mapping[str, Any]) -> Iterator[RecordText]:
    for name, only in _in_one_language(model).items():
        text = Trilingual(*(data.get(name) or "" if language == only else "" for language in LANGUAGES))
        yield RecordText(name, model._meta.get_field(name).verbose_name, "", text, rich=False, only=only)


def _in_one_language(model: type[models.Model]) -> Mapping[str, Language]:
    """The model's printed fields that exist in one language only."""
    return getattr(model, "in_one_language", {})


@cache
def translated_fields(model: type[models.Model]) -> tuple[tuple[str, str | Promise, bool], ...]:
    """Name, label and whether it is rich text, of each field whose languages say the same."""
    try:
        names = list(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return ()
    not_parallel = getattr(model, "not_parallel", ())
    fields = [model._meta.get_field(name) for name in names if name not in not_parallel]
    fields.sort(key=lambda field: field.creation_counter)
    return tuple((field.name, field.verbose_name, isinstance(field, RichTextField)) for field in fields)


@cache
def _natural_key(model: type[models.Model]) -> models.Field[Any, Any] | None:
    """The field that is unique beside the parent: an item has one contribution a pillar, one figure a key."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and len(constraint.fields) == 2:
            fields = [model._meta.get_field(name) for name in constraint.fields]
            if any(isinstance(field, ParentalKey) for field in fields):
                return next(field for field in fields if not isinstance(field, ParentalKey))
    return None
