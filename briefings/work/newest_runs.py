"""Which of a briefing's runs counts: the newest that was checked, for its findings, and the newest, if it failed."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from briefings.choices import RunState, RunStep
from briefings.models import AssemblyRun, Briefing

_CHECKED = Q(state__in=(RunState.BLOCKED, RunState.RENDERING, RunState.DONE)) | Q(
    state__in=(RunState.RUNNING, RunState.FAILED), step__in=(RunStep.SEAL, RunStep.RENDER, RunStep.FINISHED)
)
"""A run that has not come so far has no findings, whatever stands in the texts."""


def checked_run(briefing: Briefing) -> AssemblyRun | None:
    """The briefing's newest run that got as far as its checks: its findings are those that count."""
    return _newest_of_each(AssemblyRun.objects.filter(_CHECKED, briefing=briefing.pk)).first()


def checked_runs() -> list[AssemblyRun]:
    """Such a run of every briefing, the newest first."""
    runs = _newest_of_each(AssemblyRun.objects.filter(_CHECKED)).defer("selection")
    return sorted(runs.select_related("briefing"), key=lambda run: run.pk, reverse=True)


def failed_runs() -> QuerySet[AssemblyRun]:
    """Runs that failed and that no later run of their briefing has followed, the newest first."""
    newest = _newest_of_each(AssemblyRun.objects.all())
    failed = AssemblyRun.objects.filter(pk__in=newest.values("pk"), state=RunState.FAILED)
    return failed.select_related("briefing").defer("findings", "selection")


def _newest_of_each(runs: QuerySet[AssemblyRun]) -> QuerySet[AssemblyRun]:
    return runs.order_by("briefing", "-pk").distinct("briefing")
