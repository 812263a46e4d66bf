"""A briefing editor, who works with terms in English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.users.models import UserProfile


@pytest.fixture
def client(client: Client, account: Callable[[str], Any]) -> Client:
    user = account("briefing-editor")
    client.force_login(user)
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
    return client
