"""Files behind real nginx with the deployed configuration, in front of real gunicorn."""

from __future__ import annotations

import hashlib
import http.client
import os
import socket
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import lxml.html
import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from agencies.models import Agency
from briefings.editions import release
from briefings.models import Download, Edition
from config.processes import Processes, wait_until_alive
from languages.trilingual import Trilingual
from tests.briefings.editions import make_files, release_now, seal_sample
from tests.faults.holds import wait_until
from tests.proxy.server import nginx, trusting
from tests.serving import free_port


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
    """The portal behind nginx, with a sealed partner edition that is not yet released."""
    monkeypatch.setitem(os.environ, "ACCEL_REDIRECT", "/protected/")
    monkeypatch.setitem(os.environ, "BEHIND_PROXY", "true")
    web_port = free_port()
    portal.start_web(web_port)
    edition = seal_sample("partner")
    make_files(edition, formats=["pdf"], languages=["ko"])
    wait_until_alive(web_port, portal)
    with nginx(tmp_path, web_port=web_port, media=Path(settings.MEDIA_ROOT)) as port:
        yield Portal(port, tmp_path, edition)


def test_files_leave_through_nginx_to_those_who_may_have_them_and_by_no_other_way(proxied: Portal) -> None:
    release_now(proxied.edition, approver=_approver(), agencies=Agency.objects.filter(slug="demo-embassy"))
    stored = (Path(settings.MEDIA_ROOT) / proxied.stored).read_bytes()
    first = _arrives_whole(proxied, stored)
    _in_parts(proxied, stored, first.headers["ETag"])
    _by_no_other_way(proxied)
    _a_form_is_taken_at_any_port(proxied)
    _each_connection_has_a_key_of_its_own(proxied)
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
    for name in ("ETag", "Content-Security-Policy", "X-Content-Type-Options", "Cache-Control"):
        assert answer.headers.get_all(name) == [answer.headers[name]]
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


def _a_form_is_taken_at_any_port(proxied: Portal) -> None:
    page = proxied.ask("/ko/sign-in/")
    form = lxml.html.fromstring(page.body.decode()).forms[-1]
    form.fields.update({"username": "official", "password": "wrong"})

    answer = proxied.ask(
        "/ko/sign-in/",
        method="POST",
        body=urlencode(form.form_values()).encode(),
        Cookie=page.headers["Set-Cookie"].partition(";")[0],
        Content_Type="application/x-www-form-urlencoded",
        Origin=f"https://localhost:{proxied.port}",
        Referer=f"https://localhost:{proxied.port}/ko/sign-in/",
    )

    assert proxied.port != 443
    assert answer.status == 200, "not refused as another site's"


def _each_connection_has_a_key_of_its_own(proxied: Portal) -> None:
    _connect(proxied, "ECDHE-RSA-AES128-GCM-SHA256")
    with pytest.raises(ssl.SSLError):
        _connect(proxied, "AES128-GCM-SHA256")  # the certificate's key would open all that was ever sent


def _connect(proxied: Portal, cipher: str) -> None:
    """Agree on TLS 1.2 with no other cipher than this."""
    context = trusting(proxied.folder)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(cipher)
    with socket.create_connection(("127.0.0.1", proxied.port), timeout=10) as link:
        context.wrap_socket(link, server_hostname="localhost").close()


def _own_refusals(proxied: Portal) -> None:
    too_much = proxied.ask("/ko/sign-in/", method="POST", body=b"a" * (11 * 1024 * 1024))
    answers = [proxied.ask("/ko/sign-in/", method="POST", body=b"a=1") for _time in range(30)]
    not_understood = proxied.ask("/ko/%00")

    assert too_much.status == 413
    assert "10MB" in too_much.body.decode()
    assert {answer.status for answer in answers} == {403, 429}  # without a CSRF token; then too often
    assert answers[-1].headers["Retry-After"] == "60"
    assert not_understood.status == 400
    for answer in (too_much, answers[-1], not_understood):
        _as_safe_as_the_portals_own(answer)


def _as_safe_as_the_portals_own(refusal: Answer) -> None:
    assert refusal.headers["Cache-Control"] == "private, no-store"
    assert "max-age=31536000" in refusal.headers["Strict-Transport-Security"]
    assert "default-src 'none'" in refusal.headers["Content-Security-Policy"]
    assert "script-src" not in refusal.headers["Content-Security-Policy"]
    assert refusal.headers["X-Content-Type-Options"] == "nosniff"


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
    release.withdraw(edition=proxied.edition, by=_approver(), reason=Trilingual(ko="수치 재확인"))
    withdrawn = [ask(If_None_Match=etag), ask()]

    assert confirmed == [304, 304, 200]
    assert refused == [404, 404, 404]
    assert again == 304
    assert withdrawn == [410, 410]
    assert Download.objects.filter(outcome="served").count() == served + 1


def test_a_public_edition_is_kept_for_a_moment_for_those_without_an_account_and_for_nobody_else(
    proxied: Portal,
) -> None:
    page = proxied.file.removesuffix("ko.pdf")
    before = [proxied.ask(address).status for address in (page, proxied.file)]
    release_now(proxied.edition, approver=_approver(), public=True)

    _kept_for_anyone(proxied, (Path(settings.MEDIA_ROOT) / proxied.stored).read_bytes())
    _not_for_who_signed_in(proxied, page)
    release.withdraw(edition=proxied.edition, by=_approver(), reason=Trilingual(ko="수치 재확인"))
    signed_in = [proxied.ask(address, "official").status for address in (page, proxied.file)]
    for address in (page, proxied.file):
        wait_until(lambda address=address: proxied.ask(address).status == 410, 10, f"410 at {address}")

    # what was refused before the release is not kept either: those who wait for it find it at once
    assert before == [404, 404]
    assert signed_in == [410, 410]


def _kept_for_anyone(proxied: Portal, stored: bytes) -> None:
    begun = time.monotonic()
    answers = [proxied.ask(proxied.file) for _time in range(40)]
    waited = time.monotonic() - begun
    first, last = answers[0], answers[-1]
    # a HEAD is asked about by itself, and counts as no download
    heads = [proxied.ask(proxied.file, method="HEAD").status for _time in range(3)]
    part = proxied.ask(proxied.file, Range="bytes=100-199")
    confirmed = proxied.ask(proxied.file, If_None_Match=first.headers["ETag"])

    assert {(answer.status, answer.body) for answer in answers} == {(200, stored)}
    assert Download.objects.filter(outcome="served", user=None).count() <= waited + 3
    for answer in (first, last):
        assert answer.headers["Cache-Control"] == "public, no-cache"
        assert answer.headers["ETag"] == f'"{hashlib.sha256(stored).hexdigest()}"'
        assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'self'"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert not [name for name in answer.headers if name.lower().startswith("x-accel")]
    assert len({answer.headers["X-Request-ID"] for answer in answers}) == len(answers)
    assert heads == [200, 200, 200]
    assert (part.status, part.body) == (206, stored[100:200])
    assert (confirmed.status, confirmed.body) == (304, b"")
    # a browser takes these over for the copy that it has
    assert confirmed.headers["Content-Security-Policy"] == "frame-ancestors 'self'"


def _not_for_who_signed_in(proxied: Portal, page: str) -> None:
    anyone = proxied.ask(page)
    official = proxied.ask(page, "official")
    anyone_again = proxied.ask(page)
    takes_compressed = proxied.ask(page + "?as=another", Accept_Encoding="gzip")
    takes_none = proxied.ask(page + "?as=another")  # from the copy that is kept
    files = [proxied.ask(proxied.file, "official") for _time in range(2)]

    assert b"official" in official.body
    assert b"official" not in anyone.body + anyone_again.body
    assert takes_none.body == takes_compressed.body
    assert b"</html>" in takes_none.body
    assert official.headers["Cache-Control"] == "private, no-store"
    assert {answer.headers["Cache-Control"] for answer in files} == {"private, no-cache"}
    assert Download.objects.filter(outcome="served", user__username="official").count() == 2


def _approver() -> Any:
    return get_user_model().objects.get(username="approver")


def test_where_the_portal_is_away_nginx_says_so_in_three_languages(tmp_path: Path) -> None:
    with nginx(tmp_path, web_port=free_port(), media=tmp_path) as port:
        portal = Portal(port, tmp_path, None)  # type: ignore[arg-type]
        answers = [portal.ask(address) for address in ("/ko/", "/ko/editions/2025-11/partner/1.0/ko.pdf")]

    for answer in answers:
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "10"
        _as_safe_as_the_portals_own(answer)
        said = answer.body.decode()
        assert all(word in said for word in ("다시 시작", "重新启动", "starting again"))
        # legible on a phone and in the dark, like the portal's own pages
        assert all(part in said for part in ("width=device-width", "light dark", "<title>"))
