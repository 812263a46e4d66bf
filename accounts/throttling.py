"""Guessing passwords is slow: after five wrong ones, name and address wait together (django-axes)."""

from __future__ import annotations

import math
from datetime import datetime
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import structlog
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from briefings.readers.views import page_context

logger = structlog.stdlib.get_logger(__name__)

_LONGEST_NAME = 255
_IPV6_NETWORK = 64  # what one household is given: its addresses are one visitor


def client_address(request: HttpRequest) -> str | None:
    """Where the request comes from: the proxy's own hop of X-Forwarded-For, or who connected.

    What stands before that hop was written by the visitor and is not looked at. A header without
    `BEHIND_PROXY` is the visitor's too.
    """
    given = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        given = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or given
    try:
        address: IPv4Address | IPv6Address = ip_address(given)
    except ValueError:  # a Unix socket has no address
        return None
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is None:
            return str(ip_network((int(address), _IPV6_NETWORK), strict=False).network_address)
        address = address.ipv4_mapped
    return str(address)


def attempted_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str | None:
    """The name that was typed, as much of it as an attempt's row holds."""
    given = (credentials or {}).get("username") or request.POST.get("username")
    return str(given)[:_LONGEST_NAME] if given is not None else None


def paused(
    request: HttpRequest,
    original_response: HttpResponse | None = None,
    credentials: dict[str, Any] | None = None,
) -> HttpResponse:
    """429 with the time to try again. It says the same for a name that no account has."""
    until = _until(request, credentials)
    seconds = max(1, math.ceil((until - timezone.now()).total_seconds()))
    logger.warning("sign-in paused", seconds=seconds)
    context = page_context(request) | {"until": until, "minutes": math.ceil(seconds / 60)}
    answer = render(request, "accounts/paused.html", context, status=429)
    answer["Retry-After"] = str(seconds)
    return answer


def _until(request: HttpRequest, credentials: dict[str, Any] | None) -> datetime:
    failed = AccessAttempt.objects.filter(
        username=get_client_username(request, credentials), ip_address=client_address(request)
    ).aggregate(last=Max("attempt_time"))["last"]
    return (failed or timezone.now()) + settings.AXES_COOLOFF_TIME
