"""Everything that goes by the strategy of today goes by the one that is in force."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse

from briefings import clock
from briefings.models import Briefing
from briefings.schedule.monthly import begin
from briefings.schedule.strategies import strategy_in_force
from projects.models import CooperationItem
from tests.operation.logged import lines_logged
from vocabulary.models import Strategy

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def _strategy(slug: str, valid_from: date, valid_until: date | None = None) -> Strategy:
    names = {f"{field}_{suffix}": slug for field in ("name", "phrase") for suffix in ("ko", "zh_hans", "en")}
    return Strategy.objects.create(slug=slug, valid_from=valid_from, valid_until=valid_until, **names)


def _ends(day: date | None) -> Strategy:
    """The sample's strategy, with its last day."""
    strategy = Strategy.objects.get()
    strategy.valid_until = day
    strategy.save()
    return strategy


def _preview(language: str) -> str:
    item: Any = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    return item.make_preview_request(preview_mode=language).content.decode()


def test_the_first_and_the_last_day_count_and_of_two_the_one_that_began_last() -> None:
    old = _ends(date(2025, 12, 31))
    new = _strategy("new", date(2025, 12, 31))

    assert strategy_in_force(old.valid_from - DAY) is None
    assert strategy_in_force(old.valid_from) == old
    assert strategy_in_force(date(2025, 12, 30)) == old
    assert strategy_in_force(date(2025, 12, 31)) == new
    assert strategy_in_force(date(2026, 1, 1)) == new


def test_the_months_briefing_argues_no_strategy_that_has_ended(caplog: pytest.LogCaptureFixture) -> None:
    old = _ends(date(2025, 12, 19))

    assert begin(date(2025, 12, 20)) is None
    said = lines_logged(caplog)
    assert "no strategy is in force: the briefing is not created" in said
    assert "day=2025-12-20 briefing=2025-12" in said
    new = _strategy("new", date(2025, 12, 20))
    assert begin(date(2025, 12, 20)) is not None
    assert Briefing.objects.get(slug="2025-12").strategy == new != old


def test_an_items_preview_shows_the_strategy_of_today_and_not_one_that_is_still_to_come() -> None:
    before = _sheet(_preview("ko"))

    _strategy("still-to-come", clock.today() + DAY)

    assert _sheet(_preview("ko")) == before


def _sheet(page: str) -> str:
    (main,) = lxml.html.fromstring(page).xpath("//main")
    return main.text_content()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "오늘 유효한 국가전략이 없습니다."),
        ("zh-hans", "今天没有有效的国家战略。"),
        ("en", "No national strategy is in force today."),
    ],
)
def test_without_a_strategy_in_force_an_items_preview_says_what_to_do(language: str, sentence: str) -> None:
    _ends(clock.today() - DAY)

    assert sentence in _preview(language)


def test_an_items_figures_are_offered_whatever_strategy_is_in_force(client: Client, account: Any) -> None:
    client.force_login(account("item-editor"))
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    address = reverse("item-figures", args=[item.pk])
    before = client.get(address).json()["figures"]

    _ends(clock.today() - DAY)

    assert client.get(address).json()["figures"] == before != []
