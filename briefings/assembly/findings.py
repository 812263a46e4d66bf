"""What the checks say about a place in the editors' texts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """A blocking finding stops sealing; a warning asks for a look; advice may be ignored."""

    BLOCKING = "blocking"
    WARNING = "warning"
    ADVICE = "advice"


class Place(msgspec.Struct, frozen=True):
    """Which record, which field, which language: enough to link an editor there."""

    record: str
    """item, perspective, group, briefing, strategy, pillar, unit, term or document."""
    slug: str
    field: str = ""
    """Field of the editor's form; rows of a list as `contributions.uam.sentence`."""
    language: str = ""


class Finding(msgspec.Struct, frozen=True):
    """What a check says. Templates turn the code into a sentence of the reader's language."""

    code: str
    severity: Severity
    place: Place
    details: Mapping[str, str] = msgspec.field(default_factory=dict)


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that stop sealing."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCKING)
