"""Agreed names: used in every language, never by a forbidden variant, whatever particle or noun stands beside them."""

from __future__ import annotations

import pytest

from languages import name_search
from languages.parity import Term, TextLanguage, examine
from languages.parity.terms import AgreedNames, missing_terms

MINISTRY = Term(
    "T-01",
    preferred={"ko": "국토교통부", "zh-hans": "国土交通部", "en": "Ministry of Land, Infrastructure and Transport (MOLIT)"},
    forbidden={"ko": ("국토부",), "zh-hans": ("国土交通省",), "en": ("MLIT",)},
)  # fmt: skip
CITY = Term(
    "T-02",
    preferred={"ko": "스마트 도시", "zh-hans": "智慧城市", "en": "smart city"},
    forbidden={"ko": ("스마트시",), "zh-hans": ("智能城市",), "en": ("intelligent city", "smart town")},
)
BOARD = Term("T-03", preferred={"ko": "국토부동산원"})
TERMS = (MINISTRY, CITY, BOARD)


def codes(texts: dict[TextLanguage, str]) -> list[tuple[str, str]]:
    return [
        (finding.code, finding.language)
        for finding in examine(texts, TERMS)
        if finding.code.startswith("term-")
    ]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("ko", "국토부는 협력한다.", "국토부"),
        ("ko", "한국토부동산원이 아닌 국토부의 계획", "국토부"),
        ("zh-hans", "日本国土交通省的计划", "国土交通省"),
        ("en", "MLIT's plan", "MLIT"),
        ("en", "Two smart towns", "smart towns"),
        ("en", "The Intelligent City Summit", "Intelligent City"),
        ("en", "Two intelligent-cities plans", "intelligent-cities"),
    ],
)
def test_a_forbidden_variant_is_found_with_its_particle(
    language: TextLanguage, text: str, place: str
) -> None:
    (finding,) = examine({language: text}, TERMS)

    assert (finding.code, finding.language) == ("term-forbidden", language)
    assert finding.spans[language][0].of(text) == place
    assert finding.details["preferred"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "국토부동산원"),
        ("en", "The SMLITE format"),
        ("ko", "국토교통부와 스마트도시, 스마트 도시들"),
        ("zh-hans", "国土交通部长"),
    ],
)
def test_an_agreed_name_or_another_word_around_it_is_no_variant(language: TextLanguage, text: str) -> None:
    assert codes({language: text}) == []


@pytest.mark.parametrize(
    "english",
    [
        "MOLIT leads the project.",
        "The Ministry of Land, Infrastructure and Transport leads it.",
        "the ministry of land, infrastructure and transport (MOLIT)",
    ],
)
def test_a_name_is_used_in_any_of_its_forms(english: str) -> None:
    assert codes({"ko": "국토교통부가 이끈다.", "en": english}) == []


def test_a_name_that_a_translation_does_not_use_is_said_once_of_that_language() -> None:
    texts: dict[TextLanguage, str] = {
        "ko": "국토교통부가 스마트 도시를 짓는다.",
        "zh-hans": "国土交通部建设智慧城市。",
        "en": "The land ministry builds smart cities.",
    }

    findings = [finding for finding in examine(texts, TERMS) if finding.code.startswith("term-")]

    assert [(finding.code, finding.language, finding.details["term"]) for finding in findings] == [
        ("term-missing", "en", "T-01")
    ]
    assert findings[0].spans["ko"][0].of(texts["ko"]) == "국토교통부"


def test_a_forbidden_variant_in_its_place_is_said_as_such_alone() -> None:
    assert codes({"ko": "국토교통부의 계획", "zh-hans": "国土交通省的计划"}) == [
        ("term-forbidden", "zh-hans")
    ]


SUMMIT = Term(
    "T-40",
    preferred={"ko": "한-아세안 특별정상회의", "zh-hans": "韩国—东盟特别峰会", "en": "ASEAN-ROK Commemorative Summit"},
)  # fmt: skip
DECLARATION = Term(
    "T-34", preferred={"ko": "경주선언", "zh-hans": "《庆州宣言》", "en": "Gyeongju Declaration"}
)
PEOPLES = Term("T-38", preferred={"ko": "한-아세안", "zh-hans": "韩国—东盟", "en": "ASEAN-ROK"})


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("韩国-东盟特别峰会通过了《亚太经合组织领导人庆州宣言》。", "The ASEAN–Korea Commemorative Summit adopted the Gyeongju Declaration."),
        ("韩国－东盟特别峰会通过了庆州宣言。", "The ASEAN-ROK Commemorative Summit adopted the Gyeongju Declaration."),
    ],
)  # fmt: skip
def test_dashes_title_marks_and_the_countrys_other_name_are_no_other_names(
    chinese: str, english: str
) -> None:
    texts: dict[TextLanguage, str] = {
        "ko": "한·아세안 특별정상회의에서 경주선언을 채택했다.",
        "zh-hans": chinese,
        "en": english,
    }

    found = [finding for finding in examine(texts, (SUMMIT, DECLARATION, PEOPLES)) if "term" in finding.code]

    assert found == []


def test_a_name_within_a_longer_agreed_name_is_not_missed_by_itself() -> None:
    texts: dict[TextLanguage, str] = {"ko": "한-아세안 특별정상회의", "en": "the special summit"}

    found = examine(texts, (SUMMIT, PEOPLES))

    assert [finding.details["term"] for finding in found] == ["T-40"]


def test_the_ministry_of_japan_is_forbidden_only_where_koreas_is_meant() -> None:
    ministry = Term("T-01", MINISTRY.preferred, {**MINISTRY.forbidden, "ko": ("국토부", "국토교통성")})
    of_japan: dict[TextLanguage, str] = {
        "ko": "일본 국토교통성과 회의를 열었다.",
        "zh-hans": "与日本国土交通省举行会议。",
        "en": "A meeting was held with Japan's MLIT.",
    }

    right, wrong = (
        [finding.language for finding in examine(texts, (ministry,)) if finding.code == "term-forbidden"]
        for texts in (of_japan, {**of_japan, "en": "A meeting was held with MOLIT."})
    )

    assert right == []
    assert wrong == ["ko", "zh-hans"]


def test_thousands_of_names_are_made_ready_once_for_all_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    texts: tuple[dict[TextLanguage, str], ...] = (
        {"ko": "국토교통부의 계획", "zh-hans": "该部的计划", "en": "A plan of MOLIT"},
        {"ko": "스마트도시를 만든다.", "zh-hans": "建设城市。", "en": "Two smart cities are built."},
        {"ko": "용어 7을 쓴다.", "zh-hans": "使用术语7。", "en": "It is used."},
        {"zh-hans": "智慧城市计划", "en": "A plan"},
    )
    others = [
        Term(f"X-{n}", {"ko": f"용어 {n}", "zh-hans": f"术语{n}", "en": f"term {n}"}) for n in range(1_000)
    ]
    terms = (*others, *TERMS)
    alone = [list(missing_terms(each, terms)) for each in texts]
    ready: list[str] = []
    begins = name_search.begins
    monkeypatch.setattr(name_search, "begins", lambda name: ready.append(name) or begins(name))

    names = AgreedNames(terms)
    together = [list(missing_terms(each, names)) for each in texts]

    assert together == alone
    assert [[(each.details["term"], each.language) for each in found] for found in together] == [
        [("T-01", "zh-hans")],
        [("T-02", "zh-hans")],
        [("X-7", "en")],
        [("T-02", "en")],
    ]
    assert len(ready) == sum(len(term.preferred) for term in terms)
