"""The way from a figure's row in an item's form to everything that holds the figure."""

from __future__ import annotations

from typing import Any

from django.urls import NoReverseMatch, reverse
from wagtail.admin.panels import Panel


class FigureLink(Panel):
    """A link to the page "Where a figure stands", once the row has been saved with its key."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "projects/figure_link.html"

        def is_shown(self) -> bool:
            return bool(self._address) and bool(super().is_shown())

        @property
        def _address(self) -> str:
            figure = self.instance
            if not getattr(figure, "key", "") or not figure.item_id:
                return ""
            try:
                # a part of `briefings`, of which this app knows nothing
                return reverse("figure-use", args=[figure.item_id, figure.key])
            except NoReverseMatch:
                return ""

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"address": self._address, "key": self.instance.key}
