"""Where agreed terms stand in editors' texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from briefings.language_status import Loaded
from languages.renaming import stands_in
from languages.states import words_of
from languages.trilingual import LANGUAGES, Language, Trilingual
from reviews.texts import RecordText
from vocabulary.models import Term

# a name may bring its short form for the first mention: 도심항공교통(UAM)
_BRACKET = re.compile(r"\s*[(（][^)）]*[)）]$")


class TermPlace(msgspec.Struct, frozen=True):
    """A text that holds a name."""

    loaded: Loaded
    text: RecordText
    language: Language


class TermUse(msgspec.Struct, frozen=True):
    """An agreed term and the texts that use its preferred name."""

    identifier: str
    pk: int
    preferred: Trilingual
    places: list[TermPlace]

    @property
    def counted(self) -> list[tuple[Language, str, int]]:
        """Language, name, and number of texts that use it, Korean first."""
        return [
            (language, name, sum(place.language == language for place in self.places))
            for language, name in self.preferred.items()
        ]


def terms_in_use(loaded: Iterable[Loaded]) -> list[TermUse]:
    """Every term with its places, the most used first. Texts of the terms themselves do not count."""
    terms = list(Term.objects.exclude(status="rejected").order_by("identifier"))
    preferred = {
        term.pk: Trilingual(term.preferred_ko or "", term.preferred_zh_hans or "", term.preferred_en or "")
        for term in terms
    }
    uses = [TermUse(term.identifier, term.pk, preferred[term.pk], []) for term in terms]
    names = [
        (use, language, _folded(_BRACKET.sub("", use.preferred[language]), language))
        for use in uses
        for language in LANGUAGES
        if use.preferred[language].strip()
    ]
    for each in loaded:
        if each.kind == "term":
            continue
        for text in each.texts:
            words = {
                language: _folded(words_of(text.text[language], rich=text.rich), language)
                for language in LANGUAGES
            }
            for use, language, name in names:
                if name in words[language] and stands_in(name, words[language], language=language):
                    use.places.append(TermPlace(each, text, language))
    return sorted(uses, key=lambda use: (-len(use.places), use.identifier))


def _folded(text: str, language: Language) -> str:
    return text.casefold() if language == "en" else text
