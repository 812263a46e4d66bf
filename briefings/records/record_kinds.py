"""The kinds of records with texts, by the names that findings give them: their models, and what people call them."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from briefings.models import Briefing
from projects.models import Bureau, CooperationItem
from stakeholders.models import Perspective, StakeholderGroup
from vocabulary.models import Pillar, Strategy, Term, Unit

MODELS: dict[str, type[Any]] = {
    "item": CooperationItem,
    "perspective": Perspective,
    "group": StakeholderGroup,
    "pillar": Pillar,
    "strategy": Strategy,
    "briefing": Briefing,
    "term": Term,
    "unit": Unit,
    "bureau": Bureau,
}
"""In the order of the reports."""
ONE: dict[str, str | Promise] = {
    "item": _("cooperation item"),
    "perspective": _("perspective"),
    "group": _("stakeholder group"),
    "pillar": _("pillar"),
    "strategy": _("national strategy"),
    "briefing": _("briefing"),
    "term": _("term"),
    "unit": _("unit"),
    "bureau": _("bureau"),
    "document": _("edition"),
}
"""What one record is called; findings name an edition's document too."""
SEVERAL: dict[str, str | Promise] = {
    "item": _("cooperation items"),
    "perspective": _("perspectives"),
    "group": _("stakeholder groups"),
    "pillar": _("pillars"),
    "strategy": _("national strategies"),
    "briefing": _("briefings"),
    "term": _("terms"),
    "unit": _("units"),
    "bureau": _("bureaus"),
}


def kind_of(record: Any) -> str:
    """The kind of a page or snippet; empty for any that findings do not name, such as an agency."""
    return next((kind for kind, model in MODELS.items() if isinstance(record, model)), "")


def identifier_field(kind: str) -> str:
    """The field by which findings and content files name a record of this kind."""
    return "identifier" if kind == "term" else "slug"


def identifier_of(record: Any) -> str:
    """By what findings and content files name a record."""
    return str(getattr(record, identifier_field(kind_of(record))))
