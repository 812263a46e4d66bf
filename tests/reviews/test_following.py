"""A state stays with its texts: through revisions, copies, reverts, schedules and reordered rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from languages.differences import differences
from languages.states import TextState
from languages.trilingual import Language
from projects.models import AirMobilityDeal, CooperationItem
from reviews.minor import more_than_minor
from reviews.models import Decision, Review
from reviews.reviewing import NotMinor, NotStale, record
from reviews.states import TextInLanguage, in_languages, reviews_of
from reviews.texts import texts_of
from stakeholders.models import Perspective

pytestmark = pytest.mark.django_db


def _texts(instance: Any) -> dict[tuple[str, Language], TextInLanguage]:
    texts = texts_of(instance)
    return {(each.text.place, each.language): each for each in in_languages(texts, reviews_of(texts))}


def _state(instance: Any, place: str, language: Language = "en") -> TextState:
    return _texts(instance)[place, language].state


@pytest.fixture
def deal() -> AirMobilityDeal:
    return AirMobilityDeal.objects.get(slug="korean-air-archer-evtol")


def _with_new_korean(page: Any) -> Any:
    page.summary_ko = (page.summary_ko or "") + " 협의가 이어지고 있다."
    page.save_revision()
    return page.get_latest_revision_as_object()


def test_every_text_of_an_item_is_named_as_findings_name_it(deal: AirMobilityDeal) -> None:
    places = {each.place for each in texts_of(deal)}

    assert {
        "headline",
        "summary",
        "aircraft",
        "contributions.uam.sentence",
        "figures.aircraft.label",
    } <= places


def test_new_korean_in_a_draft_makes_it_stale_there_and_leaves_the_published_page_reviewed(
    deal: AirMobilityDeal,
) -> None:
    draft = _with_new_korean(deal)

    stale = _texts(draft)["summary", "en"]
    assert stale.state is TextState.STALE
    assert [each.text for each in stale.changes if each.change == "added"] == ["협의가 이어지고 있다."]
    assert draft.summary_en == deal.summary_en
    assert _state(AirMobilityDeal.objects.get(pk=deal.pk), "summary") is TextState.REVIEWED


def test_a_revert_brings_the_state_of_the_old_texts(deal: AirMobilityDeal) -> None:
    before = deal.latest_revision
    _with_new_korean(deal)

    before.as_object().save_revision(previous_revision=before)

    deal.refresh_from_db()
    assert _state(deal.get_latest_revision_as_object(), "summary") is TextState.REVIEWED


def test_a_copy_has_the_states_of_its_original_and_goes_its_own_way(deal: AirMobilityDeal) -> None:
    copy = deal.copy(update_attrs={"slug": "a-copy", "title": "복사본"}, keep_live=False)

    assert _state(copy, "summary") is TextState.REVIEWED
    changed = _with_new_korean(copy)
    assert _state(changed, "summary") is TextState.STALE
    assert _state(deal, "summary") is TextState.REVIEWED


def test_a_scheduled_publication_brings_the_state_with_its_texts(deal: AirMobilityDeal) -> None:
    deal.summary_ko += " 협의가 이어지고 있다."
    revision = deal.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    assert _state(AirMobilityDeal.objects.get(pk=deal.pk), "summary") is TextState.REVIEWED

    call_command("publish_scheduled", verbosity=0)

    assert _state(AirMobilityDeal.objects.get(pk=deal.pk), "summary") is TextState.STALE


def test_reordered_rows_keep_their_states() -> None:
    perspective = next(each for each in Perspective.objects.all() if each.messages.count() > 1)
    messages = list(perspective.messages.all())
    messages[0].message_ko += " 더."
    perspective.messages = messages
    draft = perspective.save_revision().as_object()
    assert _state(draft, "messages.1.message") is TextState.STALE

    rows = list(draft.messages.all())
    for number, row in enumerate(reversed(rows)):
        row.sort_order = number
    draft.messages = rows
    draft = draft.save_revision().as_object()

    states = [_state(draft, f"messages.{n}.message") for n in range(1, len(rows) + 1)]
    assert states == [TextState.REVIEWED] * (len(rows) - 1) + [TextState.STALE]


def test_a_minor_change_keeps_the_translation_reviewed_and_says_who_said_so(
    deal: AirMobilityDeal, account: Callable[[str], Any]
) -> None:
    draft = _with_new_korean(deal)

    record(
        [_texts(draft)["summary", "en"]],
        decision=Decision.MINOR,
        by=account("item-editor"),
        where="항목",
        note="영문에 이미 있는 내용",
    )

    said = _texts(draft)["summary", "en"]
    assert said.state is TextState.REVIEWED
    assert said.review is not None
    assert (said.review.decision, said.review.by.get_username()) == (Decision.MINOR, "item-editor")
    assert _state(draft, "summary", "zh-hans") is TextState.STALE


@pytest.mark.parametrize(
    "summary",
    [
        "{} 또한 3억 원을 지원한다.",
        "{} 협의가 이어지고 있다.",
        "{}하지 않는다.",
    ],
)
def test_a_change_of_more_than_spelling_is_not_minor_without_a_reason(
    deal: AirMobilityDeal, account: Callable[[str], Any], summary: str
) -> None:
    deal.summary_ko = summary.format(deal.summary_ko)
    deal.save_revision()

    with pytest.raises(NotMinor):
        record(
            [_texts(deal)["summary", "en"]], decision=Decision.MINOR, by=account("item-editor"), where="항목"
        )

    assert _state(deal, "summary") is TextState.STALE


@pytest.mark.parametrize(
    ("old", "new", "minor"),
    [
        ("추진할계획이다.", "추진할 계획이다.", True),
        ("몇 일 뒤에 연다.", "며칠 뒤에 연다.", True),
        ("260만 명이 산다.", "2,600,000명이 산다.", False),
        ("추진할 계획이다.", "추진하기로 합의하였다.", False),
        ("최대 100대를 산다.", "100대를 산다.", False),
        ("2025년 10월에 열었다.", "2025년 11월에 열었다.", False),
        ("베트남과 협력한다.", "몽골과 협력한다.", False),
        ("근거가 있다.", "근거가 없다.", False),
        ("사업을 한다.", "사업을 한다. 이 사업은 주민을 위한 것이다.", False),
    ],
)
def test_spelling_and_spacing_alone_are_minor(old: str, new: str, *, minor: bool) -> None:
    assert bool(more_than_minor(differences(old, new, "ko"))) is not minor


def test_only_what_was_reviewed_before_can_be_called_a_minor_change(
    deal: AirMobilityDeal, account: Callable[[str], Any]
) -> None:
    deal.summary_en = "Written anew."

    with pytest.raises(NotStale):
        record(
            [_texts(deal)["summary", "en"]], decision=Decision.MINOR, by=account("item-editor"), where="항목"
        )


def test_a_review_taken_back_leaves_a_draft(deal: AirMobilityDeal, account: Callable[[str], Any]) -> None:
    record(
        [_texts(deal)["summary", "en"]], decision=Decision.REOPENED, by=account("translator"), where="항목"
    )

    assert _state(deal, "summary") is TextState.DRAFT
    assert Review.objects.filter(text_digest=_texts(deal)["summary", "en"].pair[2]).count() == 2


def test_states_are_asked_for_with_as_many_queries_for_one_item_as_for_all(
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    from briefings.records.language_status import statuses

    statuses(["item"])  # content types are remembered
    with django_assert_num_queries(3):
        found = statuses(["item"])

    assert len(found) == CooperationItem.objects.count()
