"""gunicorn's configuration: `gunicorn --config=python:config.gunicorn config.wsgi`."""

import os
import shutil
import tempfile
from typing import Any

from config import settings

bind = settings.WEB_BIND
workers = settings.WEB_WORKERS
threads = settings.WEB_THREADS
worker_class = "gthread"
# imported once and shared: half the time to start, and less memory. New code needs a restart, not a HUP
preload_app = True
# the portal writes a line for each request itself: without addresses, queries and visitors' IPs
accesslog = None
logconfig_dict = settings.LOGGING

# nobody controls a running server by a socket; signals do
control_socket_disable = True

# where the processes of this server add up their counts of requests; known before prometheus_client is imported
_counts = tempfile.mkdtemp(prefix="portal-metrics-")
os.environ["PROMETHEUS_MULTIPROC_DIR"] = _counts


def when_ready(server: Any) -> None:
    """The application is read, no worker forked yet."""
    from briefings.work.warming import warm_language_check

    warm_language_check()


def child_exit(server: Any, worker: Any) -> None:
    """A process ended: its counts stay, its gauges do not."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)


def on_exit(server: Any) -> None:
    """The server ends: its counts with it."""
    shutil.rmtree(_counts, ignore_errors=True)
