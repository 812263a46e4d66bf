"""Which edition replaced which: decided from numbers and withdrawals alone, for every page that says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

type State = Literal["released", "superseded", "replacement-withdrawn", "withdrawn"]


class Released(NamedTuple):
    """A released edition, as far as its place among the others depends on it."""

    key: int
    series: tuple[int, str]
    """Briefing and audience: editions of one series replace each other."""
    number: tuple[int, int]
    withdrawn: bool


class Standing(NamedTuple):
    """What became of a released edition."""

    state: State
    by: int | None = None
    """The edition that replaced it: the newest that holds, or had replaced it until it was withdrawn."""


def standings(released: Iterable[Released]) -> dict[int, Standing]:
    """What became of each of these editions, by its key.

    The newest that holds replaces every earlier one. If every later one was withdrawn, an edition holds again, but
    the office had replaced it for a reason: its readers are told of the newest of those.

    Args:
        released: of each series all that a reader may know of.
    """
    found: dict[int, Standing] = {}
    holding: dict[tuple[int, str], int] = {}
    taken_back: dict[tuple[int, str], int] = {}
    for each in sorted(released, key=lambda each: each.number, reverse=True):
        if each.withdrawn:
            found[each.key] = Standing("withdrawn")
            taken_back.setdefault(each.series, each.key)
        elif each.series in holding:
            found[each.key] = Standing("superseded", holding[each.series])
        else:
            holding[each.series] = each.key
            before = taken_back.get(each.series)
            found[each.key] = Standing("released" if before is None else "replacement-withdrawn", before)
    return found
