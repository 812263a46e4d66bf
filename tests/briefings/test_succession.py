"""What became of a released edition follows from the numbers and withdrawals of its series."""

from __future__ import annotations

import pytest

from briefings.succession import Released, Standing, standings

PRESIDENTIAL, PARTNER, EARLIER = (2, "presidential"), (2, "partner"), (1, "presidential")


def _states(*editions: tuple[int, bool]) -> list[tuple[str, int | None]]:
    """What became of 1.0, 1.1 … of one series, each given by its key and whether it was withdrawn."""
    rows = [
        Released(key, PRESIDENTIAL, (1, minor), withdrawn) for minor, (key, withdrawn) in enumerate(editions)
    ]
    found = standings(reversed(rows))
    assert found == standings(rows)
    return [tuple(found[row.key]) for row in rows]


@pytest.mark.parametrize(
    ("editions", "states"),
    [
        ([], []),
        ([(7, False)], [("released", None)]),
        ([(7, True)], [("withdrawn", None)]),
        ([(7, False), (8, False)], [("superseded", 8), ("released", None)]),
        (
            [(7, False), (8, False), (9, False)],
            [("superseded", 9), ("superseded", 9), ("released", None)],
        ),
        ([(7, False), (8, True)], [("replacement-withdrawn", 8), ("withdrawn", None)]),
        (
            [(7, False), (8, True), (9, True)],
            [("replacement-withdrawn", 9), ("withdrawn", None), ("withdrawn", None)],
        ),
        (
            [(7, False), (8, False), (9, True)],
            [("superseded", 8), ("replacement-withdrawn", 9), ("withdrawn", None)],
        ),
        ([(7, False), (8, True), (9, False)], [("superseded", 9), ("withdrawn", None), ("released", None)]),
    ],
)
def test_the_newest_that_holds_replaces_every_earlier_one(
    editions: list[tuple[int, bool]], states: list[tuple[str, int | None]]
) -> None:
    assert _states(*editions) == states


def test_editions_of_another_audience_or_briefing_replace_nothing() -> None:
    rows = [
        Released(1, EARLIER, (1, 0), False),
        Released(2, PRESIDENTIAL, (1, 0), False),
        Released(3, PARTNER, (2, 0), False),
    ]

    assert set(standings(rows).values()) == {Standing("released")}


def test_a_number_is_compared_by_its_parts() -> None:
    rows = [Released(1, PARTNER, (1, 9), False), Released(2, PARTNER, (1, 10), False)]

    assert standings(rows)[1] == Standing("superseded", 2)
