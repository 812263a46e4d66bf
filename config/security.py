"""What every answer says to browsers and caches, whichever view made it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

type Answer = Callable[[HttpRequest], HttpResponse]

_ADMIN_PATH = "/admin/"
_NOT_USED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
_PERMISSIONS = ", ".join(f"{feature}=()" for feature in _NOT_USED)


class AnswerMiddleware:
    """An answer that says nothing about caches is kept by none; no other site may embed or read it.

    Stands outside of all that may answer, so that a redirect and an error page say so too.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class PolicyMiddleware:
    """Relaxes the content security policy by path: under /admin/ and nowhere else.

    A decorator on the admin's addresses would miss Wagtail's catch-all ones.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(_ADMIN_PATH) and not hasattr(response, "_csp_config"):
            response._csp_config = settings.SECURE_CSP_ADMIN  # type: ignore[attr-defined]
        return response


class ShorterFormsMiddleware(GZipMiddleware):
    """Sends the admin's pages compressed: an item's form, 850 kB of HTML, in a twelfth, for some thousandths of a second.

    Each by another length than before, as Django does it: how long a page is tells nobody on the way what stands in it.
    Readers' pages are short, and their caches ask for them by what they hold.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        is_page = not response.streaming and response.get("Content-Type", "").startswith("text/html")
        if not is_page or not request.path.startswith(_ADMIN_PATH):
            return response
        shorter: HttpResponse = super().process_response(request, response)
        return shorter
