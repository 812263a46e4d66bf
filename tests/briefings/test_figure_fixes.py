"""A button that puts a key in the place of a figure takes that figure and nothing beside it."""

from __future__ import annotations

import unicodedata

import pytest

from briefings.checking.figure_fixes import PrintedFigure, inserting, typed_as_registered, typed_instead
from languages.trilingual import Language, Trilingual
from tests.briefings.changed_texts import with_changes

BUDGET = PrintedFigure("budget", "예산", Trilingual(ko="100억 원", zh_hans="100亿韩元", en="10 billion won"))
KOREAN = "2021년 10월부터 100억 원을 투자한다."


@pytest.mark.parametrize(
    ("language", "text", "mended"),
    [
        ("zh-hans", "自2021年10月起，投资100亿韩元。", "自2021年10月起，投资[[budget]]。"),
        ("zh-hans", "自 2021 年 10 月起，投资 100 亿韩元。", "自 2021 年 10 月起，投资 [[budget]]。"),
        ("ko", KOREAN, "2021년 10월부터 [[budget]]을 투자한다."),
        (
            "ko",
            unicodedata.normalize("NFD", KOREAN),
            unicodedata.normalize("NFD", "2021년 10월부터 [[budget]]을 투자한다."),
        ),
        ("en", "It invests <b>10 billion won</b> from now on.", "It invests <b>[[budget]]</b> from now on."),
    ],
)
def test_the_key_stands_where_the_figure_stood(language: Language, text: str, mended: str) -> None:
    other: Language = "en" if language == "ko" else "ko"
    words = {"ko": "", "zh-hans": "", "en": "", language: text, other: "[[budget]]"}

    place = typed_instead(
        Trilingual(ko=words["ko"], zh_hans=words["zh-hans"], en=words["en"]), language, BUDGET
    )
    fact = typed_as_registered(text, language, BUDGET)

    assert place is not None
    assert fact is not None
    assert fact.span == place
    assert text[: place.start] + "[[budget]]" + text[place.end :] == mended


@pytest.mark.parametrize(
    ("language", "text", "mended"),
    [
        ("zh-hans", "大韩航空采购飞机。", "大韩航空采购飞机。[[budget]]"),
        ("zh-hans", "大韩航空采购飞机", "大韩航空采购飞机[[budget]]"),
        ("zh-hans", "称为“试点”", "称为“试点”[[budget]]"),
        ("zh-hans", "参加K-City Network ", "参加K-City Network [[budget]] "),
        ("ko", "항공기를 구매한다.", "항공기를 구매한다. [[budget]]"),
        ("ko", "항공기를 구매", "항공기를 구매 [[budget]]"),
        ("ko", "이른바 「시범사업」", "이른바 「시범사업」[[budget]]"),
        ("en", "It buys aircraft.", "It buys aircraft. [[budget]]"),
        ("en", "", "[[budget]]"),
    ],
)
def test_a_key_behind_the_text_is_parted_as_its_language_parts_words(
    language: Language, text: str, mended: str
) -> None:
    fix = inserting(text, language, "[[budget]]")

    assert with_changes(text, fix.changes) == mended
