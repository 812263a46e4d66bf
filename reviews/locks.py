"""What only one process does at a time and no row stands for: PostgreSQL's advisory locks.

Numbered for the whole portal, here in the lowest package that knows a database.
"""

from __future__ import annotations

from enum import IntEnum

from django.db import connection


class Lock(IntEnum):
    """The first half of a lock's key."""

    SEALING = 1
    """Of one briefing, whose key is the second half."""
    PUBLISHING = 2
    """What is due at its time."""
    NAMING = 3
    """Giving a page that editions name a slug, deleting it, or sealing one that names it."""
    BEGINNING_THE_MONTH = 4
    COUNTING = 5
    """Texts by their states; or writing what somebody says of them."""
    TERM_FILES = 6
    """Taking over a file of terms."""


def wait_for_turn(lock: Lock, of: int = 0) -> None:
    """Until the end of this transaction nobody else does it; who does so now is waited for.

    Args:
        lock: what it is.
        of: the key of the record that it is done with, where several may be at it with others.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [lock, of])
