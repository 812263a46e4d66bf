"""What only publishing minds: a draft may be without it.

Wagtail demands a required field only as a page is published (`defer_required_fields`). Whether a clause is required
depends on another field, and so does how exact a date is, of an item and of its rows. So a `clean` says it, and the
form keeps that back while a draft is saved.
"""

from __future__ import annotations

from typing import Any

MAY_WAIT = "may-wait"
"""Code of an error that only publishing minds. With the code "required" a form would say its own word instead."""


class MayWaitInDraft:
    """Mixin for the form of a page, to stand before Wagtail's: keeps back what may wait while a draft is saved."""

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
