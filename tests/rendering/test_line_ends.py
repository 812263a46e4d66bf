"""Korean words of a table that need no box: the lines end where they would if each word had one."""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from briefings.assembly.seal import document_of
from briefings.rendering import line_ends, pdf
from briefings.rendering.one_language import in_language
from tests.briefings.editions import seal_sample
from tests.rendering.extraction import SOME_EDITION

pytestmark = pytest.mark.django_db

WORDS = (
    "한국의 도시와 교통을 함께 및 스마트시티 협력을 국가 현대화의 핵심으로 보고 있으며, 인프라를 “한국형 모델”로 최대 100대 "
    "지능형교통체계(ITS)·자율주행·도심항공교통(UAM)의 도시·철도·공항·스마트시티 APEC·아세안 K-UAM Archer Aviation과의 eVTOL "
    "HBM3E를 26만 1,234.5㎢ MOU AV 2025년 10월 20일 11월 5일까지 20일~11월 제9조제1항제5호) (2019년 30% (가) "
    "가나다라마바사아자차카타파하가나다라마바사아자차카타파하 https://www.molit.go.kr/english/policy/index.html"
)
ODD = "— ※ ㎡ 學校 / : ; ! ) ” “ ( 10x20 2025年"


def document() -> dict[str, Any]:
    """The sample's document in Korean, as the PDF takes it."""
    return in_language(document_of(bytes(seal_sample("full").content)), "ko")


def set_as_pdf(values: dict[str, Any]) -> list[str]:
    """The lines of the pages, each where it ends."""
    made = pdf.render_pdf(
        values,
        language="ko",
        edition=SOME_EDITION,
        timestamp=1_700_000_000,
    )
    said = subprocess.run(["pdftotext", "-raw", "-", "-"], input=made, check=True, capture_output=True)
    # a note's number is set higher and may be read as a line of its own
    return [line for line in said.stdout.decode().split("\n") if not line.strip().replace(",", "").isdigit()]


def words_without_boxes(sections: list[dict[str, Any]]) -> int:
    tables = [block for section in sections for block in section["blocks"] if block["kind"] == "table"]
    runs = [
        run
        for table in tables
        for row in table["rows"]
        for cell in row
        for line in cell
        for run in line["runs"]
    ]
    return sum(len(run["text"].split()) for run in runs if run.get("free")) + sum(
        words_without_boxes(section["sections"]) for section in sections if section["sections"]
    )


@pytest.fixture
def boxed(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Any]], list[str]]:
    """The same lines where each word has its box."""

    def set_boxed(values: dict[str, Any]) -> list[str]:
        with monkeypatch.context() as patched:
            patched.setattr(line_ends, "mark_free_words", lambda _sections: None)
            return set_as_pdf(values)

    return set_boxed


def test_the_samples_lines_end_where_they_would_with_a_box_for_each_word(boxed: Callable[..., list[str]]):
    values = document()

    assert set_as_pdf(values) == boxed(values)

    line_ends.mark_free_words(values["sections"])
    assert words_without_boxes(values["sections"]) > 1000


def test_what_is_marked_makes_no_document_too_large(monkeypatch: pytest.MonkeyPatch):
    values = document()
    monkeypatch.setattr(pdf, "LARGEST", 1)
    with pytest.raises(pdf.TooLarge) as refused:
        set_as_pdf(values)
    size = re.search(r"has ([\d,]+) characters", str(refused.value))
    assert size

    monkeypatch.setattr(pdf, "LARGEST", int(size[1].replace(",", "")))

    assert len(set_as_pdf(values)) > 1000


def table_of(shape: str, rows: list[list[list[dict[str, Any]]]], columns: int) -> dict[str, Any]:
    cells = [[[{"style": "paragraph", "runs": runs}] for runs in row] for row in rows]
    return {"kind": "table", "shape": shape, "caption": shape, "columns": ["열"] * columns, "rows": cells}


def with_tables(*tables: dict[str, Any]) -> dict[str, Any]:
    """A document of these tables alone."""
    values = document()
    values["sections"] = values["sections"][-1:]
    values["sections"][0] |= {"sections": [], "blocks": list(tables)}
    return values


def test_where_no_line_may_begin_or_end_no_word_is_parted_instead(boxed: Callable[..., list[str]]):
    texts = [
        "사우디아라비아 교통물류부 / 국토교통부 공동위원회 개최",
        "국토교통부 국제협력담당관 : 044-201-0000으로 문의",
        "도심항공교통 실증사업 협력 / 공동연구 추진",
        "철도 / 도로 / 공항 / 항만 / 물류 / 도시 / 주택 / 교통 / 건설",
        "한국의 도시와 교통을 “ 함께 ” 보는 ( 스마트시티 ) 협력을 추진",
        "추진 ! 그리고 ? 다시 ; 함께 , 계획이다",
        "가가 나나나 10x20 있으며, 제3국 도시와 협력",
        "2025年 學校와 a學b 함께 추진하는 사업의 성과",
        "— 함께 → 추진 ⇒ 성과",
        "도시‧교통ㆍ물류 협력을 추진하는 국가들의 공동 성명",
        "(가) 함께 (나) 추진하는 (다) 협력 “라” ‘마’ 바",
    ]
    runs: list[list[dict[str, Any]]] = []
    for text in texts:
        runs += [[{"text": f"{'가' * number} {text}".strip()}] for number in range(7)]
    for number in range(1, 9):
        compound = {"text": f"{'가' * number} 보고 협력을 자율주행·교통체계(지능형)", "notes": [1, 12]}
        runs.append([compound, {"text": " 추진하는 것을 사업의 성과로 보는 나라"}])
        syllable = {"text": f"{'가' * number} 국토교통부 및", "notes": [3]}
        runs.append([syllable, {"text": " 함께 하는 일을 추진하는 나라", "notes": [12]}])
    values = with_tables(
        *(
            table_of(shape, [[each] * len(parts) for each in runs], len(parts))
            for shape, parts in line_ends.column_parts("ko").items()
        )
    )

    assert set_as_pdf(values) == boxed(values)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_stands_in_a_table_its_lines_end_as_with_boxes(seed: int, boxed: Callable[..., list[str]]):
    chance = random.Random(seed)

    def run(most: int) -> dict[str, Any]:
        if chance.random() < 0.15:
            return {
                "text": chance.choice(["1조 2,000억 원", "최대 100대", "26만 명", "약 40㎢"]),
                "figure": "key",
            }
        words = f"{WORDS} {ODD}" if chance.random() < 0.1 else WORDS
        text = " ".join(chance.choices(words.split(), k=chance.randint(1, most)))
        made: dict[str, Any] = {"text": " " * (chance.random() < 0.3) + text + " " * (chance.random() < 0.6)}
        if chance.random() < 0.2:
            made["bold"] = True
        if chance.random() < 0.2:
            made["notes"] = chance.choice([[3], [1, 12]])
        return made

    def cell() -> list[dict[str, Any]]:
        """The runs of a text."""
        runs = [run(12) for _ in range(chance.choice([1, 1, 1, 2, 4]))]
        if chance.random() < 0.9:
            runs[0]["text"] = runs[0]["text"].lstrip()
            runs[-1]["text"] = runs[-1]["text"].rstrip()
        return runs

    values = with_tables(
        *(
            table_of(shape, [[cell() for _ in parts[skipped:]] for _ in range(25)], len(parts) - skipped)
            for shape, parts in line_ends.column_parts("ko").items()
            for skipped in (0, 1)
        )
    )

    assert set_as_pdf(values) == boxed(values)

    line_ends.mark_free_words(values["sections"])
    assert words_without_boxes(values["sections"]) > 1000


def test_a_key_figure_that_is_a_span_of_days_parts_between_them():
    figure = {"value": "2025년 10월 31일~2026년 11월 30일", "label": "협력 기간", "remark": "", "notes": []}
    values = with_tables()
    values["sections"][0]["blocks"] = [{"kind": "figures", "figures": [figure] * 3}]

    printed = set_as_pdf(values)

    assert printed.count("2025년 10월 31일~") == 3
    assert printed.count("2026년 11월 30일") == 3
