"""In real Chromium: readers' pages break no rule of their own policy, and the second factor needs no script."""

from __future__ import annotations

import os
from base64 import b32decode
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

from config.processes import Processes
from tests.accounts.codes import code_of
from tests.serving import serve

CHROMIUM = "/usr/bin/chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
PAGES = (
    "sign-in/",
    "editions/",
    "verify/?digest=" + "0" * 64,
    "search/?q=UAM",
    "nowhere/",
    "account/second-factor/",
)


@pytest.fixture
def address(portal: Processes, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(os.environ, "SECOND_FACTOR_REQUIRED", "true")
    return serve(portal, workers=1)


@pytest.fixture
def browser(address: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


def _gives_password(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/en/sign-in/")
    page.fill("#id_username", name)
    page.fill("#id_password", settings.DEMO_PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(lambda url: "sign-in" not in url)


def test_pages_keep_their_own_policy_and_an_editor_sets_up_a_second_factor_without_scripts(
    browser: Browser, address: str
) -> None:
    _no_page_breaks_its_policy(browser, address)
    _an_editor_sets_up_a_second_factor(browser, address)


def _no_page_breaks_its_policy(browser: Browser, address: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    _gives_password(page, address, "official")

    for language in ("ko", "zh-hans", "en"):
        for path in PAGES:
            page.goto(f"{address}/{language}/{path}")
            page.wait_for_load_state("load")
    # a missing page is a line of its own in the console
    assert [line for line in said if "404 (Not Found)" not in line] == []

    page.goto(f"{address}/en/account/second-factor/")
    assert Axe().run(page).violations_count == 0
    refused = page.evaluate(
        """() => { try { document.body.innerHTML = "<img src=x onerror=alert(1)>"; return "taken" }
                   catch (error) { return error.name } }"""
    )
    page.evaluate(
        """() => { const script = document.createElement("script");
                   try { script.text = "window.ran = true" } catch {}
                   document.head.append(script) }"""
    )
    assert refused == "TypeError"
    assert page.evaluate("window.ran") is None


def _an_editor_sets_up_a_second_factor(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800}).new_page()
    _gives_password(page, address, "item-editor")
    page.goto(f"{address}/admin/")
    assert "/account/second-factor/" in page.url

    key = _read_from_the_page(page)
    page.fill("#id_code", code_of(key))
    page.click("main button[type=submit]")
    assert page.locator(".codes li").count() == 10
    backup = page.locator(".codes code").first.inner_text()
    page.click("main a.action")
    assert page.url == f"{address}/admin/"

    again = browser.new_context(java_script_enabled=False).new_page()
    again.goto(f"{address}/en/sign-in/?next=/admin/")
    again.fill("#id_username", "item-editor")
    again.fill("#id_password", settings.DEMO_PASSWORD)
    again.click("main button[type=submit]")
    assert "/sign-in/code/" in again.url
    again.fill("#id_code", backup)
    again.click("main button[type=submit]")
    assert again.url == f"{address}/admin/"


def _read_from_the_page(page: Page) -> str:
    """The key as somebody without a camera types it: base 32 to the hexadecimal digits of the helper."""
    return b32decode(page.locator(".key").inner_text().replace(" ", "")).hex()
