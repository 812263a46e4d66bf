"""The admin's search finds a page by its title in any language, from any word or Chinese character on."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.test import Client

from projects.models import CooperationItem
from vocabulary.beginnings import beginnings

pytestmark = pytest.mark.django_db
SLUG = "korean-air-archer-evtol"


@pytest.fixture
def editor(account: Any) -> Client:
    client = Client()
    client.force_login(account("item-editor"))
    return client


def _found(client: Client, address: str, asked: str) -> set[str]:
    """Numbers of the pages in the list that answers."""
    page = lxml.html.fromstring(client.get(address, {"q": asked}).content.decode())
    links = page.xpath("//tbody//a[contains(@href, '/edit/')]/@href")
    return {link.split("/pages/")[1].split("/")[0] for link in links}


@pytest.mark.parametrize(
    "asked",
    [
        "대한항공–아처 에비에이션 eVTOL 독점 협력",
        "에비에이션",
        "비에이션",
        "大韩航空与Archer Aviation的eVTOL独家合作",
        "独家合作",
        "与Archer",
        "Korean Air–Archer Aviation exclusive eVTOL cooperation",
        "exclusive evt",
        SLUG,
    ],
)
def test_a_title_in_any_language_finds_the_item(editor: Client, asked: str) -> None:
    item = CooperationItem.objects.get(slug=SLUG)

    assert str(item.pk) in _found(editor, "/admin/pages/search/", asked)
    assert str(item.pk) in _found(editor, f"/admin/pages/{item.get_parent().pk}/", asked)


@pytest.mark.parametrize("asked", ["航空停飞", "exclusively", "no such words"])
def test_what_no_title_holds_is_not_found(editor: Client, asked: str) -> None:
    assert _found(editor, "/admin/pages/search/", asked) == set()


def test_a_title_that_stands_in_a_draft_alone_is_found(editor: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.headline_en = "Quiet wings over Yeouido"
    item.save_revision()

    assert _found(editor, "/admin/pages/search/", "Yeouido") == {str(item.pk)}
    assert str(item.pk) in _found(editor, "/admin/pages/search/", "Archer Aviation exclusive")


@pytest.mark.parametrize("asked", ["11월호", "2025年11月号", "November 2025", "11月号"])
def test_a_briefing_is_found_by_its_name(account: Any, asked: str) -> None:
    client = Client()
    client.force_login(account("briefing-editor"))

    assert _found(client, "/admin/pages/search/", asked)


def test_a_text_begins_anew_at_each_chinese_or_korean_character_and_change_of_script() -> None:
    assert list(beginnings("与Archer的合作 plan")) == ["Archer的合作", "的合作", "合作", "作"]
    assert list(beginnings("독점 협력")) == ["점", "력"]
    assert list(beginnings("plain words")) == []
