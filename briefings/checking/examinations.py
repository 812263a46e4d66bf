"""Examinations of records in PostgreSQL: read in one query, written in one statement, swept when unused.

Written outside the snapshot that a run reads: what was found is right for its key, whatever becomes of the run.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from itertools import batched

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Now

from briefings.assembly.examination import Examiner
from briefings.assembly.material import Material
from briefings.models import StoredExamination
from briefings.rendering.charset import printable_code_points

KEPT = timedelta(days=90)
"""How long an examination is kept after its last use."""
_AT_ONCE = 500
"""Examinations that one statement writes: in a statement each takes several times the memory."""
NOTED = timedelta(days=7)
"""How old the note of its last use may be, so that a run need not write all of them."""


def examiner_of(material: Material) -> Examiner:
    """Examines the items of a material as it was collected, knowing what was found before."""
    return Examiner(material, printable_code_points(), stored)


def _under(keys: Collection[str]) -> QuerySet[StoredExamination]:
    # one parameter, written here: keys are hexadecimal digits, and psycopg would adapt each of ten thousand
    these = RawSQL("SELECT unnest(%s::text[])", ["{" + ",".join(keys) + "}"])
    return StoredExamination.objects.filter(key__in=these)


def stored(keys: Collection[str]) -> Mapping[str, bytes]:
    """The examinations that are kept under these keys."""
    rows = _under(keys)
    return {key: bytes(content) for key, content in rows.values_list("key", "content").iterator()}


def kept_under(keys: Collection[str]) -> set[str]:
    """Those of these keys under which an examination is kept."""
    return set(_under(keys).values_list("key", flat=True))


def keep(examiner: Examiner) -> None:
    """Keep what an examiner has found since it was last asked, and note what it used."""
    keep_all(examiner.new, examiner.used)
    examiner.new.clear()
    examiner.used.clear()


def keep_all(found: Mapping[str, bytes], used: Collection[str]) -> None:
    """Keep what was found for the first time, note what was used, and delete what nobody uses any more."""
    with transaction.atomic(), connection.cursor() as cursor:
        # sorted: two runs that write the same keys at once wait for each other in one order
        for new in batched(sorted(found.items()), _AT_ONCE):
            cursor.execute(
                "INSERT INTO briefings_storedexamination (key, content)"
                " SELECT * FROM unnest(%s::text[], %s::bytea[]) ON CONFLICT (key) DO NOTHING",
                [[key for key, _content in new], [content for _key, content in new]],
            )
        _free(_under(used).filter(used_at__lt=Now() - NOTED)).update(used_at=Now())
        _free(StoredExamination.objects.filter(used_at__lt=Now() - KEPT)).delete()


def _free(rows: QuerySet[StoredExamination]) -> QuerySet[StoredExamination]:
    """Those of these rows that nobody else writes. Who does so notes or deletes them too, and in an order of their own: two
    who waited for each other's rows would wait for ever.
    """
    return StoredExamination.objects.filter(pk__in=rows.select_for_update(skip_locked=True).values("pk"))
