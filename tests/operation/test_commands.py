"""Commands and servers as an operator meets them: real processes, bad addresses, a path with a space in it."""

from __future__ import annotations

import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

import manage
from briefings import demonstration
from briefings.models import AssemblyRun, Briefing, Rendition
from briefings.terminal import follow
from config.management.commands import demo
from config.processes import Processes, ProcessFailed
from config.unreachable import database_sentence
from tests.briefings.editions import make_files, seal_sample
from tests.faults.holds import wait_until
from tests.faults.postgres import Postgres, place_for_servers
from tests.serving import free_port

PROJECT = Path(__file__).resolve().parents[2]


def run(*arguments: str | bytes, cwd: Path = PROJECT, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_SERVERS")}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=cwd,
        env=kept | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_database_that_does_not_answer_is_one_line_with_its_address_and_what_to_do():
    port = free_port()

    done = run("dump_content", "/nonexistent", DATABASE_URL=f"postgres://u:secret@127.0.0.1:{port}/portal")

    assert done.returncode != 0
    assert len(done.stderr.strip().splitlines()) == 1
    assert f"127.0.0.1:{port}/portal" in done.stderr
    assert "DATABASE_URL" in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.django_db
def test_who_makes_the_first_administrator_is_told_in_english_what_is_wrong(
    capsys: pytest.CaptureFixture[str],
):
    with translation.override("ko"), pytest.raises(SystemExit):
        manage.run(["manage.py", "createsuperuser", "--noinput", "--username=first", "--email=nowhere"])

    assert capsys.readouterr().err.strip() == "CommandError: Enter a valid email address."


def test_an_account_that_the_database_does_not_let_in_is_not_told_to_start_the_server():
    address = os.environ["DATABASE_URL"].replace("//portal@", "//stranger:secret@")
    assert "stranger" in address

    done = run("dump_content", "/nonexistent", DATABASE_URL=address)

    assert done.returncode != 0
    assert len(done.stderr.strip().splitlines()) == 1
    assert "does not let the account in" in done.stderr
    assert "Correct account, password or database in DATABASE_URL" in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.django_db
def test_work_that_the_database_breaks_off_is_not_told_to_start_the_server():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 1")
        with pytest.raises(OperationalError) as broken:
            cursor.execute("SELECT pg_sleep(1)")

    told = database_sentence(broken.value)

    assert "has broken the work off (canceling statement due to statement timeout)" in told
    assert "Give the command again" in told


@pytest.mark.parametrize(
    "command", [("assemble", "2025-11"), ("demo", "--export", "/nonexistent")], ids=["assemble", "briefing"]
)
def test_a_broker_that_does_not_answer_is_one_line_with_its_address_and_what_to_do(
    live_database: str, command: tuple[str, ...]
):
    port = free_port()

    done = run(*command, REDIS_URL=f"redis://:secret@127.0.0.1:{port}/0")

    assert done.returncode != 0
    assert len(done.stderr.strip().splitlines()) == 1
    assert f"127.0.0.1:{port}" in done.stderr
    assert "REDIS_URL" in done.stderr
    assert "secret" not in done.stderr


def test_settings_that_are_not_complete_are_named():
    done = run("check", PORTAL_MODE="production", SECRET_KEY="")

    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr
    assert "Traceback" not in done.stderr


LONG_KEYS = {"SECRET_KEY": "long-enough-" * 5, "SECRET_KEY_FALLBACKS": "former-and-long-" * 4}


def test_long_secret_keys_are_taken_in_production():
    taken = run("check", PORTAL_MODE="production", **LONG_KEYS)

    assert taken.returncode == 0, taken.stderr


@pytest.mark.parametrize("name", LONG_KEYS)
def test_a_secret_key_that_can_be_guessed_is_refused_in_production(name: str):
    refused = run("check", PORTAL_MODE="production", **LONG_KEYS | {name: "change-me"})

    assert refused.returncode != 0
    assert len(refused.stderr.strip().splitlines()) == 1
    assert f"settings are not complete: {name} " in refused.stderr
    assert "50 characters" in refused.stderr
    assert "change-me" not in refused.stderr


@pytest.mark.parametrize(
    "schedule",
    ["0 6 20 *", "0 6 20 * * *", "61 6 20 * *", "0 6 32 * *", "0 6 31 2 *", "0 6 ,5 * *", "six 6 20 * *"],
)
def test_a_schedule_that_is_none_is_said_in_one_line(schedule: str):
    done = run("check", MONTHLY_BRIEFING_SCHEDULE=schedule)

    assert done.returncode != 0
    assert len(done.stderr.strip().splitlines()) == 1
    assert f"MONTHLY_BRIEFING_SCHEDULE is '{schedule}'" in done.stderr
    assert "minute hour day month weekday" in done.stderr


@pytest.mark.parametrize("schedule", ["", " ", " 0  6 1,15 * mon-fri "])
def test_a_schedule_may_be_empty_or_any_that_beat_knows(schedule: str):
    show = "from config.celery import app; print('MONTHLY', 'monthly-briefing' in app.conf.beat_schedule)"

    done = run("shell", "--no-imports", "-c", show, MONTHLY_BRIEFING_SCHEDULE=schedule)

    assert f"MONTHLY {bool(schedule.strip())}" in done.stdout, done.stderr


def test_a_taken_port_is_said_and_another_one_is_offered():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run("demo", "--port", str(port))

    assert done.returncode != 0
    assert f"Port {port} is taken" in done.stderr
    assert "PORT=" in done.stderr


def test_a_port_that_is_none_is_said_in_one_line():
    done = run("demo", "--export", "/nonexistent", PORT="abc")

    assert done.returncode != 0
    assert done.stderr.strip().endswith("PORT must be a number from 1 to 65535.")
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("port", ["0", "99999", "", "-1", "8000.0", "９000"])
def test_a_port_is_a_number_from_1_to_65535(port: str):
    with pytest.raises(CommandError, match=r"PORT must be a number from 1 to 65535\."):
        call_command("demo", "--export", "/nonexistent", f"--port={port}")


def test_files_name_the_port_that_the_demonstration_serves():
    show = "from django.conf import settings; print(settings.PORTAL_ADDRESS)"

    done = run("shell", "--no-imports", "-c", show, PORT="8123", PORTAL_MODE="demo")

    assert done.stdout.strip() == "http://localhost:8123"


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


@pytest.fixture
def released(live_database: str) -> None:
    """The sample's editions, released without their files: the demonstration has nothing left to assemble."""
    for audience in ("presidential", "partner"):
        edition = seal_sample(audience)
        Rendition.objects.filter(edition=edition).update(state="ready")
        demonstration.release_sample(edition)
    Rendition.objects.update(state="failed")


def descendants(pid: int) -> dict[int, str]:
    """Every process below `pid`, with its command."""
    below: dict[int, str] = {}
    listed = subprocess.run(["ps", "-ewwo", "pid=,ppid=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
    parents = {pid}
    while parents:
        found = {int(own): args for own, parent, args in rows if int(parent) in parents}
        below |= found
        parents = set(found)
    return below


@pytest.mark.django_db
def test_a_database_that_outlived_its_checkout_is_told_and_its_files_are_made_again() -> None:
    edition = seal_sample("partner")
    make_files(edition, formats=["pdf"], languages=["ko", "en"])
    edition.renditions.exclude(format="pdf", language__in=["ko", "en"]).update(state="waiting")
    kept, lost = edition.renditions.filter(state="ready").order_by("language")
    Path(lost.file.path).unlink()
    said = io.StringIO()

    demo.Command(stdout=said)._welcome(8000, {}, [edition])

    lost.refresh_from_db()
    assert lost.state == "waiting"
    assert "1 of the editions' files are gone: the database is older than this folder." in said.getvalue()
    assert kept.file.path in said.getvalue()
    assert lost.file.path not in said.getvalue()


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize(
    "asked",
    [(signal.SIGINT,), (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)],
    ids=["Ctrl-C", "asked again and again"],
)
def test_the_demonstration_serves_until_it_is_ended_and_leaves_nothing_running(
    tmp_path: Path, asked: tuple[signal.Signals, ...]
):
    port = free_port()
    said = tmp_path / "said"
    with said.open("wb") as output:
        demo = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=PROJECT,
            stdout=output,
            stderr=subprocess.STDOUT,
            # as a shell starts a command in the background: it is told to ignore Ctrl-C
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
        )
    try:
        wait_until(lambda: "Ctrl-C stops" in said.read_text() or demo.poll() is not None)
        started = descendants(demo.pid)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/en/sign-in/", timeout=10) as answer:
            assert answer.status == 200
    finally:
        for each in asked:
            demo.send_signal(each)

    assert demo.wait(timeout=30) == 0, said.read_text()
    assert "Stopped." in said.read_text()
    commands = " ".join(started.values())
    assert all(name in commands for name in ("worker", "beat", "gunicorn"))
    # DATABASE_URL and REDIS_URL are set here, so no server of its own was started
    assert "postgres" not in commands.replace("postgresql", "")
    assert "valkey" not in commands
    running = {int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal()}
    assert not running & set(started)


def _drop_what_was_made(link: psycopg.Connection) -> None:
    link.execute('DROP DATABASE IF EXISTS "made-by-hand"')
    link.execute('DROP ROLE IF EXISTS "tenant"')


@pytest.fixture
def databases(live_database: str) -> Iterator[psycopg.Connection]:
    """The test's server, on which a test may make databases and accounts of its own; they go with the test."""
    with psycopg.connect(live_database, autocommit=True) as link:
        _drop_what_was_made(link)  # by a run that was killed
        yield link
        _drop_what_was_made(link)


def _address(live_database: str, *, user: str = "") -> str:
    """The same server's other database, perhaps for another account."""
    parts = urlsplit(live_database)
    where = parts.netloc.rpartition("@")[2]
    return parts._replace(path="/made-by-hand", netloc=f"{user}@{where}" if user else parts.netloc).geturl()


def test_an_account_that_may_not_make_tables_is_told_how_it_may(
    live_database: str, databases: psycopg.Connection
):
    databases.execute('CREATE ROLE "tenant" LOGIN')
    databases.execute('CREATE DATABASE "made-by-hand" TEMPLATE template0')

    done = run("migrate", DATABASE_URL=_address(live_database, user="tenant"))

    assert done.returncode != 0
    assert 'ALTER DATABASE "made-by-hand" OWNER TO "tenant"' in done.stderr
    assert "permission denied" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_database_that_cannot_hold_korean_is_told_how_one_is_made(
    live_database: str, databases: psycopg.Connection
):
    databases.execute(
        "CREATE DATABASE \"made-by-hand\" TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc"
    )

    done = run("demo", "--export", "/nonexistent", DATABASE_URL=_address(live_database))

    assert done.returncode != 0
    assert "createdb --template=template0 --encoding=UTF8" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


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


def test_an_argument_that_is_not_utf8_is_named_in_one_line(live_database: str):
    done = run("reset_second_factor", b"caf\xe9-2025-11")

    assert done.returncode != 0
    assert done.stderr == (
        "The argument 'caf\\udce9-2025-11' is not UTF-8. Set the terminal to UTF-8 and type it again.\n"
    )


def test_a_file_may_have_a_name_that_is_not_utf8(tmp_path: Path):
    folder = os.fsencode(tmp_path)
    with open(folder + b"/caf\xe9.csv", "w") as file:
        file.write("id,ko,en\na,2025년 3월,March 2025\nb,3월,May\n")

    done = run("parity", folder + b"/caf\xe9.csv", PYTHONIOENCODING="ascii")

    assert done.returncode == 1
    assert "2 segments" in done.stdout
    assert (
        r"\u6708" in done.stdout or r"\uc6d4" in done.stdout
    )  # a terminal without Korean shows the letters' numbers
    assert done.stderr == ""


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    """A file of which `parity --json` says more than a pipe holds."""
    file = tmp_path / "long.csv"
    file.write_text("id,ko,en\n" + "".join(f"{'n' * 999}{row},국토,Land\n" for row in range(99)))
    return file


def test_who_reads_the_first_line_alone_ends_the_command_without_a_word(long_file: Path):
    command = [sys.executable, "manage.py", "parity", "--json", str(long_file)]

    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"id": "n')
        process.stdout.close()
        said = process.stderr.read()

    assert process.returncode == 141
    assert said == b""


def test_a_disk_that_is_full_is_said_and_no_traceback():
    command = [sys.executable, "manage.py", "version"]

    with open("/dev/full", "w") as full:
        done = subprocess.run(
            command, cwd=PROJECT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert done.returncode == 1
    assert done.stderr == "What the command says cannot be written (No space left on device).\n"


def test_ctrl_c_ends_a_command_in_one_line(tmp_path: Path):
    waiting = tmp_path / "waiting.csv"
    os.mkfifo(waiting)
    command = [sys.executable, "manage.py", "parity", str(waiting)]

    with (
        subprocess.Popen(
            command,
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # what is started in the background may be told to ignore it
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ) as process,
        waiting.open("wb"),  # once the command has come so far as to read it
    ):
        for _press in range(6):
            process.send_signal(signal.SIGINT)
            # one that comes just before the command begins to wait for the file wakes nobody: it is pressed again
            with suppress(subprocess.TimeoutExpired):
                said = process.communicate(timeout=5)
                break

    assert process.returncode == 130
    assert said == (b"", b"Interrupted.\n")


def test_who_leaves_an_assembly_is_told_that_it_goes_on(live_database: str):
    class Impatient(io.StringIO):
        def write(self, text: str) -> int:
            raise KeyboardInterrupt

    with pytest.raises(CommandError, match=r"Interrupted\. Run \d+ goes on") as ended:
        call_command("assemble", "2025-11", stdout=Impatient())

    assert ended.value.returncode == 130
    assert AssemblyRun.objects.get().active


def test_an_assembly_whose_files_could_not_all_be_made_says_so(live_database: str):
    class WhileItRuns(io.StringIO):
        def write(self, text: str) -> int:
            AssemblyRun.objects.update(state="done", fault="storage", error="ko pdf: No space left on device")
            return super().write(text)

    with pytest.raises(CommandError, match=r"space and rights\. ko pdf: No space left on device"):
        call_command("assemble", "2025-11", stdout=WhileItRuns())


def test_a_terminal_without_block_signs_gets_a_bar_all_the_same_and_is_told_why_work_rests(
    live_database: str,
):
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"),
        audiences=["partner"],
        fault="storage",
        error="disk full",
    )
    said = io.TextIOWrapper(io.BytesIO(), encoding="ascii")

    with CaptureQueriesContext(connection) as asked:
        follow(run, said, check=lambda: AssemblyRun.objects.update(state="failed"))

    said.seek(0)
    why, bar, *_end = said.read().splitlines()
    assert why.startswith("It will be tried again: The file could not be stored.")
    assert why.endswith("disk full")
    assert bar.startswith("-" * 24)
    # what was found and chosen, which may be megabytes, is read once it has ended
    assert len([each for each in asked if '"findings"' in each["sql"]]) == 1


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """The code in a folder whose name has a space and Hangul in it."""
    target = tmp_path / "국토 교통"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", ".tools", "var", "out", "tests", "__pycache__", ".*_cache"
    )
    yield Path(shutil.copytree(PROJECT, target, ignore=ignored))
    name = target / "var" / "servers-home"
    # root's servers keep their data outside the checkout, beside those of others
    if name.exists() and (home := name.read_text()):
        shutil.rmtree(Path("/var/lib/molit-briefing-portal") / home)


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


def test_where_a_first_start_was_killed_the_next_one_begins_anew():
    with place_for_servers() as place:
        code = (
            "from pathlib import Path; from config.embedded import start_postgres; from config.servers_home import Home;"
            f"start_postgres(Home(Path({str(place.folder)!r}), {place.uid}, {place.gid}))"
        )
        with subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT, start_new_session=True) as first:
            wait_until(lambda: any(place.folder.rglob("PG_VERSION")))
            os.killpg(first.pid, signal.SIGKILL)
        assert not any(place.sockets.iterdir())
        server = Postgres(place)

        server.start()

        server.execute("SELECT 1")
        server.stop()


OF_WORKERS = {"celery"}
OF_THE_ADMIN = {"typst", "fontTools", "briefings.assembly.compose", "languages.parity", "translate"}
OF_WAGTAILS_API = {"ninja", "wagtail.api.v3"}


@pytest.mark.parametrize(
    ("command", "heavy"),
    [
        (("version",), OF_WORKERS | OF_THE_ADMIN),
        # these look through every address, and so through the admin
        (("check",), OF_WORKERS),
        (("migrate", "--check"), OF_WORKERS),
        (("backup", "/nonexistent/folder"), OF_WORKERS | OF_THE_ADMIN),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_command_starts_without_what_only_workers_and_the_admin_need(
    live_database: str, command: tuple[str, ...], heavy: set[str]
):
    run_by_python = [sys.executable, "-X", "importtime", "manage.py", *command]

    said = subprocess.run(run_by_python, cwd=PROJECT, capture_output=True, text=True, check=False).stderr

    read = {line.rpartition("|")[2].strip() for line in said.splitlines()}
    assert "briefings.models.editions" in read
    assert not (heavy | OF_WAGTAILS_API) & read
