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
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DEPLOYED = PROJECT / "deploy" / "nginx" / "portal.conf"
START_SECONDS = 20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def nginx(folder: Path, *, web_port: int, media: Path, more: str = "") -> Iterator[int]:
    """Serve the portal of `web_port` while the block runs; yields nginx's HTTPS port.

    The deployed file is changed in its addresses and paths alone. `more` goes into its HTTPS server.
    """
    port = free_port()
    certificate, key = _certificate(folder)
    text = DEPLOYED.read_text()
    for pattern, value in (
        (r"listen 80 ", f"listen 127.0.0.1:{free_port()} "),
        (r"listen 443 ", f"listen 127.0.0.1:{port} "),
        (r"server web:8000;", f"server 127.0.0.1:{web_port};"),
        (r"ssl_certificate [^;]+;", f"ssl_certificate {certificate};"),
        (r"ssl_certificate_key [^;]+;", f"ssl_certificate_key {key};"),
        (r"alias /media/;", f"alias {media}/;"),
        (r"access_log /dev/stdout", f"access_log {folder}/access.log"),
        (r"(    location / \{\n        proxy_pass)", more + r"\1"),
    ):
        text, changed = re.subn(pattern, value, text)
        assert changed == 1, f"{pattern} stands {changed} times in {DEPLOYED}"
    (folder / "portal.conf").write_text(text)
    (folder / "nginx.conf").write_text(_around(folder))
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    arguments = [program, "-e", f"{folder}/error.log", "-p", str(folder), "-c", f"{folder}/nginx.conf"]
    process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL)
    try:
        _wait_until_it_listens(process, port, folder)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _around(folder: Path) -> str:
    """What Debian's and the image's own nginx.conf say around the portal's file."""
    owner = f"user {getpass.getuser()};" if os.getuid() == 0 else ""
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"{owner} daemon off; worker_processes 2; pid {folder}/nginx.pid;\n"
        f"events {{ worker_connections 512; }}\n"
        f"http {{ {temporary} default_type application/octet-stream; include {folder}/portal.conf; }}\n"
    )


def _certificate(folder: Path) -> tuple[Path, Path]:
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
    return certificate, key


def _wait_until_it_listens(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    log = folder / "error.log"
    raise AssertionError(f"nginx did not start: {log.read_text() if log.exists() else 'no log'}")


def trusting(folder: Path) -> ssl.SSLContext:
    """What a client needs to talk to that nginx."""
    return ssl.create_default_context(cafile=str(folder / "fullchain.pem"))
