"""From the press of Assemble to three PDFs that are ready: real worker, warm, over a database of its own."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks import goals
from benchmarks.measure import row

PRESSES = 3
GIVE_UP_SECONDS = 120


def main() -> None:
    from briefings.models import AssemblyRun, Briefing, Rendition
    from briefings.runs import request_run
    from config.processes import processes
    from tests.databases import clone

    kept = {name: os.environ.get(name) for name in ("MEDIA_ROOT", "QUEUE")}
    with clone("bench"), tempfile.TemporaryDirectory() as media, processes() as group:
        group.logs = Path(media) / "log"
        os.environ["MEDIA_ROOT"] = media
        group.start_worker()
        briefing = Briefing.objects.get(slug="2025-11")
        taken, assembled = [], []
        for number in range(PRESSES + 1):
            # another text, the same in each language, so that each press makes an edition
            office = "ABCDEFGH"[number]
            briefing.officer_ko = briefing.officer_zh_hans = briefing.officer_en = office
            briefing.save(update_fields=["officer_ko", "officer_zh_hans", "officer_en"])
            started = time.perf_counter()
            run, _made = request_run(briefing=briefing, audiences=["presidential"], by=None)
            pdfs = Rendition.objects.filter(edition__runs=run, format="pdf", state="ready")
            _wait(
                lambda run=run: (
                    AssemblyRun.objects.filter(pk=run.pk, state="rendering").exists() or _ended(run)
                )
            )
            assembled.append(time.perf_counter() - started)
            _wait(lambda pdfs=pdfs: pdfs.count() == 3)
            taken.append(time.perf_counter() - started)
            _wait(lambda run=run: _ended(run))
        print("\nFrom the press of Assemble, with a warm worker of two processes (the goal: 3 s)")
        row("the edition is sealed", statistics.median(assembled[1:]))
        row("its three PDFs are ready", statistics.median(taken[1:]))
        goals.at_most(3, "from the press of Assemble to three PDFs", statistics.median(taken[1:]), " s")
    for name, value in kept.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _ended(run: object) -> bool:
    run.refresh_from_db()  # type: ignore[attr-defined]
    assert run.state not in ("failed", "blocked"), run.findings or run.error  # type: ignore[attr-defined]
    return not run.active  # type: ignore[attr-defined]


def _wait(condition: object) -> None:
    deadline = time.monotonic() + GIVE_UP_SECONDS
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)
