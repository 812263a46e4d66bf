"""Who presses Save while signed out, or where the network fails, loses nothing of what was written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from briefings.models import Edition
from stakeholders.models import Perspective
from tests.briefings.editions import seal_sample
from tests.browser.conftest import sign_in_elsewhere
from vocabulary.models import Unit


@pytest.fixture
def forms(live_database: str) -> list[tuple[str, str]]:
    """A form that saves itself and one that does not, each with a field of it."""
    perspective, unit = Perspective.objects.get(pk=1), Unit.objects.get(slug="aircraft")
    return [
        (reverse("wagtailsnippets_stakeholders_perspective:edit", args=[perspective.pk]), "note"),
        (reverse("wagtailsnippets_vocabulary_unit:edit", args=[unit.pk]), "name_en"),
    ]


@pytest.fixture
def edition(live_database: str) -> Edition:
    """One that can be refused, sealed before a browser is there."""
    return seal_sample("partner")


def _save(page: Page) -> None:
    page.locator("footer button[type=submit]").first.click()


def test_what_was_written_stays_until_it_can_be_saved(
    forms: list[tuple[str, str]], sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("administrator")
    for form, name in forms:
        page.goto(f"{address}{form}")
        field, told = (
            page.locator(f"[name={name}]"),
            page.get_by_role("alert").filter(has_text="is not saved"),
        )

        page.context.set_offline(True)
        field.fill("written offline")
        _save(page)
        expect(told).to_contain_text("The portal cannot be reached")
        page.context.set_offline(False)

        page.context.clear_cookies(name="sessionid")
        field.fill("written while signed out")
        _save(page)
        expect(told).to_contain_text("You are signed out")
        expect(field).to_have_value("written while signed out")
        sign_in_elsewhere(told, "administrator")
        _save(page)
        expect(page.get_by_text("updated.")).to_be_visible()
        page.goto(f"{address}{form}")
        expect(page.locator(f"[name={name}]")).to_have_value("written while signed out")


def test_a_reason_written_at_the_desk_stays_too(
    edition: Edition, sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("administrator")
    page.goto(f"{address}{reverse('briefing-desk', args=[edition.briefing_id])}")
    refusing = page.locator(f"form[action*='/{edition.pk}/refuse/']")
    page.context.clear_cookies(name="sessionid")

    page.get_by_text("Refuse, with a reason").click()
    reason = refusing.locator("textarea, input[type=text]").first
    reason.fill("The figures of one item are not confirmed.")
    refusing.get_by_role("button").click()

    told = refusing.get_by_role("alert")
    expect(told).to_contain_text("You are signed out")
    expect(reason).to_have_value("The figures of one item are not confirmed.")
    sign_in_elsewhere(told, "administrator")
    refusing.get_by_role("button").click()
    expect(page.locator(".messages").get_by_text("refused")).to_be_visible()
