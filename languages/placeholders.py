"""References to figures inside a text: `[[key]]`, or `[[item-slug/key]]` for another item's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

NAME = "[a-z0-9-]+"
"""What the slug of an item and the key of a figure are made of."""

_REFERENCE = re.compile(rf"\[\[\s*(?:(?P<item>{NAME})/)?(?P<key>{NAME})\s*\]\]")
_ANY_BRACKETS = re.compile(r"\[\[(?P<inside>[^\[\]]*)\]\]")


class Reference(msgspec.Struct, frozen=True, gc=False):
    """A figure that a text refers to; `item` is empty for a figure of the text's own item."""

    item: str
    key: str


def references(text: str) -> list[Reference]:
    """The figures that `text` refers to, in the order of the text."""
    if "[[" not in text:
        return []
    return [Reference(found["item"] or "", found["key"]) for found in _REFERENCE.finditer(text)]


def malformed(text: str) -> list[str]:
    """What stands in double brackets and is no reference, such as `[[Aircraft!]]`."""
    return [found[0] for found in _ANY_BRACKETS.finditer(text) if not _REFERENCE.fullmatch(found[0])]


def pieces(text: str) -> Iterator[str | Reference]:
    """`text` cut into plain strings and references, in order."""
    if "[[" not in text:
        if text:
            yield text
        return
    at = 0
    for found in _REFERENCE.finditer(text):
        if found.start() > at:
            yield text[at : found.start()]
        yield Reference(found["item"] or "", found["key"])
        at = found.end()
    if at < len(text):
        yield text[at:]
