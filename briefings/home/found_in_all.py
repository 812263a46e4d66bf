"""What is found by looking through every record: kept in the cache until somebody writes, because it takes seconds."""

from __future__ import annotations

import time
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.db.models import Max
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from briefings.checking.draft_findings import draft_findings
from briefings.figures import stated_figures
from briefings.records.record_kinds import MODELS
from reviews.counting import count_what_was_written
from reviews.models import Review

_KEPT_FOR = 60
"""Seconds: loading content files changes the vocabulary without a trace that `_last_writes` would see."""
_EXAMINED_FOR = 600
"""Seconds until everything is looked through again although nobody seems to have written."""
_EXAMINING = 0.5
"""Seconds for records that were never examined as they stand; the report of open findings takes longer over them."""


type Record = tuple[str, str]
"""Kind and identifier, as findings name a record."""


def blocking_in_drafts() -> tuple[list[tuple[str, str, str]], set[Record]]:
    """Findings that stop sealing in records as they stand now, drafts too, each as its record and its digest.

    And the records for which there was no time; where there are some, the next question goes on with them.
    """
    known = _Known("blocking-in-drafts")
    if (kept := known.kept()) is not None:
        return kept, set()
    found = draft_findings(_EXAMINING, stopping=True)
    blocking = [
        (finding["place"]["record"], finding["place"]["slug"], finding.get("digest", ""))
        for finding in found.findings
        if finding["severity"] == "blocking"
    ]
    if not found.unexamined:
        known.keep(blocking, _KEPT_FOR)
    return blocking, set(found.unexamined)


def examine_what_was_written(seconds: float) -> None:
    """Count and examine what nobody has as it stands, so that no page has to: after new contents, or a changed check.

    Args:
        seconds: after which no further record is begun; the next call goes on.
    """
    known = _Known("all-examined")
    if known.kept() is not None:
        return
    stop = time.monotonic() + seconds
    counted = all(
        count_what_was_written(model.objects.all(), stop - time.monotonic()) for model in MODELS.values()
    )
    examined = not draft_findings(stop - time.monotonic()).unexamined
    if stated_figures.bring_up_to_date(stop - time.monotonic()) and counted and examined:
        # content files change what has no trace in `_last_writes`, so it is asked again after a while
        known.keep(True, _EXAMINED_FOR)


class _Known:
    """What is known since somebody wrote last. What is found out now counts as of this moment."""

    def __init__(self, what: str) -> None:
        self._name = f"{what}:{connection.settings_dict['NAME']}"
        self._writes = _last_writes()

    def kept(self) -> Any:
        """What was found before; None if somebody has written since, or some time has passed."""
        writes, found = cache.get(self._name) or (None, None)
        return found if writes == self._writes else None

    def keep(self, found: object, seconds: int) -> None:
        cache.set(self._name, (self._writes, found), seconds)


def _last_writes() -> tuple[int | None, ...]:
    """The newest row of each table that grows when a text or a review is written."""
    return tuple(
        model.objects.aggregate(last=Max("pk"))["last"]
        for model in (Revision, Review, PageLogEntry, ModelLogEntry)
    )
