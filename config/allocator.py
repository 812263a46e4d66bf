"""Where a worker takes its memory from: jemalloc, with which it sets a file in six sevenths of the time."""

from __future__ import annotations

import os
from pathlib import Path

LIBRARY = "libjemalloc.so.2"
"""As Debian's package `libjemalloc2` calls it."""

_LIBRARIES = Path("/usr/lib")


def jemalloc() -> dict[str, str]:
    """What an environment needs for a process to use jemalloc: nothing where that is not installed.

    A preload that this process was given stays: it is somebody's decision.
    """
    found = next(_LIBRARIES.glob(f"*/{LIBRARY}"), None)
    return {} if found is None or "LD_PRELOAD" in os.environ else {"LD_PRELOAD": str(found)}
