"""`/healthz`, `/readyz` and `/metrics`: answered before sessions, hosts and redirects are looked at.

A probe asks by an address and not by a name, over plain HTTP, without a cookie. None of these answers holds
anything that the request says.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from operation import metrics, readiness
from operation.operators import is_operator


class OperatorAddressesMiddleware:
    """The outermost of all: what answers here has met no other middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = _VIEWS.get(request.path_info)
        if view is None:
            return self.get_response(request)
        response = view(request)
        response["Cache-Control"] = "no-store"
        return response


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Whether the process answers at all. Asks nobody else: a dead database is no reason to restart it."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Whether the portal can do its work: 200 or 503. `?part=database` asks only for some parts."""
    known = readiness.names()
    chosen = [name for name in request.GET.getlist("part") if name in known]
    parts = readiness.ask(chosen or None)
    body = readiness.as_json(parts, detailed=is_operator(request))
    response = JsonResponse(body, status=200 if body["ready"] else 503)
    # a probe asks every few seconds: its 503 is an answer, not a fault of this process to log each time
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


@require_safe
def measured(request: HttpRequest) -> HttpResponse:
    """What Prometheus reads. For everyone else the address does not exist."""
    if not is_operator(request):
        return HttpResponse("Not Found\n", status=404, content_type="text/plain")
    return HttpResponse(metrics.exposition(), content_type=metrics.CONTENT_TYPE)


_VIEWS: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "/healthz": alive,
    "/readyz": ready,
    "/metrics": measured,
}
