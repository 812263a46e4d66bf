"""Broken copies of the presidential sample, one for each kind of disagreement: none of them is sealed."""

from __future__ import annotations

from typing import Any

import pytest

from briefings import runs
from briefings.checking.findings import described
from briefings.checking.parity_sentences import PARITY_SENTENCES
from briefings.choices import RunState
from briefings.models import AssemblyRun, Briefing, Edition
from projects.models import CooperationItem

pytestmark = pytest.mark.django_db
SLUG = "bac-ninh-dong-nam-new-town"
SOUND = (
    "국토교통부는 2024년 3월 5일 260만 명이 쓸 최대 100대의 장비(HBM3E)를 공급하기로 합의하였다.",
    "国土交通部于2024年3月5日同意供应供260万人使用的至多100台设备（HBM3E）。",
    "On March 5, 2024 MOLIT agreed to supply up to 100 units of equipment (HBM3E) for 2.6 million people.",
)
# code, the language that is broken, what stands there, what is written instead
BROKEN = [
    ("figure-differs", 1, "260万人", "26万人"),
    ("figure-differs", 2, "March 5, 2024", "March 6, 2024"),
    ("figure-missing", 1, "供260万人使用的", ""),
    ("figure-added", 2, "2.6 million people", "2.6 million people in 12 cities"),
    ("unit-differs", 0, "260만 명", "260만 원"),
    ("qualifier-differs", 2, "up to 100", "100"),
    ("qualifier-differs", 1, "至多100台", "100台"),
    ("step-differs", 2, "agreed to supply", "signed a contract to supply"),
    ("name-differs", 1, "HBM3E", "HBM4E"),
    ("term-forbidden", 1, "国土交通部", "国土交通省"),
    ("language-missing", 2, SOUND[2], ""),
    ("relative-date", 0, "2024년 3월 5일", "지난달"),
    ("unbalanced", 1, "）", ""),
    ("contact-data", 2, "equipment", "equipment (+82 2 1234 5678)"),
    ("wrong-language", 2, SOUND[2], SOUND[1].replace("，", "")),
]
# what an edition is sealed over, and its desk still tells
DOUBTFUL = [
    ("foreign-script", 2, "equipment", "장비"),
    ("traditional-characters", 1, "国土交通部", "国土交通部與"),
    ("term-missing", 1, "国土交通部", "韩方"),
]


def _run(texts: tuple[str, ...]) -> AssemblyRun:
    CooperationItem.objects.filter(slug=SLUG).update(
        **dict(zip(("summary_ko", "summary_zh_hans", "summary_en"), texts, strict=True))
    )
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["presidential"]
    )
    runs.work_on(run.pk)
    run.refresh_from_db()
    return run


def _said_of(run: AssemblyRun) -> list[dict[str, Any]]:
    """The findings of a copy, but for the one of every copy: nobody has reviewed it yet."""
    return [finding for finding in run.findings if finding["code"] != "text-not-reviewed"]


def test_the_sound_copy_is_sealed() -> None:
    run = _run(SOUND)

    assert _said_of(run) == []
    assert run.state != RunState.BLOCKED
    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    ("code", "language", "sound", "broken"), BROKEN, ids=[f"{b[0]}-{b[1]}" for b in BROKEN]
)
def test_a_broken_copy_is_refused_and_its_place_named(
    code: str, language: int, sound: str, broken: str
) -> None:
    texts = list(SOUND)
    assert sound in texts[language]
    texts[language] = texts[language].replace(sound, broken)

    run = _run(tuple(texts))

    assert run.state == RunState.BLOCKED
    assert Edition.objects.count() == 0
    found = [f for f in run.findings if f["code"] == code and f["severity"] == "blocking"]
    assert [(f["place"]["slug"], f["place"]["field"]) for f in found][:1] == [(SLUG, "summary")], run.findings


@pytest.mark.parametrize(
    ("code", "language", "sound", "doubtful"), DOUBTFUL, ids=[f"{d[0]}-{d[1]}" for d in DOUBTFUL]
)
def test_what_a_form_doubts_the_desk_doubts_too(code: str, language: int, sound: str, doubtful: str) -> None:
    texts = list(SOUND)
    assert sound in texts[language]
    texts[language] = texts[language].replace(sound, doubtful)

    run = _run(tuple(texts))

    found = [f for f in run.findings if f["code"] == code]
    assert [(f["place"]["slug"], f["place"]["field"]) for f in found][:1] == [(SLUG, "summary")], run.findings


def test_a_finding_of_the_parity_check_quotes_what_each_language_says() -> None:
    run = _run((SOUND[0], SOUND[1].replace("260万人", "26万人"), SOUND[2]))

    (finding,) = described(_said_of(run))

    assert "Korean “260만 명”" in finding.sentence
    assert "Simplified Chinese “26万人”" in finding.sentence
    assert finding.language == "简体中文"


def test_every_kind_of_disagreement_has_a_sentence_in_each_language() -> None:
    from django.utils import translation

    for language in ("ko", "zh-hans", "en"):
        with translation.override(language):
            sentences = {str(each) for each in PARITY_SENTENCES.values()}
        assert len(sentences) == len(PARITY_SENTENCES), language
