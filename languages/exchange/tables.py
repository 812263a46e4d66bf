"""CSV files: a column for each language, or the columns `source` and `target`."""

from __future__ import annotations

import csv
import io

from languages.exchange.segments import Segment, Unreadable, written
from languages.parity.findings import TextLanguage
from languages.spreadsheets import LONGEST_CELL, is_too_long, plain_cell
from languages.tags import language_of

_NAMES = frozenset(("id", "key", "identifier", "name"))
_TOO_LONG = (
    f"A text of this row is longer than {LONGEST_CELL:,} characters, or the quotation mark that ends it is missing."
    " Divide the text, or add the mark."
)
_QUOTATION = "The table is broken: a quotation mark is missing in this row, or one stands where none may."
_DELIMITERS = (",", "\t", ";")


def read(text: str, source: TextLanguage | None, target: TextLanguage | None) -> list[Segment]:
    """The rows of a table whose first line names its columns.

    Raises:
        Unreadable: no two columns of texts, or a row that does not fit them.
    """
    first_line = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[Segment] = []
    before = 0
    try:
        header = [cell.strip() for cell in next(rows, [])]
        columns = _columns(header, source, target)
        named = next((at for at, name in enumerate(header) if name.lower() in _NAMES), None)
        before = rows.line_num
        for number, row in enumerate(rows, start=1):
            line, before = before + 1, rows.line_num
            if not any(row):
                continue
            if len(row) != len(header):
                raise Unreadable(f"The row has {len(row)} cells, the first line {len(header)}.", line)
            texts = {language: plain_cell(row[at]) for at, language in columns.items()}
            name = row[named].strip() if named is not None else ""
            found.append(Segment(name or str(number), line, written(texts)))
    except csv.Error as error:
        raise Unreadable(_TOO_LONG if is_too_long(error) else _QUOTATION, before + 1) from error
    return found


def _columns(
    header: list[str], source: TextLanguage | None, target: TextLanguage | None
) -> dict[int, TextLanguage]:
    """The language of each column that holds texts, by its place."""
    columns: dict[int, TextLanguage] = {}
    names = [name.lower() for name in header]
    if "source" in names and "target" in names:
        if source is None or target is None:
            raise Unreadable("The columns are source and target. Give --source and --target.", 1)
        return {names.index("source"): source, names.index("target"): target}
    for at, name in enumerate(header):
        language = language_of(name)
        if language is None:
            continue
        if language in columns.values():
            raise Unreadable(f"Two columns hold the same language: {name[:40]}.", 1)
        columns[at] = language
    if len(columns) < 2:
        raise Unreadable(
            "This is neither XLIFF, TMX nor PO, and no CSV file whose first line names"
            " two of the columns ko, zh-Hans, zh-Hant and en, or source and target.",
            1,
        )
    return columns
