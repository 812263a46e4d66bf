"""Whatever stands in a briefing, what was cleaned and sealed is typeset, and gives the same files twice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from briefings.assembly.material import Material
from briefings.models import Briefing, Edition
from briefings.rendering import pdf
from briefings.rendering.charset import printable_code_points
from briefings.rendering.files import edition_html, edition_pdf
from languages.trilingual import LANGUAGES, Language
from tests.assembly.test_any_briefing import materials
from tests.assembly.test_any_text import Way, made_of, odd_changes, typed

pytestmark = pytest.mark.django_db

# a smaller example is not looked for: each would be typeset again
PHASES = (Phase.explicit, Phase.generate)

languages = st.sampled_from(LANGUAGES)


def edition_of(material: Material) -> Edition:
    """An edition for partners, the audience of the shortest, that is in no database."""
    content, _findings, _document = made_of(material, "partner", printable_code_points())
    return Edition(
        briefing=Briefing(slug="2025-11"),
        audience="partner",
        major=1,
        minor=0,
        content=content,
        digest="0123456789abcdef" * 4,
        sealed_at=datetime(2025, 11, 28, tzinfo=UTC),
    )


def assert_files_are_made_and_made_the_same_twice(edition: Edition, language: Language) -> None:
    printed, page = edition_pdf(edition, language), edition_html(edition, language)
    pdf.forget()

    assert printed.startswith(b"%PDF-")
    assert edition_pdf(edition, language) == printed
    assert edition_html(edition, language) == page


@settings(max_examples=6, phases=PHASES)
@given(odd_changes(fewest=20, most=40), languages)
@example([(("items", 5, "headline", "en"), '[[aircraft]] 🚀 \ud800 #read("x") $x$ ' + "K-UAM" * 40)], "en")
def test_any_text_that_was_sealed_is_typeset_and_gives_the_same_files_twice(
    odd: list[tuple[Way, str]], language: Language
) -> None:
    assert_files_are_made_and_made_the_same_twice(edition_of(typed(odd)), language)


@settings(max_examples=8, phases=PHASES)
@given(materials, languages)
def test_any_briefing_that_was_sealed_is_typeset_and_gives_the_same_files_twice(
    made: Material, language: Language
) -> None:
    assert_files_are_made_and_made_the_same_twice(edition_of(made), language)
