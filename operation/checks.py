"""What `manage.py check --deploy` asks beside Django's own questions."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register  # noqa: A004
from django.http.request import validate_host

_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


@register(Tags.security, deploy=True)
def address_is_known(**_options: Any) -> list[CheckMessage]:
    """Files print the portal's address for ever, so it is set before the first edition is sealed."""
    host = urlsplit(settings.PORTAL_ADDRESS).hostname or ""
    if host in _THIS_MACHINE:
        said = f"PORTAL_ADDRESS is {settings.PORTAL_ADDRESS}: every file would print it as the address to verify it."
        return [Warning(said, hint="Set it to the address that readers know.", id="portal.W001")]
    if settings.ALLOWED_HOSTS and not validate_host(host, settings.ALLOWED_HOSTS):
        said = f"ALLOWED_HOSTS lacks {host}, the host of PORTAL_ADDRESS: its every page would answer 400."
        return [Warning(said, hint=f"Add {host} to ALLOWED_HOSTS.", id="portal.W002")]
    return []


@register(Tags.security, deploy=True)
def https_is_seen(**_options: Any) -> list[CheckMessage]:
    """gunicorn speaks HTTP: without the proxy's word, every request looks as if it came without HTTPS."""
    if settings.BEHIND_PROXY or not settings.SECURE_SSL_REDIRECT:
        return []
    said = "BEHIND_PROXY is false, and plain HTTP is sent to HTTPS: behind nginx every page would lead to itself."
    return [Warning(said, hint="Set BEHIND_PROXY=true where nginx stands before it.", id="portal.W003")]


@register(Tags.security, deploy=True)
def staff_show_a_code(**_options: Any) -> list[CheckMessage]:
    """What was meant for a demonstration is not left on a server."""
    if settings.SECOND_FACTOR_REQUIRED:
        return []
    said = "SECOND_FACTOR_REQUIRED is false: a password alone opens the admin."
    return [Warning(said, hint="Set it to true, or leave it out.", id="portal.W004")]


@register(Tags.files, deploy=True)
def files_can_be_stored(**_options: Any) -> list[CheckMessage]:
    """Editions' files have a place that this account may write to."""
    folder = settings.MEDIA_ROOT
    if os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK):
        return []
    said = f"MEDIA_ROOT is {folder}, which is no folder that this account may write to: no edition would get its files."
    return [Warning(said, hint="Make it, or give it to the portal's account.", id="portal.W005")]
