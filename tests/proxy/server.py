"""A real nginx with the deployed configuration, run by whoever runs the tests, on free ports of loopback."""

from __future__ import annotations

import contextlib
import getpass
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.serving import free_port

PROJECT = Path(__file__).resolve().parents[2]
DEPLOYED = PROJECT / "deploy" / "nginx"
AROUND = Path(__file__).resolve().parent / "around"
START_SECONDS = 20


@dataclass(frozen=True)
class Ports:
    """Where the nginx of a test listens."""

    http: int
    https: int


@contextlib.contextmanager
def nginx(
    folder: Path, *, web_port: int, media: Path, more: str = "", around: str = "debian"
) -> Iterator[int]:
    """Serve the portal of `web_port` while the block runs; yields nginx's HTTPS port.

    Args:
        more: goes into its HTTPS server.
        around: whose nginx.conf lies around it; see `installed`.
    """
    with serving(
        folder, {"127.0.0.1:8000": f"127.0.0.1:{web_port}"}, media, more=more, around=around
    ) as ports:
        yield ports.https


@contextlib.contextmanager
def serving(
    folder: Path,
    addresses: dict[str, str],
    media: Path,
    *,
    upstream: str = "systemd",
    around: str = "debian",
    more: str = "",
) -> Iterator[Ports]:
    """A running nginx with the deployed files; `addresses` says what stands for an address in upstream-*.conf."""
    ports = installed(folder, media, around=around)
    text = (DEPLOYED / f"upstream-{upstream}.conf").read_text()
    for deployed, here in addresses.items():
        assert text.count(deployed) == 1, f"{deployed} stands {text.count(deployed)} times in {upstream}"
        text = text.replace(deployed, here)
    (folder / "etc" / "conf.d" / "upstream.conf").write_text(text)
    if more:
        portal = folder / "etc" / "conf.d" / "portal.conf"
        https, mark, rest = portal.read_text().partition("    location / {\n        proxy_pass")
        assert mark
        portal.write_text(https + more + mark + rest)
    process = subprocess.Popen(command(folder), stdin=subprocess.DEVNULL)
    try:
        _wait_until_it_listens(process, ports.https, folder)
        yield ports
    finally:
        process.terminate()
        process.wait(timeout=20)


def installed(folder: Path, media: Path, *, around: str = "debian") -> Ports:
    """The deployed portal.conf below `folder`, inside the nginx.conf of Debian's package or of nginx's image.

    Of both files only ports, the account and the folders are other ones: /etc/nginx, /var/log/nginx,
    /srv/portal/media and /var/cache/nginx-portal.
    """
    ports = Ports(free_port(), free_port())
    for name in ("etc/conf.d", "etc/tls", "log", "temporary"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    shutil.copy("/etc/nginx/mime.types", folder / "etc")
    _certificate(folder / "etc" / "tls")
    portal = moved((DEPLOYED / "portal.conf").read_text(), folder, media)
    for deployed, here in (("listen 80 ", ports.http), ("listen 443 ", ports.https)):
        assert portal.count(deployed) == 1
        portal = portal.replace(deployed, f"listen 127.0.0.1:{here} ")
    assert portal.count("127.0.0.1:8009") == 2
    portal = portal.replace("127.0.0.1:8009", f"127.0.0.1:{free_port()}")
    (folder / "etc" / "conf.d" / "portal.conf").write_text(portal)
    names = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{name}_temp_path {folder}/temporary/{name};\n" for name in names)
    (folder / "etc" / "conf.d" / "temporary.conf").write_text(temporary)
    whole = moved((AROUND / f"{around}.conf").read_text(), folder, media)
    whole = re.sub(r"(?m)^user .*", f"user {getpass.getuser()};" if os.getuid() == 0 else "", whole)
    whole = re.sub(r"(?m)^worker_processes .*", "daemon off; worker_processes 2;", whole)
    whole = re.sub(r"(?m)^pid .*", f"pid {folder}/nginx.pid;", whole)
    (folder / "etc" / "nginx.conf").write_text(whole)
    return ports


def moved(text: str, folder: Path, media: Path) -> str:
    """A configuration, or commands about it, with the test's folders for the machine's."""
    for deployed, here in (
        ("/etc/nginx", f"{folder}/etc"),
        ("/var/log/nginx", f"{folder}/log"),
        ("/srv/portal/media", str(media)),
        ("/var/cache/nginx-portal", f"{folder}/cache"),
    ):
        text = text.replace(deployed, here)
    return text


def command(folder: Path, *arguments: str) -> list[str]:
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    logs = f"{folder}/log/error.log"
    return [program, "-e", logs, "-p", str(folder), "-c", f"{folder}/etc/nginx.conf", *arguments]


def logged(folder: Path) -> str:
    """Everything that nginx wrote into a log."""
    return "".join(path.read_text() for path in sorted((folder / "log").iterdir()))


def _certificate(folder: Path) -> None:
    certificate, key = folder / "fullchain.pem", folder / "privkey.pem"
    subprocess.run(
        [
            *(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
            ),
            *("-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )


def _wait_until_it_listens(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    log = folder / "log" / "error.log"
    raise AssertionError(f"nginx did not start: {log.read_text() if log.exists() else 'no log'}")


def trusting(folder: Path) -> ssl.SSLContext:
    """What a client needs to talk to that nginx."""
    return ssl.create_default_context(cafile=str(folder / "etc" / "tls" / "fullchain.pem"))
