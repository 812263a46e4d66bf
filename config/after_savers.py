"""What is published or unpublished in a list, or by its button, is read once nobody else is saving it.

Wagtail reads it when the request begins, and writes its whole row later. What somebody saved in between was no longer the
newest draft: it had gone from the form.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

from vocabulary.versions import wait_for_savers, wait_for_savers_of

_WITH_THOSE_BELOW = "include_descendants"
"""In both forms of Wagtail's."""


def unpublishing(unpublish: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Makes a view's `unpublish` take its record as it is saved last."""

    @wraps(unpublish)
    def of_what_was_saved(view: Any) -> Any:
        with transaction.atomic():
            # first those below: whoever loads content files takes items before the bureau that gets a new one
            if _WITH_THOSE_BELOW in view.request.POST:
                wait_for_savers_of(Page.objects.descendant_of(view.object))
            wait_for_savers(view.object)
            view.object = view.get_object()
            view.objects_to_unpublish = view.get_objects_to_unpublish()
            return unpublish(view)

    return of_what_was_saved


def acting_on_pages(dispatch: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Makes a bulk action's `dispatch` take the pages that are ticked as they are saved last."""

    @wraps(dispatch)
    def on_what_was_saved(action: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return dispatch(action, request, *args, **kwargs)
        with transaction.atomic():
            ticked = _ticked(action)
            if _WITH_THOSE_BELOW in request.POST:
                for page in ticked:
                    wait_for_savers_of(Page.objects.descendant_of(page))
            wait_for_savers_of(ticked)
            return dispatch(action, request, *args, **kwargs)

    return on_what_was_saved


def _ticked(action: Any) -> QuerySet[Page]:
    keys = action.request.GET.getlist("id")
    if "all" in keys:
        keys = action.get_all_objects_in_listing_query(action.request.GET.get("childOf"))
    return Page.objects.filter(pk__in=keys)
