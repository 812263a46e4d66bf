"""The clause by which content is not public: a draft may be without it, what is published may not.

Wagtail demands a required field only as a page is published (`defer_required_fields`). Whether this one is
required depends on another, so a page's `clean` says so, and its form keeps that back while a draft is saved. So it is
with how exact a date is, of an item and of its rows.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.choices import Classification

CLAUSE_HELP = _(
    "For content that is partly public or not public: the clause of Article 9(1) of the Disclosure Act, for"
    " example 제9조제1항제5호. A draft may be saved without it; to publish, it is needed."
)

MAY_WAIT = "may-wait"
"""Code of an error that only publishing minds. With the code "required" a form would say its own word instead."""


def clause_errors(page: Any) -> dict[str, ValidationError]:
    """What `clean` has to say of the clause of an item or a briefing."""
    if page.classification == Classification.PUBLIC or page.legal_clause:
        return {}
    message = _("Name the clause by which this content is not public.")
    return {"legal_clause": ValidationError(message, code=MAY_WAIT)}


class ClauseMayWait:
    """Mixin for the form of such a page, to stand before Wagtail's: a draft may be without what only publishing minds."""

    def full_clean(self) -> None:
        super().full_clean()  # type: ignore[misc]
        if not self.is_deferred_validation:  # type: ignore[attr-defined]
            return
        rows = (row for formset in self.formsets.values() for row in formset)  # type: ignore[attr-defined]
        for form in (self, *rows):
            _keep_back(form.errors)


def _keep_back(errors: Any) -> None:
    """Take out of a form's errors those that may wait."""
    for name, told in list(errors.items()):
        told.data = [error for error in told.as_data() if error.code != MAY_WAIT]
        if not told.data:
            del errors[name]
