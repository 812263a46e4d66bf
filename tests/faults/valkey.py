"""A Valkey of a test's own, to be killed, stopped, filled and locked."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import redis

from config.embedded import valkey_program
from tests.faults.holds import wait_until


class Valkey:
    """A valkey-server behind a socket in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.address = f"unix://{folder}/valkey.sock"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it with nothing in it."""
        self._process = subprocess.Popen(
            [
                valkey_program(),
                *("--port", "0", "--unixsocket", f"{self._folder}/valkey.sock"),
                *("--dir", str(self._folder), "--save", "", "--appendonly", "no"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(self.answers, 10, "Valkey")

    def answers(self) -> bool:
        with contextlib.suppress(redis.RedisError, OSError):
            return bool(self.client().ping())
        return False

    def client(self) -> redis.Redis:
        return redis.Redis.from_url(self.address, socket_timeout=2)

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._process = None

    def hang(self) -> None:
        """It keeps its connections and answers nobody."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGCONT)

    def stop(self) -> None:
        if self._process is not None:
            self.go_on()
            self.kill()


@contextlib.contextmanager
def valkey() -> Iterator[Valkey]:
    """A running Valkey. Its folder has a short name: a socket's path may hold 107 bytes."""
    folder = Path(tempfile.mkdtemp(prefix="portal-valkey-"))
    server = Valkey(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)
