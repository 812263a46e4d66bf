"""One's own account in the admin."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.contrib.auth import get_user_model
from django.test import Client

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/account/"


def form_of(client: Client) -> dict[str, str]:
    page = lxml.html.fromstring(client.get(ADDRESS).content)
    (form,) = page.xpath("//main//form[@method='POST' or @method='post']")
    return dict(form.form_values())


def test_whoever_has_no_name_chooses_a_language_all_the_same(client: Client, account: Any) -> None:
    editor = account("item-editor")
    client.force_login(editor)
    typed = form_of(client)
    (language,) = (name for name in typed if name.endswith("preferred_language"))

    answer = client.post(ADDRESS, {**typed, language: "zh-hans"})

    assert answer.status_code == 302
    assert form_of(client)[language] == "zh-hans"
    assert client.get(ADDRESS).content.decode().count('lang="zh-hans"')


def test_a_name_that_is_there_is_not_emptied(client: Client, account: Any) -> None:
    editor = account("item-editor")
    get_user_model().objects.filter(pk=editor.pk).update(first_name="담당", last_name="과제")
    client.force_login(editor)
    typed = form_of(client)
    (first,) = (name for name in typed if name.endswith("first_name"))

    answer = client.post(ADDRESS, {**typed, first: ""})

    assert answer.status_code == 200
    editor.refresh_from_db()
    assert editor.first_name == "담당"
