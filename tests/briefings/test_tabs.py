"""The tabs of the long forms: an address opens the same tab in every language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.users.models import UserProfile

from briefings.findings import described
from briefings.models import Briefing
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
