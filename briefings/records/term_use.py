"""Where agreed terms stand in editors' texts: found in each record when it is examined, and added up for a report."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby, islice, repeat
from operator import itemgetter
from typing import NamedTuple

import msgspec

from briefings.records.newest_texts import Loaded
from languages.columns import trilingual_of
from languages.name_search import NameSearch
from languages.states import words_of
from languages.trilingual import LANGUAGES, Language, Trilingual
from vocabulary.models import Term, TermStatus

_ONE_WORD = re.compile(r"[^\s·,、和与及()（）]+")
_SEVERAL_WORDS = re.compile(r"[^\s·()（）]+(?:·[^\s·()（）]+)+")

# in one record ------------------------------------------------------------------------------------


class TextUse(msgspec.Struct, frozen=True, array_like=True):
    """The terms, by their identifiers, whose preferred names a text uses in each language."""

    place: str
    """Of the text in its record, as findings name it."""
    ko: tuple[str, ...]
    zh_hans: tuple[str, ...]
    en: tuple[str, ...]

    @property
    def terms(self) -> tuple[tuple[str, ...], ...]:
        """In the order of the languages."""
        return self.ko, self.zh_hans, self.en


class PreferredNames(NamedTuple):
    """What a term is called."""

    identifier: str
    preferred: Trilingual


def preferred_names() -> tuple[PreferredNames, ...]:
    """Of every term that is not rejected, whether it holds today or not."""
    terms = Term.objects.exclude(status=TermStatus.REJECTED).order_by("identifier")
    return tuple(PreferredNames(term.identifier, trilingual_of(term, "preferred")) for term in terms)


class TermSearch:
    """Looks for the names of all terms at once.

    A name is used in whatever form it may be written, as when the languages are held against each other.
    """

    def __init__(self, terms: Iterable[PreferredNames]) -> None:
        terms = list(terms)
        self._by_language = {
            language: NameSearch(
                [
                    (term.identifier, name)
                    for term in terms
                    for name in _alternatives(term.preferred, language)
                ],
                language,
            )
            for language in LANGUAGES
        }

    def uses(self, loaded: Loaded) -> tuple[TextUse, ...]:
        """The texts of a record that use a term, short Korean points too."""
        found = []
        for text in loaded.all_texts:
            terms = [
                tuple(sorted(search.keys_in(words_of(text.text[language], rich=text.rich))))
                if text.text[language]
                else ()
                for language, search in self._by_language.items()
            ]
            if any(terms):
                found.append(TextUse(text.place, *terms))
        return tuple(found)


def _alternatives(preferred: Trilingual, language: Language) -> list[str]:
    """The names that a term has in one language: two where · joins what another language says in one word.

    프로젝트·사업 is 项目 and project; 연결·혁신·번영 is a list in every language.
    """
    name = preferred[language]
    others = [each for code, each in preferred.items() if code != language and each]
    if others and all(_ONE_WORD.fullmatch(each) for each in others) and _SEVERAL_WORDS.fullmatch(name):
        return name.split("·")
    return [name] if name.strip() else []


# in all records -----------------------------------------------------------------------------------


class UsingText(NamedTuple):
    """A text that uses a term."""

    kind: str
    slug: str
    """Of its record."""
    place: str


class TermUse(msgspec.Struct, frozen=True):
    """A term, and which texts use its preferred name."""

    identifier: str
    pk: int
    preferred: Trilingual
    texts: tuple[array[int], ...] = msgspec.field(
        default_factory=lambda: tuple(array("I") for _language in LANGUAGES)
    )
    """Their numbers among all texts, for each language: ten thousand items use a term in ten thousand texts."""

    def __len__(self) -> int:
        """How many texts use the term, each counted in every language in which it does."""
        return sum(map(len, self.texts))

    @property
    def number_of_texts(self) -> int:
        """How many texts use the term, in whatever languages."""
        return len(set().union(*self.texts))

    @property
    def counted(self) -> list[tuple[Language, str, int]]:
        """Language, name, and number of texts that use it, Korean first."""
        return [
            (language, name, len(numbers))
            for (language, name), numbers in zip(self.preferred.items(), self.texts, strict=True)
        ]

    def places(self) -> Iterator[tuple[int, Language]]:
        """The number of each text that uses the term, once for every language in which it does."""
        in_each = (zip(numbers, repeat(at)) for at, numbers in enumerate(self.texts))
        return ((number, LANGUAGES[at]) for number, at in merge(*in_each))

    def first_texts(self, most: int) -> list[tuple[int, list[Language]]]:
        """The numbers of the first texts that use the term, with the languages in which they do."""
        by_text = groupby(self.places(), itemgetter(0))
        return [(number, [language for _n, language in places]) for number, places in islice(by_text, most)]


class TermsInUse(NamedTuple):
    """Every term that is not rejected, the most used first, and all texts that use one."""

    terms: list[TermUse]
    texts: list[UsingText]
    """In the order of the reports; terms name them by their numbers here."""


def terms_in_use(records: Iterable[tuple[str, str, Iterable[TextUse]]]) -> TermsInUse:
    """Add up which texts use which terms.

    Args:
        records: kind, identifier, and what was found in each (`TermSearch`).
    """
    texts: list[UsingText] = []
    uses = {
        term.identifier: TermUse(term.identifier, term.pk, trilingual_of(term, "preferred"))
        for term in Term.objects.exclude(status=TermStatus.REJECTED).order_by("identifier")
    }
    for kind, slug, of_record in records:
        for text in of_record:
            for at, terms in enumerate(text.terms):
                for identifier in terms:
                    if identifier in uses:  # it may just have been rejected
                        uses[identifier].texts[at].append(len(texts))
            texts.append(UsingText(kind, slug, text.place))
    return TermsInUse(sorted(uses.values(), key=lambda use: (-len(use), use.identifier)), texts)
