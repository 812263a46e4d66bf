"""An agreed name is explained where its reader first meets it on a page."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from briefings.assembly.audiences import for_audience
from briefings.assembly.definitions import Definitions
from briefings.assembly.document import Document, Line, Passage, Prose, Run, Section
from briefings.assembly.material import Material, Term
from languages.trilingual import Trilingual
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


def _explained(document: Document, of: Material) -> Document:
    """The document with the names of `of` marked: its sections are one page, and each sheet is one."""
    definitions = Definitions(of)
    sections = definitions.marked(document.sections)
    sheets = tuple(page for sheet in document.items for page in definitions.marked((sheet,)))
    return msgspec.structs.replace(document, sections=sections, items=sheets, definitions=definitions.used)


def _marked(document: Document, language: str) -> list[list[tuple[str, str]]]:
    found = []
    for section in document.sections:
        (block,) = section.blocks
        assert isinstance(block, Prose)
        lines = block.passage[language]  # type: ignore[index]
        found.append([(run.text, run.term) for line in lines for run in line.runs])
    return found


def _with(term: Term) -> Material:
    return material(terms=(term,))


TEXT = T("도시는 디지털 트윈을 쓴다.", "城市使用数字孪生。", "Digital twins aside, a Digital Twin is used.")


def test_the_first_place_is_marked_in_each_language_and_later_ones_are_not() -> None:
    document = _explained(_document(TEXT, TEXT), _with(TWIN))

    assert _marked(document, "ko") == [
        [("도시는 ", ""), ("디지털 트윈", "T-50"), ("을 쓴다.", "")],
        [(TEXT.ko, "")],
    ]
    assert _marked(document, "zh-hans")[0][1] == ("数字孪生", "T-50")
    assert _marked(document, "en")[0] == [
        ("Digital twins aside, a ", ""),
        ("Digital Twin", "T-50"),
        (" is used.", ""),
    ]
    assert [each.key for each in document.definitions] == ["T-50"]


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

    document = _explained(_document(T(text, "", "")), material(terms=terms))

    assert [term for runs in _marked(document, "ko") for _text, term in runs if term] == found


def test_the_longest_latin_name_that_is_a_word_of_its_own_is_meant() -> None:
    names = ["Smart City", "Smart City Network", "City Diplomacy"]
    terms = tuple(Term(name, T("", "", name), definition=T("", "", "Means.")) for name in names)
    text = "Smart City Networks and smart city diplomacy, City Diplomacy (smart city network)"

    document = _explained(_document(T("", "", text)), material(terms=terms))

    assert [term for runs in _marked(document, "en") for _text, term in runs if term] == [
        "Smart City",
        "City Diplomacy",
        "Smart City Network",
    ]


def test_the_words_and_their_source_notes_stay_as_they_were() -> None:
    before = _document(TEXT)

    after = _explained(before, _with(TWIN))

    for language in ("ko", "zh-hans", "en"):
        texts = ["".join(text for text, _term in runs) for runs in _marked(after, language)]
        assert texts == ["".join(text for text, _term in runs) for runs in _marked(before, language)]
    (block,) = after.sections[0].blocks
    assert isinstance(block, Prose)
    assert [run.notes for run in block.passage.ko[0].runs] == [(), (), (1,)]


def test_what_is_not_met_or_not_in_force_is_not_explained() -> None:
    over = msgspec.structs.replace(TWIN, valid_until=date(2020, 1, 1))
    other = T("도시", "城市", "A city")

    assert _explained(_document(TEXT), _with(over)).definitions == ()
    assert _explained(_document(other), _with(TWIN)).definitions == ()


def test_each_item_sheet_is_a_page_of_its_own() -> None:
    document = _document(TEXT)
    document = msgspec.structs.replace(document, items=document.sections)

    marked = _explained(document, _with(TWIN))

    assert marked.items == marked.sections


def test_a_partners_edition_explains_no_name_that_its_texts_do_not_hold() -> None:
    own = for_audience(_with(TWIN), "partner")

    assert own.terms == ()
