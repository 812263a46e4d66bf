"""A finding's place reads as the form names it, in the editor's language."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.utils import translation

from briefings.assembly.checks.places import texts_of
from briefings.assembly.collect import collect
from briefings.checking.findings import described
from briefings.checking.places import Places
from briefings.models import Briefing

pytestmark = pytest.mark.django_db
CODE = re.compile(r"[a-z]+[._][a-z0-9]")


def _where(language: str, record: str, slug: str, field: str, code: str = "text-missing") -> str:
    finding: dict[str, Any] = {
        "code": code,
        "severity": "blocking",
        "place": {"record": record, "slug": slug, "field": field},
    }
    with translation.override(language):
        return described([finding])[0].where


@pytest.mark.parametrize(
    ("field", "korean", "chinese", "english"),
    [
        ("requests.1", "건의 1", "建议事项第1条", "Request 1"),
        ("chapters.connectivity", "연결성 장", "“互联互通”一章", "Chapter “Connectivity”"),
        (
            "chapters.smart-city.gap",
            "스마트시티 장 · 남은 과제",
            "“智慧城市”一章 · 不足之处",
            "Chapter “Smart city” · Gap",
        ),
        ("headline", "제목", "标题", "Headline"),
    ],
)
def test_a_place_in_the_briefing_is_named_in_each_language(
    field: str, korean: str, chinese: str, english: str
) -> None:
    named = {code: _where(code, "briefing", "2025-11", field) for code in ("ko", "zh-hans", "en")}

    assert named["ko"].endswith(f" · {korean}")
    assert named["zh-hans"].endswith(f" · {chinese}")
    assert named["en"].endswith(f" · {english}")


def test_a_part_of_an_edition_is_named_by_its_audience_and_its_heading() -> None:
    named = {
        code: _where(code, "document", "presidential", "conclusions") for code in ("ko", "zh-hans", "en")
    }

    assert named == {
        "ko": "대통령실 보고용 · 결론 부분",
        "zh-hans": "总统府版 · “结论”部分",
        "en": "Presidential edition · The part “Conclusions”",
    }


def test_a_missing_section_is_named_by_its_heading() -> None:
    finding = {
        "code": "section-missing",
        "severity": "blocking",
        "place": {"record": "document", "slug": "presidential", "field": "conclusions"},
        "details": {"section": "conclusions"},
    }

    with translation.override("ko"):
        assert "“결론” 부분이 없습니다" in described([finding])[0].sentence


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_no_place_of_the_sample_reads_like_code(language: str) -> None:
    placed = [each.place for each in texts_of(collect(Briefing.objects.get(slug="2025-11")).material)]
    places = Places((place.record, place.slug) for place in placed)

    with translation.override(language):
        named = {place.field: places.part(place.record, place.field) for place in placed}

    assert {field: name for field, name in named.items() if CODE.search(name)} == {}
