"""Whether a test has changed the sample yet: what was read of it before then still holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client

_READS = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT|SET CONSTRAINTS)\b")
# signing in, opening a page, and choosing the admin's language
_OF_A_VISIT = re.compile(
    r'\s*(INSERT INTO|UPDATE|DELETE FROM) "(django_session|axes_\w+|wagtailadmin_editingsession|wagtailusers_userprofile)"'
    r'|\s*UPDATE "auth_user" SET "last_login" = %s WHERE'
)
_changed_in: list[Any] = []


def watch() -> None:
    """Begin to look at what this process writes."""
    connection.execute_wrappers.append(_note)


def is_unchanged() -> bool:
    """Whether the database holds the sample, and no more than visits to its pages beside.

    Not known, and so False, outside the transaction of a test: what is written there may stay, or another process
    may write.
    """
    return bool(connection.atomic_blocks) and connection.atomic_blocks[0] not in _changed_in


def page_at(client: Client, address: str) -> str:
    """A page as an account sees it, asked for once as long as it shows the sample."""
    asked = *visitor(client), address
    unchanged = is_unchanged()
    if not (unchanged and asked in _pages):
        page = client.get(address).content.decode()
        if not unchanged:
            return page
        _pages[asked] = page
    return _pages[asked]


_pages: dict[tuple[object, ...], str] = {}


def visitor(client: Client) -> tuple[object, ...]:
    """By what a page may differ: the account, and the language that it has chosen for the admin."""
    from wagtail.users.models import (
        UserProfile,
    )  # the set-up of all tests imports this before the apps are ready

    account = client.session.get("_auth_user_id")
    languages = UserProfile.objects.filter(user_id=account).values_list("preferred_language", flat=True)
    return account, *languages


def _note(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
    if not _READS.match(str(sql)) and not _OF_A_VISIT.match(str(sql)):
        # the outermost block is the test's: another test has another, and begins with the sample again
        _changed_in[:] = connection.atomic_blocks[:1]
    return execute(sql, params, many, context)
