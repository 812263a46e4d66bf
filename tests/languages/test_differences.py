"""What changed between two versions of a text, in stretches."""

from __future__ import annotations

import pytest

from languages.differences import Difference, differences


def test_korean_changes_are_shown_by_eojeol() -> None:
    found = differences("기체 최대 100대를 들여온다.", "기체 최대 120대를 들여온다.", "ko")

    assert found == (
        Difference("kept", "기체 최대 "),
        Difference("removed", "100대를 "),
        Difference("added", "120대를 "),
        Difference("kept", "들여온다."),
    )


def test_chinese_changes_are_shown_by_character_and_numbers_whole() -> None:
    found = differences("至多100架", "至多120架", "zh-hans")

    assert [each for each in found if each.change != "kept"] == [
        Difference("removed", "100"),
        Difference("added", "120"),
    ]


def test_two_very_long_texts_are_compared_at_once_as_wholes() -> None:
    found = differences("가 " * 100_000, "나 " * 100_000, "ko")

    assert [each.change for each in found] == ["removed", "added"]


def test_what_is_new_or_unchanged_as_a_whole_is_one_stretch() -> None:
    assert differences("", "It buys.", "en") == (Difference("added", "It buys."),)
    assert differences("It buys.", "It buys.", "en") == (Difference("kept", "It buys."),)
    assert differences("", "", "en") == ()


@pytest.mark.timeout(30)
def test_a_table_of_which_every_cell_has_changed_is_compared_at_once() -> None:
    old, new = (" ".join(f"| {year}{cell}" for cell in range(1_900)) for year in ("2024-", "2025-"))

    found = differences(f"Before. {old} Behind.", f"Before. {new} Behind.", "en")

    assert [each.change for each in found] == ["kept", "removed", "added", "kept"]
    assert "".join(each.text for each in found if each.change != "added") == f"Before. {old} Behind."
