"""Copies of an item, to be made into another one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from vocabulary.working_title import SinglePageCopyForm


class ItemCopyForm(SinglePageCopyForm):
    """The copy's slug must be free among the items of all bureaus; one that is free is proposed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slug = self.page.slug
        self.fields["new_slug"].initial = next(each for each in numbered(slug) if not _is_taken(each))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean()
        if "new_slug" in values and _is_taken(values["new_slug"]):
            self.add_error("new_slug", _("Another item has this identifier. Choose a different one."))
        return values


def numbered(slug: str) -> Iterator[str]:
    """The slug itself, then with 2, 3 … behind it."""
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))


def _is_taken(slug: str) -> bool:
    return bool(apps.get_model("projects", "CooperationItem").objects.filter(slug=slug).exists())
