"""Python's search for cycles, paused while a run makes millions of values that form none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Let reference counts alone free memory.

    A material and its document are frozen values without a cycle, but each search walks all of them:
    on ten thousand items that takes longer than making them. For a worker, which does one thing at a time.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()
