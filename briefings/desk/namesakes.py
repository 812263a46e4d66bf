"""Released editions of another briefing that readers would take for this one's: a copy with the same name or period."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse

from briefings.desk.desk_answers import place_of_edition
from briefings.editions.edition_names import edition_name
from briefings.models import Briefing, Edition

_NAMES = ("name_ko", "name_zh_hans", "name_en")


def namesakes(briefing: Briefing, editions: Iterable[Edition]) -> list[dict[str, Any]]:
    """Of each other briefing and audience the newest edition that is released, or is set to be, and not withdrawn.

    Args:
        editions: the briefing's own. They keep the name that it had when they were sealed.
    """
    alike = Q(briefing__period_start=briefing.period_start, briefing__period_end=briefing.period_end)
    for field in _NAMES:
        alike |= Q(**{f"{field}__in": {getattr(each, field) for each in (briefing, *editions)} - {""}})
    found = (
        Edition.objects.filter(alike, release__isnull=False, release__withdrawal__isnull=True)
        .exclude(briefing=briefing)
        .select_related("briefing")
        .without_content()
        .order_by("briefing", "audience", "-major", "-minor")
        .distinct("briefing", "audience")
    )
    return [
        {
            "audience": each.audience,
            "title": each.briefing.get_admin_display_title(),
            "name": edition_name(each),
            "url": reverse("briefing-desk", args=[each.briefing_id], fragment=place_of_edition(each.pk)),
        }
        for each in found
    ]
