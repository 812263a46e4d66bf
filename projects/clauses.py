"""The clause by which content is not public: a draft may be without it, what is published may not."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from languages.clauses import clause_of
from projects.choices import Classification
from projects.may_wait import MAY_WAIT

CLAUSE_HELP = _(
    "For content that is partly public or not public: the clause of Article 9(1) of the Disclosure Act, for"
    " example 제9조제1항제5호. A draft may be saved without it; to publish, it is needed."
)

_NO_CLAUSE = _(
    "Write the clause as 제9조제1항제5호, or with several grounds as 제9조제1항제2호·제5호: editions print it in Chinese"
    " and in English too."
)


def clause_errors(page: Any) -> dict[str, ValidationError]:
    """What `clean` has to say of the clause of an item or a briefing."""
    if page.legal_clause:
        if clause_of(page.legal_clause) is not None:
            return {}
        # as one that is lacking: a draft may be saved with it
        return {"legal_clause": ValidationError(_NO_CLAUSE, code=MAY_WAIT)}
    if page.classification == Classification.PUBLIC:
        return {}
    message = _("Name the clause by which this content is not public.")
    return {"legal_clause": ValidationError(message, code=MAY_WAIT)}
