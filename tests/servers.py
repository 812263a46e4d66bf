"""Loaded by pytest before Django: the tests' own PostgreSQL and Valkey, and a queue that nobody shares.

With DATABASE_URL and REDIS_URL set, the tests use those servers, with a database of their own.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest

from config.embedded import EmbeddedServersFailed, embedded_servers
from config.servers_home import home

PROJECT = Path(__file__).resolve().parent.parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["PORTAL_MODE"] = "demo"
os.environ["QUEUE"] = f"test-{os.getpid()}"
_media = os.environ["MEDIA_ROOT"] = tempfile.mkdtemp(prefix="portal-test-media-")
os.environ["SWEEP_SECONDS"] = "1"
os.environ["LEASE_SECONDS"] = "3"  # a killed worker's work is taken up sooner than in production
# beat would begin the month's briefing in the midst of a test that runs past six in the morning in Seoul
os.environ["MONTHLY_BRIEFING_SCHEDULE"] = ""
os.environ.setdefault("PORTAL_SERVERS", str(PROJECT / "var" / "test-servers"))

_own = "DATABASE_URL" not in os.environ
_servers = ExitStack()
try:
    _servers.enter_context(embedded_servers("test"))
except EmbeddedServersFailed as error:
    pytest.exit(str(error), returncode=1)

import config.celery  # noqa: E402, F401  after the servers' addresses are known
from tests.databases import clones_in_memory, forget_at_a_power_cut  # noqa: E402

if _own:
    forget_at_a_power_cut()
    _servers.enter_context(clones_in_memory(home().uid))


def pytest_unconfigure() -> None:
    _servers.close()
    shutil.rmtree(_media, ignore_errors=True)
