"""The desk shows by itself what a run has found, and takes no word from somebody who writes."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from briefings.models import AssemblyRun, Briefing

FINDING = {
    "code": "point-long",
    "severity": "warning",
    "place": {"record": "item", "slug": "bac-ninh-dong-nam-new-town", "field": "point", "language": "ko"},
    "digest": "0" * 64,
    "details": {"length": "61", "most": "60"},
}
REASON = "짧게 줄일 수 없음"


@pytest.fixture
def desk(live_database: str) -> str:
    """A desk with a finding of an earlier run, while another one is under way."""
    briefing = Briefing.objects.get(slug="2025-11")
    of_one = {"briefing": briefing, "audiences": ["partner"]}
    AssemblyRun.objects.create(**of_one, state="blocked", step="check", findings=[FINDING])
    AssemblyRun.objects.create(**of_one, state="running", step="collect")
    return reverse("briefing-desk", args=[briefing.pk])


def _ends(database: str) -> None:
    # by a connection of its own: Playwright's event loop keeps Django's from being used here
    with psycopg.connect(database) as connection:
        connection.execute("UPDATE briefings_assemblyrun SET state = 'failed' WHERE state = 'running'")


def test_a_run_that_ends_takes_no_word_from_somebody_who_writes(
    desk: str, live_database: str, sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("briefing-editor")
    page.goto(f"{address}{desk}")
    page.locator(".finding__waive summary").click()
    reason = page.locator(".finding__waive textarea")
    reason.fill(REASON)

    _ends(live_database)

    expect(page.get_by_text("The assembly has ended.")).to_be_visible()
    expect(reason).to_have_value(REASON)
    reason.fill("")
    page.get_by_role("button", name="Load the page again").click()
    expect(page.get_by_text("The latest run failed before its checks.")).to_be_visible()


def test_a_form_that_was_refused_is_not_taken_either(
    desk: str, live_database: str, sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("briefing-editor")
    page.goto(f"{address}{desk}")
    page.locator(".finding__waive summary").click()
    reason = page.locator(".finding__waive textarea")
    reason.evaluate("field => field.removeAttribute('minlength')")
    reason.fill("짧음")
    page.locator(".finding__waive button").click()
    expect(page.locator(".finding__waive .error-message")).to_be_visible()

    _ends(live_database)

    expect(page.get_by_text("The assembly has ended.")).to_be_visible()
    expect(reason).to_have_value("짧음")


def test_where_nobody_writes_the_desk_shows_the_end_by_itself(
    desk: str, live_database: str, sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("briefing-editor")
    page.goto(f"{address}{desk}")
    expect(page.get_by_text("The run under way has not checked yet.")).to_be_visible()
    session = page.context.cookies()
    page.context.clear_cookies()
    # whoever is signed out is refused, and not sent the page for signing in again and again
    with page.expect_response(lambda answer: answer.status == 403 and "/progress/" in answer.url):
        pass
    page.context.add_cookies(session)

    _ends(live_database)

    expect(page.get_by_text("The latest run failed before its checks.")).to_be_visible()
