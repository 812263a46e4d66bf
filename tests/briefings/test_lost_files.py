"""Files that are being made, that the storage has lost, or that come out otherwise than they were handed out."""

from __future__ import annotations

import hashlib
import html
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from agencies.models import Agency
from briefings.editions import renditions
from briefings.editions.sealing import manifest_of
from briefings.models import Download, Edition, Rendition
from tests.briefings.editions import make_files, release_now, seal_sample
from tests.briefings.test_renderers import EARLIER, of_an_earlier_version, verdict

pytestmark = pytest.mark.django_db

ADDRESS = "/ko/editions/2025-11/partner/1.0/ko.html"


@pytest.fixture
def edition(account: Any) -> Edition:
    """A partner edition released to one agency, with one file."""
    edition = seal_sample("partner")
    make_files(edition, formats=("html",), languages=["ko"])
    agencies = Agency.objects.filter(slug="demo-embassy")
    release_now(edition, approver=account("approver"), agencies=agencies)
    return edition


@pytest.fixture
def file(edition: Edition) -> Rendition:
    return edition.renditions.get(language="ko", format="html")


@pytest.fixture
def member(account: Any) -> Client:
    return signed_in(account, "member-demo-embassy")


def signed_in(account: Any, name: str) -> Client:
    client = Client()
    client.force_login(account(name))
    return client


def lose(file: Rendition) -> None:
    file.file.storage.delete(file.file.name)


@pytest.mark.parametrize("state", ["waiting", "rendering"])
def test_a_file_that_is_being_made_is_told_to_come_back_for_and_is_no_refusal(
    account: Any, member: Client, edition: Edition, file: Rendition, state: str
):
    Rendition.objects.filter(pk=file.pk).update(state=state)

    answer = member.get(ADDRESS)

    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert not Download.objects.exists()
    other = signed_in(account, "member-demo-development-bank").get(ADDRESS)
    assert (other.status_code, "Retry-After" in other) == (404, False)
    assert Download.objects.get().outcome == "refused"
    # whoever holds the file can still prove it
    assert "/2025-11/partner/1.0/" in member.get(f"/ko/verify/?digest={file.digest}").content.decode()
    assert ["ko", "html", file.digest] in json.loads(manifest_of(edition))["renditions"]


def test_a_lost_file_that_comes_out_the_same_is_made_again_whatever_its_renderer_is_called(
    member: Client, edition: Edition, file: Rendition
):
    Rendition.objects.filter(pk=file.pk).update(renderer="html 3")
    lose(file)

    first = member.get(ADDRESS)
    renditions.make(file.pk)

    assert (first.status_code, first["Retry-After"]) == (503, "10")
    answer = member.get(ADDRESS)
    assert answer.status_code == 200
    assert hashlib.sha256(b"".join(answer.streaming_content)).hexdigest() == file.digest


def test_a_file_that_was_cut_off_is_not_sent_and_made_again(member: Client, file: Rendition):
    cut_off = Path(file.file.path).read_bytes()[: file.size // 2]
    Path(file.file.path).write_bytes(cut_off)

    first = member.get(ADDRESS)
    renditions.make(file.pk)

    assert (first.status_code, first["Retry-After"]) == (503, "10")
    assert not Download.objects.exists()
    assert hashlib.sha256(b"".join(member.get(ADDRESS).streaming_content)).hexdigest() == file.digest


def test_a_lost_file_that_comes_out_otherwise_keeps_its_digest_and_its_readers_are_told(
    account: Any, member: Client, edition: Edition, file: Rendition
):
    of_an_earlier_version(file)
    lose(file)

    member.get(ADDRESS)
    renditions.make(file.pk)
    answer = member.get(ADDRESS)

    assert (answer.status_code, "Retry-After" in answer) == (500, False)
    for told in ("이 파일이 저장소에 없어", "存储中没有该文件", "The file is not in the portal's storage"):
        assert told in html.unescape(answer.content.decode())
    assert not Download.objects.filter(outcome="refused").exists()
    kept = Rendition.objects.get(pk=file.pk)
    assert (kept.state, kept.fault) == ("failed", "other-bytes")
    assert (kept.digest, kept.renderer, kept.file.name) == (file.digest, "html 3", file.file.name)
    assert file.digest in kept.error
    assert (verdict(edition).same, verdict(edition).made) == (False, True)
    assert signed_in(account, "member-demo-development-bank").get(ADDRESS).status_code == 404


def test_a_lost_file_that_an_operator_puts_back_is_served_again(member: Client, file: Rendition):
    of_an_earlier_version(file)
    lose(file)
    member.get(ADDRESS)
    renditions.make(file.pk)
    assert member.get(ADDRESS).status_code == 500

    default_storage.save(file.file.name, ContentFile(EARLIER))

    answer = member.get(ADDRESS)
    assert b"".join(answer.streaming_content) == EARLIER
    assert Rendition.objects.get(pk=file.pk).state == "ready"


def test_another_file_put_in_its_place_is_not_served(member: Client, file: Rendition):
    of_an_earlier_version(file)
    lose(file)
    member.get(ADDRESS)
    renditions.make(file.pk)

    default_storage.save(file.file.name, ContentFile(b"another"))

    assert member.get(ADDRESS).status_code == 500


def test_a_file_that_was_never_made_says_that_waiting_does_not_help(account: Any):
    edition = seal_sample("partner")
    edition.renditions.update(state="failed", fault="typesetting")

    answer = signed_in(account, "briefing-editor").get(ADDRESS)

    assert answer.status_code == 500
