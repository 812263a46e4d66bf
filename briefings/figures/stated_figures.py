"""Which records may state a figure's value, or place the figure: read in each version once, and kept.

To look for a value, every text has to be read as a reader would: 300만 is 3 million. For ten thousand items that takes a
minute. So what each record states is kept as numbers, and only those that hold the number sought are read.
"""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import Case, F, Q, When
from wagtail.models import DraftStateMixin

from briefings.assembly.examination import digest_of_checks
from briefings.checking.figure_fixes import meaning
from briefings.models import StatedVersion
from briefings.records.newest_texts import Loaded, load_texts
from briefings.records.record_kinds import MODELS
from briefings.records.text_versions import Version, is_published_otherwise, versions
from languages import parity
from languages.placeholders import references
from languages.states import words_of
from languages.trilingual import LANGUAGES, Language, Trilingual
from projects.models import CooperationItem
from reviews.read_versions import keep, unread

SMALL = 10
"""Up to here a count says something in its own item alone: 네 축 and 4 cities are everywhere."""
# 百分比 is the name of a unit, and says nothing
VOCABULARY = frozenset(("term", "unit"))
_EVERYWHERE = frozenset(("year", "decade", "month", "quarter", "half", "ordinal", "rank"))


_KEPT = tuple(kind for kind in MODELS if kind not in VOCABULARY)
_AT_ONCE = 50
"""Records that are read together."""


def may_hold(item: CooperationItem, key: str, values: Iterable[Trilingual]) -> list[Loaded]:
    """The records in whose newest or published version the figure may stand, by its key or as one of these values."""
    bring_up_to_date()
    facts = {
        _number(language, fact)
        for value in values
        for language in LANGUAGES
        if len(found := parity.facts(value[language], language)) == 1
        for fact in found
    }
    row = "latest_revision__statedversion"
    holds = Q(**{f"{row}__facts__overlap": sorted(facts)}) | Q(
        **{f"{row}__placed__contains": [f"{item.slug}/{key}"]}
    )
    slugs: set[str] = set()
    for kind in _KEPT:
        records = MODELS[kind].objects.filter(holds | Q(latest_revision=None) | _is(kind, item))
        slugs |= set(records.values_list("slug", flat=True))
    return [*load_texts(sorted(VOCABULARY)), *load_texts(_KEPT, slugs=slugs)]


def bring_up_to_date(seconds: float = math.inf) -> bool:
    """Read what was written or published since it was read last; whether nothing is left.

    Args:
        seconds: after which nothing more is begun; the next call goes on.
    """
    stop = time.monotonic() + seconds
    for kind in _KEPT:
        waiting = unread(StatedVersion, _basis()) | ~Q(
            latest_revision__statedversion__published=_published(kind)
        )
        records = MODELS[kind].objects.filter(waiting, latest_revision__isnull=False)
        slugs = list(records.order_by("-latest_revision").values_list("slug", flat=True))
        for position in range(0, len(slugs), _AT_ONCE):
            if time.monotonic() > stop:
                return False
            _read(list(load_texts((kind,), slugs=slugs[position : position + _AT_ONCE])))
    return True


def _is(kind: str, item: CooperationItem) -> Q:
    return Q(pk=item.pk) if kind == "item" else Q(pk=None)


def _published(kind: str) -> Any:
    """In a query: the version that is published beside another newest one, or 0."""
    if not issubclass(MODELS[kind], DraftStateMixin):
        return 0
    return Case(
        When(live=True, has_unpublished_changes=True, live_revision__isnull=False, then=F("live_revision")),
        default=0,
    )


def _read(loaded: Collection[Loaded]) -> None:
    facts: dict[int, set[int]] = {id(each): set() for each in loaded}
    placed: dict[int, set[str]] = {id(each): set() for each in loaded}
    for version in versions(loaded):
        facts[id(version.loaded)] |= set(_numbers(version))
        placed[id(version.loaded)] |= set(_placed(version))
    keep(
        [
            StatedVersion(
                revision=revision,
                written_at=revision.created_at,
                basis=_basis(),
                published=_published_of(each.record),
                facts=sorted(facts[id(each)]),
                placed=sorted(placed[id(each)]),
            )
            for each in loaded
            if (revision := each.record.latest_revision) is not None
        ]
    )


def _published_of(record: Any) -> int:
    return (record.live_revision_id or 0) if is_published_otherwise(record) else 0


def _numbers(version: Version) -> Iterator[int]:
    for language, text in version.text.text.items():
        for fact in parity.facts(words_of(text, rich=version.text.rich), language) if text else ():
            if is_telling(fact):
                yield _number(language, fact)


def _placed(version: Version) -> Iterator[str]:
    own = version.loaded.slug if version.loaded.kind == "item" else ""
    for _language, text in version.text.text.items():
        for reference in references(text):
            yield f"{reference.item or own}/{reference.key}"


def _number(language: Language, fact: parity.Fact) -> int:
    """What stands for a fact's meaning: alike in every process, for 100 and 1E+2 too."""
    said = [
        language,
        *(str(Fraction(each)) if isinstance(each, (int, Decimal)) else str(each) for each in meaning(fact)),
    ]
    return int.from_bytes(hashlib.sha256("\n".join(said).encode()).digest()[:8], signed=True)


def is_telling(fact: parity.Fact) -> bool:
    small = fact.kind == "count" and not isinstance(fact.value, str) and fact.value <= SMALL
    return not small and fact.kind not in _EVERYWHERE


@cache
def _basis() -> str:
    """What stands for how facts are read: where that changes, everything is read again."""
    here = Path(__file__).resolve()
    return hashlib.sha256(digest_of_checks(here.parents[2]).encode() + here.read_bytes()).hexdigest()
