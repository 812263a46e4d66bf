"""What moved since the last released edition."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from briefings.assembly.changes import ChangedText, Comparison, compare
from briefings.assembly.material import Material
from languages.trilingual import LANGUAGES, Language
from tests.assembly.materials import (
    AIRCRAFT_DEAL,
    UNITS,
    T,
    briefed,
    changed,
    composed,
    labelled,
    lines,
    material,
    section,
)


def without(slug: str):  # type: ignore[no-untyped-def]
    kept = tuple(item for item in material().items if item.slug != slug)
    return msgspec.structs.replace(material(), items=kept)


def test_where_nothing_was_released_before_there_is_nothing_to_compare() -> None:
    assert compare(material(), None) == Comparison()


def test_the_same_material_has_not_changed() -> None:
    assert compare(material(), material(), "2025-10 1.0") == Comparison("2025-10 1.0")


def test_a_new_item_and_one_that_is_gone_are_told() -> None:
    assert compare(material(), without("k-uam-roadmap"), "1.0").new == ("k-uam-roadmap",)
    assert compare(without("k-uam-roadmap"), material(), "1.0").gone == (
        T("한국형 도심항공교통 로드맵", "韩国型城市空中交通路线图", "K-UAM Roadmap"),
    )


def test_a_changed_figure_counts_as_a_figure_and_not_as_text_too() -> None:
    comparison = compare(_with_aircraft(qualifier="exact"), material(), "1.0")

    assert comparison.figures_changed == (AIRCRAFT_DEAL.slug,)
    assert comparison.text_changed == ()


def test_a_text_that_changed_beside_a_figure_is_told_too() -> None:
    now = changed(_with_aircraft(value=Decimal(120)), AIRCRAFT_DEAL.slug, summary=T("가", "家", "A"))

    comparison = compare(now, material(), "1.0")

    assert comparison.figures_changed == comparison.text_changed == (AIRCRAFT_DEAL.slug,)


@pytest.mark.parametrize(
    "fields",
    [{"source": ""}, {"printable": "after-check"}, {"label": T("대수", "数量", "Aircraft")}],
    ids=["source", "printable", "label"],
)
def test_a_figure_that_prints_as_before_has_not_changed_but_what_stands_beside_it(fields: Any) -> None:
    told = compare(_with_aircraft(**fields), material(), "1.0")

    assert told == Comparison("1.0", text_changed=(AIRCRAFT_DEAL.slug,))


@pytest.mark.parametrize("fields", [{"as_of": date(2025, 11, 1)}, {"status": "target"}])
def test_a_figure_with_another_date_or_status_has_changed(fields: Any) -> None:
    told = compare(_with_aircraft(**fields), material(), "1.0")

    assert told == Comparison("1.0", figures_changed=(AIRCRAFT_DEAL.slug,))


def test_a_figure_that_came_or_went_has_changed_and_the_text_has_not() -> None:
    fewer = changed(material(), AIRCRAFT_DEAL.slug, figures=AIRCRAFT_DEAL.figures[:1])

    for now, before in ((material(), fewer), (fewer, material())):
        assert compare(now, before, "1.0") == Comparison("1.0", figures_changed=(AIRCRAFT_DEAL.slug,))


def test_where_a_unit_was_corrected_all_figures_in_it_are_told_as_they_were_and_are() -> None:
    aircraft, *others = UNITS
    wrong = msgspec.structs.replace(aircraft, counter=T("기", "台", "aircrafts"))

    told = _told(material(), material(units=(wrong, *others)))

    assert told == {
        "ko": [
            "수치 변경: 대한항공과 아처 에비에이션의 기체 협력(구매 계획 대수 최대 100기 → 최대 100대)",
        ],
        "zh-hans": [
            "数值变更：大韩航空与Archer Aviation的航空器合作（计划采购数量由至多100台改为至多100架）。",
        ],
        "en": [
            "Figures changed: Korean Air and Archer on eVTOL"
            " (Aircraft to be bought: was up to 100 aircrafts, now up to 100 aircraft).",
        ],
    }


def test_a_changed_word_in_one_language_is_a_change() -> None:
    summary = msgspec.structs.replace(AIRCRAFT_DEAL.summary, en="Another sentence about [[aircraft]].")

    comparison = compare(changed(material(), "korean-air-archer-evtol", summary=summary), material(), "1.0")

    assert comparison.text_changed == ("korean-air-archer-evtol",)


def test_how_an_item_entered_and_what_it_is_related_to_is_no_change() -> None:
    now = changed(material(), "korean-air-archer-evtol", entry="picked", related=())

    assert compare(now, material(), "1.0") == Comparison("1.0")


def test_changes_are_told_in_the_order_of_the_material() -> None:
    before = msgspec.structs.replace(material(), items=())

    assert compare(material(), before, "1.0").new == tuple(item.slug for item in material().items)


def test_a_headline_that_is_gone_prints_the_figure_it_had() -> None:
    headline = T("[[aircraft]] 구매", "采购[[aircraft]]", "Buying [[aircraft]]")
    before = changed(material(), "korean-air-archer-evtol", headline=headline)

    (gone,) = compare(without("korean-air-archer-evtol"), before, "1.0").gone

    assert gone == T("최대 100대 구매", "采购至多100架", "Buying up to 100 aircraft")
    assert not [text for language in LANGUAGES if "[[" in (text := gone[language])]


def _with_aircraft(**changes: Any) -> Material:
    """The material in which the plan to buy aircraft is another."""
    day, aircraft = AIRCRAFT_DEAL.figures
    figures = (day, msgspec.structs.replace(aircraft, **changes))
    return changed(material(), AIRCRAFT_DEAL.slug, figures=figures)


def test_a_changed_figure_is_told_as_it_was_and_as_it_is_and_leads_to_its_item() -> None:
    now = _with_aircraft(value=Decimal(120))

    assert _told(now, material()) == {
        "ko": [
            "수치 변경: 대한항공과 아처 에비에이션의 기체 협력(구매 계획 대수 최대 100대 → 최대 120대)",
        ],
        "zh-hans": [
            "数值变更：大韩航空与Archer Aviation的航空器合作（计划采购数量由至多100架改为至多120架）。",
        ],
        "en": [
            "Figures changed: Korean Air and Archer on eVTOL"
            " (Aircraft to be bought: was up to 100 aircraft, now up to 120 aircraft).",
        ],
    }
    assert _links(now, material()) == {AIRCRAFT_DEAL.slug}


@pytest.mark.parametrize(
    ("language", "values"),
    [
        ("ko", ["최대 100대", "최대 120대"]),
        ("zh-hans", ["至多100架", "至多120架"]),
        ("en", ["up to 100 aircraft", "up to 120 aircraft"]),
    ],
)
def test_what_a_figure_was_and_is_are_figures_that_no_line_parts(
    language: Language, values: list[str]
) -> None:
    document = composed(
        _with_aircraft(value=Decimal(120)),
        comparison=compare(_with_aircraft(value=Decimal(120)), material(), "2025-11 1.0"),
    )

    told = labelled(section(document, "one-page"), "What changed since the last edition")

    assert [run.text for line in told[language] for run in line.runs if run.figure] == values


def test_new_and_reworded_items_lead_to_their_pages() -> None:
    now = changed(material(), AIRCRAFT_DEAL.slug, summary=T("가", "一", "A"))

    assert _links(now, without("k-uam-roadmap")) == {"k-uam-roadmap", AIRCRAFT_DEAL.slug}


def test_a_figure_that_came_or_went_beside_one_with_another_value_is_told_too() -> None:
    before = material()
    now = changed(
        before,
        AIRCRAFT_DEAL.slug,
        figures=(msgspec.structs.replace(AIRCRAFT_DEAL.figures[1], value=Decimal(120)),),
    )

    for told in (_told(now, before), _told(before, now)):
        assert told["ko"][1:] == ["그 밖의 수치 변경: 대한항공과 아처 에비에이션의 기체 협력"]
        assert told["zh-hans"][1:] == ["其他数值亦有变更：大韩航空与Archer Aviation的航空器合作。"]
        assert told["en"][1:] == ["Other figures also changed: Korean Air and Archer on eVTOL."]


def test_a_passage_that_came_or_went_was_not_reworded() -> None:
    without_norm = briefed(material(), why_now_norm=T("", "", ""))

    assert _told(without_norm, material()) == {
        "ko": ["삭제: 왜 지금인가(규범)"],
        "zh-hans": ["删除：“为何是现在”（规则）。"],
        "en": ["Taken out: “Why now” on norms."],
    }
    assert _told(material(), without_norm)["en"] == ["Added: “Why now” on norms."]


@pytest.mark.parametrize("hidden", ["never", "after-check"])
def test_a_figure_that_one_of_the_editions_may_not_print_is_told_without_its_values(hidden: Any) -> None:
    before, now = _with_aircraft(printable=hidden), _with_aircraft(value=Decimal(120))

    for told in (_told(now, before), _told(before, now)):
        assert told["ko"] == ["수치 변경: 대한항공과 아처 에비에이션의 기체 협력"]


def _links(now: Material, before: Material) -> set[str]:
    document = composed(now, comparison=compare(now, before, "2025-11 1.0"))
    passage = labelled(section(document, "one-page"), "What changed since the last edition")
    in_each = [
        {run.item for line in passage[language] for run in line.runs if run.item} for language in LANGUAGES
    ]
    assert in_each[0] == in_each[1] == in_each[2]
    return in_each[0]


def _told(now: Material, before: Material) -> dict[Language, list[str]]:
    """What a new edition says of what changed."""
    document = composed(now, comparison=compare(now, before, "2025-11 1.0"))
    passage = labelled(section(document, "one-page"), "What changed since the last edition")
    return {language: lines(passage, language) for language in LANGUAGES}


def test_a_reworded_request_is_told_by_its_number_in_each_language() -> None:
    before = briefed(material(), requests=(T("가", "一", "A"), T("나", "二", "B")))
    now = briefed(material(), requests=(T("다", "三", "C"), T("나", "二", "B")))

    assert _told(now, before) == {
        "ko": ["건의 1 문구 수정"],
        "zh-hans": ["修改了建议事项第1条的表述。"],
        "en": ["Request 1 has been reworded."],
    }


def test_a_point_that_was_taken_out_is_named_as_its_section_is() -> None:
    document = composed(
        material(), comparison=Comparison("1.0", briefing_changed=(ChangedText("caution", "5"),))
    )

    told = labelled(section(document, "one-page"), "What changed since the last edition")
    title = section(document, "cautions").title
    assert (title.zh_hans, title.en) == ("注意事项", "Points to watch")
    assert lines(told, "zh-hans") == ["修改了注意事项第5条的表述。"]
    assert lines(told, "en") == ["Point to watch 5 has been reworded."]


def test_a_request_put_before_another_is_told_as_new_and_the_other_not_at_all() -> None:
    before = briefed(material(), requests=(T("가", "一", "A"),))
    now = briefed(material(), requests=(T("나", "二", "B"), T("가", "一", "A")))

    assert compare(now, before, "1.0").briefing_changed == (ChangedText("request", "1", "added"),)
    assert compare(before, now, "1.0").briefing_changed == (ChangedText("request", "1", "dropped"),)


def test_an_items_chinese_name_has_full_width_signs_among_what_changed() -> None:
    named = T("가", "韩沙智慧城市(SCP)合作,第二期", "A")
    now = changed(material(), "k-uam-roadmap", headline=named)

    (line,) = _told(now, without("k-uam-roadmap"))["zh-hans"]

    assert "韩沙智慧城市（SCP）合作，第二期" in line


def test_changed_texts_of_the_briefing_are_named_and_chapters_by_their_pillar() -> None:
    chapters = material().briefing.chapters
    reworded = msgspec.structs.replace(chapters[0], gap=T("가", "一", "A"))
    now = briefed(
        material(),
        headline=T("가", "一", "A"),
        why_now_market=T("가", "一", "A"),
        chapters=(reworded, *chapters[1:]),
        officer=T("가", "一", "A"),
    )

    told = _told(now, material())

    assert told["ko"] == [
        "제목, 왜 지금인가(시장), 「연결성」 장 문구 수정",
        "그 밖의 변경: 표지·담당부서 등 기재사항",
    ]
    assert told["zh-hans"][0] == "修改了标题、“为何是现在”（市场）和“互联互通”一章的表述。"
    assert told["en"] == [
        "The headline, “Why now” on the market and the chapter “Connectivity” have been reworded.",
        "Also changed: details of cover and contact.",
    ]


def test_a_chapter_read_again_without_another_word_has_not_changed() -> None:
    chapters = tuple(msgspec.structs.replace(each, basis="0" * 64) for each in material().briefing.chapters)

    assert compare(briefed(material(), chapters=chapters), material(), "1.0") == Comparison("1.0")


def test_the_texts_of_another_period_are_not_compared_with_this_ones() -> None:
    before = briefed(material(), slug="2025-10", headline=T("가", "一", "A"))

    assert compare(material(), before, "2025-10 1.0").briefing_changed == ()


def test_an_edition_sealed_before_texts_were_compared_opens_without_them() -> None:
    old = msgspec.json.encode({"previous": "2025-10 1.0", "new": ["a"]})

    opened = msgspec.json.decode(old, type=Comparison)
    assert (opened.briefing_changed, opened.figures) == ((), ())
