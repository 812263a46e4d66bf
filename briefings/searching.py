"""Searching the editions that a reader may read: filled when an edition is sealed, asked by readers.

The index holds what the edition's pages print and nothing else. Who may read what is asked of `access`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, islice
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec
from django.contrib.postgres.search import SearchQueryField, SearchRank
from django.db import connection
from django.db.models import BooleanField, F, Func, QuerySet, Value, Window
from django.db.models.functions import Cast, RowNumber

from briefings import access
from briefings.assembly import wording
from briefings.assembly.document import Document, Passage, Section, Table
from briefings.models import Edition, SearchEntry
from languages import bigrams
from languages.trilingual import LANGUAGES, Language, Trilingual

MOST_CHARACTERS = 100
"""Of a search; what is longer is cut."""
_MOST_WORDS = 8
_SHOWN_AROUND = 70
_LOOKED_AT = 50
"""Places of a text from which the one to show is chosen."""
_BETWEEN_CELLS = " · "

_COLON: dict[Language, str] = {"ko": ": ", "zh-hans": "：", "en": ": "}
_LARGEST_TEXT = 6000
"""Characters of an entry. PostgreSQL counts places to 16383 only, so a longer section makes several."""


class Place(NamedTuple):
    """A section or item to be found."""

    key: str
    title: str
    text: str
    item: bool = False


class Piece(NamedTuple):
    text: str
    hit: bool


# filling ---------------------------------------------------------------------------------------


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
        for section in _with_parts(document.sections):
            # the full edition prints its items as sections too: they are found as items
            if section.key not in items:
                title = " ".join(part for part in (section.number, section.title[language]) if part)
                for place in _entries(section.key, title, section.blocks, language):
                    yield language, place
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
            yield _BETWEEN_CELLS.join(_lines(row, language))
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


# asking ----------------------------------------------------------------------------------------


def words_of(text: str) -> list[str]:
    """The words of a search, as the reader parted them; those without a letter or numeral are left out."""
    return [word for word in text[:MOST_CHARACTERS].split() if bigrams.runs(word)][:_MOST_WORDS]


def without_signs(text: str) -> str:
    """What a search looks for, where signs before, behind or between its words are no part of it; else nothing."""
    words = words_of(text)
    bare = [re.sub(r"^[\W_]+|[\W_]+$", "", word) for word in words]
    if bare == text[:MOST_CHARACTERS].split()[:_MOST_WORDS]:
        return ""
    # a bracket within a word has lost its other half
    return " ".join(re.sub(r"[\[\](){}（）〈〉《》「」『』【】]+", " ", word) for word in bare)


type Meant = Mapping[str, str]
"""Words of a search, each with another one that is as good: see `short_names`."""


def search(
    reader: access.Reader, text: str, language: Language, meant: Meant = MappingProxyType({})
) -> QuerySet[SearchEntry]:
    """Places that hold every word of `text`: the newest edition first, in it the best match first.

    Each place once, by that entry of it that matches best: a long section has several. Only of released editions that
    the reader may read and that are not withdrawn.
    """
    of_place = Window(
        RowNumber(), partition_by=[F(name) for name in _PLACE], order_by=[F("rank").desc(), F("pk").asc()]
    )
    return (
        _holding(reader, text, language, meant)
        .annotate(rank=SearchRank(F("words"), _as_tsquery(_query(words_of(text), meant))), of_place=of_place)
        .filter(of_place=1)
        .select_related("edition__briefing")
        .defer("words", "edition__content", "edition__manifest")
        .order_by(
            "-edition__briefing__period_end",
            "-edition__briefing_id",
            "-edition__major",
            "-edition__minor",
            "-edition__audience",  # happens to be: presidential, partner, full
            "-rank",
            "pk",
        )
    )


def number_of_places(
    reader: access.Reader, text: str, language: Language, meant: Meant = MappingProxyType({})
) -> int:
    """How many places `search` finds; it ranks none of them, which would take as long as the search."""
    return _holding(reader, text, language, meant).values(*_PLACE).distinct().count()


_PLACE = ("edition", "item", "key")


def is_found(
    reader: access.Reader, name: str, since: date | None, until: date | None, language: Language
) -> bool:
    """Whether the reader finds the name as a whole, in an edition of a period that ends between these days."""
    places = _matching(reader, f"({_phrase(_asked(name))})", language)
    if since:
        places = places.filter(edition__briefing__period_end__gte=since)
    if until:
        places = places.filter(edition__briefing__period_end__lte=until)
    return places.exists()


def _holding(reader: access.Reader, text: str, language: Language, meant: Meant) -> QuerySet[SearchEntry]:
    """Entries that hold every word."""
    words = words_of(text)
    return _matching(reader, _query(words, meant), language) if words else SearchEntry.objects.none()


def _matching(reader: access.Reader, query: str, language: Language) -> QuerySet[SearchEntry]:
    """Entries that a tsquery matches, of what the reader may read."""
    readable = access.readable_editions(reader).filter(release__withdrawal__isnull=True)
    holds = Func(
        F("words"),
        _as_tsquery(query),
        arg_joiner=" @@ ",
        template="%(expressions)s",
        output_field=BooleanField(),
    )
    return SearchEntry.objects.filter(holds, language=language, edition__in=readable.order_by().values("pk"))


def _as_tsquery(query: str) -> Cast:
    return Cast(Value(query), SearchQueryField())


def _query(words: list[str], meant: Meant) -> str:
    """A tsquery: every word or what it means, each of them as tokens at their distance."""
    either = [(word, meant[word]) if word in meant else (word,) for word in words]
    return " & ".join(f"({' | '.join(f'({_phrase(_asked(word))})' for word in forms)})" for forms in either)


def _asked(word: str) -> list[bigrams.Token]:
    """As `bigrams.asked`, but a single Latin letter is a word of its own: half of all words begin with it."""
    tokens = bigrams.asked(word)
    if len(tokens) == 1 and _is_a_letter(tokens[0].text):
        return [bigrams.Token(tokens[0].text, tokens[0].place)]
    return tokens


def _is_a_letter(run: str) -> bool:
    return len(run) == 1 and run.isascii()


def _phrase(tokens: list[bigrams.Token]) -> str:
    said = ""
    before = 0
    for token in tokens:
        said += f" <{token.place - before}> " if said else ""
        said += f"'{token.text}'" + (":*" if token.open else "")
        before = token.place
    return said


def by_edition(entries: Iterable[SearchEntry]) -> Iterator[tuple[Edition, list[SearchEntry]]]:
    """Found places under the edition that they stand in."""
    for edition, found in groupby(entries, key=lambda entry: entry.edition):
        yield edition, list(found)


def marked(text: str, words: list[str]) -> list[Piece]:
    """`text` cut where a word of the search stands in it."""
    pieces: list[Piece] = []
    end = 0
    for found in _places_of(words, text):
        pieces += [Piece(text[end : found.start()], False), Piece(text[found.start() : found.end()], True)]
        end = found.end()
    pieces.append(Piece(text[end:], False))
    return [piece for piece in pieces if piece.text]


def snippet(text: str, words: list[str]) -> list[Piece]:
    """What stands around the words of the search that the text holds, the words marked.

    One excerpt where most of them stand together, and one for each that stands elsewhere.
    """
    shown: list[str] = []
    left = words
    while found := _where_most_stand(text, left):
        shown.append(_around(text, found.start(), found.end()))
        left = [word for word in left if not any(_places_of([word], f"{shown[-1]} {found.group()}"))]
    joined = " … ".join(shown).replace("… … …", "…").replace("… …", "…")
    return marked(joined or _around(text, 0, 0), words)


def _where_most_stand(text: str, words: list[str]) -> re.Match[str] | None:
    """The first place of a word from which on most different ones stand within an excerpt."""
    found = list(islice(_places_of(words, text), _LOOKED_AT))
    said = [match.group().casefold() for match in found]
    most, best = 0, found[0] if found else None
    for place, match in enumerate(found):
        reach = match.start() + 2 * _SHOWN_AROUND
        near = {word for word, other in zip(said[place:], found[place:], strict=True) if other.end() <= reach}
        if len(near) > most:
            most, best = len(near), match
        if len(near) == len(words):
            break
    return best


def _around(text: str, at: int, end: int) -> str:
    """The excerpt around a place of a text."""
    start = max(text.rfind("\n", 0, at) + 1, at - _SHOWN_AROUND)
    stop = min(len(text), end + 2 * _SHOWN_AROUND)
    # at the end of a line rather than a little into the next one; a table's row is whole by itself
    line_end = text.find("\n", end, stop)
    if _BETWEEN_CELLS not in text[text.rfind("\n", 0, at) + 1 : max(line_end, 0)]:
        line_end = text.find("\n", end + _SHOWN_AROUND // 2, stop)
    stop = line_end if line_end > 0 else stop
    # not in the middle of a Latin word or a numeral
    while 0 < start < at and text[start - 1].isalnum() and text[start - 1].isascii():
        start += 1
    while end < stop < len(text) and text[stop].isalnum() and text[stop].isascii():
        stop -= 1
    shown = " · ".join(text[start:stop].strip().splitlines())
    opened = "… " if start and text[start - 1] != "\n" else ""
    closed = " …" if stop < len(text) and text[stop] != "\n" else ""
    return opened + shown + closed


def _places_of(words: list[str], text: str) -> Iterator[re.Match[str]]:
    """Where any of the words stands in the text; the matches are those of a text without marks, which is as long."""
    return _pattern(words).finditer(bigrams.without_marks(text))


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Any of the words, as the index finds them: whatever signs stand between its letters and numerals.

    A word is found by its beginning, a numeral and a single Latin letter as a whole.
    """
    spelled = []
    for word in words:
        runs = bigrams.runs(word)
        begins = rf"(?<!{bigrams.UNPAIRED})" if _IS_UNPAIRED.match(runs[0]) else ""
        whole = runs[-1].isdigit() or (len(runs) == 1 and _is_a_letter(runs[0]))
        ends = rf"(?!{bigrams.UNPAIRED})" if whole else ""
        spelled.append(begins + r"[\W_]{0,3}".join(re.escape(run) for run in runs) + ends)
    return re.compile("|".join(sorted(spelled, key=len, reverse=True)) or r"(?!)", re.IGNORECASE)


_IS_UNPAIRED = re.compile(bigrams.UNPAIRED)
