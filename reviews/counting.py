"""How many texts of each record are in each state: counted once, and again when the record or a review is written.

A state follows from texts and reviews (docs/decisions/0019), and to read every text of ten thousand records takes ten
seconds. What is kept here is no flag beside a text: it may be lost, and is then counted anew.
"""

from __future__ import annotations

import hashlib
import json
import math
import time
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache
from itertools import batched
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import IntegerField, Q, QuerySet, Sum
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast
from modeltranslation.translator import translator

from languages import states
from languages.states import TextState, digests_of, states_of_digests
from languages.trilingual import LANGUAGES, Language, Trilingual
from reviews import texts
from reviews.locks import Lock, wait_for_turn
from reviews.models import CountedVersion
from reviews.read_versions import keep, unread
from reviews.states import reviews_of_digests
from reviews.texts import RowNames, newest_texts, translated_fields

type Counts = dict[str, dict[str, int]]
"""Numbers of texts by language and state; what is none is left out."""

COUNTS = "latest_revision__countedversion__counts"
"""Where a query of records finds the `Counts` of their newest versions, once they are brought up to date."""

_AT_ONCE = 200
"""Records that are read and counted together."""


def bring_up_to_date(records: QuerySet[Any]) -> dict[Any, Counts]:
    """Count what was written, or reviewed, since it was counted last.

    Returns:
        the counts of pages without a version, which are not kept, by their keys.
    """
    rows = _uncounted(records)
    _count_in_turns(records, (pk for pk, version in rows if version is not None), math.inf)
    return _of_no_version(records.filter(pk__in=[pk for pk, version in rows if version is None]))


def count_what_was_written(records: QuerySet[Any], seconds: float) -> bool:
    """The same, as far as time allows; whether nothing is left.

    Args:
        records: of a kind.
        seconds: after which nothing more is begun; the next call goes on.
    """
    keys = (pk for pk, version in _uncounted(records) if version is not None)
    return _count_in_turns(records, keys, time.monotonic() + seconds)


def _uncounted(records: QuerySet[Any]) -> list[tuple[Any, int | None]]:
    """Key and newest version of those of whose newest version no numbers are kept."""
    waiting = unread(CountedVersion, _basis()) | Q(**{f"{COUNTS}__isnull": True})
    return list(records.filter(waiting).order_by().values_list("pk", "latest_revision"))


def _count_in_turns(records: QuerySet[Any], keys: Iterable[Any], stop: float) -> bool:
    for some in batched(keys, _AT_ONCE, strict=False):
        if time.monotonic() > stop:
            return False
        _count(records.filter(pk__in=some))
    return True


def total_of(records: QuerySet[Any]) -> dict[tuple[Language, TextState], int]:
    """The texts of all these records' newest versions together, drafts too, by language and state."""
    others = bring_up_to_date(records)
    which = {
        f"{language[:2]}_{state.value}": (language, state) for language in LANGUAGES for state in TextState
    }
    sums = {
        name: Sum(Cast(KeyTextTransform(state.value, KeyTransform(language, COUNTS)), IntegerField()))
        for name, (language, state) in which.items()
    }
    found = records.order_by().aggregate(**sums)
    return {
        key: (found[name] or 0) + sum(each.get(key[0], {}).get(key[1].value, 0) for each in others.values())
        for name, key in which.items()
    }


def with_a_text(records: QuerySet[Any], language: str, state: TextState) -> Q:
    """In a query of these records: those with at least one text in this state."""
    others = bring_up_to_date(records)
    counted = {f"{COUNTS}__{language}__{state.value}__gt": 0}
    return Q(**counted) | Q(
        pk__in=[pk for pk, counts in others.items() if counts.get(language, {}).get(state.value)]
    )


def forget(digests: Collection[str]) -> None:
    """Somebody says something about texts with these digests: they are counted again once that is written."""
    _alone()
    CountedVersion.objects.filter(digests__overlap=list(digests)).update(counts=None)


def _count(records: QuerySet[Any]) -> None:
    names = RowNames()
    read = list(records.order_by().filter(latest_revision__isnull=False).select_related("latest_revision"))
    digests = {record.pk: _digests(record, names) for record in read}
    with transaction.atomic():
        _alone()
        counted = _counted(digests)
        keep(
            [
                CountedVersion(
                    revision=record.latest_revision,
                    written_at=record.latest_revision.created_at,
                    basis=_basis(),
                    digests=sorted(_named(digests[record.pk])),
                    counts=counted[record.pk],
                )
                for record in read
            ]
        )


def _of_no_version(records: QuerySet[Any]) -> dict[Any, Counts]:
    """Counts of pages that were never saved as a version."""
    names = RowNames()
    found: dict[Any, Counts] = {}
    for some in batched(records.order_by().iterator(_AT_ONCE), _AT_ONCE, strict=False):
        found |= _counted({record.pk: _digests(record, names) for record in some})
    return found


def _digests(record: Any, names: RowNames) -> list[Trilingual]:
    return [digests_of(each.text, rich=each.rich) for each in newest_texts(record, names)]


def _counted(digests: dict[Any, list[Trilingual]]) -> dict[Any, Counts]:
    reviews = reviews_of_digests(_named(each for of_one in digests.values() for each in of_one))
    found: dict[Any, Counts] = {}
    for key, of_one in digests.items():
        counts: Counts = {}
        for each in of_one:
            for language, state in states_of_digests(each, reviews).items():
                of_language = counts.setdefault(language, {})
                of_language[state.value] = of_language.get(state.value, 0) + 1
        found[key] = counts
    return found


def _named(digests: Iterable[Trilingual]) -> set[str]:
    return {digest for each in digests for digest in (each.ko, each.zh_hans, each.en)} - {""}


def _alone() -> None:
    """Until the end of the transaction nobody else counts or reviews.

    Who counts would not see a review that is just being written, and whoever writes it not what is just counted.
    """
    wait_for_turn(Lock.COUNTING)


@cache
def _basis() -> str:
    """What stands for how texts are found and their digests made: where that changes, everything is counted again."""
    code = [Path(module.__file__).read_text() for module in (states, texts)]
    fields = sorted(
        (model._meta.label, name, rich)
        for model in translator.get_registered_models()
        for name, _heading, rich in translated_fields(model)
    )
    return hashlib.sha256(json.dumps([code, fields, unicodedata.unidata_version]).encode()).hexdigest()
