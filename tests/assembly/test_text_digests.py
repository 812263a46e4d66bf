"""Digests of an item's texts, packed to be kept, are those that reviews are found by."""

from __future__ import annotations

from briefings.assembly.checks.places import PlacedText
from briefings.assembly.findings import Place
from briefings.assembly.text_digests import each_text, text_digests, unpacked
from languages.states import digests_of
from languages.trilingual import Trilingual

WHOLE = Trilingual("국토교통부", "国土交通部", "the Ministry")
UNFINISHED = Trilingual("작성 중", "", "in progress")
HTML = Trilingual("<p>가 <b>나</b></p>", "<p>甲</p>", "<p>a</p>")


def placed(text: Trilingual, *, rich: bool = False, reviewed: bool = True) -> PlacedText:
    return PlacedText(Place("item", "one", "summary"), text, rich=rich, reviewed=reviewed)


def test_each_text_is_known_by_the_digests_that_its_reviews_name() -> None:
    kept = text_digests([placed(WHOLE), placed(UNFINISHED), placed(HTML, rich=True)])

    assert list(map(unpacked, each_text(kept.reviewed))) == [
        digests_of(WHOLE),
        digests_of(UNFINISHED),
        digests_of(HTML, rich=True),
    ]
    assert not kept.others


def test_texts_that_nobody_reviews_are_kept_apart_and_notes_in_korean_alone_not_at_all() -> None:
    note = Trilingual("메모", "", "")

    kept = text_digests([placed(WHOLE, reviewed=False), placed(note, reviewed=False), placed(Trilingual())])

    assert not kept.reviewed
    assert list(map(unpacked, each_text(kept.others))) == [digests_of(WHOLE)]
