"""Addresses that editions name: once one does, the page behind it keeps its slug.

Which pages stand in an edition is known above this app, so `briefings` fills this in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from reviews.locks import Lock, wait_for_turn
from vocabulary.working_title import WorkingTitleForm


def _in_none(slug: str) -> bool:
    return False


item_stands_in_an_edition: Callable[[str], bool] = _in_none
"""Set by `briefings.apps`."""


def wait_for_others() -> None:
    """Until the end of this transaction nobody else gives an item a slug, deletes one, or seals an edition.

    A slug stands in Wagtail's table, beside those of all other pages, so no constraint can ask for it to be unique
    among items, or to stay.
    """
    wait_for_turn(Lock.NAMING)


class KeptAddress:
    """Mixin for pages, to stand before `Page`: refuses another slug once an edition names the page."""

    def stands_in_an_edition(self, slug: str) -> bool:
        """Whether a sealed edition names the page by this slug."""
        raise NotImplementedError

    def kept_slug(self) -> str:
        """The stored slug, if an edition names the page by it; else nothing."""
        stored = self._stored_slug()
        return stored if stored and self.stands_in_an_edition(stored) else ""

    def _stored_slug(self) -> str | None:
        return Page.objects.filter(pk=self.pk).values_list("slug", flat=True).first()  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()  # type: ignore[misc]
        stored = self._stored_slug() if self.pk else None  # type: ignore[attr-defined]
        if stored in (None, self.slug):  # type: ignore[attr-defined]
            return
        wait_for_others()
        if kept := self.kept_slug():
            message = _("An edition names this page by “%(slug)s”. Its address stays: leave it as it is.")
            raise ValidationError({"slug": message % {"slug": kept}})

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """As Wagtail reads a revision; one that was written with another slug does not bring it back."""
        page = super().with_content_json(content)  # type: ignore[misc]
        if page.slug != self.slug:  # type: ignore[attr-defined]
            page.slug = self.kept_slug() or page.slug
        return page


class KeptAddressForm(WorkingTitleForm):
    """The editor's form of such a page: it shows an address that stays, and says why."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = self.instance.kept_slug() if self.instance.pk and "slug" in self.fields else ""
        if kept:
            field = self.fields["slug"]
            self.initial["slug"] = kept
            field.disabled = True  # whatever a browser sends, it is the initial value
            field.validators = []
            field.help_text = _("An edition names this page by it, so it stays.")
