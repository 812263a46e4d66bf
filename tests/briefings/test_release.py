"""Approve, release, withdraw, correct."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agencies.models import Agency
from briefings import release
from briefings.models import Briefing, Rendition
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
    assert "내용 변경: 박닌성 동남신도시 시범사업" in new
    assert "협의가 이어지고 있다" not in old


def test_equal_content_is_the_edition_that_exists_and_a_revised_one_takes_the_next_whole_number():
    first = seal_sample("partner")

    same = seal_sample("partner")
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.conclusion_en += " It goes on."
    briefing.save_revision().publish()
    revised = seal_sample("partner", number_step="major")

    assert same.pk == first.pk
    assert revised.number == "2.0"
