"""A name is replaced where it stands as a name, and Korean particles follow its sound."""

from __future__ import annotations

import pytest

from languages.renaming import renamed, stands_in


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("항공택시를 도입한다.", "항공택시", "도심항공교통", "도심항공교통을 도입한다."),
        ("항공택시가 항공택시와 만난다", "항공택시", "도심항공교통", "도심항공교통이 도심항공교통과 만난다"),
        ("서울로 간다. 서울은 크다.", "서울", "부산", "부산으로 간다. 부산은 크다."),
        ("항공택시가격은 별도", "항공택시", "도심항공교통", "도심항공교통가격은 별도"),
        (
            "도심항공교통(UAM)과 도심항공교통",
            "도심항공교통",
            "도심항공교통(UAM)",
            "도심항공교통(UAM)과 도심항공교통(UAM)",
        ),
    ],
)
def test_a_korean_name_is_replaced_with_its_particle(text: str, old: str, new: str, expected: str) -> None:
    assert renamed(text, old, new, "ko") == expected


def test_an_english_name_is_replaced_as_a_whole_word_only() -> None:
    assert renamed("UAMs and a UAM, not UAM2", "UAM", "AAM", "en") == "UAMs and a AAM, not UAM2"
    assert stands_in("uam", "The UAM plan", language="en")


def test_a_chinese_name_is_replaced_wherever_its_characters_stand() -> None:
    assert renamed("由国土交通省发布", "国土交通省", "国土交通部", "zh-hans") == "由国土交通部发布"


def test_nothing_inside_a_tag_is_replaced() -> None:
    html = '<p><a href="https://example.org/UAM">UAM</a></p>'

    assert renamed(html, "UAM", "AAM", "en", rich=True) == '<p><a href="https://example.org/UAM">AAM</a></p>'


def test_a_long_text_is_replaced_at_once() -> None:
    assert renamed("가나 " * 70_000, "가나", "다라", "ko").count("다라") == 70_000
