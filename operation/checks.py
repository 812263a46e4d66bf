"""What `manage.py check --deploy` asks beside Django's own questions."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register  # noqa: A004

_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


@register(Tags.security, deploy=True)
def address_is_known(**_options: Any) -> list[CheckMessage]:
    """Files print the portal's address for ever, so it is set before the first edition is sealed."""
    if urlsplit(settings.PORTAL_ADDRESS).hostname not in _THIS_MACHINE:
        return []
    said = (
        f"PORTAL_ADDRESS is {settings.PORTAL_ADDRESS}: every file would print it as the address to verify it."
    )
    return [Warning(said, hint="Set it to the address that readers know.", id="portal.W001")]
