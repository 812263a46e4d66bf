"""What a narrow window must not take away, in real Chromium."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


# a phone, and a desk's window of 1280 pixels at 200 %
@pytest.mark.parametrize("width", [360, 640])
def test_ones_account_is_reached_from_a_narrow_window_without_scripts(
    sign_in: Callable[..., Page], address: str, width: int
) -> None:
    page = sign_in("approver", width=width, java_script_enabled=False)
    for language, heading in (("ko", "계정"), ("zh-hans", "您的账号"), ("en", "Your account")):
        page.goto(f"{address}/{language}/editions/")
        page.locator(".masthead a[href$='/account/second-factor/']").click()

        expect(page.locator("h1")).to_have_text(heading)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
