"""Editions for tests: the sample briefing sealed in this process, its files made where a test needs them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.db import connection, transaction
from django.db.models import F

from briefings.assembly.cleaning import cleaned
from briefings.assembly.collect import Collected, collect
from briefings.assembly.findings import Finding
from briefings.assembly.material import Audience
from briefings.assembly.seal import LetStand
from briefings.editions import release, renditions, search_entries
from briefings.editions.sealing import Before, Composed, released_before, seal_editions
from briefings.models import AssemblyRun, Briefing, Edition, Release, Rendition, Withdrawal
from briefings.rendering.charset import printable_code_points
from briefings.runs import check_and_compose, compose_for

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

# most tests seal the same pages: what is made of them without the database is made once in a process
search_entries._vector = lru_cache(maxsize=5_000)(search_entries._vector)


@lru_cache(maxsize=50)
def _composed(collected: Collected, audience: Audience, before: Before) -> Composed:
    material, _findings = cleaned(collected.material, printable_code_points())
    return compose_for(material, audience, before, collected)


def findings_of(briefing: Briefing, audiences: Iterable[Audience], today: date) -> tuple[Finding, ...]:
    """What a run would find now, without one."""
    earlier = {audience: released_before(briefing, audience) for audience in audiences}
    found, _composed = check_and_compose(collect(briefing), earlier, today)
    return found


def seal_sample(
    audience: Audience,
    *,
    by: Any = None,
    slug: str = "2025-11",
    number_step: str = "minor",
    waivers: tuple[LetStand, ...] = (),
) -> Edition:
    """The sample briefing's edition for an audience, sealed from the pages as they stand now."""
    briefing = Briefing.objects.get(slug=slug)
    run = AssemblyRun.objects.create(
        briefing=briefing, audiences=[audience], requested_by=by, number_step=number_step
    )
    before = released_before(briefing, audience)
    # an edition before it may have the same key as one of another test's database
    make = _composed if before.released is None else _composed.__wrapped__
    composed = make(collect(briefing), audience, before)
    edition = seal_editions(
        run=run, fence=run.fence, composed=[msgspec.structs.replace(composed, waivers=waivers)]
    )[0]
    AssemblyRun.objects.filter(pk=run.pk).update(state="done")
    return edition


def make_files(
    edition: Edition,
    *,
    formats: Collection[str] = ("pdf", "html"),
    languages: Collection[str] = ("ko", "zh-hans", "en"),
) -> None:
    """The edition's files of these formats and languages; all others count as made without a file."""
    wanted = edition.renditions.filter(format__in=formats, language__in=languages)
    for rendition in wanted:
        renditions.make(rendition.pk)
    edition.renditions.exclude(pk__in=[each.pk for each in wanted]).update(state="ready")


def release_now(
    edition: Edition, *, approver: Any, agencies: Any = (), public: bool = False, at: Any = None
) -> None:
    """Approve and release, as a second person does on the desk."""
    Rendition.objects.filter(edition=edition, state="waiting").update(state="ready")
    release.approve(edition=edition, by=approver)
    release.release(edition=edition, by=approver, agencies=agencies, public=public, at=at)


@contextmanager
def released_for_a_module(blocker: DjangoDbBlocker) -> Iterator[int]:
    """The key of a released presidential edition, sealed once for all tests of a file; what each changes ends with it."""
    with blocker.unblock(), transaction.atomic():
        sealed = seal_sample("presidential")
        release_now(sealed, approver=get_user_model().objects.get(username="approver"))
        yield sealed.pk
        transaction.set_rollback(True)


def as_first_read(edition: int) -> Edition:
    """Such an edition, of which no test has read anything yet."""
    caches["editions"].clear()
    return Edition.objects.get(pk=edition)


def let_the_embargo_pass(edition: Edition) -> None:
    """As if the edition's release, and its withdrawal if there is one, had been decided a day earlier.

    An edition embargoed for an hour has then been readable for 23. These rows never change otherwise: a
    trigger refuses it, so the triggers rest meanwhile, for which the tests' account may ask.
    """
    day = timedelta(days=1)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        Release.objects.filter(edition=edition).update(at=F("at") - day, decided_at=F("decided_at") - day)
        Withdrawal.objects.filter(release__edition=edition).update(at=F("at") - day)
        cursor.execute("SET LOCAL session_replication_role = origin")
