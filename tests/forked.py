"""Processes of the portal that find its libraries read: to read them is two thirds of a start.

The server of `multiprocessing` reads once what knows nothing of the portal, two thousand modules of Django, Celery,
gunicorn and others, and forks for each start. The portal's own modules, but for those that start processes, its settings
and all that Django registers are read anew by each of the forked, which have the arguments, the environment, the folder,
the input and output and the session that `Processes` would give them.

What it cannot show: a module that uses a library without reading it. Tests with `started_portal`, or with `Processes` of
their own, start worker, beat and web server as a server does.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection

from config.allocator import jemalloc
from config.processes import Processes
from config.servers_home import PROJECT

LIBRARIES = (
    "anyascii",
    "bs4",
    "celery.apps.beat",
    "celery.apps.worker",
    "celery.bin.beat",
    "celery.bin.worker",
    "celery.concurrency.prefork",
    "django.contrib.postgres.search",
    "django.core.handlers.wsgi",
    "django.core.management",
    "django.db.models",
    "django.forms",
    "django.template.defaulttags",
    "django.test",
    "django.views.generic",
    "django.views.i18n",
    "django_filters",
    "draftjs_exporter.html",
    "fontTools.ttLib",
    "gunicorn.app.wsgiapp",
    "gunicorn.workers.gthread",
    "kombu.transport.redis",
    "laces.components",
    "lxml.html",
    "markdown_it",
    "msgspec",
    "openpyxl",
    "PIL.Image",
    "pillow_heif",
    "psycopg",
    "regex",
    "segno",
    "structlog.dev",
    "telepath",
    "typst",
    "whitenoise.middleware",
    "yaml",
)
"""Each can be read before there are settings, and none looks for a variable as it is read that a test sets:
`prometheus_client`, which does, is not here."""

# without jemalloc, which `operation/test_allocator.py` asks for of a worker that starts by itself
_server = multiprocessing.get_context("forkserver")
_server.set_forkserver_preload([*LIBRARIES, __name__])


class Forked:
    """A process that was forked: what tests ask of a `subprocess.Popen`."""

    def __init__(self, log: str, arguments: tuple[str, ...], environment: Mapping[str, str]) -> None:
        mine, its = _server.Pipe(duplex=False)
        self._process = _server.Process(target=_become, args=(its, log, arguments, dict(environment)))
        self._process.start()
        its.close()
        self.pid = mine.recv()
        mine.close()

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired(f"process {self.pid}", timeout or 0)
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class ForkedProcesses(Processes):
    """The portal's processes, forked."""

    def _launch(self, name: str, arguments: tuple[str, ...], environment: Mapping[str, str]) -> Forked:  # type: ignore[override]
        whole = {**os.environ, **environment}
        if whole.get("LD_PRELOAD", "") not in ("", jemalloc().get("LD_PRELOAD", "")):
            # a library of the test's own, such as another clock, is there from the first instruction
            return super()._launch(name, arguments, environment)  # type: ignore[return-value]
        self.logs.mkdir(parents=True, exist_ok=True)
        return Forked(str(self.logs / f"{name}.log"), arguments, whole)


def _become(started: Connection, log: str, arguments: tuple[str, ...], environment: dict[str, str]) -> None:
    """Be what `python -m ARGUMENTS` would be, in a session of its own."""
    os.setsid()
    os.chdir(PROJECT)
    with open(log, "ab") as output, open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
        for descriptor in (1, 2):
            os.dup2(output.fileno(), descriptor)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = list(arguments)
    started.send(os.getpid())
    started.close()
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
