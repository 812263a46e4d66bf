"""Assembling: the sample, 60 items out of 100,000, and an edition of 10,000 items.

Each is measured in a process of its own against a database of its own, with its floor: a COPY of the
columns that collecting reads, into SHA-256.
"""

from __future__ import annotations

from typing import Any

from benchmarks import goals
from benchmarks.many_items import FAR_AWAY, clone_items, items_of_the_period
from benchmarks.measure import as_a_worker, row


def main() -> None:
    from tests.databases import clone

    with clone("bench") as address:
        sample = _measured(address)
        _report("the sample", sample)
        originals = items_of_the_period()
        clone_items(60 - sample["items"], originals, dated=None)
        clone_items(40, originals, dated=FAR_AWAY)
        few = _measured(address)
        _report("60 items out of 100", few)
        clone_items(99_900, originals, dated=FAR_AWAY)
        many = _measured(address)
        _report("60 items out of 100,000", many)
        print(f"out of 100,000 / out of 100: {many['total'] / few['total']:.2f}")
        goals.at_most(1.2, "60 items of 100,000 against 60 of 100", many["total"] / few["total"], " x")
    with clone("bench") as address:
        clone_items(10_000 - sample["items"], items_of_the_period(), dated=None)
        large = _measured(address, rounds=2)
        _report("an edition of 10,000 items", large)
        goals.at_most(10, "10,000 items to the sealed bytes", large["total"] / large["floor"], " x floor")
        goals.at_most(500, "10,000 items, peak memory", large["peak"], " MB")
        goals.at_most(sample["queries"], "10,000 items, queries", large["queries"])
        same = "as many as" if large["queries"] == sample["queries"] else "NOT as many as"
        print(f"{large['queries']} queries: {same} for {sample['items']} items")
        _report_run(as_a_worker(address, "benchmarks.one_run"), large["floor"])


def _measured(address: str, rounds: int = 5) -> dict[str, Any]:
    """What `benchmarks.one_edition` measures once an earlier process has examined every item."""
    first = as_a_worker(address, "benchmarks.one_edition", "0")
    return as_a_worker(address, "benchmarks.one_edition", str(rounds)) | {"first": first["first"]}


def _report(name: str, found: dict[str, Any]) -> None:
    print(f"\nAssembling {name}: {found['items']} items, presidential edition, {found['bytes'] / 1e6:.1f} MB")
    floor = found["floor"]
    row("floor: COPY of the columns into SHA-256", floor)
    for step, seconds in found["steps"].items():
        row(step, seconds, floor)
    row("the first time, when nothing is known of the items", found["first"], floor)
    row("together", found["total"], floor, f"{found['queries']} queries, {found['peak']} MB at most")


def _report_run(found: dict[str, Any], floor: float) -> None:
    print("\nThe same by a worker, stored and made searchable")
    for step, seconds in found["seconds"].items():
        row(step, seconds, floor)
    row("together", found["total"], floor, f"{found['peak']} MB at most")
