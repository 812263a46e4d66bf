"""Who may see what is meant for operators: who knows the token, or asks from an operators' network."""

from __future__ import annotations

import hmac
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def is_operator(request: HttpRequest) -> bool:
    """Whether the question comes with the operators' token, or directly from one of their networks.

    A request that a proxy forwarded has the proxy's address, which says nothing about who asks.
    """
    return _knows_token(request) or _is_near(request)


def _knows_token(request: HttpRequest) -> bool:
    scheme, _space, given = request.headers.get("Authorization", "").partition(" ")
    token = settings.OPERATOR_TOKEN
    return bool(
        token and scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode())
    )


def _is_near(request: HttpRequest) -> bool:
    if any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP")):
        return False
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:  # a Unix socket has no address
        return False
    return any(address in network for network in settings.OPERATOR_NETWORKS)
