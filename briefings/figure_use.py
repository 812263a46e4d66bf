"""Where a figure stands: texts and drafts that place it, editions that printed it, downloads that hold it."""

from __future__ import annotations

from typing import Any

import msgspec
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from briefings import access
from briefings.assembly.seal import figures_of as printed_in
from briefings.choices import DownloadOutcome
from briefings.language_status import Loaded, load_texts
from briefings.live_check import figures_of
from briefings.models import Edition
from briefings.text_places import TextPlaces
from briefings.views import briefing_name, edition_name
from languages.placeholders import references
from languages.trilingual import Language, Trilingual
from projects.models import CooperationItem
from reviews.texts import RecordText

MOST_EDITIONS = 50


class PlacedFigure(msgspec.Struct, frozen=True):
    """A text whose newest version places the figure, and in which languages."""

    loaded: Loaded
    text: RecordText
    languages: tuple[Language, ...]

    @property
    def is_draft(self) -> bool:
        return bool(getattr(self.loaded.record, "has_unpublished_changes", False))


class SealedFigure(msgspec.Struct, frozen=True):
    """The figure as an edition printed it, and how often its files were downloaded."""

    edition: Edition
    printed: Trilingual
    downloads: int


def placed(item: CooperationItem, key: str) -> list[PlacedFigure]:
    """Texts that refer to the figure, of its own item and of every other record."""
    found = []
    for loaded in load_texts():
        own = loaded.kind == "item" and loaded.record.pk == item.pk
        for text in loaded.texts:
            languages = tuple(
                language
                for language, words in text.text.items()
                if any(
                    reference.key == key and (reference.item == item.slug or (own and not reference.item))
                    for reference in references(words)
                )
            )
            if languages:
                found.append(PlacedFigure(loaded, text, languages))
    return found


def sealed(item: CooperationItem, key: str) -> list[SealedFigure]:
    """Editions that printed the figure, the newest first."""
    served = Count("renditions__downloads", filter=Q(renditions__downloads__outcome=DownloadOutcome.SERVED))
    editions = (
        Edition.objects.filter(item_slugs__contains=[item.slug])
        .select_related("briefing", "release")
        .annotate(served=served)
        .order_by("-sealed_at", "-pk")[:MOST_EDITIONS]
    )
    found = []
    for edition in editions:
        for figure in printed_in(bytes(edition.content)):
            if (figure.item, figure.key) == (item.slug, key):
                found.append(SealedFigure(edition, figure.printed, edition.served))
    return found


def changed_since_sealing(item: CooperationItem) -> list[str]:
    """Keys of the item's figures that the newest edition of some audience printed otherwise."""
    now = {figure.key: figure.printed for figure in figures_of(item)}
    newest = (
        Edition.objects.filter(item_slugs__contains=[item.slug])
        .order_by("audience", "-sealed_at", "-pk")
        .distinct("audience")
    )
    return sorted(
        {
            figure.key
            for edition in newest
            for figure in printed_in(bytes(edition.content))
            if figure.item == item.slug and now.get(figure.key) != figure.printed
        }
    )


@require_GET
def figure_use(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Everything that holds a figure, with the value that it holds."""
    if not access.may_see_texts(request.user):
        raise PermissionDenied
    item: Any = get_object_or_404(CooperationItem, pk=pk).specific
    newest = item.get_latest_revision_as_object()
    now = next((figure for figure in figures_of(newest) if figure.key == key), None)
    editions = sealed(item, key)
    if now is None and not editions:
        raise Http404
    context = {
        "page_title": _("Where a figure stands"),
        "item": item,
        "title": item.get_admin_display_title(),
        "key": key,
        "now": _by_language(now.printed) if now else [],
        "placed": _with_places(request, placed(item, key)),
        "sealed": [
            {
                "name": f"{briefing_name(each.edition)} · {edition_name(each.edition)}",
                "url": reverse(
                    "edition",
                    args=[each.edition.briefing.slug, each.edition.audience, each.edition.number],
                ),
                "printed": _by_language(each.printed),
                "old": now is None or each.printed != now.printed,
                "downloads": each.downloads,
            }
            for each in editions
        ],
    }
    return render(request, "briefings/admin/figure_use.html", context)


def _with_places(request: HttpRequest, found: list[PlacedFigure]) -> list[dict[str, Any]]:
    places = TextPlaces(request.user, (each.loaded for each in found))
    names = dict(settings.LANGUAGES)
    return [
        {
            "place": places.place(each.loaded, each.text, each.languages[0]),
            "languages": [names[language] for language in each.languages],
            "is_draft": each.is_draft,
        }
        for each in found
    ]


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
    text = format_html("{} " + ", ".join(["{}"] * len(links)), sentence, *links)
    messages.warning(request, text)


urlpatterns = [path("figures/<int:pk>/<slug:key>/", figure_use, name="figure-use")]
