"""A term as a row of texts, the form in which termbases are exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Literal

import msgspec
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from languages.columns import column as in_language
from languages.columns import one_a_line
from languages.spaces import single_spaced
from languages.trilingual import LANGUAGES
from vocabulary.interface import listed
from vocabulary.models import Term, TermStatus
from vocabulary.subjects import SUBJECTS

type ColumnKind = Literal["text", "variants", "date", "status", "subject"]

SEPARATOR = " | "
"""Between the variants of one cell."""


class Column(msgspec.Struct, frozen=True):
    """A column of the exchanged table and the field that it fills."""

    name: str
    field: str
    kind: ColumnKind = "text"


COLUMNS: tuple[Column, ...] = (
    Column("id", "identifier"),
    Column("subject", "subject", "subject"),
    Column("status", "status", "status"),
    Column("ko", "preferred_ko"),
    Column("zh-hans", "preferred_zh_hans"),
    Column("en", "preferred_en"),
    Column("zh-hant", "traditional"),
    Column("forbidden-ko", "forbidden_ko", "variants"),
    Column("forbidden-zh-hans", "forbidden_zh_hans", "variants"),
    Column("forbidden-en", "forbidden_en", "variants"),
    Column("definition-ko", "definition_ko"),
    Column("definition-zh-hans", "definition_zh_hans"),
    Column("definition-en", "definition_en"),
    Column("note", "note"),
    Column("agreed-by", "agreed_by"),
    Column("agreed-on", "agreed_on", "date"),
    Column("valid-from", "valid_from", "date"),
    Column("valid-until", "valid_until", "date"),
)
BY_NAME: dict[str, Column] = {column.name: column for column in COLUMNS}
_BY_FIELD: dict[str, Column] = {column.field: column for column in COLUMNS}


_NAMES = frozenset(
    column.name for column in COLUMNS if isinstance(Term._meta.get_field(column.field), models.CharField)
)
"""Columns of one line; a cell of a spreadsheet, or an element of XML, may break it."""
_CODES: dict[ColumnKind, Mapping[str, str | Promise]] = {
    "status": dict(TermStatus.choices),
    "subject": SUBJECTS,
}
"""Columns of a closed list, or of one that may grow: codes and what people call them."""


class Problem(msgspec.Struct, frozen=True):
    """Why a file cannot be taken over: the row as a person counts it, the column, and what is wrong."""

    row: int
    column: str
    what: str

    def __str__(self) -> str:
        if not self.row:
            return self.what
        if not self.column:
            return _("Row %(row)s: %(what)s") % {"row": self.row, "what": self.what}
        return _("Row %(row)s, column %(column)s: %(what)s") % {
            "row": self.row,
            "column": self.column,
            "what": self.what,
        }


class Row(msgspec.Struct, frozen=True):
    """One term of a file: only the columns that the file has."""

    number: int
    values: Mapping[str, str]


def values_of(term: Term) -> dict[str, str]:
    """The term as texts, by column."""
    values = {}
    for column in COLUMNS:
        value = getattr(term, column.field)
        if column.kind == "variants":
            value = SEPARATOR.join(one_a_line(value))
        values[column.name] = value.isoformat() if isinstance(value, date) else (value or "")
    return values


def as_given_back(name: str, text: str) -> str:
    """A cell's text as `values_of` gives it back once it is stored."""
    return SEPARATOR.join(_variants(text)) if BY_NAME[name].kind == "variants" else text


def _variants(text: str) -> list[str]:
    """A cell may hold each on a line of its own."""
    return [each for part in text.split(SEPARATOR.strip()) for each in one_a_line(part)]


def as_stored(row: Row) -> Row:
    """The row with codes where it has the words of them, in any language of the interface, and names on one line."""
    values = {
        name: _codes(BY_NAME[name].kind).get(text, single_spaced(text) if name in _NAMES else text)
        for name, text in row.values.items()
    }
    return Row(row.number, values)


@cache
def _codes(kind: ColumnKind) -> dict[str, str]:
    codes: dict[str, str] = {}
    for language in LANGUAGES:
        with override(language):
            codes |= {str(label): code for code, label in _CODES.get(kind, {}).items()}
    return codes | {code: code for code in _CODES.get(kind, {})}


def _allowed(kind: ColumnKind) -> str:
    """The codes of a column, with what the reader calls them."""
    return listed(
        code if code == str(label) else _("%(name)s (%(identifier)s)") % {"name": code, "identifier": label}
        for code, label in _CODES[kind].items()
    )


def put(term: Term, row: Row) -> list[Problem]:
    """Write a row's values into `term`, unsaved; what the form would refuse."""
    problems: list[Problem] = []
    for name, text in row.values.items():
        column = BY_NAME[name]
        try:
            setattr(term, column.field, _value(column, text))
        except ValueError as error:
            problems.append(Problem(row.number, name, str(error)))
    if problems:
        return problems
    try:
        # nothing else of the term is read from the database
        term.full_clean(exclude={"latest_revision"}, validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        for field, messages in error.message_dict.items():
            if in_language(field, "ko") in error.message_dict:
                continue  # what the Korean lacks is said once more of the field without a language
            column_name = _BY_FIELD[field].name if field in _BY_FIELD else ""
            problems += [Problem(row.number, column_name, message) for message in messages]
    return problems


def _value(column: Column, text: str) -> object:
    if "\x00" in text:
        raise ValueError(_("The cell holds a character that is no text."))
    match column.kind:
        case "variants":
            return "\n".join(_variants(text))
        case "date":
            if not text:
                return None
            try:
                return date.fromisoformat(text)
            except ValueError:
                raise ValueError(_("“%(text)s” is no date such as 2025-11-06.") % {"text": text}) from None
        case "status":
            if text not in TermStatus.values:
                raise ValueError(
                    _("“%(text)s” is none of: %(allowed)s.") % {"text": text, "allowed": _allowed("status")}
                )
            return text
        case "subject":
            try:
                if text:  # the form asks for one in its own words
                    validate_slug(text)
            except ValidationError:
                raise ValueError(
                    _(
                        "“%(text)s” is no subject. Write one of these, or a new one in Latin letters, digits and"
                        " hyphens: %(allowed)s."
                    )
                    % {"text": text, "allowed": _allowed("subject")}
                ) from None
            return text
        case "text":
            return text


def repeated(rows: Iterable[Row]) -> list[Problem]:
    """Rows that name a term which an earlier row has named."""
    first: dict[str, int] = {}
    problems = []
    for row in rows:
        identifier = row.values.get("id", "")
        if identifier in first:
            what = _("“%(id)s” stands in row %(row)s already.") % {"id": identifier, "row": first[identifier]}
            problems.append(Problem(row.number, "id", what))
        first.setdefault(identifier, row.number)
    return problems
