"""What keeps a record from being published: of the record itself, and of its rows, which Wagtail does not ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Page

from languages.columns import column, field_and_language


class Fault(NamedTuple):
    """A field that is not as it must be."""

    message: str
    model: type[models.Model]
    field: str
    """Empty if it is no single field's."""
    rows: str = ""
    """The list of rows that holds it; empty for the record's own field."""
    position: int = 0
    """Of the row, from 1."""

    @property
    def label(self) -> str:
        """What its form calls it, with its row and its language, in the language of the interface."""
        row = [f"{capfirst(str(self.model._meta.verbose_name))} {self.position}"] if self.rows else []
        return " · ".join([*row, *self._names()])

    def _names(self) -> Iterator[str]:
        if not self.field:
            return
        try:
            name, language = field_and_language(self.field)
            yield capfirst(str(self.model._meta.get_field(name).verbose_name))
            yield str(dict(settings.LANGUAGES)[language])
        except ValueError:
            yield capfirst(str(self.model._meta.get_field(self.field).verbose_name))


def faults(record: models.Model, *, exclude: Collection[str] | None = None) -> Iterator[Fault]:
    """Everything that is wrong with a record as it stands in memory, a draft for instance.

    Args:
        exclude: fields that are not asked.
    """
    yield from _asked(record, exclude)
    if not isinstance(record, ClusterableModel):
        return
    for relation in get_all_child_relations(record):
        name, parent = relation.get_accessor_name(), relation.field.name
        rows = list(getattr(record, name).all())
        for position, row in enumerate(rows, start=1):
            for fault in _asked(row, [parent]):
                yield fault._replace(rows=name, position=position)
        for fault in _equal_rows(rows, parent):
            yield fault._replace(rows=name)


def _asked(record: models.Model, exclude: Collection[str] | None) -> Iterator[Fault]:
    refused: Collection[str] = ()
    try:
        record.full_clean(exclude=exclude)
    except ValidationError as error:
        refused = error.message_dict
        for field, messages in error.message_dict.items():
            name = "" if field == NON_FIELD_ERRORS else field
            yield from (Fault(message, type(record), name) for message in messages)
    for broken in _in_several_lines(record):
        if broken not in refused:
            yield Fault(
                _("This is one line: take the line break out, or write a space for it."), type(record), broken
            )


def _in_several_lines(record: models.Model) -> Iterator[str]:
    """Fields of one line that hold a line break: a form's cannot, and would run together the words beside it."""
    fields = {field.name: field for field in record._meta.concrete_fields}
    for name, field in fields.items():
        # a page's own title follows from its record's name; a text in three languages is asked in each of them
        if not isinstance(field, models.CharField) or field.model is Page or column(name, "ko") in fields:
            continue
        text = getattr(record, field.attname)
        if isinstance(text, str) and text != "".join(text.splitlines()):
            yield name


def _equal_rows(rows: list[Any], parent: str) -> Iterator[Fault]:
    """What may stand once in a record only: PostgreSQL would refuse it at the end, without a place."""
    for constraint in rows[0]._meta.constraints if rows else ():
        if not isinstance(constraint, models.UniqueConstraint):
            continue
        keys = [field for field in constraint.fields if field != parent]
        seen: set[tuple[Any, ...]] = set()
        for position, row in enumerate(rows, start=1):
            if any(getattr(row, type(row)._meta.get_field(key).attname) is None for key in keys):
                continue  # it is asked for already
            values = tuple(getattr(row, key) for key in keys)
            if values in seen:
                said = ", ".join(str(getattr(value, "slug", value)) for value in values)
                message = _("“%(value)s” is used twice.") % {"value": said}
                yield Fault(message, type(row), keys[0], position=position)
            seen.add(values)
