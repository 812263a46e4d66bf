"""Letting a finding stand on the desk, and what follows for the run and the edition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse

from briefings import runs
from briefings.choices import RunState
from briefings.editions.sealing import sealed_manifest
from briefings.models import AssemblyRun, Briefing, Edition
from projects.models import CooperationItem
from reviews.models import Waiver

pytestmark = pytest.mark.django_db
SLUG = "bac-ninh-dong-nam-new-town"


def _rewrite(text: str) -> Any:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_ko = text
    item.save_revision().publish()
    return item


def _run(**fields: Any) -> AssemblyRun:
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["presidential"], **fields
    )
    runs.work_on(run.pk)
    run.refresh_from_db()
    return run


@pytest.fixture
def blocked() -> AssemblyRun:
    """A run stopped by translations that are stale, and by nothing else."""
    item = CooperationItem.objects.get(slug=SLUG)
    _rewrite(item.summary_ko.rstrip(".") + "다.")
    run = _run()
    assert {f["code"] for f in run.findings if f["severity"] == "blocking"} == {"translation-stale"}
    run.findings = [f for f in run.findings if f["severity"] == "blocking"]
    assert run.state == RunState.BLOCKED
    return run


def _waive(client: Client, run: AssemblyRun, finding: Any, reason: str) -> str:
    address = reverse("finding-waive", args=[run.briefing_id])
    answer = client.post(address, {"finding": finding["digest"], "reason": reason}, follow=True)
    return answer.content.decode()


def test_an_edition_is_sealed_over_a_waived_finding_and_its_manifest_says_who_and_why(
    blocked: AssemblyRun, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("briefing-editor"))
    for finding in blocked.findings:
        page = _waive(client, blocked, finding, "맞춤법만 고침")

    assert "맞춤법만 고침" in page
    _run()
    edition = Edition.objects.get()
    assert [(each.by, each.reason) for each in sealed_manifest(edition).waivers] == [
        ("briefing-editor", "맞춤법만 고침")
    ] * len(blocked.findings)
    desk = client.get(reverse("briefing-desk", args=[blocked.briefing_id])).content.decode()
    assert desk.count("맞춤법만 고침") >= len(blocked.findings)
    # an edition stands beside it: what was let stand stops nothing
    assert ">예외 승인됨<" in desk
    assert "확정 불가" not in desk


def test_a_waiver_is_dead_after_the_next_word(
    blocked: AssemblyRun, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("briefing-editor"))
    for finding in blocked.findings:
        _waive(client, blocked, finding, "맞춤법만 고침")
    _rewrite(CooperationItem.objects.get(slug=SLUG).summary_ko + " 끝.")

    assert _run().state == RunState.BLOCKED
    assert Edition.objects.count() == 0


def test_a_waiver_needs_a_reason_and_is_given_once(
    blocked: AssemblyRun, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("briefing-editor"))
    finding = blocked.findings[0]

    _waive(client, blocked, finding, "  ")
    assert Waiver.objects.count() == 0
    _waive(client, blocked, finding, "맞춤법만 고침")
    late = _waive(client, blocked, finding, "띄어쓰기만 고침")

    assert Waiver.objects.count() == 1
    assert "입력하신 내용: 띄어쓰기만 고침" in late


def test_a_reason_that_is_too_short_is_told_the_least_and_stays_in_its_field(
    blocked: AssemblyRun, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("briefing-editor"))
    finding, other = blocked.findings[:2]

    page = lxml.html.fromstring(_waive(client, blocked, finding, " 시험 "))
    later = client.get(reverse("briefing-desk", args=[blocked.briefing_id])).content.decode()

    assert "5자 이상" in page.text_content()
    reasons = {
        form.xpath("string(.//input[@name='finding']/@value)"): form.xpath("string(.//textarea)")
        for form in page.xpath("//details[contains(@class, 'finding__waive')]//form")
    }
    assert reasons[finding["digest"]] == "시험"
    told = page.xpath("//textarea[@aria-invalid='true']/@aria-describedby")
    assert ["5자 이상" in page.get_element_by_id(each).text_content() for each in told] == [True]
    assert reasons[other["digest"]] == ""
    assert len(page.xpath("//details[contains(@class, 'finding__waive')][@open]")) == 1
    assert "시험</textarea>" not in later


def test_a_waiver_taken_back_stops_sealing_again_and_stays_on_record(
    blocked: AssemblyRun, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("briefing-editor"))
    for finding in blocked.findings:
        _waive(client, blocked, finding, "맞춤법만 고침")
    waiver = Waiver.objects.first()
    assert waiver is not None

    client.post(reverse("waiver-take-back", args=[waiver.pk]), {"next": "//elsewhere.example"})

    assert _run().state == RunState.BLOCKED
    waiver.refresh_from_db()
    assert waiver.taken_back_by == account("briefing-editor")


@pytest.mark.parametrize("name", ["item-editor", "official", "member-demo-embassy"])
def test_others_may_not_let_a_finding_stand(
    blocked: AssemblyRun, client: Client, account: Callable[[str], Any], name: str
) -> None:
    client.force_login(account(name))

    _waive(client, blocked, blocked.findings[0], "맞춤법만 고침")

    assert Waiver.objects.count() == 0


def test_a_missing_language_cannot_be_let_stand_and_the_desk_says_why(
    client: Client, account: Callable[[str], Any]
) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_en = ""
    item.save_revision().publish()
    run = _run()
    client.force_login(account("briefing-editor"))
    # as a run of an older version may have kept it
    missing = [finding for finding in run.findings if finding["code"] == "language-missing"]
    run.findings = [{**finding, "digest": "a" * 64} for finding in missing]
    run.save()

    desk = client.get(reverse("briefing-desk", args=[run.briefing_id])).content.decode()
    answer = _waive(client, run, run.findings[0], "나중에 번역함")

    why = "확정본은 세 언어가 모두 갖추어져야 하므로 예외로 승인할 수 없습니다."
    assert reverse("finding-waive", args=[run.briefing_id]) not in desk
    assert why in desk
    assert answer.count(why) > desk.count(why)
    assert Waiver.objects.count() == 0
