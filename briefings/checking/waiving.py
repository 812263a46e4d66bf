"""Letting a finding stand, by name and with a reason; and taking that back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.assembly.findings import Waiver as CoreWaiver
from briefings.assembly.waivers import NeverWaived, why_never_waived
from reviews.models import Waiver

FEWEST_CHARACTERS = 5
"""A shorter reason tells the next reader nothing."""


NEVER: dict[NeverWaived, str | Promise] = {
    "forbidden": gettext_lazy(
        "Nobody may let this stand: the law or somebody's safety forbids it. Mend the text."
    ),
    "incomplete": gettext_lazy(
        "Nobody may let this stand: an edition has to be whole in all three languages. Mend the text."
    ),
    "unpublished": gettext_lazy("Nobody may let this stand: an edition is made of published pages alone."),
    "shape": gettext_lazy("Nobody may let this stand: it is part of the shape of every edition. Mend it."),
}


class Refused(Exception):
    """The finding is not let stand; the message says why, in the user's language."""


class TooShort(Refused):
    """The reason tells the next reader nothing: it can be written on."""


def standing_waivers() -> dict[str, CoreWaiver]:
    """Every waiver that nobody took back, by the digest of its finding and what was judged."""
    rows = Waiver.objects.filter(taken_back_at__isnull=True).select_related("by")
    return {
        row.digest: CoreWaiver(row.digest, row.reason, row.by.get_username(), timezone.localdate(row.at))
        for row in rows
    }


def waive(*, finding: Mapping[str, Any], reason: str, by: AbstractBaseUser) -> Waiver:
    """Let a finding of a run stand for as long as what was judged does not change.

    Args:
        finding: as a run keeps it.
        reason: in the words of `by`.

    Raises:
        Refused: there is no reason, nobody may let such a finding stand, or somebody has already.
    """
    place = finding["place"]
    if never := why_never_waived(finding["code"], place["record"]):
        raise Refused(str(NEVER[never]))
    reason = reason.strip()
    if len(reason) < FEWEST_CHARACTERS:
        sentence = _(
            "The reason is too short: write at least %(fewest)s characters. It goes into the edition's manifest."
        )
        raise TooShort(sentence % {"fewest": FEWEST_CHARACTERS})
    try:
        with transaction.atomic():
            return Waiver.objects.create(
                digest=finding["digest"],
                code=finding["code"],
                severity=finding["severity"],
                record=place["record"],
                slug=place["slug"],
                field=place.get("field", ""),
                language=place.get("language", ""),
                details=dict(finding.get("details", {})),
                reason=reason,
                by=by,
            )
    except IntegrityError as error:
        raise Refused(_("Somebody has let this finding stand already.")) from error


def take_back(*, waiver: Waiver, by: AbstractBaseUser) -> None:
    """The finding is open again. The row stays: who let it stand, and who took that back."""
    Waiver.objects.filter(pk=waiver.pk, taken_back_at__isnull=True).update(
        taken_back_at=timezone.now(), taken_back_by=by
    )
