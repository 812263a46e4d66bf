"""What is shown below a text of a form. What is found is decided above this app, so `briefings` fills it in."""

from __future__ import annotations

from typing import Any, Protocol

import msgspec

from languages.trilingual import Trilingual


class Quote(msgspec.Struct, frozen=True):
    """The place that a finding is about, with some words around it."""

    language: str
    before: str
    marked: str
    behind: str


class Fix(msgspec.Struct, frozen=True):
    """What the button says, and the whole text as it would be."""

    label: str
    text: str


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
    def __call__(self, request: Any, record: Any, text: Trilingual, *, rich: bool) -> list[TextFinding]: ...


def _nothing(request: Any, record: Any, text: Trilingual, *, rich: bool) -> list[TextFinding]:
    return []


check_text: CheckText = _nothing
"""Set by `briefings.apps`."""
