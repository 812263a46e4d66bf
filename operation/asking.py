"""Asking a server that may hang: in a thread, for two seconds.

A question that still hangs is not asked again: a dead server costs one thread and not one for every probe.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

from django.db import connection

SECONDS = 2.0


class Question[Answer]:
    """A question with a name; whoever asks while it is open waits for the same answer."""

    def __init__(self, name: str, question: Callable[[], Answer]) -> None:
        self.name, self.question = name, question
        self._lock = threading.Lock()
        self._open: Future[Answer] | None = None

    def begin(self) -> Future[Answer]:
        with self._lock:
            if self._open is None or self._open.done():
                self._open = Future()
                threading.Thread(
                    target=self._run, args=(self._open,), name=f"ask-{self.name}", daemon=True
                ).start()
            return self._open

    def _run(self, answer: Future[Answer]) -> None:
        try:
            found = self.question()
        except Exception as error:
            connection.close()
            answer.set_exception(error)
        else:
            connection.close()
            answer.set_result(found)
