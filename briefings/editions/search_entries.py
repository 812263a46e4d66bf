"""What readers' search looks through: what an edition's pages print and nothing else, filled when it is sealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from django.db import connection

from briefings.assembly import wording
from briefings.assembly.document import Document, Passage, Section, Table
from briefings.models import Edition, SearchEntry
from languages import bigrams
from languages.trilingual import LANGUAGES, Language, Trilingual

BETWEEN_CELLS = " · "
"""In a table's row, which is one line."""
_COLON: dict[Language, str] = {"ko": ": ", "zh-hans": "：", "en": ": "}
_LARGEST_TEXT = 6000
"""Characters of an entry. PostgreSQL counts places to 16383 only, so a longer section makes several."""


class Place(NamedTuple):
    """A section or item to be found."""

    key: str
    title: str
    text: str
    item: bool = False


class Row(NamedTuple):
    """An entry as PostgreSQL takes it, but for the edition that it belongs to."""

    language: Language
    item: bool
    key: str
    title: str
    text: str
    words: str


def rows(document: Document, sheets: Iterable[Section], slugs: Iterable[str]) -> Iterator[Row]:
    """The entries of an edition.

    Args:
        document: its document; the sheets that it may hold are not asked.
        sheets: the document's sheets, each taken once.
        slugs: those of its items.
    """
    for language, place in places(document, sheets, slugs):
        yield Row(language, place.item, place.key, place.title, place.text, _vector(place))


def index(edition: Edition, document: Document) -> None:
    """Make the entries of a sealed edition anew."""
    SearchEntry.objects.filter(edition=edition).delete()
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        for row in rows(document, document.items, edition.item_slugs):
            copy.write_row((edition.pk, *row))


_COPY = "COPY briefings_searchentry (edition_id, language, item, key, title, text, words) FROM STDIN"


def places(
    document: Document, sheets: Iterable[Section], slugs: Iterable[str]
) -> Iterator[tuple[Language, Place]]:
    """Every section with a heading of its own, the list of sources, and every item; in each language in order.

    `slugs` are the items'.
    """
    items = {f"item-{slug}" for slug in slugs}
    for language in LANGUAGES:
        headline: tuple[Any, ...] = (document.title,)  # stands above the first section
        for section in _with_parts(document.sections):
            # the full edition prints its items as sections too: they are found as items
            if section.key not in items:
                title = " ".join(part for part in (section.number, section.title[language]) if part)
                for place in _entries(section.key, title, (*headline, *section.blocks), language):
                    yield language, place
                headline = ()
        for place in _entries("sources", wording.ANNEX_SOURCES[language], document.notes, language):
            yield language, place
    for sheet in sheets:
        for language in LANGUAGES:
            for place in _entries(sheet.key, sheet.title[language], sheet.blocks, language, item=True):
                yield language, place


def _with_parts(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _with_parts(section.sections)


def _entries(
    key: str, title: str, blocks: tuple[Any, ...], language: Language, *, item: bool = False
) -> Iterator[Place]:
    """The place, with as much text as an entry holds; once more for each further part of a long text."""
    kept: list[str] = []
    size = 0
    for line in _lines(blocks, language):
        if size > _LARGEST_TEXT:
            yield Place(key, title, "\n".join(kept), item)
            kept, size = [], 0
        kept.append(line)
        size += len(line)
    if kept:
        yield Place(key, title, "\n".join(kept), item)


def _lines(value: Any, language: Language) -> Iterator[str]:
    """Every text that a part of the document prints in the language."""
    if isinstance(value, Trilingual):
        if value[language]:
            yield value[language]
    elif isinstance(value, Passage):
        yield from (line.text for line in value[language])
    elif isinstance(value, Table):
        yield from _lines((value.caption, value.columns), language)
        # a row is one line: an excerpt begins and ends with it, so that no cell is read as another row's
        for row in value.rows:
            yield BETWEEN_CELLS.join(_lines(row, language))
    elif isinstance(value, msgspec.Struct):
        label = value.label[language] if "label" in value.__struct_fields__ else ""
        for name in value.__struct_fields__:
            for line in _lines(getattr(value, name), language) if name != "label" else ():
                # a hit in the first line shows what the line is about
                yield f"{label}{_COLON[language]}{line}" if label else line
                label = ""
        if label:
            yield label
    elif isinstance(value, tuple):
        for each in value:
            yield from _lines(each, language)


def _vector(place: Place) -> str:
    """A tsvector as PostgreSQL writes one. No parser of PostgreSQL's, so no locale, has a say in it."""
    title = bigrams.indexed(place.title)
    # a gap, so that no search finds the title's end and the text's beginning as one word
    after = len(title) + 5
    tokens = [f"'{token}':{at}A" for at, token in enumerate(title, 1)]
    tokens += [f"'{token}':{at}" for at, token in enumerate(bigrams.indexed(place.text), after + 1)]
    return " ".join(tokens)
