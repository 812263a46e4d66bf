"""Term files: which format one has, how large it may be, and its rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Literal

from django.utils.translation import gettext as _

from briefings.termbase import tbx
from briefings.termbase.columns import BY_NAME, COLUMNS, Problem, Row, as_stored, values_of
from languages.spreadsheets import LONGEST_CELL, as_csv, is_too_long, plain_cell
from vocabulary.interface import listed
from vocabulary.models import Term

type TermFormat = Literal["csv", "tbx"]

LARGEST = 5_000_000
"""Bytes. The whole termbase takes a hundredth of it."""
MOST_TERMS = 5_000


class Unreadable(Exception):
    """The file cannot be read at all; the message says why and what to do."""


def read(content: bytes, name: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a CSV or TBX file, and what is wrong with single ones.

    Args:
        content: the file.
        name: its name, of which the ending tells the format.

    Raises:
        Unreadable: too large, empty, another format, or broken.
    """
    if len(content) > LARGEST:
        raise Unreadable(too_large())
    if not content.strip():
        raise Unreadable(_("The file is empty."))
    ending = name.lower().rpartition(".")[2]
    if ending not in ("csv", "tbx", "xml"):
        raise Unreadable(
            _("“%(name)s” is neither a CSV nor a TBX file. Export the termbase to see the form.")
            % {"name": name[:100]}
        )
    looks_like_xml = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" or content[:2] in (
        b"\xff\xfe",
        b"\xfe\xff",
    )
    if ending == "csv" and looks_like_xml and b"," not in content[:400]:
        raise Unreadable(_("The file is named CSV but does not hold comma-separated text."))
    try:
        rows, problems = _csv_rows(content) if ending == "csv" else tbx.rows(content)
    except tbx.NotTbx as error:
        raise Unreadable(str(error)) from error
    if len(rows) > MOST_TERMS:
        raise Unreadable(
            _("The file holds %(number)s terms; at most %(most)s can be taken over at once.")
            % {"number": len(rows), "most": MOST_TERMS}
        )
    if not rows and not problems:
        raise Unreadable(_("The file holds no term."))
    return [as_stored(row) for row in rows], problems


def too_large() -> str:
    """Said of a file that is not even opened."""
    return _(
        "The file is larger than %(most)s MB. A term file holds terms alone: export the termbase to see the form."
    ) % {"most": LARGEST // 1_000_000}


def written(terms: Iterable[Term], kind: TermFormat) -> bytes:
    """The terms as a file. CSV holds everything; of TBX-Basic's data categories none is for dates of validity."""
    if kind == "tbx":
        return tbx.written(values_of(term) for term in terms)
    rows = (list(values_of(term).values()) for term in terms)
    return as_csv([column.name for column in COLUMNS], rows)


def _csv_rows(content: bytes) -> tuple[list[Row], list[Problem]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            _("The file is not UTF-8 text. In the spreadsheet, save it as “CSV UTF-8”.")
        ) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    problems: list[Problem] = []
    number = 1
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        problems += _header_problems(header)
        if problems:
            return [], problems
        # a cell may hold several lines: rows are counted as a spreadsheet counts them
        for number, cells in enumerate(reader, start=2):
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                what = _("The row has %(number)s cells, the heading %(expected)s.") % {
                    "number": len(cells),
                    "expected": len(header),
                }
                problems.append(Problem(number, "", what))
                continue
            values = {name: plain_cell(cell.strip()) for name, cell in zip(header, cells, strict=True)}
            rows.append(Row(number, values))
    except csv.Error as error:
        if is_too_long(error):
            what = _(
                "A cell is longer than %(most)s characters, or the quotation mark that ends it is missing."
            )
            what %= {"most": f"{LONGEST_CELL:,}"}
        else:
            what = _("A quotation mark is missing in the row, or one stands where none may.")
        problems.append(Problem(number + 1, "", what))
    return rows, problems


def _header_problems(header: list[str]) -> list[Problem]:
    problems = []
    for name in dict.fromkeys(header):
        if name not in BY_NAME:
            what = _("There is no such column. The columns are: %(columns)s.") % {"columns": listed(BY_NAME)}
            problems.append(Problem(1, name[:40] or "–", what))
        elif header.count(name) > 1:
            problems.append(Problem(1, name, _("The column stands there twice.")))
    if "id" not in header and not problems:
        problems.append(Problem(1, "id", _("The column is missing.")))
    return problems
