"""Commands and servers as an operator meets them: real processes, bad addresses, a path with a space in it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from config.processes import Processes, ProcessFailed

PROJECT = Path(__file__).resolve().parents[2]


def run(*arguments: str, cwd: Path = PROJECT, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_SERVERS")}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=cwd,
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_database_that_does_not_answer_is_one_line_with_its_address_and_what_to_do():
    port = free_port()

    done = run("dump_content", "/nonexistent", DATABASE_URL=f"postgres://u:secret@127.0.0.1:{port}/portal")

    assert done.returncode != 0
    assert len(done.stderr.strip().splitlines()) == 1
    assert f"127.0.0.1:{port}/portal" in done.stderr
    assert "DATABASE_URL" in done.stderr
    assert "secret" not in done.stderr


def test_settings_that_are_not_complete_are_named():
    done = run("check", PORTAL_MODE="production", SECRET_KEY="")

    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_said_and_another_one_is_offered():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run("demo", "--port", str(port))

    assert done.returncode != 0
    assert f"Port {port} is taken" in done.stderr
    assert "PORT=" in done.stderr


def test_a_process_of_the_portal_that_dies_is_started_again_and_one_that_cannot_start_is_named(
    tmp_path: Path,
):
    group = Processes(tmp_path, steady_seconds=0)
    try:
        first = group.start("server", "http.server", "--bind", "127.0.0.1", str(free_port()))
        first.kill()
        first.wait()

        group.check()

        alive = [child.process for child in group._children]
        assert [process.poll() for process in alive] == [None]
        assert alive[0].pid != first.pid
    finally:
        group.stop()
    assert alive[0].poll() is not None

    hasty = Processes(tmp_path)
    hasty.start("worker", "no_such_module").wait()
    with pytest.raises(ProcessFailed, match=r"The worker ended by itself .*worker\.log"):
        hasty.check()


def test_a_database_without_tables_is_told_to_migrate(live_database: str):
    empty = live_database.replace("/test_portal", "/template1?ignored=").partition("?ignored=")
    address = empty[0] + "?" + empty[2].partition("?")[2]

    done = run("dump_content", "/nonexistent", DATABASE_URL=address)

    assert done.returncode != 0
    assert "manage.py migrate" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_edition_or_briefing_that_does_not_exist_is_a_sentence(live_database: str):
    for command in (("verify", "2025-11/partner/7.0"), ("assemble", "1999-01")):
        done = run(*command)
        assert done.returncode != 0
        assert "There is no" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The code in a folder whose name has a space and Hangul in it."""
    target = tmp_path / "국토 교통"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", ".tools", "var", "out", "tests", "__pycache__", ".*_cache"
    )
    return Path(shutil.copytree(PROJECT, target, ignore=ignored))


def test_the_embedded_servers_start_in_any_folder_and_stop_with_the_last_process(elsewhere: Path):
    servers = ("DATABASE_URL", "REDIS_URL", "PORTAL_SERVERS")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(servers)}
    question = (
        "from django.db import connection; from django.core.cache import cache;"
        "connection.ensure_connection(); cache.set('a', 1);"
        "connection.cursor().execute('SELECT 1');"
        "import os; print('ADDRESS', os.environ['DATABASE_URL'].partition('host=')[2])"
    )

    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", question],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    sockets = Path(done.stdout.split("ADDRESS ")[1].strip())
    assert sockets.is_dir()
    assert list(sockets.iterdir()) == [], "a server was left running"
