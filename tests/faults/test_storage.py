"""A media folder that is full, or cannot be written to; and a typesetter that refuses one language."""

from __future__ import annotations

import hashlib
import os
import pwd
import resource
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from django.contrib.auth import get_user_model

from briefings.assembly.cleaning import cleaned
from briefings.assembly.collect import collect
from briefings.editions import renditions
from briefings.editions.sealing import Before, seal_editions
from briefings.models import AssemblyRun, Briefing, Download, Rendition
from briefings.rendering.charset import printable_code_points
from briefings.runs import compose_for
from config.processes import Processes
from operation import readiness
from tests.briefings.editions import release_now
from tests.faults.conftest import assert_one_right_edition, files_in
from tests.faults.disks import fill, may_mount, read_only, small_disk
from tests.faults.holds import hold, wait_until
from tests.faults.person import Person
from tests.serving import serve

BLOCK = 16_384
MANUAL = (Path(__file__).resolve().parents[2] / "docs" / "operations.md").read_text()
mounting = pytest.mark.skipif(not may_mount(), reason="this account may not mount")
without_mounting = pytest.mark.skipif(may_mount(), reason="tested with a real disk")


def assert_the_manual_knows_what_the_probe_says(word: str) -> None:
    """An operator finds in the manual, letter by letter, what `/readyz` shows."""
    (storage,) = readiness.ask(["storage"])

    assert not storage.ready
    assert storage.word.startswith(word)
    assert f"`storage: {word}`" in MANUAL


@mounting
def test_a_full_disk_delays_the_files_and_leaves_no_half_one(
    portal: Processes, press: Callable[..., AssemblyRun], media: Path
):
    with small_disk(media, "20m"):
        filler = fill(media)
        assert_the_manual_knows_what_the_probe_says("[Errno 28] No space left on device")
        portal.start_worker()
        portal.start_beat()
        run = press()

        stuck = Rendition.objects.filter(fault="storage", state="waiting")
        wait_until(stuck.exists, 30, "a file that could not be stored")
        assert files_in(media) == {"filler"}
        assert "No space left on device" in stuck[0].error
        assert stuck[0].get_fault_display().startswith("The file could not be stored.")

        filler.unlink()
        assert_one_right_edition(run, media)
        portal.kill()


@mounting
def test_a_media_folder_that_is_mounted_read_only_delays_the_files(
    portal: Processes, press: Callable[..., AssemblyRun], media: Path
):
    portal.start_worker()
    portal.start_beat()
    with read_only(media):
        assert_the_manual_knows_what_the_probe_says("[Errno 30] Read-only file system")
        run = press()

        stuck = Rendition.objects.filter(fault="storage", state="waiting")
        wait_until(lambda: stuck.count() == 6, 30, "files that could not be stored")
        assert "Read-only file system" in stuck[0].error

    assert_one_right_edition(run, media)


def test_a_media_folder_of_somebody_else_is_named_by_the_probe(media: Path):
    media.chmod(0o555)
    own = os.geteuid()

    if own == 0:
        os.seteuid(pwd.getpwnam("nobody").pw_uid)  # root may write everywhere
    try:
        assert_the_manual_knows_what_the_probe_says("[Errno 13] Permission denied")
    finally:
        os.seteuid(own)


def _limit_files(process: int, limit: int) -> None:
    """From now on no file that the worker's children write gets longer than this, as on a full disk."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    assert children
    for pid in map(int, [str(process), *children]):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))


@without_mounting
def test_a_full_media_folder_delays_the_files_and_leaves_no_half_one(
    portal: Processes, press: Callable[..., AssemblyRun], live_database: str, media: Path
):
    worker = portal.start_worker("worker", concurrency=1)
    portal.start_beat()
    with hold(live_database) as held:
        held.at_reading("vocabulary_term")
        run = press()
        held.wait()
        _limit_files(worker.pid, BLOCK)

    stuck = Rendition.objects.filter(fault="storage", state="waiting")
    wait_until(stuck.exists, 30, "a file that could not be stored")
    assert files_in(media) == set()
    assert "too large" in stuck[0].error
    assert stuck[0].get_fault_display().startswith("The file could not be stored.")

    _limit_files(worker.pid, resource.RLIM_INFINITY)
    assert_one_right_edition(run, media)


@without_mounting
def test_a_media_folder_that_cannot_be_written_to_delays_the_files(
    portal: Processes, press: Callable[..., AssemblyRun], media: Path
):
    (media / "editions").write_text("a file where the folder should be")
    portal.start_worker()
    portal.start_beat()
    run = press()

    stuck = Rendition.objects.filter(fault="storage", state="waiting")
    wait_until(lambda: stuck.count() == 6, 30, "files that could not be stored")
    (media / "editions").unlink()

    assert_one_right_edition(run, media)


def test_a_file_spoiled_on_the_disk_is_made_anew(
    portal: Processes, press: Callable[..., AssemblyRun], media: Path
):
    portal.start_worker()
    run = press()
    edition = assert_one_right_edition(run, media)
    spoiled = edition.renditions.get(language="ko", format="pdf")
    path = media / spoiled.file.name
    path.write_bytes(path.read_bytes()[:1000])

    Rendition.objects.filter(pk=spoiled.pk).update(state="failed")
    renditions.make_again(spoiled)

    wait_until(Rendition.objects.filter(pk=spoiled.pk, state="ready").exists, 30, "the file")
    assert_one_right_edition(run, media)


def test_a_file_that_the_storage_has_lost_is_made_again_while_its_reader_is_told_to_come_back(
    portal: Processes, press: Callable[..., AssemblyRun], media: Path
):
    portal.start_worker()
    run = press()
    edition = assert_one_right_edition(run, media)
    release_now(edition, approver=get_user_model().objects.get(username="approver"), public=True)
    official = Person(serve(portal), "official")
    lost = edition.renditions.get(language="en", format="pdf")
    (media / lost.file.name).unlink()
    address = "/en/editions/2025-11/partner/1.0/en.pdf"

    answers = [official.get(address)]

    def there() -> bool:
        answers.append(official.get(address))
        return answers[-1].status_code == 200

    wait_until(there, 30, "the file")
    for answer in answers[:-1]:
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert not Download.objects.filter(outcome="refused").exists()
    assert hashlib.sha256(official.get(address).content).hexdigest() == lost.digest


def test_a_language_that_the_typesetter_refuses_leaves_the_other_two_and_can_be_made_alone(
    portal: Processes, briefing: Briefing, media: Path
):
    # sealed without cleaning, as by a version of the portal that knew fewer fonts
    material, _found = cleaned(collect(briefing).material, printable_code_points())
    headline = material.briefing.headline
    odd = msgspec.structs.replace(headline, en=f"{headline.en} 🚀")
    material = msgspec.structs.replace(
        material, briefing=msgspec.structs.replace(material.briefing, headline=odd)
    )
    composed = compose_for(material, "partner", Before(), collect(briefing))
    run = AssemblyRun.objects.create(briefing=briefing, audiences=["partner"], state="running")
    portal.start_worker()

    edition = seal_editions(run=run, fence=0, composed=[composed])[0]

    files = {(file.language, file.format): file for file in edition.renditions.all()}
    english = files["en", "pdf"]
    # the file's row and that of its run are two commits
    wait_until(AssemblyRun.objects.filter(pk=run.pk, state="done", fault="typesetting").exists, 60)
    assert set(edition.renditions.exclude(state="ready")) == {english}
    english.refresh_from_db()
    assert (english.state, english.fault) == ("failed", "typesetting")
    assert "🚀" in english.error
    made = dict(edition.renditions.filter(state="ready").values_list("pk", "made_at"))

    renditions.make_again(english)

    wait_until(Rendition.objects.filter(pk=english.pk, state="failed", attempts=1, fence=2).exists, 30)
    assert dict(edition.renditions.filter(state="ready").values_list("pk", "made_at")) == made
