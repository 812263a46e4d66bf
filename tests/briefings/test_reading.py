"""Readers' pages: addresses, languages, queries."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db
PAGE = "/{}/editions/2025-11/presidential/1.0/"


@pytest.fixture
def official(account: Any) -> Client:
    release_now(seal_sample("presidential"), approver=account("approver"))
    client = Client()
    client.force_login(account("official"))
    return client


@pytest.mark.parametrize(
    ("language", "pillars"),
    [
        ("ko", ["연결성", "스마트시티", "도심항공교통(UAM)", "지속가능 인프라"]),
        ("zh-hans", ["互联互通", "智慧城市", "城市空中交通（UAM）", "可持续基础设施"]),
        ("en", ["Connectivity", "Smart city", "Urban air mobility (UAM)", "Sustainable infrastructure"]),
    ],
)
def test_each_language_prints_the_figures_in_its_own_way_and_the_pillars_in_order(
    official: Client, language: str, pillars: list[str]
):
    said = official.get(PAGE.format(language)).content.decode()

    figure = {"ko": "최대 100대", "zh-hans": "至多100架", "en": "up to 100 aircraft"}[language]
    assert figure in said
    places = [
        said.index(f'id="pillar-{slug}"') for slug in ("connectivity", "smart-city", "uam", "sustainable")
    ]
    assert places == sorted(places)
    assert all(name in said for name in pillars)
    assert f'<html lang="{language}"' in said


def test_the_first_page_leads_to_the_latest_briefing_and_strangers_to_the_way_in(official: Client):
    assert official.get("/ko/").headers["Location"] == PAGE.format("ko")
    assert Client().get("/ko/").headers["Location"] == "/ko/sign-in/?next=/ko/"
    assert Client().get("/zh-cn/").headers["Location"] == "/zh-hans/"


def test_the_language_switch_stays_on_the_same_page(official: Client):
    said = official.get(PAGE.format("ko")).content.decode()

    for language in ("ko", "zh-hans", "en"):
        assert f'href="{PAGE.format(language)}"' in said


def test_a_reading_page_asks_at_most_ten_queries_and_none_twice(official: Client):
    official.get(PAGE.format("ko"))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert official.get(PAGE.format("ko")).status_code == 200

    asked = [query["sql"] for query in queries]
    assert 3 <= len(asked) <= 10, asked
    assert len(asked) == len(set(asked)), asked


def test_the_list_of_editions_costs_the_same_for_two_and_for_twelve(official: Client, account: Any):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            official.get("/ko/editions/")
        return len(asked)

    before = queries()
    for _number in range(3):
        release_now(seal_another(), approver=account("approver"))

    assert queries() == before


def seal_another() -> Any:
    from briefings.models import Briefing

    briefing = Briefing.objects.get(slug="2025-11")
    briefing.conclusion_en += " More."
    briefing.save_revision().publish()
    return seal_sample("presidential")


@pytest.mark.parametrize("number", ["1", "1.x", "99999.0", "1.0.0", "%00"])
def test_an_address_that_cannot_be_is_a_404(official: Client, number: str):
    assert official.get(f"/ko/editions/2025-11/presidential/{number}/").status_code == 404


@pytest.mark.parametrize("digest", ["", "short", "z" * 64, "0" * 64, "'; DROP TABLE--", "0" * 5000])
def test_the_verify_page_takes_anything_and_finds_only_what_is(official: Client, digest: str):
    answer = official.get("/en/verify/", {"digest": digest})

    assert answer.status_code == 200
    assert "/editions/2025-11/" not in answer.content.decode()
