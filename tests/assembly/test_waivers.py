"""A waiver holds for one finding about exactly what was judged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from briefings.assembly.checks import TextCheck
from briefings.assembly.checks.languages import missing_languages, texts_to_review
from briefings.assembly.checks.places import texts_of
from briefings.assembly.checks.rules import Rules
from briefings.assembly.checks.wording import relative_dates, secret_marks
from briefings.assembly.findings import Finding, Place, Severity, Waiver, blocking
from briefings.assembly.material import Material
from briefings.assembly.waivers import known_to_waivers, let_stand
from languages.states import Reviews, pair_of
from languages.trilingual import Trilingual
from tests.assembly.materials import (
    AIRCRAFT_DEAL,
    PERSPECTIVES,
    ROADMAP,
    T,
    briefed,
    changed,
    found,
    material,
    with_code,
)

SUMMARY = T("작년에 협의하였다.", "双方于2024年进行了磋商。", "Both sides consulted in 2024.")


def _said(check: TextCheck, of: Material) -> list[Finding]:
    return [finding for placed in texts_of(of) for finding in check(placed, Rules())]


def _with_summary(summary: Trilingual) -> Material:
    return changed(material(), AIRCRAFT_DEAL.slug, summary=summary)


def _finding(of: Material) -> Finding:
    found = [each for each in _said(relative_dates, of) if each.place.slug == AIRCRAFT_DEAL.slug]
    return known_to_waivers(found, of, {})[0]


def _waiver(finding: Finding) -> dict[str, Waiver]:
    return {finding.digest: Waiver(finding.digest, "인용문의 표현임", "approver", date(2025, 11, 6))}


def _known(code: str, of: Material, waivers: Mapping[str, Waiver] | None = None) -> tuple[Finding, ...]:
    """The findings of a kind as a run keeps them."""
    return known_to_waivers(with_code(found(of), code), of, waivers or {})


def test_a_waived_finding_no_longer_stops_sealing() -> None:
    of = _with_summary(SUMMARY)
    finding = _finding(of)

    waived = known_to_waivers([finding], of, _waiver(finding))

    assert blocking([finding]) == (finding,)
    assert blocking(waived) == ()
    assert waived[0].waiver is not None


@pytest.mark.parametrize("language", ["ko", "zh_hans", "en"])
def test_a_waiver_dies_when_one_of_its_texts_changes(language: str) -> None:
    finding = _finding(_with_summary(SUMMARY))
    summary = msgspec.structs.replace(SUMMARY, **{language: getattr(SUMMARY, language) + " 2"})
    of = _with_summary(summary)

    waived = known_to_waivers([_finding(of)], of, _waiver(finding))

    assert waived[0].waiver is None


def test_a_waiver_outlives_a_change_elsewhere_in_the_record() -> None:
    finding = _finding(_with_summary(SUMMARY))
    of = changed(_with_summary(SUMMARY), AIRCRAFT_DEAL.slug, message=T("새 말", "新的话", "New words"))

    assert known_to_waivers([_finding(of)], of, _waiver(finding))[0].waiver is not None


def test_a_waiver_is_for_one_finding_not_for_all_about_its_text() -> None:
    of = _with_summary(T("작년에 협의하였다.", "", "Both sides consulted in 2024."))
    finding = _finding(of)
    missing = [each for each in _said(missing_languages, of) if each.place.slug == AIRCRAFT_DEAL.slug]

    assert known_to_waivers(missing, of, _waiver(finding))[0].waiver is None


def test_a_finding_about_a_whole_record_rests_on_all_its_texts() -> None:
    place = Place("perspective", material().perspectives[0].slug)
    finding = Finding("perspective-without-item", Severity.WARNING, place)
    before = known_to_waivers([finding], material(), {})[0]

    messages = (T("다른 말", "别的话", "Other words"),)
    first = msgspec.structs.replace(material().perspectives[0], messages=messages)
    of = material(perspectives=(first, *material().perspectives[1:]))

    assert known_to_waivers([finding], of, {})[0].digest != before.digest


PILOT = "bac-ninh-pilot"
STALE = changed(material(), PILOT, headline=T("다른 이름", "另一名称", "Another name"))
UNPROVEN = material(
    items=tuple(i for i in material().items if i.slug not in (AIRCRAFT_DEAL.slug, ROADMAP.slug))
)
THIN = material(items=tuple(i for i in material().items if i.slug != ROADMAP.slug))
UNASKED = material(perspectives=PERSPECTIVES[1:])
FAREWELL = material(
    perspectives=(msgspec.structs.replace(PERSPECTIVES[0], valid_until=date(2025, 11, 5)), *PERSPECTIVES[1:])
)
PROOFLESS = material(perspectives=(msgspec.structs.replace(PERSPECTIVES[0], slug="other"), *PERSPECTIVES[1:]))


def _next(of: Material) -> Material:
    """The same in the briefing of the next month."""
    return briefed(of, slug="2025-12")


def _aircraft(**fields: Any) -> Material:
    day, aircraft = AIRCRAFT_DEAL.figures
    return changed(material(), AIRCRAFT_DEAL.slug, figures=(day, msgspec.structs.replace(aircraft, **fields)))


def _claimed(of: Material) -> Material:
    """The same with another claim for urban air mobility."""
    chapters = tuple(
        msgspec.structs.replace(each, claim=T("새 주장", "新论点。", "Another claim."))
        if each.pillar == "uam"
        else each
        for each in of.briefing.chapters
    )
    return briefed(of, chapters=chapters)


@pytest.mark.parametrize(
    ("code", "judged", "later"),
    [
        ("chapter-stale", STALE, changed(STALE, PILOT, contributions=())),
        ("pillar-unproven", UNPROVEN, _next(UNPROVEN)),
        ("pillar-unproven", UNPROVEN, _claimed(UNPROVEN)),
        ("pillar-thin", THIN, _next(THIN)),
        ("pillar-thin", THIN, material(items=tuple(i for i in material().items if i.slug != AIRCRAFT_DEAL.slug))),
        ("group-without-perspective", UNASKED, _next(UNASKED)),
        ("perspective-without-item", PROOFLESS, _next(PROOFLESS)),
        ("perspective-expired", FAREWELL, _next(FAREWELL)),
        ("figure-without-source", _aircraft(source=""), _aircraft(source="", value=Decimal(500))),
        ("figure-unchecked", _aircraft(printable="after-check"), _aircraft(printable="after-check", value=Decimal(500))),
    ],
)  # fmt: skip
def test_a_waiver_holds_no_longer_than_what_was_judged_is_the_same(
    code: str, judged: Material, later: Material
) -> None:
    given = {key: value for each in _known(code, judged) for key, value in _waiver(each).items()}

    assert given
    assert all(each.waiver for each in _known(code, judged, given))
    assert any(each.waiver is None for each in _known(code, later, given))


def test_one_figure_without_a_source_that_is_let_stand_lets_no_other_one_stand() -> None:
    sourceless = tuple(msgspec.structs.replace(each, source="") for each in AIRCRAFT_DEAL.figures)
    first, second = _known(
        "figure-without-source", changed(material(), AIRCRAFT_DEAL.slug, figures=sourceless)
    )

    assert first.digest != second.digest


def test_words_of_a_firm_that_were_let_stand_are_judged_again_when_they_are_a_declarations() -> None:
    quoted = T("선언", "宣言", "It says “Korea does not build and leave, it stays on for good”.")
    of = changed(material(), PILOT, summary=quoted)
    (finding,) = _known("quotation-unchecked", of)

    (blocked,) = _known("quotation-unchecked", changed(of, PILOT, kind="declaration"), _waiver(finding))

    assert (blocked.severity, blocked.waiver) == (Severity.BLOCKING, None)


def test_nobody_may_let_a_secret_mark_stand() -> None:
    of = _with_summary(T("대외비 자료.", "资料。", "Material."))

    found = known_to_waivers(_said(secret_marks, of), of, {})

    assert [each.digest for each in found] == [""]


def test_the_manifest_of_officials_says_who_and_why_and_a_partners_only_what() -> None:
    of = _with_summary(SUMMARY)
    finding = _finding(of)
    waived = known_to_waivers([finding], of, _waiver(finding))

    officials = let_stand(waived, of, "presidential")
    partners = let_stand(waived, of, "partner")

    assert (officials[0].by, officials[0].reason) == ("approver", "인용문의 표현임")
    assert (partners[0].by, partners[0].reason) == ("", "")
    assert partners[0].slug == AIRCRAFT_DEAL.slug


def test_a_manifest_names_no_record_that_its_edition_does_not_hold() -> None:
    of = _with_summary(SUMMARY)
    finding = _finding(of)
    waived = known_to_waivers([finding], of, _waiver(finding))

    assert let_stand(waived, material(items=()), "presidential") == ()


def test_a_translation_reviewed_with_another_korean_text_is_a_finding() -> None:
    old = T("2024년에 협의하였다.", SUMMARY.zh_hans, SUMMARY.en)
    pairs = [pair_of(old, "zh-hans"), pair_of(old, "en")]
    reviews = Reviews(frozenset(pairs), {(code, digest): old.ko for code, _korean, digest in pairs})

    found = _stale(_with_summary(SUMMARY), reviews)

    assert [each.place.language for each in found] == ["zh-hans", "en"]
    assert _stale(_with_summary(old), reviews) == []


def _stale(of: Material, reviews: Reviews) -> list[Finding]:
    return [each for each in texts_to_review(of, reviews) if each.code == "translation-stale"]


def test_a_text_of_the_briefing_itself_can_be_let_stand_too() -> None:
    of = briefed(material(), headline=T("작년 성과", "2024年成果", "Results of 2024"))
    found = [each for each in _said(relative_dates, of) if each.place.record == "briefing"]

    assert known_to_waivers(found, of, {})[0].digest


@pytest.mark.parametrize("language", ["zh_hans", "en"])
def test_nobody_may_let_a_missing_language_stand(language: str) -> None:
    of = _with_summary(msgspec.structs.replace(SUMMARY, **{language: ""}))
    found = [each for each in _said(missing_languages, of) if each.place.slug == AIRCRAFT_DEAL.slug]

    known = known_to_waivers(found, of, {"": Waiver("", "없어도 됨", "approver", date(2025, 11, 6))})

    assert [(each.code, each.digest, each.waiver) for each in known] == [("language-missing", "", None)]
    assert blocking(known) == known
