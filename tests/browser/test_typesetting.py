"""How pages are set, in real Chromium."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page
from pypdf import PdfReader

from briefings.models import Briefing, Chapter, Edition
from briefings.rendering.files import edition_html
from languages.trilingual import LANGUAGES, Language
from projects.models import Figure
from tests.briefings.editions import release_now, seal_sample

PATH = "editions/2025-11/presidential/1.0/"


@pytest.fixture
def edition(live_database: str) -> Edition:
    """A released one, whose last chapter takes a little more than a page."""
    chapter = Chapter.objects.get(briefing__slug="2025-11", pillar__slug="sustainable")
    chapter.bridge_en = " ".join([chapter.bridge_en] * 8)
    chapter.save()
    sealed = seal_sample("presidential")
    release_now(sealed, approver=get_user_model().objects.get(username="approver"))
    return sealed


def test_a_digests_characters_are_of_one_width_and_nothing_runs_off_a_phone_at_200_per_cent(
    edition: Edition, sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("official")
    # half the 360 pixels of a phone
    phone = sign_in("official", width=180, java_script_enabled=False)
    verified = f"verify/?digest={edition.digest}"
    for language in LANGUAGES:
        for path in (PATH, verified):
            page.goto(f"{address}/{language}/{path}")
            widths = page.locator(".digest span").evaluate_all(
                "groups => groups.map(group => group.getBoundingClientRect().width.toFixed(1))"
            )
            assert len(widths) == 8
            assert len(set(widths)) == 1, (language, path, widths)
        for path in (PATH, f"{PATH}items/korean-air-archer-evtol/", verified):
            phone.goto(f"{address}/{language}/{path}")
            too_wide = phone.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert too_wide == 0, (language, path, too_wide)


def test_a_printed_chapter_of_more_than_a_page_leaves_no_page_almost_empty(
    edition: Edition, sign_in: Callable[..., Page], address: str
) -> None:
    """What follows the last chapter follows on its page."""
    page = sign_in("official")
    page.goto(f"{address}/en/{PATH}")

    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages

    texts = [sheet.extract_text() for sheet in printed]
    begins = next(number for number, text in enumerate(texts) if text.startswith("4 Sustainable"))
    assert "Who asks what" in texts[begins + 1]
    assert not texts[begins + 1].startswith("Who asks what")


@pytest.mark.parametrize("language", ["ko", "en"])  # of Chinese letters the browser's PDF tells others
def test_a_printed_page_parts_no_term_from_its_meaning_and_no_digest_from_its_heading(
    language: Language, edition: Edition, sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("official")
    page.goto(f"{address}/{language}/{PATH}")
    kept = page.locator(".terms > div, #files").evaluate_all("blocks => blocks.map(block => block.innerText)")

    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages

    printed = ["".join(sheet.extract_text().split()) for sheet in sheets]
    for text in kept:
        first, last = text.split("\n")[0], text.removesuffix("↩").strip()[-5:]
        assert any("".join(first.split()) in sheet and "".join(last.split()) in sheet for sheet in printed), (
            text
        )


@pytest.fixture
def correction(edition: Edition, tmp_path: Path) -> str:
    """Where the HTML file stands of an English correction with a long note and much that changed."""
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.change_note_ko = "도입 대수와 그 기준일을 바로잡음"
    briefing.change_note_zh_hans = "更正引进数量及其截止日期。"
    briefing.change_note_en = (
        "The number of aircraft and its date are put right, as the company has told since. " * 3
    )
    for text in ("conclusion", "why_now_norm", "why_now_market"):
        setattr(briefing, f"{text}_en", f"{getattr(briefing, f'{text}_en')} More.")
    briefing.save_revision().publish()
    for figure in Figure.objects.filter(value__isnull=False):
        figure.value += 1
        figure.save()
    file = tmp_path / "correction.html"
    file.write_bytes(edition_html(seal_sample("presidential"), "en"))
    return file.as_uri()


def test_the_one_page_of_a_correction_is_printed_on_one_page(
    correction: str, sign_in: Callable[..., Page]
) -> None:
    page = sign_in("official")

    page.goto(correction)
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages

    texts = [sheet.extract_text() for sheet in sheets]
    begins = next(number for number, text in enumerate(texts) if text.startswith("In one page"))
    assert "All " in texts[begins]
    assert "Dates ahead" in texts[begins]
    assert texts[begins + 1].startswith("Why now")
