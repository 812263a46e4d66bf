"""Fixes change a few places of a text; long texts are cut where their languages stand at the same place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.checking.text_changes import changes_between, moved
from briefings.checking.text_parts import MOST, parts
from languages.trilingual import LANGUAGES, Trilingual
from reviews.checking import Change
from tests.briefings.changed_texts import with_changes

_texts = st.text("국토 교통,.部省a\n", max_size=40)


@given(_texts, _texts)
def test_the_changes_between_two_versions_make_one_of_the_other(old: str, new: str) -> None:
    assert with_changes(old, changes_between(old, new)) == new


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("国土交通省说明如下,附件", "国土交通部说明如下，附件", [(4, 5, "部"), (9, 10, "，")]),
        ("항공택시를 도입", "도심항공교통을 도입", [(0, 5, "도심항공교통을")]),
        ("같다", "같다", []),
        ("끝.", "끝", [(1, 2, "")]),
    ],
)
def test_what_stays_is_no_part_of_a_change(old: str, new: str, changes: list[tuple[int, int, str]]) -> None:
    found = changes_between(old, new)

    assert [(each.start, each.end, each.text) for each in found] == changes


def test_the_changes_of_a_part_are_moved_to_their_places_in_the_text() -> None:
    assert moved([Change(1, 2, "x")], 10) == (Change(11, 12, "x"),)


def _whole(text: Trilingual) -> None:
    """The parts hold every character once, each where it says that it begins, and none is too long."""
    found = parts(text)
    for language in LANGUAGES:
        assert "".join(part.text[language] for part in found) == text[language]
        for part in found:
            start, words = part.starts[language], part.text[language]
            assert text[language][start : start + len(words)] == words
            assert len(words) <= MOST


def test_a_text_of_usual_length_is_one_part() -> None:
    text = Trilingual("가" * MOST, "", "a")

    assert [part.text for part in parts(text)] == [text]


def test_a_long_text_is_cut_behind_paragraphs_that_belong_together() -> None:
    text = Trilingual("한국은 합의하였다.\n" * 900, "韩国同意。\n" * 900, "Korea agreed.\n" * 900)

    _whole(text)
    found = parts(text)
    assert len(found) > 1
    assert all(part.compared for part in found)
    for part in found:
        assert len({part.text[language].count("\n") for language in LANGUAGES}) == 1


def test_one_long_paragraph_is_cut_behind_sentences_that_belong_together() -> None:
    text = Trilingual("한국은 합의하였다. " * 900, "韩国同意。" * 900, "Korea agreed. " * 900)

    _whole(text)
    assert all(part.compared for part in parts(text))
    for part in parts(text):
        assert part.text.ko.count(".") == part.text.zh_hans.count("。") == part.text.en.count(".")


def test_languages_without_common_places_are_cut_each_by_itself() -> None:
    text = Trilingual("한국은 합의하였다.\n" * 900, "韩国同意。" * 900, "a" * 20_000)

    _whole(text)
    assert not any(part.compared for part in parts(text))


@pytest.mark.parametrize("sign", ["가", "1,", ". ", "。", "\n.", "\ud800", "a\r\n"])
def test_any_long_text_is_cut_whole(sign: str) -> None:
    _whole(Trilingual(sign * 20_000, sign * 9_000, ""))
