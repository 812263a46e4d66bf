"""Readers get the editions of a briefing and audience in order, and each says truly which one it corrects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from briefings import runs
from briefings.choices import RunState
from briefings.editions import release
from briefings.editions.sealing import content_of
from briefings.models import AssemblyRun, Briefing, Edition, Release, Rendition
from languages.trilingual import Trilingual
from tests.briefings.editions import let_the_embargo_pass, release_now, seal_sample
from tests.briefings.test_reading import PAGE, seal_another

pytestmark = pytest.mark.django_db
MISTAKE, ANOTHER = "A mistake is put right.", "Another mistake is put right."
FIRST = "This is the first edition"
REASON = Trilingual(ko="날짜 변경")


@pytest.fixture
def approver(account: Any) -> Any:
    return account("approver")


def _changed(note: str = MISTAKE) -> Edition:
    """The next edition, after a change that its editor has noted."""
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.change_note_ko, briefing.change_note_zh_hans, briefing.change_note_en = (
        "오류 정정",
        "更正。",
        note,
    )
    briefing.conclusion_en += " More."
    briefing.save_revision().publish()
    return seal_sample("presidential")


def _set(edition: Edition, approver: Any, *, hours: int = 1) -> Edition:
    release_now(edition, approver=approver, at=timezone.now() + timedelta(hours=hours))
    return edition


def _approved(edition: Edition, approver: Any) -> Edition:
    Rendition.objects.filter(edition=edition).update(state="ready")
    release.approve(edition=edition, by=approver)
    return edition


def _read(account: Any, number: str) -> str:
    client = Client()
    client.force_login(account("official"))
    page = client.get(f"/en/editions/2025-11/presidential/{number}/").content.decode()
    return " ".join(str(lxml.html.fromstring(page).xpath("string(//main)")).split())


def test_a_correction_of_an_edition_that_waits_for_its_minute_says_what_it_corrects(
    account: Any, approver: Any
) -> None:
    first = _set(seal_sample("presidential"), approver)
    second = _changed()
    let_the_embargo_pass(first)
    release_now(second, approver=approver)

    assert MISTAKE in _read(account, "1.0")
    corrected = _read(account, "1.1")
    assert "Corrections to edition 1.0" in corrected
    assert MISTAKE in corrected
    assert FIRST not in corrected


def test_an_edition_that_waits_for_its_minute_is_corrected_with_a_note_or_not_at_all(approver: Any) -> None:
    _set(seal_sample("presidential"), approver)
    Briefing.objects.filter(slug="2025-11").update(headline_en="Another headline")
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["presidential"]
    )

    runs.work_on(run.pk)

    run.refresh_from_db()
    assert run.state == RunState.BLOCKED
    assert "change-note-missing" in {finding["code"] for finding in run.findings}


def _older_after_newer(approver: Any) -> Edition:
    first = _approved(seal_sample("presidential"), approver)
    release_now(_changed(), approver=approver)
    return first


def _older_after_one_that_waits(approver: Any) -> Edition:
    first = _approved(seal_sample("presidential"), approver)
    _set(_changed(), approver)
    return first


def _its_predecessor_withdrawn_in_time(approver: Any) -> Edition:
    first = _set(seal_sample("presidential"), approver)
    second = _approved(_changed(), approver)
    release.withdraw(edition=first, by=approver, reason=REASON)
    return second


def _sealed_before_the_release_of_its_predecessor(approver: Any) -> Edition:
    first = seal_sample("presidential")
    second = _approved(_changed(), approver)
    release_now(first, approver=approver)
    return second


def _another_released_between(approver: Any) -> Edition:
    release_now(seal_sample("presidential"), approver=approver)
    between, last = _changed(), _approved(_changed(ANOTHER), approver)
    release_now(between, approver=approver)
    return last


@pytest.mark.parametrize(
    ("come_to", "why"),
    [
        (_older_after_newer, "Edition 1.1 is released already, or set to be"),
        (_older_after_one_that_waits, "Edition 1.1 is released already, or set to be"),
        (_its_predecessor_withdrawn_in_time, "corrects edition 1.0, which was withdrawn"),
        (_sealed_before_the_release_of_its_predecessor, "decided that edition 1.0 is released"),
        (_another_released_between, "decided that edition 1.1 is released"),
    ],
)
def test_what_would_come_out_of_order_is_refused_and_the_next_assembly_makes_one_that_does_not(
    account: Any, approver: Any, come_to: Callable[[Any], Edition], why: str
) -> None:
    edition = come_to(approver)
    number, client = edition.number, Client()
    client.force_login(approver)

    with pytest.raises(release.Refused, match=why):
        release.release(edition=edition, by=approver)
    desk = client.get(reverse("briefing-desk", args=[edition.briefing_id])).content.decode()
    _changed("The last mistake is put right.")
    last = _set(seal_sample("presidential"), approver, hours=2)

    assert reverse("edition-release", args=[edition.pk]) not in desk
    assert last.number != number
    assert Release.objects.filter(edition=last).exists()


def test_the_same_texts_are_sealed_anew_where_what_they_said_of_the_edition_before_is_true_no_more(
    account: Any, approver: Any
) -> None:
    corrects_nothing_now = _its_predecessor_withdrawn_in_time(approver)

    again = seal_sample("presidential")
    release_now(again, approver=approver)

    assert (corrects_nothing_now.number, again.number) == ("1.1", "1.2")
    said = _read(account, "1.2")
    assert FIRST in said
    assert MISTAKE not in said


def test_an_edition_is_readable_no_earlier_than_the_one_that_it_corrects(approver: Any) -> None:
    first = _set(seal_sample("presidential"), approver, hours=2)
    second = _approved(_changed(), approver)
    at = Release.objects.get(edition=first).at

    for early in (None, at - timedelta(minutes=1)):
        with pytest.raises(release.Refused, match=r"Edition 1\.0, which comes before this one") as refused:
            release.release(edition=second, by=approver, at=early)
        assert refused.value.field == "at"
    release.release(edition=second, by=approver, at=at)

    with pytest.raises(release.Refused, match=r"Edition 1\.0, which comes before this one"):
        release.change(edition=second, by=approver)
    with pytest.raises(release.Refused, match=r"Edition 1\.1, which comes after this one"):
        release.change(edition=first, by=approver, at=at + timedelta(minutes=1))
    release.change(edition=first, by=approver)


def test_an_edition_is_not_withdrawn_in_time_while_its_correction_is_set_to_be_released(
    approver: Any,
) -> None:
    first = _set(seal_sample("presidential"), approver)
    second = _set(_changed(), approver, hours=2)

    with pytest.raises(release.Refused, match=r"Edition 1\.1 is set to be released"):
        release.withdraw(edition=first, by=approver, reason=REASON)
    release.withdraw(edition=second, by=approver, reason=REASON)
    release.withdraw(edition=first, by=approver, reason=REASON)


def test_where_an_edition_is_made_again_as_its_readers_have_it_there_is_nothing_to_release(
    approver: Any,
) -> None:
    first = seal_sample("presidential")
    release_now(first, approver=approver)
    before = Briefing.objects.get(slug="2025-11").conclusion_en
    _changed()
    Briefing.objects.filter(slug="2025-11").update(conclusion_en=before)

    assert seal_sample("presidential") == first


def test_a_note_that_is_not_printed_is_told_of(account: Any) -> None:
    Briefing.objects.filter(slug="2025-11").update(change_note_en=MISTAKE)
    briefing = Briefing.objects.get(slug="2025-11")
    run = AssemblyRun.objects.create(briefing=briefing, audiences=["presidential"], checks_only=True)
    client = Client()
    client.force_login(account("briefing-editor"))

    runs.work_on(run.pk)

    desk = client.get(reverse("briefing-desk", args=[briefing.pk])).content.decode()
    assert "이번 판(대통령실 보고용)에는 정정할 대상이 없습니다." in desk
    (told,) = AssemblyRun.objects.get(pk=run.pk).findings
    assert (told["code"], told["severity"]) == ("change-note-left-out", "warning")


def test_an_edition_that_was_withdrawn_in_time_is_made_again_with_a_new_number(
    account: Any, approver: Any
) -> None:
    first = _set(seal_sample("presidential"), approver)
    with pytest.raises(release.Refused, match="set already"):
        release.release(edition=first, by=approver)
    release.withdraw(edition=first, by=approver, reason=REASON)
    with pytest.raises(release.Refused, match="withdrawn already"):
        release.release(edition=first, by=approver)

    again = seal_sample("presidential")
    release_now(again, approver=approver)

    assert again.number == "1.1"
    assert FIRST in _read(account, "1.1")


def test_the_same_texts_after_a_withdrawal_are_released_with_a_note_of_their_own(
    account: Any, approver: Any
) -> None:
    first = seal_sample("presidential")
    release_now(first, approver=approver)
    release.withdraw(edition=first, by=approver, reason=REASON)
    briefing = Briefing.objects.get(slug="2025-11")
    run = AssemblyRun.objects.create(briefing=briefing, audiences=["presidential"], checks_only=True)
    runs.work_on(run.pk)

    Briefing.objects.filter(pk=briefing.pk).update(
        change_note_ko="다시 배포", change_note_zh_hans="重新发布。", change_note_en="Released again."
    )
    release_now(seal_sample("presidential"), approver=approver)

    found = AssemblyRun.objects.get(pk=run.pk).findings
    assert {finding["code"] for finding in found} == {"change-note-missing"}
    assert "Released again." in _read(account, "1.1")


def test_an_edition_still_to_be_released_says_what_is_new_to_the_readers_of_today(approver: Any) -> None:
    november = seal_sample("presidential")
    assert seal_sample("presidential").pk == november.pk
    released = _released_before(approver)

    again = seal_sample("presidential")
    release_now(again, approver=approver)

    assert (november.number, again.number) == ("1.0", "1.1")
    assert content_of(again).comparison.previous == f"{released.briefing.slug} {released.number}"
    # readers have it by now: what they had before says nothing against it
    assert seal_sample("presidential").pk == again.pk


def test_a_correction_says_what_is_new_since_the_edition_that_it_corrects(approver: Any) -> None:
    """And not since another briefing's of the same period, whose editions have higher numbers."""
    sample = Briefing.objects.get(slug="2025-11")
    sample.copy(update_attrs={"slug": "2025-11-summit"}, copy_revisions=False)
    release_now(seal_sample("presidential", slug="2025-11-summit"), approver=approver)
    Briefing.objects.filter(slug="2025-11-summit").update(
        conclusion_en="Another conclusion.", change_note_ko="정정"
    )
    release_now(seal_sample("presidential", slug="2025-11-summit", number_step="major"), approver=approver)
    release_now(seal_sample("presidential"), approver=approver)

    correction = _changed()

    assert content_of(correction).comparison.previous == "2025-11 1.0"


def _released_before(approver: Any) -> Edition:
    """An edition of an earlier period, released now."""
    sample = Briefing.objects.get(slug="2025-11")
    month = timedelta(days=30)
    period = {"period_start": sample.period_start - month, "period_end": sample.period_end - month}
    sample.copy(update_attrs={"slug": "2025-10", **period}, copy_revisions=False)
    edition = seal_sample("presidential", slug="2025-10")
    release_now(edition, approver=approver)
    return edition


def test_audiences_stand_in_one_order_whichever_was_sealed_first(account: Any):
    approver = account("approver")
    for audience in ("full", "presidential", "partner"):
        release_now(seal_sample(audience), approver=approver, public=audience == "partner")
    Briefing.objects.filter(slug="2025-11").update(change_note_en="Put right.")
    release_now(seal_another("full"), approver=approver)
    reader = Client()
    reader.force_login(account("official"))

    page = lxml.html.fromstring(reader.get("/en/editions/").content)
    item = lxml.html.fromstring(reader.get(PAGE.format("en") + "items/korean-air-archer-evtol/").content)

    listed = [
        link.rpartition("2025-11/")[2] for link in page.xpath("//li[@class='issue-edition']/h3/a/@href")
    ]
    named = [link.split("2025-11/")[1] for link in item.xpath("//ul[@class='appears-in']/li/a/@href")]
    assert listed == ["presidential/1.0/", "partner/1.0/", "full/1.1/", "full/1.0/"]
    assert [link.partition("items/")[0] for link in named] == listed
