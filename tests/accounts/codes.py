"""What an authenticator app shows."""

from __future__ import annotations

import re
import time
from typing import Any

from django.conf import settings
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

PAGE = "/en/account/second-factor/"


def code_of(key: str, *, later: int = 0) -> str:
    """The six digits of a key now, or some steps of 30 seconds later."""
    app = TOTP(bytes.fromhex(key))
    app.time = time.time() + 30 * later
    return f"{app.token():06d}"


def wrong_code_of(key: str) -> str:
    near = {code_of(key, later=step) for step in range(-3, 4)}
    return next(
        code
        for code in ("000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777")
        if code not in near
    )


def enrol(client: Client) -> tuple[str, list[str]]:
    """Set the second factor up as its page says; key and backup codes."""
    client.get(PAGE)
    key = client.session["second-factor-key"]
    answer = client.post(PAGE, {"code": code_of(key)})
    assert answer.status_code == 200, answer.content.decode()
    return key, re.findall(r"<li><code>([\w-]+)</code></li>", answer.content.decode())


def give_password(name: str, client: Client | None = None, next_page: str = "") -> Any:
    client = client or Client()
    return client.post(
        "/en/sign-in/", {"username": name, "password": settings.DEMO_PASSWORD, "next": next_page}
    )


def forget_pauses() -> None:
    """As if the seconds after a wrong code had gone by."""
    TOTPDevice.objects.update(throttling_failure_timestamp=None, throttling_failure_count=0)
