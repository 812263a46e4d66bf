"""What the demonstration makes once is the same for every process, whichever comes first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from config.kept import kept


def test_all_who_begin_at_once_get_the_same_and_nothing_else_is_left(tmp_path: Path) -> None:
    made = count()
    file = tmp_path / "var" / "secret"

    with ThreadPoolExecutor(16) as together:
        found = list(together.map(lambda _: kept(file, lambda: f"secret {next(made)}"), range(64)))

    assert len(set(found)) == 1
    assert [each.name for each in file.parent.iterdir()] == ["secret"]
    assert file.stat().st_mode & 0o077 == 0
