"""The end of `make bench`: what was reached, what was not, and what nobody expected."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks import goals
from benchmarks.goals import Goal, known_as_missed, sum_up

LISTED = """# Benchmarks

## Goals that are not reached

- `slow`: it takes its time
- `small`

## Load
- `elsewhere`
"""


def test_a_missed_goal_that_is_listed_is_no_surprise():
    found = [Goal("slow", 2, 1, True, " s"), Goal("fast", 1, 2, True, " s")]

    lines, as_expected = sum_up(found, LISTED)

    assert as_expected
    assert lines == [
        "not reached  slow: 2 s (at most 1 s); known",
        "reached      fast: 1 s (at most 2 s)",
    ]


def test_any_other_missed_goal_is():
    lines, as_expected = sum_up([Goal("many", 9, 10, False, " a second")], LISTED)

    assert not as_expected
    assert lines == ["NOT REACHED  many: 9 a second (at least 10 a second)"]


def test_a_goal_that_is_reached_by_now_is_to_be_taken_off_the_list():
    (line,), as_expected = sum_up([Goal("small", 1, 1, True, "")], LISTED)

    assert as_expected
    assert "lists it as not reached" in line


def test_the_document_lists_goals_that_there_are():
    listed = known_as_missed(goals.DOCUMENT.read_text())
    code = "".join(path.read_text() for path in Path(goals.__file__).parent.rglob("*.py"))
    declared = re.findall(r'goals\.at_(?:most|least)\(\s*[\w.\["\]]+,\s*f?"([^"]+)"', code)
    patterns = [re.sub(r"\\\{[^}]*\\\}", ".+", re.escape(name)) for name in declared]

    assert len(declared) > 10
    assert listed
    for name in listed:
        assert any(re.fullmatch(pattern, name) for pattern in patterns), name
