"""What each benchmark wants to reach, and whether it did: the end of `make bench`.

A goal that docs/benchmarks.md lists as not reached is no surprise; any other that is missed ends the run with exit
code 1. Seconds depend on what else the machine does: run again alone what was missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
_HEADING = "## Goals that are not reached"


@dataclass(frozen=True)
class Goal:
    """A measured number and the limit that it is held against."""

    name: str
    measured: float
    limit: float
    most: bool
    unit: str

    @property
    def reached(self) -> bool:
        return self.measured <= self.limit if self.most else self.measured >= self.limit

    def __str__(self) -> str:
        word = "at most" if self.most else "at least"
        return f"{self.name}: {self.measured:.4g}{self.unit} ({word} {self.limit:.4g}{self.unit})"


measured: list[Goal] = []


def at_most(limit: float, name: str, found: float, unit: str = "") -> None:
    """The benchmark wants this number to be no larger."""
    measured.append(Goal(name, found, limit, True, unit))


def at_least(limit: float, name: str, found: float, unit: str = "") -> None:
    """The benchmark wants this number to be no smaller."""
    measured.append(Goal(name, found, limit, False, unit))


def known_as_missed(document: str) -> set[str]:
    """The goals that the document lists, each as an item that begins with its name in backquotes."""
    section = document.partition(_HEADING)[2].partition("\n## ")[0]
    return set(re.findall(r"(?m)^- `([^`]+)`", section))


def sum_up(goals: list[Goal], document: str) -> tuple[list[str], bool]:
    """The lines of the summary, and whether nothing was missed that the document does not list."""
    known = known_as_missed(document)
    lines, as_expected = [], True
    for goal in sorted(goals, key=lambda goal: goal.reached):
        if goal.reached:
            more = "; docs/benchmarks.md lists it as not reached" if goal.name in known else ""
            lines.append(f"reached      {goal}{more}")
        elif goal.name in known:
            lines.append(f"not reached  {goal}; known")
        else:
            as_expected = False
            lines.append(f"NOT REACHED  {goal}")
    return lines, as_expected
