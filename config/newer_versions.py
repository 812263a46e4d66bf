"""A form that was opened before somebody else saved does not replace what he saved until its writer was told of it.

Wagtail's script asks before Save is pressed, when it has heard in time of the newer version. The server asks whoever it
did not: where the script does not run, was not answered, or heard of it too late.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import quote
from django.db import transaction
from django.forms import CharField, HiddenInput
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, Revision

from briefings.people import called
from vocabulary.versions import wait_for_savers

TOLD = "told_of_revision_id"
"""The newer version that Wagtail's script has told the form's writer of, who goes on (static/admin/saving.js)."""
ASKED = "asked_before_saving"
"""In a form whose writer the server has asked: until he presses the button again it does not save itself."""


def ask_before_replacing(post: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Makes the `post` of a view that edits one record ask first. Who sends the form once more knows what he replaces.

    Two forms that are sent at once are taken one after the other.
    """

    @wraps(post)
    def asked(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            record = _record(view)
            row = wait_for_savers(record)
            if row is None:
                raise Http404
            if isinstance(record, Page):
                _take_place(view, record, row)
            newest = Revision.objects.filter(pk=row.latest_revision_id).select_related("user").first()
            view.latest_revision = record.latest_revision = newest
            if view.expects_json_response:
                if ASKED in request.POST:
                    return view.json_error_response(
                        "invalid_revision", _("Saving will overwrite a newer version.")
                    )
                return post(view, request, *args, **kwargs)
            told = newest is not None and request.POST.get(TOLD) == str(newest.pk)
            if told or not view.is_out_of_date:
                return post(view, request, *args, **kwargs)
            _tell(view, record, newest)
            return _shown_again(view)

    return asked


def _record(view: Any) -> Any:
    return view.page if hasattr(view, "page") else view.object


_PLACE = ("path", "depth", "numchild", "url_path", "locked", "locked_by_id", "locked_at")


def _take_place(view: Any, page: Page, row: Page) -> None:
    """Let the page stand where it stands now, locked or not: publishing writes all of its row.

    Somebody may have moved or locked it since the request began.
    """
    moved = page.path != row.path
    for name in _PLACE:
        setattr(page, name, getattr(row, name))
    if moved:
        view.parent = page.get_parent(update=True)


def _tell(view: Any, record: Any, newest: Revision) -> None:
    said = {"at": f"{localtime(newest.created_at):%Y-%m-%d %H:%M:%S}"}
    if newest.user is None:  # loaded from files, or by somebody whose account is gone
        message = _(
            "Not saved yet: a newer version was saved at %(at)s, after you had opened this form. What you wrote stands"
            " below. Look at the newer version; if you press the button again, this form replaces it."
        )
    elif newest.user == view.request.user:
        message = _(
            "Not saved yet: you saved a newer version yourself at %(at)s, which is not in this form. What you wrote"
            " stands below. Look at the newer version; if you press the button again, this form replaces it."
        )
    else:
        said["who"] = called(newest.user)
        message = _(
            "Not saved yet: %(who)s saved a newer version at %(at)s, after you had opened this form. What you wrote"
            " stands below. Look at the newer version; if you press the button again, this form replaces it."
        )
    buttons = [messages.button(view.get_edit_url(), _("View latest version"), new_window=True)]
    loaded = record.revisions.filter(pk=_number(view.request.POST.get("loaded_revision_id"))).exclude(
        pk=newest.pk
    )
    if compared := loaded.first():
        address = getattr(view, "revisions_compare_url_name", None) or "wagtailadmin_pages:revisions_compare"
        changes = reverse(address, args=[quote(record.pk), compared.pk, newest.pk])
        buttons.insert(0, messages.button(changes, _("See what was changed"), new_window=True))
    messages.error(view.request, message % said, buttons=buttons)


def _number(sent: str | None) -> int | None:
    return int(sent) if sent and sent.isascii() and sent.isdecimal() and len(sent) < 10 else None


def _shown_again(view: Any) -> HttpResponse:
    """The page with what was sent, as Wagtail makes it for a form that it refuses. It is of the newest version now."""
    view.request.POST = view.request.POST.copy()
    view.request.POST[ASKED] = "true"
    if hasattr(view, "page"):
        view.form = view.form_class(
            view.request.POST,
            view.request.FILES,
            instance=view.page,
            subscription=view.subscription,
            parent_page=view.parent,
            for_user=view.request.user,
        )
    else:
        view.form = view.get_form()
    view.form.fields[ASKED] = CharField(widget=HiddenInput)
    view.form.defer_required_fields()
    view.form.is_valid()
    view.form.restore_required_fields()
    view.has_unsaved_changes = True
    answer: HttpResponse = view.render_to_response(view.get_context_data())
    return answer
