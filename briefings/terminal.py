"""A run as it is seen in a terminal: what is being done, how far it is, and what it found."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

from django.db import connection
from django.utils import translation

from briefings.checking.findings import described
from briefings.choices import RunState, RunStep
from briefings.models import AssemblyRun
from briefings.work.faults import trouble_of

_BAR = 24
_MOST_FINDINGS = 40


def follow(run: AssemblyRun, out: TextIO, *, check: Callable[[], None] = lambda: None) -> AssemblyRun:
    """Show the run until it has ended; the run as it ended.

    Args:
        run: the run to follow.
        out: where to write. A terminal gets one line that moves, anything else a line a step.
        check: called while waiting; may raise to give up, for example when the worker has died.
    """
    moving = out.isatty()
    start = "\r\x1b[K" if moving else ""
    marks = _marks(out)
    shown = told = ""
    while True:
        # not what it found, which may be megabytes
        run.refresh_from_db(fields=("state", "step", "per_cent", "fault", "error"))
        # work that rests would seem to begin anew without a reason; why a run has ended is its caller's to say
        trouble = trouble_of(run) if run.active else ""
        if trouble and trouble != told:
            out.write(f"{start}It will be tried again: {trouble}\n")
            shown = ""
        told = trouble
        line = _line(run, marks)
        if line != shown:
            out.write(f"{start}{line}" if moving else f"{line}\n")
            out.flush()
            shown = line
        if not run.active:
            break
        check()
        connection.close_if_unusable_or_obsolete()
        time.sleep(0.1)
    if moving:
        out.write("\n")
    run.refresh_from_db()
    return run


def _marks(out: TextIO) -> str:
    """What is done and what is not yet, in letters that the terminal has."""
    try:
        "█░".encode(out.encoding or "utf-8")
    except UnicodeEncodeError:
        return "#-"
    return "█░"


def _line(run: AssemblyRun, marks: str) -> str:
    filled = _BAR * run.per_cent // 100
    bar = marks[0] * filled + marks[1] * (_BAR - filled)
    # the terminal speaks English, as the commands' own words do
    with translation.override("en"):
        step = str(RunStep(run.step).label if run.active else RunState(run.state).label)
    return f"{bar} {run.per_cent:3d} %  {step}"


def report_findings(run: AssemblyRun, out: TextIO) -> None:
    """The findings with what to do, blocking ones first."""
    with translation.override("en"):
        findings = described(run.findings)
    for finding in findings[:_MOST_FINDINGS]:
        where = " · ".join(part for part in (finding.where, finding.language) if part)
        out.write(f"  [{finding.severity_label}] {where}: {finding.sentence}\n")
    if len(findings) > _MOST_FINDINGS:
        out.write(f"  … {len(findings) - _MOST_FINDINGS} more on the briefing's page in the admin.\n")
