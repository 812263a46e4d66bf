"""What is said where nothing of what was ticked in a list may be deleted, moved or published by the account."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from briefings.bulk_actions import list_of
from vocabulary.interface import listed, name_shown

_NAMED = 5
"""At once; the others are counted."""


def told(dispatch: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The answer of a bulk action, which goes back to the list where nothing is left to be done."""

    def answer(action: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        open_to_account, refused = found = action.get_actionable_objects()
        if request.method != "POST":  # what is to be moved depends on the form, which is read only now
            action.get_actionable_objects = lambda: found  # each is asked about once
        kept = refused.get("items_with_no_access", [])
        others = [each for name, each in refused.items() if name != "items_with_no_access"]
        if open_to_account or not kept or any(others):
            return dispatch(action, request, *args, **kwargs)
        messages.error(request, _why_none(action, kept))
        return redirect(list_of(action, request))

    return answer


def _why_none(action: Any, kept: Sequence[Any]) -> str:
    if action.action_type == "unpublish" and not any(isinstance(each, Page) and each.live for each in kept):
        sentence = _("Nothing is unpublished: what you ticked is not published (%(names)s).")
    else:
        sentence = _(
            "“%(action)s” did nothing: your account may not do it with what you ticked (%(names)s). Ask somebody"
            " whose role allows it."
        )
    return sentence % {"action": action.display_name, "names": _named(kept)}


def _named(records: Sequence[Any]) -> str:
    names = listed(map(name_shown, records[:_NAMED]))
    more = len(records) - _NAMED
    if more <= 0:
        return names
    return ngettext("%(names)s and %(more)s more", "%(names)s and %(more)s more", more) % {
        "names": names,
        "more": more,
    }
