"""The portal's processes on one machine: worker, beat and web server, started and stopped together."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from config.allocator import jemalloc
from config.servers_home import PROJECT

STOP_SECONDS = 10
_ALIVE_WITHIN = 60
"""Seconds until the web server has to answer."""
LOGS = PROJECT / "var" / "log"

_NOTHING: Mapping[str, str] = MappingProxyType({})


class ProcessFailed(Exception):
    """A process of the portal did not start; the message says which and where its log is."""


@dataclass
class _Child:
    name: str
    arguments: tuple[str, ...]
    process: subprocess.Popen[bytes]
    started: float
    environment: Mapping[str, str]


class Processes:
    """Child processes in groups of their own, so that stopping ends what they started and nothing else."""

    def __init__(self, logs: Path = LOGS, *, steady_seconds: float = 5) -> None:
        self.logs = logs
        self._steady_seconds = steady_seconds
        self._children: list[_Child] = []

    def start(
        self, name: str, *arguments: str, environment: Mapping[str, str] = _NOTHING
    ) -> subprocess.Popen[bytes]:
        """Start a Python module's command; its output goes to `<logs>/<name>.log`.

        Args:
            environment: what its environment has beside this process's.
        """
        process = self._launch(name, arguments, environment)
        self._children.append(_Child(name, arguments, process, time.monotonic(), environment))
        return process

    def _launch(
        self, name: str, arguments: tuple[str, ...], environment: Mapping[str, str]
    ) -> subprocess.Popen[bytes]:
        self.logs.mkdir(parents=True, exist_ok=True)
        with open(self.logs / f"{name}.log", "ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", *arguments],
                cwd=PROJECT,
                env={**os.environ, **environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def start_worker(self, name: str = "worker", concurrency: int = 2) -> subprocess.Popen[bytes]:
        return self.start(
            name,
            "celery",
            "--app=config",
            "worker",
            f"--concurrency={concurrency}",
            f"--hostname={name}@%h",
            "--loglevel=INFO",
            "--without-gossip",
            "--without-mingle",
            environment=jemalloc(),
        )

    def start_beat(self) -> subprocess.Popen[bytes]:
        return self.start("beat", "celery", "--app=config", "beat", "--loglevel=INFO", "--pidfile=")

    def start_web(self, port: int, workers: int = 2) -> subprocess.Popen[bytes]:
        return self.start(
            "web",
            "gunicorn",
            "--config=python:config.gunicorn",
            f"--bind=127.0.0.1:{port}",
            f"--workers={workers}",
            "config.wsgi",
        )

    def check(self) -> None:
        """Start a process that has ended by itself again.

        Raises:
            ProcessFailed: it had only just begun, so the next one would end as well.
        """
        for child in self._children:
            if child.process.poll() is None:
                continue
            if time.monotonic() - child.started < self._steady_seconds:
                raise ProcessFailed(
                    f"The {child.name} ended by itself (exit code {child.process.returncode}). "
                    f"Its last words are in {self.logs / child.name}.log."
                )
            child.process = self._launch(child.name, child.arguments, child.environment)
            child.started = time.monotonic()

    def stop(self) -> None:
        """End every process that this object started; those that do not obey are killed."""
        running = [child.process for child in self._children]
        for process in reversed(running):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for process in running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=max(0.1, deadline - time.monotonic()))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self._children.clear()

    def kill(self) -> None:
        """End them all without asking, for those who do not need their last words."""
        for child in self._children:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.process.pid, signal.SIGKILL)
            child.process.wait()
        self._children.clear()


@contextlib.contextmanager
def processes() -> Iterator[Processes]:
    """Processes that end with the block, whatever ends it."""
    group = Processes()
    try:
        yield group
    finally:
        group.stop()


def must_be_free(port: int) -> None:
    """Raise ProcessFailed if somebody listens on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise ProcessFailed(
                f"Port {port} is taken by another program. Choose another one: PORT={port + 1} make demo"
            ) from error


def wait_until_alive(port: int, group: Processes) -> None:
    """Wait until the web server answers; raise ProcessFailed if it does not."""
    deadline = time.monotonic() + _ALIVE_WITHIN
    while time.monotonic() < deadline:
        group.check()
        address = f"http://127.0.0.1:{port}/healthz"
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise ProcessFailed(
        f"The web server did not answer within {_ALIVE_WITHIN} s. See {group.logs / 'web.log'}."
    )
