"""Forms of the editors' pages that do more than their fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest

from projects.addresses import KeptAddressForm
from projects.may_wait import MayWaitInDraft
from vocabulary.copying import SinglePageCopyForm

_NO_TEXT = {"still_right", "ORDER", "DELETE"}


def while_typing(request: HttpRequest) -> bool:
    """Whether the browser saves a form by itself: nobody has pressed Save, and nobody is shown a page."""
    return not request.accepts("text/html")


class BriefingCopyForm(SinglePageCopyForm):
    """A briefing is named by its month: the next month without one is proposed."""

    def slugs(self) -> Iterator[str]:
        month = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", self.page.slug)
        if month is None:
            yield from super().slugs()
            return
        year, number = int(month[1]), int(month[2])
        while True:
            yield f"{year}-{number:02}"
            year, number = (year, number + 1) if number < 12 else (year + 1, 1)


class BriefingForm(MayWaitInDraft, KeptAddressForm):
    """Records, with every chapter whose texts were written or confirmed, which contributions they rest on.

    A text rests on the contributions of when it was written, also where the browser saves it by itself. A tick is an
    editor's word, and counts when Save is pressed: until then it stays a tick, and may be taken back.
    """

    def save(self, commit: bool = True) -> Any:
        from briefings.records.chapters import record_basis

        forms = self.formsets["chapters"].forms
        written = [form.instance for form in forms if set(form.changed_data) - _NO_TEXT]
        confirmed = [form.instance for form in forms if form.instance.still_right]
        if getattr(self.instance, "saved_while_typing", False):
            confirmed = []
        briefing = super().save(commit=False)
        record_basis(briefing, [c for c in briefing.chapters.all() if c in written or c in confirmed])
        for chapter in confirmed:
            chapter.still_right = False
        if commit:
            briefing.save()
            self.save_m2m()
        return briefing
