"""`make load`: more readers than two web workers can serve, an assembly of 10,000 items beside them, then a crowd.

Bounded: loopback, five minutes (LOAD_SECONDS), a database and a media folder of its own. Readers come at twice the
rate that the workers were seen to serve, at random moments and whether or not those before them have their answers.
So the queue grows until as many wait as may (WAITING_MOST); whoever would come then is counted and does not come. Every
answer counts: none may be missing, late answers are only late.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

SECONDS = int(os.environ.get("LOAD_SECONDS", "300"))
WAITING_MOST = 300
"""Readers who wait at the same time: about as many as are served within the seconds until all is normal again."""
SESSIONS = 40
CROWD = 1000
ITEMS = int(os.environ.get("LOAD_ITEMS", "10000"))
NORMAL_SECONDS = 10
PATIENCE_SECONDS = 120
EDITION = "editions/2025-11/presidential/1.0/"


class Answer(msgspec.Struct):
    """What a reader got: 0 stands for no answer."""

    status: int
    seconds: float
    at: float


class Reader:
    """Somebody with a session who asks over a connection of his own each time."""

    def __init__(self, port: int, cookie: str, pages: Sequence[str]) -> None:
        self._port, self._cookie, self._pages = port, cookie, pages

    async def ask(self, path: str = "") -> Answer:
        """One request; the whole answer is read."""
        path = path or random.choice(self._pages)
        started = time.monotonic()
        try:
            status = await asyncio.wait_for(self._status(path), PATIENCE_SECONDS)
        except (OSError, TimeoutError, ValueError, asyncio.IncompleteReadError):
            status = 0
        now = time.monotonic()
        return Answer(status, now - started, now)

    async def _status(self, path: str) -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            lines = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {self._cookie}\r\nConnection: close\r\n\r\n"
            writer.write(lines.encode())
            await writer.drain()
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            body = await reader.read()
        finally:
            writer.close()
        length = next(
            (
                line.partition(":")[2]
                for line in head.splitlines()
                if line.lower().startswith("content-length:")
            ),
            "",
        )
        if length and len(body) != int(length):
            raise ValueError("half an answer")
        return int(head.split()[1])


class Arrivals(msgspec.Struct):
    """What came of readers who arrived at a rate of their own."""

    answers: list[Answer]
    stayed_away: int
    """Who would have come while as many as may were waiting."""
    last: float
    """When the last one came."""


def main(postgres_log: Path | None) -> int:
    """The whole load; 1 if something was refused, missing or late. The log is that of a PostgreSQL of its own."""
    from django.conf import settings

    from benchmarks.many_items import clone_items, items_of_the_period, rest_chapters_on
    from briefings import clock
    from briefings.models import AssemblyRun, Briefing
    from briefings.runs import request_run
    from config.processes import processes
    from tests.databases import clone

    failures: list[str] = []
    said_before = postgres_log.stat().st_size if postgres_log else 0
    with clone("bench"), tempfile.TemporaryDirectory() as folder, processes() as group:
        os.environ["MEDIA_ROOT"] = f"{folder}/media"
        settings.MEDIA_ROOT = f"{folder}/media"  # this process makes the first files itself
        group.logs = Path(folder) / "log"
        edition, next_edition = _editions()
        cookies = _sessions()
        clone_items(ITEMS - 26, items_of_the_period(), dated=None)
        briefing = Briefing.objects.get(slug="2025-11")
        rest_chapters_on(briefing)
        port = _serve(group)
        pages = _pages(edition)
        readers = [Reader(port, cookie, pages) for cookie in cookies]

        capacity, usual = asyncio.run(_capacity(readers))
        print(
            f"Two workers serve {capacity:.0f} requests a second; readers come at {2 * capacity:.0f} a second, "
            f"of whom {WAITING_MOST} wait at most."
        )

        group.start_worker()
        group.start_beat()
        run, _made = request_run(briefing=briefing, audiences=["full"], by=None)
        pressed = time.monotonic()
        watch = _Watch(lambda: _left_assembly(run.pk, AssemblyRun))
        came, back = asyncio.run(_overrun(readers, 2 * capacity, SECONDS, 3 * usual))
        failures += _report("Under load", came.answers)
        share = len(came.answers) / (len(came.answers) + came.stayed_away)
        print(f"{came.stayed_away:,} more would have come ({share:.0%} came): {WAITING_MOST} waited already.")
        run.refresh_from_db()
        watch.stop()
        took = f"{watch.seen - pressed:.0f} s" if watch.seen else "not within the time"
        print(
            f"The assembly of {ITEMS:,} items beside it: sealed after {took} ({run.state} {run.fault or ''})."
        )
        if not watch.seen or run.state in ("failed", "blocked"):
            failures.append(f"the assembly is {run.state}: {run.error or run.findings[:3]}")

        print(
            f"Back to normal {back:.1f} s after the last one came (a page in {1000 * usual:.0f} ms before the load)."
        )
        if back > NORMAL_SECONDS:
            failures.append(f"back to normal after {back:.0f} s")

        embargo = _released_in_seconds(next_edition, clock.now())
        crowd = [Reader(port, cookies[n % SESSIONS], [embargo]) for n in range(CROWD)]
        early, answers = asyncio.run(_arrive(crowd, embargo))
        if early.status != 404:
            failures.append(f"before its minute the edition answers {early.status}")
        failures += _report(f"{CROWD:,} readers at the embargo second", answers)
        failures += _refused_connections(folder)
        if postgres_log:
            failures += _refused_by_postgres(postgres_log, said_before)
        else:
            print("DATABASE_URL was set: what that PostgreSQL logged of refused connections was not read.")
    for failure in failures:
        print(f"FAILED: {failure}")
    return 1 if failures else 0


# what is read ----------------------------------------------------------------------------------


def _editions():  # type: ignore[no-untyped-def]
    """A released edition with its PDFs, and the next one, which nobody may read yet."""
    from django.contrib.auth import get_user_model

    from briefings.models import Briefing
    from tests.briefings.editions import make_files, release_now, seal_sample

    edition = seal_sample("presidential")
    make_files(edition, formats=("pdf",))
    release_now(edition, approver=get_user_model().objects.get(username="approver"))
    Briefing.objects.filter(slug="2025-11").update(officer_ko="A", officer_zh_hans="A", officer_en="A")
    return edition, seal_sample("presidential")


def _released_in_seconds(edition, now) -> str:  # type: ignore[no-untyped-def]
    """Let the edition become readable a few seconds from now; its address."""
    from datetime import timedelta

    from django.contrib.auth import get_user_model

    from tests.briefings.editions import release_now

    approver = get_user_model().objects.get(username="approver")
    release_now(edition, approver=approver, at=now + timedelta(seconds=8))
    return f"/ko/editions/2025-11/presidential/{edition.number}/"


def _pages(edition) -> list[str]:  # type: ignore[no-untyped-def]
    """What officials ask for: mostly pages, now and then a file."""
    pages = []
    for language in ("ko", "zh-hans", "en"):
        base = f"/{language}/{EDITION}"
        pages += [base, base, base + "items/korean-air-archer-evtol/", f"/{language}/editions/"]
        pages += [
            f"/{language}/search/?q=UAM",
            f"/{language}/verify/?digest={edition.digest}",
            f"{base}{language}.pdf",
        ]
    return pages


def _sessions() -> list[str]:
    from django.contrib.auth import get_user_model
    from django.test import Client

    cookies = []
    for _number in range(SESSIONS):
        client = Client()
        client.force_login(get_user_model().objects.get(username="official"))
        cookies.append("; ".join(f"{cookie.key}={cookie.value}" for cookie in client.cookies.values()))
    return cookies


# how it is read --------------------------------------------------------------------------------


def _serve(group) -> int:  # type: ignore[no-untyped-def]
    from config.processes import wait_until_alive
    from tests.serving import free_port

    port = free_port()
    group.start_web(port)
    wait_until_alive(port, group)
    return port


async def _capacity(readers: list[Reader]) -> tuple[float, float]:
    """Requests a second of two workers that are never idle, and the usual seconds of one request alone."""
    for page in readers[0]._pages:  # each worker has made each page once
        for _time in range(4):
            await readers[0].ask(page)
    alone = [(await readers[0].ask()).seconds for _time in range(30)]
    until = time.monotonic() + 8
    answers: list[Answer] = []

    async def busy(reader: Reader) -> None:
        while time.monotonic() < until:
            answers.append(await reader.ask())

    started = time.monotonic()
    await asyncio.gather(*(busy(reader) for reader in readers[:16]))
    return len(answers) / (time.monotonic() - started), statistics.median(alone)


async def _overrun(
    readers: list[Reader], rate: float, seconds: float, usual: float
) -> tuple[Arrivals, float]:
    """Readers who come at the rate, and how long after the last of them all is as before."""
    came = await _arriving(readers, rate, seconds)
    await _until_normal(readers[0], usual)
    return came, time.monotonic() - came.last


async def _arriving(readers: list[Reader], rate: float, seconds: float) -> Arrivals:
    """Nobody waits for anybody: the moments of arrival are drawn beforehand, as it were."""
    answers: list[Answer] = []
    waiting: set[asyncio.Task[None]] = set()
    stayed_away = 0
    began = arrival = time.monotonic()

    async def come(reader: Reader) -> None:
        answers.append(await reader.ask())

    while (arrival := arrival + random.expovariate(rate)) < began + seconds:
        await asyncio.sleep(max(0.0, arrival - time.monotonic()))
        if len(waiting) >= WAITING_MOST:
            stayed_away += 1
            continue
        task = asyncio.create_task(come(random.choice(readers)))
        waiting.add(task)
        task.add_done_callback(waiting.discard)
    last = time.monotonic()
    await asyncio.gather(*waiting)
    return Arrivals(answers, stayed_away, last)


async def _until_normal(reader: Reader, enough: float) -> float:
    """Seconds until five requests in a row are answered in the usual time."""
    started = time.monotonic()
    quick = 0
    while quick < 5 and time.monotonic() - started < PATIENCE_SECONDS:
        quick = quick + 1 if (await reader.ask()).seconds < max(enough, 0.2) else 0
    return time.monotonic() - started


async def _arrive(crowd: list[Reader], path: str) -> tuple[Answer, list[Answer]]:
    """One reader is too early; then all come within the second in which the edition becomes readable."""
    early = await crowd[0].ask(path)
    while (await crowd[0].ask(path)).status == 404:
        await asyncio.sleep(0.1)

    async def come(reader: Reader) -> Answer:
        await asyncio.sleep(random.random())
        return await reader.ask(path)

    return early, list(await asyncio.gather(*(come(reader) for reader in crowd)))


class _Watch:
    """Notes, from a thread, when something has become true."""

    def __init__(self, condition: Callable[[], bool]) -> None:
        self.seen = 0.0
        self._condition = condition
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        from django.db import connection

        while not self._done.wait(0.5):
            if self._condition():
                self.seen = time.monotonic()
                break
        connection.close()

    def stop(self) -> None:
        self._done.set()
        self._thread.join()


def _left_assembly(pk: int, runs) -> bool:  # type: ignore[no-untyped-def]
    return bool(runs.objects.filter(pk=pk).exclude(state__in=("waiting", "running")).exists())


# what came of it -------------------------------------------------------------------------------


def _report(name: str, answers: list[Answer]) -> list[str]:
    """A line of the report; what was wrong."""
    counted = Counter(answer.status for answer in answers)
    times = sorted(answer.seconds for answer in answers)
    span = max(answer.at for answer in answers) - min(answer.at - answer.seconds for answer in answers)
    middle, late = times[len(times) // 2], times[int(len(times) * 0.99)]
    print(
        f"{name}: {len(answers):,} answers in {span:.0f} s ({len(answers) / span:.0f} a second), half of them within"
        f" {middle:.2f} s, 99 % within {late:.2f} s, the last after {times[-1]:.2f} s."
    )
    return [
        f"{name}: {count} answers with status {status}"
        if status
        else f"{name}: {count} requests without an answer"
        for status, count in sorted(counted.items())
        if status != 200
    ]


def _refused_connections(folder: str) -> list[str]:
    """What the processes' logs say of connections that PostgreSQL refused."""
    found = []
    for log in (Path(folder) / "log").glob("*.log"):
        said = log.read_text(errors="replace")
        for sign in (
            "too many clients",
            "remaining connection slots",
            "Traceback",
            "status=500",
            '"status":500',
        ):
            if sign in said:
                place = said.index(sign)
                found.append(f"{log.name} says: {said[max(0, place - 200) : place + 600]}")
    return found


def _refused_by_postgres(log: Path, offset: int) -> list[str]:
    """What PostgreSQL itself says of them, since the load began."""
    with log.open("rb") as file:
        file.seek(offset)
        said = file.read().decode(errors="replace").splitlines()
    signs = ("too many clients", "remaining connection slots", "could not fork", "out of memory")
    return [f"PostgreSQL says: {line}" for line in said if any(sign in line for sign in signs)]


if __name__ == "__main__":
    # servers of its own: a demonstration beside it is left alone
    os.environ.setdefault("PORTAL_SERVERS", str(Path("var/load-servers").resolve()))
    os.environ["QUEUE"] = f"load-{os.getpid()}"
    os.environ["MONTHLY_BRIEFING_SCHEDULE"] = ""  # no second assembly beside the one that is measured
    own = "DATABASE_URL" not in os.environ
    from config.embedded import embedded_servers
    from config.servers_home import home

    with embedded_servers("load"):
        import config.celery  # noqa: F401
        from benchmarks.measure import sample

        with sample():
            code = main(home().folder / "postgres.log" if own else None)
    sys.exit(code)
