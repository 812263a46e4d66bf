"""The editors' list of items: found by words of any language, by the state of its languages."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from projects.models import CooperationItem

pytestmark = pytest.mark.django_db
SLUG = "korean-air-archer-evtol"


@pytest.fixture
def editor(account: Any) -> Client:
    client = Client()
    client.force_login(account("item-editor"))
    return client


def _shown(client: Client, state: str) -> set[str]:
    answer = client.get("/admin/cooperation-items/", {"languages": state})
    assert answer.status_code == 200
    return {page.slug for page in answer.context_data["object_list"]}


def test_an_item_whose_korean_changed_is_listed_as_stale_until_then_not(editor: Client):
    assert _shown(editor, "en:stale") == _shown(editor, "zh-hans:stale") == set()

    page = CooperationItem.objects.get(slug=SLUG).specific
    page.summary_ko += " 협의가 이어지고 있다."
    page.save_revision()

    assert _shown(editor, "en:stale") == _shown(editor, "zh-hans:stale") == {SLUG}


def test_an_item_whose_english_changed_is_listed_as_not_reviewed(editor: Client):
    before = _shown(editor, "en:draft")
    page = CooperationItem.objects.get(slug=SLUG).specific
    page.summary_en += " Talks go on."
    page.save_revision()

    assert _shown(editor, "en:draft") - before == {SLUG}
    assert SLUG not in _shown(editor, "zh-hans:draft")


@pytest.mark.parametrize(
    "words",
    [
        "Archer",
        "korean air",
        "대한항공",
        "한항공 아처",
        "大韩航空",
        "韩航空",
        "archer-evtol",
        "Korean 대한 大韩",
    ],
)
def test_an_item_is_found_by_words_of_any_language(editor: Client, words: str):
    found = _searched(editor, words)

    assert SLUG in found
    assert len(found) < CooperationItem.objects.count()


@pytest.mark.parametrize("words", ["Zeppelin", "Korean Zeppelin", "%", "_", "';--", "\\"])
def test_what_no_item_holds_is_not_found(editor: Client, words: str):
    assert SLUG not in _searched(editor, words)


def test_a_search_is_narrowed_by_a_filter_and_put_in_order(editor: Client):
    titles = [page.title for page in _pages(editor, {"q": "Korea", "ordering": "title", "status": "agreed"})]

    assert 1 < len(titles) < len(_pages(editor, {"q": "Korea"}))
    assert (
        titles
        == [page.title for page in _pages(editor, {"q": "Korea", "ordering": "-title", "status": "agreed"})][
            ::-1
        ]
    )


def test_a_list_in_english_names_items_in_english(enter: Callable[[str], Client]):
    item = CooperationItem.objects.get(slug=SLUG)

    page = enter("item-editor").get("/admin/cooperation-items/", {"q": "Archer"}).content.decode()

    assert item.headline_en in unescape(page)


def test_a_list_of_more_items_costs_a_translator_no_more(account: Any, monkeypatch: pytest.MonkeyPatch):
    client = Client()
    client.force_login(account("translator"))
    sites = []
    monkeypatch.setattr(
        Site, "get_site_root_paths", staticmethod(lambda of=Site.get_site_root_paths: sites.append(1) or of())
    )

    def cost(query: dict[str, str]) -> tuple[int, int]:
        _pages(client, query)
        sites.clear()
        with CaptureQueriesContext(connection) as asked:
            _pages(client, query)
        return len(asked), len(sites)

    few = cost({"q": "archer-evtol"})
    many = cost({})

    assert len(_pages(client, {})) > 20
    assert many[0] <= few[0] + 8  # kinds of items are read by the kind
    assert many[1] == few[1]


def _searched(client: Client, words: str) -> set[str]:
    return {page.slug for page in _pages(client, {"q": words})}


def _pages(client: Client, query: dict[str, str]) -> list[Any]:
    answer = client.get("/admin/cooperation-items/", query)
    assert answer.status_code == 200
    return list(answer.context_data["object_list"])
