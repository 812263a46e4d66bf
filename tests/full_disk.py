"""A disk that is full in the midst of a file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest


def no_room_for(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the first bytes alone of a file of this name find room."""
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == name:
            write(path, content[:100])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
