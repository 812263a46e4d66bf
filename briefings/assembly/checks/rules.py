"""What texts are checked against beside themselves: the terms in force, agreed or proposed, and publishers' names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from briefings.assembly.material import Item, Material, Term
from languages import parity
from languages.trilingual import LANGUAGES, Language

_LATIN_WORD = re.compile(r"[a-z0-9]", re.IGNORECASE)


class Rules(msgspec.Struct, frozen=True, dict=True):
    """The same for every text of a material."""

    terms: tuple[Term, ...] = ()
    """Those in force at the end of the briefing's period."""
    publishers: frozenset[str] = frozenset()
    """Names of all sources: for texts that belong to no item."""

    @cached_property
    def forbidden(self) -> dict[Language, Forbidden]:
        """The variants that texts of a language should not use."""
        return {language: Forbidden(self.terms, language) for language in LANGUAGES}

    @cached_property
    def names(self) -> tuple[parity.Term, ...]:
        """What is called by which name in each language, as the check of the languages takes it."""
        return tuple(
            parity.Term(
                term.identifier,
                {language: name for language in LANGUAGES if (name := term.preferred[language])},
                {language: _variants(term, language) for language in LANGUAGES},
            )
            for term in self.terms
            if not term.proposed
        )


def rules_of(material: Material) -> Rules:
    """What the texts of `material` are checked against."""
    return Rules(
        tuple(material.terms_in_force),
        frozenset(name for item in material.items for name in publishers_of(item)),
    )


def publishers_of(item: Item) -> set[str]:
    """Names of the item's sources, but for those too short to be told from a word."""
    return {
        source.publisher[language]
        for source in item.sources
        for language in LANGUAGES
        if len(source.publisher[language]) > 2
    }


class Forbidden:
    """Every variant of a language that terms forbid or would forbid, in one expression: a text is scanned once."""

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        self._language: Language = language
        self._terms: dict[str, list[Term]] = {}
        for term in terms:
            for variant in _variants(term, language):
                self._terms.setdefault(variant, []).append(term)
        longest_first = sorted(self._terms, key=lambda variant: (-len(variant), variant))
        # an expression finds the longest variant at a place; the shorter ones that begin there
        self._beginning = {
            variant: [other for other in longest_first if variant.startswith(other)]
            for variant in longest_first
        }
        self._any = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def found_in(self, text: str) -> Iterator[tuple[str, Term]]:
        """The variants that `text` uses, each once with every term that forbids it."""
        for variant, term in self._candidates(text):
            if _stands_in(variant, text, term.preferred[self._language]):
                yield variant, term

    def _candidates(self, text: str) -> Iterator[tuple[str, Term]]:
        """Variants whose letters stand in the text."""
        if self._any is None:
            return
        seen: set[str] = set()
        found = self._any.search(text)
        while found:
            for variant in self._beginning[found[0]]:
                if variant not in seen:
                    seen.add(variant)
                    for term in self._terms[variant]:
                        yield variant, term
            found = self._any.search(text, found.start() + 1)


def _variants(term: Term, language: Language) -> tuple[str, ...]:
    if language == "ko":
        return term.forbidden_ko
    return term.forbidden_zh_hans if language == "zh-hans" else term.forbidden_en


def _stands_in(variant: str, text: str, preferred: str) -> bool:
    """Substring in Korean and Chinese, whole words where the variant is Latin; not inside the agreed name."""
    without = text.replace(preferred, "") if variant in preferred else text
    if not _LATIN_WORD.fullmatch(variant[:1]):
        return variant in without
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(variant)}(?![A-Za-z0-9])", without) is not None
