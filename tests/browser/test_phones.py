"""What a narrow window must not take away, in real Chromium."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from briefings.models import AssemblyRun, Briefing


@pytest.fixture
def desk(live_database: str) -> str:
    """A desk with a finding that may be let stand."""
    place = {"record": "item", "slug": "bac-ninh-dong-nam-new-town", "field": "point", "language": "ko"}
    finding = {
        "code": "point-long",
        "severity": "warning",
        "place": place,
        "digest": "0" * 64,
        "details": {"length": "61", "most": "60"},
    }
    briefing = Briefing.objects.get(slug="2025-11")
    AssemblyRun.objects.create(
        briefing=briefing, audiences=["partner"], state="blocked", step="check", findings=[finding]
    )
    return reverse("briefing-desk", args=[briefing.pk])


def test_a_finding_is_read_and_let_stand_on_a_phone_without_scrolling_aside(
    desk: str, sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("briefing-editor", width=360)
    page.goto(f"{address}{desk}")
    row = page.get_by_role("row").filter(has=page.locator(".finding__waive"))
    row.locator("summary").click()

    for part in (*row.get_by_role("cell").all(), row.locator("textarea"), row.get_by_role("button")):
        box = part.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


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
