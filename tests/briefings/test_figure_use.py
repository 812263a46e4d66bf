"""A figure changes: every text, edition and download that holds it is listed with the value it holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from briefings.figure_use import changed_since_sealing, placed, sealed
from briefings.models import Download
from projects.models import CooperationItem
from tests.briefings.editions import seal_sample

pytestmark = pytest.mark.django_db


@pytest.fixture
def deal() -> Any:
    return CooperationItem.objects.get(slug="korean-air-archer-evtol").specific


def _with_more_aircraft(deal: Any) -> Any:
    figures = list(deal.figures.all())
    next(figure for figure in figures if figure.key == "aircraft").value = 120
    deal.figures = figures
    deal.save_revision()
    return deal.get_latest_revision_as_object()


def test_an_edition_keeps_the_old_value_and_its_downloads_are_counted(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    edition = seal_sample("presidential", by=account("briefing-editor"))
    rendition = edition.renditions.first()
    Download.objects.create(path="/x", outcome="served", rendition=rendition)
    Download.objects.create(path="/x", outcome="refused", rendition=rendition)
    assert changed_since_sealing(deal) == []

    draft = _with_more_aircraft(deal)

    assert changed_since_sealing(draft) == ["aircraft"]
    assert [(each.printed.ko, each.downloads) for each in sealed(deal, "aircraft")] == [("최대 100대", 1)]
    user = account("item-editor")
    client.force_login(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    page = client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).content.decode()
    assert "up to 120 aircraft" in page
    assert "up to 100 aircraft" in page
    assert "old value" in page


def test_texts_of_the_item_and_of_others_that_place_it_are_listed(deal: Any) -> None:
    found = placed(deal, "aircraft")

    own = [each for each in found if each.loaded.record.pk == deal.pk]
    assert own
    assert all(set(each.languages) == {"ko", "zh-hans", "en"} for each in own)
    assert {each.loaded.kind for each in found} >= {"item", "briefing"}


def test_a_figure_that_never_was_does_not_exist(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("item-editor"))

    assert client.get(reverse("figure-use", args=[deal.pk, "nothing"])).status_code == 404
    client.force_login(account("official"))
    assert client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).status_code == 302
