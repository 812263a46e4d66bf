"""By which key of a content file a field of a record is written."""

from __future__ import annotations

from contextlib import suppress

from briefings.content.places import Place
from languages.columns import field_and_language
from vocabulary.models import Unit
from vocabulary.validity import Fault

_ROWS = {
    "interests": "groups",
    "ministry_views": "ministry_view",
    "perspective_links": "perspectives",
    "related_items": "related",
}
_FIELDS = {"identifier": "id", "responsible_bureau": "bureau", "source_key": "source"}
_ROWS_OF_ONE_VALUE = {
    "countries": "code",
    "messages": "message",
    "ministry_views": "text",
    "perspective_links": "perspective",
    "related_items": "related",
    "requests": "text",
    "solution_fields": "name",
}
"""Rows that are written as their one value, and the field that holds it."""


def place_of(fault: Fault) -> Place:
    """Where a record writes the field that is not as it must be."""
    if fault.model is Unit and fault.field == "counter_en":
        return ("plural",)
    steps: list[str | int] = [_ROWS.get(fault.rows, fault.rows), fault.position - 1] if fault.rows else []
    name, language = fault.field, ""
    with suppress(ValueError):  # it is no text in three languages
        name, language = field_and_language(fault.field)
    if name and _ROWS_OF_ONE_VALUE.get(fault.rows) != name:
        steps.append(_FIELDS.get(name, name))
    return (*steps, language) if language else tuple(steps)
