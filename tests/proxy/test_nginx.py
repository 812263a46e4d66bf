"""Files behind real nginx with the deployed configuration, in front of real gunicorn."""

from __future__ import annotations

import hashlib
import http.client
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from agencies.models import Agency
from briefings import release
from briefings.models import Download, Edition
from config.processes import Processes, wait_until_alive
from languages.trilingual import Trilingual
from tests.briefings.editions import make_files, release_now, seal_sample
from tests.proxy.server import free_port, nginx, trusting


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass
class Portal:
    port: int
    folder: Path
    edition: Edition

    def ask(
        self,
        address: str,
        name: str | None = None,
        method: str = "GET",
        body: bytes | None = None,
        **headers: str,
    ) -> Answer:
        """The address as it stands, asked by an account; header names with _ for -."""
        link = http.client.HTTPSConnection("localhost", self.port, timeout=60, context=trusting(self.folder))
        sent = {each.replace("_", "-"): value for each, value in headers.items()}
        if name:
            client = Client()
            client.force_login(get_user_model().objects.get(username=name))
            sent["Cookie"] = f"sessionid={client.cookies['sessionid'].value}"
        try:
            link.request(method, address, body=body, headers=sent)
            answer = link.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            link.close()

    @property
    def file(self) -> str:
        edition = self.edition
        return f"/ko/editions/{edition.briefing.slug}/{edition.audience}/{edition.number}/ko.pdf"

    @property
    def stored(self) -> str:
        return str(self.edition.renditions.get(language="ko", format="pdf").file.name)


@pytest.fixture
def proxied(portal: Processes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    """The portal behind nginx, with a presidential and a partner edition; the partner's is the one at hand."""
    monkeypatch.setitem(os.environ, "ACCEL_REDIRECT", "/protected/")
    monkeypatch.setitem(os.environ, "BEHIND_PROXY", "true")
    web_port = free_port()
    portal.start_web(web_port)
    edition = seal_sample("partner")
    make_files(edition, formats=["pdf"], languages=["ko"])
    agencies = Agency.objects.filter(slug="demo-embassy")
    release_now(edition, approver=get_user_model().objects.get(username="approver"), agencies=agencies)
    wait_until_alive(web_port, portal)
    with nginx(tmp_path, web_port=web_port, media=Path(settings.MEDIA_ROOT)) as port:
        yield Portal(port, tmp_path, edition)


def test_files_leave_through_nginx_to_those_who_may_have_them_and_by_no_other_way(proxied: Portal) -> None:
    stored = (Path(settings.MEDIA_ROOT) / proxied.stored).read_bytes()
    first = _arrives_whole(proxied, stored)
    _in_parts(proxied, stored, first.headers["ETag"])
    _by_no_other_way(proxied)
    _own_refusals(proxied)
    _a_kept_copy_is_confirmed_only_while_it_may_be_read(proxied, first.headers["ETag"])


def _arrives_whole(proxied: Portal, stored: bytes) -> Answer:
    answer = proxied.ask(proxied.file, "member-demo-embassy")
    assert answer.status == 200
    assert answer.body == stored
    assert answer.headers["ETag"] == f'"{hashlib.sha256(stored).hexdigest()}"'
    expected = {
        "Content-Type": "application/pdf",
        "Content-Length": str(len(stored)),
        "Cache-Control": "private, no-cache",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Content-Security-Policy": "frame-ancestors 'self'",
        "Accept-Ranges": "bytes",
    }
    assert {name: answer.headers[name] for name in expected} == expected
    assert answer.headers["Content-Disposition"].startswith("inline; filename=")
    assert "Cookie" in answer.headers["Vary"]
    assert answer.headers.get_all("ETag") == [answer.headers["ETag"]]
    assert "X-Accel-Redirect" not in answer.headers
    assert Download.objects.get(outcome="served").path == proxied.file
    return answer


def _in_parts(proxied: Portal, stored: bytes, etag: str) -> None:
    def ask(**headers: str) -> Answer:
        return proxied.ask(proxied.file, "member-demo-embassy", **headers)

    part = ask(Range="bytes=100-199")
    still_good = ask(Range="bytes=-50", If_Range=etag)
    outdated = ask(Range="bytes=0-9", If_Range='"another"')
    beyond = ask(Range=f"bytes={len(stored) + 1}-")
    head = proxied.ask(proxied.file, "member-demo-embassy", method="HEAD")

    assert (part.status, part.body) == (206, stored[100:200])
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(stored)}"
    assert (still_good.status, still_good.body) == (206, stored[-50:])
    assert (outdated.status, outdated.body) == (200, stored)
    assert beyond.status == 416
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(stored))


def _by_no_other_way(proxied: Portal) -> None:
    base, name = proxied.file.rpartition("/")[0], proxied.stored
    addresses = [
        f"/protected/{name}",
        f"/protected//{name}",
        f"/protected/../media/{name}",
        f"/media/{name}",
        f"/static/../protected/{name}",
        f"/static/%2e%2e/protected/{name}",
        f"/static/..%2fprotected%2f{name}",
        f"/protected../{name}",
        f"/{name}",
        f"{base}/..%2f..%2f..%2f..%2f..%2fprotected%2f{name}",
        f"{base}/../../../../../protected/{name}",
        "/protected/../../etc/passwd",
        "/protected..%2f..%2fetc/passwd",
        "/static/%2e%2e%2f%2e%2e%2fetc/passwd",
    ]
    for name_of_reader in (None, "official", "administrator"):
        for address in addresses:
            answer = proxied.ask(address, name_of_reader)
            assert answer.status in (400, 404), f"{address}: {answer.status}"
            assert b"%PDF" not in answer.body, address
            assert b"root:" not in answer.body, address
    for stranger in (None, "member-demo-development-bank"):
        for method in ("GET", "HEAD"):
            for more in ({}, {"Range": "bytes=0-9"}, {"If_None_Match": "*"}):
                assert proxied.ask(proxied.file, stranger, method, **more).status == 404
    # a visitor cannot open the internal way by asking for it
    assert proxied.ask("/ko/nowhere/", "official", X_Accel_Redirect=f"/protected/{name}").status == 404


def _own_refusals(proxied: Portal) -> None:
    too_much = proxied.ask("/ko/sign-in/", method="POST", body=b"a" * (11 * 1024 * 1024))
    statuses = {proxied.ask("/ko/sign-in/", method="POST", body=b"a=1").status for _time in range(30)}

    assert too_much.status == 413
    assert "10MB" in too_much.body.decode()
    assert too_much.headers["Cache-Control"] == "private, no-store"
    assert statuses == {403, 429}  # without a CSRF token; then too often


def _a_kept_copy_is_confirmed_only_while_it_may_be_read(proxied: Portal, etag: str) -> None:
    def ask(**headers: Any) -> int:
        return proxied.ask(proxied.file, "member-demo-embassy", **headers).status

    served = Download.objects.filter(outcome="served").count()
    confirmed = [
        ask(If_None_Match=etag),
        ask(If_None_Match=f'"other", W/{etag}'),
        ask(If_None_Match='"other"'),
    ]
    Agency.objects.filter(slug="demo-embassy").update(active=False)
    refused = [
        ask(If_None_Match=etag),
        ask(Range="bytes=0-9"),
        ask(If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT"),
    ]
    Agency.objects.filter(slug="demo-embassy").update(active=True)
    again = ask(If_None_Match=etag)
    approver = get_user_model().objects.get(username="approver")
    release.withdraw(edition=proxied.edition, by=approver, reason=Trilingual(ko="수치 재확인"))
    withdrawn = [ask(If_None_Match=etag), ask()]

    assert confirmed == [304, 304, 200]
    assert refused == [404, 404, 404]
    assert again == 304
    assert withdrawn == [410, 410]
    assert Download.objects.filter(outcome="served").count() == served + 1


def test_where_the_portal_is_away_nginx_says_so_in_three_languages(tmp_path: Path) -> None:
    with nginx(tmp_path, web_port=free_port(), media=tmp_path) as port:
        answer = Portal(port, tmp_path, None).ask("/ko/")  # type: ignore[arg-type]

    assert answer.status == 503
    assert answer.headers["Retry-After"] == "10"
    assert all(word in answer.body.decode() for word in ("다시 시작", "重新启动", "starting again"))
