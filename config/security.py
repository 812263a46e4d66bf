"""Which content security policy a path gets, and who may keep a copy of an answer."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_ADMIN_PATHS = ("/admin/", "/django-admin/")


class PolicyMiddleware:
    """Relaxes the policy by path.

    A decorator on the admin's addresses would miss Wagtail's catch-all ones.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(_ADMIN_PATHS) and not hasattr(response, "_csp_config"):
            response._csp_config = settings.SECURE_CSP_ADMIN  # type: ignore[attr-defined]
        return response


class PrivateByDefault:
    """No cache between the portal and a reader keeps an answer, unless its view says otherwise.

    What an address answers depends on who asks. A reader's own browser may keep it, but must ask each time.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response
