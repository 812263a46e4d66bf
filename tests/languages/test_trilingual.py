"""One text in three languages."""

from __future__ import annotations

import msgspec

from languages.trilingual import Trilingual, same


def test_a_text_that_lacks_a_language_says_which() -> None:
    assert Trilingual("서울", "", "  ").missing() == ("zh-hans", "en")


def test_a_text_that_nobody_began_lacks_nothing() -> None:
    assert Trilingual().missing() == ()
    assert not Trilingual()


def test_each_language_is_found_by_its_code_korean_first() -> None:
    text = Trilingual("서울", "首尔", "Seoul")

    assert list(text.items()) == [("ko", "서울"), ("zh-hans", "首尔"), ("en", "Seoul")]
    assert text["zh-hans"] == "首尔"


def test_a_change_sees_the_language_it_changes() -> None:
    changed = Trilingual("서울", "首尔", "Seoul").map(lambda language, text: f"{language}:{text}")

    assert changed == Trilingual("ko:서울", "zh-hans:首尔", "en:Seoul")


def test_a_product_name_is_the_same_everywhere() -> None:
    assert same("HBM3E") == Trilingual("HBM3E", "HBM3E", "HBM3E")


def test_a_sealed_text_names_its_languages_by_their_codes() -> None:
    assert msgspec.json.decode(msgspec.json.encode(Trilingual("가", "家", "a"))) == {
        "ko": "가",
        "zh-hans": "家",
        "en": "a",
    }
