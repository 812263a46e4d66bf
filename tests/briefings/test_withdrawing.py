"""Withdrawing an edition at the desk: the person reads who loses it before anything happens."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from agencies.models import Agency
from briefings.assembly.material import Audience
from briefings.editions import release
from briefings.models import Edition, Withdrawal
from languages.trilingual import Trilingual
from projects.models import CooperationItem
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db
REASONS = {"ko": "수치 오류\n재확인 중", "zh_hans": "数值有误", "en": ""}


def _client(account: Any, language: str = "en") -> Client:
    UserProfile.objects.update_or_create(user=account("approver"), defaults={"preferred_language": language})
    client = Client()
    client.force_login(account("approver"))
    return client


def _typed(edition: Edition, **more: str) -> dict[str, str]:
    return {f"w{edition.pk}-reason_{suffix}": text for suffix, text in REASONS.items()} | more


def _pressed(client: Client, edition: Edition, **more: str) -> lxml.html.HtmlElement:
    """The page after "Withdraw" was pressed on the desk."""
    answer = client.post(reverse("edition-withdraw", args=[edition.pk]), _typed(edition, **more), follow=True)
    return lxml.html.fromstring(answer.content.decode())


def _words(page: lxml.html.HtmlElement) -> str:
    return " ".join(page.xpath("string(//main)").split())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ko", ("대외 배포용 제1.0판", "열람할 수 없게 되는 대상", "누구나", "수치 오류", "数值有误")),
        ("zh-hans", ("对外版第1.0版", "不再能阅读者", "任何人", "수치 오류", "数值有误")),
        ("en", ("Partner edition 1.0", "Who can no longer read it", "anyone", "수치 오류", "数值有误")),
    ],
)
def test_a_withdrawal_names_the_edition_who_loses_it_and_the_reason_before_it_happens(
    account: Any, language: str, said: tuple[str, ...]
) -> None:
    edition, agency = seal_sample("partner"), Agency.objects.filter(active=True)[0]
    release_now(edition, approver=account("approver"), agencies=[agency], public=True)

    page = _pressed(_client(account, language), edition)

    assert [each for each in said if each not in _words(page)] == []
    assert getattr(agency, f"name_{language.replace('-', '_')}") in _words(page)
    assert not Withdrawal.objects.exists()


def test_a_confirmed_withdrawal_keeps_every_word_of_its_reason(account: Any) -> None:
    edition, client = seal_sample("presidential"), _client(account)
    release_now(edition, approver=account("approver"))

    form = _pressed(client, edition).xpath("//main//form")[0]
    client.post(form.action, dict(form.form_values()) | {"confirmed": "1"})

    made = Withdrawal.objects.get()
    assert (made.reason_ko, made.reason_zh_hans, made.reason_en) == tuple(REASONS.values())


def test_who_goes_back_finds_what_was_typed_on_the_desk(account: Any) -> None:
    edition, client = seal_sample("presidential"), _client(account)
    release_now(edition, approver=account("approver"))

    page = _pressed(client, edition, back="1")

    form = page.get_element_by_id(f"w{edition.pk}")
    typed = [field.text.strip("\n") for field in form.xpath(".//textarea")]
    assert typed == ["수치 오류\n재확인 중", "数值有误", ""]
    assert form.xpath("ancestor::details/@open") == [""]
    assert page.xpath("//*[contains(@class, 'error-message')]") == []
    assert not Withdrawal.objects.exists()


def test_before_its_time_nobody_loses_an_edition(account: Any) -> None:
    edition, at = seal_sample("presidential"), timezone.now() + timedelta(days=1)
    release_now(edition, approver=account("approver"), at=at)

    words = _words(_pressed(_client(account), edition))

    assert "No reader can read this edition yet." in words
    assert "Who can no longer read it" not in words
    assert timezone.localtime(at).strftime("%Y-%m-%d %H:%M") in words


def _corrected(audience: Audience, account: Any, **to_whom: Any) -> Edition:
    """The next edition, after a change."""
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    item.summary_ko += " 등."
    item.save_revision().publish()
    edition = seal_sample(audience)
    release_now(edition, approver=account("approver"), **to_whom)
    return edition


def _readers(page: lxml.html.HtmlElement) -> list[str]:
    """Who can no longer read it, each with what is left."""
    return [" ".join(each.text_content().split()) for each in page.xpath("//main//dd/ul/li")]


def test_the_edition_that_holds_again_is_named(account: Any) -> None:
    first = seal_sample("presidential")
    release_now(first, approver=account("approver"))
    second = _corrected("presidential", account)
    client = _client(account)

    assert _readers(_pressed(client, second)) == [
        "the presidential office, officials of other ministries and this ministry's staff: edition 1.0 is in force again and says so"
    ]
    assert _readers(_pressed(client, first)) == [
        "the presidential office, officials of other ministries and this ministry's staff: they still have edition 1.1"
    ]


@pytest.mark.parametrize(
    ("language", "officials", "nothing", "again"),
    [
        (
            "ko",
            "대통령실·관계 부처 공무원과 국토교통부 직원",
            "열람할 수 있는 대외 배포용 확정본이 남지 않음",
            "제1.0판이 다시 유효해지고, 그 사실이 안내됨",
        ),
        (
            "zh-hans",
            "总统府及各部门公务人员、国土交通部工作人员",
            "再无可读的对外版",
            "第1.0版重新有效，并向其说明",
        ),
        (
            "en",
            "the presidential office, officials of other ministries and this ministry's staff",
            "no Partner edition that they can read is left",
            "edition 1.0 is in force again and says so",
        ),
    ],
)
def test_it_is_said_of_each_reader_which_edition_is_left_and_of_whom_none_is(
    account: Any, language: str, officials: str, nothing: str, again: str
) -> None:
    first, (one, other) = seal_sample("partner"), Agency.objects.filter(active=True).order_by("slug")[:2]
    release_now(first, approver=account("approver"), agencies=[one])
    second = _corrected("partner", account, agencies=[one, other], public=True)

    page = _pressed(_client(account, language), second)

    said = dict(re.split("[:：] ?", each, maxsplit=1) for each in _readers(page))
    name = f"name_{language.replace('-', '_')}"
    assert said[getattr(one, name)] == again
    assert said[getattr(other, name)] == nothing
    assert said[officials] == again
    assert list(said.values()).count(nothing) == 2  # anyone without an account too


def test_what_was_written_is_handed_back_when_somebody_else_withdrew_it_meanwhile(account: Any) -> None:
    edition, client = seal_sample("presidential"), _client(account)
    release_now(edition, approver=account("approver"))
    _pressed(client, edition)
    release.withdraw(edition=edition, by=account("approver"), reason=Trilingual("다른 사유", "", ""))

    for page in (
        _pressed(client, edition, back="1"),
        _pressed(client, edition, **{f"w{edition.pk}-reason_ko": ""}),
    ):
        said = page.xpath("string(//*[contains(@class, 'messages')])")
        assert "meanwhile" in said
        assert "数值有误" in said
        assert page.xpath("//*[@data-written]") == []


def test_an_edition_that_was_withdrawn_meanwhile_is_not_asked_about(account: Any) -> None:
    edition, client = seal_sample("presidential"), _client(account)
    release_now(edition, approver=account("approver"))
    _pressed(client, edition, confirmed="1")

    page = _pressed(client, edition)

    assert "This edition is withdrawn already." in page.xpath("string(//*[contains(@class, 'messages')])")
    assert Withdrawal.objects.count() == 1
