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
    ("record", "slug", "field"),
    [
        ("item", "korean-air-archer-evtol", "contributions.uam.sentence"),
        ("item", "korean-air-archer-evtol", "figures.aircraft.label"),
        ("briefing", "2025-11", "chapters.uam.claim"),
        ("briefing", "2025-11", "cautions.1.text"),
        ("briefing", "2025-11", "picks"),
    ],
)
def test_a_findings_link_opens_a_tab_that_the_form_has(
    client: Client, account: Callable[[str], Any], language: str, record: str, slug: str, field: str
) -> None:
    user = account("briefing-editor")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    client.force_login(user)
    place = {"record": record, "slug": slug, "field": field}
    finding = {"code": "text-missing", "severity": "blocking", "place": place}

    address, _hash, tab = described([finding], user)[0].url.partition("#")

    model = CooperationItem if record == "item" else Briefing
    assert f"/{model.objects.get(slug=slug).pk}/" in address
    assert f'id="{tab}"' in client.get(address).content.decode()
