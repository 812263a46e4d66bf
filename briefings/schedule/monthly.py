"""The month's briefing, created once by schedule, with its checks run. Nothing is sealed by it."""

from __future__ import annotations

import calendar
from datetime import date

import structlog
from django.db import transaction
from django.db.models import Q

from briefings import clock
from briefings.choices import Audience
from briefings.models import AssemblyRun, Briefing, BriefingIndex
from briefings.runs import request_run
from briefings.schedule.strategies import strategy_in_force
from languages.columns import columns
from languages.dates import print_date
from reviews.locks import Lock, wait_for_turn
from vocabulary.models import Strategy

logger = structlog.stdlib.get_logger(__name__)


def begin(today: date | None = None) -> AssemblyRun | None:
    """Create the briefing of `today`'s month and ask for its checks; None if it exists already, whatever it is called.

    It argues the strategy that is in force `today`; without one it is not created, and the log says so. The month's period is the calendar month, in Seoul. Offices are taken over from the last briefing.
    """
    today = today or clock.today()
    with transaction.atomic():
        wait_for_turn(Lock.BEGINNING_THE_MONTH)  # so that two beats make one page
        slug = f"{today:%Y-%m}"
        first, last = _month(today)
        # an editor may have given it another address
        if Briefing.objects.filter(Q(slug=slug) | Q(period_start=first, period_end=last)).exists():
            return None
        strategy = strategy_in_force(today)
        if strategy is None:
            logger.warning(
                "no strategy is in force: the briefing is not created", day=str(today), briefing=slug
            )
            return None
        briefing = _new(slug, today, strategy)
        BriefingIndex.objects.get().add_child(instance=briefing)
        briefing.save_revision(clean=False, log_action=True)
        run, _made = request_run(
            briefing=briefing, audiences=[Audience.PRESIDENTIAL], by=None, checks_only=True
        )
    return run


def _month(day: date) -> tuple[date, date]:
    """The first and the last day of its month."""
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _new(slug: str, today: date, strategy: Strategy) -> Briefing:
    last = Briefing.objects.order_by("-period_end").first()
    period_start, period_end = _month(today)
    briefing = Briefing(
        slug=slug,
        live=False,
        strategy=strategy,
        period_start=period_start,
        period_end=period_end,
        name_ko=print_date(today, "month", "ko") + "호",
        name_zh_hans=print_date(today, "month", "zh-hans") + "号",
        name_en=print_date(today, "month", "en") + " issue",
        headline_ko="",
        conclusion_ko="",
    )
    briefing.title = briefing.draft_title = briefing.name_ko
    if last is not None:
        for field in ("classification", "legal_clause", "licence", "responsible_bureau"):
            setattr(briefing, field, getattr(last, field))
        for name in columns("recipient", "officer"):
            setattr(briefing, name, getattr(last, name))
    return briefing
