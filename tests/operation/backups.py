"""What a command about backups says, and what a folder holds."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command


def files_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def refusal(*command: str) -> str:
    """What the command says, in this process; one line."""
    with pytest.raises(CommandError) as refused:
        call_command(*command, stdout=io.StringIO())
    assert "\n" not in str(refused.value)
    return str(refused.value)
