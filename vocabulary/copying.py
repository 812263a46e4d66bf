"""Copies of pages, to be made into other ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import CopyForm

from vocabulary.identifiers import as_identifier, validate_identifier
from vocabulary.interface import listed
from vocabulary.validity import faults
from vocabulary.working_title import UNNAMED_SLUG


class SinglePageCopyForm(CopyForm):
    """Copies one page and nothing below it, to be changed.

    An item counts by its slug, so two live ones would be one agreement told twice: no page is copied with those
    below it, and none becomes an alias, which would repeat its original for ever.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("copy_subpages", "alias"):
            self.fields.pop(name, None)
        if "publish_copies" in self.fields:
            # Wagtail counts the pages below it, which are not copied
            if self.page.live:
                self.fields["publish_copies"].label = _("Publish copied page")
                self.fields["publish_copies"].help_text = _(
                    "This page is live. Would you like to publish its copy as well?"
                )
            else:
                del self.fields["publish_copies"]
        # one that is typed here would be lost with the next save
        self.fields["new_title"].disabled = True
        self.fields["new_title"].help_text = _("Made of the headline: change that in the copy.")
        self.fields["new_slug"].validators = [validate_identifier]
        self.fields["new_slug"].initial = next(slug for slug in self.slugs() if not self.is_taken(slug))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean()
        if values.get("publish_copies"):
            lacking = list(dict.fromkeys(fault.label for fault in faults(self.page.specific)))
            if lacking:
                # live from before its fields were asked for, or for what they are asked now
                message = _("The page lacks something, so its copy can only be a draft: %(fields)s.")
                self.add_error("publish_copies", message % {"fields": listed(lacking)})
        return values

    def slugs(self) -> Iterator[str]:
        """What to propose, in this order."""
        return numbered(as_identifier(self.page.slug) or UNNAMED_SLUG)

    def is_taken(self, slug: str) -> bool:
        return bool(self.page.get_siblings().filter(slug=slug).exists())


def numbered(slug: str) -> Iterator[str]:
    """The slug itself, then with 2, 3 … behind it."""
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))
