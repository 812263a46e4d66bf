"""Many names are found at once where each would be found alone."""

from __future__ import annotations

import unicodedata

import pytest

from languages import naming
from languages.name_search import NameSearch
from languages.naming import begins, places, stands_in
from languages.parity.findings import TextLanguage

NAMES: dict[TextLanguage, tuple[str, ...]] = {
    "ko": (
        "한·아세안",
        "한국",
        "국토교통부",
        "국토",
        "도심항공교통(UAM)",
        "",
        "《한·아세안 행동계획》",
        "A",
        "·",
    ),
    "zh-hans": ("韩国—东盟", "国土交通部", "国土", "城市空中交通（UAM）", "韩"),
    "en": ("ROK", "Smart City", "City", "Urban Air Mobility (UAM)", "IT", "ASEAN–ROK", "policy", "X", "-"),
}
TEXTS: dict[TextLanguage, tuple[str, ...]] = {
    "ko": (
        "",
        "한",
        "국토교통부와 한-아세안 협력",
        "참가한·아세안",
        "한국의 UAM",
        "국토 계획, 한·아세안행동계획",
    ),
    "zh-hans": ("", "韩", "国土交通部与韩国—东盟合作", "UAM和城市空中交通", "领土"),
    "en": (
        "",
        "I",
        "it is a city",
        "smart-cities and IT policies",
        "South Korea",
        "uam, ASEAN-Korea",
        "X",
        "[[city]]",
        "[[x]]: a city",
    ),
}


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_a_text_holds_the_names_that_it_holds_when_each_is_looked_for(language: TextLanguage) -> None:
    search = NameSearch([(name, name) for name in NAMES[language]], language)

    found = [search.keys_in(text) for text in TEXTS[language]]

    for text, names in zip(TEXTS[language], found, strict=True):
        assert names == {name for name in NAMES[language] if places(name, text, language)}
        assert names == {name for name in NAMES[language] if stands_in(name, text, language)}
    assert any(len(names) > 1 for names in found)


def test_several_names_may_have_one_key() -> None:
    search = NameSearch([("T-56", "프로젝트"), ("T-56", "사업"), ("T-01", "도시")], "ko")

    assert search.keys_in("도시 사업") == {"T-56", "T-01"}
    assert search.keys_in("프로젝트") == {"T-56"}


@pytest.mark.parametrize(("language", "dash"), [("ko", "·"), ("zh-hans", "——"), ("en", "-"), ("en", " – ")])
def test_a_dash_for_a_name_that_is_still_to_come_is_found_nowhere(language: TextLanguage, dash: str) -> None:
    text = "한국·아세안 韩国——东盟 a smart-city plan – at last"

    assert places(dash, text, language) == []
    assert not stands_in(dash, text, language)


def test_a_name_is_found_however_its_letters_were_composed_when_it_was_agreed() -> None:
    agreed = unicodedata.normalize("NFD", "국토교통부")

    assert stands_in(agreed, "국토교통부는", "ko")


@pytest.mark.parametrize(
    ("name", "written"), [("İzmir", "Izmir"), ("Izmir", "İzmir"), ("Diyarbakır", "Diyarbakir")]
)
def test_a_turkish_name_is_found_with_and_without_its_turkish_letters(name: str, written: str) -> None:
    assert stands_in(f"Port of {name}", f"the Port of {written}.", "en")
    assert len(places(f"Port of {name}", f"the Port of {written}.", "en")) == 1


def test_of_thousands_of_names_only_the_likely_ones_are_made_ready_to_be_searched_for() -> None:
    names = [
        f"{first}{second} plan"
        for first in map(chr, range(0x4E00, 0x4E50))
        for second in map(chr, range(0x5E00, 0x5E50))
    ]
    text = f"中国的{names[0]}"

    def found() -> list[str]:
        return [name for name in names if places(name, text, "zh-hans")]

    found()
    asked_before = naming._pattern.cache_info().misses, begins.cache_info().misses
    again = found()

    assert again == [names[0]]
    assert (naming._pattern.cache_info().misses, begins.cache_info().misses) == asked_before


def test_of_thousands_of_names_that_begin_alike_only_those_are_made_ready_whose_other_words_stand_there_too():
    names = [f"Smart city project {number}" for number in range(1_000, 7_000)]
    text = "The smart-city project 4711, and 6000"

    before = naming._pattern.cache_info().misses
    found = [name for name in names if stands_in(name, text, "en") or places(name, text, "en")]
    made_ready = naming._pattern.cache_info().misses - before

    assert found == ["Smart city project 4711"]
    assert made_ready == 2
