"""What a record names by its slug, and the place of a name that leads nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from briefings.content.places import Place


class NamesNothing(Exception):
    """A record names what does not exist."""

    def __init__(self, name: str, place: Place) -> None:
        super().__init__(f"there is no “{name}”.")
        self.place = place


def named[T](known: Mapping[str, T], name: str, *place: str | int) -> T:
    """What is called so.

    Args:
        known: everything that may be named there.
        place: where the record names it.

    Raises:
        NamesNothing: nothing is.
    """
    if name not in known:
        raise NamesNothing(name, place)
    return known[name]
