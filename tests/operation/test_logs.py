"""What the logs say, and that they hold no personal data and no text of a briefing: real processes, canaries."""

from __future__ import annotations

import json
import logging
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from structlog.contextvars import bound_contextvars, get_contextvars

from briefings import runs
from briefings.models import AssemblyRun, Briefing, Edition, Rendition
from config.processes import Processes, wait_until_alive
from operation import logs
from tests.briefings.test_whole_way import ended, wait_for
from tests.operation.test_commands import run
from tests.serving import free_port

CANARY = "canary"
RARE_HAN = "\U00031350"  # no font of the PDF has it


@pytest.fixture
def log_folder(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def processes_in_production_form(
    live_database: str, log_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Processes]:
    """Every log of them in one folder of this test, in the form that a server writes."""
    monkeypatch.setenv("LOG_FORMAT", "json")
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")
    group = Processes(log_folder)
    try:
        yield group
    finally:
        group.stop()


class Visitor:
    """A browser of an account, with canaries wherever a visitor may put words."""

    def __init__(self, port: int, username: str) -> None:
        client = Client()
        client.force_login(get_user_model().objects.get(username=username))
        self.port, self.session = port, client.cookies["sessionid"].value

    def ask(self, path: str, data: dict[str, Any] | None = None, **headers: str) -> tuple[int, Any]:
        token = "a" * 32
        sent = {
            "Cookie": f"sessionid={self.session}; csrftoken={token}; other={CANARY}-cookie",
            "X-CSRFToken": token,
            "Referer": f"http://localhost:{self.port}/?{CANARY}-referer",
            "User-Agent": f"{CANARY}-browser",
            "X-Forwarded-For": "198.51.100.77",
        } | {name.replace("_", "-"): value for name, value in headers.items()}
        body = urllib.parse.urlencode(data, doseq=True).encode() if data is not None else None
        request = urllib.request.Request(f"http://localhost:{self.port}{path}", body, sent)
        opener = urllib.request.build_opener(_NoRedirect())
        try:
            with opener.open(request, timeout=30) as answer:
                return answer.status, answer.headers
        except urllib.error.HTTPError as error:
            return error.code, error.headers


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any) -> None:
        return None


def lines_of(folder: Path, name: str) -> list[dict[str, Any]]:
    """The log's lines; what a library prints as a banner is not among them."""
    return [json.loads(line) for line in (folder / name).read_text().splitlines() if line.startswith("{")]


def raise_on(table: str, when: str) -> None:
    """Let PostgreSQL refuse a statement with words that quote a text, as its own errors do."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE FUNCTION refuse_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" RAISE EXCEPTION 'refused: {CANARY}-in-an-error'; END $$;"
            f"CREATE TRIGGER refuse_{table} BEFORE {when} ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION refuse_{table}()"
        )


def allow_on(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER refuse_{table} ON {table}")


def test_no_log_holds_a_visitors_data_or_a_briefings_text(
    processes_in_production_form: Processes, log_folder: Path
):
    group = processes_in_production_form
    port = free_port()
    briefing = Briefing.objects.get(slug="2025-11")
    for suffix in ("ko", "zh_hans", "en"):
        Briefing.objects.filter(pk=briefing.pk).update(**{f"headline_{suffix}": f"{CANARY}-headline"})
    users = get_user_model().objects
    users.filter(username="briefing-editor").update(
        email=f"{CANARY}@example.org", first_name=f"{CANARY}-name", username=f"{CANARY}-user"
    )
    group.start_web(port)
    group.start_worker()
    group.start_beat()
    wait_until_alive(port, group)
    visitor = Visitor(port, f"{CANARY}-user")

    # what visitors ask for, well and badly
    assert visitor.ask(f"/ko/verify/?digest={CANARY}-query")[0] == 200
    assert visitor.ask(f"/ko/editions/{CANARY}-slug/partner/1.0/")[0] == 404
    assert visitor.ask(f"/{CANARY}-address")[0] in (302, 404)
    assert visitor.ask("/ko/", Host=f"{CANARY}.example.org")[0] == 400
    assert visitor.ask("/ko/sign-in/", {"username": f"{CANARY}-name"}, X_CSRFToken="b" * 32)[0] == 403
    raise_on("briefings_assemblyrun", "INSERT")
    desk = f"/admin/briefings/{briefing.pk}/desk/"
    status, headers = visitor.ask(f"{desk}assemble/", {"audiences": ["partner"], "number_step": "minor"})
    assert status == 500
    failed_request = headers["X-Request-ID"]
    allow_on("briefings_assemblyrun")

    # a run that fails with words quoting a text, and one that ends well
    raise_on("briefings_edition", "INSERT")
    status, headers = visitor.ask(
        f"{desk}assemble/",
        {"audiences": ["partner"], "number_step": "minor"},
        X_Request_ID="proxy-0123456789",
    )
    assert (status, headers["X-Request-ID"]) == (302, "proxy-0123456789")
    run = AssemblyRun.objects.get()
    wait_for(lambda: AssemblyRun.objects.get().error != "")
    allow_on("briefings_edition")
    wait_for(lambda: ended(run))
    if run.state != "done":
        visitor.ask(f"{desk}assemble/", {"audiences": ["partner"], "number_step": "minor"})
        wait_for(lambda: AssemblyRun.objects.filter(state="done").exists())

    # a file that Typst refuses: what it says quotes the text
    edition = Edition.objects.get()
    file = edition.renditions.get(language="en", format="pdf")
    content = bytes(edition.content).replace(f"{CANARY}-headline".encode(), f"{CANARY}{RARE_HAN}".encode())
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE briefings_edition DISABLE TRIGGER edition_is_sealed")
        cursor.execute("UPDATE briefings_edition SET content = %s", [content])
    Rendition.objects.filter(pk=file.pk).update(state="waiting", digest="", file="")
    wait_for(lambda: Rendition.objects.get(pk=file.pk).state == "failed")

    # nothing of all this is written down
    wait_for(lambda: f'"rendition": {file.pk}' in (log_folder / "worker.log").read_text())
    written = {path.name: path.read_text() for path in log_folder.iterdir()}
    assert set(written) == {"web.log", "worker.log", "beat.log"}
    for name, text in written.items():
        for word in (CANARY, RARE_HAN, "198.51.100.77", "127.0.0.1 -", desk, "2025-11"):
            found = [line for line in text.splitlines() if word in line]
            assert not found, f"{word} in {name}: {found[0]}"

    # and yet an operator finds what happened
    web, worker = lines_of(log_folder, "web.log"), lines_of(log_folder, "worker.log")
    requests = [line for line in web if line["event"] == "request"]
    assert {line["status"] for line in requests} >= {200, 302, 400, 403, 404, 500}
    asked = next(line for line in requests if line["request"] == "proxy-0123456789")
    assert (asked["view"], asked["method"]) == ("briefing-assemble", "POST")
    assert asked["account"] == users.get(username=f"{CANARY}-user").pk
    fault = next(line for line in web if line["level"] == "error" and line["request"] == failed_request)
    # the last: no run was under way, so one was to be made
    types = [error["type"] for error in fault["exception"]]
    assert types == ["ProgrammingError", "RaiseException", "DoesNotExist"]
    assert any(place.startswith("briefings/runs.py:") for place in fault["exception"][0]["at"])
    of_run = [line for line in worker if line.get("run") == run.pk]
    assert any(line["level"] == "error" and line["exception"] for line in of_run)
    assert any(line.get("request") == "proxy-0123456789" for line in of_run)
    assert any(line.get("rendition") == file.pk and line["level"] == "error" for line in worker)


def test_a_run_that_a_sweep_found_names_the_request_that_asked_for_it(
    db: None, monkeypatch: pytest.MonkeyPatch
):
    seen: dict[str, Any] = {}
    monkeypatch.setattr(runs._Worker, "work", lambda self: seen.update(get_contextvars()))
    with bound_contextvars(request="proxy-0123456789"):
        asked_for, _ = runs.request_run(
            briefing=Briefing.objects.get(slug="2025-11"), audiences=["partner"], by=None
        )

    assert "request" not in get_contextvars()  # as in a worker that only knows the run's number
    runs.work_on(asked_for.pk)

    assert seen == {"run": asked_for.pk, "request": "proxy-0123456789"}


@pytest.mark.parametrize(
    "given",
    ["", "short", "x" * 65, "with space 12345", "line\tbreak12345", "<script>12345", "한글한글한글한글"],
)
def test_a_request_id_that_looks_unlike_one_is_replaced(db: None, given: str):
    headers = {"X-Request-ID": given} if given else {}

    answered = Client().get("/ko/sign-in/", headers=headers).headers["X-Request-ID"]

    assert len(answered) == 32
    assert answered != given
    assert answered != Client().get("/ko/sign-in/", headers=headers).headers["X-Request-ID"]


@pytest.fixture
def written(capsys: pytest.CaptureFixture[str]) -> Any:
    """Lines written through the portal's own formatter."""

    def read(name: str, level: int, message: Any, *args: Any, as_json: bool = True, **more: Any) -> str:
        form = logs.settings(level="DEBUG", as_json=as_json)["formatters"]["line"]
        formatter = form.pop("()")(**form)
        record = logging.getLogger(name).makeRecord(
            name, level, more.pop("path", "/site-packages/library.py"), 1, message, args, more.get("exc_info")
        )
        return formatter.format(record)

    return read


def test_of_a_librarys_line_only_numbers_are_kept(written):
    line = json.loads(written("library", logging.WARNING, "page %s of %d: %s", 7, 9, "canary"))

    assert line["event"] == "page 7 of 9: …"


def test_a_librarys_finished_sentence_is_withheld(written):
    line = json.loads(
        written("django.security.DisallowedHost", logging.ERROR, "Invalid HTTP_HOST header: 'canary'.")
    )

    assert line["event"].startswith("django.security.DisallowedHost")
    assert "canary" not in line["event"]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (("celery.beat", logging.INFO, "Scheduler: Sending due task %s (%s)", "sweep", "tick"), False),
        (
            (
                "celery.worker.strategy",
                logging.INFO,
                "Task %(name)s[%(id)s] received",
                {"name": "tick", "id": "1"},
            ),
            False,
        ),
        (("celery.app.trace", logging.INFO, "Task %(name)s[%(id)s] succeeded in", {"name": "tick"}), False),
        (("celery.app.trace", logging.ERROR, "Task %(name)s[%(id)s] succeeded in", {"name": "tick"}), True),
        (("celery.app.trace", logging.INFO, "Task %(name)s[%(id)s] retry: %(exc)s", {"name": "tick"}), True),
        (("celery.worker.control", logging.INFO, "Rate limits disabled for tasks of type %s", "tick"), True),
        (
            ("celery.app.trace", logging.INFO, "Task %(name)s[%(id)s] succeeded in", {"name": "assemble"}),
            True,
        ),
        (("celery.beat", logging.INFO, "beat: Starting..."), True),
        (("briefings.tasks", logging.INFO, "%s took up a run", "tick"), True),
    ],
)
def test_what_runs_every_few_seconds_is_not_said_each_time(
    said: tuple[Any, ...], kept: bool, capsys: pytest.CaptureFixture[str]
):
    name, level, template, *args = said
    for log_level, expected in (("INFO", kept), ("DEBUG", True)):
        configuration = logs.settings(level=log_level, as_json=True, ticks=["tick"])
        the_filter = configuration["filters"]["ticks"].copy()
        chosen = the_filter.pop("()")(**the_filter)
        record = logging.getLogger(name).makeRecord(name, level, "library.py", 1, template, tuple(args), None)

        assert chosen.filter(record) is expected


def test_every_process_leaves_out_what_runs_every_few_seconds_unless_asked_for_all():
    said = (
        "import logging; log = logging.getLogger('celery.beat').info;"
        "log('beat: Starting...');"
        "log('Scheduler: Sending due task %s (%s)', 'sweep', 'briefings.tasks.sweep');"
        "log('Scheduler: Sending due task %s (%s)', 'forget', 'accounts.tasks.forget_attempts')"
    )

    usual = run("shell", "-v0", "-c", said).stderr
    asked = run("shell", "-v0", "-c", said, LOG_LEVEL="DEBUG").stderr

    for text in (usual, asked):
        assert "beat: Starting..." in text
        assert "accounts.tasks.forget_attempts" in text
    assert "briefings.tasks.sweep" not in usual
    assert "briefings.tasks.sweep" in asked


def test_an_exception_is_a_type_and_places_without_variables_and_words(written):
    def fails(canary_argument: str) -> None:
        local = canary_argument + "-local"
        try:
            raise OSError(28, "No space left on device")
        except OSError as error:
            raise ValueError(f"cannot take {local}") from error

    try:
        fails("canary")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
    line = json.loads(written("briefings.runs", logging.ERROR, "Run %s failed", 5, exc_info=info))

    assert line["event"] == "Run 5 failed"
    outer, inner = line["exception"]
    assert outer["type"] == "ValueError"
    assert "says" not in outer
    assert outer["at"][-1].endswith(" fails")
    assert inner["says"] == "[Errno 28] No space left on device"
    assert "canary" not in json.dumps(line)


def test_for_a_person_the_same_is_readable(written):
    try:
        raise MemoryError("out of memory")
    except MemoryError as error:
        info = (type(error), error, error.__traceback__)
    text = written("briefings.runs", logging.ERROR, "Run %s failed", 5, as_json=False, exc_info=info)

    first, *_, last = text.splitlines()
    assert first.endswith("ERROR   briefings.runs: Run 5 failed")
    assert last == "  MemoryError: out of memory"


def test_a_log_format_that_does_not_exist_is_refused_with_what_there_is():
    done = run("check", LOG_FORMAT="xml")

    assert done.returncode != 0
    assert "either lines or json" in done.stderr
    assert "Traceback" not in done.stderr
