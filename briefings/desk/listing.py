"""The editors' list of briefings: with the period that each is about."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageViewSet

from briefings.models import Briefing
from languages.dates import print_date
from vocabulary.interface import interface_language


def _period(page: Any) -> str:
    if page.period_start is None or page.period_end is None:
        return ""
    return print_date(page.period_start, "range", interface_language(), page.period_end)


class BriefingViewSet(PageViewSet):
    """Wagtail's pages of briefings, with a column of its own in the list below the shelf."""

    model = Briefing

    @property
    def columns(self) -> list[Any]:
        ours = Column("period", label=_("Period"), accessor=_period, sort_key="period_end")
        return [*PageViewSet.columns[:2], ours, *PageViewSet.columns[2:]]
