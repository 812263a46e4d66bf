"""Many items for benchmarks: clones of the sample's, made by PostgreSQL itself in seconds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from briefings.models import Briefing

FAR_AWAY = "DATE '1990-01-01'"
"""The day of items that belong to no briefing's period."""


def items_of_the_period() -> list[int]:
    """Keys of the sample's items that enter its briefing by their own dates and state."""
    from briefings import demonstration
    from briefings.assembly.collect import collect
    from briefings.models import Briefing
    from projects.models import CooperationItem

    selection = collect(Briefing.objects.get(slug=demonstration.SAMPLE)).selection
    slugs = [choice.slug for choice in selection if choice.reason in ("dated", "ongoing")]
    return list(CooperationItem.objects.filter(slug__in=slugs).order_by("pk").values_list("pk", flat=True))


def rest_chapters_on(briefing: Briefing) -> None:
    """Say that the chapters' texts were written on the contributions as they stand now: until then nothing is sealed."""
    from briefings.assembly.chapters import chapter_basis, form_chapters
    from briefings.assembly.cleaning import cleaned
    from briefings.assembly.collect import collect
    from briefings.rendering.charset import printable_code_points

    material, _findings = cleaned(collect(briefing).material, printable_code_points())
    basis = {formed.pillar: chapter_basis(formed) for formed in form_chapters(material)}
    for chapter in briefing.chapters.all():
        chapter.basis = basis[chapter.pillar.slug]
        chapter.save(update_fields=["basis"])


def clone_items(count: int, originals: Sequence[int], *, dated: str | None) -> None:
    """Copies of items with their rows.

    Args:
        count: how many copies.
        originals: keys of the items to copy, one after the other.
        dated: an SQL date that the copies get, or None for the day of the copied item.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM wagtailcore_page")
        (last,) = cursor.fetchone()
        cursor.execute("DROP TABLE IF EXISTS clones")
        cursor.execute(
            "CREATE TEMPORARY TABLE clones AS SELECT %s + n AS id,"
            " (%s::integer[])[1 + (n - 1) %% %s] AS original FROM generate_series(1, %s) AS n",
            [last, list(originals), len(originals), count],
        )
        cursor.execute("CREATE INDEX ON clones (original)")
        _clone(cursor, "wagtailcore_page", "id", {
            "id": "c.id",
            "slug": "t.slug || '-' || c.id",
            "path": "substr(t.path, 1, 12) || lpad(upper(to_hex(c.id)), 8, '0')",
            "depth": "5",
            "latest_revision_id": "NULL",
            "live_revision_id": "NULL",
            "translation_key": "gen_random_uuid()",
            "url_path": "t.url_path || '-' || c.id",
        })  # fmt: skip
        date = {"event_date": dated, "event_end": "NULL"} if dated else {}
        _clone(cursor, "projects_cooperationitem", "page_ptr_id", {"page_ptr_id": "c.id", **date})
        for table in ("airmobilitydeal", "citynetworkproject", "declarationclause"):
            key = "cooperationitem_ptr_id"
            _clone(cursor, f"projects_{table}", key, {key: "c.id"})
        cursor.execute(
            "SELECT DISTINCT table_name FROM information_schema.columns"
            " WHERE table_name LIKE 'projects\\_%' AND column_name = 'item_id' ORDER BY 1"
        )
        for (table,) in cursor.fetchall():
            _clone(cursor, table, "item_id", {"id": None, "item_id": "c.id"})
        cursor.execute("DROP TABLE clones")
        cursor.execute("ANALYZE")


def _clone(cursor, table: str, key: str, changed: dict[str, str | None]) -> None:
    """Insert a copy of each row for each clone; `changed` gives SQL for columns that differ, None for
    one that numbers itself."""
    cursor.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position",
        [table],
    )
    columns = [name for (name,) in cursor.fetchall() if changed.get(name, "") is not None]
    values = [changed.get(name) or f't."{name}"' for name in columns]
    names = ", ".join(f'"{name}"' for name in columns)
    cursor.execute(
        f"INSERT INTO {table} ({names}) SELECT {', '.join(values)}"
        f" FROM {table} t JOIN clones c ON c.original = t.{key}"
    )
