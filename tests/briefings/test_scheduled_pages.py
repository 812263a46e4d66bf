"""A page with a time for its publication is published then, by beat and a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.dispatch import Signal
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_published, page_unpublished

from briefings.schedule.scheduling import publish_due
from config.processes import Processes
from projects.models import CooperationItem, Figure
from tests.faults.holds import wait_until
from tests.operation.logged import lines_logged
from vocabulary.models import Unit

SLUG = "bac-ninh-dong-nam-new-town"


def test_a_page_is_published_at_its_time_without_anybody_pressing(
    portal: Processes, live_database: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PUBLISH_SECONDS", "1")
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.headline_en = "A headline with a time"
    item.go_live_at = timezone.now() + timedelta(seconds=3)
    item.save_revision().publish()
    published = CooperationItem.objects.filter(slug=SLUG, headline_en="A headline with a time")
    assert not published.exists()

    portal.start_worker("worker", concurrency=1)
    portal.start_beat()

    wait_until(published.exists, 30, "the publication")


@pytest.mark.django_db
def test_a_page_that_cannot_be_published_keeps_no_other_back_and_is_named_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    spoiled, sound, expired = (each.specific for each in CooperationItem.objects.order_by("pk")[:3])
    past = timezone.now() - timedelta(minutes=5)
    for item in (spoiled, sound):
        item.headline_en = f"Due: {item.slug}"
        item.go_live_at = timezone.now() + timedelta(hours=1)
        item.save_revision().publish()
    # the hour has passed, and somebody else took the address of the first
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at = past
        revision.content["go_live_at"] = past.isoformat()
        if revision.object_id == str(spoiled.pk):
            revision.content["slug"] = expired.slug
        revision.save()
    CooperationItem.objects.filter(pk=expired.pk).update(expire_at=past)

    publish_due()

    assert CooperationItem.objects.get(pk=sound.pk).headline_en == f"Due: {sound.slug}"
    assert CooperationItem.objects.get(pk=spoiled.pk).headline_en != f"Due: {spoiled.slug}"
    assert not CooperationItem.objects.get(pk=expired.pk).live
    named = f"model=cooperationitem key={spoiled.pk} error=ValidationError"
    assert f"not published or taken back in its time {named}" in lines_logged(caplog)
    # it stays due
    assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 1


@pytest.mark.django_db
def test_a_version_that_names_what_was_deleted_since_waits_for_somebody(
    account: Any, caplog: pytest.LogCaptureFixture
) -> None:
    unit = Unit.objects.create(slug="probe", name_ko="탐침", name_en="probe")
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.figures.add(Figure(key="probe-x", kind="count", label_ko="x", value=3, unit=unit, sort_order=99))
    item.headline_en, item.go_live_at = "Due", timezone.now() + timedelta(hours=1)
    item.save_revision(clean=False).publish()
    past = timezone.now() - timedelta(hours=1)
    Revision.objects.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=past)
    unit.delete()

    publish_due()

    assert CooperationItem.objects.get(pk=item.pk).headline_en != "Due"
    said = f"waits for an editor: what it names was deleted model=cooperationitem key={item.pk}"
    assert said in lines_logged(caplog)
    assert "ERROR" not in lines_logged(caplog)
    client = Client()
    client.force_login(account("item-editor"))
    assert "예약한 시각에 게시하지 못한 초안" in client.get("/admin/").content.decode()


@pytest.mark.django_db
def test_a_worker_whose_clock_runs_ahead_publishes_and_takes_back_nothing_before_its_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    due, live = (each.specific for each in CooperationItem.objects.order_by("pk")[:2])
    due.headline_en, due.go_live_at = "Not yet", timezone.now() + timedelta(minutes=30)
    due.save_revision().publish()
    CooperationItem.objects.filter(pk=live.pk).update(expire_at=due.go_live_at)
    ahead = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: ahead)

    publish_due()

    assert CooperationItem.objects.get(pk=due.pk).headline_en != "Not yet"
    assert CooperationItem.objects.get(pk=live.pk).live


@contextmanager
def receiving(signal: Signal, receiver: Callable[..., None]) -> Iterator[None]:
    signal.connect(receiver)
    try:
        yield
    finally:
        signal.disconnect(receiver)


@pytest.mark.django_db
def test_a_draft_that_is_saved_while_others_are_taken_back_stays(account: Any) -> None:
    first, written = CooperationItem.objects.order_by("pk")[:2]
    past = timezone.now() - timedelta(minutes=5)
    CooperationItem.objects.filter(pk__in=[first.pk, written.pk]).update(expire_at=past)

    def meanwhile(instance: Any, **_signal: Any) -> None:
        if instance.pk == first.pk:
            draft = CooperationItem.objects.get(pk=written.pk).specific
            draft.headline_en = "Written meanwhile"
            draft.save_revision(user=account("item-editor"))

    with receiving(page_unpublished, meanwhile):
        publish_due()

    taken_back = CooperationItem.objects.get(pk=written.pk)
    assert not taken_back.live
    assert taken_back.specific.get_latest_revision_as_object().headline_en == "Written meanwhile"


@pytest.mark.django_db
def test_a_publication_that_is_called_off_while_others_are_published_does_not_happen() -> None:
    first, called_off = (each.specific for each in CooperationItem.objects.order_by("pk")[:2])
    past = timezone.now() - timedelta(minutes=5)
    for item in (first, called_off):
        item.headline_en, item.go_live_at = f"Due: {item.slug}", timezone.now() + timedelta(hours=1)
        item.save_revision().publish()
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at = past
        revision.content["go_live_at"] = past.isoformat()
        revision.save()

    def meanwhile(instance: Any, **_signal: Any) -> None:
        if instance.pk == first.pk:
            called_off.revisions.update(approved_go_live_at=None)

    with receiving(page_published, meanwhile):
        publish_due()

    assert CooperationItem.objects.get(pk=first.pk).headline_en == f"Due: {first.slug}"
    assert CooperationItem.objects.get(pk=called_off.pk).headline_en != f"Due: {called_off.slug}"
