"""Chapters and the one page: set closer, so that all of each stays on one sheet, as long as that can be read."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import Any

import pytest
from pypdf import PdfReader

from briefings.assembly.seal import document_of
from briefings.rendering import pdf
from briefings.rendering.one_language import in_language
from languages.trilingual import Language
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
