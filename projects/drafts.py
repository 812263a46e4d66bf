"""Drafts that wait to be published."""

from __future__ import annotations

from typing import Any

from django.db.models import Q


def unpublished(by: Any = None) -> Q:
    """In a query of pages, or of other records with drafts: what somebody saved and nobody published.

    Neither what is set to be published at a time, nor what was taken off again.

    Args:
        by: whose drafts; everybody's if None.
    """
    drafts = Q(has_unpublished_changes=True, latest_revision__approved_go_live_at__isnull=True)
    drafts &= Q(live=True) | Q(first_published_at__isnull=True)
    return drafts if by is None else drafts & Q(latest_revision__user=by)
