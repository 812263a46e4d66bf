"""The ministry's own record: overview, items one by one, perspectives, two conclusions."""

from __future__ import annotations

from briefings.assembly.document import Prose, StrategyLine
from languages.trilingual import Trilingual
from tests.assembly.materials import T, briefed, changed, composed, labelled, lines, material, section, words


def test_the_overview_leads_with_the_message_the_strategy_and_one_paragraph_per_highlight() -> None:
    overview = section(composed(material(), "full"), "overview")

    kinds = [type(block) for block in overview.blocks]
    told = words(overview, "en")

    assert kinds == [Prose, StrategyLine, Prose]
    assert "Cooperation lays the base for a global hub" in told
    assert "Korean Air plans to buy up to 100 aircraft." in told
    assert "Korean Air and Archer on eVTOL" in told


def test_items_stand_one_by_one_under_the_theme() -> None:
    items = section(composed(material(), "full"), "items")

    assert items.title.en == "Cooperation that builds strength"
    assert {sheet.key for sheet in items.sections} == {f"item-{item.slug}" for item in material().items}


def test_items_of_background_stand_behind_those_of_the_period() -> None:
    document = composed(material(), "full")

    background = {item.slug for item in material().items if item.entry == "background"}
    keys = [sheet.key.removeprefix("item-") for sheet in section(document, "items").sections]

    assert background
    assert set(keys[-len(background) :]) == background


def test_the_ministrys_own_record_is_reported_to_nobody() -> None:
    document = composed(material(), "full")

    assert "For" not in [fact.label.en for fact in document.cover]


def test_without_a_theme_the_items_have_a_plain_title() -> None:
    items = section(composed(briefed(material(), theme_title=Trilingual()), "full"), "items")

    assert items.title.zh_hans == "合作事项"


def test_an_items_message_is_printed_only_where_there_is_one() -> None:
    first, second = section(composed(material(), "full"), "items").sections[:2]

    assert lines(labelled(first, "Message"), "ko") == ["한국은 미국의 기술과 함께 하늘길을 엽니다."]
    assert "Message" not in words(second, "en")


def test_a_group_is_asked_answered_and_proven() -> None:
    (group,) = (
        g
        for g in section(composed(material(), "full"), "perspectives").sections
        if g.key == "group-competitors"
    )

    assert group.title.en == "Competitors (EU, Japan, Singapore)"
    assert lines(labelled(group, "What it asks"), "en") == ["They look at Korea's edge."]
    assert lines(labelled(group, "What we say"), "zh-hans") == ["韩国愿做合作伙伴。"]
    assert lines(labelled(group, "Proof"), "ko") == ["박닌성 동남신도시 시범사업", "K-City 네트워크"]


def test_rich_text_keeps_its_bold_words_and_its_lists() -> None:
    made = changed(
        material(),
        "bac-ninh-pilot",
        background=T(
            "<p>가<b>나</b></p><ul><li>다</li></ul>",
            "<p>甲</p>",
            '<p><a href="https://molit.go.kr">A</a></p>',
        ),
    )
    (sheet,) = (
        s for s in section(composed(made, "full"), "items").sections if s.key == "item-bac-ninh-pilot"
    )

    passage = labelled(sheet, "Background")

    assert [(line.style, line.text) for line in passage.ko] == [("paragraph", "가나"), ("bullet", "다")]
    assert [run.bold for run in passage.ko[0].runs] == [False, True]
    assert passage.en[0].runs[0].href == "https://molit.go.kr"
