"""What the benchmark measures, held: no false alarm, and nearly every error found."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import pytest

from benchmarks.parity.corpus import BROKEN, PROSE, SETS, Broken, broken_copies, catalog_pairs, triples
from benchmarks.parity.mutations import mutations
from languages.parity import compare, differences
from languages.parity.reading import read


class Compared(NamedTuple):
    """A set of texts that say the same, and the copies of them that somebody broke by hand."""

    alarms: dict[str, Any]
    """What is said of the texts, by their Korean."""
    copies: int
    found: int
    """In how many copies something is found."""


@cache
def _compared(name: str) -> Compared:
    """Each text with its copies behind it: the languages that they share are read once."""
    copies: dict[int, list[Broken]] = {}
    if name in BROKEN:
        for copy in broken_copies(name):
            copies.setdefault(copy.of, []).append(copy)
    alarms = {}
    found = 0
    for place, text in enumerate(triples(name)):
        if said := differences(text):
            alarms[text["ko"]] = said
        found += sum(bool(differences(copy.wrong)) for copy in copies.get(place, ()))
    return Compared(alarms, sum(map(len, copies.values())), found)


@pytest.mark.parametrize("name", SETS)
def test_texts_that_say_the_same_raise_no_alarm(name: str) -> None:
    assert _compared(name).alarms == {}


@pytest.mark.parametrize("name", PROSE)
def test_98_of_100_errors_put_into_them_are_found(name: str) -> None:
    made = [
        {**text, language: wrong}
        for text in triples(name)
        for language in text
        for _kind, wrong in mutations(text[language], language)
    ]

    found = [text for text in made if differences(text)]

    assert len(made) > 300
    assert len(found) / len(made) >= 0.98


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("fresh", 0.88),
        ("fresh-again", 0.9),
        ("fresh-third", 0.7),
        ("fresh-fourth", 0.6),
        ("fresh-fifth", 0.65),
        ("fresh-sixth", 0.6),
        ("fresh-seventh", 0.6),
        ("fresh-eighth", 0.72),
        ("fresh-ninth", 0.78),
        ("fresh-tenth", 0.67),
        ("fresh-eleventh", 0.82),
        ("fresh-twelfth", 0.66),
        ("fresh-thirteenth", 0.86),
        ("fresh-fourteenth", 0.6),
        ("fresh-fifteenth", 0.84),
        ("fresh-sixteenth", 0.7),
        ("fresh-seventeenth", 0.69),
        ("news", 0.88),
        ("figures", 0.97),
    ],
)
def test_of_errors_that_somebody_put_in_by_hand_most_are_found(name: str, share: float) -> None:
    compared = _compared(name)

    assert compared.copies > 300
    assert compared.found / compared.copies >= share


def test_the_corpus_holds_150_texts_and_a_third_of_them_no_figure() -> None:
    texts = [text for name in PROSE for text in triples(name)]

    without = [text for text in texts if not any(fact.hard for fact in read(text["ko"], "ko").facts)]

    assert len(texts) >= 150
    assert len(without) >= len(texts) / 3


def test_fewer_than_3_of_100_messages_of_real_catalogs_are_flagged() -> None:
    pairs = list(catalog_pairs())

    flagged = [pair for pair in pairs if compare(pair.source, pair.target, "en", pair.language)]

    assert len(pairs) > 4_000
    assert len(flagged) / len(pairs) < 0.03
