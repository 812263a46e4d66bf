"""When beat asks for the month's briefing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from celery.schedules import ParseException, crontab

_FIELDS = ("minute", "hour", "day_of_month", "month_of_year", "day_of_week")


def months_briefing(schedule: str, now: Callable[[], datetime] | None = None) -> crontab:
    """The moments at which it is asked for: on one day of the month and, at the same time, on all that follow it.

    Asked again it does nothing. So a month is begun on a later day where beat, the broker or the database was away
    at its moment: a beat that starts remembers no earlier one, and what it sends into a lost queue is lost.

    Args:
        schedule: minute, hour, day of the month, month, weekday.
        now: the clock; None is the machine's.

    Raises:
        ValueError: it is no schedule.
    """
    fields = dict(zip(_FIELDS, schedule.split(), strict=True))
    if fields["day_of_month"].isdecimal() and fields["day_of_week"] == "*":
        fields["day_of_month"] += "-31"
    try:
        return crontab(**fields, nowfun=now)
    except ParseException as error:
        raise ValueError(str(error)) from error
