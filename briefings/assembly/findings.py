"""What the checks say about a place in the editors' texts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from briefings.assembly import canonical


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


class Waiver(msgspec.Struct, frozen=True):
    """A named person's reason for letting a finding stand."""

    digest: str
    """Of the finding and exactly what was judged: another word there, and the waiver holds no more."""
    reason: str
    by: str
    on: date


class Finding(msgspec.Struct, frozen=True):
    """What a check says. Templates turn the code into a sentence of the reader's language."""

    code: str
    severity: Severity
    place: Place
    details: Mapping[str, str] = msgspec.field(default_factory=dict)
    digest: str = ""
    """By what a waiver knows the finding; empty for one that nobody may let stand (`assembly.waivers`)."""
    waiver: Waiver | None = None
    around: tuple[str, str, str] | None = None
    """What it is about with some words before and behind, where it stands in a text: nobody can judge it without them."""
    basis: str = ""
    """Digest of what it rests on beside its details and the texts of its place (`basis_of`); empty if on nothing else."""


def basis_of(*judged: object) -> str:
    """Digest of what a person judges who lets a finding stand, where its place does not say it."""
    try:
        return canonical.digest(judged)
    except UnicodeEncodeError:  # a lone surrogate in a text that is still to be cleaned
        return hashlib.sha256(ascii(judged).encode()).hexdigest()


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that stop sealing: those that nobody has let stand."""
    return tuple(f for f in findings if f.severity is Severity.BLOCKING and f.waiver is None)
