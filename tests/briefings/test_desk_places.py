"""After something is done on the desk, its doer is where it was done."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse

from briefings.editions import release
from briefings.models import AssemblyRun, Briefing
from reviews.models import Waiver
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db
FINDING = {
    "code": "point-long",
    "severity": "warning",
    "place": {"record": "item", "slug": "bac-ninh-dong-nam-new-town", "field": "point", "language": "ko"},
    "digest": "0" * 64,
    "details": {"length": "61", "most": "60"},
}


def _client(account: Any, name: str = "approver") -> Client:
    client = Client()
    client.force_login(account(name))
    return client


def _focused(client: Client, address: str, typed: dict[str, str] | None = None) -> lxml.html.HtmlElement:
    """What the browser shows and gives the focus to, after a button was pressed."""
    answer = client.post(address, typed or {})
    page, _sharp, place = answer.url.partition("#")
    found = lxml.html.fromstring(client.get(page).content.decode()).get_element_by_id(place)
    assert found.get("tabindex") == "-1", "a browser focuses nothing else"
    return found


def test_who_decides_about_an_edition_stays_at_it(account: Any) -> None:
    edition = seal_sample("presidential")
    edition.renditions.update(state="ready")
    client, name = _client(account), f"edition-{edition.pk}"

    for verb, typed in (
        ("refuse", {f"r{edition.pk}-reason": "기한이 빠짐"}),
        ("approve", {}),
        ("release", {f"e{edition.pk}-at_once": "on"}),
        ("withdraw", {f"w{edition.pk}-reason_ko": "오류", "confirmed": "1"}),
        ("approve", {}),  # too late
    ):
        assert _focused(client, reverse(f"edition-{verb}", args=[edition.pk]), typed).get("id") == name


def test_who_makes_a_file_again_stays_at_its_edition(account: Any) -> None:
    edition = seal_sample("presidential")
    file = edition.renditions.all()[0]
    edition.renditions.filter(pk=file.pk).update(state="failed")

    place = _focused(_client(account, "briefing-editor"), reverse("rendition-make-again", args=[file.pk]))

    assert place.get("id") == f"edition-{edition.pk}"


def test_who_asks_for_an_assembly_watches_it(account: Any) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    address = reverse("briefing-assemble", args=[briefing.pk])
    client = _client(account, "briefing-editor")

    refused = _focused(client, address, {})
    asked = _focused(client, address, {"audiences": "partner"})

    assert [refused.get("id"), asked.get("id")] == ["desk-assemble", "desk-assemble"]


def test_who_lets_a_finding_stand_or_opens_it_again_stays_at_it(account: Any) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    AssemblyRun.objects.create(
        briefing=briefing, audiences=["partner"], state="blocked", step="check", findings=[FINDING]
    )
    client, waive = _client(account, "briefing-editor"), reverse("finding-waive", args=[briefing.pk])
    typed = {"finding": FINDING["digest"], "reason": "짧게 줄일 수 없음"}

    short = _focused(client, waive, typed | {"reason": "짧음"})
    stands = _focused(client, waive, typed)
    taken_back = stands.xpath(".//form")[0]
    opened = _focused(client, taken_back.action, dict(taken_back.form_values()))

    assert short.xpath("string(.//textarea)").strip() == "짧음"
    assert "짧게 줄일 수 없음" in stands.text_content()
    assert opened.get("id") == stands.get("id")
    assert Waiver.objects.get().taken_back_at is not None


def test_a_release_that_is_there_no_more_leads_to_its_edition(account: Any) -> None:
    edition = seal_sample("presidential")
    release_now(edition, approver=account("approver"))

    with pytest.raises(release.Refused):
        release.release(edition=edition, by=account("approver"))
    place = _focused(_client(account), reverse("edition-release", args=[edition.pk]))

    assert place.get("id") == f"edition-{edition.pk}"
