"""The editors' list of items, by the state of its languages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

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
    return {page.slug for page in answer.context["object_list"]}


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
