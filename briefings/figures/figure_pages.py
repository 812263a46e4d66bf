"""Pages of the admin: where a figure stands, and which figures of an item editions printed otherwise."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from briefings import access
from briefings.checking.live_check import figures_of
from briefings.editions.edition_names import briefing_name, edition_name, edition_url
from briefings.figures.figure_use import (
    MOST_VALUES,
    Holder,
    PlacedFigure,
    SealedFigure,
    TypedFigure,
    changed_since_sealing,
    earlier_values,
    holders,
    placed,
    sealed,
    typed,
)
from briefings.figures.stated_figures import may_hold
from briefings.models import Edition
from briefings.records.text_versions import Version, is_published_otherwise, versions
from briefings.texts.text_places import TextPlaces
from languages.trilingual import Language, Trilingual
from projects.models import CooperationItem
from vocabulary.interface import listed


@require_GET
def figure_use(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Everything that holds a figure, with the value that it holds."""
    access.must_see_texts(request.user)
    item: Any = get_object_or_404(CooperationItem, pk=pk).specific
    newest = item.get_latest_revision_as_object()
    now = _printed(newest, key)
    published = _printed(item, key) if is_published_otherwise(item) else now
    editions = sealed(item, key)
    if now is None and not editions:
        raise Http404
    values = [*([now] if now else []), *(each.printed for each in editions), *earlier_values(item, key)]
    values = list(dict.fromkeys(values))
    texts = versions(may_hold(item, key, values[: MOST_VALUES + 1]))
    named, more = holders(each.edition for each in editions if each.printed != now)
    context = {
        "page_title": _("Where a figure stands"),
        "item": item,
        "title": item.get_admin_display_title(),
        "may_edit": access.may_change(request.user, item),
        "key": key,
        "now": _by_language(now) if now else [],
        # where the change is a draft, what editions print is no old value yet
        "published": _by_language(published) if published and published != now else [],
        **_with_places(
            request,
            placed(item, key, texts),
            typed(item, values[: MOST_VALUES + 1], now, texts),
        ),
        "sealed": [_sealed_row(each, now, published) for each in editions],
        "holders": [{"who": each.who, "at": each.at, "file": _file(each)} for each in named],
        "more_holders": more,
    }
    return render(request, "briefings/admin/figure_use.html", context)


def _printed(version: Any, key: str) -> Trilingual | None:
    """The figure as a version of the item has it."""
    return next((figure.printed for figure in figures_of(version) if figure.key == key), None)


def _sealed_row(each: SealedFigure, now: Trilingual | None, published: Trilingual | None) -> dict[str, Any]:
    return {
        "name": _name(each.edition),
        "url": edition_url(each.edition),
        "printed": _by_language(each.printed),
        "old": each.printed != now,
        "as_published": each.printed == published != now,
        "downloads": each.downloads,
    }


def _file(holder: Holder) -> str:
    return f"{_name(holder.edition)} · {dict(settings.LANGUAGES)[holder.language]} · {holder.format}"


def _name(edition: Edition) -> str:
    return f"{briefing_name(edition)} · {edition_name(edition)}"


@require_GET
def figures_use(request: HttpRequest, pk: int) -> HttpResponse:
    """The figures of an item's newest version, each with the way to what holds it."""
    access.must_see_texts(request.user)
    item: Any = get_object_or_404(CooperationItem, pk=pk).specific
    newest = item.get_latest_revision_as_object()
    figures = figures_of(newest)
    changed = set(changed_since_sealing(newest, figures))
    context = {
        "page_title": _("Where figures stand"),
        "item": item,
        "title": item.get_admin_display_title(),
        "may_edit": access.may_change(request.user, item),
        "figures": [
            {
                "key": figure.key,
                "url": reverse("figure-use", args=[item.pk, figure.key]),
                "printed": _by_language(figure.printed),
                "old": figure.key in changed,
            }
            for figure in figures
        ],
        "gone": [
            {"key": key, "url": reverse("figure-use", args=[item.pk, key])}
            for key in sorted(changed - {figure.key for figure in figures})
        ],
    }
    return render(request, "briefings/admin/figures_use.html", context)


def _with_places(
    request: HttpRequest, of_key: list[PlacedFigure], by_hand: list[TypedFigure]
) -> dict[str, Any]:
    records = {id(each.version.loaded): each.version.loaded for each in (*of_key, *by_hand)}
    places = TextPlaces(request.user, records.values())
    names = dict(settings.LANGUAGES)

    def described(version: Version, language: Language) -> dict[str, Any]:
        return {
            "place": places.place(version.loaded, version.text, language),
            "is_draft": version.is_draft,
            "published_only": not version.newest,
        }

    return {
        "placed": [
            described(each.version, each.languages[0])
            | {"languages": [names[language] for language in each.languages]}
            for each in of_key
        ],
        "typed": [
            described(each.version, each.typed[0][0]) | {"typed": each.typed, "old": each.old}
            for each in sorted(by_hand, key=lambda each: not each.old)
        ],
    }


def _by_language(printed: Trilingual) -> list[tuple[str, str]]:
    return list(printed.items())


def tell_what_holds_old_values(request: HttpRequest, newest: CooperationItem) -> None:
    """After an item was saved: which of its figures editions have printed otherwise, and where to look."""
    keys = changed_since_sealing(newest)
    if not keys:
        return
    sentence = ngettext(
        "%(count)d figure differs from what an edition printed:",
        "%(count)d figures differ from what an edition printed:",
        len(keys),
    ) % {"count": len(keys)}
    links = [
        format_html('<a href="{}">{}</a>', reverse("figure-use", args=[newest.pk, key]), key) for key in keys
    ]
    text = format_html("{} " + listed(["{}"] * len(links)), sentence, *links)
    messages.warning(request, text)


urlpatterns = [
    path("figures/<int:pk>/", figures_use, name="figures-use"),
    path("figures/<int:pk>/<slug:key>/", figure_use, name="figure-use"),
]
