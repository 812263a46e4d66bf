"""What may leave the ministry: a partner's edition holds nothing of what officials alone may read."""

from __future__ import annotations

from itertools import count
from typing import Any

import msgspec
import pytest

from briefings.assembly.audiences import for_audience
from briefings.assembly.changes import Comparison
from briefings.assembly.document import Facts
from briefings.assembly.material import AUDIENCES, Audience, Classification, Fact, Material
from briefings.assembly.seal import seal
from languages.trilingual import LANGUAGES, Trilingual
from tests.assembly.materials import (
    CLOSED_TALKS,
    T,
    briefed,
    changed,
    codes,
    composed,
    found,
    material,
    rewritten,
    section,
    words,
)

CANARY = "canary"
# what stands in these names something else, which must exist for it to enter any edition
_NAMES_OF_OTHERS = frozenset(("follows", "related"))


def sealed(made: Material, audience: Audience) -> bytes:
    own = for_audience(made, audience)
    return seal(own, audience, Comparison(), composed(made, audience), ()).content


class Canaries:
    """Puts a word of its own into every free text, and knows which words it put where."""

    def __init__(self) -> None:
        self.put: dict[str, str] = {}
        self._numbers = count(1)

    def word(self, where: str) -> str:
        word = f"{CANARY}-{next(self._numbers):03}-x"
        self.put[word] = where
        return word

    def text(self, where: str) -> Trilingual:
        return Trilingual(self.word(f"{where}.ko"), self.word(f"{where}.zh"), self.word(f"{where}.en"))

    def fill(self, value: Any, where: str) -> Any:
        """`value` with a canary in each of its texts and names; closed lists of words stay."""
        if isinstance(value, tuple):
            return tuple(self.fill(each, f"{where}.{number}") for number, each in enumerate(value))
        if isinstance(value, Trilingual):
            return self.text(where)
        if not hasattr(value, "__struct_fields__"):
            return value
        changes = {}
        for field in msgspec.structs.fields(type(value)):
            place = f"{where}.{field.name}"
            old = getattr(value, field.name)
            if field.name in _NAMES_OF_OTHERS or (type(value) is Fact and field.name == "name"):
                continue
            if field.type is str:
                changes[field.name] = self.word(place)
            elif field.type == tuple[str, ...]:
                changes[field.name] = (self.word(place),)
            else:
                changes[field.name] = self.fill(old, place)
        return msgspec.structs.replace(value, **changes)


def watched() -> tuple[Material, Canaries]:
    """A material with a canary in everything that is for officials only."""
    canaries = Canaries()
    made = material()
    rich = msgspec.structs.replace(
        made.item("korean-air-archer-evtol"),  # type: ignore[type-var]
        classification="closed",
        views=(Trilingual(),),
        place=T("x", "x", "x"),
        background=T("x", "x", "x"),
    )
    closed = canaries.fill(rich, "closed item")
    partial = msgspec.structs.replace(canaries.fill(CLOSED_TALKS, "partial item"), classification="partial")
    public = tuple(
        msgspec.structs.replace(
            item,
            message=canaries.text(f"{item.slug}.message"),
            perspectives=(canaries.word(f"{item.slug}.perspectives"),),
            related=(*item.related, closed.slug, partial.slug),
            contributions=tuple(
                msgspec.structs.replace(contribution, follows=closed.slug)
                for contribution in item.contributions
            ),
        )
        for item in made.items
        if item.classification == "public" and item.slug != "korean-air-archer-evtol"
    )
    briefing = msgspec.structs.replace(
        made.briefing,
        recipient=canaries.text("recipient"),
        officer=canaries.text("officer"),
        legal_clause=canaries.word("legal clause"),
        conclusion_national_interest=canaries.text("national interest"),
        requests=canaries.fill(made.briefing.requests, "requests"),
        cautions=canaries.fill(made.briefing.cautions, "cautions"),
        chapters=tuple(
            msgspec.structs.replace(chapter, gap=canaries.text(f"{chapter.pillar}.gap"))
            for chapter in made.briefing.chapters
        ),
        key_figures=tuple(f for f in made.briefing.key_figures if f.item != "korean-air-archer-evtol"),
        highlights=(),
    )
    terms = tuple(t for t in made.terms if t.identifier != "E-04")
    counted = msgspec.structs.replace(
        made.units[0],
        slug=closed.figures[0].unit,
        name=canaries.text("unit of the closed item"),
        counter=canaries.text("unit's counter"),
    )
    names_only = msgspec.structs.replace(made.terms[-1], preferred=canaries.text("a name for officials"))
    whole = msgspec.structs.replace(
        made,
        briefing=briefing,
        items=(closed, partial, *public),
        groups=canaries.fill(made.groups, "groups"),
        perspectives=canaries.fill(made.perspectives, "perspectives"),
        terms=(*terms, names_only),
        units=(*made.units, counted),
    )
    return rewritten(whole), canaries


def test_the_bytes_of_a_partner_edition_hold_nothing_that_is_for_officials() -> None:
    made, canaries = watched()

    content = sealed(made, "partner").decode()

    assert [where for word, where in canaries.put.items() if word in content] == []
    assert CANARY not in content


def test_the_same_words_stand_in_the_officials_edition() -> None:
    made, canaries = watched()

    content = sealed(made, "presidential").decode()

    assert [where for word, where in canaries.put.items() if word not in content] == []


@pytest.mark.parametrize("classification", ["partial", "closed"])
def test_an_item_that_is_not_public_enters_officials_editions_only(classification: Classification) -> None:
    made = rewritten(changed(material(), "bac-ninh-pilot", classification=classification))

    entered = {
        audience: "bac-ninh-pilot" in [item.slug for item in for_audience(made, audience).items]
        for audience in AUDIENCES
    }

    assert entered == {"presidential": True, "partner": False, "full": True}
    for language in LANGUAGES:
        told = words(composed(made, "partner"), language)
        assert made.item("bac-ninh-pilot").headline[language] not in told  # type: ignore[union-attr]


def test_a_partner_does_not_learn_what_we_lack_or_who_is_in_charge() -> None:
    document = composed(material(), "partner")

    told = words(document, "en")

    assert "No specific project is confirmed." not in told
    assert "Head of the international cooperation office" not in told
    assert "Classification" in told
    assert "Public" in told


def test_a_partner_learns_how_to_ask_cite_and_use() -> None:
    (facts,) = section(composed(material(), "partner"), "use").blocks
    assert isinstance(facts, Facts)

    told = {fact.label.en: fact.passage.zh_hans[0].text for fact in facts.facts}

    assert told == {
        "Responsible bureau": "国际合作主管部门",
        "Telephone": "044-201-3000",
        "How to cite": "国土交通部：《以合作奠定全球枢纽的基础》，国土交通国际合作简报2025年11月号（对外版）",
        "License": "韩国公共作品自由使用许可（KOGL）第4类：注明出处、禁止商用、禁止改动",
        "Prevailing text": "如有歧义，以韩文本为准。",
    }


def test_a_text_for_all_that_names_a_closed_items_figure_stops_the_partner_edition_only() -> None:
    closed = rewritten(changed(material(), "kr-vn-vice-ministerial", classification="closed"))

    assert "figure-unresolved" in codes(found(closed, "partner"))
    assert "figure-unresolved" not in codes(found(closed, "presidential"))


def test_a_chapter_is_not_stale_because_an_audience_may_read_less() -> None:
    made = rewritten(changed(material(), "gyeongju-declaration", classification="closed"))
    stale = changed(made, "its-standards-network", headline=T("새 이름", "新名称", "A new name"))

    before, after = for_audience(made, "partner"), for_audience(stale, "partner")

    assert all(_is_fresh(before).values())
    assert [pillar for pillar, fresh in _is_fresh(after).items() if not fresh] == ["connectivity"]


def _is_fresh(made: Material) -> dict[str, bool]:
    fresh = rewritten(made)
    pairs = zip(made.briefing.chapters, fresh.briefing.chapters, strict=True)
    return {own.pillar: own.basis == other.basis for own, other in pairs}


def test_a_figure_that_may_not_be_printed_is_not_part_of_a_partners_file() -> None:
    item = material().item("its-standards-network")
    assert item is not None
    secret = msgspec.structs.replace(
        material().items[0].figures[1], key="secret", printable="never", label=T(CANARY, CANARY, CANARY)
    )
    made = rewritten(changed(material(), "its-standards-network", figures=(secret,)))

    assert CANARY not in sealed(made, "partner").decode()
    assert CANARY in sealed(made, "full").decode()


def test_a_key_figure_of_a_closed_item_is_left_out() -> None:
    made = rewritten(changed(material(), "integrated-proposal", classification="closed"))

    assert [figure.item for figure in for_audience(made, "partner").briefing.key_figures] == [
        "korean-air-archer-evtol",
        "kr-vn-vice-ministerial",
    ]


def test_what_followed_from_a_closed_item_no_longer_says_so() -> None:
    made = rewritten(changed(material(), "k-uam-roadmap", classification="closed"))

    for language, said in (("ko", "이를 바탕으로"), ("zh-hans", "在此基础上"), ("en", "Building on this")):
        assert not [text for text in words(composed(made, "partner"), language) if said in text]


def test_texts_of_the_full_edition_only_do_not_travel_with_a_partners() -> None:
    told = briefed(material(), theme_title=T(CANARY, CANARY, CANARY))

    assert CANARY not in sealed(told, "partner").decode()
    assert CANARY in words(composed(told, "full"), "ko")


def test_an_item_that_an_audience_reads_whole_is_the_same_value() -> None:
    whole = material()

    own = for_audience(whole, "presidential")

    assert all(mine is item for mine, item in zip(own.items, whole.items, strict=True))
