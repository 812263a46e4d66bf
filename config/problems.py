"""Pages for requests that could not be answered: without database, session or language, so that they always come."""

from __future__ import annotations

import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

from briefings.problems import unavailable
from config.rows import TooManyRows
from config.uploads import UploadRefused


def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 with the time to try again, where the database does not answer."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return unavailable()
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; 413 for a form that is too large; and a word of its own for a file or for rows that are not taken."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return HttpResponse(loader.get_template("413.html").render(), status=413)
    if isinstance(exception, UploadRefused | TooManyFilesSent):
        return HttpResponse(loader.get_template("400_upload.html").render(), status=400)
    if isinstance(exception, TooManyRows):
        return HttpResponse(loader.get_template("400_rows.html").render(), status=400)
    return HttpResponse(loader.get_template("400.html").render(), status=400)
