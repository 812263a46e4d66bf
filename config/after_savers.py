"""What is published or unpublished in a list or by its button, moved or put in order, is read once nobody else writes it.

Wagtail reads it when the request begins, and writes later. What somebody saved in between was no longer the newest draft: it
had gone from the form. And a page that was moved twice at once, by a double click, counted twice below one parent.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
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
            if action.action_type == "move":
                wait_for_savers_of(_parents(ticked, request.POST.get("chooser", "")))
            return dispatch(action, request, *args, **kwargs)

    return on_what_was_saved


def moving(dispatch: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Makes a view's `dispatch` move a page from where it stands now."""

    @wraps(dispatch)
    def from_where_it_is(
        view: Any, request: HttpRequest, page_to_move_id: int, destination_id: int, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if request.method != "POST":
            return dispatch(view, request, page_to_move_id, destination_id, *args, **kwargs)
        with transaction.atomic():
            itself = Page.objects.filter(pk=page_to_move_id)
            wait_for_savers_of(itself)
            parents = [each.get_parent().pk for each in itself if not each.is_root()]
            wait_for_savers_of(Page.objects.filter(pk__in=[*parents, destination_id]))
            return dispatch(view, request, page_to_move_id, destination_id, *args, **kwargs)

    return from_where_it_is


def putting_in_order(post: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Makes a view's `post` put a page among the others below its parent as they stand now."""

    @wraps(post)
    def among_all(
        view: Any, request: HttpRequest, page_to_move_id: int, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        with transaction.atomic():
            # the root stands beside no other: Wagtail fails at it
            page = get_object_or_404(Page, pk=page_to_move_id, depth__gt=1)
            parent = page.get_parent()
            wait_for_savers_of(parent.get_children())
            wait_for_savers(parent)
            return post(view, request, page_to_move_id, *args, **kwargs)

    return among_all


def _parents(pages: QuerySet[Page], destination: str) -> QuerySet[Page]:
    """Where the pages stand, and where they are to stand: each gets its place behind the last one there."""
    above = Q(path__in={path[: -Page.steplen] for path in pages.values_list("path", flat=True)})
    return Page.objects.filter(above | Q(pk=int(destination)) if destination.isdecimal() else above)


def _ticked(action: Any) -> QuerySet[Page]:
    keys = action.request.GET.getlist("id")
    if "all" in keys:
        keys = action.get_all_objects_in_listing_query(action.request.GET.get("childOf"))
    return Page.objects.filter(pk__in=keys)
