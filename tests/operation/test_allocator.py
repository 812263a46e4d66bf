"""Workers take their memory from jemalloc, wherever they are started, and do without where it is missing."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest

from config import allocator
from config.processes import Processes
from tests.faults.holds import wait_until
from tests.operation.test_settings import COMPOSE, PROJECT


def test_a_worker_takes_its_memory_from_jemalloc_and_the_others_do_not(started_portal: Processes):
    worker, beat = started_portal.start_worker(), started_portal.start_beat()

    wait_until(lambda: allocator.LIBRARY in Path(f"/proc/{worker.pid}/maps").read_text())
    wait_until(lambda: b"beat" in Path(f"/proc/{beat.pid}/cmdline").read_bytes())
    assert b"LD_PRELOAD" not in Path(f"/proc/{beat.pid}/environ").read_bytes()


def test_servers_and_containers_start_workers_with_it():
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(PROJECT / "deploy" / "systemd" / "portal-worker.service")

    wanted = {"LD_PRELOAD": allocator.LIBRARY, **allocator.SETTINGS}
    assert dict(each.split("=", 1) for each in unit["Service"]["Environment"].split()) == wanted
    assert COMPOSE["services"]["worker"]["environment"].items() >= wanted.items()
    assert "libjemalloc2" in (PROJECT / "Dockerfile").read_text()


def test_where_it_is_missing_or_something_else_is_wanted_nothing_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert allocator.jemalloc()["LD_PRELOAD"].endswith(allocator.LIBRARY)

    monkeypatch.setenv("LD_PRELOAD", "libother.so")
    assert allocator.jemalloc() == {}

    monkeypatch.delenv("LD_PRELOAD")
    monkeypatch.setattr(allocator, "_LIBRARIES", tmp_path)
    assert allocator.jemalloc() == {}
