"""Where a worker takes its memory from: jemalloc, in large pages, with which it sets a file in four fifths of the time."""

from __future__ import annotations

import os
from pathlib import Path

LIBRARY = "libjemalloc.so.2"
"""As Debian's package `libjemalloc2` calls it."""
SETTINGS = {
    "PYTHONMALLOC": "malloc",
    "MALLOC_CONF": "thp:always,narenas:1,dirty_decay_ms:3000,muzzy_decay_ms:3000",
}
"""Python's small objects come from it as well, all of them from pages of two megabytes that one arena shares; what was
free for three seconds goes back to the system. `deploy/systemd/portal-worker.service` and `docker-compose.yml` say the
same.
"""

_LIBRARIES = Path("/usr/lib")


def jemalloc() -> dict[str, str]:
    """What an environment needs for a process to use jemalloc: nothing where that is not installed.

    A preload that this process was given stays: it is somebody's decision.
    """
    found = next(_LIBRARIES.glob(f"*/{LIBRARY}"), None)
    if found is None or "LD_PRELOAD" in os.environ:
        return {}
    return {"LD_PRELOAD": str(found), **SETTINGS}
