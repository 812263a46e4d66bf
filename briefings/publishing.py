"""Pages that are ticked in a list and published together: as whole as their forms would ask of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from vocabulary.validity import Fault, faults

PAGES_NAMED, FIELDS_NAMED = 10, 3
"""At once; the others are counted."""


def why_not_published(pages: Iterable[Page]) -> SafeString | str:
    """The pages whose newest draft cannot be published and what each lacks; empty if there are none.

    Wagtail asks a page's own fields as it is saved, with an error page, and its rows never.
    """
    refused = _refused(pages)
    named = [
        (reverse("wagtailadmin_pages:edit", args=[page.pk]), page, found)
        for page, found in islice(refused, PAGES_NAMED)
    ]
    if not named:
        return ""
    lines = format_html_join(
        "",
        '<li><a href="{}">{}</a>{}</li>',
        ((address, page.get_admin_display_title(), _said(found)) for address, page, found in named),
    )
    more = sum(1 for _page in refused)
    if more:
        lines += format_html(
            "<li>{}</li>",
            ngettext("and %(more)s more page", "and %(more)s more pages", more) % {"more": more},
        )
    said = _("Nothing is published: these pages still lack something. Mend them, or leave them out.")
    return format_html('{}<ul class="refused">{}</ul>', said, lines)


def with_drafts_below(pages: Iterable[Page], user: Any) -> Iterator[Page]:
    """Every page and the drafts below it that are published with it."""
    for page in pages:
        yield page
        for draft in page.get_descendants().not_live().specific():
            if draft.permissions_for_user(user).can_publish():
                yield draft


def _refused(pages: Iterable[Page]) -> Iterator[tuple[Page, list[Fault]]]:
    for page in pages:
        newest = page.specific.get_latest_revision_as_object()
        if found := [*_deleted_since(newest), *faults(newest)]:
            yield newest, found


def _deleted_since(newest: Page) -> Iterator[Fault]:
    """What the draft named and is left out now: its form would say so before anybody publishes it."""
    message = _(
        "What was chosen here has been deleted since. Open the page, and save it with something else or without."
    )
    for gone in getattr(newest, "gone", ()):
        field = gone.reference.field
        yield Fault(message, field.model, field.name, gone.reference.rows, gone.position)


def _said(found: list[Fault]) -> SafeString:
    """A line for each field: no language puts the same space between sentences."""
    sentences = [
        _("%(term)s: %(sentence)s") % {"term": fault.label, "sentence": fault.message}
        if fault.label
        else fault.message
        for fault in found[:FIELDS_NAMED]
    ]
    more = len(found) - len(sentences)
    if more:
        sentences.append(
            ngettext("and %(more)s more field", "and %(more)s more fields", more) % {"more": more}
        )
    return format_html_join("", "<br>{}", ((sentence,) for sentence in sentences))
