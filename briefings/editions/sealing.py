"""Sealing: composed documents become numbered editions that never change.

One commit makes the editions, their numbers, the rows of their files, and the run's new state; or
nothing of it. What takes long, putting the bytes and what is found by them into PostgreSQL, comes before it
(`staging`): nobody waits for a worker that is slow, or silent, while it does that.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import Case, F, Func, Q, QuerySet, TextField, When
from django.db.models.functions import Now
from django.utils import timezone

from briefings import access, clock
from briefings.assembly import canonical
from briefings.assembly.aside import Aside
from briefings.assembly.changes import Comparison
from briefings.assembly.checks.corrections import Corrected
from briefings.assembly.document import Document
from briefings.assembly.material import Audience, Material
from briefings.assembly.seal import (
    COMPOSER,
    SCHEMA,
    EditionContent,
    LetStand,
    Manifest,
    RevisionOf,
    Sealed,
    change_note_of,
    comparison_of,
    covered,
    material_of,
    opened,
    opened_sheet,
    seal,
)
from briefings.choices import FileFormat, NumberStep, RunState, RunStep
from briefings.editions import figure_entries, renditions, search_entries, staging
from briefings.models import AssemblyRun, Briefing, Edition, Rendition
from briefings.work import leases
from briefings.work.hints import hint_renditions
from languages.trilingual import LANGUAGES
from projects import addresses
from projects.models import CooperationItem
from reviews.locks import Lock, wait_for_turn


class Before(msgspec.Struct, frozen=True):
    """What readers of an audience have, or are to have, before an edition that is sealed now."""

    released: tuple[Edition, Material] | None = None
    """The newest edition that is not withdrawn, of this briefing or else of the one before it, and its material."""
    corrected: Corrected | None = None
    """The newest edition of this briefing that its readers have had or are to have, withdrawn or not."""
    corrects: int | None = None
    """Its key."""


class NamesChanged(Exception):
    """What was collected has been deleted or has got another slug since: what is there now has to be collected."""


class Composed(msgspec.Struct, frozen=True):
    """What an edition will be sealed from."""

    audience: Audience
    material: Material
    comparison: Comparison
    document: Document
    """Without its sheets."""
    sheets: Aside
    """Encoded as they were composed: as values, or in memory, they would take most of it."""
    records: tuple[RevisionOf, ...]
    waivers: tuple[LetStand, ...] = ()
    corrects: int | None = None
    """The key of the edition that this one corrects."""
    note_left_out: bool = False
    """Whether a change note is written, but stands not in the material, since nothing is corrected."""


def released_before(briefing: Briefing, audience: Audience) -> Before:
    """What a new edition is compared with, and what it would correct."""
    edition = corrected_by(briefing, audience)
    if edition is None:
        return Before(last_released(briefing, audience))
    same = "" if access.is_withdrawn(edition) else edition.material_digest
    corrected = Corrected(change_note_of(bytes(edition.content)), same)
    return Before(last_released(briefing, audience), corrected, edition.pk)


def last_released(briefing: Briefing, audience: Audience) -> tuple[Edition, Material] | None:
    """The newest edition that readers have and its material: of this briefing, or else of the one before it.

    Of this briefing also one whose minute is still to come: the edition sealed now comes after it (`release`). What is
    new in a correction is new since the edition that it corrects, whatever other briefing has the same period.
    """
    own = Case(When(briefing=briefing.pk, then=0), default=1)
    edition = (
        Edition.objects.filter(
            Q(release__at__lte=Now()) | Q(briefing=briefing.pk),
            audience=audience,
            release__isnull=False,
            release__withdrawal__isnull=True,
            briefing__period_end__lte=briefing.period_end,
        )
        .select_related("briefing")
        .order_by(own, "-briefing__period_end", "-briefing_id", "-major", "-minor")
        .first()
    )
    return (edition, material_of(bytes(edition.content))) if edition else None


def corrected_by(briefing: Briefing, audience: Audience) -> Edition | None:
    """What an edition sealed now would correct: the newest that readers of this briefing have had or are to have.

    It may be withdrawn. One whose minute is still to come counts: an edition after it is released no earlier.
    """
    return (
        Edition.objects.filter(access.SET, briefing=briefing.pk, audience=audience)
        .select_related("release__withdrawal")
        .order_by("-major", "-minor")
        .first()
    )


def content_of(edition: Edition) -> EditionContent:
    """What an edition holds."""
    return opened(bytes(edition.content))


def seal_editions(*, run: AssemblyRun, fence: int, composed: list[Composed]) -> list[Edition]:
    """Seal every document of the run. Equal material returns the edition that exists.

    Raises:
        LeaseLost: another worker has taken the run over; nothing is sealed by this one.
        NamesChanged: an edition would name what is gone; nothing is sealed.
    """
    sealed = [_sealed(each) for each in composed]
    with staging.staged() as stage:
        for each, made in zip(composed, sealed, strict=True):
            if _same_edition(run, each, made) is None:
                _put(stage, each, made)
        with leases.brief_transaction():
            # one sealing of a briefing at a time, and no editor's save waits for it, but for one that gives a slug
            wait_for_turn(Lock.SEALING, run.briefing_id)
            _wait_for_names(composed)
            editions = [
                _seal_one(run, each, made, stage) for each, made in zip(composed, sealed, strict=True)
            ]
            run.editions.set(editions)
            # the last statement: until here the lease is renewed, and a worker that was given up for dead is refused
            leases.write(
                AssemblyRun,
                run.pk,
                fence,
                state=RunState.RENDERING,
                step=RunStep.RENDER,
                per_cent=70,
                **leases.free_again(),
            )
            transaction.on_commit(lambda: _after_sealing(run, editions))
    return editions


def _wait_for_names(composed: list[Composed]) -> None:
    """Until the end of this transaction what the editions name by their slugs stays, and has these slugs."""
    addresses.wait_for_others()
    items = {slug for each in composed for slug in _slugs(each)}
    briefings = {each.material.briefing.slug for each in composed}
    if CooperationItem.objects.filter(slug__in=items).count() != len(items):
        raise NamesChanged
    if Briefing.objects.filter(slug__in=briefings).count() != len(briefings):
        raise NamesChanged


def _after_sealing(run: AssemblyRun, editions: list[Edition]) -> None:
    hint_renditions(editions)
    for edition in editions:
        renditions.finish_runs(edition.pk)


def _sealed(composed: Composed) -> Sealed:
    return seal(
        composed.material,
        composed.audience,
        composed.comparison,
        composed.document,
        covered(composed.records),
        composed.sheets,
    )


def _put(stage: staging.Stage, composed: Composed, sealed: Sealed) -> None:
    entries = search_entries.rows(composed.document, map(opened_sheet, composed.sheets), _slugs(composed))
    stage.put(sealed, entries, figure_entries.rows(composed.document.figures))


def _slugs(composed: Composed) -> list[str]:
    return [item.slug for item in composed.material.items]


def _latest(run: AssemblyRun, audience: Audience) -> Edition | None:
    return (
        Edition.objects.filter(briefing_id=run.briefing_id, audience=audience)
        .select_related("release__withdrawal")
        .without_content()
        .order_by("-major", "-minor")
        .first()
    )


def _same_edition(run: AssemblyRun, composed: Composed, sealed: Sealed) -> Edition | None:
    """The edition that exists already: of equal material, and what it says that it corrects is still to be corrected.

    It is the newest, or the one that would be corrected: where nothing of that has changed, there is nothing to correct.
    One that was withdrawn is neither: it is released no more, so what it held needs a new number. One that is still
    to be released tells its readers what is new to them: so it must have been compared with what they have today.
    """
    for edition in (_latest(run, composed.audience), _corrected(composed)):
        if (
            edition is None
            or access.is_withdrawn(edition)
            or edition.material_digest != sealed.material_digest
        ):
            continue
        if composed.corrects not in (edition.pk, edition.corrects_id):
            continue
        if (
            access.is_set(edition)
            or _compared_with(edition.pk, edition.digest) == composed.comparison.previous
        ):
            return edition
    return None


@lru_cache(maxsize=100)
def _compared_with(pk: int, digest: str) -> str:
    """Name of the edition that a sealed one was compared with. Kept, so that its bytes are not read under the lock.

    Args:
        pk: its key.
        digest: of its bytes, which never change.
    """
    return comparison_of(bytes(Edition.objects.values_list("content", flat=True).get(pk=pk))).previous


def _corrected(composed: Composed) -> Edition | None:
    editions = Edition.objects.filter(pk=composed.corrects).select_related("release__withdrawal")
    return editions.without_content().first()


def _seal_one(run: AssemblyRun, composed: Composed, sealed: Sealed, stage: staging.Stage) -> Edition:
    same = _same_edition(run, composed, sealed)
    if same is not None:
        renditions.let_wait_again(same.renditions.all())
        return same
    if not stage.holds(sealed):  # another edition was sealed since it was the same as the newest
        _put(stage, composed, sealed)
    latest = _latest(run, composed.audience)
    number = next_number(latest.order if latest else None, run.number_step)
    return _make_edition(run, composed, sealed, stage, *number)


def next_number(latest: tuple[int, int] | None, step: str) -> tuple[int, int]:
    """What an edition is numbered after the newest one of its briefing and audience, released or not."""
    if latest is None:
        return 1, 0
    major, minor = latest
    return (major + 1, 0) if step == NumberStep.MAJOR else (major, minor + 1)


def _make_edition(
    run: AssemblyRun, composed: Composed, sealed: Sealed, stage: staging.Stage, major: int, minor: int
) -> Edition:
    now, name = clock.now(), composed.material.briefing.name
    manifest = Manifest(
        briefing=composed.material.briefing.slug,
        audience=composed.audience,
        number=f"{major}.{minor}",
        schema=SCHEMA,
        digest=sealed.digest,
        sealed_on=timezone.localdate(now),
        records=composed.records,
        waivers=composed.waivers,
        composer=COMPOSER,
    )
    edition = stage.insert(
        sealed,
        briefing_id=run.briefing_id,
        audience=composed.audience,
        major=major,
        minor=minor,
        name_ko=name.ko,
        name_zh_hans=name.zh_hans,
        name_en=name.en,
        digest=sealed.digest,
        material_digest=sealed.material_digest,
        manifest=canonical.encode(manifest),
        item_slugs=_slugs(composed),
        corrects_id=composed.corrects,
        sealed_at=now,
        assembled_by_id=run.requested_by_id,
    )
    Rendition.objects.bulk_create(
        Rendition(edition=edition, language=language, format=kind)
        for kind in FileFormat.values
        for language in LANGUAGES
    )
    return edition


def sealed_manifest(edition: Edition) -> Manifest:
    """The manifest as it was sealed, before any file was made."""
    return msgspec.json.decode(bytes(edition.manifest), type=Manifest)


def with_waivers(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """The editions, each with what `waivers_of` reads. Of a manifest that names thousands of records, nothing else."""
    waivers = Func(
        F("manifest"),
        template="(convert_from(%(expressions)s, 'UTF8')::json ->> 'waivers')",
        output_field=TextField(),
    )
    return editions.annotate(sealed_waivers=waivers)


def waivers_of(edition: Any) -> tuple[LetStand, ...]:
    """The findings that people let stand, of an edition of `with_waivers`."""
    return msgspec.json.decode(edition.sealed_waivers or "[]", type=tuple[LetStand, ...])


def manifest_of(edition: Edition) -> bytes:
    """The manifest with the digests of the files made so far: what proves an edition to its holder."""
    sealed = sealed_manifest(edition)
    made = edition.renditions.exclude(digest="").order_by("format", "language")
    files = tuple((row.language, row.format, row.digest) for row in made)
    return canonical.encode(msgspec.structs.replace(sealed, renditions=files))
