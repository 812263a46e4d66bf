"""What moved since the last released edition."""

from __future__ import annotations

import msgspec

from briefings.assembly.changes import Comparison, compare
from languages.trilingual import LANGUAGES
from tests.assembly.materials import AIRCRAFT_DEAL, T, changed, material


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
    figures = (AIRCRAFT_DEAL.figures[0], msgspec.structs.replace(AIRCRAFT_DEAL.figures[1], qualifier="exact"))
    now = changed(material(), "korean-air-archer-evtol", figures=figures, summary=T("가", "家", "A"))

    comparison = compare(now, material(), "1.0")

    assert comparison.figures_changed == ("korean-air-archer-evtol",)
    assert comparison.text_changed == ()


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
