"""Agreed names, and that every language uses them where one does. What must not stand for them: `forbidden`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

import msgspec

from languages.name_search import NameSearch
from languages.naming import parted, places, words_of_name
from languages.parity.findings import TEXT_LANGUAGES, Finding, Severity, Span, TextLanguage, Texts, written

# what a body that was named before is called
_BODY: Final = re.compile(
    r"Ministry|Agency|Administration|Authority|Committee|Council|Commission|Corporation|Bank"
)
_WORD: Final = re.compile(r"[A-Za-z]+")


class Term(msgspec.Struct, frozen=True):
    """One name in each language. What is not agreed in a language is left out."""

    key: str
    preferred: Mapping[TextLanguage, str] = msgspec.field(default_factory=dict)
    forbidden: Mapping[TextLanguage, tuple[str, ...]] = msgspec.field(default_factory=dict)
    note: str = ""


class AgreedNames(tuple[Term, ...]):
    """Terms whose names are looked for in many texts: how to find them is made ready once."""

    def likely_in(self, text: str, language: TextLanguage) -> dict[int, str]:
        """Names whose first word stands in a text, by the places of their terms among these."""
        return dict(self._searches[language].likely_in(text))

    @cached_property
    def _searches(self) -> Mapping[TextLanguage, NameSearch[int]]:
        return {
            language: NameSearch(
                [(at, name) for at, term in enumerate(self) if (name := term.preferred.get(language))],
                language,
            )
            for language in TEXT_LANGUAGES
        }


def missing_terms(texts: Texts, terms: Iterable[Term]) -> Iterator[Finding]:
    """Agreed names that the first language uses and another does not. A forbidden variant in its place is said so.

    What stands within a longer agreed name is a part of that name, and not used by itself.
    """
    languages = list(written(texts))
    names = terms if isinstance(terms, AgreedNames) else AgreedNames(terms)
    # of nearly all terms not even the first word stands there
    likely = {language: names.likely_in(texts[language], language) for language in languages}
    for number in sorted(set().union(*likely.values())):
        term = names[number]
        for at, language in enumerate(languages):
            if number not in likely[language]:
                continue
            used = _by_itself(term.preferred[language], texts[language], language, likely[language].values())
            if not used:
                continue
            for other in languages[at + 1 :]:
                preferred = term.preferred.get(other, "")
                if (
                    not preferred
                    or _is_short(term.preferred[language], language)
                    or _is_short(preferred, other)
                    or _places(preferred, texts[other], other)
                    or _words_stand(preferred, texts[other], other)
                    or any(_places(variant, texts[other], other) for variant in term.forbidden.get(other, ()))
                ):
                    continue
                details: dict[str, str] = {
                    language: term.preferred[language],
                    other: preferred,
                    "preferred": preferred,
                    "term": term.key,
                }
                yield Finding("term-missing", Severity.WARNING, other, {language: tuple(used)}, details)
            break


def _by_itself(name: str, text: str, language: TextLanguage, names: Iterable[str]) -> list[Span]:
    """Where a name stands that is not within a longer one of `names`."""
    used = _places(name, text, language)
    if not used:
        return used
    longer = [
        place
        for preferred in names
        if len(preferred) > len(name)
        for place in _places(preferred, text, language)
    ]
    return [
        place
        for place in used
        if not any(one.start <= place.start and place.end <= one.end and one != place for one in longer)
    ]


def _is_short(name: str, language: TextLanguage) -> bool:
    """Common nouns and countries, which a translation leaves out or says by a pronoun."""
    return " " not in name and "-" not in name if language == "en" else len(name) < 4


def _words_stand(name: str, text: str, language: TextLanguage) -> bool:
    """Whether a text has the words of a name in its own way: 韩国与东盟 for 韩国—东盟, and in English smart cities,
    or what it is called by its kind: the ministry, the minister.
    """
    if language != "en":
        sides = words_of_name(name) if " " not in name else []
        return len(sides) > 1 and all(len(side) > 1 and side in text for side in sides)
    folded = text.lower()
    body = _BODY.match(name)
    if body is not None and f"the {body[0].lower().removesuffix('ry')}" in folded:
        return True
    words = [word.lower() for word in _WORD.findall(parted(name)[0]) if len(word) > 2]
    return bool(words) and all(
        word[: max(3, len(word) - 2)] in folded or (word == "rok" and "korea" in folded) for word in words
    )


def _places(name: str, text: str, language: TextLanguage) -> list[Span]:
    return [Span(place.start, place.end) for place in places(name, text, language)]
