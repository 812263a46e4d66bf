"""An agreed name is explained where its reader first meets it on a page."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from briefings.assembly.audiences import for_audience
from briefings.assembly.definitions import definitions
from briefings.assembly.document import Document, Line, Passage, Prose, Run, Section
from briefings.assembly.material import Material, Term
from briefings.rendering.explaining import explain
from briefings.rendering.one_language import in_language
from languages.trilingual import LANGUAGES, Language, Trilingual
from tests.assembly.materials import T, composed, material

TWIN = Term(
    "T-50",
    T("디지털 트윈(DT)", "数字孪生", "digital twin (DT)"),
    definition=T("현실을 옮긴 기술이다.", "复现现实的技术。", "A virtual copy."),
)


def _document(*texts: Trilingual) -> Document:
    """A document of one section a text."""
    empty = composed(material())
    sections = tuple(
        Section(
            f"s{n}",
            T("디지털 트윈", "数字孪生", "Digital twin"),
            (
                Prose(
                    Passage(
                        *((Line("paragraph", (Run(text[c], notes=(1,)),)),) for c in ("ko", "zh-hans", "en"))
                    )
                ),
            ),
        )
        for n, text in enumerate(texts)
    )
    return msgspec.structs.replace(empty, sections=sections, items=(), definitions=())


def _explained(document: Document, language: Language, of: Material) -> dict[str, Any]:
    """The document in one language with the names of `of` marked: its sections are one page, and each sheet is one."""
    plain = in_language(msgspec.structs.replace(document, definitions=definitions(of)), language)
    explain(plain, language, plain["sections"], *plain["items"])
    return plain


def _runs(document: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [
        [run for block in section["blocks"] for line in block["passage"] for run in line["runs"]]
        for section in document["sections"]
    ]


def _marked(document: dict[str, Any]) -> list[list[tuple[str, str]]]:
    return [[(run["text"], run.get("term", "")) for run in runs] for runs in _runs(document)]


def _with(term: Term) -> Material:
    return material(terms=(term,))


TEXT = T("도시는 디지털 트윈을 쓴다.", "城市使用数字孪生。", "Digital twins aside, a Digital Twin is used.")


def test_the_first_place_is_marked_in_each_language_and_later_ones_are_not() -> None:
    ko, zh, en = (
        _explained(_document(TEXT, TEXT), language, _with(TWIN)) for language in ("ko", "zh-hans", "en")
    )

    assert _marked(ko) == [
        [("도시는 ", ""), ("디지털 트윈", "T-50"), ("을 쓴다.", "")],
        [(TEXT.ko, "")],
    ]
    assert _marked(zh)[0][1] == ("数字孪生", "T-50")
    assert _marked(en)[0] == [
        ("Digital twins aside, a ", ""),
        ("Digital Twin", "T-50"),
        (" is used.", ""),
    ]
    assert [[each["key"] for each in document["definitions"]] for document in (ko, zh, en)] == [["T-50"]] * 3


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        # the one that begins first, of those that begin at one place the longest
        (["아세안", "아세안 스마트시티"], "아세안 스마트시티, 아세안", ["아세안 스마트시티", "아세안"]),
        (
            ["나 스마트시티", "스마트시티", "스마트"],
            "가나 스마트시티 스마트시티",
            ["나 스마트시티", "스마트시티"],
        ),
        # a Latin name is a word of its own, also behind Hangul; any other may stand in a word
        (["K-UAM", "교통"], "XK-UAM K-UAMs 한국형K-UAM 대중교통을", ["K-UAM", "교통"]),
        (["K-UAM", "UAM"], "K-UAM과 UAM-1, UAM이", ["K-UAM", "UAM"]),
        (["스마트시티", "AI"], "스마트시티AI 스마트시티", ["스마트시티", "AI"]),
    ],
)
def test_names_that_overlap_or_stand_in_a_word(names: list[str], text: str, found: list[str]) -> None:
    terms = tuple(Term(name, T(name, "", ""), definition=T("뜻.", "", "")) for name in names)

    document = _explained(_document(T(text, "", "")), "ko", material(terms=terms))

    assert [term for runs in _marked(document) for _text, term in runs if term] == found


def test_the_longest_latin_name_that_is_a_word_of_its_own_is_meant() -> None:
    names = ["Smart City", "Smart City Network", "City Diplomacy"]
    terms = tuple(Term(name, T("", "", name), definition=T("", "", "Means.")) for name in names)
    text = "Smart City Networks and smart city diplomacy, City Diplomacy (smart city network)"

    document = _explained(_document(T("", "", text)), "en", material(terms=terms))

    assert [term for runs in _marked(document) for _text, term in runs if term] == [
        "Smart City",
        "City Diplomacy",
        "Smart City Network",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_and_their_source_notes_stay_as_they_were(language: Language) -> None:
    before = _document(TEXT)

    after = _explained(before, language, _with(TWIN))

    (runs,) = _runs(after)
    assert "".join(run["text"] for run in runs) == TEXT[language]
    assert [run.get("notes") for run in runs] == [None, None, (1,)]


def test_headings_links_and_figures_are_left_alone() -> None:
    runs = (
        Run("디지털 트윈", href="https://example.org/"),
        Run("디지털 트윈", item="twin"),
        Run("디지털 트윈", figure="twin/name"),
        Run("디지털 트윈 ", bold=True),
    )
    section = Section(
        "s", T("디지털 트윈", "", ""), (Prose(Passage((Line("dash", runs),)), T("디지털 트윈", "", "")),)
    )

    document = _explained(msgspec.structs.replace(_document(), sections=(section,)), "ko", _with(TWIN))

    assert _marked(document)[0] == [
        *[("디지털 트윈", "")] * 3,
        ("디지털 트윈", "T-50"),
        (" ", ""),
    ]
    assert [run.get("bold", False) for run in _runs(document)[0]] == [False, False, False, True, True]


def test_what_is_not_met_or_not_in_force_is_not_explained() -> None:
    over = msgspec.structs.replace(TWIN, valid_until=date(2020, 1, 1))
    other = T("도시", "城市", "A city")

    assert _explained(_document(TEXT), "ko", _with(over))["definitions"] == []
    assert _explained(_document(other), "ko", _with(TWIN))["definitions"] == []


def test_a_name_without_words_of_its_own_in_a_language_is_not_marked_there() -> None:
    half = msgspec.structs.replace(TWIN, definition=T("현실을 옮긴 기술이다.", "", ""))

    assert _marked(_explained(_document(TEXT), "en", _with(half)))[0] == [(TEXT.en, "")]


def test_each_item_sheet_is_a_page_of_its_own() -> None:
    document = _document(TEXT)
    document = msgspec.structs.replace(document, items=document.sections)

    marked = _explained(document, "ko", _with(TWIN))

    assert marked["items"] == marked["sections"]
    assert _marked(marked)[0][1] == ("디지털 트윈", "T-50")


def test_an_edition_that_was_sealed_with_its_marks_keeps_them() -> None:
    """Composers 1 to 4 marked the first places themselves."""
    runs = (
        Run("디지털 트윈은 "),
        Run("디지털 트윈", term="T-50", notes=(2,)),
        Run("을, 디지털 트윈을 쓴다."),
    )
    section = Section("s", T("", "", ""), (Prose(Passage((Line("paragraph", runs),))),))

    document = _explained(msgspec.structs.replace(_document(), sections=(section,)), "ko", _with(TWIN))

    assert _marked(document)[0] == [(run.text, run.term) for run in runs]
    assert [each["key"] for each in document["definitions"]] == ["T-50"]


def test_a_partners_edition_explains_no_name_that_its_texts_do_not_hold() -> None:
    own = for_audience(_with(TWIN), "partner")

    assert own.terms == ()
