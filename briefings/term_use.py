"""Where agreed terms stand in editors' texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from briefings.language_status import Loaded
from languages.columns import trilingual_of
from languages.naming import begins, stands_in
from languages.states import words_of
from languages.trilingual import LANGUAGES, Language, Trilingual
from reviews.texts import RecordText
from vocabulary.models import Term

_ONE_WORD = re.compile(r"[^\s·,、和与及()（）]+")
_SEVERAL_WORDS = re.compile(r"[^\s·()（）]+(?:·[^\s·()（）]+)+")


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
    """Every term with its places, the most used first. Texts of the terms themselves do not count.

    A name is used in whatever form it may be written, as when the languages are held against each other.
    """
    terms = Term.objects.exclude(status="rejected").order_by("identifier")
    uses = [TermUse(term.identifier, term.pk, trilingual_of(term, "preferred"), []) for term in terms]
    names = [
        (use, language, name, begins(name, language))
        for use in uses
        for language in LANGUAGES
        for name in _alternatives(use.preferred, language)
    ]
    for each in loaded:
        if each.kind == "term":
            continue
        for text in each.all_texts:
            words = {language: words_of(text.text[language], rich=text.rich) for language in LANGUAGES}
            folded = {language: each_words.lower() for language, each_words in words.items()}
            found: dict[tuple[str, Language], TermUse] = {}
            for use, language, name, beginnings in names:
                if any(beginning in folded[language] for beginning in beginnings) and stands_in(
                    name, words[language], language
                ):
                    found[use.identifier, language] = use
            for (_identifier, language), use in found.items():
                use.places.append(TermPlace(each, text, language))
    return sorted(uses, key=lambda use: (-len(use.places), use.identifier))


def _alternatives(preferred: Trilingual, language: Language) -> list[str]:
    """The names that a term has in one language: two where · joins what another language says in one word.

    프로젝트·사업 is 项目 and project; 연결·혁신·번영 is a list in every language.
    """
    name = preferred[language]
    others = [each for code, each in preferred.items() if code != language and each]
    if others and all(_ONE_WORD.fullmatch(each) for each in others) and _SEVERAL_WORDS.fullmatch(name):
        return name.split("·")
    return [name] if name.strip() else []
