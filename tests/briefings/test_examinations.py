"""What checks found is kept: it changes nothing but the time that a run takes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from benchmarks.many_items import clone_items, items_of_the_period
from briefings import runs
from briefings.assembly.checks import Subject, check
from briefings.assembly.cleaning import cleaned
from briefings.assembly.collect import collect
from briefings.assembly.findings import Finding
from briefings.assembly.seal import covered, seal
from briefings.checking.draft_findings import draft_findings
from briefings.checking.examinations import examiner_of, keep
from briefings.editions.sealing import Before
from briefings.models import AssemblyRun, Briefing, StoredExamination
from briefings.rendering.charset import printable_code_points
from projects.models import CooperationItem
from tests.briefings.editions import findings_of
from vocabulary.models import Term

pytestmark = pytest.mark.django_db
DAY = date(2025, 11, 6)
SLUG = "bac-ninh-dong-nam-new-town"
RELATIVE = "작년에 협의하였다. 위안은 ‎없다."
"""A date that next year's reader misreads, and a mark that turns the direction of a line."""


@pytest.fixture(autouse=True)
def nothing_is_known(db: None) -> None:
    StoredExamination.objects.all().delete()


def sample() -> Briefing:
    return Briefing.objects.get(slug="2025-11")


def write(summary: str) -> None:
    CooperationItem.objects.filter(slug=SLUG).update(summary_ko=summary)


def findings() -> tuple[Finding, ...]:
    return findings_of(sample(), ("presidential", "partner", "full"), DAY)


def kept() -> set[str]:
    return set(StoredExamination.objects.values_list("key", flat=True))


def sealed(audience: str, *, stored: bool) -> tuple[bytes, tuple[Finding, ...]]:
    collected = collect(sample())
    examiner = examiner_of(collected.material) if stored else None
    printable = printable_code_points()
    material, found = cleaned(collected.material, printable, examiner and examiner.clean)
    made = runs.compose_for(material, audience, Before(), collected)
    subject = Subject(made.material, made.document, audience, DAY)
    found = (*found, *check(subject, examiner and examiner.check, examiner and examiner.check_beside))
    if examiner:
        assert not examiner.new or not examiner.used, "neither wholly new nor wholly known"
        keep(examiner)
    records = covered(collected.records)
    edition = seal(made.material, audience, made.comparison, made.document, records, made.sheets)
    return edition.content, found


@pytest.mark.parametrize("audience", ["presidential", "partner", "full"])
def test_an_edition_and_its_findings_are_the_same_with_and_without_what_was_kept(audience: str):
    write(RELATIVE)

    pure = sealed(audience, stored=False)
    first, again = sealed(audience, stored=True), sealed(audience, stored=True)

    assert first == pure
    assert again == pure
    assert {"relative-date", "characters-removed"} <= {finding.code for finding in pure[1]}


def test_a_finding_is_known_again_when_a_text_is_changed_and_changed_back():
    before = CooperationItem.objects.get(slug=SLUG).summary_ko
    write(RELATIVE)
    found = findings()
    write(before)
    assert findings() == ()
    known = kept()

    write(RELATIVE)

    assert findings() == found
    assert kept() == known


def test_a_term_that_is_agreed_on_later_is_looked_for_in_items_that_did_not_change():
    assert findings() == ()
    assert "함께" in CooperationItem.objects.get(slug=SLUG).summary_ko

    Term.objects.create(identifier="later", preferred_ko="다른 말", forbidden_ko="함께", status="agreed")

    places = {finding.place.slug for finding in findings() if finding.code == "term-forbidden"}
    assert SLUG in places


def test_a_finding_about_a_text_of_the_briefing_is_known_again_and_gone_with_the_text():
    before = sample().conclusion_ko
    Briefing.objects.filter(slug="2025-11").update(conclusion_ko=RELATIVE)
    found = findings()
    assert "relative-date" in {finding.code for finding in found if finding.place.record == "briefing"}
    known = kept()
    assert findings() == found
    assert kept() == known

    Briefing.objects.filter(slug="2025-11").update(conclusion_ko=before)

    assert findings() == ()


def test_a_term_that_is_agreed_on_later_is_looked_for_in_a_briefing_that_did_not_change():
    assert findings() == ()
    word = sample().conclusion_ko.split()[0]

    Term.objects.create(identifier="later", preferred_ko="다른 말", forbidden_ko=word, status="agreed")

    found = {(finding.code, finding.place.record) for finding in findings()}
    assert ("term-forbidden", "briefing") in found


def test_what_nobody_has_used_for_long_is_deleted_and_what_a_run_uses_stays():
    findings()
    used = kept()
    StoredExamination.objects.create(key="0" * 64, content=b"{}")
    StoredExamination.objects.update(used_at=F("used_at") - timedelta(days=89))
    findings()
    assert kept() == {*used, "0" * 64}

    StoredExamination.objects.filter(key="0" * 64).update(used_at=F("used_at") - timedelta(days=2))
    findings()

    assert kept() == used


def test_a_run_costs_the_same_queries_for_few_items_and_for_many():
    def queries() -> int:
        run = AssemblyRun.objects.create(briefing=sample(), audiences=["presidential"], checks_only=True)
        with CaptureQueriesContext(connection) as asked:
            runs.work_on(run.pk)
        run.refresh_from_db()
        assert run.step == "finished"
        return len(asked)

    two = items_of_the_period()[:2]
    CooperationItem.objects.exclude(pk__in=two).update(live=False)
    new, known = queries(), queries()

    clone_items(200, two, dated=None)

    assert queries() == new
    assert queries() == known


def test_a_draft_that_cannot_be_read_keeps_no_other_record_from_being_examined() -> None:
    draft = CooperationItem.objects.get(slug=SLUG).specific.save_revision()
    draft.content["event_date"] = "someday"
    draft.save()

    found = draft_findings(0)  # it is the newest and so comes first; one more at least is examined

    assert ("item", SLUG) in found.unexamined
    assert len(kept()) == 1
