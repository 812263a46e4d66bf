"""A first and a second `make demo`, packages at hand: from the command to the first page, and to the sample released.

In a copy of the code with data and servers of its own: a demonstration beside it is left alone.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import goals
from benchmarks.measure import row

GIVE_UP_SECONDS = 600
_OURS = ("DATABASE_URL", "REDIS_URL", "MEDIA_ROOT", "QUEUE", "PYTHONDONTWRITEBYTECODE")
_NOT_COPIED = (".git", ".venv", ".tools", "var", "out", "tests", "__pycache__", ".*_cache")


def main() -> None:
    from config.embedded import LOCK_VARIABLE
    from config.servers_home import PROJECT

    with TemporaryDirectory(prefix="portal-starting-") as name:
        folder = Path(name) / "portal"
        shutil.copytree(PROJECT, folder, ignore=shutil.ignore_patterns(*_NOT_COPIED))
        environment = {name: value for name, value in os.environ.items() if name not in _OURS}
        # as `make demo` finds them: its servers lie where nobody else's do
        environment |= {"PORTAL_MODE": "demo", "PORTAL_SERVERS": f"{name}/servers"}
        environment.pop(LOCK_VARIABLE, None)
        try:
            print("\nStarting the demonstration")
            for which, goal in (("first", 120), ("second", 15)):
                page, released = _start(folder, environment)
                row(f"{which} start: a page answers", page)
                row(f"{which} start: the sample is released, as it says", released)
                goals.at_most(goal, f"{which} make demo", released, " s")
        finally:
            _forget_servers(environment["PORTAL_SERVERS"])


def _start(folder: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until a page answers, and until the demonstration says that it is running."""
    from tests.serving import free_port

    port = free_port()
    said = folder / "said"
    started = time.monotonic()
    with said.open("wb") as output:
        demo = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    page = None
    try:
        while "The portal is running" not in said.read_text(errors="replace"):
            if page is None and _answers(f"http://127.0.0.1:{port}/en/sign-in/"):
                page = time.monotonic() - started
            if demo.poll() is not None or time.monotonic() - started > GIVE_UP_SECONDS:
                sys.exit(f"The demonstration did not start:\n{said.read_text(errors='replace')[-2000:]}")
            time.sleep(0.05)
        released = time.monotonic() - started
        return (released if page is None else page), released
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def _forget_servers(chosen: str) -> None:
    """Root's servers keep their data outside the folder that names them."""
    from config.servers_home import home

    before = os.environ.get("PORTAL_SERVERS")
    os.environ["PORTAL_SERVERS"] = chosen
    try:
        place = home()
    finally:
        os.environ.pop("PORTAL_SERVERS")
        if before is not None:
            os.environ["PORTAL_SERVERS"] = before
    for folder in (place.folder, place.sockets):
        with suppress(FileNotFoundError):
            shutil.rmtree(folder)
