"""Files of an edition: pages a second, against typesetting as many blank pages."""

from __future__ import annotations

import statistics
from typing import Any

from benchmarks import goals
from benchmarks.measure import as_a_worker, row

PAGES = 60
"""How many pages the longer edition has at least."""


def main() -> None:
    from tests.databases import clone

    with clone("bench") as address:
        found = as_a_worker(address, "benchmarks.one_file")
    print("\nFiles of the sample's presidential edition")
    _report(found["sample"])
    row("HTML ko", found["html"])
    print(f"\nFiles of an edition of more than {PAGES} pages (the goal: 60 pages/s of one core)")
    for language, rate in _report(found["longer"], fewest=PAGES - 10).items():
        goals.at_least(60, f"PDF {language}, longer edition", rate, " pages/s of a core")


def _report(found: dict[str, dict[str, Any]], fewest: int = 1) -> dict[str, float]:
    """A line for the PDF in each language; its pages a second of one core."""
    rates = {}
    for language, took in found.items():
        pages = took["pages"]
        assert pages >= fewest, f"{pages} pages"
        rates[language] = pages / statistics.median(took["of_a_core"])
        # what slows the others is what else the host does
        fastest = pages / min(took["of_a_core"])
        more = f"{pages} pages, {rates[language]:.0f} pages/s of one core, {fastest:.0f} in the fastest round"
        floor = f"{more}; floor: as many blank pages"
        row(f"PDF {language}", statistics.median(took["seconds"]), took["floor"], floor)
    return rates
