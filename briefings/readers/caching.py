"""What a cache between the portal and a reader may keep: a public edition, and nothing else."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from briefings import access
from briefings.models import Edition

KEPT_SECONDS = 1
"""How long the nginx before the portal may answer for it. nginx counts whole seconds: a withdrawal holds after two."""


def mark(
    request: HttpRequest, response: HttpResponse, edition: Edition, *, otherwise: str = "private, no-store"
) -> HttpResponse:
    """Let a shared cache keep a public edition as somebody without an account sees it.

    Any cache must ask each time; what it saves is sending the bytes again. The portal's own nginx, which keeps
    nothing for anybody who sends a cookie, may answer by itself for `KEPT_SECONDS`: X-Accel-Expires is for it alone
    and goes no further. A page of somebody who signed in shows their name, and is nobody else's.
    """
    patch_vary_headers(response, ["Cookie"])
    shared = not request.user.is_authenticated and access.is_public(edition)
    response["Cache-Control"] = "public, no-cache" if shared else otherwise
    if shared and settings.ACCEL_REDIRECT:
        response["X-Accel-Expires"] = str(KEPT_SECONDS)
    return response
