"""How an item is previewed. What an edition prints is decided above this app, so `briefings` fills this in."""

from __future__ import annotations

from typing import Any, Protocol

from django.http import Http404, HttpRequest, HttpResponse


class PreviewItem(Protocol):
    def __call__(self, request: HttpRequest, *, item: Any, language: str) -> HttpResponse: ...


def _nothing(request: HttpRequest, *, item: Any, language: str) -> HttpResponse:
    raise Http404


preview_item: PreviewItem = _nothing
"""Set by `briefings.apps`."""
