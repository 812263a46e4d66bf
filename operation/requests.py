"""What happens with every request: it gets an id, one line in the log, and its place in the metrics.

The line names the view, never the path: an address may hold a digest, a search or a name.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse
from structlog.contextvars import bind_contextvars, clear_contextvars

from operation.metrics import REQUEST_SECONDS, REQUESTS

logger = structlog.stdlib.get_logger(__name__)

HEADER = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{7,63}")


class RequestMiddleware:
    """The outermost but for the operator's addresses: what it measures is what the reader waits for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        clear_contextvars()
        request_id = _id_of(request)
        bind_contextvars(request=request_id)
        try:
            response = self.get_response(request)
            response[HEADER] = request_id
            seconds = time.perf_counter() - begun
            view, method = view_of(request), _method(request)
            REQUESTS.labels(view, method, response.status_code).inc()
            REQUEST_SECONDS.labels(view).observe(seconds)
            logger.info(
                "request",
                method=method,
                view=view,
                status=response.status_code,
                ms=round(seconds * 1000, 1),
                **_account_of(request),
            )
        finally:
            clear_contextvars()
        return response


def _id_of(request: HttpRequest) -> str:
    """The id that the proxy gave, if it looks like one; else a new one."""
    given = request.headers.get(HEADER, "")
    return given if _SANE.fullmatch(given) else uuid.uuid4().hex


def view_of(request: HttpRequest) -> str:
    """The name of the view that answered; `none` where no view did, such as for static files."""
    match = request.resolver_match
    return match.view_name if match else "none"


def _method(request: HttpRequest) -> str:
    known = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
    return request.method if request.method in known else "other"


def _account_of(request: HttpRequest) -> dict[str, int]:
    """The account's key, if the answer asked for the account; asking only for the log would cost a query."""
    user = getattr(request, "_cached_user", None)
    return {"account": user.pk} if user is not None and user.is_authenticated else {}
