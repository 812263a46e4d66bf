"""Cooperation items with all their rows, read in a number of queries that does not grow with them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, prefetch_related_objects

from projects.models import CityNetworkProject

_ROWS = (
    "countries",
    "partners",
    "ministry_views",
    "contributions__pillar",
    "contributions__follows",
    "commitments",
    "figures__unit",
    "sources",
    "related_items__related",
    "perspective_links__perspective",
)


def with_rows(items: QuerySet[Any]) -> list[Any]:
    """The items, each of its own kind."""
    found = list(items.specific())
    prefetch_related_objects(found, *_ROWS)
    projects = [item for item in found if isinstance(item, CityNetworkProject)]
    prefetch_related_objects(projects, "solution_fields")
    return found
