"""What sealing hands to PostgreSQL before its one commit: an edition's bytes, its search entries and its figures.

They are the large part: for ten thousand items, most of half a minute. The transaction that makes the edition only
moves them, so that nobody waits for a lock while a worker is busy, or hangs, over them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from briefings.assembly.seal import Sealed
from briefings.editions import figure_entries
from briefings.editions.search_entries import Row
from briefings.models import Edition

_CREATE = """
    CREATE TEMPORARY TABLE staged_pieces (edition text, number integer, piece bytea STORAGE EXTERNAL);
    CREATE TEMPORARY TABLE staged_entries (
        edition text, number integer, language text, item boolean, key text, title text, text text, words tsvector
    );
    CREATE TEMPORARY TABLE staged_figures (
        edition text, item text, key text, printed_ko text, printed_zh_hans text, printed_en text
    );
"""
_DROP = "DROP TABLE IF EXISTS staged_pieces, staged_entries, staged_figures"
# an edition's row is never changed, so PostgreSQL puts the bytes together before it is made
_INSERT = """
    INSERT INTO briefings_edition (
        briefing_id, audience, major, minor, name_ko, name_zh_hans, name_en, content, digest, material_digest,
        manifest, item_slugs, corrects_id, sealed_at, assembled_by_id
    )
    SELECT
        %(briefing_id)s, %(audience)s, %(major)s, %(minor)s, %(name_ko)s, %(name_zh_hans)s, %(name_en)s,
        string_agg(piece, ''::bytea ORDER BY number), %(digest)s, %(material_digest)s,
        %(manifest)s, %(item_slugs)s, %(corrects_id)s, %(sealed_at)s, %(assembled_by_id)s
    FROM staged_pieces WHERE edition = %(digest)s
    RETURNING id
"""
_INSERT_ENTRIES = """
    INSERT INTO briefings_searchentry (edition_id, language, item, key, title, text, words)
    SELECT %s, language, item, key, title, text, words FROM staged_entries WHERE edition = %s ORDER BY number
"""
_INSERT_FIGURES = """
    INSERT INTO briefings_figureentry (edition_id, item, key, printed_ko, printed_zh_hans, printed_en)
    SELECT %s, item, key, printed_ko, printed_zh_hans, printed_en FROM staged_figures WHERE edition = %s
"""
_COPY_PIECES = "COPY staged_pieces FROM STDIN (FORMAT binary)"
_COPY_ENTRIES = "COPY staged_entries (edition, number, language, item, key, title, text, words) FROM STDIN"
_COPY_FIGURES = "COPY staged_figures (edition, item, key, printed_ko, printed_zh_hans, printed_en) FROM STDIN"
_PARCEL = 1_000_000
"""Bytes at least of a row of pieces: most pieces are a few characters long."""


@contextmanager
def staged() -> Iterator[Stage]:
    """A place of this connection's own; it is gone with the block."""
    with connection.cursor() as cursor:
        cursor.execute(_DROP)
        cursor.execute(_CREATE)
    try:
        yield Stage()
    finally:
        # in a broken transaction, or on a lost connection, nothing is left to be cleared
        if not connection.needs_rollback and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute(_DROP)


class Stage:
    """Editions that wait for their row, by their digest."""

    def __init__(self) -> None:
        self._held: set[str] = set()

    def holds(self, sealed: Sealed) -> bool:
        """Whether it was put here."""
        return sealed.digest in self._held

    def put(self, sealed: Sealed, entries: Iterable[Row], figures: Iterable[figure_entries.Row]) -> None:
        """Hand over what an edition is made of, as it is made: none of it is held.

        As a value of the statement the bytes would be written out as text, four times as long, in this process's
        memory.
        """
        # Django passes on what psycopg raises in COPY, and would not see that the connection is lost
        with connection.wrap_database_errors, connection.cursor() as cursor:
            with cursor.copy(_COPY_PIECES) as copy:
                copy.set_types(["text", "int4", "bytea"])
                for number, piece in enumerate(_parcels(sealed.pieces())):
                    copy.write_row((sealed.digest, number, piece))
            with cursor.copy(_COPY_ENTRIES) as copy:
                for number, entry in enumerate(entries):
                    copy.write_row((sealed.digest, number, *entry))
            with cursor.copy(_COPY_FIGURES) as copy:
                for figure in figures:
                    copy.write_row((sealed.digest, *figure))
        self._held.add(sealed.digest)

    def insert(self, sealed: Sealed, **columns: Any) -> Edition:
        """Make the edition's row, with these columns besides its bytes, its search entries and its figures."""
        with connection.cursor() as cursor:
            cursor.execute(_INSERT, columns)
            (key,) = cursor.fetchone()
            cursor.execute(_INSERT_ENTRIES, [key, sealed.digest])
            cursor.execute(_INSERT_FIGURES, [key, sealed.digest])
        return Edition.objects.defer("content").get(pk=key)


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
