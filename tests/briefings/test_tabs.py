"""The tabs of the long forms: an address opens the same tab in every language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile

from briefings.checking.findings import described
from briefings.models import Briefing
from briefings.models.pages import Chapter
from projects.models import CooperationItem

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
@pytest.mark.parametrize(
    ("record", "slug", "fields"),
    [
        ("item", "korean-air-archer-evtol", ["contributions.uam.sentence", "figures.aircraft.label"]),
        ("briefing", "2025-11", ["chapters.uam.claim", "cautions.1.text", "picks"]),
    ],
    ids=["item", "briefing"],
)
def test_a_findings_link_opens_a_tab_that_the_form_has(
    client: Client, account: Callable[[str], Any], language: str, record: str, slug: str, fields: list[str]
) -> None:
    user = account("briefing-editor")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    client.force_login(user)
    places = [{"record": record, "slug": slug, "field": field} for field in fields]
    findings = [{"code": "text-missing", "severity": "blocking", "place": place} for place in places]

    links = [each.url.partition("#") for each in described(findings, user)]

    model = CooperationItem if record == "item" else Briefing
    (address,) = {address for address, _hash, _tab in links}
    assert f"/{model.objects.get(slug=slug).pk}/" in address
    form = client.get(address).content.decode()
    assert [tab for _address, _hash, tab in links if f'id="{tab}"' not in form] == []
    assert len(links) == len(fields)


def test_a_findings_link_leads_to_the_row_that_it_names(
    client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("briefing-editor"))
    chapters = list(Briefing.objects.get(slug="2025-11").chapters.all())
    third = chapters[2].pillar.slug
    stale = {"record": "briefing", "slug": "2025-11", "field": f"chapters.{third}"}
    other = {"record": "item", "slug": "korean-air-archer-evtol", "field": "summary", "language": "ko"}
    findings = [
        {"code": code, "severity": "blocking", "place": place}
        for code, place in (("chapter-stale", stale), ("language-missing", other))
    ]

    with CaptureQueriesContext(connection) as asked:
        finding, _other = described(findings, account("briefing-editor"))

    # one for the briefing's rows; of the item none is named
    assert len([each for each in asked if '"wagtailcore_revision"."content"' in each["sql"]]) == 1
    address, _hash, panel = finding.url.partition("#")
    form = lxml.html.fromstring(client.get(address).content.decode())
    chosen = form.get_element_by_id(panel).xpath(".//input[contains(@name, '-pillar')]/@value")
    assert chosen == [str(chapters[2].pillar_id)]


@pytest.mark.parametrize("only_in_the_draft", [False, True])
def test_a_stale_chapter_says_so_where_its_box_is_ticked(
    client: Client, account: Callable[[str], Any], only_in_the_draft: bool
) -> None:
    client.force_login(account("briefing-editor"))
    briefing = Briefing.objects.get(slug="2025-11")
    address = f"/admin/pages/{briefing.pk}/edit/"
    before = client.get(address).content.decode()
    third = briefing.chapters.all()[2]
    third.basis = "0" * 64
    others = [each for each in briefing.chapters.all() if each.pk != third.pk]
    if only_in_the_draft:
        Chapter.objects.filter(pk=third.pk).delete()
        third.pk = None
    briefing.chapters = [third, *others]
    briefing.save_revision()

    form = lxml.html.fromstring(client.get(address).content.decode())

    stale = "[contains(@class, 'text-state--stale')]"
    marked = form.xpath(f"//*[@data-field][.//input[contains(@name, '-still_right')]][.//*{stale}]")
    assert len(marked) == 1
    number = marked[0].xpath(".//input[contains(@name, '-still_right')]/@name")[0].split("-")[1]
    assert form.xpath(f"//input[@name='chapters-{number}-pillar']/@value") == [str(third.pillar_id)]
    assert not lxml.html.fromstring(before).xpath(
        f"//*[@data-field][.//input[contains(@name, '-still_right')]]//*{stale}"
    )


def test_two_versions_of_a_briefing_are_compared(client: Client, account: Callable[[str], Any]) -> None:
    client.force_login(account("briefing-editor"))
    briefing = Briefing.objects.get(slug="2025-11")
    first = briefing.save_revision()
    briefing.chapters = [*briefing.chapters.all()]
    briefing.chapters.all()[0].claim_en = "Another claim"
    last = briefing.save_revision()

    page = client.get(reverse("wagtailadmin_pages:revisions_compare", args=[briefing.pk, first.pk, last.pk]))

    assert page.status_code == 200
    assert "Another" in page.content.decode()
