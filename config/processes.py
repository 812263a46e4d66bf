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
from collections.abc import Iterator
from pathlib import Path

from config.embedded import PROJECT

STOP_SECONDS = 10
LOGS = PROJECT / "var" / "log"


class ProcessFailed(Exception):
    """A process of the portal did not start; the message says which and where its log is."""


class Processes:
    """Child processes in groups of their own, so that stopping ends what they started and nothing else."""

    def __init__(self, logs: Path = LOGS) -> None:
        self.logs = logs
        self._running: list[tuple[str, subprocess.Popen[bytes]]] = []

    def start(self, name: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a Python module's command; its output goes to `<logs>/<name>.log`."""
        self.logs.mkdir(parents=True, exist_ok=True)
        with open(self.logs / f"{name}.log", "ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", *arguments],
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._running.append((name, process))
        return process

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
        )

    def start_beat(self) -> subprocess.Popen[bytes]:
        return self.start("beat", "celery", "--app=config", "beat", "--loglevel=INFO", "--pidfile=")

    def start_web(self, port: int) -> subprocess.Popen[bytes]:
        return self.start(
            "web",
            "gunicorn",
            "--config=python:config.gunicorn",
            f"--bind=127.0.0.1:{port}",
            "--workers=2",
            "config.wsgi",
        )

    def check(self) -> None:
        """Raise ProcessFailed if a process has ended by itself."""
        for name, process in self._running:
            if process.poll() is not None:
                raise ProcessFailed(
                    f"The {name} ended by itself (exit code {process.returncode}). "
                    f"Its last words are in {self.logs / name}.log."
                )

    def stop(self) -> None:
        """End every process that this object started; those that do not obey are killed."""
        for _name, process in reversed(self._running):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for _name, process in self._running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=max(0.1, deadline - time.monotonic()))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self._running.clear()


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


def wait_until_alive(port: int, group: Processes, seconds: float = 60) -> None:
    """Wait until the web server answers; raise ProcessFailed if it does not."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        group.check()
        address = f"http://127.0.0.1:{port}/healthz"
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise ProcessFailed(
        f"The web server did not answer within {seconds:.0f} s. See {group.logs / 'web.log'}."
    )
