"""Every finding that an editor can be shown is found in a briefing that gives cause for it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefings.assembly.audiences import for_audience
from briefings.assembly.checks import Subject, check, check_item, check_whole, sorted_findings
from briefings.assembly.checks.corrections import Corrected, change_note_left_out
from briefings.assembly.checks.places import texts_of
from briefings.assembly.checks.rules import Rules
from briefings.assembly.cleaning import cleaned
from briefings.assembly.document import Document, Section
from briefings.assembly.findings import Finding, Place, Severity, blocking
from briefings.assembly.material import Contribution, Fact, Highlight, KeyFigure, Material
from briefings.assembly.seal import material_digest
from languages.states import Reviews, pair_of
from languages.trilingual import LANGUAGES, Trilingual
from tests.assembly.materials import (
    AIRCRAFT_DEAL,
    BRIEFING,
    PERSPECTIVES,
    ROADMAP,
    STRATEGY,
    TODAY,
    VICE_MINISTERS,
    T,
    briefed,
    changed,
    composed,
    found,
    material,
    section,
    with_code,
)

PILOT = "bac-ninh-pilot"
NOTE = T("건의 1을 바로잡음", "更正建议事项第1条", "Corrects request 1")
FONTS = frozenset(range(0x20, 0x2FA20)) - frozenset(range(0x1F000, 0x20000))


def with_summary(ko: str, zh: str, en: str) -> Callable[[], tuple[Finding, ...]]:
    """What is found when the pilot's summary reads so."""
    return lambda: found(changed(material(), PILOT, summary=T(ko, zh, en)))


def cleaning(**fields: Any) -> Callable[[], tuple[Finding, ...]]:
    return lambda: cleaned(changed(material(), PILOT, **fields), FONTS)[1]


def with_figure(slug: str, key: str, **fields: Any) -> Callable[[], tuple[Finding, ...]]:
    """What is found when one figure of an item is another."""

    def findings() -> tuple[Finding, ...]:
        item = material().item(slug)
        assert item is not None
        figures = tuple(
            msgspec.structs.replace(figure, **fields) if figure.key == key else figure
            for figure in item.figures
        )
        return found(changed(material(), slug, figures=figures))

    return findings


def with_perspective(**fields: Any) -> Callable[[], tuple[Finding, ...]]:
    first = msgspec.structs.replace(PERSPECTIVES[0], **fields)
    return lambda: found(msgspec.structs.replace(material(), perspectives=(first, *PERSPECTIVES[1:])))


def with_document(change: Callable[[Document], tuple[Section, ...]]) -> Callable[[], tuple[Finding, ...]]:
    """What is found in a document whose sections something else has put together."""

    def findings() -> tuple[Finding, ...]:
        document = composed(material())
        other = msgspec.structs.replace(document, sections=change(document))
        return check(Subject(material(), other, "presidential", TODAY))

    return findings


def without_items(*slugs: str) -> Callable[[], tuple[Finding, ...]]:
    kept = tuple(item for item in material().items if item.slug not in slugs)
    return lambda: found(msgspec.structs.replace(material(), items=kept))


def briefed_with(**fields: Any) -> Callable[[], tuple[Finding, ...]]:
    return lambda: found(briefed(material(), **fields))


def with_item(slug: str, **fields: Any) -> Callable[[], tuple[Finding, ...]]:
    return lambda: found(changed(material(), slug, **fields))


WARNING, BLOCKING, ADVICE = Severity.WARNING, Severity.BLOCKING, Severity.ADVICE
LONG_POINT = "박닌성에서 도시와 교통을 함께 설계하여 " * 3 + "[[x/y]]"
DEAL, TALKS = "korean-air-archer-evtol", "kr-vn-vice-ministerial"

type Case = tuple[str, Severity, Place, Callable[[], tuple[Finding, ...]]]

CASES: tuple[Case, ...] = (
    (
        "language-missing",
        BLOCKING,
        Place("item", PILOT, "summary", "zh-hans"),
        with_summary("시범사업", " ", "The pilot"),
    ),
    (
        "text-too-long",
        BLOCKING,
        Place("item", PILOT, "summary", "en"),
        with_summary("시범사업", "试点", "a pilot " * 3_000),
    ),
    (
        "translation-stale",
        BLOCKING,
        Place("item", PILOT, "summary", "en"),
        lambda: found(_pilot_with_summary(T("새 국문", "试点", "The pilot")), reviews=_reviewed(T("옛 국문", "试点", "The pilot"))),
    ),
    (
        "change-note-left-out",
        WARNING,
        Place("briefing", "2025-11", "change_note"),
        lambda: (change_note_left_out(material(), "presidential"),),
    ),
    (
        "withheld-item-named",
        BLOCKING,
        Place("briefing", "2025-11", "conclusion", "ko"),
        lambda: found(briefed(material(), conclusion=T("항만 협의를 함께 본다.", "一并考虑。", "See them together.")), "partner"),
    ),
    ("text-missing", BLOCKING, Place("briefing", "2025-11", "conclusion", "ko"), briefed_with(conclusion=Trilingual())),
    (
        "figure-unresolved",
        BLOCKING,
        Place("item", PILOT, "summary", "ko"),
        with_summary("[[area]]", "[[area]]", "[[area]]"),
    ),
    (
        "figure-without-source",
        WARNING,
        Place("item", TALKS, "figures.fields.source_key"),
        with_figure(TALKS, "fields", source="gone"),
    ),
    (
        "figure-prints-nothing",
        BLOCKING,
        Place("item", TALKS, "figures.meeting-date.date_precision"),
        with_figure(TALKS, "meeting-date", day_precision="none"),
    ),
    (
        "figure-never-printed",
        BLOCKING,
        Place("item", TALKS, "summary", "ko"),
        with_figure(TALKS, "fields", printable="never"),
    ),
    (
        "figure-unchecked",
        WARNING,
        Place("item", TALKS, "summary", "ko"),
        with_figure(TALKS, "fields", printable="after-check"),
    ),
    (
        "plan-stated-as-fact",
        WARNING,
        Place("item", TALKS, "summary", "ko"),
        with_figure(TALKS, "fields", status="plan"),
    ),
    (
        "contribution-missing",
        WARNING,
        Place("item", PILOT, "contributions"),
        with_item(PILOT, contributions=()),
    ),
    ("pillar-unproven", BLOCKING, Place("pillar", "uam"), without_items(DEAL, "k-uam-roadmap")),
    ("pillar-thin", WARNING, Place("pillar", "uam"), without_items("k-uam-roadmap")),
    (
        "chapter-missing",
        BLOCKING,
        Place("briefing", "2025-11", "chapters.sustainable"),
        lambda: found(briefed(material(), chapters=material().briefing.chapters[:3])),
    ),
    (
        "chapter-stale",
        BLOCKING,
        Place("briefing", "2025-11", "chapters.smart-city"),
        with_item(PILOT, headline=T("다른 이름", "另一名称", "Another name")),
    ),
    (
        "highlight-without-item",
        BLOCKING,
        Place("briefing", "2025-11", "highlights.1"),
        briefed_with(highlights=(Highlight("gone", T("가", "家", "A")),)),
    ),
    ("perspective-without-message", BLOCKING, Place("perspective", "us"), with_perspective(messages=())),
    ("perspective-without-item", WARNING, Place("perspective", "other"), with_perspective(slug="other")),
    (
        "perspective-expired",
        BLOCKING,
        Place("perspective", "us", "valid_until"),
        with_perspective(valid_until=date(2025, 11, 5)),
    ),
    (
        "group-without-perspective",
        WARNING,
        Place("group", "us"),
        lambda: found(msgspec.structs.replace(material(), perspectives=PERSPECTIVES[1:])),
    ),
    (
        "briefing-not-published",
        BLOCKING,
        Place("briefing", "2025-11"),
        lambda: check_whole(material(), published=False),
    ),
    (
        "change-note-missing",
        BLOCKING,
        Place("briefing", "2025-11", "change_note", "en"),
        lambda: _noted(Trilingual(), Trilingual()),
    ),
    (
        "change-note-unchanged",
        BLOCKING,
        Place("briefing", "2025-11", "change_note", "ko"),
        lambda: _noted(NOTE, NOTE),
    ),
    (
        "text-not-reviewed",
        WARNING,
        Place("item", PILOT, "", "zh-hans"),
        lambda: found(material(), reviews=Reviews()),
    ),
    ("no-items", BLOCKING, Place("briefing", "2025-11", "picks"), lambda: found(_emptied(material()))),
    (
        "contact-data",
        BLOCKING,
        Place("item", PILOT, "summary", "en"),
        with_summary("문의", "联系", "Write to a.b@molit.go.kr"),
    ),
    (
        "source-label",
        BLOCKING,
        Place("item", PILOT, "summary", "ko"),
        with_summary("합의 무단전재 금지", "达成协议", "Agreed"),
    ),
    ("relative-date", BLOCKING, Place("item", PILOT, "summary", "ko"), with_summary("내년 착수", "启动", "Begun")),
    (
        "quotation-unchecked",
        WARNING,
        Place("item", PILOT, "summary", "en"),
        with_summary("말", "话", "He said “Korea does not build and leave, it stays”"),
    ),
    ("unbalanced", BLOCKING, Place("item", PILOT, "summary", "ko"), with_summary("도시(교통", "城市", "City")),
    ("half-width", ADVICE, Place("item", PILOT, "summary", "zh-hans"), with_summary("도시", "城市,交通", "City")),
    ("secret-mark", BLOCKING, Place("item", PILOT, "summary", "ko"), with_summary("대외비 자료", "资料", "Paper")),
    (
        "point-long",
        WARNING,
        Place("item", PILOT, "contributions.smart-city.point", "ko"),
        lambda: found(changed(material(), PILOT, contributions=(_with_point(LONG_POINT),))),
    ),
    (
        "one-page-too-long",
        WARNING,
        Place("document", "presidential", "one-page", "en"),
        briefed_with(requests=(T("건의", "建议", "What we ask. " * 300),)),
    ),
    (
        "term-forbidden",
        BLOCKING,
        Place("item", PILOT, "summary", "zh-hans"),
        with_summary("도시", "智能城市", "City"),
    ),
    (
        "characters-removed",
        WARNING,
        Place("item", PILOT, "summary", "ko"),
        cleaning(summary=T("도\x00시", "城市", "City")),
    ),
    (
        "characters-replaced",
        WARNING,
        Place("item", PILOT, "summary", "en"),
        cleaning(summary=T("도시", "城市", "City 🚀")),
    ),
    (
        "link-unsafe",
        WARNING,
        Place("item", PILOT, "background", "en"),
        cleaning(background=T("", "", '<p><a href="javascript:alert(1)">x</a></p>')),
    ),
    (
        "looks-like-code",
        WARNING,
        Place("item", PILOT, "summary", "en"),
        cleaning(summary=T("도시", "城市", "{{ city }}")),
    ),
    (
        "sections-out-of-order",
        BLOCKING,
        Place("document", "presidential"),
        with_document(lambda document: document.sections[::-1]),
    ),
    (
        "section-missing",
        BLOCKING,
        Place("document", "presidential", "logic"),
        with_document(lambda document: tuple(s for s in document.sections if s.key != "logic")),
    ),
    (
        "four-terms-missing",
        BLOCKING,
        Place("document", "presidential", "phrase", "ko"),
        with_document(lambda document: tuple(s for s in document.sections if s.key not in ("one-page", "conclusions"))),
    ),
    (
        "not-four-pillars",
        BLOCKING,
        Place("strategy", STRATEGY.slug, "pillars"),
        lambda: found(material(strategy=msgspec.structs.replace(STRATEGY, pillars=STRATEGY.pillars[:3]), briefing=_three())),
    ),
    (
        "heading-is-project",
        BLOCKING,
        Place("document", "presidential", "item"),
        with_document(lambda document: (*document.sections, Section("item", ROADMAP.headline))),
    ),
    (
        "numbered-list",
        BLOCKING,
        Place("document", "presidential", "list"),
        with_document(lambda document: (*document.sections, Section("list", T("목록", "清单", "List"), number="1"))),
    ),
    (
        "group-not-named",
        BLOCKING,
        Place("briefing", "2025-11", "conclusion_national_interest", "ko"),
        briefed_with(conclusion_national_interest=T("모두", "各方", "Everybody")),
    ),
)  # fmt: skip


def _emptied(made: Material) -> Material:
    return msgspec.structs.replace(
        made, items=tuple(item for item in made.items if item.entry == "background")
    )


def _with_point(point: str) -> Contribution:
    pilot = material().item(PILOT)
    assert pilot is not None
    return msgspec.structs.replace(pilot.contributions[0], point=point)


def _pilot_with_summary(summary: Trilingual) -> Material:
    return changed(material(), PILOT, summary=summary)


def _reviewed(text: Trilingual) -> Reviews:
    pairs = (pair_of(text, "zh-hans"), pair_of(text, "en"))
    return Reviews(frozenset(pairs), {(language, digest): text.ko for language, _korean, digest in pairs})


def _three() -> Any:
    return msgspec.structs.replace(BRIEFING, chapters=BRIEFING.chapters[:3])


@pytest.mark.parametrize(("code", "severity", "place", "findings"), CASES, ids=[case[0] for case in CASES])
def test_the_finding_names_the_place_where_it_is_mended(
    code: str, severity: Severity, place: Place, findings: Callable[[], tuple[Finding, ...]]
) -> None:
    named = with_code(findings(), code)

    assert place in [finding.place for finding in named]
    assert {finding.severity for finding in named if finding.place == place} == {severity}


def test_every_sentence_that_editors_can_be_shown_has_its_case() -> None:
    portal = Path(__file__).resolve().parents[2]
    tree = ast.parse((portal / "briefings" / "checking" / "findings.py").read_text("utf-8"))
    sentences = next(
        node.value
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "SENTENCES"
    )
    assert isinstance(sentences, ast.Dict)

    said = {key.value for key in sentences.keys if isinstance(key, ast.Constant)}

    assert said == {case[0] for case in CASES}


# what the checks must not overlook -----------------------------------------------------------------


def test_a_key_figure_that_may_not_be_printed_is_stopped_on_the_first_page_too() -> None:
    findings = with_figure("integrated-proposal", "fund", printable="never")()

    places = [finding.place for finding in with_code(findings, "figure-never-printed")]

    assert Place("briefing", "2025-11", "key_figures.3") in places


def test_a_key_figure_that_does_not_exist_is_named() -> None:
    astray = briefed(material(), key_figures=(KeyFigure(PILOT, "area"),))

    (finding,) = with_code(found(astray), "figure-unresolved")

    assert finding.place == Place("briefing", "2025-11", "key_figures.1")
    assert finding.details == {"figure": "bac-ninh-pilot/area"}


def test_a_fact_that_is_nothing_but_a_figure_is_looked_up_as_well() -> None:
    lost = T("[[wings]]", "[[wings]]", "[[wings]]")

    findings = found(changed(material(), DEAL, facts=(Fact("quantity", lost),)))

    assert {f.place.field for f in with_code(findings, "figure-unresolved")} == {"quantity"}


def test_brackets_that_name_no_figure_are_stopped() -> None:
    (finding,) = with_code(with_summary("[[Aircraft!]]", "航空器", "Aircraft")(), "figure-unresolved")

    assert finding.details == {"figure": "[[Aircraft!]]"}


def test_the_list_of_groups_cannot_be_printed_where_no_group_is_shown() -> None:
    view = T("[[watching-groups]]", "[[watching-groups]]", "[[watching-groups]]")

    findings = found(briefed(material(), conclusion_korea_view=view), "partner")

    assert {f.place.field for f in with_code(findings, "figure-unresolved")} == {"conclusion_korea_view"}


def test_a_chapter_without_a_claim_is_not_written() -> None:
    first = msgspec.structs.replace(material().briefing.chapters[0], claim=Trilingual())
    unclaimed = briefed(material(), chapters=(first, *material().briefing.chapters[1:]))

    (finding,) = with_code(found(unclaimed), "chapter-missing")

    assert finding.place.field == "chapters.connectivity"


@pytest.mark.parametrize(
    ("slug", "fields"),
    [
        (TALKS, {"contributions": VICE_MINISTERS.contributions[1:]}),
        (TALKS, {"figures": ()}),
        (DEAL, {"headline": T("새 이름", "新名称", "A new name")}),
    ],
)
def test_a_chapter_is_stale_when_what_it_rests_on_has_changed(slug: str, fields: dict[str, Any]) -> None:
    assert with_code(found(changed(material(), slug, **fields)), "chapter-stale")


@pytest.mark.parametrize(
    "fields", [{"background": Trilingual()}, {"message": Trilingual()}, {"commitments": ()}, {"related": ()}]
)
def test_a_chapter_is_not_stale_when_something_else_of_the_item_has_changed(fields: dict[str, Any]) -> None:
    assert not with_code(found(changed(material(), DEAL, **fields)), "chapter-stale")


def test_a_perspective_must_still_hold_on_the_day_of_sealing() -> None:
    short = msgspec.structs.replace(PERSPECTIVES[0], valid_until=date(2025, 12, 1))
    made = msgspec.structs.replace(material(), perspectives=(short, *PERSPECTIVES[1:]))

    assert not with_code(found(made, today=date(2025, 12, 1)), "perspective-expired")
    (finding,) = with_code(found(made, today=date(2025, 12, 2)), "perspective-expired")
    assert finding.details == {"until": "2025-12-01"}


def test_mark_up_of_rich_text_is_not_taken_for_words() -> None:
    html = T("<p>올해</p>", "<p>(城市</p>", '<p class="this year">“A city”</p>')

    findings = found(changed(material(), PILOT, background=html))

    assert {(f.code, f.place.language) for f in findings} == {
        ("relative-date", "ko"),
        ("unbalanced", "zh-hans"),
    }


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("’25.10.20.(월) 체결", ""),
        ("‘25년 (계획) 착수", ""),
        ("(‘25년) 착수", ""),
        ("‘25년 계획’ 발표", ""),
        ("1) 항만 2) 공항", ""),
        ("가) 항만", ""),
        ("‘스마트시티 계획", "‘"),
        ("‘2025년 계획", "‘"),
        ("(‘25년 착수", "("),
        ("계획’ 발표", "’"),
        ("착수)", ")"),
    ],
)
def test_a_short_year_and_the_number_of_a_point_want_no_partner(text: str, mark: str) -> None:
    unbalanced = with_code(with_summary(text, "城市", "City")(), "unbalanced")

    assert [finding.details["text"] for finding in unbalanced] == ([mark] if mark else [])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2025.11.05. 2026-2030 계획", False),
        ("2025-09-05 1030-1200 개최", False),
        ("성장률 +2.3 2025년", False),
        ("증감 +10.5 100대", False),
        ("T.02-123-4567", True),
        ("(02) 1234-5678", True),
        ("+82 2-1234-5678", True),
        ("+82.2.1234.5678", True),
        ("010-1234-5678", True),
    ],
)
def test_dates_and_rates_are_no_telephone_numbers(text: str, number: bool) -> None:
    assert bool(with_code(with_summary(text, "城市", "City")(), "contact-data")) == number


def test_a_point_is_measured_with_its_figures_printed() -> None:
    point = "가" * 52 + "[[korean-air-archer-evtol/aircraft]]"
    item = AIRCRAFT_DEAL
    contribution = msgspec.structs.replace(item.contributions[0], point=point)

    findings = found(changed(material(), DEAL, contributions=(contribution,)))

    assert not with_code(findings, "point-long")


def test_findings_that_stop_sealing_come_first_and_none_comes_twice() -> None:
    made = changed(material(), PILOT, summary=T("내년 (도시", "城市,交通", "City"))

    findings = found(made)

    assert [f.severity for f in findings] == sorted((f.severity for f in findings), key=[*Severity].index)
    assert sorted_findings([*findings, *findings]) == findings
    assert {f.code for f in blocking(findings)} == {"relative-date", "unbalanced"}


def test_a_section_is_found_by_its_key() -> None:
    assert section(composed(material()), "logic").title.en == "The logic of the strategy"


# corrections ------------------------------------------------------------------------------------


def _noted(note: Trilingual, released: Trilingual | None, *, digest: str = "another") -> list[Finding]:
    corrected = None if released is None else Corrected(released, digest)
    return list(found(briefed(material(), change_note=note), corrected=corrected))


def test_a_first_edition_needs_no_change_note() -> None:
    assert _noted(Trilingual(), None) == []


def test_a_correction_says_in_each_language_what_it_corrects() -> None:
    findings = _noted(Trilingual(), Trilingual())

    assert [(each.code, each.severity, each.place) for each in findings] == [
        ("change-note-missing", "blocking", Place("briefing", "2025-11", "change_note", language))
        for language in LANGUAGES
    ]
    assert _noted(NOTE, Trilingual()) == []


def test_a_correction_does_not_repeat_the_note_of_the_last_one() -> None:
    assert {each.code for each in _noted(NOTE, NOTE)} == {"change-note-unchanged"}


def test_where_nothing_is_corrected_no_note_is_asked_for() -> None:
    own = for_audience(briefed(material(), change_note=NOTE), "presidential")

    assert _noted(NOTE, NOTE, digest=material_digest(own, "presidential")) == []


# reviews ------------------------------------------------------------------------------------------


def test_a_text_that_nobody_has_reviewed_is_named_and_many_of_a_record_are_one_finding() -> None:
    everything = [
        pair_of(placed.text, language, rich=placed.rich)
        for placed in texts_of(material())
        for language in LANGUAGES
    ]
    pilot = material().item(PILOT)
    assert pilot is not None
    summary = pair_of(pilot.summary, "en")
    all_but_one = Reviews(frozenset(pair for pair in everything if pair != summary))

    (alone,) = with_code(found(material(), reviews=all_but_one), "text-not-reviewed")
    many = with_code(found(material(), reviews=Reviews()), "text-not-reviewed")

    assert found(material(), reviews=Reviews(frozenset(everything))) == ()
    assert (alone.place, alone.details) == (Place("item", PILOT, "summary", "en"), {"texts": "1"})
    assert len(many) == len({(each.place.record, each.place.slug, each.place.language) for each in many})


def test_texts_that_nobody_has_reviewed_are_counted_alike_for_every_audience() -> None:
    """An editor reads a record once, and a waiver that is given holds for each edition of the run."""
    message = T("서로의 강점을 잇자고 말한다.", "提出优势互补。", "Say that our strengths meet.")
    spoken = changed(material(), PILOT, message=message)

    said = {
        audience: with_code(found(spoken, audience, reviews=Reviews()), "text-not-reviewed")
        for audience in ("presidential", "partner")
    }

    assert {each.place.slug for each in said["partner"]} >= {PILOT, BRIEFING.slug}
    assert len(sorted_findings([*said["presidential"], *said["partner"]])) == len(said["presidential"])


def test_a_finding_about_words_of_a_text_says_what_stands_around_them() -> None:
    summary = T(
        "작년에 협의하였다. <올해> 안에 다시 만난다.", "双方于2024年进行了磋商。", "Both sides met in 2024."
    )
    of = changed(material(), TALKS, summary=summary)
    item = next(item for item in of.items if item.slug == TALKS)

    (dated,) = (each for each in check_item(item, Rules()).findings if each.code == "relative-date")
    (unbalanced, *_more) = (
        each
        for each in check_item(
            msgspec.structs.replace(item, summary=T("가(나) 다( 라", "一（二）三", "a (b) c")), Rules()
        ).findings
        if each.code == "unbalanced"
    )

    assert dated.around == ("", "작년", "에 협의하였다. <올해> 안에 다시 만난다.")
    # which of two brackets has no partner is not told
    assert unbalanced.around is None


def test_the_words_around_are_those_of_the_place_that_is_meant_and_not_of_the_same_letters_before_it() -> (
    None
):
    summary = T(
        "제작년도를 작년에 정하였다.",
        "日本月球计划已公布，双方将于本月签署。",
        "Its today’s plan is due today.",
    )
    of = changed(material(), TALKS, summary=summary)
    item = next(item for item in of.items if item.slug == TALKS)

    told = [each.around for each in check_item(item, Rules()).findings if each.code == "relative-date"]

    assert told == [
        ("제작년도를 ", "작년", "에 정하였다."),
        ("日本月球计划已公布，双方将于", "本月", "签署。"),
        ("Its today’s plan is due ", "today", "."),
    ]
