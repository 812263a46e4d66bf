"""The first panel of the admin's home page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from wagtail.admin.ui.components import Component

from briefings import access
from briefings.home.waiting import waiting_for
from briefings.models import Briefing, Edition


class YoursToDo(Component):
    """What waits for the person who looks, before everything that Wagtail shows."""

    name = "yours_to_do"
    template_name = "briefings/admin/yours_to_do.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        user = parent_context["request"].user if parent_context else None
        desks = _desks() if access.may(user, access.RELEASE) else []
        return {
            "lines": waiting_for(user),
            "desks": desks[:_NEWEST],
            "older_desks": desks[_NEWEST:],
            "shown": access.may_see_texts(user),
        }


_NEWEST = 6


def _desks() -> list[dict[str, str]]:
    """The desks of all that was sealed, newest first: an approver has no list of pages, and withdraws what waits for nobody."""
    sealed = Briefing.objects.filter(Exists(Edition.objects.filter(briefing=OuterRef("pk"))))
    return [
        {"title": briefing.get_admin_display_title(), "url": reverse("briefing-desk", args=[briefing.pk])}
        for briefing in sealed.order_by("-period_end", "-pk")
    ]
