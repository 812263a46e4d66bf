"""R-01 to R-12, the contract's rules for the assembly job: each kept by one briefing and broken by another."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest

from briefings.assembly.audiences import for_audience
from briefings.assembly.checks import Subject, check
from briefings.assembly.cleaning import cleaned
from briefings.assembly.document import Document, Prose, Section, StrategyLine
from briefings.assembly.findings import Finding, Place
from briefings.assembly.material import AUDIENCES, Audience, Highlight, Material
from languages.trilingual import LANGUAGES, Language, Trilingual
from tests.assembly.materials import (
    ALL_PRINTABLE,
    DECLARATION,
    PILLARS,
    TODAY,
    T,
    briefed,
    changed,
    codes,
    composed,
    found,
    material,
    perspective,
    section,
    with_code,
    words,
)


def judged(document: Document, of: Material, audience: Audience) -> tuple[Finding, ...]:
    """What the checks say about a document that something else composed."""
    return check(Subject(for_audience(of, audience), document, audience, TODAY))


def with_sections(document: Document, *sections: Section) -> Document:
    return msgspec.structs.replace(document, sections=sections)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_briefing_that_keeps_every_rule_has_no_finding(audience: Audience) -> None:
    assert found(material(), audience) == ()


# R-01 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("audience", "keys"),
    [
        (
            "presidential",
            [
                "box",
                "one-page",
                "why-now",
                "logic",
                *(f"pillar-{pillar}" for pillar in PILLARS),
                "groups",
                "cautions",
                "next",
                "conclusions",
                "annex",
            ],
        ),
        (
            "partner",
            [
                "one-page",
                "why-now",
                "logic",
                *(f"pillar-{pillar}" for pillar in PILLARS),
                "next",
                "conclusions",
                "use",
                "annex",
            ],
        ),
        ("full", ["overview", "items", "perspectives", "conclusions", "annex"]),
    ],
)
def test_r_01_the_sections_stand_in_their_order(audience: Audience, keys: list[str]) -> None:
    document = composed(material(), audience)

    assert [section.key for section in document.sections] == keys


def test_r_01_the_full_edition_is_numbered_in_one_style() -> None:
    document = composed(material(), "full")

    assert [section.number for section in document.sections][:4] == ["1", "2", "3", "4"]
    assert [sheet.number for sheet in section(document, "items").sections][:2] == ["2-1", "2-2"]
    assert [(half.number, half.key) for half in section(document, "conclusions").sections] == [
        ("4-1", "korea-view"),
        ("4-2", "national-interest"),
    ]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_r_01_sections_in_another_order_are_stopped(audience: Audience) -> None:
    document = composed(material(), audience)
    turned = with_sections(document, *reversed(document.sections))

    findings = judged(turned, material(), audience)

    assert [f.place for f in with_code(findings, "sections-out-of-order")] == [Place("document", audience)]


def test_r_01_the_halves_of_the_general_conclusion_in_another_order_are_stopped() -> None:
    document = composed(material(), "full")
    turned = with_sections(
        document,
        *(
            msgspec.structs.replace(part, sections=part.sections[::-1]) if part.key == "conclusions" else part
            for part in document.sections
        ),
    )

    findings = judged(turned, material(), "full")

    assert "sections-out-of-order" in codes(findings)


def test_r_01_a_missing_half_of_the_general_conclusion_is_named() -> None:
    told = briefed(material(), conclusion_korea_view=Trilingual())

    findings = found(told, "full")

    assert [f.details for f in with_code(findings, "section-missing")] == [{"section": "korea-view"}]


@pytest.mark.parametrize(
    ("audience", "fields"),
    [
        ("presidential", ["conclusion_korea_view"]),
        ("full", ["conclusion_korea_view", "conclusion_national_interest"]),
    ],
)
def test_r_01_a_missing_conclusion_leads_to_the_texts_that_it_is_made_of(
    audience: Audience, fields: list[str]
) -> None:
    empty = briefed(material(), conclusion_korea_view=Trilingual(), conclusion_national_interest=Trilingual())

    places = [f.place for f in with_code(found(empty, audience), "section-missing")]

    assert places == [Place("briefing", empty.briefing.slug, field, "ko") for field in fields]


def test_r_01_a_section_that_no_audience_knows_is_stopped() -> None:
    document = composed(material())
    stranger = Section("appendix", T("부록", "附录", "Appendix"))

    findings = judged(with_sections(document, *document.sections, stranger), material(), "presidential")

    assert "sections-out-of-order" in codes(findings)


@pytest.mark.parametrize(
    ("audience", "key"), [("presidential", "groups"), ("partner", "use"), ("full", "perspectives")]
)
def test_r_01_a_missing_section_is_named(audience: Audience, key: str) -> None:
    document = composed(material(), audience)
    shorter = with_sections(document, *(section for section in document.sections if section.key != key))

    (finding,) = with_code(judged(shorter, material(), audience), "section-missing")

    assert finding.place == Place("document", audience, key)
    assert finding.details == {"section": key}


# R-02 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_r_02_the_four_terms_stand_complete_in_headline_page_or_conclusion(
    audience: Audience, language: Language
) -> None:
    document = composed(material(), audience)

    opening_and_close = [
        text
        for section in document.sections
        if section.key in ("one-page", "overview", "conclusions")
        for text in words(section, language)
    ]

    assert material().strategy.phrase[language] in opening_and_close


def _without_phrase(part: Section) -> Section:
    return msgspec.structs.replace(
        part, blocks=tuple(block for block in part.blocks if not isinstance(block, StrategyLine))
    )


def test_r_02_an_edition_without_the_phrase_is_stopped_in_each_language() -> None:
    document = composed(material())
    silent = with_sections(document, *(_without_phrase(section) for section in document.sections))

    findings = with_code(judged(silent, material(), "presidential"), "four-terms-missing")

    assert {finding.place.language for finding in findings} == {"ko", "zh-hans", "en"}


def test_r_02_a_sentence_may_hold_the_phrase_in_its_sentence_form() -> None:
    told = briefed(
        material(),
        conclusion=material().strategy.phrase_in_sentence.map(lambda _language, text: f"… {text} …"),
    )
    document = composed(told)
    spoken = with_sections(document, *(_without_phrase(section) for section in document.sections))

    assert "four-terms-missing" not in codes(judged(spoken, told, "presidential"))


@pytest.mark.parametrize(
    "phrase",
    [
        "스마트시티·연결성·도심항공교통(UAM)·지속가능 인프라",
        "연결성·스마트시티·도심항공교통(UAM)",
        "연결성·스마트시티·인공지능·지속가능 인프라",
    ],
)
def test_r_02_a_phrase_in_another_order_or_incomplete_is_stopped(phrase: str) -> None:
    strategy = material().strategy
    other = msgspec.structs.replace(strategy, phrase=msgspec.structs.replace(strategy.phrase, ko=phrase))

    findings = with_code(found(material(strategy=other)), "four-terms-missing")

    assert [finding.place for finding in findings] == [Place("strategy", strategy.slug, "phrase", "ko")]


def test_r_02_no_fifth_pillar_is_added() -> None:
    strategy = material().strategy
    fifth = msgspec.structs.replace(strategy.pillars[0], slug="ai", name=T("인공지능", "人工智能", "AI"))
    five = msgspec.structs.replace(strategy, pillars=(*strategy.pillars, fifth))

    (finding,) = with_code(found(_with(strategy=five)), "not-four-pillars")

    assert finding.place == Place("strategy", strategy.slug, "pillars")


def _with(**fields: Any) -> Material:
    return msgspec.structs.replace(material(), **fields)


# R-03 ----------------------------------------------------------------------------------------------


def test_r_03_headings_of_the_presidential_edition_are_pillars_and_no_project() -> None:
    document = composed(material())
    headlines = {item.headline.ko for item in material().items}

    titles = [section.title.ko for section in _all(document.sections)]
    numbered = [section for section in _all(document.sections) if section.number]

    assert not headlines & set(titles)
    assert [section.title for section in numbered] == [p.name for p in material().strategy.pillars]


def _all(sections: tuple[Section, ...]) -> list[Section]:
    return [each for section in sections for each in (section, *_all(section.sections))]


def test_r_03_a_project_as_a_heading_is_stopped() -> None:
    document = composed(material())
    project = Section("why-now", DECLARATION.headline)

    findings = judged(with_sections(document, *document.sections, project), material(), "presidential")

    (finding,) = with_code(findings, "heading-is-project")
    assert finding.details == {"text": "APEC 경주선언"}


def test_r_03_a_numbered_list_of_projects_is_stopped() -> None:
    document = composed(material())
    listed = Section("annex", T("사업 목록", "项目清单", "List of projects"), number="1")

    findings = judged(with_sections(document, *document.sections, listed), material(), "presidential")

    (finding,) = with_code(findings, "numbered-list")
    assert finding.place == Place("document", "presidential", "annex")


@pytest.mark.parametrize("pillar", ["", "artificial-intelligence"])
def test_r_03_an_item_that_serves_none_of_the_pillars_is_named(pillar: str) -> None:
    served = DECLARATION.contributions[:1] if pillar else ()
    elsewhere = tuple(msgspec.structs.replace(contribution, pillar=pillar) for contribution in served)

    findings = with_code(
        found(changed(material(), "its-standards-network", contributions=elsewhere)), "contribution-missing"
    )

    assert [f.place for f in findings] == [Place("item", "its-standards-network", "contributions")]


def test_r_03_background_of_an_earlier_year_needs_no_pillar_and_proves_none() -> None:
    document = composed(material())

    assert "contribution-missing" not in codes(found(material()))
    assert "2019년 부산에서 한-아세안 스마트시티 장관회의가 열렸다." in words(
        section(document, "why-now"), "ko"
    )
    for pillar in PILLARS:
        assert not any("장관회의" in text for text in words(section(document, f"pillar-{pillar}"), "ko"))


# R-04 ----------------------------------------------------------------------------------------------


def test_r_04_a_highlight_must_stand_on_an_item_of_the_edition() -> None:
    astray = briefed(material(), highlights=(Highlight("gone", T("항목", "事项", "An item")),))

    (finding,) = with_code(found(astray), "highlight-without-item")

    assert finding.place == Place("briefing", "2025-11", "highlights.1")
    assert finding.details == {"item": "gone"}


def test_r_04_every_perspective_says_something_and_is_proven() -> None:
    silent = msgspec.structs.replace(material().perspectives[0], messages=())
    broken = _with(perspectives=(silent, *material().perspectives[1:]))
    unproven = changed(
        changed(material(), "gyeongju-declaration", perspectives=()), "integrated-proposal", perspectives=()
    )

    (mute,) = with_code(found(broken), "perspective-without-message")
    (bare,) = with_code(found(unproven), "perspective-without-item")

    assert mute.place == Place("perspective", "us")
    assert bare.place == Place("perspective", "io-mdb")


def test_r_04_one_message_may_be_shared_by_several_groups() -> None:
    said = words(section(composed(material()), "groups"), "ko")

    assert said.count("협력의 성과는 지방으로 이어집니다.") == 3


# R-05 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", ["presidential", "full"])
def test_r_05_the_conclusion_names_every_group_that_is_shown(audience: Audience, language: Language) -> None:
    said = " ".join(words(section(composed(material(), audience), "conclusions"), language)).lower()

    for group in material().groups:
        name = group.in_sentence if language == "en" and group.in_sentence else group.name[language]
        assert name.lower() in said


def test_r_05_a_conclusion_that_forgets_groups_is_stopped_for_each() -> None:
    conclusion = T(
        "미국과 베트남·아세안이 주목하고 있다.",
        "美国、越南与东盟都在关注。",
        "The United States and Vietnam and ASEAN are watching.",
    )

    findings = with_code(
        found(briefed(material(), conclusion_national_interest=conclusion)), "group-not-named"
    )

    forgotten = [f.details["group"] for f in findings if f.place.language == "ko"]
    assert sorted(forgotten) == sorted(["경쟁국·지역", "국제기구", "지방정부", "국내 기업", "이주배경주민"])
    assert {f.place.field for f in findings} == {"conclusion_national_interest"}


def test_r_05_a_group_to_whom_nothing_is_said_is_named() -> None:
    domestic = perspective(
        "domestic", material().perspectives[-1].interests[:2], T("성과", "成果", "Results")
    )
    fewer = _with(perspectives=(*material().perspectives[:-1], domestic))

    (finding,) = with_code(found(fewer), "group-without-perspective")

    assert finding.place == Place("group", "residents")


# R-06 ----------------------------------------------------------------------------------------------


def test_r_06_every_language_prints_the_same_figure_with_the_same_hedge() -> None:
    claims = section(composed(material()), "pillar-uam")

    assert any("최대 100대" in text for text in words(claims, "ko"))
    assert any("至多100架" in text for text in words(claims, "zh-hans"))
    assert any("up to 100 aircraft" in text for text in words(claims, "en"))


def test_r_06_a_figure_that_one_language_leaves_out_is_stopped_there() -> None:
    summary = T("[[meeting-date]] [[fields]] 협력", "[[meeting-date]]合作", "On [[meeting-date]], [[fields]]")

    (finding,) = with_code(
        found(changed(material(), "kr-vn-vice-ministerial", summary=summary)), "placeholder-missing"
    )

    assert finding.place == Place("item", "kr-vn-vice-ministerial", "summary", "zh-hans")
    assert finding.details == {"key": "fields"}


def test_r_06_a_figure_named_twice_in_one_language_is_not_the_same() -> None:
    summary = T("[[fields]] 협력", "[[fields]]合作，[[fields]]", "Cooperation in [[fields]]")

    findings = with_code(
        found(changed(material(), "kr-vn-vice-ministerial", summary=summary)), "placeholder-added"
    )

    assert [f.place.language for f in findings] == ["zh-hans"]


def test_r_06_an_items_own_figure_may_be_named_with_or_without_the_item() -> None:
    summary = T(
        "[[fields]] 협력",
        "[[kr-vn-vice-ministerial/fields]]合作",
        "Cooperation in [[kr-vn-vice-ministerial/fields]]",
    )

    assert found(changed(material(), "kr-vn-vice-ministerial", summary=summary)) == ()


# R-07 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        (T("문의 044-201-3000", "联系", "Contact"), "contact-data", "044-201-3000"),
        (T("문의", "联系", "Write to kim.ms@molit.go.kr"), "contact-data", "kim.ms@molit.go.kr"),
        (T("문의", "手机010-1234-5678", "Contact"), "contact-data", "010-1234-5678"),
        (T("문의", "联系", "Call +82-44-201-3000"), "contact-data", "+82-44-201-3000"),
        (T("합의했다. 연합뉴스", "达成协议", "Agreed"), "source-label", "연합뉴스"),
        (T("합의했다", "达成协议。视觉中国", "Agreed"), "source-label", "视觉中国"),
        (T("합의했다. 국토교통부", "达成协议", "Agreed"), "source-label", "국토교통부"),
        (T("합의했다", "达成协议", "They agreed. MOLIT"), "source-label", "MOLIT"),
    ],
)
def test_r_07_contact_data_and_source_labels_do_not_stand_in_a_text(
    text: Trilingual, code: str, named: str
) -> None:
    (finding,) = with_code(found(changed(material(), "bac-ninh-pilot", summary=text)), code)

    assert finding.details == {"text": named}
    assert (finding.place.slug, finding.place.field) == ("bac-ninh-pilot", "summary")


def test_r_07_the_bureaus_public_number_and_dates_are_no_private_contact_data() -> None:
    summary = T(
        "2025-10-20 국토교통부가 합의했다.", "国土交通部2025-10-20达成协议。", "MOLIT agreed on 2025-10-20."
    )

    assert found(changed(material(), "bac-ninh-pilot", summary=summary)) == ()


# R-08 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "variant", "preferred"),
    [
        (T("도시", "国土交通省推进合作。", "City"), "国土交通省", "国土交通部"),
        (T("도시", "城市", "An intelligent city"), "intelligent city", "smart city"),
        (T("청와대에 보고", "呈报", "Reported"), "청와대", "대통령실"),
        (T("도시", "智能交通项目", "City"), "智能交通", "智能交通系统"),
        (T("도시", "城市", "(MLIT)"), "MLIT", "Ministry of Land, Infrastructure and Transport (MOLIT)"),
    ],
)
def test_r_08_a_forbidden_variant_is_stopped_with_the_agreed_name(
    text: Trilingual, variant: str, preferred: str
) -> None:
    (finding,) = with_code(found(changed(material(), "bac-ninh-pilot", summary=text)), "term-forbidden")

    assert (finding.details["text"], finding.details["preferred"]) == (variant, preferred)


def test_r_08_what_a_proposed_term_would_forbid_stops_nothing_and_is_told() -> None:
    agreed = material().terms[0]
    proposed = msgspec.structs.replace(
        agreed,
        identifier="later",
        preferred=T("도심", "城区", "urban core"),
        forbidden_en=("downtown",),
        proposed=True,
    )
    text = T("도심", "城区", "A downtown line")

    findings = found(changed(_with(terms=(agreed, proposed)), "bac-ninh-pilot", summary=text))

    assert codes(findings) == {"term-proposed"}
    (finding,) = with_code(findings, "term-proposed")
    assert (finding.severity, finding.details["preferred"]) == ("warning", "urban core")


@pytest.mark.parametrize(
    "text",
    [
        T("도시", "智能交通系统项目", "City"),  # the variant is part of the agreed name
        T("도시", "城市", "FAMLITE"),  # letters inside another word
    ],
)
def test_r_08_a_variant_inside_another_word_or_the_agreed_name_is_no_variant(text: Trilingual) -> None:
    assert found(changed(material(), "bac-ninh-pilot", summary=text)) == ()


def test_r_08_a_term_forbids_only_while_it_holds() -> None:
    text = T("청와대에 보고", "呈报", "Reported")
    later = briefed(
        changed(material(), "bac-ninh-pilot", summary=text),
        period_end=material().briefing.period_end.replace(year=2026),
    )

    assert "term-forbidden" not in codes(found(later))


def test_r_08_of_variants_that_share_their_beginning_each_is_found_where_it_stands() -> None:
    term = msgspec.structs.replace(
        material().terms[0],
        forbidden_zh_hans=("国土交通", "国土交通省"),
        preferred=T("국토부", "国交部", "MOLIT"),
    )
    longer = T("도시", "日本国土交通省", "City")
    both = T("도시", "日本国土交通省、国土交通", "City")

    def told(text: Trilingual) -> list[str]:
        findings = found(changed(_with(terms=(term,)), "bac-ninh-pilot", summary=text))
        return [
            f.details["text"] for f in with_code(findings, "term-forbidden") if f.place.field == "summary"
        ]

    assert told(longer) == ["国土交通省"]
    assert told(both) == ["国土交通省", "国土交通"]


@pytest.mark.parametrize(
    "english",
    ["The Flying Cars", "a flying-car plan", "Flying car over Seoul"],
)
def test_r_08_capitals_hyphens_and_the_plural_hide_no_variant(english: str) -> None:
    term = msgspec.structs.replace(
        material().terms[0],
        preferred=T("무인기", "电动垂直起降飞行器", "eVTOL"),
        forbidden_en=("flying car",),
    )

    findings = found(changed(_with(terms=(term,)), "bac-ninh-pilot", summary=T("도시", "城市", english)))

    assert [f.details["text"] for f in with_code(findings, "term-forbidden")] == ["flying car"]


# R-09 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "words_found"),
    [
        (T("올해 착수", "启动", "Begun"), "ko", "올해"),
        (T("다음 달 착수", "启动", "Begun"), "ko", "다음 달"),
        (T("착수", "本月启动", "Begun"), "zh-hans", "本月"),
        (T("착수", "启动", "To begin Next Year"), "en", "Next Year"),
        (T("착수", "启动", "Begun yesterday"), "en", "yesterday"),
        (T("연내 착수", "启动", "Begun"), "ko", "연내"),
        (T("착수", "年内启动", "Begun"), "zh-hans", "年内"),
        (T("착수", "启动", "To begin within the year"), "en", "within the year"),
    ],
)
def test_r_09_a_date_that_means_another_day_to_a_later_reader_is_stopped(
    text: Trilingual, language: Language, words_found: str
) -> None:
    (finding,) = with_code(found(changed(material(), "bac-ninh-pilot", summary=text)), "relative-date")

    assert finding.place == Place("item", "bac-ninh-pilot", "summary", language)
    assert finding.details == {"text": words_found}


def test_r_09_dates_are_printed_with_their_year() -> None:
    said = words(composed(material()), "zh-hans")

    assert "2025年10月20日商定加强合作。" in said
    assert "relative-date" not in codes(
        found(changed(material(), "bac-ninh-pilot", summary=T("오늘날", "现代", "Nowadays")))
    )


# R-10 ----------------------------------------------------------------------------------------------

QUOTED = T(
    "선언은 “양질의 인프라에 대한 투자를 확대하기로 한다”고 했다.",
    "宣言称“将扩大对高质量基础设施领域的投资力度”。",
    "The Declaration says “we will expand investment in quality infrastructure”.",
)


def test_r_10_words_of_a_declaration_are_not_quoted_before_the_original_was_checked() -> None:
    findings = with_code(
        found(changed(material(), "gyeongju-declaration", summary=QUOTED)), "quotation-unchecked"
    )

    assert {f.place.language for f in findings} == {"ko", "zh-hans", "en"}
    assert {f.severity.value for f in findings} == {"blocking"}


def test_r_10_words_of_a_declaration_may_be_quoted_once_the_original_was_checked() -> None:
    checked = changed(material(), "gyeongju-declaration", summary=QUOTED, wording_checked=True)

    assert found(checked) == ()


def test_r_10_words_of_others_ask_for_a_look_and_a_name_in_quotes_for_nothing() -> None:
    said = changed(material(), "bac-ninh-pilot", summary=QUOTED)
    named = changed(
        material(), "bac-ninh-pilot", summary=T("‘미드나이트’ 기종", "“午夜”机型", "The “Midnight” type")
    )

    assert {f.severity.value for f in with_code(found(said), "quotation-unchecked")} == {"warning"}
    assert found(named) == ()


# R-11 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "mark"),
    [
        (T("도심항공교통(UAM", "城市", "City"), "ko", "("),
        (T("도시", "“智慧城市", "City"), "zh-hans", "“"),
        (T("도시", "城市", "A city)"), "en", ")"),
        (T("도시", "城市", 'A "city'), "en", '"'),
        (T("도시", "《城市〉", "City"), "zh-hans", "〉"),
    ],
)
def test_r_11_a_mark_without_its_partner_is_stopped(text: Trilingual, language: Language, mark: str) -> None:
    (finding,) = with_code(found(changed(material(), "bac-ninh-pilot", summary=text)), "unbalanced")

    assert finding.place == Place("item", "bac-ninh-pilot", "summary", language)
    assert finding.details == {"text": mark}


@pytest.mark.parametrize(
    "english", ["Korea’s leaders’ meeting", "He called it a ‘pilot’.", "“It is ‘ready’,” he said", "the ’90s"]
)
def test_r_11_an_apostrophe_is_no_open_quote(english: str) -> None:
    text = T("도시", "城市", english)

    findings = found(changed(material(), "bac-ninh-pilot", summary=text))

    assert "unbalanced" not in codes(findings)


def test_r_11_half_width_chinese_is_printed_full_width_and_the_editor_is_told() -> None:
    text = T("도시", "城市(UAM),参见K-City Network: 海外示范", "City")
    typed = changed(material(), "bac-ninh-pilot", summary=text)

    (finding,) = with_code(found(typed), "half-width")

    assert (finding.severity.value, finding.place.language) == ("advice", "zh-hans")
    assert "城市（UAM），参见K-City Network：海外示范" in words(composed(typed), "zh-hans")


_TO_HALF_WIDTH = str.maketrans("，。；：！？（）", ",.;:!?()")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_r_11_no_half_width_sign_stands_beside_han_wherever_it_was_typed(audience: Audience) -> None:
    typed = _chinese_typed_half_width(material())

    printed = words(composed(typed, audience), "zh-hans")

    beside_han = re.compile(r"[一-鿿“”][,;:?!()]|[,;:?!()][一-鿿“”]|[一-鿿]\.")
    assert [text for text in printed if beside_han.search(text)] == []


def _chinese_typed_half_width(value: Any) -> Any:
    """Every Chinese text of the material as an editor without a Chinese keyboard types it."""
    if isinstance(value, Trilingual):
        return msgspec.structs.replace(value, zh_hans=value.zh_hans.translate(_TO_HALF_WIDTH))
    if isinstance(value, tuple):
        return tuple(_chinese_typed_half_width(each) for each in value)
    if not hasattr(value, "__struct_fields__"):
        return value
    fields = {name: _chinese_typed_half_width(getattr(value, name)) for name in value.__struct_fields__}
    return msgspec.structs.replace(value, **fields)


def test_r_11_a_no_break_space_is_printed_as_a_space() -> None:
    typed = changed(material(), "bac-ninh-pilot", summary=T("국토\u00a0교통", "城市", "A\u00a0city"))

    fit, _findings = cleaned(typed, ALL_PRINTABLE)

    assert fit.item("bac-ninh-pilot").summary == T("국토 교통", "城市", "A city")  # type: ignore[union-attr]


# R-12 ----------------------------------------------------------------------------------------------


def test_r_12_a_plan_must_be_said_to_be_one() -> None:
    summary = T("[[aircraft]] 구매", "采购[[aircraft]]飞行器", "Korean Air buys [[aircraft]]")

    findings = with_code(
        found(changed(material(), "korean-air-archer-evtol", summary=summary)), "plan-stated-as-fact"
    )

    assert {f.place.language for f in findings} == {"ko", "zh-hans", "en"}
    assert findings[0].details == {"figure": "aircraft", "status": "plan"}


def test_r_12_the_name_of_a_pillar_or_of_urban_planning_is_no_plan() -> None:
    summary = T(
        "도시계획과 [[aircraft]]", "可持续基础设施、城市规划与[[aircraft]]", "Urban planning and [[aircraft]]"
    )

    findings = with_code(
        found(changed(material(), "korean-air-archer-evtol", summary=summary)), "plan-stated-as-fact"
    )

    assert len(findings) == 3


def test_r_12_a_plan_stays_marked_where_its_figure_stands_alone() -> None:
    document = composed(material())

    strip = next(
        b for b in section(document, "one-page").blocks if not isinstance(b, Prose) and hasattr(b, "figures")
    )
    remarks = [figure.remark for figure in strip.figures]

    assert remarks[0] == T(
        "계획 · 2025년 10월 20일 기준", "计划 · 截至2025年10月20日", "plan · as of October 20, 2025"
    )
    assert remarks[1] == Trilingual()
    assert remarks[2] == T("목표", "目标", "target")
