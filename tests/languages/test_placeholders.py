"""References to figures in a text, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.placeholders import Reference, malformed, pieces, references


def test_a_text_names_its_own_figures_and_those_of_other_items_in_order() -> None:
    text = "[[agreement-date]] 합의, [[kr-vn-vice-ministerial/fields]] 협력, [[ aircraft ]]"

    assert references(text) == [
        Reference("", "agreement-date"),
        Reference("kr-vn-vice-ministerial", "fields"),
        Reference("", "aircraft"),
    ]


@pytest.mark.parametrize("brackets", ["[[Aircraft!]]", "[[]]", "[[두 단어]]", "[[a/b/c]]", "[[my_key]]"])
def test_double_brackets_that_name_no_figure_are_reported(brackets: str) -> None:
    text = f"최대 {brackets} 구매"

    assert malformed(text) == [brackets]
    assert references(text) == []


@pytest.mark.parametrize("text", ["[aircraft]", "[[aircraft]]", "[1] 참조", "a[[", ""])
def test_single_brackets_and_good_references_are_not_reported(text: str) -> None:
    assert malformed(text) == []


def test_a_text_is_cut_at_its_references() -> None:
    assert list(pieces("최대 [[aircraft]] 구매[[x/y]]")) == [
        "최대 ",
        Reference("", "aircraft"),
        " 구매",
        Reference("x", "y"),
    ]


@given(
    st.lists(st.text(max_size=8) | st.sampled_from(["[[a]]", "[[b-1/c]]", "[[", "]]", "[[A]]"])).map("".join)
)
def test_cutting_a_text_loses_nothing_but_the_spaces_in_brackets(text: str) -> None:
    cut = list(pieces(text))

    assert [piece for piece in cut if isinstance(piece, Reference)] == references(text)
    assert sum(len(piece) for piece in cut if isinstance(piece, str)) <= len(text)
    if not references(text):
        assert "".join(str(piece) for piece in cut) == text
