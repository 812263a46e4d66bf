"""Two people in one record's form, with the browser's own questions: each is asked once, and nobody about his own words."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from stakeholders.models import Perspective


@pytest.fixture
def form(live_database: str) -> str:
    return reverse("wagtailsnippets_stakeholders_perspective:edit", args=[Perspective.objects.get(pk=1).pk])


def _note(database: str, which: str = "newest") -> str:
    # by a connection of its own: Playwright's event loop keeps Django's from being used here
    with psycopg.connect(database) as connection:
        row = connection.execute(
            "SELECT note FROM stakeholders_perspective WHERE id = 1"
            if which == "published"
            else "SELECT content->>'note' FROM wagtailcore_revision r JOIN stakeholders_perspective p"
            " ON p.latest_revision_id = r.id WHERE p.id = 1"
        ).fetchone()
    assert row
    return str(row[0])


def _save(page: Page, name: str = "Save draft") -> None:
    page.get_by_role("button", name=name).first.click()


def _typed_until_it_is_saved(page: Page, text: str) -> None:
    """Slowly: what is typed in Wagtail's first two seconds is noticed with what follows."""
    with page.expect_response(lambda answer: answer.request.method == "POST" and "/edit/" in answer.url):
        page.locator("[name=note]").press_sequentially(text, delay=150)


def _typed_while_the_server_is_slow(page: Page, text: str) -> Route:
    """What the form sends to save itself, not answered yet."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if "json" in route.request.headers["accept"] and not held:
            held.append(route)
        else:
            route.continue_()

    page.route("**/edit/*/", hold)
    with page.expect_request(lambda request: request.method == "POST" and "/edit/" in request.url):
        page.locator("[name=note]").press_sequentially(text, delay=150)
    page.evaluate("0")  # whatever the browser has said before is heard with its answer
    return held[0]


def test_each_is_asked_once_and_nobody_about_what_the_form_saved_by_itself(
    form: str, live_database: str, sign_in: Callable[..., Page], address: str
) -> None:
    mine, theirs = sign_in("briefing-editor"), sign_in("administrator")
    for page in (theirs, mine):
        page.goto(f"{address}{form}")

    _typed_until_it_is_saved(theirs, " And their own remark.")
    _save(theirs)
    expect(theirs.get_by_text("updated.")).to_be_visible()
    expect(theirs.get_by_text("saved a newer version")).to_have_count(0)
    assert "And their own remark." in _note(live_database)

    held = _typed_while_the_server_is_slow(theirs, "More. ")
    _save(theirs)
    with theirs.expect_navigation():
        held.continue_()
    expect(theirs.get_by_text("updated.")).to_be_visible()
    expect(theirs.get_by_text("saved a newer version")).to_have_count(0)
    assert "More. " in _note(live_database)

    held = _typed_while_the_server_is_slow(theirs, "Told to all. ")
    theirs.get_by_role("button", name="More actions").click()
    _save(theirs, "Publish")
    with theirs.expect_navigation():
        held.continue_()
    expect(theirs.get_by_text("updated and published.")).to_be_visible()
    assert "Told to all. " in _note(live_database, "published")

    theirs.goto(f"{address}{form}")
    with mine.expect_response("**/editing-sessions/ping/**"):
        pass  # with the last of their versions
    mine.locator("[name=note]").fill("Mine")
    asked = mine.get_by_role("dialog")
    expect(mine.locator("#title-text-w-save-confirmation-dialog")).to_contain_text(
        "administrator saved a new version"
    )
    _save(mine)
    expect(asked).to_contain_text("administrator saved a new version")
    asked.get_by_role("button", name="Save draft").click()
    expect(mine.get_by_text("updated.")).to_be_visible()
    assert _note(live_database) == "Mine"
