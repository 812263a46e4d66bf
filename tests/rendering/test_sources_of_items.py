"""An item's page numbers its sources as the edition does, and numbers nothing else."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from briefings.assembly.document import Document
from briefings.assembly.material import Source
from briefings.rendering.one_language import in_language
from languages.trilingual import LANGUAGES, Language, Trilingual
from tests.assembly.materials import T, changed, composed, material
from tests.rendering.extraction import SOME_EDITION

MOLIT = T("국토교통부", "国土交通部", "MOLIT")


@pytest.fixture(scope="module")
def document() -> Document:
    """Three sources whose notes begin alike, of an item that has an effect beginning with the ministry's name."""
    release = T("보도자료", "新闻稿", "Press release")
    sources = (
        Source("short", MOLIT, strength="reported"),
        Source("long", MOLIT, release, strength="announced"),
        Source("elsewhere", MOLIT, url="https://molit.example/other", strength="reported"),
    )
    said = T("국토교통부의 협력 상대 확대", "国土交通部的合作伙伴增加。", "MOLIT gains a partner.")
    made = changed(material(), "kr-vn-vice-ministerial", sources=sources, views=(MOLIT, said))
    return composed(made)


def page(document: Document, language: Language) -> Any:
    plain = in_language(document, language)
    (sheet,) = (each for each in plain["items"] if each["key"] == "kr-vn-vice-ministerial")
    edition = SOME_EDITION | {"state": "preview"}
    context = {"document": plain, "edition": edition, "sheet": sheet, "language": language}
    with override(language):
        return lxml.html.fromstring(render_to_string("briefings/sheet.html", context))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_source_has_the_number_of_its_own_note_and_no_other_sentence_has_one(
    document: Document, language: Language
) -> None:
    numbers = {
        f"{note.text[language]} {note.strength[language]} {note.url}": note.number for note in document.notes
    }
    announced, reported = (
        Trilingual("공식 발표", "正式发布", "announced"),
        T("언론 보도", "媒体报道", "reported"),
    )
    release = in_language(T("국토교통부, 보도자료", "国土交通部，新闻稿", "MOLIT, Press release"), language)

    entries = [
        (entry.get("id"), entry.xpath("string(span)"))
        for entry in page(document, language).xpath("//li[starts-with(@id, 'note-')]")
    ]

    expected = [
        numbers[f"{release} {announced[language]} "],
        numbers[f"{MOLIT[language]} {reported[language]} "],
        numbers[f"{MOLIT[language]} {reported[language]} https://molit.example/other"],
    ]
    assert entries == [(f"note-{number}", f"{number}") for number in expected]
