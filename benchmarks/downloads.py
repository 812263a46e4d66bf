"""A PDF through the portal behind nginx, against the same file served as static by the same nginx.

All over HTTPS with the deployed configuration. Somebody who signed in is asked about and recorded for each download, as
in production; a public edition's file, for somebody who did not, may come from what nginx keeps. The floor is nginx alone. Needs nginx, openssl and wrk (Debian's packages of these names).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import goals

SECONDS = 6
CONNECTIONS = 8
NEEDED = 0.6
"""Requests a second through the portal, as a part of the floor's."""


def main() -> None:
    from django.test import override_settings

    from tests.databases import clone

    missing = [name for name in ("nginx", "openssl", "wrk") if not shutil.which(name, path=_PATH)]
    if missing:
        sys.exit(
            f"Missing on this machine: {', '.join(missing)}. Install: apt-get install nginx-light openssl wrk"
        )
    with TemporaryDirectory(prefix="portal-bench-") as name, clone("bench"):
        folder = Path(name)
        media = folder / "media"
        media.mkdir()
        os.environ |= {"MEDIA_ROOT": str(media), "ACCEL_REDIRECT": "/protected/", "BEHIND_PROXY": "true"}
        with override_settings(MEDIA_ROOT=str(media)):
            _measure(folder, media)


_PATH = os.environ.get("PATH", "") + ":/usr/sbin"


def _measure(folder: Path, media: Path) -> None:
    from django.contrib.auth import get_user_model
    from django.test import Client

    from briefings.models import Download
    from config.processes import processes, wait_until_alive
    from tests.briefings.editions import make_files, release_now, seal_sample
    from tests.proxy.server import nginx
    from tests.serving import free_port

    edition = seal_sample("partner")
    make_files(edition, formats=["pdf"], languages=["ko"])
    users = get_user_model().objects
    release_now(edition, approver=users.get(username="approver"), public=True)
    file = edition.renditions.get(language="ko", format="pdf")
    reader = Client()
    reader.force_login(users.get(username="official"))
    official = f"sessionid={reader.cookies['sessionid'].value}"
    rows = Download.objects.filter(user__isnull=False)
    web_port = free_port()
    floor_location = f"    location /floor/ {{ alias {media}/; }}\n"
    with processes() as group:
        group.logs = folder
        group.start_web(web_port)
        wait_until_alive(web_port, group)
        with nginx(folder, web_port=web_port, media=media, more=floor_location) as port:
            address = f"https://localhost:{port}"
            page = f"{address}/ko/editions/2025-11/partner/{edition.number}/ko.pdf"
            _requests_a_second(page, official, seconds=1)
            recorded = rows.count()
            floor = _requests_a_second(f"{address}/floor/{file.file.name}")
            alive = _requests_a_second(f"{address}/healthz")
            signed_in = _requests_a_second(page, official)
            recorded = rows.count() - recorded
            public = _requests_a_second(page)
    print(f"\nDownloads of a PDF of {file.size // 1024} kB over HTTPS, {CONNECTIONS} connections")
    _row("floor: static, by the same nginx", floor)
    _row("a public edition's, without an account", public, floor)
    _row(f"somebody's who signed in, each allowed and recorded: {recorded}", signed_in, floor)
    _row("for comparison: the portal answering without a question", alive)
    goals.at_least(NEEDED, "a download of a public edition", public / floor, " x floor")
    goals.at_least(NEEDED, "a download that is recorded", signed_in / floor, " x floor")


def _row(name: str, a_second: float, floor: float | None = None) -> None:
    ratio = f"{a_second / floor:8.2f} x floor; wanted: {NEEDED}" if floor else ""
    print(f"{name:<62} {a_second:9.0f} a second {ratio}")


def _requests_a_second(address: str, cookie: str = "", seconds: int = SECONDS) -> float:
    arguments = ["wrk", "--threads=1", f"--connections={CONNECTIONS}", f"--duration={seconds}s"]
    if cookie:
        arguments += ["--header", f"Cookie: {cookie}"]
    said = subprocess.run([*arguments, address], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        sys.exit(f"Not every request was answered:\n{said}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found is not None, said
    return float(found[1])
