"""The panel on a briefing's form that says how its assembly stands and leads to its desk."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel


class DeskPanel(Panel):
    """Progress of the latest run, live, with a link to the desk."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "briefings/admin/desk_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            from briefings.desk import run_facts, watched_run

            context: dict[str, Any] = super().get_context_data(parent_context)
            run = watched_run(self.instance.pk)
            return context | {
                "briefing": self.instance,
                "run": run,
                "run_facts": run_facts(run) if run else None,
            }
