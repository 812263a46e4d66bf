"""A figure changes: every text, edition and download that holds it is listed with the value it holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from briefings.figure_use import changed_since_sealing, placed, sealed
from briefings.models import Download
from projects.models import CooperationItem
from tests.briefings.editions import seal_sample

pytestmark = pytest.mark.django_db
CODE = re.compile(r"[a-z]+[._][a-z0-9]")


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


@pytest.mark.parametrize(
    ("language", "record", "part"),
    [
        ("ko", "협력과제 “대한항공–아처", " · 도심항공교통(UAM) 기여 · 문장"),
        ("zh-hans", "合作事项 “大韩航空与Archer", " · 对“城市空中交通（UAM）”的贡献 · 句子"),
        (
            "en",
            "cooperation item “Korean Air–Archer",
            " · Contribution to “Urban air mobility (UAM)” · Sentence",
        ),
    ],
)
def test_a_place_is_named_as_its_form_names_it_and_leads_there(
    language: str, record: str, part: str, deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    user = account("administrator")
    client.force_login(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})

    page = lxml.html.fromstring(
        client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).content.decode()
    )

    links = {
        link.text_content(): link.get("href")
        for link in page.xpath("//ul//a[contains(., '·') or contains(@href, '/languages/')]")
    }
    assert not [name for name in links if CODE.search(name)]
    place = next(name for name in links if name.endswith(part))
    assert place.startswith(record)
    edit = reverse("wagtailadmin_pages:edit", args=[deal.pk])
    assert links[place].startswith(f"{edit}#inline_child_contributions-")
    target = links[place].partition("#")[2]
    form = lxml.html.fromstring(client.get(edit).content.decode())
    assert form.xpath(f"//*[@id='{target}' and @data-panel]//textarea[contains(@name, 'sentence')]")


def test_who_may_not_change_a_record_is_led_to_its_languages(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("approver"))

    page = lxml.html.fromstring(
        client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).content.decode()
    )

    links = {
        link.get("href") for link in page.xpath("//ul//a[contains(., '·') or contains(@href, '/languages/')]")
    }
    assert links
    assert all("/languages/review/" in link for link in links)


def test_a_figure_that_never_was_does_not_exist(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("item-editor"))

    assert client.get(reverse("figure-use", args=[deal.pk, "nothing"])).status_code == 404
    client.force_login(account("official"))
    assert client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).status_code == 302
