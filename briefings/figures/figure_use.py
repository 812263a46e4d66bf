"""Where a figure stands: texts and drafts that place it, editions that printed it, downloads that hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from wagtail.models import Revision

from briefings.checking.figure_fixes import PrintedFigure, meaning
from briefings.checking.live_check import figures_of
from briefings.choices import DownloadOutcome
from briefings.figures.stated_figures import VOCABULARY, is_telling
from briefings.models import Download, Edition, FigureEntry
from briefings.records.text_versions import Version
from languages import parity
from languages.placeholders import references
from languages.states import words_of
from languages.trilingual import LANGUAGES, Language, Trilingual
from projects.models import CooperationItem

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


def placed(item: CooperationItem, key: str, texts: Iterable[Version]) -> list[PlacedFigure]:
    """Texts that refer to the figure, of its own item and of every other record, published or not."""
    found = []
    for version in texts:
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
    texts: Iterable[Version],
) -> list[TypedFigure]:
    """Texts that state one of the figure's values without its key, however they hedge it.

    Years, ranks and counts up to ten say nothing outside their own item, and are looked for there alone.

    Args:
        values: the figure as it is and as it was printed, in each language.
        now: the figure as it is.
        texts: all that are looked through.
    """
    sought = {language: _meanings(values, language) for language in LANGUAGES}
    current = {language: _meanings([now] if now else (), language) for language in LANGUAGES}
    found = []
    for version in texts:
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
        .without_content()
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


def changed_since_sealing(item: CooperationItem, figures: Iterable[PrintedFigure] | None = None) -> list[str]:
    """Keys of the item's figures that the newest edition of some audience printed otherwise.

    Args:
        figures: those of the item, where they were read before.
    """
    now = {figure.key: figure.printed for figure in (figures_of(item) if figures is None else figures)}
    newest = (
        Edition.objects.filter(item_slugs__contains=[item.slug])
        .order_by("audience", "-sealed_at", "-pk")
        .distinct("audience")
    )
    entries = FigureEntry.objects.filter(edition__in=newest.values("pk"), item=item.slug)
    return sorted({entry.key for entry in entries if now.get(entry.key) != entry.printed})
