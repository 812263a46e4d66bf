"""The answer while something is missing that will be there again in a moment."""

from __future__ import annotations

from django.http import HttpResponse
from django.template import loader

RETRY_SECONDS = 10


def unavailable() -> HttpResponse:
    """503 with the time to try again; needs no database, session or language."""
    page = loader.get_template("503.html").render()
    return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_SECONDS)})
