"""Whether a test has changed the sample yet: what was read of it before then still holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import connection

_READS = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT|SET CONSTRAINTS)\b")
# signing in, opening a page, and choosing the admin's language, by which readers of `is_unchanged` tell answers apart
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


def _note(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
    if not _READS.match(str(sql)) and not _OF_A_VISIT.match(str(sql)):
        # the outermost block is the test's: another test has another, and begins with the sample again
        _changed_in[:] = connection.atomic_blocks[:1]
    return execute(sql, params, many, context)
