"""The demonstration prints one password, and it opens."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.test import RequestFactory

from briefings import demonstration

pytestmark = pytest.mark.django_db


def _may_sign_in(username: str, password: str) -> bool:
    request = RequestFactory().post("/ko/sign-in/")
    return authenticate(request, username=username, password=password) is not None


def test_over_a_database_that_outlived_its_folder_the_new_password_opens(settings: Any) -> None:
    settings.DEMO_PASSWORD = "demo-of-a-new-folder"

    accounts = demonstration.ensure_accounts()

    assert [name for name in accounts if not _may_sign_in(name, settings.DEMO_PASSWORD)] == []


def test_a_password_that_somebody_has_set_stays(settings: Any) -> None:
    administrator = get_user_model().objects.get(username="administrator")
    administrator.set_password("chosen by somebody")
    administrator.save()

    demonstration.ensure_accounts()

    assert _may_sign_in("administrator", "chosen by somebody")
    assert _may_sign_in("official", settings.DEMO_PASSWORD)
