"""The admin as this portal needs it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.models import DraftStateMixin, Page

_CLOSED = frozenset(("images", "documents"))


@hooks.register("construct_main_menu")
def without_files(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """No entry leads to a page that is closed (config/urls.py)."""
    menu_items[:] = [item for item in menu_items if item.name not in _CLOSED]


@hooks.register("construct_help_menu")
def without_wagtails_own_help(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """What is new in Wagtail concerns who develops the portal, and Wagtail's guide tells of pages that it does not have.

    Both are named once, in the language of the start, and a number beside the menu says that nobody has opened them.
    """
    menu_items[:] = [
        item for item in menu_items if not item.name.startswith(("whats-new-in", "editor-guide"))
    ]


@hooks.register("construct_search")
def no_search_for_files(request: HttpRequest, search_areas: list[SearchArea]) -> None:
    """Nor does the search offer them."""
    search_areas[:] = [area for area in search_areas if area.name not in _CLOSED]


@hooks.register("register_admin_urls")
def name_what_the_search_finds() -> list[URLPattern]:
    """Wagtail's search of pages names no kind of record and would count “1-1 of 1 None”."""
    from wagtail.admin.views.pages.search import SearchView

    SearchView.verbose_name = Page._meta.verbose_name
    SearchView.verbose_name_plural = Page._meta.verbose_name_plural
    return []


@hooks.register("register_admin_urls")
def refuse_in_the_accounts_language() -> list[URLPattern]:
    """Wagtail says that an account may not do something, or that a page is not there, after it has left its language."""
    from wagtail.admin import auth, urls
    from wagtail.admin.localization import get_localized_response

    auth.permission_denied = partial(get_localized_response, auth.permission_denied)
    urls.page_not_found = partial(get_localized_response, urls.page_not_found)
    return []


@hooks.register("register_admin_urls")
def name_the_fields_of_refused_forms() -> list[URLPattern]:
    """Wagtail says that there are errors, and marks them on tabs and in rows that may not be open."""
    from wagtail.admin import messages
    from wagtail.admin.views.generic.mixins import JsonPostResponseMixin

    from config import refused_forms

    messages.validation_error = refused_forms.tell
    JsonPostResponseMixin.json_error_response = refused_forms.name_fields_of_autosave(
        JsonPostResponseMixin.json_error_response
    )
    return []


@hooks.register("register_admin_urls")
def without_wagtails_checks() -> list[URLPattern]:
    """Wagtail's panel “Checks” counts a preview's words by a script inside it, which readers' pages do not allow.

    Its figures stayed dashes and its issues none. What this portal checks stands below each text.
    """
    from wagtail.admin.views.pages.create import CreateView
    from wagtail.admin.views.pages.edit import EditView

    for view in (CreateView, EditView):
        view.get_side_panels = _without_checks(view.get_side_panels)
    return []


@hooks.register("register_admin_urls")
def name_records_in_the_accounts_language() -> list[URLPattern]:
    """Heads of pages and lists of what uses a record; Wagtail takes the Korean names that revisions keep."""
    from wagtail.admin.views.generic import history, mixins, models, usage

    from briefings.vocabulary_choosers import name_shown

    def latest_name(record: Any) -> str:
        kept = isinstance(record, DraftStateMixin) and not isinstance(record, Page)
        return name_shown(record.get_latest_revision_as_object() if kept else record)

    for module in (history, mixins, models, usage):
        module.get_latest_str = latest_name
    usage.UsageView.get_table = _naming_in_usage(usage.UsageView.get_table, name_shown)
    return []


def _naming_in_usage(get_table: Callable[..., Any], name: Callable[[Any], str]) -> Callable[..., Any]:
    def table(view: Any, object_list: Any, **options: Any) -> Any:
        made = get_table(view, object_list, **options)
        for row in made.data:
            if row["edit_url"]:  # what the account may not see has no name here
                row["label"] = name(row["object"])
        return made

    return table


@hooks.register("register_admin_urls")
def count_in_the_languages_order() -> list[URLPattern]:
    """Below a list Wagtail puts the number before what is counted: 3 페이지, which is another thing than 페이지 3건."""
    from wagtail.admin.paginator import WagtailPaginator

    def label(paginator: Any) -> str:
        kind = paginator.verbose_name if paginator.count == 1 else paginator.verbose_name_plural
        return gettext("%(count)s %(kind)s") % {"count": paginator.count, "kind": kind}

    WagtailPaginator.items_count_label = property(label)
    return []


@hooks.register("register_admin_urls")
def title_pages_with_the_languages_colon() -> list[URLPattern]:
    """Wagtail puts a half-width one between what a page does and what it does it to, in every language."""
    from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

    def header_title(view: Any) -> str:
        title, subtitle = view.get_page_title(), view.get_page_subtitle()
        return (
            gettext("%(title)s: %(subtitle)s") % {"title": title, "subtitle": subtitle} if subtitle else title
        )

    WagtailAdminTemplateMixin.get_header_title = header_title
    return []


@hooks.register("register_admin_urls")
def name_the_fields_of_links() -> list[URLPattern]:
    """Wagtail names them after their keys: Link text, Email address, Phone number."""
    from wagtail.admin.forms import choosers

    names = {
        "link_text": _("Link text"),
        "email_address": _("Email address"),
        "subject": _("Subject line"),
        "body": _("Text of the message"),
        "phone_number": _("Telephone number"),
    }
    for form in (
        choosers.ExternalLinkChooserForm,
        choosers.AnchorLinkChooserForm,
        choosers.EmailLinkChooserForm,
        choosers.PhoneLinkChooserForm,
    ):
        for name, field in form.base_fields.items():
            field.label = names.get(name, field.label)
    choosers.AnchorLinkChooserForm.base_fields["url"].label = _("Anchor on this page")
    return []


@hooks.register("register_admin_urls")
def refuse_a_copy_without_a_parent() -> list[URLPattern]:
    """Wagtail 8.0 looks for the parent of a copy before its form does, and fails where none was chosen or it is gone.

    Nothing reads what it looked for: the form finds the parent, or says below its field what is missing.
    """
    from wagtail.admin.views.pages.copy import CopyView

    CopyView.post = super(CopyView, CopyView).post
    return []


def _without_checks(side_panels: Callable[[Any], list[Any]]) -> Callable[[Any], list[Any]]:
    def shown(view: Any) -> list[Any]:
        panels = side_panels(view)
        panels[:] = [panel for panel in panels if panel.name != "checks"]
        return panels

    return shown
