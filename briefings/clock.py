"""The one clock that counts. Servers' own clocks may differ, or be set back."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import connection
from django.utils import timezone

SEOUL = ZoneInfo("Asia/Seoul")


def now() -> datetime:
    """PostgreSQL's time, aware."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (moment,) = cursor.fetchone()
    return moment


def today() -> date:
    """The day in Seoul by PostgreSQL's clock."""
    return timezone.localdate(now(), SEOUL)
