"""Pages that editions name stay: deleting one is refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from wagtail.models import Page

from briefings.models import Briefing, Edition, Highlight, HomePage, KeyFigure, Pick
from projects.models import Bureau, CooperationItem


def why_not(pages: Iterable[Page]) -> str:
    """Why these pages, or pages below them, cannot be deleted; empty if they can."""
    for page in pages:
        below = Page.objects.descendant_of(page, inclusive=True)
        if HomePage.objects.filter(pk__in=below).exists():
            return _("The portal's root cannot be deleted.")
        briefings = Briefing.objects.filter(pk__in=below)
        named = briefings.filter(editions__isnull=False) | briefings.filter(runs__isnull=False)
        if named.exists():
            return _("“%(title)s” has been assembled; its editions stay, and so does the page.") % {
                "title": named[0].title
            }
        items = CooperationItem.objects.filter(pk__in=below)
        slugs = list(items.values_list("slug", flat=True))
        if slugs and Edition.objects.filter(item_slugs__overlap=slugs).exists():
            return _(
                "An edition holds “%(title)s”. Unpublish the page instead: it then enters no later edition."
            ) % {"title": page.title}
        for model in (KeyFigure, Highlight, Pick):
            row = model.objects.filter(item__in=items).exclude(briefing__in=briefings).first()
            if row is not None:
                return _("The briefing “%(briefing)s” names “%(item)s”. Take it out there first.") % {
                    "briefing": row.briefing.title,
                    "item": row.item.title,
                }
        bureaus = Bureau.objects.filter(pk__in=below, briefings__isnull=False)
        if bureaus.exclude(briefings__in=briefings).exists():
            return _("A briefing names this bureau as responsible. Choose another one there first.")
    return ""
