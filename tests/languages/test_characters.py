"""What may be printed: nothing that hides, reorders or has no picture in the portal's fonts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from languages.characters import REPLACEMENT, clean, code_point

PRINTABLE = frozenset(
    (
        *range(0x20, 0x7F),
        *range(0xAC00, 0xD7A4),
        *range(0x4E00, 0xA000),
        *range(0xC0, 0x180),
        *(ord(character) for character in "，。；：！？、“”‘’（）《》…·□○※~㎢"),
        0x0301,
    )
)


@pytest.mark.parametrize(
    ("written", "printed", "removed"),
    [
        ("서울\x00시", "서울시", "U+0000"),
        ("서울\x07시", "서울시", "U+0007"),
        ("cod\u202egnp.exe", "codgnp.exe", "U+202E"),
        ("서\u200b울", "서울", "U+200B"),
        ("a\u2066b\u2069", "ab", "U+2066"),
        ("a\ud800b", "ab", "U+D800"),
        ("a\ufdd0b", "ab", "U+FDD0"),
        ("tag\U000e0041", "tag", "U+E0041"),
        # the soft line break of Word, and others: what they part stays parted
        ("10\x0b20 합의", "10 20 합의", "U+000B"),
        ("합의\u2028체결", "합의 체결", "U+2028"),
        ("합의\x85체결", "합의 체결", "U+0085"),
    ],
)
def test_what_hides_or_reorders_text_is_taken_out_and_named(written: str, printed: str, removed: str) -> None:
    result = clean(written, PRINTABLE)

    assert result.text == printed
    assert removed in result.removed
    assert result.replaced == ()


@pytest.mark.parametrize(
    ("written", "printed", "replaced"),
    [("성공 🚀", f"성공 {REPLACEMENT}", "U+1F680"), ("𠮷野", f"{REPLACEMENT}野", "U+20BB7")],
)
def test_what_no_font_holds_is_shown_as_a_square_and_named(written: str, printed: str, replaced: str) -> None:
    result = clean(written, PRINTABLE)

    assert result.text == printed
    assert result.replaced == (replaced,)


def test_a_family_of_emoji_leaves_no_invisible_joiner_behind() -> None:
    result = clean("👩‍👩‍👧 가족", PRINTABLE)

    assert result.text == f"{REPLACEMENT * 3} 가족"
    assert result.removed == ("U+200D",)


def test_decomposed_hangul_is_written_in_whole_syllables() -> None:
    decomposed = unicodedata.normalize("NFD", "한국형 도심항공교통")

    assert clean(decomposed, PRINTABLE).text == "한국형 도심항공교통"


def test_rare_han_that_the_fonts_hold_stays() -> None:
    with_rare = PRINTABLE | {0x20BB7}

    assert clean("𠮷野", with_rare).text == "𠮷野"


def test_wide_and_narrow_spaces_become_plain_ones_and_line_ends_one_sign() -> None:
    result = clean("국토\u00a0교통\u3000부\r\n서울", PRINTABLE)

    assert result.text == "국토 교통 부\n서울"
    assert result.removed == result.replaced == ()


def test_a_mark_that_no_font_can_place_leaves_its_letter() -> None:
    result = clean("n\u0330o", PRINTABLE)

    assert result.text == "no"
    assert result.removed == ("U+0330",)


def test_plain_text_is_returned_as_it_is() -> None:
    text = "K-City Network: 3.5% (2025)\nUAM"

    assert clean(text, PRINTABLE).text == text


def test_each_character_is_reported_once() -> None:
    assert clean("\u200b가\u200b나\u200b", PRINTABLE).removed == ("U+200B",)


def test_a_code_point_is_named_so_that_it_can_be_printed_itself() -> None:
    assert code_point("\u202e") == "U+202E"
    assert code_point("\U000e0041") == "U+E0041"


# properties ----------------------------------------------------------------------------------------

anything = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=30)
marks = st.text(alphabet="aeno\u0301\u030d\u0330\u0315가ㅎᅡᆫ\u1112\u1161\u11ab\u200d", max_size=12)


@given(anything | marks)
@example("a\u030d\u0301")
@example("\u1112\u0330\u1161")
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    once = clean(text, PRINTABLE)

    again = clean(once.text, PRINTABLE)

    assert again.text == once.text
    assert again.removed == again.replaced == ()


@given(anything | marks)
def test_nothing_is_left_that_cannot_be_printed(text: str) -> None:
    cleaned = clean(text, PRINTABLE).text

    assert {ord(character) for character in cleaned} <= PRINTABLE | {ord("\n"), ord("\t")}
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    cleaned.encode("utf-8")
