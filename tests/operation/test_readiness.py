"""Whether the portal says rightly that it lives and can work, and to whom it says more."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db.models.functions import Now
from django.test import Client

from briefings.models import AssemblyRun, Briefing
from config.processes import Processes, wait_until_alive
from operation import processes
from operation.models import Process
from tests.serving import free_port

PARTS = {"database", "broker", "storage", "workers", "beat", "oldest-waiting-run"}


def ask(address: str) -> tuple[int, dict[str, Any]]:
    """Status and answer, for as long as a monitor waits; by an address that is none of the portal's host names."""
    request = urllib.request.Request(address, headers={"Host": "10.1.2.3:8000"})
    try:
        with urllib.request.urlopen(request, timeout=15) as answer:
            status, body = answer.status, answer.read()
    except urllib.error.HTTPError as error:
        status, body = error.code, error.read()
    return status, json.loads(body)


@contextmanager
def a_server_that_never_answers() -> Iterator[int]:
    """Takes connections and stays silent, as a stopped process or a firewall does."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(64)
        yield silent.getsockname()[1]


@pytest.fixture
def here(live_database: str) -> Client:
    return Client(REMOTE_ADDR="127.0.0.1", HTTP_HOST="10.1.2.3:8000")


def words(client: Client, **asked: Any) -> dict[str, Any]:
    body = client.get("/readyz", asked).json()
    return {name: part["word"] for name, part in body["parts"].items() if not part["ready"]}


def ready_of(body: dict[str, Any]) -> dict[str, bool]:
    return {name: part["ready"] for name, part in body["parts"].items()}


def test_the_portal_is_ready_once_a_worker_and_beat_are_heard_of(portal: Processes, tmp_path):
    port = free_port()
    portal.start_web(port)
    wait_until_alive(port, portal)
    address = f"http://127.0.0.1:{port}/readyz"
    status, body = ask(address)
    assert (status, body["ready"]) == (503, False)
    assert {name for name, part in body["parts"].items() if not part["ready"]} == {"workers", "beat"}

    worker = portal.start_worker()
    beat = portal.start_beat()
    deadline = time.monotonic() + 40
    while (answer := ask(address))[0] != 200:
        assert time.monotonic() < deadline, answer
        time.sleep(0.2)

    status, body = ask(address)
    assert (status, body["ready"]) == (200, True)
    assert set(body["parts"]) == PARTS
    assert body["parts"]["workers"]["word"] == "1 alive"

    # those that end in good order are missed at once
    for part, process in (("workers", worker), ("beat", beat)):
        process.terminate()
        process.wait(timeout=20)
        status, body = ask(address)
        assert status == 503
        assert not body["parts"][part]["ready"]


def test_a_silent_database_and_a_silent_broker_are_named_while_both_stay_silent(tmp_path):
    port = free_port()
    with a_server_that_never_answers() as silent:
        group = Processes(tmp_path)
        environment = os.environ | {
            "DATABASE_URL": f"postgres://portal:canary-secret@127.0.0.1:{silent}/portal",
            "REDIS_URL": f"redis://:canary-secret@127.0.0.1:{silent}/0",
        }
        before = dict(os.environ)
        os.environ.update(environment)
        try:
            group.start_web(port)
            wait_until_alive(port, group)
            status, body = ask(f"http://127.0.0.1:{port}/readyz")
            again = ask(f"http://127.0.0.1:{port}/readyz")
        finally:
            os.environ.clear()
            os.environ.update(before)
            group.stop()

    assert status == 503
    # all that ask the database are given up at the same moment: the driver itself would wait for a third second
    for name in ("database", "workers", "beat", "oldest-waiting-run"):
        assert body["parts"][name]["word"] == "no answer within 2 s", name
    assert not body["parts"]["broker"]["ready"]
    assert body["parts"]["storage"]["ready"]
    assert again[0] == 503
    assert ready_of(again[1]) == ready_of(body), "who asks again is told the same: nothing is left hanging"
    assert "canary-secret" not in json.dumps(body) + (tmp_path / "web.log").read_text()


def test_a_database_that_was_not_migrated_is_not_ready_though_it_answers(here: Client, live_database: str):
    """As after an upgrade without `migrate`: pages would answer 500."""
    assert words(here, part="database") == {}
    with psycopg.connect(live_database) as older:
        older.execute("DELETE FROM django_migrations WHERE app = 'briefings' AND name > '0020'")

    assert words(here, part="database") == {"database": "older than this version: run manage.py migrate"}


def test_parts_that_all_hang_take_no_longer_than_one(here: Client, live_database: str):
    """PostgreSQL takes connections, but what is asked of these tables is not answered."""
    with psycopg.connect(live_database) as busy:
        busy.execute("LOCK TABLE operation_process, briefings_assemblyrun")

        begun = time.monotonic()
        said = words(here, part=["workers", "beat", "oldest-waiting-run"])
        seconds = time.monotonic() - begun

    assert said == dict.fromkeys(("workers", "beat", "oldest-waiting-run"), "no answer within 2 s")
    assert seconds < 5, "one after the other takes 6"


def test_a_broker_that_refuses_writes_is_not_ready_though_it_answers(here: Client, settings, tmp_path):
    from config import embedded

    port = free_port()
    full = subprocess.Popen(
        [
            embedded.valkey_program(),
            "--port",
            str(port),
            "--maxmemory",
            "1",
            "--save",
            "",
            "--dir",
            str(tmp_path),
        ],
        stdout=subprocess.DEVNULL,
    )
    try:
        settings.REDIS_URL = f"redis://127.0.0.1:{port}/0"
        deadline = time.monotonic() + 10
        while "refused" in (said := words(here, part="broker").get("broker", "")) or "Connecti" in said:
            assert time.monotonic() < deadline
            time.sleep(0.1)
    finally:
        full.terminate()
        full.wait()

    assert "maxmemory" in said


def test_a_media_folder_that_takes_no_file_is_named(here: Client, settings, tmp_path):
    in_the_way = tmp_path / "media"
    in_the_way.write_text("a file where the folder should be")

    settings.MEDIA_ROOT = str(in_the_way)

    assert set(words(here, part="storage")) == {"storage"}
    settings.MEDIA_ROOT = str(tmp_path / "right")
    assert words(here, part="storage") == {}
    assert not [file for file in (tmp_path / "right").rglob("*") if file.is_file()], (
        "the probe's file is left"
    )


def test_a_run_that_nobody_takes_up_makes_the_portal_unwell(here: Client):
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["partner"], requested_by=None
    )
    assert words(here, part="oldest-waiting-run") == {}

    AssemblyRun.objects.filter(pk=run.pk).update(requested_at=Now() - timedelta(minutes=10))

    assert "the oldest run has waited for 60" in words(here, part="oldest-waiting-run")["oldest-waiting-run"]


def test_a_process_not_heard_of_lately_or_heard_of_in_the_future_does_not_count(live_database: str):
    for name, away in (("dead", -60), ("before-the-clock-was-set-back", 3600), ("alive", 0)):
        processes.seen("worker", name)
        Process.objects.filter(name=name).update(seen_at=Now() + timedelta(seconds=away))

    assert processes.alive() == {"worker": 1, "beat": 0}

    processes.gone("worker", "alive")
    assert processes.alive()["worker"] == 0


@pytest.mark.parametrize(
    ("asked", "detailed"),
    [
        ({"REMOTE_ADDR": "127.0.0.1"}, True),
        ({"REMOTE_ADDR": "::1"}, True),
        ({"REMOTE_ADDR": "203.0.113.9"}, False),
        ({"REMOTE_ADDR": ""}, False),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "127.0.0.1"}, False),
        ({"REMOTE_ADDR": "203.0.113.9", "HTTP_AUTHORIZATION": "Bearer right-token"}, True),
        ({"REMOTE_ADDR": "203.0.113.9", "HTTP_AUTHORIZATION": "Bearer wrong-token"}, False),
        ({"REMOTE_ADDR": "203.0.113.9", "HTTP_AUTHORIZATION": "Basic right-token"}, False),
    ],
)
def test_only_operators_see_the_parts(live_database: str, settings, asked: dict[str, str], detailed: bool):
    settings.OPERATOR_TOKEN = "right-token"

    body = Client(**asked).get("/readyz", {"part": "database"}).json()

    assert body["ready"] is True
    assert ("parts" in body) is detailed


def test_without_a_token_in_the_settings_an_empty_one_opens_nothing(live_database: str, settings):
    settings.OPERATOR_TOKEN = ""

    body = Client(REMOTE_ADDR="203.0.113.9", HTTP_AUTHORIZATION="Bearer ").get("/readyz").json()

    assert "parts" not in body


def test_probes_need_neither_host_name_nor_https_nor_cookie(live_database: str, settings):
    settings.SECURE_SSL_REDIRECT = True
    client = Client(HTTP_HOST="10.1.2.3:8000")

    for address in ("/healthz", "/readyz"):
        answer = client.get(address, {"part": "database"})
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert not answer.cookies
    assert client.post("/readyz").status_code == 405
