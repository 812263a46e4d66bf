"""The first panel of the admin's home page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from briefings import access
from briefings.models import Briefing
from briefings.waiting import waiting_for


class YoursToDo(Component):
    """What waits for the person who looks, before everything that Wagtail shows."""

    name = "yours_to_do"
    template_name = "briefings/admin/yours_to_do.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        user = parent_context["request"].user if parent_context else None
        return {
            "lines": waiting_for(user),
            "desks": _desks() if access.may(user, access.RELEASE) else [],
            "shown": access.may_see_texts(user),
        }


_MOST_DESKS = 6


def _desks() -> list[dict[str, str]]:
    """The newest briefings' desks: an approver has no list of pages, and withdraws what waits for nobody any more."""
    newest = Briefing.objects.filter(editions__isnull=False).distinct().order_by("-period_end", "-pk")
    return [
        {"title": briefing.get_admin_display_title(), "url": reverse("briefing-desk", args=[briefing.pk])}
        for briefing in newest[:_MOST_DESKS]
    ]
