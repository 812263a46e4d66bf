"""Tables as CSV files that a spreadsheet opens as text: nothing an editor wrote runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import batched, chain
from typing import Final

LONGEST_CELL: Final = csv.field_size_limit()
"""Characters of a cell that Python's reader takes."""
_ROWS_AT_ONCE = 1_000
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(value: object) -> str:
    """The value as text. One that a spreadsheet would take for a formula gets an apostrophe in front.

    So does what begins with apostrophes before such a sign, or nobody could tell theirs from it.
    """
    text = str(value)
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA_SIGNS) else text


def plain_cell(text: str) -> str:
    """What `safe_cell` was given."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_FORMULA_SIGNS) else text


def is_too_long(error: csv.Error) -> bool:
    """Whether a table cannot be read for the length of a cell; else it is a quotation mark."""
    return "field limit" in str(error)


def as_csv(header: Sequence[object], rows: Iterable[Sequence[object]]) -> bytes:
    """A CSV file in UTF-8, with the mark by which spreadsheets know it."""
    return b"".join(csv_parts(header, rows))


def csv_parts(header: Sequence[object], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """The same file in parts, each when it is asked for."""
    yield b"\xef\xbb\xbf"
    for some in batched(chain([header], rows), _ROWS_AT_ONCE):
        file = io.StringIO()
        csv.writer(file).writerows([safe_cell(each) for each in row] for row in some)
        yield file.getvalue().encode("utf-8", "replace")
