"""Approve, refuse, release, withdraw, correct."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

import lxml.html
import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from agencies.models import Agency
from briefings import access, demonstration
from briefings.assembly import wording
from briefings.editions import release
from briefings.models import Briefing, Edition, Rendition
from languages.dates import print_date
from languages.trilingual import Trilingual
from projects.models import CooperationItem
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db


def ready(edition: Any) -> Any:
    Rendition.objects.filter(edition=edition).update(state="ready")
    return edition


def test_the_one_who_assembled_it_can_neither_approve_nor_release(account: Any):
    administrator, approver = account("administrator"), account("approver")
    edition = ready(seal_sample("presidential", by=administrator))

    with pytest.raises(release.Refused, match="Somebody else"):
        release.approve(edition=edition, by=administrator)
    release.approve(edition=edition, by=approver)
    with pytest.raises(release.Refused, match="Somebody else"):
        release.release(edition=edition, by=administrator)


def test_an_edition_is_released_only_after_its_approval_and_once(account: Any):
    approver = account("approver")
    edition = ready(seal_sample("presidential"))

    with pytest.raises(release.Refused, match="Approve it first"):
        release.release(edition=edition, by=approver)
    release.approve(edition=edition, by=approver)
    release.release(edition=edition, by=approver)
    with pytest.raises(release.Refused, match="released already"):
        release.release(edition=edition, by=approver)


@pytest.mark.parametrize("name", ["administrator", "approver", "briefing-editor"])
@pytest.mark.parametrize(
    "steps",
    [
        [],
        ["ready"],
        ["refuse"],
        ["ready", "refuse"],
        ["ready", "approve"],
        ["ready", "refuse", "approve"],
        ["ready", "approve", "release"],
        ["ready", "approve", "embargo"],
        ["ready", "approve", "release", "withdraw"],
    ],
    ids=" ".join,
)
def test_a_page_offers_a_decision_exactly_where_it_is_not_refused(account: Any, name: str, steps: list[str]):
    edition, approver = seal_sample("presidential", by=account("administrator")), account("approver")
    reason = Trilingual("사유", "", "")
    verbs = {
        "ready": lambda _by: ready(edition),
        "approve": lambda by: release.approve(edition=edition, by=by),
        "refuse": lambda by: release.refuse(edition=edition, by=by, reason="사유"),
        "release": lambda by: release.release(edition=edition, by=by),
        "embargo": lambda by: release.release(edition=edition, by=by, at=timezone.now() + timedelta(days=1)),
        "withdraw": lambda by: release.withdraw(edition=edition, by=by, reason=reason),
    }
    for step in steps:
        verbs[step](approver)
    edition, by = Edition.objects.get(pk=edition.pk), account(name)

    offered = {
        "approve": release.may_approve(edition, by),
        "refuse": release.may_refuse(edition, by),
        "release": release.may_release(edition, by),
        "withdraw": release.may_withdraw(edition, by),
    }

    assert offered == {verb: _is_taken(verbs[verb], by) for verb in offered}


def _is_taken(verb: Callable[[Any], object], by: Any) -> bool:
    """Whether the decision is taken; it is undone again."""
    try:
        with transaction.atomic():
            verb(by)
            transaction.set_rollback(True)
    except release.Refused:
        return False
    return True


@pytest.mark.parametrize("name", ["item-editor", "translator", "briefing-editor", "official"])
def test_other_roles_may_not_decide(account: Any, name: str):
    edition = ready(seal_sample("presidential"))

    with pytest.raises(release.Refused, match="role"):
        release.approve(edition=edition, by=account(name))


def test_an_edition_with_a_missing_file_is_not_approved(account: Any):
    edition = ready(seal_sample("presidential"))
    Rendition.objects.filter(edition=edition, language="en", format="pdf").update(state="failed")

    with pytest.raises(release.Refused, match="make the failed one again"):
        release.approve(edition=edition, by=account("approver"))


def test_a_release_in_the_past_is_refused_and_a_partner_edition_needs_readers(account: Any):
    approver = account("approver")
    edition = ready(seal_sample("partner"))
    release.approve(edition=edition, by=approver)

    with pytest.raises(release.Refused, match="passed"):
        release.release(edition=edition, by=approver, at=timezone.now() - timedelta(minutes=1), public=True)
    with pytest.raises(release.Refused, match="Choose the agencies"):
        release.release(edition=edition, by=approver)


def test_an_officials_edition_is_never_given_to_agencies(account: Any):
    approver = account("approver")
    edition = ready(seal_sample("presidential"))
    release.approve(edition=edition, by=approver)

    with pytest.raises(release.Refused, match="Only a partner edition"):
        release.release(edition=edition, by=approver, agencies=Agency.objects.all())


def test_a_correction_is_a_new_number_that_supersedes_the_old_edition_and_says_what_moved(account: Any):
    first = seal_sample("presidential")
    release_now(first, approver=account("approver"))
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    item.summary_ko += " 협의가 이어지고 있다."
    item.save_revision().publish()
    second = seal_sample("presidential")
    release_now(second, approver=account("approver"))
    client = Client()
    client.force_login(account("official"))

    old = client.get("/ko/editions/2025-11/presidential/1.0/").content.decode()
    new = client.get("/ko/editions/2025-11/presidential/1.1/").content.decode()

    assert second.number == "1.1"
    assert "/ko/editions/2025-11/presidential/1.1/" in old
    assert "내용 변경: 박닌성 동남신도시 시범사업" in lxml.html.fromstring(new).text_content()
    assert f'/items/{item.slug}/">박닌성 동남신도시 시범사업</a>' in new
    assert "협의가 이어지고 있다" not in old


@pytest.mark.parametrize(
    ("language", "refused", "next_step"),
    [
        ("ko", "승인자가 이 판을 반려했습니다", "다시 취합하면"),
        ("zh-hans", "批准人于", "重新汇编"),
        ("en", "An approver refused this edition on", "assemble again"),
    ],
)
def test_a_refused_edition_says_so_when_why_and_what_comes_next(
    account: Any, client: Client, language: str, refused: str, next_step: str
) -> None:
    edition = ready(seal_sample("presidential"))
    release.refuse(edition=edition, by=account("approver"), reason="수치 근거가 약함 <b>")
    client.force_login(account("briefing-editor"))
    address = f"/{language}/editions/2025-11/presidential/1.0/"

    page = lxml.html.fromstring(client.get(address).content.decode())
    said = " ".join(page.xpath("//*[contains(@class, 'state')]")[0].text_content().split())

    assert refused in said
    assert print_date(timezone.localdate(), "day", language) in said
    assert "수치 근거가 약함 <b>" in said
    assert next_step in said
    desk = page.xpath("//*[contains(@class, 'state')]//a")[0].get("href")
    assert client.get(desk).status_code == 200
    client.force_login(account("official"))
    assert client.get(address).status_code == 404


def test_a_refused_edition_that_is_approved_after_all_says_that_no_longer(
    account: Any, client: Client
) -> None:
    edition = ready(seal_sample("presidential"))
    release.refuse(edition=edition, by=account("approver"), reason="Mistaken")
    release.approve(edition=edition, by=account("approver"))
    client.force_login(account("briefing-editor"))

    page = client.get("/en/editions/2025-11/presidential/1.0/").content.decode()

    assert "refused" not in page
    assert "This edition is not released yet." in page


def test_equal_content_is_the_edition_that_exists_and_a_revised_one_takes_the_next_whole_number():
    first = seal_sample("partner")

    same = seal_sample("partner")
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.conclusion_en += " It goes on."
    briefing.save_revision().publish()
    revised = seal_sample("partner", number_step="major")

    assert same.pk == first.pk
    assert revised.number == "2.0"


# refusing ----------------------------------------------------------------------------------------


def test_an_approver_refuses_with_a_reason_and_somebody_may_still_approve_later(account: Any):
    approver = account("approver")
    edition = ready(seal_sample("presidential", by=account("briefing-editor")))

    with pytest.raises(release.Refused, match="Say why"):
        release.refuse(edition=edition, by=approver, reason="  ")
    release.refuse(edition=edition, by=approver, reason="건의 1의 기한이 빠짐")
    with pytest.raises(release.Refused, match="refused already"):
        release.refuse(edition=edition, by=approver, reason="다시")
    with pytest.raises(release.Refused, match="Approve it first"):
        release.release(edition=edition, by=approver)
    release.approve(edition=edition, by=approver)

    with pytest.raises(release.Refused, match="approved already"):
        release.refuse(edition=edition, by=approver, reason="늦음")
    assert access.is_refused(Edition.objects.get(pk=edition.pk)) is False


@pytest.mark.parametrize("name", ["item-editor", "translator", "briefing-editor", "official"])
def test_other_roles_may_not_refuse(account: Any, name: str):
    edition = ready(seal_sample("presidential"))

    with pytest.raises(release.Refused, match="role"):
        release.refuse(edition=edition, by=account(name), reason="기한이 빠짐")


def test_the_desk_lets_an_approver_refuse_and_shows_the_editor_why(account: Any):
    edition = ready(seal_sample("presidential", by=account("briefing-editor")))
    desk = reverse("briefing-desk", args=[edition.briefing_id])
    approver, editor = Client(), Client()
    approver.force_login(account("approver"))
    editor.force_login(account("briefing-editor"))

    offered = approver.get(desk).content.decode()
    address = reverse("edition-refuse", args=[edition.pk])
    approver.post(address, {f"r{edition.pk}-reason": "건의 1의 기한이 빠짐"})
    after, seen = approver.get(desk).content.decode(), editor.get(desk).content.decode()

    assert address in offered
    assert address not in after
    assert reverse("edition-approve", args=[edition.pk]) in after
    assert "건의 1의 기한이 빠짐" in seen
    assert Client().get(f"/ko/editions/2025-11/presidential/{edition.number}/").status_code == 404


# withdrawing -------------------------------------------------------------------------------------

REASON = Trilingual("수치 재확인", "数值待复核", "Figures are being checked again")


def _corrected(account: Any, audience: str = "presidential", **to: Any) -> tuple[Edition, Edition]:
    """An edition and the one that replaced it, both released."""
    first = seal_sample(audience)
    release_now(first, approver=account("approver"), **to)
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.conclusion_en += " It goes on."
    briefing.save_revision().publish()
    second = seal_sample(audience)
    release_now(second, approver=account("approver"), **to)
    return first, second


def _read(account: Any, address: str, name: str = "official") -> str:
    client = Client()
    client.force_login(account(name))
    return client.get(address, follow=True).content.decode()


@pytest.mark.parametrize(
    ("language", "reason"),
    [("ko", REASON.ko), ("zh-hans", REASON.zh_hans), ("en", REASON.en)],
)
def test_readers_are_told_in_their_language_which_edition_was_withdrawn_why_and_what_holds(
    account: Any, language: str, reason: str
):
    _first, second = _corrected(account)
    release.withdraw(edition=second, by=account("approver"), reason=REASON)

    said = _read(account, f"/{language}/editions/2025-11/presidential/1.1/")

    assert reason in said
    assert str(wording.AUDIENCE["presidential"][language]) in said
    assert "1.1" in said
    assert f'href="/{language}/editions/2025-11/presidential/1.0/"' in said


def test_a_reason_that_was_given_in_korean_only_is_marked_as_korean(account: Any):
    _first, second = _corrected(account)
    release.withdraw(edition=second, by=account("approver"), reason=Trilingual(ko="수치 재확인"))

    said = _read(account, "/en/editions/2025-11/presidential/1.1/")

    assert "The reason was given in Korean only:" in said
    assert '<p class="lead lines" lang="ko">수치 재확인</p>' in said


def test_a_withdrawal_needs_its_reason_in_korean(account: Any):
    _first, second = _corrected(account)

    with pytest.raises(release.Refused, match="in Korean"):
        release.withdraw(edition=second, by=account("approver"), reason=Trilingual(en="Wrong"))


def test_an_edition_whose_replacement_was_withdrawn_holds_again_and_says_so_everywhere(account: Any):
    _first, second = _corrected(account)
    release.withdraw(edition=second, by=account("approver"), reason=REASON)

    page = _read(account, "/en/editions/2025-11/presidential/1.0/")
    first_page, shelf = _read(account, "/en/"), _read(account, "/en/editions/")
    item = _read(account, "/en/items/korean-air-archer-evtol/")
    found = _read(account, "/en/search/?q=Archer")

    told = "Edition 1.1 had replaced this one and was withdrawn on"
    assert told in page
    assert told in first_page
    assert told in item
    assert "the edition that replaced it was withdrawn" in shelf
    assert "the edition that replaced it was withdrawn" in found


def test_a_reader_whose_every_edition_was_withdrawn_is_told_so_on_the_first_page(account: Any):
    first, second = _corrected(account)
    for edition in (second, first):
        release.withdraw(edition=edition, by=account("approver"), reason=REASON)
    reader = Client()
    reader.force_login(account("official"))

    page = reader.get("/en/", follow=True)

    assert page.redirect_chain[-1][0] == "/en/editions/2025-11/presidential/1.1/"
    assert page.status_code == 410
    assert "has been withdrawn" in page.content.decode()


def test_the_next_edition_ends_that_mark(account: Any):
    _first, second = _corrected(account)
    release.withdraw(edition=second, by=account("approver"), reason=REASON)
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.conclusion_en += " And on."
    briefing.save_revision().publish()
    release_now(seal_sample("presidential"), approver=account("approver"))

    page = _read(account, "/en/editions/2025-11/presidential/1.0/")
    withdrawn = _read(account, "/en/editions/2025-11/presidential/1.1/")

    assert "had replaced this one" not in page
    assert 'href="/en/editions/2025-11/presidential/1.2/"' in page
    assert 'href="/en/editions/2025-11/presidential/1.2/"' in withdrawn


def test_the_desk_says_which_edition_replaced_which(account: Any):
    first, second = _corrected(account)
    desk = reverse("briefing-desk", args=[first.briefing_id])

    replaced = _read(account, desk, "approver")
    release.withdraw(edition=second, by=account("approver"), reason=REASON)
    restored = _read(account, desk, "approver")

    assert replaced.count("제1.1판으로 대체") == 1
    assert "제1.1판으로 대체" not in restored
    assert "이 판을 대체한 제1.1판이 회수되어" in restored


def test_the_demonstration_lists_the_newest_edition_that_readers_may_read(account: Any):
    first, second = _corrected(account)
    approver = account("approver")

    both = demonstration.editions()
    release.withdraw(edition=second, by=approver, reason=REASON)
    restored = demonstration.editions()
    release.withdraw(edition=first, by=approver, reason=REASON)
    (withdrawn,) = demonstration.editions()

    assert (both, restored) == ([second], [first])
    assert (withdrawn, access.is_withdrawn(withdrawn)) == (second, True)


def test_an_embargo_is_in_seoul_time_whatever_an_account_had_chosen(account: Any):
    approver = account("approver")
    UserProfile.get_for_user(approver)
    UserProfile.objects.filter(user=approver).update(current_time_zone="Pacific/Auckland")
    import_module("briefings.migrations.0015_seoul_time").forget_time_zones(apps, None)
    edition = ready(seal_sample("presidential"))
    release.approve(edition=edition, by=approver)
    client = Client()
    client.force_login(approver)

    preferences = client.get(reverse("wagtailadmin_account")).content.decode()
    client.post(reverse("edition-release", args=[edition.pk]), {f"e{edition.pk}-at": "2040-11-06 09:00"})

    assert "current_time_zone" not in preferences
    assert Edition.objects.get(pk=edition.pk).release.at == datetime(2040, 11, 6, 0, 0, tzinfo=UTC)
