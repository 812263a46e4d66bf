"""The same words with real processes: no address of a file gives it away, and no log holds a text."""

from __future__ import annotations

import http.client
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from briefings.choices import RenditionState, RunState
from briefings.models import Edition, Rendition
from briefings.runs import request_run
from config.processes import Processes, wait_until_alive
from tests.briefings.editions import release_now, seal_sample
from tests.briefings.test_whole_way import ended, wait_for
from tests.leaks.canaries import PUBLIC, Canaries, plant
from tests.serving import free_port


def _ask(port: int, address: str, session: str = "", method: str = "GET") -> tuple[int, bytes]:
    """The address as it stands, which a client of the kind library would tidy up first."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        link.request(method, address, headers={"Cookie": f"sessionid={session}"} if session else {})
        answer = link.getresponse()
        return answer.status, answer.read()
    finally:
        link.close()


def _session_of(name: str) -> str:
    client = Client()
    client.force_login(get_user_model().objects.get(username=name))
    return client.cookies["sessionid"].value


@pytest.fixture
def logs(portal: Processes) -> dict[Path, int]:
    """How long each log was before the test."""
    portal.logs.mkdir(parents=True, exist_ok=True)
    return {file: file.stat().st_size for file in portal.logs.glob("*.log")}


def test_neither_media_addresses_nor_logs_of_real_processes_give_a_word_away(
    portal: Processes, logs: dict[Path, int]
) -> None:
    canaries = Canaries()
    briefing = plant(canaries)
    port = free_port()
    portal.start_worker()
    portal.start_web(port)
    # odd words stop a run at its checks, where a worker has seen every text; so these are sealed past them
    run, _made = request_run(briefing=briefing, audiences=["presidential", "partner"], by=None)
    wait_for(lambda: ended(run))
    assert run.state == RunState.BLOCKED
    editions = {audience: seal_sample(audience) for audience in ("presidential", "partner")}
    wait_for(lambda: not Rendition.objects.exclude(state=RenditionState.READY).exists())
    approver = get_user_model().objects.get(username="approver")
    release_now(editions["presidential"], approver=approver)
    release_now(editions["partner"], approver=approver, public=True)
    wait_until_alive(port, portal)
    official, member = _session_of("official"), _session_of("member-demo-embassy")

    page = "/ko/editions/2025-11/presidential/1.0/"
    assert _ask(port, page, official)[0] == 200
    assert _ask(port, page + "ko.pdf", official)[1].startswith(b"%PDF")
    assert _ask(port, page + f"items/{PUBLIC}/", official)[0] == 200
    for session in ("", member):
        for address in (page, page + "ko.pdf", page + "en.html", page + f"items/{PUBLIC}/"):
            status, body = _ask(port, address, session)
            assert status == 404
            assert canaries.found(body.decode(), set()) == []
    _nothing_by_media_address(port, editions["presidential"], ("", member, official))

    portal.stop()
    said = "".join(
        file.read_bytes()[logs.get(file, 0) :].decode("utf-8", "replace")
        for file in portal.logs.glob("*.log")
    )
    assert said.count("\n") > 20, "the processes have said too little to tell anything by"
    assert canaries.found(said, {PUBLIC}) == []


def _nothing_by_media_address(port: int, edition: Edition, sessions: tuple[str, ...]) -> None:
    name = edition.renditions.get(language="ko", format="pdf").file.name
    assert (Path(settings.MEDIA_ROOT) / name).is_file()
    for session in sessions:
        for address in (
            f"/media/{name}",
            f"/protected/{name}",
            f"/static/../media/{name}",
            f"/static/%2e%2e/media/{name}",
            f"/static/..%2fmedia/{name}",
            f"/../media/{name}",
            f"//media//{name}",
            f"/media/./{name}",
            f"/ko/editions/2025-11/presidential/1.0/..%2f..%2f..%2f..%2f{name}",
            f"/static/{settings.MEDIA_ROOT}/{name}",
        ):
            for method in ("GET", "HEAD"):
                status, body = _ask(port, address, session, method)
                assert status in (301, 302, 400, 404), address
                assert b"%PDF" not in body, address
