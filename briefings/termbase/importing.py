"""What a term file would change, and changing it: everything in one transaction, or nothing."""

from __future__ import annotations

import hashlib

import msgspec
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import ModelLogEntry, Revision

from briefings.termbase.columns import Problem, Row, as_given_back, put, repeated, values_of
from briefings.termbase.files import read
from reviews.locks import Lock, wait_for_turn
from vocabulary.models import Term

MOST_PROBLEMS = 50
"""Shown at once; mending some often mends the rest."""
_FIELDS = [field.name for field in Term._meta.concrete_fields if not field.primary_key]


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
    wait_for_turn(Lock.TERM_FILES)  # also where there is no term yet, whose row could be locked
    # nobody else changes a term between planning and writing; what another file has brought meanwhile is read once it is there
    list(Term.objects.select_for_update().order_by("pk").values_list("pk"))
    existing = {term.identifier: term for term in Term.objects.all()}
    made = plan(content, name)
    if expected and made.digest != expected:
        raise Changed
    if made.problems:
        return made
    # histories name a term so, whoever takes the file over
    with translation.override(settings.LANGUAGE_CODE):
        terms = [existing.get(change.identifier) or Term() for change in made.changes]
        for term, change in zip(terms, made.changes, strict=True):
            before = term.status
            put(term, change.row)
            if term.status != before:
                term.note_agreement(by)
        _save(terms, by)
    return made


def _save(terms: list[Term], by: AbstractBaseUser | None) -> None:
    """As `save`, `save_revision` and `log` save one term, which is asked no more: a statement or two for each table.

    One by one, five thousand terms take longer than a web server lets a request take. Nobody listens to the saving of
    a term, of its revision or of its log entry; a test says when somebody does.
    """
    new = [term for term in terms if term.pk is None]
    created = {id(term) for term in new}
    Term.objects.bulk_create(new)
    kind = ContentType.objects.get_for_model(Term)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=kind,
            base_content_type=kind,
            object_id=str(term.pk),
            created_at=timezone.now(),
            user=by,
            object_str=str(term),
            content=term.serializable_data(),
        )
        for term in terms
    )
    for term, revision in zip(terms, revisions, strict=True):
        term.latest_revision = revision
    # every term has its row by now, so this changes rows; `bulk_update` would compare each with each
    Term.objects.bulk_create(terms, update_conflicts=True, unique_fields=["pk"], update_fields=_FIELDS)
    context = get_active_log_context()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=kind,
            object_id=str(term.pk),
            label=str(term),
            action="wagtail.create" if id(term) in created else "wagtail.edit",
            timestamp=timezone.now(),
            uuid=context.uuid,
            user=by or context.user,
            revision=revision,
            content_changed=True,
        )
        for term, revision in zip(terms, revisions, strict=True)
    )


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
