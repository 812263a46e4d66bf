"""`make bench`: every benchmark; `python -m benchmarks assembly pages`: those that are named.

Needs no running portal and works in a database of its own. Seconds differ from
machine to machine; the ratios are what to compare. At the end it says which goals were reached; the exit code is
1 if one was missed that docs/benchmarks.md does not list.
"""

from __future__ import annotations

import sys
from importlib import import_module

SUBJECTS = (
    "assembly",
    "files",
    "pages",
    "press",
    "commands",
    "starting",
    "downloads",
    "parity",
    "requests",
)
"""Modules of this package, each with a `main()`."""


def main(named: list[str]) -> None:
    from benchmarks import goals
    from benchmarks.measure import sample

    unknown = sorted(set(named) - set(SUBJECTS))
    if unknown:
        sys.exit(f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(SUBJECTS)}.")
    with sample():
        for subject in named or SUBJECTS:
            import_module(f"benchmarks.{subject}").main()
    lines, as_expected = goals.sum_up(goals.measured, goals.DOCUMENT.read_text())
    print("\nGoals", *lines, sep="\n")
    if not as_expected:
        sys.exit("A goal was not reached that docs/benchmarks.md does not list.")


if __name__ == "__main__":
    from config.embedded import embedded_servers

    with embedded_servers("bench"):
        import config.celery  # noqa: F401

        main(sys.argv[1:])
