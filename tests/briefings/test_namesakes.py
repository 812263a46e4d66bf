"""The desk warns before a briefing is released that readers could not tell from another one."""

from __future__ import annotations

from datetime import date
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from briefings.editions import release
from briefings.models import Briefing
from languages.trilingual import Trilingual
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db


def _copy(**changed: Any) -> Briefing:
    """The sample briefing once more, as somebody copied it and changed it."""
    return Briefing.objects.get(slug="2025-11").copy(update_attrs={"slug": "2025-11-2", **changed})


def _warnings(account: Any, briefing: Briefing, language: str = "en") -> list[lxml.html.HtmlElement]:
    UserProfile.objects.update_or_create(user=account("approver"), defaults={"preferred_language": language})
    client = Client()
    client.force_login(account("approver"))
    page = client.get(reverse("briefing-desk", args=[briefing.pk])).content.decode()
    return lxml.html.fromstring(page).xpath("//*[contains(@class, 'help-warning')]")


OTHER_NAME = {"name_ko": "2025년 12월호", "name_zh_hans": "2025年12月号", "name_en": "December 2025 issue"}
OTHER_PERIOD = {"period_start": date(2025, 11, 6), "period_end": date(2025, 12, 5)}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "같은 이름이나 대상 기간의 다른 브리핑이 배포되어 있습니다."),
        ("zh-hans", "已有另一份同名或同一时段的简报发布。"),
        ("en", "Another briefing with the same name or period is released."),
    ],
)
def test_a_copy_is_warned_of_at_the_desk_and_at_its_edition_with_the_way_to_the_other(
    account: Any, language: str, sentence: str
) -> None:
    first = seal_sample("partner")
    release_now(first, approver=account("approver"), public=True)
    copy = _copy()
    second = seal_sample("partner", slug=copy.slug)
    second.renditions.update(state="ready")

    warnings = _warnings(account, copy, language)

    assert [sentence in each.text_content() for each in warnings] == [True, True]
    place = reverse("briefing-desk", args=[first.briefing_id], fragment=f"edition-{first.pk}")
    assert [each.xpath(".//a/@href") for each in warnings] == [[place], [place]]
    assert warnings[1].xpath("ancestor::article/@id") == [f"edition-{second.pk}"]


@pytest.mark.parametrize(
    ("changed", "warned"),
    [(OTHER_NAME, True), (OTHER_PERIOD, True), (OTHER_NAME | OTHER_PERIOD, False)],
)
def test_a_name_or_a_period_in_common_is_enough(account: Any, changed: dict[str, Any], warned: bool) -> None:
    release_now(seal_sample("presidential"), approver=account("approver"))

    assert bool(_warnings(account, _copy(**changed))) is warned


def test_an_edition_for_another_audience_or_withdrawn_or_not_released_is_none(account: Any) -> None:
    first, copy = seal_sample("presidential"), _copy()
    seal_sample("partner", slug=copy.slug).renditions.update(state="ready")
    before = _warnings(account, copy)

    release_now(first, approver=account("approver"))
    released = _warnings(account, copy)
    release.withdraw(edition=first, by=account("approver"), reason=Trilingual("오류", "", ""))

    assert before == []
    assert [each.xpath("ancestor::article") for each in released] == [[]]
    assert _warnings(account, copy) == []
