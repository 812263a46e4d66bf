"""The rows that say what an edition printed for each figure: filled when it is sealed, read by `figure_use`.

An edition of ten thousand items is two hundred megabytes; of these, an item's form asks for a line or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import connection

from briefings.assembly.document import Document, PrintedFigure
from briefings.models import Edition, FigureEntry


class Row(NamedTuple):
    """An entry as PostgreSQL takes it, but for the edition that it belongs to."""

    item: str
    key: str
    printed_ko: str
    printed_zh_hans: str
    printed_en: str


def rows(figures: Iterable[PrintedFigure]) -> Iterator[Row]:
    """The entries of an edition's figures."""
    for figure in figures:
        printed = figure.printed
        yield Row(figure.item, figure.key, printed.ko, printed.zh_hans, printed.en)


def index(edition: Edition, document: Document) -> None:
    """Make the entries of a sealed edition anew."""
    FigureEntry.objects.filter(edition=edition).delete()
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        for row in rows(document.figures):
            copy.write_row((edition.pk, *row))


_COPY = (
    "COPY briefings_figureentry (edition_id, item, key, printed_ko, printed_zh_hans, printed_en) FROM STDIN"
)
