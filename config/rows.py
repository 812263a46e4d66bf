"""A form says how many rows it has; Django makes as many, sent or not. Here it is taken at its rows instead."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.forms import IntegerField
from django.http import HttpRequest, HttpResponse

_TOTAL = "-TOTAL_FORMS"
_AS_DJANGO_READS = IntegerField()
"""1_000, +1000, 01000 and 1000.0 are a thousand to it too."""
_ROW = re.compile(r"-([0-9]{1,9})(?=-)")


class TooManyRows(SuspiciousOperation):
    """A form claims more rows than it sent, or more than any form has."""


class RowsMiddleware:
    """Refuses a form's rows before any is made: an empty row costs Wagtail some hundredths of a second.

    Stands behind the CSRF check, which reads the form too. A view that sets upload handlers of its own
    reads its form itself, and is passed over as that check passes over it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if request.method == "POST" and not getattr(view, "csrf_exempt", False):
            check_rows(request.POST.items(), most=settings.FORM_ROWS_MOST)


def check_rows(fields: Iterable[tuple[str, object]], *, most: int) -> None:
    """Asks that a form's rows are there.

    Args:
        fields: names and values as they were sent.
        most: rows of all kinds together.

    Raises:
        TooManyRows: more rows are claimed than `most`, or than were sent.
    """
    claimed: dict[str, int] = {}
    sent: dict[str, set[int]] = defaultdict(set)
    for name, value in fields:
        if name.endswith(_TOTAL):
            # what is no number is refused by its form, with its reason
            with suppress(ValidationError):
                number = _AS_DJANGO_READS.to_python(value) or 0
                claimed[name.removesuffix(_TOTAL)] = min(max(number, 0), most + 1)
        else:
            # a row may have rows of its own: figures-0-notes-1-text
            for row in _ROW.finditer(name):
                sent[name[: row.start()]].add(int(row[1]))
    if sum(claimed.values()) > most:
        raise TooManyRows(f"A form claims more than {most} rows.")
    for prefix, rows in claimed.items():
        if rows > len(sent[prefix]):
            raise TooManyRows(f"A form claims {rows} rows of a kind and sent {len(sent[prefix])}.")
