"""What editions and records name stays (pages, accounts, agencies): deleting it is refused with a sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import PROTECT, ManyToOneRel, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from agencies.models import Agency
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
                "title": named[0].get_admin_display_title()
            }
        items = CooperationItem.objects.filter(pk__in=below)
        slugs = list(items.values_list("slug", flat=True))
        if slugs and Edition.objects.filter(item_slugs__overlap=slugs).exists():
            return _(
                "An edition holds “%(title)s”. Unpublish the page instead: it then enters no later edition."
            ) % {"title": page.specific.get_admin_display_title()}
        for model in (KeyFigure, Highlight, Pick):
            row = model.objects.filter(item__in=items).exclude(briefing__in=briefings).first()
            if row is not None:
                return _("The briefing “%(briefing)s” names “%(item)s”. Take it out there first.") % {
                    "briefing": row.briefing.get_admin_display_title(),
                    "item": row.item.get_admin_display_title(),
                }
        bureaus = Bureau.objects.filter(pk__in=below, briefings__isnull=False)
        if bureaus.exclude(briefings__in=briefings).exists():
            return _("A briefing names this bureau as responsible. Choose another one there first.")
    return ""


def why_no_accounts(accounts: Collection[Any]) -> str:
    """Why these accounts cannot be deleted; empty if they can.

    Wagtail does not see it by itself: its index of references holds pages and snippets, not what people decided.
    """
    done = set()
    for relation in get_user_model()._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel) and relation.on_delete is PROTECT:
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": accounts})
            done |= set(rows.values_list(name, flat=True).distinct())
    names = [account.get_username() for account in accounts if account.pk in done]
    if not names:
        return ""
    return ngettext(
        "“%(names)s” stays: what the account has done is on record. Take its mark “Active” away instead: nobody can"
        " sign in with it then.",
        "“%(names)s” stay: what these accounts have done is on record. Take their mark “Active” away instead: nobody"
        " can sign in with them then.",
        len(names),
    ) % {"names": ", ".join(names)}


def why_no_agencies(agencies: Iterable[Agency]) -> str:
    """Why these agencies cannot be deleted; empty if they can."""
    released = Q(releases__isnull=False) | Q(former_releases__isnull=False)
    named = Agency.objects.filter(released, pk__in=[agency.pk for agency in agencies]).distinct()
    names = [str(agency) for agency in named]
    if not names:
        return ""
    return ngettext(
        "“%(names)s” stays: an edition was released to it. Take the mark “may download” away instead: its members"
        " can then read only what anyone may.",
        "“%(names)s” stay: an edition was released to them. Take the mark “may download” away instead: their members"
        " can then read only what anyone may.",
        len(names),
    ) % {"names": ", ".join(names)}
