"""Copies of an item, to be made into another one."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from projects import addresses
from vocabulary.copying import SinglePageCopyForm


class ItemCopyForm(SinglePageCopyForm):
    """The copy's slug must be free among the items of all bureaus; one that is free is proposed."""

    def is_taken(self, slug: str) -> bool:
        return bool(apps.get_model("projects", "CooperationItem").objects.filter(slug=slug).exists())

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean()
        addresses.wait_for_others()
        if "new_slug" in values and self.is_taken(values["new_slug"]):
            self.add_error("new_slug", _("Another item has this identifier. Choose a different one."))
        return values
