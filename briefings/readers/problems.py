"""Answers while something is missing: it will be there again in a moment, or an operator has to bring it back."""

from __future__ import annotations

from django.http import HttpResponse
from django.template import loader

RETRY_SECONDS = 10


def unavailable() -> HttpResponse:
    """503 with the time to try again; needs no database, session or language."""
    page = loader.get_template("503.html").render()
    return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_SECONDS)})


def no_file() -> HttpResponse:
    """500 for a file that only the operator can bring back: an edition has it, the portal does not."""
    return HttpResponse(loader.get_template("500_file.html").render(), status=500)
