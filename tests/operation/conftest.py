"""What the tests of backups share."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from operation.backup import back_up


@pytest.fixture
def media(tmp_path: Path, settings: Any) -> Path:
    """A media folder of this test's own, for this process and those it starts."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return Path(settings.MEDIA_ROOT)


_kept: dict[str, Path] = {}


@pytest.fixture
def backup(live_database: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the sample content, made once; a copy that the test may spoil."""
    if not _kept:
        folder = tmp_path_factory.mktemp("backups") / "sample"
        back_up(folder, lambda _line: None)
        _kept["sample"] = folder
    return Path(shutil.copytree(_kept["sample"], tmp_path / "backup"))
