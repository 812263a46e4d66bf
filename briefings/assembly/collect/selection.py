"""Which items enter a briefing, and why."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from django.db.models import Q

from briefings.assembly.material import Entry


class Choice(msgspec.Struct, frozen=True):
    """Why an item entered, or why it did not; or why a perspective did not."""

    slug: str
    entered: bool
    reason: str
    """As `briefings.choices.EntryReason` has them."""
    note: str = ""
    record: Literal["item", "perspective"] = "item"
    """Runs of older versions name items alone, and do not say so."""


def would_enter(briefing: Any, which: Q) -> list[str]:
    """Slugs of the items that meet a condition and would enter if they were published as they stand in their table."""
    _entries, selection = select(briefing, which)
    return [choice.slug for choice in selection if choice.entered]


_LIVE = Q(live=True)


def select(briefing: Any, which: Q = _LIVE) -> tuple[dict[int, Entry], tuple[Choice, ...]]:
    """Items dated in the period, undated ongoing ones, hand-picked ones, minus those held back.

    Those that enter, by their keys in their order; and of each of them and of those held back, why.
    """
    from projects.models import CooperationItem

    picks = {pick.item_id: (pick.mode, pick.reason) for pick in briefing.picks.all()}
    # each of the alternatives is answered by an index of its own, however many items there are
    dated = Q(event_date__lte=briefing.period_end, event_end__gte=briefing.period_start) | Q(
        event_date__range=(briefing.period_start, briefing.period_end), event_end__isnull=True
    )
    undated = Q(event_date__isnull=True) & ~Q(status="completed")
    candidates = (
        CooperationItem.objects.filter(which & (dated | undated | Q(pk__in=picks)))
        .order_by("event_date", "slug")
        .values("pk", "slug", "event_date", "confidence")
    )
    entries: dict[int, Entry] = {}
    selection: list[Choice] = []
    for row in candidates:
        mode, note = picks.get(row["pk"], ("", ""))
        if mode == "hold-back":
            selection.append(Choice(row["slug"], False, "held-back", note))
            continue
        if not mode and row["confidence"].startswith("N"):
            # a name or a source label without content is never a contribution
            selection.append(Choice(row["slug"], False, "name-only"))
            continue
        entry: Entry
        if mode:
            entry = "background" if mode == "background" else "picked"
        else:
            entry = "dated" if row["event_date"] else "ongoing"
        entries[row["pk"]] = entry
        selection.append(Choice(row["slug"], True, entry, note))
    return entries, tuple(selection)
