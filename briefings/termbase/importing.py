"""What a term file would change, and changing it: everything in one transaction, or nothing."""

from __future__ import annotations

import hashlib

import msgspec
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from briefings.termbase.columns import Problem, Row, as_given_back, put, repeated, values_of
from briefings.termbase.files import read
from vocabulary.models import Term

MOST_PROBLEMS = 50
"""Shown at once; mending some often mends the rest."""


class CellChange(msgspec.Struct, frozen=True):
    """A value that the file would change."""

    column: str
    old: str
    new: str


class TermChange(msgspec.Struct, frozen=True):
    """A term that the file would add or change."""

    row: Row
    identifier: str
    new: bool
    cells: tuple[CellChange, ...]


class Plan(msgspec.Struct, frozen=True):
    """What taking over a file would do."""

    changes: tuple[TermChange, ...]
    unchanged: int
    not_named: int
    """Terms of the termbase that the file does not name. They stay as they are."""
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """Names the plan: applying is refused when the termbase has changed since it was shown."""
        said = [(change.identifier, change.cells) for change in self.changes]
        return hashlib.sha256(msgspec.json.encode(said)).hexdigest()


class Changed(Exception):
    """The termbase changed after the plan was shown."""


def plan(content: bytes, name: str) -> Plan:
    """What the file would change. Changes nothing.

    Raises:
        Unreadable: the file cannot be read at all.
    """
    rows, problems = read(content, name)
    problems += repeated(rows)
    existing = {term.identifier: term for term in Term.objects.all()}
    changes: list[TermChange] = []
    for row in rows:
        identifier = row.values.get("id", "")
        term = existing.get(identifier)
        before = values_of(term) if term else values_of(Term())
        wrong = put(term or Term(), row)
        problems += wrong
        after = {name: as_given_back(name, text) for name, text in row.values.items()}
        cells = tuple(
            CellChange(column, before[column], text)
            for column, text in after.items()
            if text != before[column] and not wrong
        )
        if cells:
            changes.append(TermChange(row, identifier, term is None, cells))
    named = {row.values.get("id", "") for row in rows}
    return Plan(
        changes=tuple(changes),
        unchanged=len(rows) - len(changes),
        not_named=len([identifier for identifier in existing if identifier not in named]),
        problems=tuple(sorted(problems, key=lambda problem: problem.row)),
    )


@transaction.atomic
def apply(content: bytes, name: str, *, by: AbstractBaseUser | None, expected: str = "") -> Plan:
    """Take the file over; what was changed. With a problem in it, nothing is.

    Args:
        content: the file.
        name: its name.
        by: who takes it over, for the terms' history.
        expected: digest of the plan that was shown; empty to apply whatever the file says now.

    Raises:
        Unreadable: the file cannot be read at all.
        Changed: the termbase has changed since the plan was shown.
    """
    # nobody else changes a term between planning and writing; what another file has brought meanwhile is read once it is there
    list(Term.objects.select_for_update().order_by("pk").values_list("pk"))
    existing = {term.identifier: term for term in Term.objects.all()}
    made = plan(content, name)
    if expected and made.digest != expected:
        raise Changed
    if made.problems:
        return made
    with translation.override(
        settings.LANGUAGE_CODE
    ):  # histories name a term so, whoever takes the file over
        for change in made.changes:
            term = existing.get(change.identifier) or Term()
            put(term, change.row)
            term.save()
            revision = term.save_revision(user=by)
            log(
                instance=term,
                action="wagtail.create" if change.new else "wagtail.edit",
                user=by,
                revision=revision,
                content_changed=True,
            )
    return made


def summary(made: Plan) -> str:
    """The plan in one sentence."""
    new = sum(change.new for change in made.changes)
    return _(
        "%(new)s new, %(changed)s changed, %(same)s as they are; %(left)s not in the file stay as they are."
    ) % {
        "new": new,
        "changed": len(made.changes) - new,
        "same": made.unchanged,
        "left": made.not_named,
    }
