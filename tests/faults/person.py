"""Somebody at a browser, as far as the web server can tell."""

from __future__ import annotations

import re

import requests
from django.contrib.auth import get_user_model
from django.test import Client

from briefings.models import Briefing


class Person:
    """A signed-in account over real HTTP."""

    def __init__(self, address: str, name: str) -> None:
        self._address = address
        self._session = requests.Session()
        client = Client()
        client.force_login(get_user_model().objects.get(username=name))
        for cookie in client.cookies.values():
            self._session.cookies.set(cookie.key, cookie.value)

    def get(self, path: str) -> requests.Response:
        return self._session.get(self._address + path, timeout=30)

    def press_assemble(self, briefing: Briefing, *audiences: str) -> requests.Response:
        """Open the briefing's desk and press the button; the page that comes."""
        desk = f"/admin/briefings/{briefing.pk}/desk/"
        page = self.get(desk)
        assert page.status_code == 200
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
        assert token is not None
        return self._session.post(
            f"{self._address}{desk}assemble/",
            data={
                "csrfmiddlewaretoken": token[1],
                "audiences": audiences or ("partner",),
                "number_step": "minor",
            },
            headers={"Referer": self._address + desk},
            timeout=30,
        )
