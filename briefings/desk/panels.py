"""Panels of a briefing's form: how its assembly stands, with the way to its desk, and which chapters are stale."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from wagtail.admin.panels import FieldPanel, Panel

from languages.states import TextState
from reviews.marks import MARKS, WORDS


class DeskPanel(Panel):
    """Progress of the latest run, live, with a link to the desk."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "briefings/admin/desk_panel.html"

        def is_shown(self) -> bool:
            from briefings import access

            asked_for = self.instance.pk is not None and self.request is not None
            return asked_for and access.may_see_texts(self.request.user)

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            from briefings.desk.desk import run_facts, watched_run

            context: dict[str, Any] = super().get_context_data(parent_context)
            run = watched_run(self.instance.pk)
            return context | {
                "briefing": self.instance,
                "run": run,
                "run_facts": run_facts(run) if run else None,
            }


class StillRightPanel(FieldPanel):
    """The box to tick where a chapter is still right. It says so where the chapter is stale."""

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self._is_stale():
                # beside its box a chapter is found stale; what to do is the field's own help
                self.help_text = format_html(
                    '<strong class="text-state text-state--stale"><span aria-hidden="true">{}</span> {}</strong> {}',
                    MARKS[TextState.STALE],
                    WORDS[TextState.STALE],
                    self.help_text,
                )

        def _is_stale(self) -> bool:
            from briefings.records.chapters import stale_chapters

            chapter = self.instance
            # where versions are compared, there is no chapter in the panel; the empty row has no pillar
            if self.request is None or chapter is None or chapter.pillar_id is None:
                return False
            kept: dict[int, frozenset[str]] = self.request.__dict__.setdefault("_stale_chapters", {})
            if chapter.briefing_id not in kept:
                kept[chapter.briefing_id] = stale_chapters(chapter.briefing)
            return chapter.pillar.slug in kept[chapter.briefing_id]
