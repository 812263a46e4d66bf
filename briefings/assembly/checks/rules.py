"""What texts are checked against beside themselves: the terms in force, agreed or proposed, and publishers' names."""

from __future__ import annotations

from functools import cached_property

import msgspec

from briefings.assembly.material import Item, Material, Term
from languages import parity
from languages.parity.forbidden import ForbiddenNames
from languages.parity.terms import AgreedNames
from languages.trilingual import LANGUAGES, Language


class Rules(msgspec.Struct, frozen=True, dict=True):
    """The same for every text of a material."""

    terms: tuple[Term, ...] = ()
    """Those in force at the end of the briefing's period."""
    publishers: frozenset[str] = frozenset()
    """Names of all sources: for texts that belong to no item."""

    @cached_property
    def forbidden(self) -> ForbiddenNames:
        """The variants that texts should not use, of proposed terms too."""
        return ForbiddenNames(map(_named, self.terms))

    @cached_property
    def proposed(self) -> frozenset[str]:
        """Identifiers of the terms that are not agreed yet."""
        return frozenset(term.identifier for term in self.terms if term.proposed)

    @cached_property
    def names(self) -> AgreedNames:
        """What is called by which name in each language, as the check of the languages takes it."""
        return AgreedNames(_named(term) for term in self.terms if not term.proposed)

    @cached_property
    def disagreements(self) -> dict[tuple[str, ...], tuple[parity.Finding, ...]]:
        """What the check of the languages found so far, by the words of each text.

        Names of ministries, titles of sources and next steps stand in many items.
        """
        return {}


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


def _named(term: Term) -> parity.Term:
    return parity.Term(
        term.identifier,
        {language: name for language in LANGUAGES if (name := term.preferred[language])},
        {language: _variants(term, language) for language in LANGUAGES},
    )


def _variants(term: Term, language: Language) -> tuple[str, ...]:
    if language == "ko":
        return term.forbidden_ko
    return term.forbidden_zh_hans if language == "zh-hans" else term.forbidden_en
