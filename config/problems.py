"""The page for what went wrong on our side: without database, session or language, so that it always comes."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

RETRY_SECONDS = 10


def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 with the time to try again, where the database does not answer."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return HttpResponse(
            loader.get_template("503.html").render(), status=503, headers={"Retry-After": str(RETRY_SECONDS)}
        )
    return HttpResponse(loader.get_template("500.html").render(), status=500)
