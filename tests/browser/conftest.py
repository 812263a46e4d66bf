"""A portal with a web server, and people who look at it in real Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.conftest import LOGS
from tests.forked import ForkedProcesses
from tests.serving import serve

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# other tests may have the processors for a while
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[], str]]:
    """The address of a web server, which starts when it is first asked for and ends with the tests.

    It reads its templates and forms once, which takes longer than all that a test asks for. Each test brings a new
    database of the same name, and the server finds its connections ended.
    """
    group = ForkedProcesses(LOGS.with_name(f"{LOGS.name}-web"))
    yield cache(lambda: serve(group, workers=1))
    group.kill()


@pytest.fixture
def address(live_database: str, served: Callable[[], str]) -> str:
    """The portal's address, with a web server over this test's database; a worker is for the test to start."""
    return served()


@pytest.fixture
def browser(address: str) -> Iterator[Browser]:
    """Started after the database is set up and closed before it goes: Playwright runs an event loop,
    inside which Django would see another connection."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def sign_in(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """A page of somebody who has signed in: `sign_in("official", width=360)`."""
    contexts = []

    def enter(name: str, *, width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/en/sign-in/")
        page.fill("#id_username", name)
        page.fill("#id_password", settings.DEMO_PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_url(lambda url: "sign-in" not in url)
        return page

    yield enter
    for context in contexts:
        context.close()


def sign_in_elsewhere(told: Locator, name: str) -> None:
    """Sign in by the link of a form that says that its writer is signed out: in a window of its own, closed again."""
    page = told.page
    with page.context.expect_page() as opened:
        told.get_by_role("link", name="Sign in").click()
    elsewhere = opened.value
    elsewhere.fill("#id_username", name)
    elsewhere.fill("#id_password", settings.DEMO_PASSWORD)
    elsewhere.click("main button[type=submit]")
    elsewhere.wait_for_url(lambda url: "sign-in" not in url)
    elsewhere.close()
    page.bring_to_front()
