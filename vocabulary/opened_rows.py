"""The rows of a record whose form is opened, and what they name: read once for all that shows them.

The form, the keys that it knows, the check of its texts and their states each ask a record for its rows. Of a record
that is no draft Wagtail reads them anew each time, and for each row what it names, once more to show its name.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Page


def read_rows(record: Any) -> None:
    """Those that are not in memory yet, and of what they name all that is not.

    Only for a form that is opened: who saves waits for others first, and takes what they have left.
    """
    naming_pages: list[tuple[Any, models.ForeignKey[Any, Any]]] = []
    for relation in get_all_child_relations(type(record)):
        if issubclass(relation.related_model, ClusterableModel):
            continue  # comments, which the form reads by itself
        rows = getattr(record, relation.get_accessor_name()).get_object_list()
        for field in relation.related_model._meta.fields:
            if not isinstance(field, models.ForeignKey) or isinstance(field, ParentalKey):
                continue
            if issubclass(field.related_model, Page):
                naming_pages += [
                    (row, field)
                    for row in rows
                    if getattr(row, field.attname) is not None and not field.is_cached(row)
                ]
            else:
                needed = getattr(field.related_model, "name_needs", ())
                models.prefetch_related_objects(
                    rows, field.name, *(f"{field.name}__{each}" for each in needed)
                )
    if naming_pages:
        _read_pages(naming_pages)


def _read_pages(naming: list[tuple[Any, models.ForeignKey[Any, Any]]]) -> None:
    """Each of its own kind and with the page above it, as its chooser shows it."""
    keys = {getattr(row, field.attname) for row, field in naming}
    pages = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
    paths = {_above(page) for page in pages.values()}
    above = {page.path: page for page in Page.objects.filter(path__in=paths)}
    for page in pages.values():
        page._cached_parent_obj = above.get(_above(page))
    for row, field in naming:
        if (page := pages.get(getattr(row, field.attname))) is not None:
            setattr(row, field.name, page)


def _above(page: Page) -> str:
    return str(page.path[: -page.steplen])
