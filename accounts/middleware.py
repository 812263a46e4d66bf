"""Nothing is shown or done for a session that owes a code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from accounts import second_factor

_WHERE_IT_IS_SHOWN = frozenset(
    ("sign-in", "sign-in-code", "second-factor", "sign-out", "wagtailadmin_logout")
)


class SecondFactorMiddleware:
    """Stands after OTPMiddleware, before every view: page, API, preview and the admin's own alike."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        match = request.resolver_match
        if match is not None and match.url_name in _WHERE_IT_IS_SHOWN:
            return None
        if not second_factor.owed_by(request.user):
            return None
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        page = "sign-in-code" if second_factor.is_enrolled(request.user) else "second-factor"
        return redirect(f"{reverse(page)}?{urlencode({'next': request.get_full_path()})}")
