"""A term is counted where the check takes it for used, in whatever form it is written."""

from __future__ import annotations

import pytest

from briefings.checking.draft_findings import uses_of_terms
from briefings.records.newest_texts import load_texts
from briefings.records.term_use import UsingText, terms_in_use
from languages import parity
from languages.parity.terms import missing_terms
from languages.states import words_of
from languages.trilingual import LANGUAGES, Language, Trilingual
from reviews.texts import RecordText

pytestmark = pytest.mark.django_db


def _places(identifier: str) -> list[tuple[UsingText, Language]]:
    """Where a term is said to be used."""
    found, texts = terms_in_use(uses_of_terms(60).records)
    use = next(use for use in found if use.identifier == identifier)
    return [(texts[number], language) for number, language in use.places()]


def _texts_that_use(identifier: str) -> dict[str, int]:
    found, _texts = terms_in_use(uses_of_terms(60).records)
    use = next(use for use in found if use.identifier == identifier)
    return {language: number for language, _name, number in use.counted}


def _all_texts() -> dict[UsingText, RecordText]:
    return {
        UsingText(loaded.kind, loaded.slug, text.place): text
        for loaded in load_texts()
        for text in loaded.all_texts
    }


@pytest.mark.parametrize("identifier", ["T-01", "T-13", "T-38", "T-46"])
def test_a_term_is_counted_alike_in_languages_that_say_the_same(identifier: str) -> None:
    """By its short form, in the plural, with hyphens and in a title's capitals too."""
    texts = _all_texts()
    parallel = [language for place, language in _places(identifier) if texts[place].only is None]
    used = {language: parallel.count(language) for language in LANGUAGES}

    assert min(used.values()) > 0.9 * max(used.values())


def test_a_term_with_two_names_counts_by_either() -> None:
    used = _texts_that_use("T-56")

    assert used["ko"] >= used["zh-hans"] > 0


def test_what_counts_as_a_term_is_what_the_check_asks_for() -> None:
    """A language of which the check says that it does not use a term is not counted as using it, and no other."""
    found, using = terms_in_use(uses_of_terms(60).records)
    uses, text_at = {use.identifier: use for use in found}, _all_texts()
    counted: set[tuple[str, Language, Trilingual]] = {
        (use.identifier, language, text_at[using[number]].text)
        for use in found
        for number, language in use.places()
    }
    terms = [
        parity.Term(use.identifier, {code: name for code, name in use.preferred.items() if name})
        for use in uses.values()
        if use.identifier != "T-56"  # two names in one: the check takes them for one
    ]
    texts = [
        text
        for loaded in load_texts(["item"])
        for text in loaded.texts
        if all(text.text[c] for c in LANGUAGES)
    ]

    for text in texts:
        words = {code: words_of(text.text[code], rich=text.rich) for code in LANGUAGES}
        for finding in missing_terms(words, terms):
            uses_it = next(code for code in LANGUAGES if code in finding.spans)
            assert (finding.details["term"], uses_it, text.text) in counted
            assert (finding.details["term"], finding.language, text.text) not in counted


def test_a_short_korean_point_counts_too() -> None:
    places = [(text.place, language) for text, language in _places("T-13")]

    assert ("contributions.smart-city.point", "ko") in places
    assert {language for place, language in places if place.endswith(".point")} == {"ko"}
