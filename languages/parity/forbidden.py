"""Variants that must not stand for an agreed name: forms, editions and files are asked alike, so that none lets one through.

A variant counts in whatever way it may be written (`languages.naming`): Flying Cars, intelligent-city. It does not
where it is a part of an agreed name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final

import msgspec

from languages.naming import Place, begins, places
from languages.parity.findings import TEXT_LANGUAGES, Finding, Severity, Span, TextLanguage, Texts
from languages.parity.terms import Term

_OF_JAPAN: Final[Mapping[TextLanguage, re.Pattern[str]]] = {
    "ko": re.compile(r"일본(?:의)? ?$"),
    "zh-hans": re.compile(r"日本(?:的)?$"),
    "zh-hant": re.compile(r"日本(?:的)?$"),
    "en": re.compile(r"\bJapan(?:['’]s|ese)? (?:the )?$"),
}


class Use(msgspec.Struct, frozen=True):
    """A variant that a text uses, as its term lists it, and where."""

    language: TextLanguage
    text: str
    term: Term
    spans: tuple[Span, ...]


class ForbiddenNames:
    """What `terms` forbid, looked for in many texts."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(terms)

    def used_in(self, texts: Texts) -> list[Use]:
        """The variants in a text, by language, the longer of a term first.

        国土交通省 and 국토교통성 are no names of Korea's ministry. Where two languages or more say that Japan's is
        meant, and none names Korea's, they are right.
        """
        found = [
            use
            for language in TEXT_LANGUAGES
            if texts.get(language)
            for use in self._of_language(texts, language)
        ]
        japans = {use.term.key for use in found if _is_of_japan(texts, use.term, found)}
        return [use for use in found if use.term.key not in japans]

    def _of_language(self, texts: Texts, language: TextLanguage) -> Iterator[Use]:
        text = texts[language]
        standing = [
            (variant, term, whole)
            for variant, term in self._candidates(text, language)
            if (whole := [place for place in places(variant, text, language) if place.form.part == "whole"])
        ]
        if not standing:
            return  # as nearly always: agreed names are not looked for then
        agreed = [
            place
            for term in self._terms
            if (name := term.preferred.get(language))
            for place in places(name, text, language)
        ]
        taken: dict[str, list[Place]] = {}
        for variant, term, whole in standing:
            of_term = taken.setdefault(term.key, [])
            meant = [place for place in whole if not _is_part(place, text, variant, agreed, of_term)]
            of_term += meant
            if meant:
                yield Use(language, variant, term, tuple(Span(place.start, place.end) for place in meant))

    def _candidates(self, text: str, language: TextLanguage) -> Iterator[tuple[str, Term]]:
        return ((variant, self._terms[at]) for variant, at in self._searches[language].candidates(text))

    @cached_property
    def _searches(self) -> Mapping[TextLanguage, _Search]:
        return {
            language: _search(
                tuple(
                    (name, at)
                    for at, term in enumerate(self._terms)
                    for name in term.forbidden.get(language, ())
                )
            )
            for language in TEXT_LANGUAGES
        }


class _Search:
    """Every variant of a language in one expression: a text is gone through once, however many there are."""

    def __init__(self, forbidden: Sequence[tuple[str, int]]) -> None:
        variants = [(variant, at, frozenset(begins(variant))) for variant, at in forbidden]
        self._variants = sorted(variants, key=lambda each: (-len(each[0]), each[0]))
        beginnings = sorted(
            {beginning for _variant, _at, its in variants for beginning in its},
            key=lambda beginning: (-len(beginning), beginning),
        )
        # an expression finds the longest beginning at a place; the shorter ones that begin there
        known = frozenset(beginnings)
        self._shorter = {
            beginning: [part for end in range(1, len(beginning) + 1) if (part := beginning[:end]) in known]
            for beginning in beginnings
        }
        self._any = re.compile("|".join(map(re.escape, beginnings))) if beginnings else None

    def candidates(self, text: str) -> list[tuple[str, int]]:
        """Variants whose first word stands in the text, the longest first, and which term each is of."""
        if self._any is None:
            return []
        folded = text.lower()
        standing: set[str] = set()
        found = self._any.search(folded)
        while found:
            standing.update(self._shorter[found[0]])
            found = self._any.search(folded, found.start() + 1)
        if not standing:
            return []
        return [(variant, at) for variant, at, its in self._variants if not standing.isdisjoint(its)]


# a form's texts, and those of a file, are asked one by one, each time with the same terms
_search = lru_cache(maxsize=32)(_Search)


def _is_part(place: Place, text: str, variant: str, agreed: Iterable[Place], longer: Iterable[Place]) -> bool:
    """Whether the place is a part of an agreed name or of a longer variant of the same term.

    Letter by letter as it is listed, a variant counts also where only its joints or capitals differ from the name.
    """
    as_listed = text[place.start : place.end] == variant
    for one in agreed:
        if one.start <= place.start and place.end <= one.end:
            same = (one.start, one.end) == (place.start, place.end)
            if not (same and as_listed and text[one.start : one.end] != one.form.text):
                return True
    return any(one.start <= place.start and place.end <= one.end for one in longer)


def _is_of_japan(texts: Texts, term: Term, found: Iterable[Use]) -> bool:
    """Whether all languages speak of the body in Japan whose name a term forbids."""
    spans: dict[TextLanguage, list[Span]] = {}
    for use in found:
        if use.term.key == term.key:
            spans.setdefault(use.language, []).extend(use.spans)
    for language, of_language in spans.items():
        before, text = _OF_JAPAN[language], texts[language]
        if not all(before.search(text[max(0, span.start - 16) : span.start]) for span in of_language):
            return False
    own = (
        places(term.preferred.get(language, ""), text, language)
        for language, text in texts.items()
        if language not in spans and text
    )
    return len(spans) > 1 and not any(own)


def forbidden_terms(texts: Texts, terms: Sequence[Term]) -> Iterator[Finding]:
    """Variants that an agreed name forbids."""
    for use in ForbiddenNames(terms).used_in(texts):
        details = {
            "text": use.text,
            "preferred": use.term.preferred.get(use.language, ""),
            "term": use.term.key,
        }
        yield Finding("term-forbidden", Severity.BLOCKING, use.language, {use.language: use.spans}, details)
