"""What a cache between the portal and a reader may keep: a public edition, and nothing else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from briefings import access
from briefings.models import Edition


def mark(
    request: HttpRequest, response: HttpResponse, edition: Edition, *, otherwise: str = "private, no-store"
) -> HttpResponse:
    """Let a shared cache keep a public edition as somebody without an account sees it.

    The cache must ask each time, so a withdrawal holds at once; what it saves is sending the bytes again.
    A page of somebody who signed in shows their name, and is nobody else's.
    """
    patch_vary_headers(response, ["Cookie"])
    shared = not request.user.is_authenticated and access.is_public(edition)
    response["Cache-Control"] = "public, no-cache" if shared else otherwise
    return response
