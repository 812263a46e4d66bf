"""Rules that the database itself holds."""

from __future__ import annotations

import importlib
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from agencies.models import Agency
from briefings.editions.sealing import content_of
from briefings.models import Approval, Briefing, Edition, Refusal, Release
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db


def test_a_sealed_edition_can_be_neither_changed_nor_deleted():
    edition = seal_sample("presidential")

    for change in (
        lambda: Edition.objects.filter(pk=edition.pk).update(digest="0" * 64),
        lambda: Edition.objects.filter(pk=edition.pk)._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
            change()

    assert Edition.objects.get(pk=edition.pk).digest == edition.digest


def test_editions_of_before_are_named_from_what_they_hold_and_stay_sealed():
    found = MigrationLoader(connection).disk_migrations
    (named,) = (each for (_app, name), each in found.items() if name.endswith("_names_of_editions"))
    names = importlib.import_module(type(named).__module__)
    edition = seal_sample("partner")
    assert edition.name == content_of(edition).material.briefing.name
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE briefings_edition DISABLE TRIGGER edition_is_sealed")
        cursor.execute("UPDATE briefings_edition SET name_ko = '', name_zh_hans = '', name_en = ''")

        cursor.execute(names.NAMED)

    assert Edition.objects.get().name == edition.name
    with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
        Edition.objects.update(name_ko="")


def test_nobody_approves_the_edition_they_assembled(account: Any):
    editor = account("briefing-editor")
    edition = seal_sample("presidential", by=editor)

    with pytest.raises(IntegrityError, match="second person"), transaction.atomic():
        Approval.objects.create(edition=edition, by=editor, at=timezone.now())


def test_a_refusal_stays_as_it_is_and_nobody_refuses_the_edition_they_assembled(account: Any):
    editor, now = account("briefing-editor"), timezone.now()
    edition = seal_sample("presidential", by=editor)

    with pytest.raises(IntegrityError, match="second person"), transaction.atomic():
        Refusal.objects.create(edition=edition, by=editor, at=now, reason="기한이 빠짐")
    refusal = Refusal.objects.create(edition=edition, by=account("approver"), at=now, reason="기한이 빠짐")
    for change in (
        lambda: Refusal.objects.filter(pk=refusal.pk).update(reason="없음"),
        lambda: Refusal.objects.filter(pk=refusal.pk)._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
            change()


def test_a_release_stands_on_the_approval_of_its_own_edition(account: Any):
    approver, now = account("approver"), timezone.now()
    approved, other = seal_sample("presidential"), seal_sample("partner")
    approval = Approval.objects.create(edition=approved, by=approver, at=now)

    with pytest.raises(IntegrityError, match="approval of its own"), transaction.atomic():
        Release.objects.create(edition=other, approval=approval, by=approver, at=now, decided_at=now)


def test_a_release_is_never_dated_back_and_only_a_partner_edition_is_public(account: Any):
    approver, now = account("approver"), timezone.now()
    edition = seal_sample("presidential")
    approval = Approval.objects.create(edition=edition, by=approver, at=now)
    release = {"edition": edition, "approval": approval, "by": approver}

    with pytest.raises(IntegrityError, match="release_not_backdated"), transaction.atomic():
        Release.objects.create(**release, at=now - timedelta(days=1), decided_at=now)
    with pytest.raises(IntegrityError, match="partner edition"), transaction.atomic():
        Release.objects.create(**release, at=now, decided_at=now, public=True)


def test_a_release_stays_as_it_was_decided_with_its_readers(account: Any):
    edition = seal_sample("partner")
    release_now(edition, approver=account("approver"), agencies=Agency.objects.filter(slug="demo-embassy"))
    release = Release.objects.get(edition=edition)
    given, other = release.agencies.get(), Agency.objects.get(slug="demo-development-bank")
    rows = Release.agencies.through.objects.filter(release=release)

    for change in (
        lambda: Release.objects.filter(pk=release.pk).update(public=True),
        lambda: Release.objects.filter(pk=release.pk).update(at=timezone.now() + timedelta(days=1)),
        lambda: Release.objects.filter(pk=release.pk)._raw_delete("default"),
        lambda: release.agencies.remove(given),
        lambda: rows.update(agency=other),
    ):
        with pytest.raises(IntegrityError, match="sealed"), transaction.atomic():
            change()

    assert list(release.agencies.all()) == [given]


def test_only_a_partner_edition_is_released_to_agencies(account: Any):
    edition = seal_sample("presidential")
    release_now(edition, approver=account("approver"))

    with pytest.raises(IntegrityError, match="partner edition"), transaction.atomic():
        edition.release.agencies.add(Agency.objects.get(slug="demo-embassy"))


def test_nobody_releases_the_edition_they_assembled(account: Any):
    editor, now = account("briefing-editor"), timezone.now()
    edition = seal_sample("presidential", by=editor)
    approval = Approval.objects.create(edition=edition, by=account("approver"), at=now)

    with pytest.raises(IntegrityError, match="second person"), transaction.atomic():
        Release.objects.create(edition=edition, approval=approval, by=editor, at=now, decided_at=now)


def test_numbers_are_never_used_twice():
    edition = seal_sample("presidential")

    with pytest.raises(IntegrityError, match="edition_number_once"), transaction.atomic():
        Edition.objects.create(
            briefing=Briefing.objects.get(slug="2025-11"),
            audience="presidential",
            major=edition.major,
            minor=edition.minor,
            content=b"{}",
            digest="1" * 64,
            material_digest="2" * 64,
            manifest=b"{}",
            sealed_at=timezone.now(),
        )
