"""Runs, findings and the month's briefing, without worker processes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from briefings import runs
from briefings.assembly.collect import collect
from briefings.assembly.document import Prose
from briefings.assembly.seal import document_of
from briefings.checking.findings import SENTENCES, described
from briefings.choices import RunState
from briefings.deletion import why_not
from briefings.desk.desk import watched_run
from briefings.models import AssemblyRun, Briefing, Edition
from briefings.readers import reading
from briefings.schedule.monthly import begin
from briefings.work import leases
from config.celery import app
from config.schedules import months_briefing
from projects.models import (
    AirMobilityDeal,
    CityNetworkProject,
    CooperationItem,
    DeclarationClause,
    SolutionField,
)
from stakeholders.models import Perspective
from tests.briefings.editions import findings_of, release_now, seal_sample
from tests.operation.test_commands import run

pytestmark = pytest.mark.django_db
DAY = date(2025, 11, 6)


def sample() -> Briefing:
    return Briefing.objects.get(slug="2025-11")


def _asked_for() -> AssemblyRun:
    return AssemblyRun.objects.create(briefing=sample(), audiences=["presidential"])


def codes(*audiences: Any) -> set[tuple[str, str]]:
    found = findings_of(sample(), audiences or ("presidential", "partner", "full"), DAY)
    return {(finding.code, finding.severity.value) for finding in found}


def test_the_sample_has_no_finding_for_any_audience_on_whatever_day_it_is_assembled():
    assert findings_of(sample(), ("presidential", "partner", "full"), date(2099, 12, 31)) == ()


def test_a_paragraph_that_nobody_wrote_in_gets_no_heading():
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    for suffix in ("ko", "zh_hans", "en"):
        setattr(item, f"background_{suffix}", '<p data-block-key="ab12"></p>')
        setattr(item, f"significance_{suffix}", '<p data-block-key="ab12">&nbsp;<br/></p>')
    item.save_revision().publish()

    edition = seal_sample("presidential")

    document = document_of(bytes(edition.content))
    sheet = next(each for each in document.items if each.key == item.slug)
    labels = [block.label.en for block in sheet.blocks if isinstance(block, Prose)]
    assert "Sources" in labels
    assert not {"Background", "Significance"} & set(labels)
    assert codes() == set()


def test_characters_that_rich_text_names_by_codes_are_cleaned_as_all_others():
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    item.background_ko = "<p>&#8238;배경 &#x1F600;</p>"
    item.save_revision().publish()

    assert {("characters-removed", "warning"), ("characters-replaced", "warning")} <= codes("presidential")


def test_a_missing_language_stops_sealing_and_links_to_the_form(account: Any):
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    item.summary_en = ""
    item.save_revision().publish()
    run = AssemblyRun.objects.create(briefing=sample(), audiences=["presidential"])

    runs.work_on(run.pk)

    run.refresh_from_db()
    assert run.state == RunState.BLOCKED
    assert Edition.objects.count() == 0
    finding = next(
        each for each in described(run.findings, account("item-editor")) if each.code == "language-missing"
    )
    assert finding.language == "English"
    assert finding.url.startswith(reverse("wagtailadmin_pages:edit", args=[item.pk]))
    assert "Dong Nam" in finding.where
    assert finding.where.endswith(" · Summary")


def test_a_chapter_goes_stale_when_a_contribution_it_rests_on_changes_and_a_tick_makes_it_right():
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    contribution = item.contributions.get(pillar__slug="smart-city")
    contribution.sentence_ko += " 협의가 이어지고 있다."
    item.contributions = [contribution, *item.contributions.exclude(pk=contribution.pk)]
    item.save_revision().publish()
    assert ("chapter-stale", "blocking") in codes("presidential")

    from briefings.records.chapters import record_basis

    briefing = sample()
    chapters = list(briefing.chapters.all())
    record_basis(briefing, chapters)
    briefing.chapters = chapters
    briefing.save_revision().publish()

    assert ("chapter-stale", "blocking") not in codes("presidential")


def test_an_expired_perspective_stops_sealing():
    Perspective.objects.filter(slug="us").update(valid_until=DAY - timedelta(days=1))

    assert ("perspective-expired", "blocking") in codes("presidential")
    assert ("perspective-expired", "blocking") not in codes("partner")


def test_a_perspective_of_later_enters_no_correction_of_the_period_and_the_run_names_it():
    Perspective.objects.filter(slug="us").update(valid_from=sample().period_end + timedelta(days=1))

    collected = collect(sample())

    assert "us" not in {each.slug for each in collected.material.perspectives}
    assert ("perspective", "us") not in {(each.kind, each.slug) for each in collected.records}
    (left_out,) = (each for each in collected.selection if each.record == "perspective")
    assert (left_out.slug, left_out.entered, left_out.reason) == ("us", False, "not-yet-valid")
    assert not [code for code, severity in codes("presidential") if severity == "blocking"]


def test_a_briefing_without_items_or_perspectives_gives_findings():
    CooperationItem.objects.update(live=False)
    Perspective.objects.update(live=False)

    found = codes("presidential")

    assert ("no-items", "blocking") in found
    assert ("section-missing", "blocking") in found


def test_a_core_group_to_whom_nothing_is_said_any_more_is_named_and_not_shown():
    Perspective.objects.filter(interests__group__slug="us").update(live=False)

    found = findings_of(sample(), ("presidential", "full"), DAY)
    edition = seal_sample("full")

    assert {(each.code, each.place.slug) for each in found} == {("group-without-perspective", "us")}
    sections = {section.key: section for section in document_of(bytes(edition.content)).sections}
    assert [(each.number, each.key) for each in sections["perspectives"].sections][:1] == [
        ("3-1", "group-vietnam-asean")
    ]
    assert "미국" not in str(sections["conclusions"])


def test_every_finding_of_the_checks_has_a_sentence_with_what_to_do():
    for code, sentence in SENTENCES.items():
        assert str(sentence).strip(), code


def test_collecting_costs_the_same_queries_for_few_items_and_for_many():
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            collect(sample())
        return len(asked)

    all_items = queries()
    CooperationItem.objects.exclude(slug__startswith="apec").update(live=False)

    assert queries() == all_items


def test_a_worker_that_was_given_up_for_dead_can_write_no_more():
    run = AssemblyRun.objects.create(briefing=sample(), audiences=["partner"])
    old = leases.take(AssemblyRun, run.pk)
    assert old is not None
    assert leases.take(AssemblyRun, run.pk) is None
    AssemblyRun.objects.filter(pk=run.pk).update(lease_until="2020-01-01T00:00Z")

    new = leases.take(AssemblyRun, run.pk)

    assert new == old + 1
    with pytest.raises(leases.LeaseLost):
        leases.write(AssemblyRun, run.pk, old, per_cent=99)
    leases.write(AssemblyRun, run.pk, new, per_cent=1)


def test_the_months_briefing_is_created_once_with_its_checks_and_nothing_sealed():
    run = begin(date(2025, 12, 20))
    assert run is not None

    again = begin(date(2025, 12, 21))
    runs.work_on(run.pk)

    run.refresh_from_db()
    assert again is None
    made = Briefing.objects.get(slug="2025-12")
    assert (made.live, made.period_start, made.period_end) == (False, date(2025, 12, 1), date(2025, 12, 31))
    assert made.name_zh_hans == "2025年12月号"
    assert run.state == RunState.BLOCKED
    assert "text-missing" in {finding["code"] for finding in run.findings}
    assert Edition.objects.count() == 0


def test_a_page_that_an_edition_holds_is_not_deleted_but_told_why(account: Any):
    seal_sample("presidential")
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    client = Client()
    client.force_login(account("administrator"))

    answer = client.post(reverse("wagtailadmin_pages:delete", args=[item.pk]), follow=True)

    assert answer.status_code == 200
    assert CooperationItem.objects.filter(pk=item.pk).exists()
    assert why_not([item]) in answer.content.decode().replace("&#x27;", "'")
    assert why_not([sample()])
    assert why_not([CooperationItem.objects.get(slug="new-southern-policy")]) == ""


def test_the_months_briefing_is_made_once_whatever_its_address_is():
    made = begin(date(2025, 12, 20)).briefing
    Briefing.objects.filter(pk=made.pk).update(slug="december-2025")

    assert begin(date(2025, 12, 21)) is None
    assert Briefing.objects.filter(period_start=date(2025, 12, 1)).count() == 1


def test_a_briefing_that_was_only_checked_can_be_deleted_once_the_check_has_ended(
    client: Client, account: Any
) -> None:
    run = begin(date(2025, 12, 20))
    client.force_login(account("administrator"))
    address = reverse("wagtailadmin_pages:delete", args=[run.briefing_id])

    too_early = client.post(address, follow=True).content.decode()
    kept = Briefing.objects.filter(pk=run.briefing_id).exists()
    AssemblyRun.objects.filter(pk=run.pk).update(state=RunState.DONE)
    client.post(address)

    assert "취합하거나 점검하고 있습니다" in too_early
    assert kept
    assert not Briefing.objects.filter(pk=run.briefing_id).exists()


def test_a_period_that_ends_before_it_begins_is_a_message_in_the_form():
    briefing = sample()
    briefing.period_end = briefing.period_start - timedelta(days=1)

    with pytest.raises(Exception, match="period ends before it begins"):
        briefing.full_clean()


@pytest.mark.parametrize("mode", ["presidential:ko", "partner:zh-hans", "full:en"])
def test_every_audience_can_be_previewed_in_every_language(mode: str):
    answer = sample().make_preview_request(preview_mode=mode)

    assert answer.status_code == 200
    assert b"pillar-uam" in answer.content or b"item-korean-air" in answer.content


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_an_item_is_previewed_as_an_edition_would_print_it(language: str):
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific

    answer = item.make_preview_request(preview_mode=language)

    figure = {"ko": "최대 100대", "zh-hans": "至多100架", "en": "up to 100 aircraft"}[language]
    assert figure in answer.content.decode()


def test_a_preview_shows_the_fields_of_its_kind_as_they_are_just_being_written():
    deal = AirMobilityDeal.objects.get(slug="korean-air-archer-evtol")
    deal.exclusivity_en = "Nothing is settled about exclusivity."
    project = CityNetworkProject(
        slug="unsaved", kind="programme", status="ongoing", classification="public", call_year=2024
    )
    project.host_city_en = "A city that nobody has saved"
    project.solution_fields = [SolutionField(name_en="ITS"), SolutionField(name_en="digital twin")]
    clause = DeclarationClause.objects.first()
    clause.forum_en = "A forum that nobody has saved"

    said = [page.make_preview_request(preview_mode="en").content.decode() for page in (deal, project, clause)]

    assert "Nothing is settled about exclusivity." in said[0]
    assert "A city that nobody has saved" in said[1]
    assert "ITS, digital twin" in said[1]
    assert "A forum that nobody has saved" in said[2]


def test_the_newest_run_is_the_last_that_was_asked_for_whatever_a_web_servers_clock_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ahead = timezone.now() + timedelta(hours=1)
    with monkeypatch.context() as wrong:
        wrong.setattr(timezone, "now", lambda: ahead)
        earlier, _made = runs.request_run(briefing=sample(), audiences=["full"], by=None)
    AssemblyRun.objects.filter(pk=earlier.pk).update(state=RunState.FAILED)
    later, _made = runs.request_run(briefing=sample(), audiences=["full"], by=None)

    newest = watched_run(later.briefing_id)

    assert newest == later
    assert earlier.requested_at < ahead - timedelta(minutes=30)


def test_beat_sweeps_every_few_seconds():
    assert app.conf.beat_schedule["sweep"]["schedule"] <= 5


def test_the_months_briefing_begins_on_the_20th_where_settings_say_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("MONTHLY_BRIEFING_SCHEDULE")
    show = (
        "from config.celery import app; monthly = app.conf.beat_schedule['monthly-briefing'];"
        "when = monthly['schedule'];"
        "print('BEGINS', monthly['task'], min(when.day_of_month), *when.hour, *when.minute, when.tz)"
    )

    done = run("shell", "--no-imports", "-c", show)

    assert "BEGINS briefings.tasks.begin_monthly_briefing 20 6 0 Asia/Seoul\n" in done.stdout, done.stderr


@pytest.mark.parametrize(
    ("schedule", "begun", "asked"),
    [
        ("0 6 20 * *", "2026-02-20T05:00", "2026-02-20T06:00"),
        ("0 6 20 * *", "2026-02-20T07:00", "2026-02-21T06:00"),
        ("0 6 20 * *", "2026-02-28T07:00", "2026-03-20T06:00"),
        ("30 6 5 1,7 *", "2026-01-09T07:00", "2026-01-10T06:30"),
        ("30 6 5 1,7 *", "2026-01-31T07:00", "2026-07-05T06:30"),
        # days that are chosen otherwise are those alone
        ("0 6 20 * 1", "2026-04-20T07:00", "2026-07-20T06:00"),
        ("0 6 1-7 * mon", "2026-04-06T07:00", "2026-05-04T06:00"),
    ],
)
def test_a_beat_that_was_started_after_the_moment_asks_for_the_months_briefing_on_the_next_day(
    schedule: str, begun: str, asked: str
):
    now = datetime.fromisoformat(begun).replace(tzinfo=ZoneInfo("Asia/Seoul"))

    # without a memory of its own beat counts from its start
    seconds = months_briefing(schedule, now=lambda: now).is_due(now).next

    assert (now + timedelta(seconds=seconds)).isoformat()[:16] == asked


def test_nothing_of_a_briefing_that_is_not_published_is_sealed_and_its_checks_are_shown(
    client: Client, account: Any
) -> None:
    Briefing.objects.filter(slug="2025-11").update(live=False)
    run = _asked_for()

    runs.work_on(run.pk)

    run.refresh_from_db()
    client.force_login(account("briefing-editor"))
    desk = client.get(reverse("briefing-desk", args=[run.briefing_id])).content.decode()
    assert (run.state, [finding["code"] for finding in run.findings]) == (
        RunState.BLOCKED,
        ["briefing-not-published"],
    )
    assert "게시되어 있지 않은 브리핑이어서 초안만 점검하고 확정하지 않았습니다." in desk
    assert Edition.objects.count() == 0


def test_a_correction_without_a_change_note_is_not_sealed_and_one_with_it_is(account: Any) -> None:
    first = seal_sample("presidential")
    release_now(first, approver=account("approver"))
    briefing = Briefing.objects.get(slug="2025-11")
    request = briefing.requests.first()
    request.text_en += " Thank you."
    request.save()
    unnoted = _asked_for()

    runs.work_on(unnoted.pk)
    briefing = Briefing.objects.get(slug="2025-11")
    for language, note in (
        ("ko", "건의 문구를 다듬음"),
        ("zh_hans", "调整建议事项表述"),
        ("en", "Request reworded"),
    ):
        setattr(briefing, f"change_note_{language}", note)
    briefing.save_revision().publish()
    noted = _asked_for()
    runs.work_on(noted.pk)

    unnoted.refresh_from_db()
    blocking = [each for each in unnoted.findings if each["severity"] == "blocking"]
    assert {each["code"] for each in blocking} >= {"change-note-missing"}
    assert {each["place"]["language"] for each in blocking if each["code"] == "change-note-missing"} == {
        "ko",
        "zh-hans",
        "en",
    }
    corrected = noted.editions.get()
    assert corrected.number == "1.1"
    said = reading.edition_parts(corrected, "ko")["body"]
    assert "건의 1 문구 수정" in said
    assert "변동 없음" not in said


@pytest.mark.parametrize("confidence", ["N", "N+", "N!"])
def test_a_mere_name_enters_no_edition_by_itself_whoever_was_asked_about_it(confidence: str) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.picks.all().delete()
    CooperationItem.objects.filter(slug="bac-ninh-dong-nam-new-town").update(
        confidence=confidence, event_date=briefing.period_start, event_end=None
    )

    choices = {each.slug: each for each in collect(Briefing.objects.get(slug="2025-11")).selection}

    assert choices["bac-ninh-dong-nam-new-town"].reason == "name-only"
