"""What editions, records and drafts name stays: deleting it is refused with a sentence that says what names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import PROTECT, BooleanField, F, ManyToOneRel, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin, Page, Revision

from agencies.models import Agency
from briefings.models import Briefing, Edition, Highlight, HomePage, KeyFigure, Pick
from briefings.models.runs import ACTIVE_STATES
from projects import addresses
from projects.models import Bureau, CooperationItem
from vocabulary.interface import listed, name_shown
from vocabulary.versions import Reference, protecting


def why_not(pages: Iterable[Page]) -> str:
    """Why these pages, or pages below them, cannot be deleted; empty if they can."""
    return next((reason for page in pages if (reason := _why_not(page))), "")


def _why_not(page: Page) -> str:
    below = Page.objects.descendant_of(page, inclusive=True)
    if HomePage.objects.filter(pk__in=below).exists():
        return _("The portal's root cannot be deleted.")
    briefings = Briefing.objects.filter(pk__in=below)
    items = CooperationItem.objects.filter(pk__in=below)
    bureaus = Bureau.objects.filter(pk__in=below)
    return (
        _why_editions_keep(page, briefings, items)
        or _why_briefings_keep(briefings, items, bureaus)
        or _why_a_draft_keeps(items, but=below)
        or _why_a_draft_keeps(bureaus, but=below)
    )


def _why_editions_keep(page: Page, briefings: QuerySet[Briefing], items: QuerySet[CooperationItem]) -> str:
    """Which briefing was assembled, or is just being; or that an edition holds one of the items."""
    if (sealed := briefings.filter(editions__isnull=False).first()) is not None:
        return _("“%(title)s” has been assembled; its editions stay, and so does the page.") % {
            "title": sealed.get_admin_display_title()
        }
    # runs that sealed nothing go with the page
    if (busy := briefings.filter(runs__state__in=ACTIVE_STATES).first()) is not None:
        return _("“%(title)s” is being assembled or checked just now. Delete it when that has ended.") % {
            "title": busy.get_admin_display_title()
        }
    if items.exists():
        # an edition that is just being sealed would name what is gone
        addresses.wait_for_others()
    slugs = list(items.values_list("slug", flat=True))
    if slugs and Edition.objects.filter(item_slugs__overlap=slugs).exists():
        return _(
            "An edition holds “%(title)s”. Unpublish the page instead: it then enters no later edition."
        ) % {"title": page.specific.get_admin_display_title()}
    return ""


def _why_briefings_keep(
    briefings: QuerySet[Briefing], items: QuerySet[CooperationItem], bureaus: QuerySet[Bureau]
) -> str:
    """Which other briefing names one of the items or bureaus."""
    for model in (KeyFigure, Highlight, Pick):
        row = model.objects.filter(item__in=items).exclude(briefing__in=briefings).first()
        if row is not None:
            return _("The briefing “%(briefing)s” names “%(item)s”. Take it out there first.") % {
                "briefing": row.briefing.get_admin_display_title(),
                "item": row.item.get_admin_display_title(),
            }
    if bureaus.filter(briefings__isnull=False).exclude(briefings__in=briefings).exists():
        return _("A briefing names this bureau as responsible. Choose another one there first.")
    return ""


def why_no_records(records: Sequence[Any]) -> str:
    """Why these records of one model cannot be deleted; empty if they can.

    What is published and names them is told by Wagtail, which keeps an index of it; a draft is in none.
    """
    if not records:
        return ""
    model = type(records[0])
    return _why_a_draft_keeps(model._default_manager.filter(pk__in=[record.pk for record in records]))


class _Naming(NamedTuple):
    """A draft that names a record."""

    draft: Revision
    reference: Reference


def _why_a_draft_keeps(records: QuerySet[Any], *, but: QuerySet[Page] | None = None) -> str:
    """Which draft names one of the records; empty if none does.

    Args:
        records: those that are to be deleted.
        but: pages that are to be deleted too: their drafts keep nothing.
    """
    by_key = records.in_bulk()
    for draft, reference in _drafts_naming(records.model, by_key):
        holder = draft.content_object
        if holder is None or (but is not None and isinstance(holder, Page) and but.contains(holder.page_ptr)):
            continue
        rows = draft.content[reference.rows] if reference.rows else [draft.content]
        named = next(row[reference.field.name] for row in rows if row[reference.field.name] in by_key)
        return _("A draft of “%(holder)s” names “%(record)s” (%(place)s). Take it out there first.") % {
            "holder": name_shown(holder),
            "record": name_shown(by_key[named]),
            "place": reference.name,
        }
    return ""


def _drafts_naming(model: type[Any], keys: Collection[int]) -> Iterator[_Naming]:
    """Drafts, and versions whose publication is set, that name a record of the model with one of these keys."""
    if not keys:
        return
    for owner in apps.get_models():
        if not issubclass(owner, DraftStateMixin):
            continue
        for reference in protecting(owner):
            if issubclass(model, reference.field.related_model):
                for draft in _drafts(owner).filter(_names(reference, keys)).order_by("pk"):
                    yield _Naming(draft, reference)


def _drafts(owner: type[Any]) -> QuerySet[Revision]:
    """Versions of records of exactly this model that are not published, and may be."""
    unpublished = owner._base_manager.exclude(live_revision=F("latest_revision"))
    of_owner = ContentType.objects.get_for_model(owner, for_concrete_model=False)
    return Revision.objects.filter(
        Q(pk__in=unpublished.values("latest_revision")) | Q(approved_go_live_at__isnull=False),
        content_type=of_owner,
    )


def _names(reference: Reference, keys: Collection[int]) -> RawSQL:
    path = f"$.{reference.rows}[*].{reference.field.name}" if reference.rows else f"$.{reference.field.name}"
    return RawSQL(
        "EXISTS (SELECT FROM jsonb_path_query(wagtailcore_revision.content, %s::jsonpath) AS named"
        " WHERE named #>> '{}' = ANY(%s))",
        [path, [str(key) for key in keys]],
        output_field=BooleanField(),
    )


def why_no_accounts(accounts: Collection[Any]) -> str:
    """Why these accounts cannot be deleted; empty if they can.

    Wagtail does not see it by itself: its index of references holds pages and snippets, not what people decided.
    """
    done = set()
    for relation in get_user_model()._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel) and relation.on_delete is PROTECT:
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": accounts})
            done |= set(
                rows.order_by().values_list(name, flat=True).distinct()
            )  # in its order, each row is distinct
    names = [account.get_username() for account in accounts if account.pk in done]
    if not names:
        return ""
    return ngettext(
        "“%(names)s” stays: what the account has done is on record. Take its mark “Active” away instead: nobody can"
        " sign in with it then.",
        "“%(names)s” stay: what these accounts have done is on record. Take their mark “Active” away instead: nobody"
        " can sign in with them then.",
        len(names),
    ) % {"names": listed(names)}


def why_no_agencies(agencies: Iterable[Agency]) -> str:
    """Why these agencies cannot be deleted; empty if they can."""
    released = Q(releases__isnull=False) | Q(former_releases__isnull=False)
    named = Agency.objects.filter(released, pk__in=[agency.pk for agency in agencies]).distinct()
    names = [name_shown(agency) for agency in named]
    if not names:
        return ""
    return ngettext(
        "“%(names)s” stays: an edition was released to it. Take the mark “may download” away instead: its members"
        " can then read only what anyone may.",
        "“%(names)s” stay: an edition was released to them. Take the mark “may download” away instead: their members"
        " can then read only what anyone may.",
        len(names),
    ) % {"names": listed(names)}
