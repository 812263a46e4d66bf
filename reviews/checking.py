"""What is shown below a text of a form. What is found is decided above this app, so `briefings` fills it in."""

from __future__ import annotations

import json
from typing import Any, Protocol

import msgspec

from languages.trilingual import Language, Trilingual


class Quote(msgspec.Struct, frozen=True):
    """The place that a finding is about, with some words around it; places near each other stand in one."""

    language: str
    before: str
    marked: str
    behind: str
    more: tuple[tuple[str, str], ...] = ()
    """Further places behind the first: what stands between, and what is marked."""


class Change(msgspec.Struct, frozen=True):
    """Other words for the characters of a text from `start` up to, not including, `end`."""

    start: int
    end: int
    text: str


class Fix(msgspec.Struct, frozen=True):
    """What the button says, and what it changes: places of the text as it was checked, in their order."""

    label: str
    changes: tuple[Change, ...]
    insert: str = ""
    """What is inserted instead of the changes where the text is being written, if it is."""
    label_at_cursor: str = ""
    """What the button says then."""

    @property
    def as_json(self) -> str:
        """For the button: `[[start, end, text], …]`, in characters (code points)."""
        return json.dumps([[each.start, each.end, each.text] for each in self.changes])


class TextFinding(msgspec.Struct, frozen=True):
    """A finding in the editor's language."""

    code: str
    severity: str
    severity_label: str
    language: str
    """Below which text it stands."""
    sentence: str
    quotes: tuple[Quote, ...] = ()
    fix: Fix | None = None


class CheckText(Protocol):
    """`only` is the one language of a text that nobody translates."""

    def __call__(
        self,
        request: Any,
        record: Any,
        field: str,
        text: Trilingual,
        *,
        rich: bool,
        only: Language | None = None,
    ) -> list[TextFinding]: ...


def _nothing(
    request: Any, record: Any, field: str, text: Trilingual, *, rich: bool, only: Language | None = None
) -> list[TextFinding]:
    return []


check_text: CheckText = _nothing
"""Set by `briefings.apps`."""
