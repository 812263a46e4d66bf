"""Sealing: composed documents become numbered editions that never change.

One commit makes the editions, their numbers, the rows of their files, and the run's new state; or
nothing of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils import timezone

from briefings import clock, leases, searching
from briefings.assembly import canonical
from briefings.assembly.changes import Comparison
from briefings.assembly.checks.corrections import Corrected
from briefings.assembly.document import Document
from briefings.assembly.material import Audience, Material, Record
from briefings.assembly.seal import (
    COMPOSER,
    SCHEMA,
    EditionContent,
    LetStand,
    Manifest,
    RevisionOf,
    Sealed,
    material_of,
    opened,
    opened_sheets,
    seal,
)
from briefings.choices import FileFormat, NumberStep, RenditionState, RunState, RunStep
from briefings.hints import hint_renditions
from briefings.models import AssemblyRun, Briefing, Edition, Rendition
from languages.trilingual import LANGUAGES, Trilingual


class Before(msgspec.Struct, frozen=True):
    """What was released for an audience before an edition is sealed."""

    released: tuple[Edition, Material] | None
    """The newest edition that is not withdrawn, of this briefing or an earlier one, and its material."""
    corrected: Corrected | None
    """The newest edition of this briefing, withdrawn or not."""


class Composed(msgspec.Struct, frozen=True):
    """What an edition will be sealed from."""

    audience: Audience
    material: Material
    comparison: Comparison
    document: Document
    """Without its sheets."""
    sheets: tuple[msgspec.Raw, ...]
    """Encoded as they were composed: as values they would take twice the memory."""
    records: tuple[RevisionOf, ...]
    waivers: tuple[LetStand, ...] = ()


def released_before(briefing: Briefing, audience: Audience) -> Before:
    """What a new edition is compared with, and what it would correct."""
    return Before(last_released(briefing, audience), corrected_by(briefing, audience))


def last_released(briefing: Briefing, audience: Audience) -> tuple[Edition, Material] | None:
    """The newest released edition for the audience and its material, of this briefing or an earlier one."""
    edition = (
        Edition.objects.filter(
            audience=audience,
            release__at__lte=Now(),
            release__withdrawal__isnull=True,
            briefing__period_end__lte=briefing.period_end,
        )
        .select_related("briefing")
        .order_by("-briefing__period_end", "-major", "-minor")
        .first()
    )
    return (edition, material_of(bytes(edition.content))) if edition else None


class _OnlyChangeNote(msgspec.Struct):
    class _Material(msgspec.Struct):
        class _Briefing(msgspec.Struct):
            change_note: Trilingual = Trilingual()

        briefing: _Briefing

    material: _Material


def corrected_by(briefing: Briefing, audience: Audience) -> Corrected | None:
    """What an edition sealed now would correct: the newest released one of this briefing, withdrawn or not."""
    edition = (
        Edition.objects.filter(briefing=briefing.pk, audience=audience, release__at__lte=Now())
        .order_by("-major", "-minor")
        .first()
    )
    if edition is None:
        return None
    # the rest of a large edition is passed over
    sealed = msgspec.json.decode(bytes(edition.content), type=_OnlyChangeNote)
    return Corrected(sealed.material.briefing.change_note, edition.material_digest)


def content_of(edition: Edition) -> EditionContent:
    """What an edition holds."""
    return opened(bytes(edition.content))


@transaction.atomic
def seal_editions(*, run: AssemblyRun, fence: int, composed: list[Composed]) -> list[Edition]:
    """Seal every document of the run. Equal material returns the edition that exists.

    Raises:
        LeaseLost: another worker has taken the run over; nothing is sealed by this one.
    """
    # locks the run's row: a worker that was given up for dead waits here, and is then refused
    leases.write(AssemblyRun, run.pk, fence, step=RunStep.SEAL)
    Briefing.objects.select_for_update(of=("self",)).get(pk=run.briefing_id)
    editions = [_seal_one(run, each) for each in composed]
    run.editions.set(editions)
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


def _after_sealing(run: AssemblyRun, editions: list[Edition]) -> None:
    from briefings.renditions import finish_runs

    hint_renditions(editions)
    for edition in editions:
        finish_runs(edition.pk)


def _seal_one(run: AssemblyRun, composed: Composed) -> Edition:
    records = tuple(Record(each.kind, each.slug, each.digest) for each in composed.records)
    sealed = seal(
        composed.material,
        composed.audience,
        composed.comparison,
        composed.document,
        records,
        composed.sheets,
    )
    latest = (
        Edition.objects.filter(briefing_id=run.briefing_id, audience=composed.audience)
        .defer("content", "manifest")
        .order_by("-major", "-minor")
        .first()
    )
    if latest is not None and latest.material_digest == sealed.material_digest:
        Rendition.objects.filter(edition=latest, state=RenditionState.FAILED).update(
            state=RenditionState.WAITING, attempts=0, fault="", error="", lease_until=None
        )
        return latest
    return _make_edition(run, composed, sealed, *_next_number(latest, run.number_step))


def _next_number(latest: Edition | None, step: str) -> tuple[int, int]:
    if latest is None:
        return 1, 0
    if step == NumberStep.MAJOR:
        return latest.major + 1, 0
    return latest.major, latest.minor + 1


def _make_edition(run: AssemblyRun, composed: Composed, sealed: Sealed, major: int, minor: int) -> Edition:
    now = clock.now()
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
    edition = _insert_edition(
        sealed,
        briefing_id=run.briefing_id,
        audience=composed.audience,
        major=major,
        minor=minor,
        digest=sealed.digest,
        material_digest=sealed.material_digest,
        manifest=canonical.encode(manifest),
        item_slugs=[item.slug for item in composed.material.items],
        sealed_at=now,
        assembled_by_id=run.requested_by_id,
    )
    Rendition.objects.bulk_create(
        Rendition(edition=edition, language=language, format=kind)
        for kind in FileFormat.values
        for language in LANGUAGES
    )
    searching.index(edition, composed.document, opened_sheets(composed.sheets))
    return edition


def _insert_edition(sealed: Sealed, **columns: Any) -> Edition:
    """The edition's row, its bytes handed over as they are made.

    As a value of the statement they would be written out as text, four times as long, in this process's memory. An
    edition's row is never changed, so PostgreSQL puts the bytes together before it is made.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE IF NOT EXISTS sealed_pieces"
            " (number integer, piece bytea STORAGE EXTERNAL) ON COMMIT DROP"
        )
        cursor.execute("TRUNCATE sealed_pieces")
        with cursor.copy("COPY sealed_pieces FROM STDIN (FORMAT binary)") as copy:
            copy.set_types(["int4", "bytea"])
            for number, piece in enumerate(_parcels(sealed.pieces())):
                copy.write_row((number, piece))
        cursor.execute(_INSERT, columns)
        (key,) = cursor.fetchone()
    return Edition.objects.defer("content").get(pk=key)


_INSERT = """
    INSERT INTO briefings_edition (
        briefing_id, audience, major, minor, content, digest, material_digest, manifest, item_slugs, sealed_at,
        assembled_by_id
    )
    SELECT
        %(briefing_id)s, %(audience)s, %(major)s, %(minor)s, string_agg(piece, ''::bytea ORDER BY number),
        %(digest)s, %(material_digest)s, %(manifest)s, %(item_slugs)s, %(sealed_at)s, %(assembled_by_id)s
    FROM sealed_pieces
    RETURNING id
"""

_PARCEL = 1_000_000
"""Bytes at least of a row of pieces: most pieces are a few characters long."""


def _parcels(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer pieces."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size > _PARCEL:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


def sealed_manifest(edition: Edition) -> Manifest:
    """The manifest as it was sealed, before any file was made."""
    return msgspec.json.decode(bytes(edition.manifest), type=Manifest)


def manifest_of(edition: Edition) -> bytes:
    """The manifest with the digests of the files made so far: what proves an edition to its holder."""
    sealed = sealed_manifest(edition)
    ready = edition.renditions.filter(state=RenditionState.READY).order_by("format", "language")
    files = tuple((row.language, row.format, row.digest) for row in ready)
    return canonical.encode(msgspec.structs.replace(sealed, renditions=files))


def digest_of(content: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
