"""What Wagtail's admin does otherwise than its hooks, settings and templates allow to say (docs/decisions/0026).

Each function replaces one thing and says what was wrong with it. A test beside it fails where a new Wagtail has changed
what is replaced: most in tests/briefings/test_admin_language.py, test_names_in_the_admin.py, test_at_once.py and
test_copies.py, and in tests/projects/test_refused_forms.py and tests/security/test_refused_values.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Page

from config.problems import bad_request
from languages.characters import unkeepable
from languages.spreadsheets import safe_cell
from vocabulary.interface import name_shown


def amend() -> None:
    """Replace all of it. Called when the admin's addresses are read first: the views do not load before."""
    for replace in (
        _name_what_the_search_finds,
        _refuse_in_the_accounts_language,
        _name_the_fields_of_refused_forms,
        _without_wagtails_checks,
        _name_records_in_the_accounts_language,
        _read_the_uses_that_are_shown,
        _count_in_the_languages_order,
        _title_pages_with_the_languages_colon,
        _name_the_fields_of_links,
        _refuse_a_copy_without_a_parent,
        _ask_again_what_a_colleague_has_just_taken,
        _ask_before_replacing_a_newer_version,
        _export_no_formulas,
        _offer_no_page_to_be_deleted_in_vain,
        _refuse_bulk_actions_by_name,
        _publish_and_unpublish_what_was_saved,
        _move_pages_from_where_they_are,
        _lead_on_to_addresses_alone,
        _take_no_time_outside_the_calendar,
        _ask_for_the_address_of_a_link,
        _dismiss_what_can_be_kept,
        _search_by_known_operators,
        _delete_by_the_form_alone,
        _make_no_record_in_a_chooser_without_a_form,
        _show_in_choosers_what_was_read,
    ):
        replace()


def _name_what_the_search_finds() -> None:
    """Wagtail's search of pages names no kind of record and would count “1-1 of 1 None”."""
    from wagtail.admin.views.pages.search import SearchView

    SearchView.verbose_name = Page._meta.verbose_name
    SearchView.verbose_name_plural = Page._meta.verbose_name_plural


def _refuse_in_the_accounts_language() -> None:
    """Wagtail says that an account may not do something, or that a page is not there, after it has left its language."""
    from wagtail.admin import auth, urls
    from wagtail.admin.localization import get_localized_response

    auth.permission_denied = partial(get_localized_response, auth.permission_denied)
    urls.page_not_found = partial(get_localized_response, urls.page_not_found)


def _name_the_fields_of_refused_forms() -> None:
    """Wagtail says that there are errors, and marks them on tabs and in rows that may not be open."""
    from wagtail.admin import messages
    from wagtail.admin.views.generic.mixins import JsonPostResponseMixin

    from config import refused_forms

    messages.validation_error = refused_forms.tell
    JsonPostResponseMixin.json_error_response = refused_forms.name_fields_of_autosave(
        JsonPostResponseMixin.json_error_response
    )


def _without_wagtails_checks() -> None:
    """Wagtail's panel “Checks” counts a preview's words by a script inside it, which readers' pages do not allow.

    Its figures stayed dashes and its issues none. What this portal checks stands below each text.
    """
    from wagtail.admin.views.pages.create import CreateView
    from wagtail.admin.views.pages.edit import EditView

    for view in (CreateView, EditView):
        view.get_side_panels = _without_checks(view.get_side_panels)


def _without_checks(side_panels: Callable[[Any], list[Any]]) -> Callable[[Any], list[Any]]:
    def shown(view: Any) -> list[Any]:
        panels = side_panels(view)
        panels[:] = [panel for panel in panels if panel.name != "checks"]
        return panels

    return shown


def _name_records_in_the_accounts_language() -> None:
    """Heads of pages, lists of what uses a record, and the site's history; Wagtail takes the Korean names that revisions
    and logs keep.
    """
    from wagtail.admin.views.generic import history, mixins, models, usage
    from wagtail.admin.views.reports.audit_logging import LogEntriesView

    def latest_name(record: Any) -> str:
        kept = isinstance(record, DraftStateMixin) and not isinstance(record, Page)
        return name_shown(record.get_latest_revision_as_object() if kept else record)

    for module in (history, mixins, models, usage):
        module.get_latest_str = latest_name
    usage.UsageView.get_table = _naming_in_usage(usage.UsageView.get_table)
    LogEntriesView.decorate_paginated_queryset = _naming_in_history(
        LogEntriesView.decorate_paginated_queryset
    )


def _naming_in_usage(get_table: Callable[..., Any]) -> Callable[..., Any]:
    def table(view: Any, object_list: Any, **options: Any) -> Any:
        made = get_table(view, object_list, **options)
        for row in made.data:
            if row["edit_url"]:  # what the account may not see has no name here
                row["label"] = name_shown(row["object"])
        return made

    return table


def _naming_in_history(decorate: Callable[..., Any]) -> Callable[..., Any]:
    from stakeholders.models import Perspective

    def entries(view: Any, queryset: Any) -> Any:
        made = decorate(view, queryset)
        kinds = {entry.content_type for entry in made if entry.content_type is not None}
        # in Korean a record is called what it was called then
        for model in (kind.model_class() for kind in kinds if get_language() != "ko"):
            if model is None:
                continue
            of_kind = [
                entry for entry in made if entry.content_type and entry.content_type.model_class() is model
            ]
            rows = model._default_manager.all()
            if model is Perspective:  # it is named by its groups
                rows = rows.prefetch_related("interests__group")
            records = rows.in_bulk([entry.object_id for entry in of_kind])
            for entry in of_kind:
                record = records.get(model._meta.pk.to_python(entry.object_id))
                entry.label = name_shown(record) if record is not None else entry.label
        return made

    return entries


def _read_the_uses_that_are_shown() -> None:
    """A list of what uses a record shows twenty at a time; Wagtail read every one that there is, one by one, for each page.

    A pillar is used by every item.
    """
    from wagtail.models.reference_index import ReferenceGroups

    every = ReferenceGroups.__getitem__

    def shown(groups: Any, key: Any) -> Any:
        if not isinstance(key, slice) or not isinstance(groups.qs, QuerySet):
            return every(groups, key)
        sources = list(groups.qs.values_list("base_content_type", "object_id").distinct()[key])
        references: dict[tuple[int, str], list[Any]] = {source: [] for source in sources}
        for each in groups.qs.filter(object_id__in={object_id for _kind, object_id in sources}):
            references.get((each.base_content_type_id, each.object_id), []).append(each)
        found = {}
        for kind in {kind for kind, _object_id in sources}:
            records = ContentType.objects.get_for_id(kind).model_class()._base_manager
            keys = [object_id for of_kind, object_id in sources if of_kind == kind]
            found |= {(kind, str(pk)): record for pk, record in records.in_bulk(keys).items()}
        return [(found[source], references[source]) for source in sources if source in found]

    ReferenceGroups.__getitem__ = shown


def _count_in_the_languages_order() -> None:
    """Below a list Wagtail puts the number before what is counted: 3 페이지, which nobody says.

    Korean and Chinese put it behind, without a counter: that for records is none for people.
    """
    from wagtail.admin.paginator import WagtailPaginator

    def label(paginator: Any) -> str:
        kind = paginator.verbose_name if paginator.count == 1 else paginator.verbose_name_plural
        return gettext("%(count)s %(kind)s") % {"count": paginator.count, "kind": kind}

    WagtailPaginator.items_count_label = property(label)


def _title_pages_with_the_languages_colon() -> None:
    """Wagtail puts a half-width one between what a page does and what it does it to, in every language."""
    from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

    def header_title(view: Any) -> str:
        title, subtitle = view.get_page_title(), view.get_page_subtitle()
        return (
            gettext("%(title)s: %(subtitle)s") % {"title": title, "subtitle": subtitle} if subtitle else title
        )

    WagtailAdminTemplateMixin.get_header_title = header_title


def _name_the_fields_of_links() -> None:
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


def _refuse_a_copy_without_a_parent() -> None:
    """Wagtail 8.0 looks for the parent of a copy before its form does, and fails where none was chosen or it is gone.

    Nothing reads what it looked for: the form finds the parent, or says below its field what is missing.
    """
    from wagtail.admin.views.pages.copy import CopyView

    CopyView.post = super(CopyView, CopyView).post


def _ask_again_what_a_colleague_has_just_taken() -> None:
    """Of two who give one address or identifier at once, the second got an error page, and his form was lost.

    What asks again also saves all or nothing: Wagtail saves a page and its revision, or its copy's, one by one, and a failure
    between them left half of it. It also let somebody else take the address between the form's question and the save
    (CooperationItem.clean).
    """
    from wagtail.admin.views.generic import models
    from wagtail.admin.views.pages.copy import CopyView
    from wagtail.admin.views.pages.create import CreateView

    from config.asked_again import asking_again, beginning_again

    for view in (models.CreateView, models.EditView, CopyView):
        view.post = asking_again(view.post)
    # it makes the page that its form fills in
    CreateView.dispatch = beginning_again(asking_again(CreateView.dispatch))


def _ask_before_replacing_a_newer_version() -> None:
    """Wagtail looks which version a form was opened on where the form saves itself, but not where Save is pressed.

    What asks also saves a page and its revision as one, as `_ask_again_what_a_colleague_has_just_taken` does for new pages.
    """
    from wagtail.admin.views.pages.edit import EditView
    from wagtail.snippets.views.snippets import EditView as SnippetEditView

    from config.asked_again import beginning_again
    from config.newer_versions import ask_before_replacing

    for view in (EditView, SnippetEditView):
        view.post = ask_before_replacing(view.post)
        view.dispatch = beginning_again(view.dispatch)  # it reads the record anew


def _export_no_formulas() -> None:
    """Wagtail's tables in CSV hold a title such as =HYPERLINK(…) as it is, and a spreadsheet would run it."""
    from wagtail.admin.views.mixins import SpreadsheetExportMixin

    written_by_wagtail = SpreadsheetExportMixin.preprocess_field_value

    def preprocess(view: Any, field: str, value: Any, export_format: str) -> Any:
        cell = written_by_wagtail(view, field, value, export_format)
        return safe_cell(cell) if export_format == view.FORMAT_CSV else cell

    SpreadsheetExportMixin.preprocess_field_value = preprocess


def _offer_no_page_to_be_deleted_in_vain() -> None:
    """Wagtail offers whoever may change a draft to delete it, and to move it, which is deleting it in one place.

    Whoever follows an older link to the one is told why not (briefings.wagtail_hooks.refuse_deletion).
    """
    from wagtail.admin import wagtail_hooks
    from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction, MoveBulkAction

    from briefings import access

    def shown(button: Any, user: Any) -> bool:
        return access.may_delete(user, button.page)

    def permitted(action: Any, page: Page) -> bool:
        return access.may_delete(action.request.user, page)

    for offer in (wagtail_hooks.PageListingDeleteButton, wagtail_hooks.PageListingMoveButton):
        offer.is_shown = shown
    for bulk in (DeleteBulkAction, MoveBulkAction):
        bulk.check_perm = permitted


def _refuse_bulk_actions_by_name() -> None:
    """Of what is ticked, Wagtail leaves out what the account may not change: with nothing left it said “0 Terms deleted.”"""
    from wagtail.admin.views.bulk_action import BulkAction

    from config import refused_actions

    BulkAction.dispatch = refused_actions.told(BulkAction.dispatch)


def _publish_and_unpublish_what_was_saved() -> None:
    """Wagtail writes the row that it read before somebody else saved it: his draft was no longer in the page's form."""
    from wagtail.admin.views.generic.models import UnpublishView
    from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
    from wagtail.admin.views.pages.unpublish import UnpublishView as UnpublishPageView

    from config import after_savers
    from config.asked_again import beginning_again

    for view in (UnpublishView, UnpublishPageView):
        view.unpublish = after_savers.unpublishing(view.unpublish)
        view.dispatch = beginning_again(view.dispatch)
    PageBulkAction.dispatch = beginning_again(after_savers.acting_on_pages(PageBulkAction.dispatch))


def _move_pages_from_where_they_are() -> None:
    """Wagtail moves a page from where it stood when the request began: a double click left a parent with a child too many."""
    from wagtail.admin.views.pages.move import MoveConfirmView
    from wagtail.admin.views.pages.ordering import SetPagePositionView

    from config import after_savers
    from config.asked_again import beginning_again

    MoveConfirmView.dispatch = beginning_again(after_savers.moving(MoveConfirmView.dispatch))
    SetPagePositionView.post = beginning_again(after_savers.putting_in_order(SetPagePositionView.post))


def _lead_on_to_addresses_alone() -> None:
    """Wagtail takes any word for the page that comes next, and fails at it when a page is deleted already."""
    from wagtail.admin import utils
    from wagtail.admin.views import workflows

    allowed = utils.url_has_allowed_host_and_scheme

    def is_address(url: str, **more: Any) -> bool:
        return "/" in url and allowed(url, **more)

    for module in (utils, workflows):
        module.url_has_allowed_host_and_scheme = is_address


def _take_no_time_outside_the_calendar() -> None:
    """Django's forms take a first hour of the year 1 in Seoul, which is before all time in Greenwich, where it is kept.

    Wagtail fails at it once the form is valid.
    """
    from django.forms import fields, utils

    def from_current_timezone(value: datetime | None) -> datetime | None:
        time = utils.from_current_timezone(value)
        try:
            if time is not None:
                time.astimezone(UTC)
        except OverflowError:
            invalid = fields.DateTimeField.default_error_messages["invalid"]
            raise ValidationError(invalid, code="invalid") from None
        return time

    fields.from_current_timezone = from_current_timezone


def _ask_for_the_address_of_a_link() -> None:
    """Wagtail fails at a link without an address where its field was not sent at all."""
    from wagtail.admin.forms.choosers import URLOrAbsolutePathField

    to_python = URLOrAbsolutePathField.to_python
    URLOrAbsolutePathField.to_python = lambda field, value: to_python(field, value or "")


def _dismiss_what_can_be_kept() -> None:
    """Wagtail keeps what hints were dismissed as it is sent, and fails where that is no object of JSON or holds a NUL."""
    from wagtail.admin.views.dismissibles import DismissiblesView

    patch = DismissiblesView.patch

    def checked(view: Any, request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        try:
            sent = json.loads(request.body)
        except (ValueError, RecursionError):
            sent = None
        text = json.dumps(sent, ensure_ascii=False)
        if not isinstance(sent, dict) or unkeepable(text) or r"\u0000" in text:
            return bad_request(request, BadRequest())
        return patch(view, request, *args, **more)

    DismissiblesView.patch = checked


def _search_by_known_operators() -> None:
    """Wagtail's API of pages hands on whatever word is to join the words of a search, and fails where it is no and, no or."""
    from wagtail.api.v2.filters import SearchFilter
    from wagtail.api.v2.utils import BadRequestError

    filter_queryset = SearchFilter.filter_queryset

    def checked(filters: Any, request: HttpRequest, queryset: Any, view: Any) -> Any:
        if request.GET.get("search_operator", "and") not in ("and", "or"):
            raise BadRequestError("search_operator must be and, or or")
        return filter_queryset(filters, request, queryset, view)

    SearchFilter.filter_queryset = checked


def _delete_by_the_form_alone() -> None:
    """By the method DELETE Wagtail deletes a record without a line in its history, and fails where others hold it."""
    from wagtail.admin.views.generic.models import DeleteView

    DeleteView.http_method_names = ["get", "head", "options", "post"]


def _make_no_record_in_a_chooser_without_a_form() -> None:
    """A chooser that only chooses has an address to make records at, and fails there for want of a form."""
    from wagtail.admin.views.generic.chooser import CreateView

    dispatch = CreateView.dispatch

    def closed(view: Any, request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        if view.get_creation_form_class() is None:
            raise Http404
        return dispatch(view, request, *args, **more)

    CreateView.dispatch = closed


def _show_in_choosers_what_was_read() -> None:
    """Each row's chooser asks by itself for the record that it shows, and for the page above it (vocabulary.panels.RowForms)."""
    from wagtail.admin.widgets import BaseChooser

    get_value_data = BaseChooser.get_value_data

    def shown(widget: Any, value: Any) -> Any:
        named = getattr(widget, "named", None)
        return get_value_data(widget, named if named is not None and named.pk == value else value)

    BaseChooser.get_value_data = shown
