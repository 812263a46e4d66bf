"""What a narrow window must not take away, in real Chromium."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from playwright.sync_api import Page, expect

from briefings.models import AssemblyRun, Briefing, Edition
from projects.models import CooperationItem, Figure, Source
from tests.briefings.editions import release_now, seal_sample


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


@pytest.fixture
def crowded(live_database: str) -> Edition:
    """An edition with a figure and a row of note numbers that are wider than a phone."""
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town")
    for number in range(20):
        Source.objects.create(
            item=item,
            sort_order=number + 10,
            key=f"more-{number}",
            publisher_ko=f"기관 {number}",
            publisher_zh_hans=f"机构{number}",
            publisher_en=f"Office {number}",
            strength="signed",
        )
    Figure.objects.create(
        item=item,
        sort_order=50,
        key="wide",
        kind="name",
        label_ko="명칭",
        label_zh_hans="名称",
        label_en="Name",
        literal="국토교통" * 15,
        source_key="more-1",
    )
    edition = seal_sample("presidential")
    release_now(edition, approver=get_user_model().objects.get(username="approver"))
    return edition


def test_neither_long_figures_nor_many_sources_make_a_phone_scroll_aside(
    crowded: Edition, sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("official", width=360)
    for language in ("ko", "zh-hans", "en"):
        edition = f"{address}/{language}/editions/2025-11/presidential/{crowded.number}/"
        for place in (edition, f"{edition}items/bac-ninh-dong-nam-new-town/"):
            page.goto(place)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, place


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
