"""A term is counted where the check takes it for used, in whatever form it is written."""

from __future__ import annotations

import pytest

from briefings.language_status import load_texts
from briefings.term_use import terms_in_use
from languages import parity
from languages.parity.terms import missing_terms
from languages.states import words_of
from languages.trilingual import LANGUAGES

pytestmark = pytest.mark.django_db


def _texts_that_use(identifier: str) -> dict[str, int]:
    use = next(use for use in terms_in_use(load_texts()) if use.identifier == identifier)
    return {language: number for language, _name, number in use.counted}


@pytest.mark.parametrize("identifier", ["T-01", "T-13", "T-38", "T-46"])
def test_a_term_is_counted_alike_in_languages_that_say_the_same(identifier: str) -> None:
    """By its short form, in the plural, with hyphens and in a title's capitals too."""
    use = next(use for use in terms_in_use(load_texts()) if use.identifier == identifier)
    parallel = [place.language for place in use.places if place.text.only is None]
    used = {language: parallel.count(language) for language in LANGUAGES}

    assert min(used.values()) > 0.9 * max(used.values())


def test_a_term_with_two_names_counts_by_either() -> None:
    used = _texts_that_use("T-56")

    assert used["ko"] >= used["zh-hans"] > 0


def test_what_counts_as_a_term_is_what_the_check_asks_for() -> None:
    """A language of which the check says that it does not use a term is not counted as using it, and no other."""
    uses = {use.identifier: use for use in terms_in_use(load_texts())}
    counted = {
        (use.identifier, place.language, place.text.text) for use in uses.values() for place in use.places
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
            using = next(code for code in LANGUAGES if code in finding.spans)
            assert (finding.details["term"], using, text.text) in counted
            assert (finding.details["term"], finding.language, text.text) not in counted


def test_a_short_korean_point_counts_too() -> None:
    use = next(use for use in terms_in_use(load_texts()) if use.identifier == "T-13")

    assert any(place.text.place == "contributions.smart-city.point" for place in use.places)
    assert {place.language for place in use.places if place.text.place.endswith(".point")} == {"ko"}
