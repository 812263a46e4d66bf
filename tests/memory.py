"""The memory of processes that run tests comes from jemalloc, as that of workers: they take a tenth of time less."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from config.allocator import LIBRARY, SETTINGS, jemalloc


@contextmanager
def memory_in_large_pages() -> Iterator[None]:
    """What starts within takes its memory from jemalloc; what this process starts later decides by itself."""
    os.environ.update(jemalloc())
    try:
        yield
    finally:
        if os.environ.get("LD_PRELOAD", "").endswith(LIBRARY):
            for name in ("LD_PRELOAD", *SETTINGS):
                os.environ.pop(name, None)
