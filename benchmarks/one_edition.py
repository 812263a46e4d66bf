"""Assembles the sample briefing's presidential edition some times; prints what it took as JSON.

    python -m benchmarks.one_edition 5

With 0 rounds it assembles once, so that what the checks find is kept for the next process.

A process of its own, so that its peak of memory is the edition's. It asks the database in DATABASE_URL
and seals nothing there.
"""

from __future__ import annotations

import hashlib
import json
import os
import statistics
import sys
import time
from datetime import date
from typing import Any

from benchmarks.measure import peak


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
        first = assemble(briefing)
    queries = len(asked)
    if not rounds:
        return {"first": sum(first["steps"].values())}
    with CaptureQueriesContext(connection) as asked:
        collect(briefing)
    statements = [query["sql"] for query in asked.captured_queries if query["sql"].startswith("SELECT")]
    del asked
    floors, rounds_of_steps = [], []
    for _round in range(rounds):
        floors.append(floor(statements))
        made = assemble(briefing)
        rounds_of_steps.append(made["steps"])
    steps = {step: statistics.median(each[step] for each in rounds_of_steps) for step in first["steps"]}
    return {
        "floor": statistics.median(floors),
        "steps": steps,
        "total": statistics.median(sum(each.values()) for each in rounds_of_steps),
        "items": made["items"],
        "bytes": made["bytes"],
        "queries": queries,
        "peak": peak(),
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
    from briefings.assembly.checks import Subject, check, check_whole
    from briefings.assembly.cleaning import cleaned
    from briefings.assembly.collect import collect
    from briefings.assembly.seal import covered, seal
    from briefings.assembly.waivers import known_to_waivers
    from briefings.checking.examinations import examiner_of, keep
    from briefings.checking.material_reviews import reviews_of_material
    from briefings.checking.waiving import standing_waivers
    from briefings.editions.sealing import Before
    from briefings.rendering.charset import printable_code_points
    from briefings.runs import compose_for
    from briefings.work.garbage import no_search_for_cycles

    steps: dict[str, float] = {}
    printable = printable_code_points()
    started = time.perf_counter()

    def step(name: str) -> None:
        nonlocal started
        now = time.perf_counter()
        steps[name] = steps.get(name, 0.0) + now - started
        started = now

    with no_search_for_cycles():
        collected = collect(briefing)
        step("collect")
        examiner = examiner_of(collected.material)
        material, found = cleaned(collected.material, printable, examiner.clean)
        step("clean")
        reviews = reviews_of_material(material, examiner)
        keep(examiner)
        step("reviews")
        whole = check_whole(material)
        step("check")
        made = compose_for(material, "presidential", Before(), collected)
        step("compose")
        subject = Subject(made.material, made.document, "presidential", date(2025, 11, 6), reviews)
        findings = check(subject, examiner.check, examiner.check_beside)
        known_to_waivers((*found, *whole, *findings), material, standing_waivers())
        keep(examiner)
        step("check")
        records = covered(collected.records)
        sealed = seal(made.material, "presidential", made.comparison, made.document, records, made.sheets)
        step("seal")
    return {"steps": steps, "items": len(made.material.items), "bytes": sum(map(len, sealed.pieces()))}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
