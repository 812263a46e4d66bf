"""When a session ends: a working day after its owner signed in, whatever they did meanwhile."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone


@receiver(user_logged_in)
def ends_at_a_moment(request: HttpRequest, **_signal: Any) -> None:
    """Without a moment, Django counts anew from each request that writes into the session."""
    request.session.set_expiry(timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE))
