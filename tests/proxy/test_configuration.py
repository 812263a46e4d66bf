"""nginx's configuration as compose and systemd meet it: inside the image's and Debian's own nginx.conf."""

from __future__ import annotations

import contextlib
import http.client
import http.server
import json
import re
import shlex
import socket
import socketserver
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.holds import wait_until
from tests.proxy.server import (
    DEPLOYED,
    PROJECT,
    command,
    free_port,
    installed,
    logged,
    moved,
    serving,
    trusting,
)

MANUAL = (PROJECT / "docs" / "operations.md").read_text()
AROUNDS = ("debian", "image")


@contextlib.contextmanager
def answering(address: str, port: int, words: str = "answered", **headers: str) -> Iterator[None]:
    """Something that answers every request, in the portal's place; header names with _ for -."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(words)))
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(words.encode())

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer((address, port), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def ask(port: int, folder: Path, path: str, **headers: str) -> tuple[int, str]:
    link = http.client.HTTPSConnection("localhost", port, timeout=20, context=trusting(folder))
    try:
        link.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = link.getresponse()
        return answer.status, answer.read().decode()
    finally:
        link.close()


@pytest.mark.parametrize("around", AROUNDS)
def test_no_log_says_who_asked_or_what_for(tmp_path: Path, around: str):
    told = {"User_Agent": "canary-agent", "Referer": "https://canary-referer/", "Cookie": "a=canary-cookie"}
    port = free_port()

    with (
        answering("127.0.0.1", port),
        serving(tmp_path, {"127.0.0.1:8000": f"127.0.0.1:{port}"}, tmp_path, around=around) as ports,
    ):
        served = ask(ports.https, tmp_path, "/ko/canary-page/?q=canary-query", **told)
        edition = ask(ports.https, tmp_path, "/ko/editions/canary-edition/", User_Agent="canary-agent")
        refused = ask(ports.https, tmp_path, "/metrics?q=canary-file", **told)
        plain = http.client.HTTPConnection("127.0.0.1", ports.http, timeout=20)
        plain.request("GET", "/ko/canary-page/?q=canary-query", headers={"User-Agent": "canary-agent"})
        sent_on = plain.getresponse()
        with socket.create_connection(("127.0.0.1", ports.https)) as odd:
            odd.sendall(b"GET /canary-odd HTTP/1.1\r\nHost: canary-host\r\n\r\n")
            assert b"400" in odd.recv(1000)
        # a line is written behind its answer
        log = tmp_path / "log" / "access.log"
        wait_until(lambda: len(log.read_text().splitlines()) == 5, 10, "five lines")

    assert served == edition == (200, "answered")
    assert refused[0] == 404
    assert sent_on.status == 301
    said = logged(tmp_path)
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert sorted(line["status"] for line in lines) == [200, 200, 301, 400, 404]
    assert all(line["event"] == "proxied" for line in lines)
    assert "canary" not in said
    assert "127.0.0.1" not in said


def _asked(path: str, port: int, folder: Path, window: int) -> http.client.HTTPSConnection:
    """A connection over which the path was asked for; of what was not read yet it takes `window` bytes."""
    link = http.client.HTTPSConnection("localhost", port, timeout=60, context=trusting(folder))
    link.connect()
    link.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
    link.request("GET", path, headers={"Cookie": "a=b"})  # what somebody without a cookie is sent may be kept
    return link


def test_a_file_is_not_written_to_the_disk_again_for_a_slow_reader_and_no_warning_names_them(tmp_path: Path):
    """The nginx of the image would warn of each answer that waits on the disk, with who asked for what."""
    media, port = tmp_path / "media", free_port()
    media.mkdir()
    (media / "canary.pdf").write_bytes(bytes(50_000_000))
    path = "/ko/editions/canary/ko.pdf"
    with (
        answering("127.0.0.1", port, "", X_Accel_Redirect="/protected/canary.pdf"),
        serving(tmp_path, {"127.0.0.1:8000": f"127.0.0.1:{port}"}, media, around="image") as ports,
    ):
        slow = _asked(path, ports.https, tmp_path, window=2_048)
        quick = _asked(path, ports.https, tmp_path, window=1_000_000)
        answer = quick.getresponse().read()
        # as much would have been written to the disk meanwhile of what the other one does not take
        assert slow.getresponse().status == 200
        slow.close()
        quick.close()

    assert answer == bytes(50_000_000)
    said = (tmp_path / "log" / "error.log").read_text()
    assert "canary" not in said
    assert "127.0.0.1" not in said


@pytest.mark.parametrize("around", AROUNDS)
@pytest.mark.parametrize("upstream", ["systemd", "compose"])
def test_nginx_takes_it_where_its_standard_output_is_a_socket(tmp_path: Path, around: str, upstream: str):
    """As under systemd: such an output cannot be opened by the name /dev/stdout."""
    installed(tmp_path, tmp_path, around=around)
    text = (DEPLOYED / f"upstream-{upstream}.conf").read_text()
    (tmp_path / "etc" / "conf.d" / "upstream.conf").write_text(text)
    ours, its = socket.socketpair()

    with ours, its:
        done = subprocess.run(
            command(tmp_path, "-t"), stdin=subprocess.DEVNULL, stdout=its, stderr=subprocess.PIPE, check=False
        )

    assert done.returncode == 0, done.stderr.decode()


def test_the_manuals_commands_put_it_into_debians_nginx(tmp_path: Path):
    installed(tmp_path, tmp_path)
    conf = tmp_path / "etc" / "conf.d"
    (conf / "portal.conf").rename(tmp_path / "portal.conf")  # of free ports; the commands bring the real one
    site = tmp_path / "etc" / "sites-enabled" / "default"
    site.parent.mkdir()
    site.write_text("server { listen 80 default_server; root /var/www/html; }")
    named = re.findall(r"(?m)^(?:install|cp|rm|ln) .*/etc/nginx.*", MANUAL)
    assert named

    for line in named:
        words = shlex.split(moved(line.partition("#")[0], tmp_path, tmp_path))
        if any(word.startswith("/etc/letsencrypt") for word in words):
            continue  # the test's certificate lies there already
        subprocess.run(words, cwd=PROJECT, check=True)
    # what it has operators write beside it, under the name by which nginx reads them in their order
    written = re.findall(r"/etc/nginx/conf\.d/(\w+\.conf)`(?:(?!```).)*```nginx\n(.*?)```", MANUAL, re.DOTALL)
    assert [name for name, _text in written] == ["metrics.conf", "redirect.conf"]
    for name, text in written:
        (conf / name).write_text(re.sub(r"listen (?:10\.0\.0\.5:)?(\d+)", r"listen 127.0.0.2:\1", text))
    for name in ("portal.conf", "upstream-systemd.conf", "metrics.conf", "redirect.conf"):
        (conf / name).write_text(moved((conf / name).read_text(), tmp_path, tmp_path))
    # the ports may belong to somebody on this machine; which server is whose default is what is asked
    (conf / "portal.conf").write_text(
        re.sub(
            r"listen (?:127\.0\.0\.1:)?(80|443|8009)\b",
            r"listen 127.0.0.2:\1",
            (conf / "portal.conf").read_text(),
        )
    )
    if site.exists():
        site.write_text(site.read_text().replace("listen 80 ", "listen 127.0.0.2:80 "))

    done = subprocess.run(command(tmp_path, "-t"), capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


class _NameServer(socketserver.BaseRequestHandler):
    """Answers every question with one address, as Docker's does for a service."""

    address = "127.0.0.1"

    def handle(self) -> None:
        asked, link = self.request
        end = asked.index(b"\0", 12) + 5
        head = asked[:2] + b"\x81\x80\0\1\0\1\0\0\0\0"
        record = b"\xc0\x0c\0\1\0\1\0\0\2\x58\0\4" + socket.inet_aton(type(self).address)
        link.sendto(head + asked[12:end] + record, self.client_address)


@contextlib.contextmanager
def _name_server() -> Iterator[int]:
    server = socketserver.UDPServer(("127.0.0.1", 0), _NameServer)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_under_compose_a_web_server_that_was_made_anew_is_found_at_its_new_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    port = free_port()
    monkeypatch.setattr(_NameServer, "address", "127.0.0.2")

    with _name_server() as names:
        here = {"127.0.0.11": f"127.0.0.1:{names}", "web:8000": f"web:{port}"}
        with serving(tmp_path, here, tmp_path, upstream="compose", around="image") as ports:
            with answering("127.0.0.2", port, "the first"):
                before = ask(ports.https, tmp_path, "/ko/?q=1")
            monkeypatch.setattr(_NameServer, "address", "127.0.0.3")
            away = ask(ports.https, tmp_path, "/ko/")
            with answering("127.0.0.3", port, "made anew"):
                deadline = time.monotonic() + 10
                while (after := ask(ports.https, tmp_path, "/ko/"))[0] != 200:
                    assert time.monotonic() < deadline, after
                    time.sleep(0.2)

    assert before == (200, "the first")
    assert away[0] == 503
    assert after == (200, "made anew")
