"""One text is written for all audiences: it names nothing to those who may not know it."""

from __future__ import annotations

import pytest

from briefings.assembly.material import Partner
from tests.assembly.materials import CLOSED_TALKS, T, briefed, changed, codes, found, material, with_code

NAMED = changed(
    material(),
    CLOSED_TALKS.slug,
    headline=T("카리브해 항만 협의", "加勒比港口磋商", "Caribbean port talks"),
    partners=(Partner(T("자메이카 항만청", "牙买加港务局", "Port Authority of Jamaica")),),
)
NOTE = T(
    "카리브해와의 협의를 추가하였다.", "新增与加勒比地区的磋商。", "Adds the talks with the Caribbean ports."
)
CODE = "withheld-item-named"


def test_a_change_note_that_names_what_agencies_may_not_know_stops_their_edition() -> None:
    noted = briefed(NAMED, change_note=NOTE)

    told = with_code(found(noted, "partner"), CODE)

    assert [(finding.place.field, finding.place.language) for finding in told] == [
        ("change_note", "ko"),
        ("change_note", "en"),
    ]
    assert [finding.details["word"] for finding in told] == ["카리브해", "Caribbean"]
    assert told[1].details["headline"] == "Caribbean port talks"


def test_officials_read_the_item_and_its_name() -> None:
    noted = briefed(NAMED, change_note=NOTE)

    for audience in ("presidential", "full"):
        assert CODE not in codes(found(noted, audience))


def test_a_partner_of_the_item_is_a_name_too_in_any_text_of_the_briefing() -> None:
    headline = T("자메이카에서 배우는 연결성", "从牙买加看互联互通", "Connectivity, as learnt in Jamaica")

    told = with_code(found(briefed(NAMED, headline=headline), "partner"), CODE)

    assert {finding.place.field for finding in told} == {"headline"}


def test_what_the_agencies_own_items_say_may_be_said() -> None:
    public = changed(NAMED, "k-uam-roadmap", place=T("카리브해", "加勒比", "Caribbean"))

    assert CODE not in codes(found(briefed(public, change_note=NOTE), "partner"))
    assert CODE not in codes(found(material(), "partner"))


VISIT = changed(
    NAMED,
    CLOSED_TALKS.slug,
    headline=T("사우디아라비아와 향후 방안 모색", "与沙特商谈", "Talks on what is next"),
)


@pytest.mark.parametrize(
    ("headline", "word"),
    [
        ("사우디아라비아는 중요하다", "사우디아라비아"),
        ("향후 3년의 연결성", ""),
        ("협력을 넓힐 방안", ""),
        ("향후 방안을 묻다", "향후 방안"),
    ],
)
def test_an_ordinary_word_of_a_headline_names_nothing_and_a_name_does_whatever_its_particle(
    headline: str, word: str
) -> None:
    told = with_code(found(briefed(VISIT, headline=T(headline, "互联互通", "connectivity")), "partner"), CODE)

    assert [finding.details["word"] for finding in told] == ([word] if word else [])
