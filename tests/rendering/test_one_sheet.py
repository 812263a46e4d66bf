"""Chapters and the one page: set closer, so that all of each stays on one sheet, as long as that can be read."""

from __future__ import annotations

import io
from copy import deepcopy
from functools import cache
from typing import Any

import msgspec
import pytest
from pypdf import PdfReader

from briefings.assembly import compose
from briefings.assembly.changes import compare
from briefings.assembly.checks.one_page import one_page_too_long
from briefings.assembly.document import Document
from briefings.assembly.material import Material
from briefings.assembly.seal import document_of, opened
from briefings.rendering import pdf
from briefings.rendering.one_language import in_language
from languages.trilingual import LANGUAGES, Language, Trilingual
from tests.briefings.editions import seal_sample
from tests.rendering.extraction import SOME_EDITION

pytestmark = pytest.mark.django_db

END = "MMXXV"
LINES = {
    "ko": "협력의 성과를 시민의 하루로 잇는 일은 노선과 도시와 하늘길을 하나의 체계로 보는 데서 시작된다.",
    "zh-hans": "让合作成果走进市民的日常生活，要从把线路、城市与空中通道看作一个整体开始。",
    "en": "Bringing cooperation into daily life begins with seeing routes, cities and air corridors as one system.",
}


def set_as_pdf(document: dict[str, Any], language: Language) -> tuple[bool, float]:
    """Whether the document's only section ends on the sheet where it begins, and its letters' size in points."""
    made = pdf.render_pdf(
        document,
        language=language,
        edition=SOME_EDITION,
        timestamp=1_700_000_000,
    )
    reader = PdfReader(io.BytesIO(made))
    letters: dict[float, int] = {}

    def count(text: str, _matrix: object, _position: object, _font: object, size: float) -> None:
        letters[round(size, 2)] = letters.get(round(size, 2), 0) + len(text)

    text = reader.pages[2].extract_text(visitor_text=count)  # after the cover and the contents
    return END in text, max(letters, key=lambda size: letters[size])


def prose(text: str) -> dict[str, Any]:
    return {"kind": "prose", "label": "", "passage": [{"style": "paragraph", "runs": [{"text": text}]}]}


@pytest.mark.parametrize(("language", "full"), [("ko", 11.9), ("zh-hans", 11.9), ("en", 10.85)])
def test_a_chapter_is_set_closer_until_it_would_be_hard_to_read(language: Language, full: float):
    document = in_language(document_of(bytes(seal_sample("presidential").content)), language)
    chapter = next(section for section in document["sections"] if section["pillar"] == "smart-city")
    chapter["blocks"].append(prose(END))
    seen = []
    for lines in range(0, 21, 2):
        longer = deepcopy(chapter)
        longer["blocks"][1:1] = [prose(LINES[language])] * lines
        only = {**document, "definitions": [], "notes": [], "sections": [longer]}
        seen.append(set_as_pdf(only, language))

    whole = [size for on_one_sheet, size in seen if on_one_sheet]
    parted = {size for on_one_sheet, size in seen if not on_one_sheet}
    assert [on_one_sheet for on_one_sheet, _size in seen] == [True] * len(whole) + [False] * (
        len(seen) - len(whole)
    )
    assert whole == sorted(whole, reverse=True)
    assert parted == {full}
    assert 0.85 * full <= min(whole) < full


@cache
def sample() -> Material:
    return opened(bytes(seal_sample("presidential").content)).material


def with_one_page(after: Material, before: Material | None = None) -> Document:
    return compose.document(after, "presidential", compare(after, before, "2025-11 1.0"))


def is_one_sheet(document: Document, language: Language) -> bool:
    printed = in_language(document, language)
    page = next(section for section in printed["sections"] if section["key"] == "one-page")
    next_page = {**page, "key": "next", "title": END, "blocks": [prose(END)]}
    made = pdf.render_pdf(
        {**printed, "definitions": [], "notes": [], "sections": [page, next_page]},
        language=language,
        edition=SOME_EDITION,
        timestamp=1_700_000_000,
    )
    return END in PdfReader(io.BytesIO(made)).pages[3].extract_text()


NOTE = Trilingual(
    "대한항공의 구매 계획 대수와 베트남 사회주택 목표를 바로잡고 K-City 네트워크 참여 도시 수의 기준 시점을 명시함."
    " 출처 기관의 정정 보도(2025년 11월 12일)에 따름",
    "更正大韩航空计划采购的数量和越南社会住房目标，并注明K-City Network参与城市数量的统计时点。"
    "依据来源机构2025年11月12日的更正报道。",
    "The number of aircraft that Korean Air plans to buy is put right, the target of Vietnam’s social housing is"
    " corrected, and the date of the number of K-City Network cities is given, following the source of November 12.",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_one_page_of_a_correction_is_one_sheet_however_much_changed(language: Language):
    before = sample()
    longer = Trilingual(*(" ".join([NOTE[code]] * 2)[:200] for code in LANGUAGES))
    items = [
        msgspec.structs.replace(
            item,
            headline=longer if position == 0 else item.headline,
            summary=NOTE,
            figures=tuple(
                msgspec.structs.replace(figure, value=None if figure.value is None else figure.value + 7)
                for figure in item.figures
            ),
        )
        for position, item in enumerate(before.items)
    ]
    briefing = msgspec.structs.replace(
        before.briefing, why_now_norm=NOTE, why_now_market=NOTE, change_note=NOTE
    )
    after = msgspec.structs.replace(before, items=tuple(items[:-1]), briefing=briefing)

    document = with_one_page(after, before)

    assert is_one_sheet(document, language)
    assert not list(one_page_too_long(document, after))


@pytest.mark.parametrize("language", LANGUAGES)
def test_editors_are_told_before_the_one_page_becomes_two(language: Language):
    seen = []
    for more in (1, 8):
        asked = sample().briefing.requests * more
        material = msgspec.structs.replace(
            sample(), briefing=msgspec.structs.replace(sample().briefing, requests=asked)
        )
        document = with_one_page(material)
        told = {finding.place.language for finding in one_page_too_long(document, material)}
        seen.append((is_one_sheet(document, language), language in told))

    assert seen == [(True, False), (False, True)]
