"""A figure that rises in one text and falls in another."""

from __future__ import annotations

import pytest

from languages.parity import TextLanguage, compare, examine

DIFFERENT: list[tuple[str, TextLanguage, str]] = [
    (
        "고용률은 0.5%포인트 오르고 실업률은 0.2%포인트 내렸다.",
        "zh-hans",
        "就业率上升0.5个百分点，失业率上升0.2个百分点。",
    ),
    (
        "사망자는 2.1% 늘었고 부상자는 13.2% 줄었다.",
        "en",
        "Deaths fell 2.1 percent and injuries fell 13.2 percent.",
    ),
    ("격차는 0.1년 줄고 기대수명은 0.2년 늘었다.", "zh-hans", "差距扩大0.1年，预期寿命增加0.2年。"),
    ("전년보다 29% 적다.", "en", "It is 29 percent more than the year before."),
]


@pytest.mark.parametrize(("korean", "language", "translation"), DIFFERENT)
def test_of_several_movements_the_one_that_differs_is_told(
    korean: str, language: TextLanguage, translation: str
) -> None:
    (finding,) = compare(korean, translation, "ko", language)

    assert (finding.code, finding.details["kind"]) == ("figure-differs", "direction")


def test_the_same_movement_in_other_words_is_no_difference() -> None:
    texts = {
        "ko": "여자는 86.6년으로 남자보다 5.8년 길고, 격차는 0.1년 줄었다.",
        "zh-hans": "女性为86.6年，比男性高出5.8年，差距缩小0.1年。",
        "en": "Women live 86.6 years, 5.8 years longer than men, a gap that narrowed by 0.1 year.",
    }

    assert examine(texts) == ()
