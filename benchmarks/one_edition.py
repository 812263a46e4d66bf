"""Assembles the sample briefing's presidential edition some times; prints what it took as JSON.

    python -m benchmarks.one_edition 5

A process of its own, so that its peak of memory is the edition's. It asks the database in DATABASE_URL
and seals nothing there.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import statistics
import sys
import time
from datetime import date
from typing import Any


def main(rounds: int) -> dict[str, Any]:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from briefings import demonstration
    from briefings.assembly.collect import collect
    from briefings.models import Briefing

    briefing = Briefing.objects.select_related("strategy", "responsible_bureau").get(
        slug=demonstration.SAMPLE
    )
    with CaptureQueriesContext(connection) as asked:
        collect(briefing)
    statements = [query["sql"] for query in asked.captured_queries if query["sql"].startswith("SELECT")]
    with CaptureQueriesContext(connection) as asked:
        assemble(briefing)
    floors, rounds_of_steps = [], []
    for _round in range(rounds):
        floors.append(floor(statements))
        made = assemble(briefing)
        rounds_of_steps.append(made["steps"])
    steps = {step: statistics.median(each[step] for each in rounds_of_steps) for step in rounds_of_steps[0]}
    return {
        "floor": statistics.median(floors),
        "steps": steps,
        "total": statistics.median(sum(each.values()) for each in rounds_of_steps),
        "items": made["items"],
        "bytes": made["bytes"],
        "queries": len(asked),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def floor(statements: list[str]) -> float:
    """Seconds that the same rows and columns take from PostgreSQL into SHA-256."""
    from django.db import connection

    started = time.perf_counter()
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        for statement in statements:
            with cursor.copy(f"COPY ({statement}) TO STDOUT") as copy:
                for block in copy:
                    digest.update(block)
    return time.perf_counter() - started


def assemble(briefing: Any) -> dict[str, Any]:
    """What a run does up to the edition's bytes, with the seconds of each step."""
    from briefings.assembly import compose
    from briefings.assembly.audiences import for_audience
    from briefings.assembly.changes import Comparison
    from briefings.assembly.checks import Subject, check, check_whole
    from briefings.assembly.cleaning import cleaned
    from briefings.assembly.collect import collect
    from briefings.assembly.seal import seal
    from briefings.rendering.charset import printable_code_points

    steps: dict[str, float] = {}
    started = time.perf_counter()

    def step(name: str) -> None:
        nonlocal started
        now = time.perf_counter()
        steps[name] = steps.get(name, 0.0) + now - started
        started = now

    collected = collect(briefing)
    step("collect")
    material, _found = cleaned(collected.material, printable_code_points())
    step("clean")
    check_whole(material)
    step("check")
    own = for_audience(material, "presidential")
    document = compose.document(own, "presidential", Comparison())
    step("compose")
    check(Subject(own, document, "presidential", date(2025, 11, 6)))
    step("check")
    sealed = seal(own, "presidential", Comparison(), document, collected.sealed_records)
    step("seal")
    return {"steps": steps, "items": len(own.items), "bytes": len(sealed.content)}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
