"""What an editor who takes a fix has then."""

from __future__ import annotations

from collections.abc import Iterable

from reviews.checking import Change


def with_changes(text: str, changes: Iterable[Change]) -> str:
    """`text` with the changes made."""
    made, at = "", 0
    for change in changes:
        made += text[at : change.start] + change.text
        at = change.end
    return made + text[at:]
