"""Where two versions of a text differ, so that a fix changes these places and nothing around them."""

from __future__ import annotations

from collections.abc import Iterable

from reviews.checking import Change

_ALIKE = 3
"""Characters that must agree before the versions count as being in step again."""
_FURTHEST = 120
"""A fix changes names and signs: versions that stay apart for longer differ up to their end."""
_STRIDE = 1_024


def changes_between(old: str, new: str) -> tuple[Change, ...]:
    """The changes that make `new` of `old`, in their order; each is as short as it can be seen to be."""
    found: list[Change] = []
    at_old = at_new = 0
    while True:
        same = _alike(old, at_old, new, at_new)
        at_old, at_new = at_old + same, at_new + same
        if at_old == len(old) and at_new == len(new):
            return tuple(found)
        gone, come = _apart(old, at_old, new, at_new)
        found.append(Change(at_old, at_old + gone, new[at_new : at_new + come]))
        at_old, at_new = at_old + gone, at_new + come


def moved(changes: Iterable[Change], by: int) -> tuple[Change, ...]:
    """The changes of a part, as places of the text in which it begins at `by`."""
    return tuple(Change(each.start + by, each.end + by, each.text) for each in changes)


def _alike(old: str, at_old: int, new: str, at_new: int) -> int:
    same = 0
    while (stride := old[at_old + same : at_old + same + _STRIDE]) and new.startswith(stride, at_new + same):
        same += len(stride)
    rest = zip(old[at_old + same :][:_STRIDE], new[at_new + same :][:_STRIDE], strict=False)
    for one, other in rest:
        if one != other:
            break
        same += 1
    return same


def _apart(old: str, at_old: int, new: str, at_new: int) -> tuple[int, int]:
    """How many characters of each differ from here."""
    for together in range(1, _FURTHEST):
        # as many of one as of the other first: a sign for a sign, a name for a name
        for gone in sorted(range(together + 1), key=lambda gone: abs(together - 2 * gone)):
            come = together - gone
            if at_old + gone > len(old) or at_new + come > len(new):
                continue
            behind = old[at_old + gone : at_old + gone + _ALIKE]
            if behind == new[at_new + come : at_new + come + _ALIKE]:
                return gone, come
    return len(old) - at_old, len(new) - at_new
