"""Which national strategy holds on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from vocabulary.models import Strategy


def strategy_in_force(day: date) -> Strategy | None:
    """The strategy valid on this day; where two are, the one that began last. None where one ended and none began."""
    valid = Strategy.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day
    )
    return valid.order_by("-valid_from", "slug").first()
