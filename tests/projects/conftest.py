"""Set-up shared by the tests of items' forms."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.users.models import UserProfile


@pytest.fixture
def administrator(request: pytest.FixtureRequest, account: Any) -> Client:
    """Signed in; in Korean, or in the language that a test names for it."""
    user = account("administrator")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = getattr(request, "param", "ko")
    profile.save()
    made = Client()
    made.force_login(user)
    return made
