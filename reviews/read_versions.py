"""What was read in newest versions: which of them nobody has read yet, and keeping it (`reviews.models.ReadVersion`)."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, F, OuterRef, Q
from wagtail.models import Revision

from reviews.models import ReadVersion


def unread(kind: type[ReadVersion], basis: str) -> Q:
    """In a query of records: those of whose newest version nothing of this kind was read."""
    row = f"latest_revision__{kind._meta.model_name}"
    return ~Q(**{f"{row}__basis": basis, f"{row}__written_at": F("latest_revision__created_at")})


def keep(rows: Collection[ReadVersion]) -> None:
    """Keep what was read of newest versions, in place of what was of older ones."""
    if not rows:
        return
    kind = type(next(iter(rows)))
    fields = [field.name for field in kind._meta.fields if not field.primary_key]
    # two who read the same at once wait for each other in one order
    in_order = sorted(rows, key=lambda row: row.pk)
    kind._default_manager.bulk_create(
        in_order, update_conflicts=True, unique_fields=["revision"], update_fields=fields
    )
    newest = Revision.objects.filter(
        pk__in=[row.pk for row in in_order],
        base_content_type=OuterRef("revision__base_content_type"),
        object_id=OuterRef("revision__object_id"),
    )
    older = kind._default_manager.filter(Exists(newest)).exclude(Exists(newest.filter(pk=OuterRef("pk"))))
    kind._default_manager.filter(
        pk__in=older.select_for_update(skip_locked=True, of=("self",)).values("pk")
    ).delete()
