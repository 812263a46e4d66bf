"""Names in a row read as a sentence of their language would have them."""

from __future__ import annotations

import pytest

from briefings.assembly.document import Section
from briefings.assembly.texts import join_names
from languages.trilingual import Language
from tests.assembly.materials import changed, composed, labelled, material, words


@pytest.mark.parametrize(
    ("language", "names", "row"),
    [
        ("ko", ["미국", "일본"], "미국·일본"),
        ("ko", ["국내 기업", "지방정부"], "국내 기업, 지방정부"),
        ("zh-hans", ["美国"], "美国"),
        ("zh-hans", ["美国", "日本"], "美国和日本"),
        ("zh-hans", ["韩国企业", "移民背景居民与外籍居民"], "韩国企业以及移民背景居民与外籍居民"),
        ("zh-hans", ["越南与东盟", "美国", "日本"], "越南与东盟、美国以及日本"),
        ("en", ["A", "B", "C"], "A, B and C"),
        ("en", ["Vietnam and ASEAN", "Korean companies"], "Vietnam and ASEAN, and Korean companies"),
        ("en", ["Korea", "rivals (the EU and Japan)"], "Korea and rivals (the EU and Japan)"),
    ],
)
def test_names_are_joined_by_their_languages_own_signs(
    language: Language, names: list[str], row: str
) -> None:
    assert join_names(names, language) == row


def _sheet(slug: str, *perspectives: str) -> Section:
    made = changed(material(), slug, perspectives=perspectives)
    return next(sheet for sheet in composed(made).items if sheet.key == slug)


def test_an_english_list_of_who_is_watching_goes_on_in_small_letters() -> None:
    watching = labelled(_sheet("kr-vn-vice-ministerial", "us", "competitors"), "Who is watching")

    assert watching.en[0].text == "The United States and competitors (the EU, Japan and Singapore)"
    assert watching.ko[0].text == "미국, 경쟁국·지역"


def test_an_item_that_nobody_watches_says_nothing_of_it() -> None:
    assert "Who is watching" not in words(_sheet("kr-vn-vice-ministerial"), "en")
