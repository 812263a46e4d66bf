"""Many items for benchmarks: clones of the sample's, made by PostgreSQL itself in seconds."""

from __future__ import annotations

from django.db import connection

FAR_AWAY = "DATE '1990-01-01'"
"""The day of items that belong to no briefing's period."""


def clone_items(copies: int, *, dated: str | None = FAR_AWAY) -> int:
    """Copy every item of the sample with its rows; how many items there are now.

    Args:
        copies: how many of each.
        dated: an SQL date that the copies get, or None for the day of the copied item.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT array_agg(page_ptr_id ORDER BY page_ptr_id) FROM projects_cooperationitem")
        (originals,) = cursor.fetchone()
        cursor.execute("SELECT max(id) FROM wagtailcore_page")
        (last,) = cursor.fetchone()
        cursor.execute(
            "CREATE TEMPORARY TABLE clones ON COMMIT DROP AS SELECT original, copy,"
            " (%s + row_number() OVER (ORDER BY copy, original))::integer AS id"
            " FROM unnest(%s) AS original, generate_series(1, %s) AS copy",
            [last, originals, copies],
        )
        cursor.execute("CREATE INDEX ON clones (original)")
        cursor.execute("SELECT count(*) FROM wagtailcore_page WHERE depth = 1")
        _clone(cursor, "wagtailcore_page", "id", {
            "id": "c.id",
            "slug": "t.slug || '-' || c.copy",
            "path": "substr(t.path, 1, 12) || lpad(upper(to_hex(c.id)), 8, '0')",
            "depth": "5",
            "latest_revision_id": "NULL",
            "live_revision_id": "NULL",
            "translation_key": "gen_random_uuid()",
            "url_path": "t.url_path || '-' || c.copy",
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
        cursor.execute("ANALYZE")
        cursor.execute("SELECT count(*) FROM projects_cooperationitem")
        (total,) = cursor.fetchone()
    return int(total)


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
