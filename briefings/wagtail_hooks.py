"""The briefings' part of the admin.

Every command's start reads this module. What composes and checks is imported by the hooks that call it, so that
only the admin pays for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import Button, HeaderButton
from wagtail.models import DraftStateMixin, Page
from wagtail.snippets.models import register_snippet

from agencies.models import Agency
from briefings import access
from briefings.bulk_actions import list_of
from briefings.deletion import why_no_accounts, why_no_agencies, why_no_records, why_not
from briefings.desk.forms import while_typing
from briefings.models import Briefing, BriefingIndex
from briefings.vocabulary_admin.vocabulary_menu import VocabularyMenu
from languages.columns import columns
from projects.listing import PagesMenuItem
from projects.models import CooperationItem
from reviews.panels import review_address
from reviews.texts import translated_fields
from vocabulary.interface import listed
from vocabulary.models import Term

register_snippet(VocabularyMenu)


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern]:
    from briefings.checking import live_check
    from briefings.desk import desk, edition_decisions
    from briefings.figures import figure_pages
    from briefings.home import guide
    from briefings.termbase import views as termbase
    from briefings.texts import language_review, reports

    return [
        *desk.urlpatterns,
        *edition_decisions.urlpatterns,
        *language_review.urlpatterns,
        *reports.urlpatterns,
        *termbase.urlpatterns,
        *live_check.urlpatterns,
        *figure_pages.urlpatterns,
        *guide.urlpatterns,
    ]


@hooks.register("register_admin_viewset")
def briefing_pages() -> ViewSet:
    from briefings.desk.listing import BriefingViewSet

    return BriefingViewSet("briefings")


@hooks.register("register_admin_menu_item")
def briefings_menu_item() -> MenuItem:
    index = BriefingIndex.objects.first()
    address = reverse("wagtailadmin_explore", args=[index.pk]) if index else reverse("wagtailadmin_home")
    return PagesMenuItem(_("Briefings"), address, icon_name="doc-full-inverse", order=100)


@hooks.register("construct_reports_menu")
def language_reports(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    from briefings.texts import reports

    menu_items += [item for item in reports.menu_items() if item.is_shown(request)]


@hooks.register("register_help_menu_item")
def editors_guide() -> MenuItem:
    from briefings.home import guide

    return guide.menu_item()


@hooks.register("construct_homepage_panels")
def yours_to_do(request: HttpRequest, panels: list[Component]) -> None:
    from briefings.home.yours_to_do import YoursToDo

    panels.append(YoursToDo())


@hooks.register("construct_homepage_summary_items", order=100)
def no_page_count(request: HttpRequest, items: list[Component]) -> None:
    """How many pages there are tells nobody what to do. After Wagtail has put it in."""
    items.clear()


@hooks.register("register_page_header_buttons")
def desk_header_button(page: Page, user: Any, next_url: str | None = None, **_more: Any) -> Iterator[Button]:
    if isinstance(page.specific_deferred, Briefing) and page.pk and access.may_see_texts(user):
        yield HeaderButton(
            label=str(_("Desk: assemble and release")),
            url=reverse("briefing-desk", args=[page.pk]),
            icon_name="download",
            priority=1,
        )


@hooks.register("register_page_header_buttons")
def languages_header_button(
    page: Page, user: Any, next_url: str | None = None, **_more: Any
) -> Iterator[Button]:
    if page.pk and translated_fields(page.specific_class) and access.may_see_texts(user):
        yield HeaderButton(
            label=str(_("Languages: states and review")),
            url=review_address(page.specific_deferred),
            icon_name="globe",
            priority=2,
        )


@hooks.register("register_page_header_buttons")
def figures_header_button(
    page: Page, user: Any, next_url: str | None = None, **_more: Any
) -> Iterator[Button]:
    if page.pk and issubclass(page.specific_class, CooperationItem) and access.may_see_texts(user):
        yield Button(
            label=str(_("Where figures stand")),
            url=reverse("figures-use", args=[page.pk]),
            icon_name="order",
            priority=90,
        )


@hooks.register("register_snippet_listing_buttons")
def languages_snippet_button(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if translated_fields(type(snippet)) and access.may_see_texts(user):
        yield Button(str(_("Languages")), review_address(snippet), icon_name="globe", priority=15)


@hooks.register("before_edit_page")
def who_saves(request: HttpRequest, page: Page) -> None:
    """Tells the page's form, which does not see the request (briefings/desk/forms.py)."""
    page.saved_while_typing = while_typing(request)


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def what_was_deleted(request: HttpRequest, record: Any) -> None:
    """A draft, or an old version, may name what was deleted since: who goes on with it is told what is missing."""
    gone = getattr(record, "gone", ())
    if not gone or request.method != "GET":
        return
    messages.warning(
        request,
        gettext(
            "This version names what has been deleted since. Missing here: %(places)s. Choose something else there, or"
            " save it without."
        )
        % {"places": listed(gone)},
    )


# the browser's own saves tell nothing: each would add its line to the next page, while the texts still change


@hooks.register("after_edit_page")
def stale_translations_of_page(request: HttpRequest, page: Page) -> None:
    if while_typing(request):
        return
    from briefings.figures import figure_pages
    from briefings.texts import language_review

    newest = page.specific.get_latest_revision_as_object()  # its rows are read once for both
    language_review.tell_what_became_stale(request, newest)
    if isinstance(newest, CooperationItem):
        figure_pages.tell_what_holds_old_values(request, newest)


@hooks.register("after_edit_snippet")
def stale_translations_of_snippet(request: HttpRequest, snippet: Any) -> None:
    if while_typing(request):
        return
    from briefings.termbase import views as termbase
    from briefings.texts import language_review

    language_review.tell_what_became_stale(request, snippet.get_latest_revision_as_object())
    if isinstance(snippet, Term):
        termbase.tell_what_must_follow(request, [snippet])


@hooks.register("after_publish_page")
def findings_of_published_page(request: HttpRequest, page: Page) -> None:
    if issubclass(page.specific_class, CooperationItem):
        from briefings.texts import language_review

        language_review.tell_what_stops_sealing(request, page.specific)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def who_publishes_page(request: HttpRequest, page: Page) -> None:
    if not while_typing(request):
        from briefings.desk import drafts

        drafts.tell_who_publishes(request, page)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def who_publishes_snippet(request: HttpRequest, snippet: Any) -> None:
    if isinstance(snippet, DraftStateMixin) and not while_typing(request):
        from briefings.desk import drafts

        drafts.tell_who_publishes(request, snippet)


@hooks.register("register_page_listing_buttons")
def desk_listing_button(page: Page, user: Any, next_url: str | None = None, **_more: Any) -> Iterator[Button]:
    from wagtail.admin.widgets import ListingButton

    if page.specific_class is Briefing and access.may_see_texts(user):
        yield ListingButton(_("Desk"), reverse("briefing-desk", args=[page.pk]), priority=1)


@hooks.register("before_delete_page")
def refuse_deletion(request: HttpRequest, page: Page) -> HttpResponse | None:
    reason = _why_not_by(request.user, page) or why_not([page])
    if not reason:
        return None
    messages.error(request, reason)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _why_not_by(user: Any, page: Page) -> str:
    """Why somebody cannot delete this page, whatever else holds of it; empty if they can."""
    if access.may_delete(user, page):
        return ""
    sentence = gettext("You may change “%(title)s”, but not delete it. Ask somebody who may publish it.")
    return sentence % {"title": page.specific_deferred.get_admin_display_title()}


@hooks.register("before_bulk_action")
def refuse_bulk_deletion(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> HttpResponse | None:
    if action_type != "delete":
        return None
    pages = [each for each in objects if isinstance(each, Page)]
    accounts = [each for each in objects if isinstance(each, get_user_model())]
    reason = why_not(pages) or why_no_accounts(accounts)
    if not reason:
        return None
    messages.error(request, reason)
    return redirect(list_of(action, request))


@hooks.register("before_bulk_action")
def refuse_unfinished_pages(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> HttpResponse | None:
    """All are published or none: which ones were would be hard to tell afterwards."""
    if action_type != "publish":
        return None
    from briefings.publishing import why_not_published, with_drafts_below

    below = action.cleaned_form.cleaned_data["include_descendants"]
    reason = why_not_published(with_drafts_below(objects, request.user) if below else objects)
    if not reason:
        return None
    messages.error(request, reason)
    return redirect(list_of(action, request))


@hooks.register("after_copy_page")
def forget_what_the_original_corrected(request: HttpRequest, page: Page, new_page: Page) -> None:
    """A copied briefing has no edition yet: it corrects none."""
    copy = new_page.get_latest_revision_as_object()
    if not isinstance(copy, Briefing):
        return
    for name in columns("change_note"):
        setattr(copy, name, "")
    # a draft that lacks something is copied as it is, which Wagtail has done by now
    revision = copy.save_revision(user=request.user, changed=False, clean=False)
    if new_page.live and not new_page.has_unpublished_changes:
        revision.publish(user=request.user)


@hooks.register("before_delete_user")
def refuse_deletion_of_account(request: HttpRequest, user: Any) -> HttpResponse | None:
    reason = why_no_accounts([user])
    if not reason:
        return None
    messages.error(request, reason)
    return redirect("wagtailusers_users:edit", user.pk)


@hooks.register("before_delete_snippet")
def refuse_deletion_of_records(request: HttpRequest, instances: Sequence[Any]) -> HttpResponse | None:
    """One, or all that are ticked in the list."""
    agencies = [each for each in instances if isinstance(each, Agency)]
    reason = why_no_agencies(agencies) if agencies else why_no_records(instances)
    if not reason:
        return None
    messages.error(request, reason)
    addresses = type(instances[0]).snippet_viewset.get_url_name
    if len(instances) > 1:
        return redirect(addresses("list"))
    return redirect(addresses("edit"), instances[0].pk)


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("admin/portal.css"))


@hooks.register("insert_global_admin_js")
def admin_js() -> str:
    return format_html(
        '<script type="module" src="{}"></script>'
        '<script type="module" src="{}" data-token-url="{}" data-signed-out="{}" data-sign-in="{}" data-sign-in-url="{}"'
        ' data-not-reached="{}"></script>'
        '<script type="module" src="{}" data-check-url="{}" data-figures-url="{}" data-insert="{}"'
        ' data-signed-out="{}" data-not-reached="{}"'
        ' data-figures-signed-out="{}" data-figures-not-reached="{}"></script>',
        static("admin/portal.js"),
        static("admin/saving.js"),
        reverse("text-check-token"),
        _(
            "You are signed out: what you have written is not saved, and stays here. Leave this page open, sign in in a"
            " new window, and press the button again."
        ),
        _("Sign in, in a new window"),
        reverse("sign-in"),
        _(
            "The portal cannot be reached: what you have written is not saved, and stays here. Press the button again"
            " in a while."
        ),
        static("admin/text_check.js"),
        reverse("text-check"),
        reverse("item-figures", args=[0]),
        _("Insert a figure of this item"),
        _("You are signed out: this text is neither checked nor saved. Leave this page open."),
        _("The check cannot be reached: this text is not checked now. Go on; it is checked again by itself."),
        _(
            "You are signed out: the figures of this item cannot be listed. Leave this page open; what you have"
            " written stays."
        ),
        _(
            "The figures of this item cannot be listed now. Go on: they are asked for again by themselves, and"
            " [[key]] can be typed by hand."
        ),
    )
