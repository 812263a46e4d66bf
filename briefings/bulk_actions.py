"""What is done with everything that somebody has ticked in a list of the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse


def list_of(action: Any, request: HttpRequest) -> str:
    """The address of the list in which something was ticked; the admin's home where nobody says which it was.

    Args:
        action: Wagtail's view of what is to be done.
        request: what asked for it.
    """
    # where no list is named, Wagtail names the action itself, which would ask again without what was ticked
    return action.next_url if action.next_url != request.path else reverse("wagtailadmin_home")
