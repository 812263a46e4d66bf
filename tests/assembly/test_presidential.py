"""The presidential edition: one page that can be read aloud, and every section as product.md has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest

from briefings.assembly.changes import ChangedFigure, Comparison
from briefings.assembly.document import Claims, Facts, FigureStrip, Prose, Section, StrategyLine, Table
from briefings.assembly.material import Audience, Commitment
from languages.dates import DatePrecision
from languages.trilingual import LANGUAGES, Language, Trilingual
from tests.assembly.materials import (
    AIRCRAFT_DEAL,
    PILLARS,
    T,
    briefed,
    changed,
    composed,
    labelled,
    lines,
    material,
    section,
    words,
)


def test_the_one_page_holds_conclusion_strategy_claims_figures_changes_requests_and_dates() -> None:
    page = section(composed(material()), "one-page")

    kinds = [(type(block), block.label.en if isinstance(block, Prose) else "") for block in page.blocks]

    assert kinds == [
        (Prose, "Conclusion"),
        (StrategyLine, ""),
        (Claims, ""),
        (FigureStrip, ""),
        (Prose, "What changed since the last edition"),
        (Prose, "What we ask of you"),
        (Prose, "Dates ahead"),
    ]


def test_the_one_page_claims_each_pillar_once() -> None:
    page = section(composed(material()), "one-page")

    (claims,) = (block for block in page.blocks if isinstance(block, Claims))

    assert tuple(claim.pillar for claim in claims.claims) == PILLARS


def test_the_box_says_for_whom_by_whom_and_under_which_clause() -> None:
    (box,) = section(composed(material()), "box").blocks
    assert isinstance(box, Facts)

    told = {fact.label.en: fact.passage.en[0].text for fact in box.facts}

    assert told == {
        "Issue": "November 2025 issue",
        "Period": "October 20 to November 5, 2025",
        "For": "Presidential office",
        "Responsible bureau": "International cooperation office",
        "Officer in charge": "Head of the international cooperation office",
        "Telephone": "044-201-3000",
        "Classification": "Partly public (Official Information Disclosure Act, Article 9(1)(5))",
    }


def test_the_clause_is_written_as_each_language_writes_law() -> None:
    box = words(section(composed(material()), "box"), "zh-hans")

    assert "部分公开（《信息公开法》第9条第1款第5项）" in box
    two_grounds = section(composed(briefed(material(), legal_clause="제9조제1항제2호·제5호")), "box")
    assert "部分公开（《信息公开法》第9条第1款第2项和第5项）" in words(two_grounds, "zh-hans")
    assert "Partly public (Official Information Disclosure Act, Article 9(1)(2) and (5))" in words(
        two_grounds, "en"
    )
    other = briefed(material(), legal_clause="별표 2")
    assert "部分公开（《信息公开法》별표 2）" in words(section(composed(other), "box"), "zh-hans")


def test_dates_ahead_are_those_after_the_period_in_their_order() -> None:
    def promised(what: str, day: date) -> Commitment:
        return Commitment(T("부처", "部门", "MOLIT"), T(what, what, what), "planned", day, "day")

    busy = changed(
        material(),
        "bac-ninh-pilot",
        commitments=(
            promised("C", date(2026, 7, 1)),
            promised("A", date(2025, 11, 6)),
            promised("past", date(2025, 11, 5)),
        ),
    )

    told = lines(labelled(section(composed(busy), "one-page"), "Dates ahead"), "en")

    assert told == [
        "MOLIT: A (November 6, 2025; planned)",
        "Korean Air: Discuss the purchase of up to 100 aircraft (June 2026; planned)",
        "MOLIT: C (July 1, 2026; planned)",
    ]


def test_dates_ahead_hold_what_is_known_only_to_a_month_or_year_that_has_not_ended() -> None:
    """The period ends on November 5, the stored days begin what they stand for."""

    def promised(what: str, day: date, precision: DatePrecision) -> Commitment:
        return Commitment(T("부처", "部门", "MOLIT"), T(what, what, what), "planned", day, precision)

    steps = (
        promised("past", date(2025, 10, 1), "month"),
        promised("A", date(2020, 1, 1), "decade"),
        promised("B", date(2025, 1, 1), "year"),
        promised("C", date(2025, 11, 1), "early-month"),
        promised("D", date(2025, 11, 1), "month"),
        promised("undated", date(2026, 1, 1), "none"),
    )
    made = changed(material(), "korean-air-archer-evtol", commitments=steps)

    told = lines(labelled(section(composed(made), "one-page"), "Dates ahead"), "en")

    assert told == [
        "MOLIT: A (the 2020s; planned)",
        "MOLIT: B (2025; planned)",
        "MOLIT: C (early November 2025; planned)",
        "MOLIT: D (November 2025; planned)",
    ]


def test_where_no_date_lies_ahead_the_page_denies_none_that_the_table_shows() -> None:
    open_still = Commitment(
        T("부처", "部门", "MOLIT"), T("협의", "磋商", "Talks"), "agreed", date(2025, 10, 1), "month"
    )
    made = changed(material(), "korean-air-archer-evtol", commitments=(open_still,))
    document = composed(made)

    ahead = labelled(section(document, "one-page"), "Dates ahead")

    assert "October 2025" in words(section(document, "next"), "en")
    assert lines(ahead, "ko") == ["대상 기간 이후 날짜가 확정된 일정 없음"]
    assert lines(ahead, "zh-hans") == ["本期时段之后暂无已确定日期的安排。"]
    assert lines(ahead, "en") == ["No date after this period is fixed yet."]


def test_a_commitment_without_an_actor_begins_with_what_is_done() -> None:
    step = Commitment(Trilingual(), T("협의", "磋商", "Talks"), "agreed")
    made = changed(material(), "k-uam-roadmap", commitments=(step,))

    assert "Talks (agreed)" in lines(labelled(section(composed(made), "pillar-uam"), "Next step"), "en")


@pytest.mark.parametrize(
    ("action", "printed"),
    [
        ("Sign with Archer Aviation Inc.", "Sign with Archer Aviation Inc. (agreed)"),
        ("Hold a forum in the U.S.", "Hold a forum in the U.S. (agreed)"),
        ("Hold a forum.", "Hold a forum (agreed)"),
    ],
)
def test_what_is_done_loses_its_full_stop_and_no_abbreviation_its_own(action: str, printed: str) -> None:
    step = Commitment(Trilingual(), T("협의", "磋商", action), "agreed")
    made = changed(material(), "k-uam-roadmap", commitments=(step,))

    assert printed in lines(labelled(section(composed(made), "pillar-uam"), "Next step"), "en")


def test_what_happens_next_lists_dated_steps_first() -> None:
    (table,) = section(composed(material()), "next").blocks
    assert isinstance(table, Table)

    rows = [[cell.en[0].text for cell in row] for row in table.rows]

    assert rows == [
        ["Korean Air", "Discuss the purchase of up to 100 aircraft", "June 2026", "planned"],
        ["MOLIT", "Follow-up talks", "no date yet", "agreed"],
    ]


def test_what_happens_next_lists_steps_without_a_date_as_the_chapters_argue() -> None:
    def step(what: str) -> Commitment:
        return Commitment(T("부처", "部门", "MOLIT"), T(what, what, what), "planned")

    made = changed(material(), "korean-air-archer-evtol", commitments=(step("of the third pillar"),))
    made = changed(made, "kr-vn-vice-ministerial", commitments=(step("of the first pillar"),))

    (table,) = section(composed(made), "next").blocks

    assert isinstance(table, Table)
    assert [row[1].en[0].text for row in table.rows] == ["of the first pillar", "of the third pillar"]


def test_a_step_whose_day_is_not_known_has_no_empty_cell_and_stands_behind_dated_ones() -> None:
    def step(what: str, day: date, precision: DatePrecision) -> Commitment:
        return Commitment(T("부처", "部门", "MOLIT"), T(what, what, what), "agreed", day, precision)

    made = changed(
        changed(material(), "kr-vn-vice-ministerial", commitments=()),
        "korean-air-archer-evtol",
        commitments=(step("Talks", date(2026, 1, 1), "none"), step("Signing", date(2026, 6, 1), "month")),
    )

    (table,) = section(composed(made), "next").blocks

    assert isinstance(table, Table)
    assert [[cell.en[0].text for cell in row] for row in table.rows] == [
        ["MOLIT", "Signing", "June 2026", "agreed"],
        ["MOLIT", "Talks", "no date yet", "agreed"],
    ]


def test_every_group_is_asked_answered_and_proven_in_its_row() -> None:
    (table,) = section(composed(material()), "groups").blocks
    assert isinstance(table, Table)

    names = [row[0].ko[0].text for row in table.rows]
    us = [line.text for cell in table.rows[0] for line in cell.zh_hans]

    assert names == [
        "미국",
        "베트남·아세안",
        "경쟁국·지역(EU·일본·싱가포르)",
        "국제기구",
        "지방정부",
        "국내 기업",
        "이주배경주민",
    ]
    assert us == [
        "美国",
        "关注第三国市场。",
        "韩国是共同开拓第三国市场的伙伴。",
        "大韩航空与Archer Aviation的航空器合作",
        "港口磋商",
    ]


def test_the_conclusion_takes_the_particle_of_the_last_group() -> None:
    said = words(section(composed(material()), "conclusions"), "ko")

    assert any("이주배경주민이 주목하고 있으므로" in text for text in said)


# what changed ----------------------------------------------------------------------------------------


def changes(comparison: Comparison, language: Language) -> list[str]:
    page = section(composed(material(), comparison=comparison), "one-page")
    return lines(labelled(page, "What changed since the last edition"), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_edition_says_that_it_is_the_first(language: Language) -> None:
    (said,) = changes(Comparison(), language)

    assert (
        said
        == {
            "ko": "첫 판으로, 비교할 직전 판 없음",
            "zh-hans": "本版为首版，无上一版可资比较。",
            "en": "This is the first edition; there is none to compare it with.",
        }[language]
    )


def test_what_is_new_changed_or_gone_is_named_in_every_language() -> None:
    comparison = Comparison(
        "2025-10 1.0",
        new=("k-uam-roadmap", "bac-ninh-pilot"),
        gone=(T("옛 과제", "旧事项", "An old item"),),
        figures_changed=("korean-air-archer-evtol",),
        text_changed=("its-standards-network",),
    )

    assert changes(comparison, "ko") == [
        "신규: 한국형 도심항공교통 로드맵, 박닌성 동남신도시 시범사업",
        "수치 변경: 대한항공과 아처 에비에이션의 기체 협력",
        "내용 변경: 교통 표준 협력 네트워크",
        "제외: 옛 과제",
    ]
    assert changes(comparison, "zh-hans")[0] == "新增：韩国型城市空中交通路线图和北宁省东南新城试点项目。"
    assert changes(comparison, "en")[3] == "No longer included: An old item."


def test_nothing_changed_is_said_as_well() -> None:
    assert changes(Comparison("2025-10 1.0"), "en") == ["No item or figure has changed."]


def test_a_correction_says_what_it_corrects_above_what_changed() -> None:
    corrected = briefed(material(), change_note=T("대수 정정", "更正数量。", "The number was corrected."))

    page = section(composed(corrected, comparison=Comparison("2025-11 1.0")), "one-page")

    assert lines(labelled(page, "Correction and changes"), "en") == [
        "The number was corrected.",
        "No item or figure has changed.",
    ]


MANY = Comparison(
    "2025-11 1.0",
    new=("k-uam-roadmap", "bac-ninh-pilot"),
    gone=tuple(T(f"옛 과제 {n}", f"旧事项{n}", f"Old item number {n}") for n in range(20)),
    figures_changed=("korean-air-archer-evtol",),
    figures=(
        ChangedFigure("korean-air-archer-evtol", "aircraft", T("최대 90대", "至多90架", "up to 90 aircraft")),
    ),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_much_changed_the_one_page_tells_figures_first_and_the_annex_everything(
    language: Language,
) -> None:
    document = composed(material(), comparison=MANY)

    brief = changes(MANY, language)
    (annexed, *_others) = section(document, "annex").sections
    whole = [
        text
        for block in annexed.blocks
        if isinstance(block, Prose)
        for text in lines(block.passage, language)
    ]

    assert "90" in brief[0]
    assert "20" not in "".join(brief[1:-1])
    assert (
        brief[-1]
        == {
            "ko": "변경 내역 전체(23건)는 붙임에 수록",
            "zh-hans": "全部23处变化见附件。",
            "en": "All 23 changes are listed in the annex.",
        }[language]
    )
    assert annexed.title == T(
        "직전 판 이후 달라진 점", "较上一版的变化", "What changed since the last edition"
    )
    assert MANY.gone[-1][language] in "".join(whole)
    assert len(brief) <= 5


def test_a_figure_for_whose_values_there_is_no_room_is_named_by_its_item() -> None:
    note = T("정정 " * 60, "更正" * 90, "Put right. " * 30)

    page = section(composed(briefed(material(), change_note=note), comparison=MANY), "one-page")

    assert lines(labelled(page, "Correction and changes"), "ko")[1:] == [
        "수치 변경: 대한항공과 아처 에비에이션의 기체 협력",
        "변경 내역 전체(23건)는 붙임에 수록",
    ]


def test_where_the_one_page_tells_all_changes_the_annex_does_not_repeat_them() -> None:
    document = composed(material(), comparison=Comparison("2025-11 1.0", new=("k-uam-roadmap",)))

    assert "annex-changes" not in [part.key for part in section(document, "annex").sections]


# figures, names, notes -------------------------------------------------------------------------------


def test_a_headline_prints_its_figure_wherever_it_stands() -> None:
    headline = T("[[aircraft]] 구매 계획", "计划采购[[aircraft]]飞行器", "A plan to buy [[aircraft]]")
    document = composed(changed(material(), "korean-air-archer-evtol", headline=headline))

    for language in LANGUAGES:
        said = words(document, language)
        assert not [text for text in said if "[[" in text]
    assert "计划采购至多100架飞行器" in words(section(document, "groups"), "zh-hans")


def test_nowhere_does_a_placeholder_or_an_undecided_particle_reach_the_reader() -> None:
    for language in LANGUAGES:
        for text in words(composed(material()), language):
            assert "[[" not in text
            assert "이(가)" not in text


def test_a_particle_directly_behind_a_figure_is_printed_as_the_figure_is_read() -> None:
    made = changed(
        material(),
        "korean-air-archer-evtol",
        summary=T("[[aircraft]]을 도입한다.", "采购[[aircraft]]。", "[[aircraft]]."),
        background=T("<p><b>[[aircraft]]</b>은 [[aircraft]]이다.</p>", "<p>航空器</p>", "<p>Aircraft</p>"),
    )

    (sheet,) = (sheet for sheet in composed(made).items if sheet.key == "korean-air-archer-evtol")

    assert "최대 100대를 도입한다." in words(sheet, "ko")
    assert "최대 100대는 최대 100대이다." in words(sheet, "ko")


def test_a_figure_at_the_head_of_an_english_sentence_has_a_capital_and_a_name_keeps_its_own() -> None:
    name = msgspec.structs.replace(AIRCRAFT_DEAL.figures[1], kind="name", literal="eVTOL", value=None)
    made = changed(
        changed(
            material(),
            "kr-vn-vice-ministerial",
            summary=T("[[fields]]", "[[fields]]", "[[fields]] are agreed. [[fields]] remain, in [[fields]]."),
        ),
        "korean-air-archer-evtol",
        figures=(AIRCRAFT_DEAL.figures[0], name),
        summary=T("[[aircraft]]", "[[aircraft]]", "[[aircraft]] is planned."),
    )

    sheets = {sheet.key: words(sheet, "en") for sheet in composed(made).items}

    assert "Four fields are agreed. Four fields remain, in four fields." in sheets["kr-vn-vice-ministerial"]
    assert "eVTOL is planned." in sheets["korean-air-archer-evtol"]


@pytest.mark.parametrize(
    ("before", "capital"),
    [
        ("It is sold to the U.S. ", False),
        ("A partner is Archer Aviation, Inc. ", False),
        ("Aircraft are meant (approx. ", False),
        ("They go to St. ", False),
        ("It begins at 5 p.m. ", False),
        ("Aircraft, e.g. ", False),
        ("a. ", True),
        ("A. ", True),
        ("This is Plan A. ", True),
        ("Ports, roads, etc. ", True),
        ("It said no. ", True),
        ("A house on the coast. ", True),
        ("The plan is this: ", True),
    ],
)
def test_a_figure_behind_an_abbreviation_begins_no_english_sentence(before: str, capital: bool) -> None:
    message = T("[[aircraft]]", "[[aircraft]]", f"{before}[[aircraft]] are planned.")
    made = changed(material(), "korean-air-archer-evtol", message=message)

    (sheet,) = (sheet for sheet in composed(made).items if sheet.key == "korean-air-archer-evtol")

    printed = "Up to 100 aircraft" if capital else "up to 100 aircraft"
    assert f"{before}{printed} are planned." in words(sheet, "en")


def test_chinese_signs_beside_a_figure_or_a_bold_word_are_full_width() -> None:
    made = changed(
        material(),
        "korean-air-archer-evtol",
        background=T(
            "<p>기체</p>", "<p><b>航空器</b>, 计划采购[[aircraft]], 并(<b>试飞</b>).</p>", "<p>Aircraft</p>"
        ),
    )

    (sheet,) = (sheet for sheet in composed(made).items if sheet.key == "korean-air-archer-evtol")

    assert "航空器，计划采购至多100架，并（试飞）。" in words(sheet, "zh-hans")


def test_the_same_source_of_two_items_is_one_note() -> None:
    document = composed(material())

    assert [(note.number, note.text.en) for note in document.notes] == [
        (1, "MOLIT, Press release, October 21, 2025")
    ]
    assert document.notes[0].text.zh_hans == "国土交通部，新闻稿，2025年10月21日"


@pytest.mark.parametrize("audience", ["presidential", "partner"])
def test_sources_are_numbered_as_a_reader_meets_them(audience: Audience) -> None:
    apart = tuple(
        msgspec.structs.replace(
            item,
            sources=(msgspec.structs.replace(item.sources[0], title=T(item.slug, item.slug, item.slug)),),
        )
        for item in material().items
    )

    document = composed(msgspec.structs.replace(material(), items=apart), audience)

    met = list(dict.fromkeys(_numbers(msgspec.to_builtins(document.sections))))
    assert len(met) > 3
    assert met == sorted(met)


def _numbers(part: Any) -> Iterator[int]:
    """Numbers of sources in the order in which they stand."""
    for name, value in part.items() if isinstance(part, dict) else enumerate(part):
        if name == "notes":
            yield from value
        elif isinstance(value, (dict, list, tuple)):
            yield from _numbers(value)


def test_every_figure_that_the_edition_prints_is_listed_in_three_languages() -> None:
    figures = {(figure.item, figure.key): figure.printed for figure in composed(material()).figures}

    assert figures[("korean-air-archer-evtol", "aircraft")] == T(
        "최대 100대", "至多100架", "up to 100 aircraft"
    )
    assert figures[("integrated-proposal", "fund")] == T(
        "약 1,735억 원", "约1735亿韩元", "about KRW 173.5 billion"
    )
    assert len(figures) == 6


def test_every_item_has_a_sheet_with_its_facts_contributions_and_sources() -> None:
    (sheet,) = (sheet for sheet in composed(material()).items if sheet.key == "kr-vn-vice-ministerial")

    labels = [block.label.en for block in sheet.blocks if isinstance(block, Prose)]
    facts = {
        f.label.en: f.passage.en[0].text
        for block in sheet.blocks
        if isinstance(block, Facts)
        for f in block.facts
    }

    assert labels == ["", "Connectivity", "Smart city", "What happens next", "Who is watching", "Sources"]
    assert facts == {"Date": "October 20, 2025", "Place": "Hanoi", "Status": "completed"}


def test_a_section_without_content_does_not_stand_empty() -> None:
    without = briefed(
        material(),
        cautions=(),
        why_now_norm=Trilingual(),
        why_now_market=Trilingual(),
        why_now_technology=Trilingual(),
    )
    items = tuple(item for item in without.items if item.entry != "background")

    keys = [part.key for part in composed(msgspec.structs.replace(without, items=items)).sections]

    assert "cautions" not in keys
    assert "why-now" not in keys


def test_the_annex_lists_all_contributions_and_figures() -> None:
    annex = section(composed(material()), "annex")

    tables = [block for part in annex.sections for block in part.blocks if isinstance(block, Table)]

    assert [len(table.rows) for table in tables] == [11, 6]
    assert isinstance(annex, Section)


def test_of_background_the_annex_lists_only_figures_that_the_text_states() -> None:
    background = next(item for item in material().items if item.entry == "background")
    stated, unsaid = (
        msgspec.structs.replace(AIRCRAFT_DEAL.figures[0], key=key, label=T(key, key, key))
        for key in ("stated", "unsaid")
    )
    made = changed(
        material(),
        background.slug,
        summary=T("[[stated]]", "[[stated]]", "[[stated]]"),
        figures=(stated, unsaid),
    )

    annex = words(section(composed(made), "annex"), "en")
    (sheet,) = (sheet for sheet in composed(made).items if sheet.key == background.slug)

    assert "stated" in annex
    assert "unsaid" not in annex
    assert "unsaid" in words(sheet, "en")
