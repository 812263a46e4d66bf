"""Every kind of white space parts words by one space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.spaces import single_spaced

WHITE = "".join(character for character in map(chr, range(0x3001)) if character.isspace())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("국토교통부 장관", "국토교통부 장관"),
        ("  국토교통부   장관 ", "국토교통부 장관"),
        ("国土交通部\u3000部长", "国土交通部 部长"),
        ("the\u00a0Ministry\nof\tLand", "the Ministry of Land"),
        (" \u2028 ", ""),
    ],
)
def test_white_space_parts_words_by_one_space(written: str, read: str) -> None:
    assert single_spaced(written) == read


@given(st.lists(st.text(st.characters(exclude_characters=WHITE), min_size=1)), st.text(WHITE, min_size=1))
def test_words_stay_whatever_stands_between_them(words: list[str], between: str) -> None:
    assert single_spaced(between.join(["", *words, ""])) == " ".join(words)
