"""What the lists of groups and terms show: names and words, never identifiers and codes alone."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from stakeholders.models import Perspective, StakeholderGroup

pytestmark = pytest.mark.django_db
PERSPECTIVES = "/admin/snippets/stakeholders/perspective/"


@pytest.fixture
def editor(account: Any) -> Client:
    client = Client()
    client.force_login(account("administrator"))
    return client


def rows_of(client: Client, address: str) -> list[list[str]]:
    page = lxml.html.fromstring(client.get(address).content.decode())
    return [[" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//tbody/tr")]


def test_perspectives_are_listed_by_the_groups_they_speak_to(editor: Client) -> None:
    rows = rows_of(editor, PERSPECTIVES)

    row = next(row for row in rows if "us" in row)
    assert row[row.index("us") - 1].startswith(StakeholderGroup.objects.get(slug="us").name_ko)


def test_a_mark_is_a_word_and_not_true_or_false(editor: Client) -> None:
    for address in (
        PERSPECTIVES,
        "/admin/snippets/stakeholders/stakeholdergroup/",
        "/admin/snippets/agencies/agency/",
    ):
        cells = {cell for row in rows_of(editor, address) for cell in row}
        assert not cells & {"True", "False"}, address
        assert "예" in cells, address


def test_a_perspective_is_chosen_by_its_groups(editor: Client) -> None:
    answer = editor.get("/admin/snippets/choose/stakeholders/perspective/")

    assert StakeholderGroup.objects.get(slug="us").name_ko in answer.json()["html"]


def test_a_perspective_has_its_name_in_each_language() -> None:
    us = Perspective.objects.get(slug="us")

    assert str(us) == "미국"
    for code, name in (("ko", "name_ko"), ("zh-hans", "name_zh_hans"), ("en", "name_en")):
        with translation.override(code):
            assert us.groups_named == ", ".join(getattr(each.group, name) for each in us.interests.all())


def test_the_names_of_all_perspectives_are_asked_for_at_once(editor: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert len(rows_of(editor, PERSPECTIVES)) > 5

    assert sum('FROM "stakeholders_interest"' in query["sql"] for query in asked.captured_queries) == 1
