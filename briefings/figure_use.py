"""Where a figure stands: texts and drafts that place it, editions that printed it, downloads that hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec
from django.conf import settings
from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET
from wagtail.models import Revision

from briefings import access
from briefings.choices import DownloadOutcome
from briefings.figure_fixes import meaning
from briefings.language_status import Loaded
from briefings.live_check import figures_of
from briefings.models import Download, Edition, FigureEntry
from briefings.stated_figures import VOCABULARY, is_telling, may_hold
from briefings.text_places import TextPlaces
from briefings.text_versions import Version, versions
from briefings.views import briefing_name, edition_name
from languages import parity
from languages.placeholders import references
from languages.states import words_of
from languages.trilingual import LANGUAGES, Language, Trilingual
from projects.models import CooperationItem
from reviews.texts import RecordText

MOST_EDITIONS = 50
MOST_DOWNLOADS = 100
MOST_REVISIONS = 50
"""Versions of an item that are looked through for what a figure was before."""
MOST_VALUES = 8
"""Earlier values that are looked for in texts."""
AROUND = 16
"""Characters on either side of a value that are quoted with it."""


class PlacedFigure(msgspec.Struct, frozen=True):
    """A text that places the figure by its key, and in which languages."""

    version: Version
    languages: tuple[Language, ...]

    @property
    def loaded(self) -> Loaded:
        return self.version.loaded

    @property
    def text(self) -> RecordText:
        return self.version.text

    @property
    def is_draft(self) -> bool:
        return self.version.is_draft


class TypedFigure(msgspec.Struct, frozen=True):
    """A text that states a value of the figure in words of its own: it does not follow by itself."""

    version: Version
    typed: tuple[tuple[Language, str], ...]
    """What stands there, with the words around it, by language."""
    old: bool


class SealedFigure(msgspec.Struct, frozen=True):
    """The figure as an edition printed it, and how often its files were downloaded."""

    edition: Edition
    printed: Trilingual
    downloads: int


def placed(item: CooperationItem, key: str, *, among: Iterable[Version] | None = None) -> list[PlacedFigure]:
    """Texts that refer to the figure, of its own item and of every other record, published or not."""
    found = []
    for version in versions() if among is None else among:
        own = _is_of(version, item)
        languages = tuple(
            language
            for language, words in version.text.text.items()
            if any(
                reference.key == key and (reference.item == item.slug or (own and not reference.item))
                for reference in references(words)
            )
        )
        if languages:
            found.append(PlacedFigure(version, languages))
    return found


def _is_of(version: Version, item: CooperationItem) -> bool:
    return version.loaded.kind == "item" and version.loaded.record.pk == item.pk


def typed(
    item: CooperationItem,
    values: Iterable[Trilingual],
    now: Trilingual | None,
    *,
    among: Iterable[Version] | None = None,
) -> list[TypedFigure]:
    """Texts that state one of the figure's values without its key, however they hedge it.

    Years, ranks and counts up to ten say nothing outside their own item, and are looked for there alone.

    Args:
        values: the figure as it is and as it was printed, in each language.
        now: the figure as it is.
    """
    sought = {language: _meanings(values, language) for language in LANGUAGES}
    current = {language: _meanings([now] if now else (), language) for language in LANGUAGES}
    found = []
    for version in versions() if among is None else among:
        if version.loaded.kind in VOCABULARY:
            continue
        own = _is_of(version, item)
        stated = [
            (language, words, fact)
            for language, text in version.text.text.items()
            if text and sought[language]
            for words in (words_of(text, rich=version.text.rich),)
            for fact in parity.facts(words, language)
            if meaning(fact) in sought[language] and (own or is_telling(fact))
        ]
        if stated:
            old = any(meaning(fact) not in current[language] for language, _words, fact in stated)
            quotes = tuple((language, _quote(words, fact.span)) for language, words, fact in stated)
            found.append(TypedFigure(version, quotes, old))
    return found


def _meanings(values: Iterable[Trilingual], language: Language) -> set[tuple[object, ...]]:
    printed = (parity.facts(value[language], language) for value in values)
    return {meaning(facts[0]) for facts in printed if len(facts) == 1}


def _quote(words: str, span: parity.Span) -> str:
    start, end = max(0, span.start - AROUND), min(len(words), span.end + AROUND)
    return ("…" if start else "") + words[start:end].strip() + ("…" if end < len(words) else "")


def earlier_values(item: Any, key: str) -> list[Trilingual]:
    """What the item's versions have printed for the figure, the newest first, each once."""
    seen = set()
    found: list[Trilingual] = []
    contents = item.revisions.order_by("-created_at", "-pk").values_list("pk", "content__figures")
    for pk, rows in contents[:MOST_REVISIONS]:
        row = next((row for row in rows or () if row.get("key") == key), None)
        if row is None or (stored := _stored(row)) in seen or len(seen) == MOST_VALUES:
            continue
        seen.add(stored)
        version = Revision.objects.get(pk=pk).as_object()
        found += [figure.printed for figure in figures_of(version) if figure.key == key]
    return found


def _stored(row: Mapping[str, Any]) -> tuple[Any, ...]:
    names = ("value", "maximum", "unit", "qualifier", "date", "date_end", "date_precision", "literal", "kind")
    return tuple(str(row.get(name)) for name in names)


def sealed(item: CooperationItem, key: str) -> list[SealedFigure]:
    """Editions that printed the figure, the newest first."""
    served = Count("renditions__downloads", filter=Q(renditions__downloads__outcome=DownloadOutcome.SERVED))
    editions = (
        Edition.objects.filter(item_slugs__contains=[item.slug])
        .select_related("briefing", "release")
        .annotate(served=served)
        # two hundred megabytes in an edition of ten thousand items
        .defer("content", "manifest", "item_slugs")
        .order_by("-sealed_at", "-pk")[:MOST_EDITIONS]
    )
    by_key = {edition.pk: edition for edition in editions}
    entries = FigureEntry.objects.filter(edition__in=list(by_key), item=item.slug, key=key)
    printed = {entry.edition_id: entry.printed for entry in entries}
    return [
        SealedFigure(edition, printed[pk], edition.served) for pk, edition in by_key.items() if pk in printed
    ]


class Holder(msgspec.Struct, frozen=True):
    """Somebody who was given a file that holds the old value."""

    who: str
    at: datetime
    edition: Edition
    language: str
    format: str


def holders(editions: Iterable[Edition]) -> tuple[list[Holder], int]:
    """Who downloaded files of these editions, the newest first, and how many downloads are not named."""
    by_pk = {edition.pk: edition for edition in editions}
    downloads = Download.objects.filter(
        outcome=DownloadOutcome.SERVED, rendition__edition__in=list(by_pk)
    ).order_by("-at", "-pk")
    named = downloads.select_related("rendition", "agency", "user")[:MOST_DOWNLOADS]
    found = [
        Holder(
            _who(download),
            download.at,
            by_pk[download.rendition.edition_id],
            download.rendition.language,
            download.rendition.get_format_display(),
        )
        for download in named
        if download.rendition is not None
    ]
    return found, max(0, downloads.count() - len(found)) if by_pk else 0


def _who(download: Download) -> str:
    if download.agency is not None:
        return str(download.agency.name)
    if download.user is not None:
        return str(download.user.get_username())
    return _("a reader without an account")


def changed_since_sealing(item: CooperationItem) -> list[str]:
    """Keys of the item's figures that the newest edition of some audience printed otherwise."""
    now = {figure.key: figure.printed for figure in figures_of(item)}
    newest = (
        Edition.objects.filter(item_slugs__contains=[item.slug])
        .order_by("audience", "-sealed_at", "-pk")
        .distinct("audience")
    )
    entries = FigureEntry.objects.filter(edition__in=newest.values("pk"), item=item.slug)
    return sorted({entry.key for entry in entries if now.get(entry.key) != entry.printed})


@require_GET
def figure_use(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Everything that holds a figure, with the value that it holds."""
    access.must_see_texts(request.user)
    item: Any = get_object_or_404(CooperationItem, pk=pk).specific
    newest = item.get_latest_revision_as_object()
    now = next((figure.printed for figure in figures_of(newest) if figure.key == key), None)
    published = now
    if item.has_unpublished_changes:
        published = next((figure.printed for figure in figures_of(item) if figure.key == key), None)
    editions = sealed(item, key)
    if now is None and not editions:
        raise Http404
    values = list(
        dict.fromkeys(
            [*([now] if now else []), *(each.printed for each in editions), *earlier_values(item, key)]
        )
    )
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
            placed(item, key, among=texts),
            typed(item, values[: MOST_VALUES + 1], now, among=texts),
        ),
        "sealed": [
            {
                "name": _edition(each.edition),
                "url": reverse(
                    "edition",
                    args=[each.edition.briefing.slug, each.edition.audience, each.edition.number],
                ),
                "printed": _by_language(each.printed),
                "old": each.printed != now,
                "as_published": each.printed == published != now,
                "downloads": each.downloads,
            }
            for each in editions
        ],
        "holders": [
            {
                "who": each.who,
                "at": each.at,
                "file": f"{_edition(each.edition)} · {dict(settings.LANGUAGES)[each.language]} · {each.format}",
            }
            for each in named
        ],
        "more_holders": more,
    }
    return render(request, "briefings/admin/figure_use.html", context)


@require_GET
def figures_use(request: HttpRequest, pk: int) -> HttpResponse:
    """The figures of an item's newest version, each with the way to what holds it."""
    access.must_see_texts(request.user)
    item: Any = get_object_or_404(CooperationItem, pk=pk).specific
    newest = item.get_latest_revision_as_object()
    changed = set(changed_since_sealing(newest))
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
            for figure in figures_of(newest)
        ],
        "gone": [
            {"key": key, "url": reverse("figure-use", args=[item.pk, key])}
            for key in sorted(changed - {figure.key for figure in figures_of(newest)})
        ],
    }
    return render(request, "briefings/admin/figures_use.html", context)


def _edition(edition: Edition) -> str:
    return f"{briefing_name(edition)} · {edition_name(edition)}"


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
    text = format_html("{} " + ", ".join(["{}"] * len(links)), sentence, *links)
    messages.warning(request, text)


urlpatterns = [
    path("figures/<int:pk>/", figures_use, name="figures-use"),
    path("figures/<int:pk>/<slug:key>/", figure_use, name="figure-use"),
]
