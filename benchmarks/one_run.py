"""Works on one run of the sample briefing to its sealed, stored and indexed edition; prints what it took as JSON.

    python -m benchmarks.one_run

As a worker does it, in a process of its own, so that its peak of memory is the run's. It asks the database in
DATABASE_URL, and what it sealed stays there.
"""

from __future__ import annotations

import json
import os
import time
from typing import Any

from benchmarks.measure import peak


def main() -> dict[str, Any]:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    import config.celery  # noqa: F401  the broker that is told of the files to make
    from benchmarks.many_items import rest_chapters_on
    from briefings import demonstration
    from briefings.models import AssemblyRun, Briefing
    from briefings.runs import work_on

    briefing = Briefing.objects.get(slug=demonstration.SAMPLE)
    rest_chapters_on(briefing)
    run = AssemblyRun.objects.create(briefing=briefing, audiences=["presidential"])
    started = time.perf_counter()
    work_on(run.pk)
    total = time.perf_counter() - started
    run.refresh_from_db()
    assert run.editions.exists(), (run.state, run.fault, run.error)
    return {"total": total, "seconds": run.measures["seconds"], "peak": peak()}


if __name__ == "__main__":
    print(json.dumps(main()))
