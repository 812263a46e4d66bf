"""A release that is set for later can be set otherwise until its minute comes, on record."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import lxml.html
import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from agencies.models import Agency
from briefings import access, clock, deletion
from briefings.editions import release
from briefings.models import Edition, Release, ReleaseChange
from languages.trilingual import Trilingual
from tests.briefings.editions import let_the_embargo_pass, release_now, seal_sample

pytestmark = pytest.mark.django_db
AT, LATER = datetime(2036, 11, 30, 0, tzinfo=UTC), datetime(2036, 12, 1, 0, tzinfo=UTC)
EMBASSY, BANK = "demo-embassy", "demo-development-bank"


def _set(account: Any, audience: str = "partner", at: datetime = AT) -> Edition:
    edition = seal_sample(audience)
    agencies = Agency.objects.filter(slug=EMBASSY) if audience == "partner" else ()
    release_now(edition, approver=account("approver"), agencies=agencies, at=at)
    return edition


def _without_triggers(rows: QuerySet[Any], **columns: Any) -> None:
    """Columns that no trigger lets change."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        rows.update(**columns)
        cursor.execute("SET LOCAL session_replication_role = origin")


def _client(account: Any, language: str = "en") -> Client:
    UserProfile.objects.update_or_create(user=account("approver"), defaults={"preferred_language": language})
    client = Client()
    client.force_login(account("approver"))
    return client


def _desk(client: Client, edition: Edition) -> lxml.html.HtmlElement:
    address = reverse("briefing-desk", args=[edition.briefing_id])
    return lxml.html.fromstring(client.get(address).content.decode())


def _address(edition: Edition) -> str:
    return reverse("edition-change-release", args=[edition.pk])


@pytest.mark.parametrize(
    ("language", "on_record"),
    [
        ("ko", "배포 설정 변경(approver), 변경 전 2036-11-30 09:00: 상대국 대사관(시연용)"),
        ("zh-hans", "由approver更改发布设定；更改前为2036-11-30 09:00：伙伴国大使馆（示例）"),
        (
            "en",
            "by approver; until then set to 2036-11-30 09:00: Embassy of a partner country (demonstration)",
        ),
    ],
)
def test_time_and_readers_are_changed_at_the_desk_and_what_was_set_before_stays_on_record(
    account: Any, language: str, on_record: str
) -> None:
    edition, client = _set(account), _client(account, language)
    bank = Agency.objects.get(slug=BANK)
    (form,) = _desk(client, edition).xpath(f"//form[@action='{_address(edition)}']")
    offered = dict(form.form_values())

    client.post(
        _address(edition), {f"c{edition.pk}-at": "2036-12-01T09:00", f"c{edition.pk}-agencies": [bank.pk]}
    )

    assert offered[f"c{edition.pk}-at"] == "2036-11-30T09:00"
    assert offered[f"c{edition.pk}-agencies"] == str(Agency.objects.get(slug=EMBASSY).pk)
    made = Release.objects.get(edition=edition)
    assert (made.at, list(made.agencies.all())) == (LATER, [bank])
    life = " ".join(_desk(client, edition).xpath("string(//*[@class='desk__life'])").split())
    assert on_record in life
    assert "2036-12-01 09:00" in life


@pytest.mark.parametrize(
    ("language", "ticked"), [("ko", "즉시 배포"), ("zh-hans", "立即发布"), ("en", "Release at once")]
)
def test_a_release_that_is_set_is_made_at_once_by_a_tick_that_says_so(
    account: Any, language: str, ticked: str
) -> None:
    edition, client = _set(account, "presidential"), _client(account, language)
    name = f"c{edition.pk}-at_once"
    label = _desk(client, edition).xpath(f"string(//label[@for='id_{name}'])")

    client.post(_address(edition), {f"c{edition.pk}-at": "2036-11-30T09:00", name: "on"})

    assert ticked in label
    assert access.is_released(edition)
    assert _desk(client, edition).xpath(f"//form[@action='{_address(edition)}']") == []


def test_a_release_at_once_is_made_whatever_stands_in_the_time(account: Any) -> None:
    edition, client = _set(account, "presidential"), _client(account, "ko")
    name = f"c{edition.pk}-at_once"

    client.post(_address(edition), {f"c{edition.pk}-at": "내일 아침", name: "on"})

    assert access.is_released(edition)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ko", "변경된 것은 없습니다."),
        ("zh-hans", "未作任何更改。"),
        ("en", "Nothing was changed."),
    ],
)
def test_a_change_without_a_time_releases_nothing(account: Any, language: str, said: str) -> None:
    edition, client = _set(account, "presidential"), _client(account, language)

    page = client.post(_address(edition), {f"c{edition.pk}-at": ""}, follow=True).content.decode()

    assert Release.objects.get(edition=edition).at == AT
    form = lxml.html.fromstring(page).get_element_by_id(f"c{edition.pk}")
    assert said in form.text_content()
    assert "Empty: at once" not in form.text_content()


def test_a_change_that_came_too_late_leads_to_the_edition_and_says_so(account: Any) -> None:
    edition, client = _set(account, at=timezone.now() + timedelta(hours=1)), _client(account)
    let_the_embargo_pass(edition)

    answer = client.post(_address(edition), {f"c{edition.pk}-at": ""}, follow=True)

    assert answer.redirect_chain[-1][0].endswith(f"#edition-{edition.pk}")
    said = lxml.html.fromstring(answer.content.decode()).xpath("string(//*[contains(@class, 'messages')])")
    assert "decided about the edition meanwhile" in said


def test_a_change_that_is_refused_keeps_what_was_typed(account: Any) -> None:
    edition, client = _set(account), _client(account)

    answer = client.post(_address(edition), {f"c{edition.pk}-at": "2036-12-01 09:00"}, follow=True)

    form = lxml.html.fromstring(answer.content.decode()).get_element_by_id(f"c{edition.pk}")
    assert "Choose the agencies" in form.text_content()
    assert form.xpath(f"string(.//input[@name='c{edition.pk}-at']/@value)") == "2036-12-01 09:00"
    assert form.xpath("ancestor::details/@open") == [""]
    assert not ReleaseChange.objects.exists()


def test_an_agency_that_is_no_longer_active_is_kept_unless_it_is_unticked(account: Any) -> None:
    edition, client = _set(account), _client(account)
    Agency.objects.filter(slug=EMBASSY).update(active=False)
    (form,) = _desk(client, edition).xpath(f"//form[@action='{_address(edition)}']")

    client.post(_address(edition), dict(form.form_values()) | {f"c{edition.pk}-at": "2036-12-01 09:00"})

    assert [each.slug for each in Release.objects.get(edition=edition).agencies.all()] == [EMBASSY]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, "Nothing is different."),
        ({"at": timezone.now() - timedelta(days=1)}, "This moment has passed."),
        ({"public": True}, "Only a partner edition"),
    ],
)
def test_what_makes_no_sense_is_refused(account: Any, change: dict[str, Any], why: str) -> None:
    edition = _set(account, "presidential")

    with pytest.raises(release.Refused, match=why):
        release.change(edition=edition, by=account("approver"), **({"at": AT} | change))


def test_what_readers_have_or_was_withdrawn_is_changed_no_more(account: Any) -> None:
    edition, approver = (
        _set(account, "presidential", timezone.now() + timedelta(hours=1)),
        account("approver"),
    )
    let_the_embargo_pass(edition)

    with pytest.raises(release.Refused, match="Its time has come"):
        release.change(edition=edition, by=approver, at=LATER)
    other = _set(account)
    release.withdraw(edition=other, by=approver, reason=Trilingual("오류", "", ""))
    with pytest.raises(release.Refused, match="withdrawn already"):
        release.change(edition=other, by=approver, at=LATER, public=True)


def test_who_may_not_release_or_assembled_it_changes_no_release(account: Any) -> None:
    edition = _set(account, "presidential")
    editor = account("briefing-editor")

    with pytest.raises(release.Refused, match="Your account may not"):
        release.change(edition=edition, by=editor, at=LATER)
    assert not release.may_change(edition, editor)
    _without_triggers(Edition.objects.filter(pk=edition.pk), assembled_by=account("approver"))
    edition = Edition.objects.get(pk=edition.pk)
    with pytest.raises(release.Refused, match="You assembled this edition"):
        release.change(edition=edition, by=account("approver"), at=LATER)


def test_the_database_lets_no_release_change_without_its_record(account: Any) -> None:
    edition, approver = _set(account), account("approver")
    made, bank = Release.objects.get(edition=edition), Agency.objects.get(slug=BANK)
    rows = Release.objects.filter(pk=made.pk)
    record = {"release": made, "by": approver, "at": timezone.now(), "was_at": made.at, "was_public": False}

    # of another transaction than the release was made in, as it is outside of tests
    _without_triggers(rows, decided_at=timezone.now() - timedelta(days=1))
    for change in (
        lambda: rows.update(at=LATER),
        lambda: made.agencies.add(bank),
        lambda: made.agencies.clear(),
        lambda: ReleaseChange.objects.create(**record | {"was_at": LATER}),
        lambda: ReleaseChange.objects.create(**record | {"was_public": True}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


@pytest.mark.parametrize("away", [timedelta(days=-1), timedelta(days=1), timedelta(days=365 * 5000)])
def test_a_change_is_recorded_with_the_time_that_it_is_made_at(account: Any, away: timedelta) -> None:
    made = Release.objects.get(edition=_set(account))
    record = {"release": made, "by": account("approver"), "was_at": made.at, "was_public": made.public}

    with pytest.raises(IntegrityError, match="when it is made"), transaction.atomic():
        ReleaseChange.objects.create(**record, at=clock.now() + away)


def test_from_its_minute_on_no_record_lets_a_release_change(account: Any) -> None:
    edition = _set(account)
    made, bank = Release.objects.get(edition=edition), Agency.objects.get(slug=BANK)
    rows = Release.objects.filter(pk=made.pk)
    release.change(
        edition=edition, by=account("approver"), at=LATER, agencies=Agency.objects.filter(slug=EMBASSY)
    )

    # the minute comes after the record is made
    yesterday = timezone.now() - timedelta(days=1)
    _without_triggers(rows, at=yesterday, decided_at=yesterday)

    for change in (
        lambda: rows.update(at=AT),
        lambda: rows.update(public=True),
        lambda: made.agencies.add(bank),
        lambda: made.agencies.clear(),
    ):
        with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
            change()


def test_the_agencies_of_before_are_recorded_by_the_database_itself(account: Any) -> None:
    edition, bank = _set(account), Agency.objects.get(slug=BANK)
    made = Release.objects.get(edition=edition)
    changed = ReleaseChange.objects.create(
        release=made, by=account("approver"), at=clock.now(), was_at=made.at, was_public=made.public
    )

    with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
        changed.was_agencies.add(bank)

    assert [each.slug for each in changed.was_agencies.all()] == [EMBASSY]


def test_the_record_of_a_change_stays(account: Any) -> None:
    edition = _set(account)
    bank = Agency.objects.filter(slug=BANK)
    changed = release.change(edition=edition, by=account("approver"), at=LATER, agencies=bank)

    for change in (
        lambda: ReleaseChange.objects.filter(pk=changed.pk).update(was_at=LATER),
        lambda: ReleaseChange.objects.filter(pk=changed.pk)._raw_delete("default"),
        lambda: changed.was_agencies.clear(),
    ):
        with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
            change()

    assert deletion.why_no_agencies(Agency.objects.filter(slug=EMBASSY)) != ""
