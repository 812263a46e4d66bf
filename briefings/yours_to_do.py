"""The first panel of the admin's home page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from briefings import access
from briefings.waiting import waiting_for


class YoursToDo(Component):
    """What waits for the person who looks, before everything that Wagtail shows."""

    name = "yours_to_do"
    template_name = "briefings/admin/yours_to_do.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        user = parent_context["request"].user if parent_context else None
        return {"lines": waiting_for(user), "shown": access.may_see_texts(user)}
