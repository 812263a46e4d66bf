"""Searching the editions that a reader may read. What is looked through is filled by `search_entries`.

Who may read what is asked of `access`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from types import MappingProxyType

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQueryField, SearchRank
from django.db.models import BooleanField, F, Func, QuerySet, Value, Window
from django.db.models.functions import Cast, RowNumber

from briefings import access
from briefings.models import Edition, SearchEntry
from languages import bigrams
from languages.trilingual import Language

MOST_CHARACTERS = 100
"""Of a search; what is longer is cut."""


def words_of(text: str) -> list[str]:
    """The words of a search, as the reader parted them; those without a letter or numeral are left out."""
    return [word for word in text[:MOST_CHARACTERS].split() if bigrams.runs(word)]


def without_signs(text: str) -> str:
    """What a search looks for, where signs before, behind or between its words are no part of it; else nothing."""
    words = words_of(text)
    bare = [re.sub(r"^[\W_]+|[\W_]+$", "", word) for word in words]
    if bare == text[:MOST_CHARACTERS].split():
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
    # asked first and once, as an array: joined, PostgreSQL takes it for one edition, as few are withdrawn, and looks
    # through the index of words again for each
    of_readable = Func(
        F("edition"),
        ArraySubquery(readable.order_by().values("pk")),
        arg_joiner=" = ANY (",
        template="%(expressions)s)",
        output_field=BooleanField(),
    )
    return SearchEntry.objects.filter(holds, of_readable, language=language)


def _as_tsquery(query: str) -> Cast:
    return Cast(Value(query), SearchQueryField())


def _query(words: list[str], meant: Meant) -> str:
    """A tsquery: every word or what it means, each of them as tokens at their distance."""
    either = [(word, meant[word]) if word in meant else (word,) for word in words]
    return " & ".join(f"({' | '.join(f'({_phrase(_asked(word))})' for word in forms)})" for forms in either)


def _asked(word: str) -> list[bigrams.Token]:
    """As `bigrams.asked`, but a single Latin letter is a word of its own."""
    tokens = bigrams.asked(word)
    if len(tokens) == 1 and bigrams.is_a_letter(tokens[0].text):
        return [bigrams.Token(tokens[0].text, tokens[0].place)]
    return tokens


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
