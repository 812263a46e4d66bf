"""How a chapter is formed, and how each language argues it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import msgspec
import pytest

from briefings.assembly.chapters import ChapterProofs, form_chapters, leading_pillar
from briefings.assembly.document import Section
from briefings.assembly.material import ROLES, Contribution, Item, Material
from languages.trilingual import Language, Trilingual
from tests.assembly.materials import (
    AIRCRAFT_DEAL,
    PILLARS,
    ROADMAP,
    VICE_MINISTERS,
    T,
    briefed,
    changed,
    composed,
    item,
    labelled,
    lines,
    material,
    section,
    words,
)

CONNECTIVES = {
    "ko": ("이를 바탕으로", "이에 따라", "그 결과", "따라서"),
    "zh-hans": ("在此基础上", "因此", "由此", "从而"),
    "en": ("Building on this", "therefore", "As a result", "thus"),
}


def serving(slug: str, *serves: tuple[str, str, int], follows: str = "") -> Item:
    """An item that serves pillars: (pillar, role, weight)."""
    name = Trilingual(f"{slug} 과제", f"{slug}事项", f"Item {slug}")
    return item(
        slug,
        name,
        T("요약", "概要", "Summary"),
        contributions=tuple(
            Contribution(
                pillar,
                role,  # type: ignore[arg-type]
                weight,
                Trilingual(f"{slug} 문장.", f"{slug}的句子。", f"The {slug} sentence."),
                f"{slug} 요점",
                follows,
            )
            for pillar, role, weight in serves
        ),
    )


def chapter(pillar: str, *items: Item) -> ChapterProofs:
    made = msgspec.structs.replace(material(), items=items)
    return next(formed for formed in form_chapters(made) if formed.pillar == pillar)


def slugs(proofs: tuple[Any, ...]) -> list[str]:
    return [proof.item.slug for proof in proofs]


def uam_chapter(*items: Item) -> Section:
    others = tuple(i for i in material().items if not any(c.pillar == "uam" for c in i.contributions))
    return section(composed(material(items=(*others, *items))), "pillar-uam")


def proof_of(chapter: Section, language: Language) -> list[str]:
    return lines(labelled(chapter, "Proof"), language)


def test_a_chapter_argues_with_the_four_that_weigh_most() -> None:
    items = [serving(f"p{weight}", ("uam", "market", weight)) for weight in (10, 90, 50, 70, 30, 60)]

    formed = chapter("uam", *items)

    assert slugs(formed.proofs) == ["p90", "p70", "p60", "p50"]
    assert slugs(formed.left_over) == ["p30", "p10"]


def test_proofs_stand_by_role_and_within_a_role_by_weight() -> None:
    formed = chapter(
        "uam",
        serving("sold", ("uam", "market", 90)),
        serving("signed", ("uam", "agreement", 20)),
        serving("light-norm", ("uam", "norm", 10)),
        serving("heavy-norm", ("uam", "norm", 30)),
    )

    assert slugs(formed.proofs) == ["heavy-norm", "light-norm", "signed", "sold"]


def test_every_role_has_its_place_in_the_argument() -> None:
    for first, second in pairwise(ROLES):
        formed = chapter("uam", serving("b", ("uam", first, 1)), serving("a", ("uam", second, 99)))

        assert slugs(formed.proofs) == ["b", "a"]


def test_equal_proofs_stand_in_one_order_however_they_were_collected() -> None:
    one, two = serving("one", ("uam", "norm", 50)), serving("two", ("uam", "norm", 50))

    assert slugs(chapter("uam", one, two).proofs) == slugs(chapter("uam", two, one).proofs) == ["one", "two"]


def test_an_item_leads_where_it_weighs_most_and_is_named_elsewhere() -> None:
    both = serving("both", ("uam", "market", 40), ("smart-city", "norm", 60))
    alone = serving("alone", ("uam", "norm", 10))

    uam, city = chapter("uam", both, alone), chapter("smart-city", both, alone)

    assert (slugs(uam.proofs), slugs(uam.cross_references)) == (["alone"], ["both"])
    assert (slugs(city.proofs), slugs(city.cross_references)) == (["both"], [])


@pytest.mark.parametrize(
    ("serves", "leads"),
    [
        ((("uam", "norm", 50), ("connectivity", "norm", 50)), "connectivity"),
        ((("uam", "norm", 51), ("connectivity", "norm", 50)), "uam"),
        ((("space", "norm", 99), ("uam", "norm", 1)), "uam"),
        ((("space", "norm", 99),), ""),
    ],
)
def test_of_equal_weights_the_earlier_pillar_leads_and_unknown_ones_never(
    serves: tuple[tuple[str, str, int], ...], leads: str
) -> None:
    assert leading_pillar(serving("it", *serves), PILLARS) == leads


def test_no_item_leads_in_two_pillars() -> None:
    leading = [
        slug for formed in form_chapters(material()) for slug in slugs((*formed.proofs, *formed.left_over))
    ]

    assert len(leading) == len(set(leading)) == 9


def test_at_most_three_items_are_named_as_cross_references() -> None:
    items = [serving(f"x{w}", ("uam", "norm", w), ("smart-city", "norm", 99)) for w in (10, 20, 30, 40)]

    assert slugs(chapter("uam", *items).cross_references) == ["x40", "x30", "x20"]


def test_a_cross_reference_is_a_link_to_the_items_page() -> None:
    passage = labelled(section(composed(material()), "pillar-smart-city"), "See also")

    for language, name in VICE_MINISTERS.headline.items():
        (line,) = passage[language]
        assert [(run.text, run.item) for run in line.runs] == [(name, "kr-vn-vice-ministerial")]


def test_background_is_no_proof() -> None:
    earlier = msgspec.structs.replace(serving("earlier", ("uam", "norm", 90)), entry="background")

    assert chapter("uam", earlier, serving("now", ("uam", "norm", 10))).proofs[0].item.slug == "now"


# what follows from what ----------------------------------------------------------------------------


def test_what_follows_from_another_stands_directly_behind_it() -> None:
    formed = chapter(
        "uam",
        serving("base", ("uam", "agreement", 10)),
        serving("built", ("uam", "norm", 90), follows="base"),
        serving("other", ("uam", "agreement", 5)),
    )

    assert slugs(formed.proofs) == ["base", "built", "other"]


def test_a_circle_of_following_ends() -> None:
    formed = chapter(
        "uam",
        serving("egg", ("uam", "norm", 10), follows="hen"),
        serving("hen", ("uam", "norm", 90), follows="egg"),
    )

    assert sorted(slugs(formed.proofs)) == ["egg", "hen"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("ko", "이를 바탕으로 "), ("zh-hans", "在此基础上，"), ("en", "Building on this, ")],
)
def test_causality_is_said_where_an_editor_has_set_it(language: Language, said: str) -> None:
    told = proof_of(section(composed(material()), "pillar-uam"), language)

    assert sum(said in line for line in told) == 1


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_causality_is_never_invented(language: Language) -> None:
    deal = msgspec.structs.replace(AIRCRAFT_DEAL.contributions[0], follows="")
    unlinked = changed(material(), "korean-air-archer-evtol", contributions=(deal,))

    told = " ".join(proof_of(section(composed(unlinked), "pillar-uam"), language))

    assert not [word for word in CONNECTIVES[language] if word in told]


def test_what_followed_from_an_item_outside_the_chapter_says_so_no_more() -> None:
    gone = chapter(
        "uam", serving("built", ("uam", "norm", 90), follows="gone"), serving("other", ("uam", "norm", 1))
    )

    assert slugs(gone.proofs) == ["built", "other"]
    told = proof_of(
        uam_chapter(
            serving("built", ("uam", "norm", 90), follows="gone"), serving("other", ("uam", "norm", 1))
        ),
        "en",
    )
    assert "Building on this" not in told[0]


# three languages, three forms ----------------------------------------------------------------------


def test_korean_is_an_outline_of_points_with_the_items_that_prove_them() -> None:
    passage = labelled(section(composed(material()), "pillar-connectivity"), "Proof")

    styled = [(line.style, line.text) for line in passage.ko]

    assert styled == [
        ("circle", "여러 아세안 회원국과 교통 표준 연계"),
        ("dash", "교통 표준 협력 네트워크(2025년 10월 20일)"),
        ("circle", "베트남과 4개 분야 협력 강화 합의"),
        ("dash", "한국·베트남 차관급 면담(2025년 10월 20일)"),
        ("circle", "항만 협의로 연결성 확대"),
        ("dash", "항만 협의(2025년 10월 20일)"),
    ]


def test_an_undated_item_is_named_without_empty_brackets() -> None:
    undated = msgspec.structs.replace(ROADMAP, event_date=AIRCRAFT_DEAL.event_date, date_precision="none")
    made = changed(material(), "k-uam-roadmap", event_date=undated.event_date)

    told = proof_of(section(composed(made), "pillar-uam"), "ko")

    assert "한국형 도심항공교통 로드맵" in told


def test_chinese_counts_its_points_as_one_sentence() -> None:
    told = proof_of(section(composed(material()), "pillar-connectivity"), "zh-hans")

    assert told[:3] == [
        "一是该网络把多个东盟成员国的交通标准衔接起来；",
        "二是韩越于2025年10月20日商定加强四个领域的合作，拓宽了互联互通的通道；",
        "三是港口磋商拓展互联互通。",
    ]


def test_a_single_chinese_point_is_not_counted() -> None:
    told = proof_of(uam_chapter(serving("only", ("uam", "norm", 50))), "zh-hans")

    assert told[0] == "only的句子。"


def test_a_chinese_point_may_end_in_a_figure_which_stays_as_it_prints() -> None:
    ends = msgspec.structs.replace(
        AIRCRAFT_DEAL.contributions[0],
        sentence=T("[[aircraft]] 구매 계획", "计划采购[[aircraft]]", "Plans to buy [[aircraft]]"),
        role="norm",
        weight=90,
        follows="",
    )
    made = changed(material(), "korean-air-archer-evtol", contributions=(ends,))

    line = labelled(section(composed(made), "pillar-uam"), "Proof").zh_hans[0]

    assert line.text == "一是计划采购至多100架；"
    assert [run.text for run in line.runs if run.figure] == ["至多100架"]


def test_english_is_one_paragraph_that_opens_with_the_pillars_message_and_adds_once() -> None:
    (paragraph, items) = proof_of(section(composed(material()), "pillar-connectivity"), "en")

    assert paragraph == (
        "Connectivity opens the way. "
        "The network joins up transport standards with several ASEAN members. "
        "Also, on October 20, 2025, Korea and Vietnam agreed to step up cooperation in four fields. "
        "The port talks widen connectivity."
    )
    assert items == (
        "Items behind it: Network on transport standards (October 20, 2025); "
        "Korea-Vietnam vice-ministerial meeting (October 20, 2025); Port talks (October 20, 2025)"
    )


def test_a_message_that_stands_for_the_claim_does_not_open_the_proof_again() -> None:
    formed = section(composed(briefed(material(), chapters=())), "pillar-connectivity")

    assert proof_of(formed, "en")[0].startswith("The network joins up")


def test_every_language_cites_the_sources_of_its_proofs() -> None:
    passage = labelled(section(composed(material()), "pillar-uam"), "Proof")

    for language in ("ko", "zh-hans", "en"):
        cited = {note for line in passage[language] for run in line.runs for note in run.notes}
        assert cited == {1}


# the rest of the chapter ---------------------------------------------------------------------------


def test_a_chapter_goes_from_claim_to_bridge() -> None:
    formed = section(composed(material()), "pillar-connectivity")

    labels = [block.label.en for block in formed.blocks]  # type: ignore[union-attr]

    assert labels == ["", "Why now", "Proof", "Gap", "Next step", "See also", "What it leads to"]


def test_an_unwritten_claim_gives_way_to_the_pillars_own_message_everywhere() -> None:
    chapters = tuple(msgspec.structs.replace(c, claim=Trilingual()) for c in material().briefing.chapters)
    made = msgspec.structs.replace(
        material(), briefing=msgspec.structs.replace(material().briefing, chapters=chapters)
    )
    document = composed(made)

    for key in ("one-page", "pillar-uam"):
        assert "UAM은 앞서 이끈다." in words(section(document, key), "ko")


def test_next_steps_come_from_commitments_that_are_still_open() -> None:
    told = lines(labelled(section(composed(material()), "pillar-connectivity"), "Next step"), "en")

    assert told == ["MOLIT: Follow-up talks (agreed)"]


def test_a_pillar_without_commitments_says_so() -> None:
    told = lines(labelled(section(composed(material()), "pillar-sustainable"), "Next step"), "zh-hans")

    assert told == ["本支柱暂无已确定的后续步骤。"]


def test_chapters_stand_in_the_strategys_order_whatever_the_editors_order() -> None:
    made: Material = msgspec.structs.replace(
        material(),
        briefing=msgspec.structs.replace(material().briefing, chapters=material().briefing.chapters[::-1]),
        items=material().items[::-1],
    )

    pillars = [part.pillar for part in composed(made).sections if part.pillar]

    assert tuple(pillars) == PILLARS
