"""The clause by which content is not public: a draft may be without it, what is published may not."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.choices import Classification
from projects.may_wait import MAY_WAIT

CLAUSE_HELP = _(
    "For content that is partly public or not public: the clause of Article 9(1) of the Disclosure Act, for"
    " example 제9조제1항제5호. A draft may be saved without it; to publish, it is needed."
)


def clause_errors(page: Any) -> dict[str, ValidationError]:
    """What `clean` has to say of the clause of an item or a briefing."""
    if page.classification == Classification.PUBLIC or page.legal_clause:
        return {}
    message = _("Name the clause by which this content is not public.")
    return {"legal_clause": ValidationError(message, code=MAY_WAIT)}
