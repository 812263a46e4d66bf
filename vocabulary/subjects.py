"""What terms are about: a code in files, a word for people."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SUBJECTS: dict[str, Promise] = {
    "strategy": _("strategy"),
    "institutions": _("institutions"),
    "people": _("people and groups"),
    "places": _("places"),
    "programs": _("programs and agreements"),
    "cities": _("cities"),
    "transport": _("transport"),
    "aviation": _("aviation"),
    "technology": _("technology"),
    "finance": _("finance and development"),
    "style": _("usage and style"),
}


def subject_label(code: str) -> str:
    """The subject in words; one that a term file has brought along is shown as it is."""
    return str(SUBJECTS.get(code, code))


def subject_choices() -> list[tuple[str, str | Promise]]:
    """Every subject that is known or used, with its label."""
    from vocabulary.models import Term

    used = Term.objects.order_by("subject").values_list("subject", flat=True).distinct()
    others = {code: code for code in used if code and code not in SUBJECTS}
    return [*SUBJECTS.items(), *others.items()]
