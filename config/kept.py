"""Secrets of the demonstration: made once on each machine and kept in `var/`, readable by their owner alone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def kept(file: Path, make: Callable[[], str]) -> str:
    """What stands in `file`; if there is none, what `make` gives, from then on.

    Several processes may begin at once: they all get the same, and none reads a file that is still empty.
    """
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, written = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(descriptor, "w") as writing:
            writing.write(make())
        try:
            os.link(written, file)
        except FileExistsError:
            pass  # another process was first
        finally:
            os.unlink(written)
    return file.read_text().strip()
