"""What the desk says, in words that readers and editors use."""

from __future__ import annotations

from datetime import date
from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile

from agencies.models import Agency
from briefings import release
from briefings.assembly.seal import LetStand
from briefings.models import AssemblyRun, Briefing, Edition, Rendition
from projects.models import CooperationItem
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db
SLUG = "bac-ninh-dong-nam-new-town"
LET_STAND = LetStand(
    "point-long",
    "item",
    SLUG,
    "point",
    "ko",
    "0" * 64,
    date(2025, 11, 6),
    details={"length": "61", "most": "60"},
)


def _signed_in(account: Any, name: str = "approver", language: str = "en") -> Client:
    profile = UserProfile.get_for_user(account(name))
    profile.preferred_language = language
    profile.save()
    client = Client()
    client.force_login(account(name))
    return client


def _address(view: str = "briefing-desk") -> str:
    return reverse(view, args=[Briefing.objects.get(slug="2025-11").pk])


def _desk(account: Any, name: str = "approver", language: str = "en") -> str:
    return _signed_in(account, name, language).get(_address()).content.decode()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ("Partner edition 1.0", "Presidential edition 1.0")),
        ("ko", ("대외 배포용 제1.0판", "대통령실 보고용 제1.0판")),
        ("zh-hans", ("对外版第1.0版", "总统府版第1.0版")),
    ],
)
def test_an_edition_has_the_name_that_its_readers_see(
    account: Any, language: str, names: tuple[str, ...]
) -> None:
    for audience in ("partner", "presidential"):
        seal_sample(audience)

    page = _desk(account, language=language)

    assert [name for name in names if name not in page] == []


def test_a_first_edition_is_offered_no_other_number_and_a_later_one_is(account: Any) -> None:
    first = _desk(account, "briefing-editor")
    seal_sample("partner")

    later = _desk(account, "briefing-editor")

    assert "1.0 becomes 1.1" not in first
    assert "1.0 becomes 1.1" in later


def test_labels_begin_with_a_capital(account: Any) -> None:
    page = _desk(account, "briefing-editor")

    assert "<legend>For whom</legend>" in page
    assert "Presidential office" in page


def test_a_run_that_has_ended_says_so_once(account: Any) -> None:
    AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"),
        audiences=["partner"],
        state="done",
        step="finished",
        per_cent=100,
    )

    page = _desk(account)

    line = page[page.index('<p class="run__line"') :]
    shown = line[: line.index("data-run-progress")]
    assert "done" in shown
    assert "data-run-progress hidden" in line


def test_the_desk_and_its_watcher_cost_the_same_for_two_editions_and_for_twenty_and_read_none_of_them(
    account: Any,
) -> None:
    _approved_editions(account, 2)
    two, watched = _queries(account, "briefing-desk"), _queries(account, "briefing-progress")

    _approved_editions(account, 18)

    twenty = _queries(account, "briefing-desk")
    assert Edition.objects.count() == 20
    assert len(twenty) == len(two)
    assert not [sql for sql in (*twenty, *watched) if '"briefings_edition"."content"' in sql]
    assert not [sql for sql in watched if '"findings"' in sql or '"selection"' in sql]
    assert len(_queries(account, "briefing-progress")) == len(watched)


def _approved_editions(account: Any, number: int) -> None:
    """Partner editions that wait for their release, each with a finding that somebody let stand."""
    for _each in range(number):
        item = CooperationItem.objects.get(slug=SLUG).specific
        item.summary_ko += " 등."
        item.save_revision().publish()
        edition = seal_sample("partner", waivers=(LET_STAND,))
        Rendition.objects.filter(edition=edition).update(state="ready")
        release.approve(edition=edition, by=account("approver"))


def _queries(account: Any, view: str) -> list[str]:
    """What a page of the desk asks of the database about briefings."""
    client, address = _signed_in(account), _address(view)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address).content.decode()
    if view == "briefing-desk":
        assert page.count("1 finding was let stand") == Edition.objects.count()
    return [query["sql"] for query in asked]


def test_a_release_at_once_is_said_to_be_one(account: Any) -> None:
    edition = seal_sample("presidential")
    Rendition.objects.filter(edition=edition).update(state="ready")
    client = _signed_in(account)
    client.post(reverse("edition-approve", args=[edition.pk]))

    answer = client.post(reverse("edition-release", args=[edition.pk]), follow=True).content.decode()

    assert "Released." in answer
    assert "The release is set." not in answer


@pytest.mark.parametrize(
    ("language", "between", "name"), [("ko", ": ", "name_ko"), ("zh-hans", "：", "name_zh_hans")]
)
def test_agencies_of_a_release_are_named_in_the_language_of_the_desk(
    account: Any, language: str, between: str, name: str
) -> None:
    agencies = list(Agency.objects.all()[:2])
    release_now(seal_sample("partner"), approver=account("approver"), agencies=agencies)

    page = _desk(account, language=language)

    assert any(f"{between}{getattr(each, name)}" in page for each in agencies)
    assert all(getattr(each, name) in page for each in agencies)


@pytest.mark.parametrize(
    ("language", "title", "taken_in", "left_out"),
    [
        ("ko", "대한항공–아처 에비에이션", "대상 기간에 해당하는 과제", "명칭만 확인된 과제"),
        ("zh-hans", "大韩航空", "日期在时段内", "仅确认名称"),
        ("en", "Korean Air–Archer Aviation", "its date lies in the period", "only its name is confirmed"),
    ],
)
def test_the_desk_says_which_items_entered_and_why_in_the_editors_language(
    account: Any, language: str, title: str, taken_in: str, left_out: str
):
    choices = [
        {"slug": "korean-air-archer-evtol", "entered": True, "reason": "dated", "note": ""},
        {"slug": "apec-ceo-summit-2025", "entered": False, "reason": "name-only", "note": ""},
    ]
    briefing = Briefing.objects.get(slug="2025-11")
    AssemblyRun.objects.create(briefing=briefing, audiences=["partner"], state="done", selection=choices)

    page = lxml.html.fromstring(_desk(account, language=language))

    entered, not_entered = (each.text_content() for each in page.xpath("//details/ul/li")[:2])
    assert title in entered
    assert taken_in in entered
    assert left_out in not_entered
