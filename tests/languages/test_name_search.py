"""Many names are found at once where each would be found alone."""

from __future__ import annotations

import pytest

from languages.name_search import NameSearch
from languages.naming import places, stands_in
from languages.parity.findings import TextLanguage

NAMES: dict[TextLanguage, tuple[str, ...]] = {
    "ko": ("한·아세안", "한국", "국토교통부", "국토", "도심항공교통(UAM)", "", "《한·아세안 행동계획》", "A"),
    "zh-hans": ("韩国—东盟", "国土交通部", "国土", "城市空中交通（UAM）", "韩"),
    "en": ("ROK", "Smart City", "City", "Urban Air Mobility (UAM)", "IT", "ASEAN–ROK", "policy", "X"),
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
