"""Forms of the editors' pages that do more than their fields."""

from __future__ import annotations

from typing import Any

from projects.addresses import KeptAddressForm


class BriefingForm(KeptAddressForm):
    """Records, with every chapter text that changed, which contributions it was written on."""

    def save(self, commit: bool = True) -> Any:
        from briefings.chapters import record_basis

        changed = [form.instance for form in self.formsets["chapters"].forms if form.has_changed()]
        briefing = super().save(commit=False)
        record_basis(briefing, [chapter for chapter in changed if chapter in briefing.chapters.all()])
        if commit:
            briefing.save()
            self.save_m2m()
        return briefing
