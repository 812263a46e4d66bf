"""Chinese prints full-width punctuation, and leaves numbers, addresses and Latin words alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from languages.chinese import full_width, full_width_signs, numeral, ordinal_list


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("智慧城市,互联互通", "智慧城市，互联互通"),
        ("主张:打开通道;夯实长远", "主张：打开通道；夯实长远"),
        ("能否持久?好!", "能否持久？好！"),
        ("商定加强合作.", "商定加强合作。"),
        ("第一.第二", "第一。第二"),
        ("城市空中交通(UAM), 并推进", "城市空中交通（UAM），并推进"),
        ("开发银行(亚洲开发银行(ADB))", "开发银行（亚洲开发银行（ADB））"),
        ("“午夜” (Midnight) 飞行器", "“午夜”（Midnight）飞行器"),
        ('所谓"统一战略"', "所谓“统一战略”"),
        ("铁路、航空等...", "铁路、航空等……"),
    ],
)
def test_signs_beside_han_become_full_width(typed: str, printed: str) -> None:
    assert full_width(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("参见K-City Network: 海外示范", "参见K-City Network：海外示范"),
        ("参见K-City Network: Global Program", "参见K-City Network：Global Program"),
        ("什么是UAM?", "什么是UAM？"),
        ("合作方为Archer Aviation.", "合作方为Archer Aviation。"),
        ("比重为3.5%.", "比重为3.5%。"),
        ("采用Midnight, 2025年签约", "采用Midnight，2025年签约"),
    ],
)
def test_a_sign_behind_a_latin_word_is_full_width_where_the_sentence_is_chinese(
    typed: str, printed: str
) -> None:
    assert full_width(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "增长3.5%",
        "1,735亿韩元",
        "会议于10:30开始",
        "比例为3:1",
        "比例为3 : 1",
        "见https://www.molit.go.kr/a_(b):80?x=1,2。",
        "见www.molit.go.kr/news.html。",
        "邮箱a.b@example.org。",
        "《庆州宣言》（Connect, Innovate, Prosper）",
        "题为“What next? Part 2: Cities”的报告",
        "Transport (TOPIS) Service的说明",
        "合作方Archer Aviation Inc.",
        "1.智慧城市",
        "1. 智慧城市",
        "A. 智慧城市",
        "二. 智慧城市",
        "十一.智慧城市",
        "Connect, Innovate, Prosper: three pillars (APEC).",
        "",
    ],
)
def test_numbers_times_addresses_and_latin_phrases_stay(text: str) -> None:
    assert full_width(text) == text


def test_spaces_between_han_and_latin_go_and_those_between_latin_words_stay() -> None:
    assert full_width("搭载 RTX Pro 6000 的 服务器") == "搭载RTX Pro 6000的服务器"


def test_every_line_is_settled_for_itself() -> None:
    assert full_width("城市,\nUAM, K-UAM\n(交通)") == "城市，\nUAM, K-UAM\n（交通）"


def test_an_unpaired_bracket_stays_for_the_editor_to_see() -> None:
    assert full_width("城市(交通") == "城市(交通"


def test_two_kinds_of_quotes_in_one_line_are_left_to_the_editor() -> None:
    assert full_width('“城市"交通"') == '“城市"交通"'


def test_a_sign_at_the_edge_of_a_part_knows_its_neighbour_in_the_line() -> None:
    line = "至多100架" + ", K-City"

    assert "".join(full_width_signs(line)[len("至多100架") :]) == "，K-City"


@pytest.mark.parametrize(
    ("number", "before_counter", "word"),
    [(0, False, "零"), (2, False, "二"), (2, True, "两"), (3, True, "三"), (10, False, "十")],
)
def test_small_numbers_have_their_characters(number: int, before_counter: bool, word: str) -> None:
    assert numeral(number, before_counter=before_counter) == word


def test_a_number_above_ten_has_no_single_character() -> None:
    with pytest.raises(IndexError):
        numeral(11)


def test_points_are_counted_only_where_there_are_several() -> None:
    assert [ordinal_list(position, 3) for position in (1, 2, 3)] == ["一是", "二是", "三是"]
    assert ordinal_list(1, 1) == ""


# properties ----------------------------------------------------------------------------------------

crowded = st.text(alphabet="智城市。，（）“”《 AaB1 3,.;:?!()\"'’‘%\n[]-/@", max_size=30)
chinese = st.text(alphabet="国土交通部智慧城市韩东盟,.;:?!()", min_size=1, max_size=30).filter(
    lambda text: re.search(r"[一-鿿]", text) is not None
)


@settings(deadline=None)
@given(crowded | st.text(max_size=20))
@example('("”城)"')
@example("城.:")
@example("UAM,,智")
def test_full_width_text_stays_as_it_is(text: str) -> None:
    once = full_width(text)

    assert full_width(once) == once


@given(chinese)
def test_no_half_width_comma_or_colon_stands_beside_han(text: str) -> None:
    assert re.search(r"[一-鿿][,;:?!]|[,;:?!][一-鿿]", full_width(text)) is None


@given(
    st.text(alphabet="0123456789.,:%", min_size=1, max_size=12).map(lambda number: f"为{number.strip('.,:')}")
)
def test_no_number_is_changed_by_the_chinese_around_it(text: str) -> None:
    number = text[1:]
    if re.fullmatch(r"\d[\d.,:%]*[\d%]", number) and not re.search(r"[.,:%][.,:%]|%.", number):
        assert full_width(text) == text


@pytest.mark.timeout(30)
@pytest.mark.parametrize("piece", ['"', "(a,)", "[a:]中", "中(", "(中,)", ".,", "5.to ", "a.", ",5."])
def test_marks_without_end_are_settled_in_the_time_of_their_length(piece: str) -> None:
    text = "中" + piece * (100_000 // len(piece))

    settled = full_width(text)

    assert settled.startswith("中")
