"""PostgreSQL goes down and comes back in the middle of the work: nothing is lost, nothing is done twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from briefings.models import Briefing
from briefings.runs import request_run
from config.processes import Processes
from tests.faults.conftest import assert_one_right_edition
from tests.faults.holds import Hold, wait_until
from tests.faults.person import Person
from tests.faults.postgres import Postgres, postgres
from tests.serving import serve

PLACES: dict[str, Callable[[Hold], None]] = {
    "reading the pages": lambda at: at.at_reading("vocabulary_term"),
    "sealing": lambda at: at.at_insert("briefings_rendition"),
    "storing a file": lambda at: at.at_file("ready"),
}


@pytest.fixture
def server(live_database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postgres]:
    """A server of the test's own, which this process and those it starts use."""
    with postgres(live_database) as own:
        monkeypatch.setenv("DATABASE_URL", own.address)
        before = dict(connection.settings_dict)
        connection.close()
        host = own.address.partition("host=")[2].replace("%2F", "/")
        connection.settings_dict.update(NAME="portal", HOST=host, PORT="", USER="portal", PASSWORD="")
        yield own
        connection.close()
        connection.settings_dict.update(before)


def _answers() -> bool:
    """Whether the server answers this process again."""
    connection.close()
    try:
        connection.ensure_connection()
    except Exception:
        return False
    return True


def test_a_database_restarted_at_any_step_leaves_one_right_edition(
    server: Postgres, portal: Processes, media: Path
):
    portal.start_worker("worker", concurrency=2)
    portal.start_beat()
    briefing = Briefing.objects.get(slug="2025-11")
    run, _made = request_run(briefing=briefing, audiences=["partner"], by=None)

    for hold_there in PLACES.values():
        link = psycopg.connect(server.address, autocommit=True)
        held = Hold(link)
        hold_there(held)
        held.wait()
        server.stop()
        server.start()
        wait_until(_answers, 10, "the database")
        with psycopg.connect(server.address, autocommit=True) as again:
            for table in ("briefings_rendition", "briefings_assemblyrun", "briefings_edition"):
                again.execute(f"DROP TRIGGER IF EXISTS aa_wait_for_test ON {table}")

    assert_one_right_edition(run, media)


def test_readers_see_a_page_that_says_when_to_try_again_and_then_their_page(
    server: Postgres, portal: Processes, media: Path
):
    address = serve(portal)
    official = Person(address, "official")
    assert official.get("/ko/editions/").status_code == 200

    server.stop()
    down = official.get("/ko/editions/")

    assert down.status_code == 503
    assert down.headers["Retry-After"] == "10"
    for words in ("지금은 이용할 수 없습니다", "暂时无法使用", "Not available for a moment"):
        assert words in down.text
    assert "Traceback" not in down.text
    assert "portal-postgres" not in down.text

    server.start()
    assert official.get("/ko/editions/").status_code == 200
