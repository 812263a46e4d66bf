"""The broker dies, comes back empty, hangs, is full or takes no writes: no press of the button is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import redis
from django.conf import settings

from briefings.models import AssemblyRun, Briefing
from config.processes import Processes
from tests.faults.conftest import assert_one_right_edition
from tests.faults.holds import hold, wait_until
from tests.faults.person import Person
from tests.faults.valkey import Valkey, valkey
from tests.serving import serve


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Valkey]:
    with valkey() as server:
        monkeypatch.setenv("REDIS_URL", server.address)
        yield server


@pytest.fixture
def address(broker: Valkey, portal: Processes, live_database: str) -> str:
    return serve(portal)


@pytest.fixture
def editor(address: str) -> Person:
    return Person(address, "briefing-editor")


def test_a_press_while_the_broker_is_down_is_kept_and_runs_when_it_is_back(
    editor: Person, broker: Valkey, portal: Processes, briefing: Briefing, media: Path
):
    portal.start_worker()
    portal.start_beat()
    broker.kill()

    page = editor.press_assemble(briefing)

    assert page.status_code == 200
    run = AssemblyRun.objects.get()
    assert run.state == "waiting"
    assert editor.get("/ko/").status_code == 200

    broker.start()

    assert_one_right_edition(run, media)


def test_a_broker_killed_and_started_empty_in_the_middle_loses_nothing(
    broker: Valkey, portal: Processes, press: Callable[..., AssemblyRun], live_database: str, media: Path
):
    portal.start_worker()
    portal.start_beat()
    with hold(live_database) as held:
        held.at_insert("briefings_rendition")
        run = press()
        held.wait()
        broker.kill()
    broker.start()

    assert_one_right_edition(run, media)


@pytest.mark.parametrize(
    ("setting", "wrong", "right"),
    [
        ("maxmemory", "1", "0"),
        ("min-replicas-to-write", "1", "0"),
    ],
    ids=["out of memory", "takes no writes"],
)
def test_a_broker_that_refuses_writes_delays_the_work_and_loses_nothing(
    setting: str,
    wrong: str,
    right: str,
    editor: Person,
    broker: Valkey,
    portal: Processes,
    briefing: Briefing,
    media: Path,
):
    portal.start_worker()
    portal.start_beat()
    broker.client().config_set(setting, wrong)

    page = editor.press_assemble(briefing)

    assert page.status_code == 200
    run = AssemblyRun.objects.get()
    assert run.state == "waiting"

    broker.client().config_set(setting, right)

    assert_one_right_edition(run, media)


def test_a_broker_that_hangs_keeps_no_editor_waiting(
    editor: Person, broker: Valkey, portal: Processes, briefing: Briefing, media: Path
):
    portal.start_worker()
    portal.start_beat()
    broker.hang()

    page = editor.press_assemble(briefing)

    assert page.status_code == 200
    with pytest.raises(redis.TimeoutError):
        broker.client().ping()
    run = AssemblyRun.objects.get()
    assert run.state == "waiting"
    assert 'data-run-active="true"' in page.text
    broker.go_on()
    assert_one_right_edition(run, media)


def test_two_people_who_press_at_once_see_the_same_run(
    address: str, portal: Processes, briefing: Briefing, media: Path
):
    portal.start_worker()
    people = [Person(address, name) for name in ("briefing-editor", "administrator")]

    with ThreadPoolExecutor(2) as both:
        pages = list(both.map(lambda each: each.press_assemble(briefing), people))

    assert [page.status_code for page in pages] == [200, 200]
    run = AssemblyRun.objects.get()
    assert_one_right_edition(run, media)


def test_what_beat_asks_for_does_not_heap_up_where_nobody_takes_it(
    broker: Valkey,
    portal: Processes,
    press: Callable[..., AssemblyRun],
    media: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    with monkeypatch.context() as often:
        often.setenv("SWEEP_SECONDS", "0.1")
        often.setenv("PUBLISH_SECONDS", "0.1")
        often.setenv("LOG_LEVEL", "DEBUG")  # beat's regular lines are written at no other level
        portal.start_beat()
    log = portal.logs / "beat.log"
    for task in ("sweep", "publish-scheduled"):
        due = f"Sending due task {task}"
        wait_until(lambda due=due: log.read_text().count(due) > 20, 30, f"twenty of {task}")

    waiting = broker.client().lrange(settings.QUEUE, 0, -1)
    run = press()

    assert len(waiting) == 1
    portal.start_worker()
    assert_one_right_edition(run, media)
