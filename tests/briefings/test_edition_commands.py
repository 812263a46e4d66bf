"""`manage.py verify` and `manage.py export` of one edition, as an operator reads them."""

from __future__ import annotations

import hashlib
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from briefings.models import Edition, Rendition
from projects.models import CooperationItem, Figure
from tests.briefings.editions import make_files, release_now, seal_sample
from tests.briefings.test_renderers import of_an_earlier_version
from tests.full_disk import no_room_for
from vocabulary.models import Term, TermStatus, Unit

pytestmark = pytest.mark.django_db

NAME = "2025-11/partner/1.0"


@pytest.fixture
def edition() -> Edition:
    """A partner edition of which one file was made, one waits and one has failed."""
    edition = seal_sample("partner")
    make_files(edition, formats=("html",), languages=["ko"])
    edition.renditions.exclude(format="html", language="ko").update(state="waiting")
    edition.renditions.filter(format="pdf", language="en").update(state="failed")
    return edition


def test_verify_does_not_condemn_an_edition_for_files_that_were_never_made(edition: Edition):
    said = StringIO()

    call_command("verify", NAME, stdout=said)

    assert "  same  ko.html (rendered again)" in said.getvalue()
    assert "  not made  en.html (" in said.getvalue()
    assert "  not made  en.pdf (" in said.getvalue()
    assert "DIFFERENT" not in said.getvalue()


def test_verify_condemns_an_edition_of_which_a_file_that_was_made_is_gone(edition: Edition):
    said = StringIO()
    file = edition.renditions.get(format="html", language="ko")
    of_an_earlier_version(file)
    file.file.delete(save=False)

    with pytest.raises(CommandError, match="not what was sealed"):
        call_command("verify", NAME, stdout=said)

    assert Rendition.objects.get(pk=file.pk).digest
    assert "  DIFFERENT  ko.html (the stored file is missing" in said.getvalue()


def exported(folder: Path) -> str:
    said = StringIO()
    call_command("export", NAME, str(folder), stdout=said)
    return said.getvalue()


def test_of_an_edition_that_has_no_room_nothing_is_left_and_the_folder_can_be_named_again(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    no_room_for("ko.html", monkeypatch)
    with pytest.raises(CommandError) as told:
        exported(tmp_path / "folder")
    monkeypatch.undo()

    assert str(told.value) == f"{tmp_path / 'folder'} cannot be written: No space left on device."
    assert list((tmp_path / "folder").iterdir()) == []
    assert "ko.html" in exported(tmp_path / "folder")


def test_an_export_that_ends_between_two_files_leaves_no_manifest(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    replace = Path.replace

    def killed(path: Path, target: Path) -> Path:
        if target.name == "ko.html":
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        exported(tmp_path)

    assert [file.name for file in tmp_path.iterdir()] == ["edition.json"]


def test_an_exported_edition_is_proven_by_its_holder(
    client: Client, account: Any, edition: Edition, tmp_path: Path
):
    edition.renditions.update(state="ready")
    release_now(edition, approver=account("approver"), public=True)
    edition.renditions.filter(digest="").update(state="failed")

    said = exported(tmp_path / "new" / "folder")

    files = {file.name: file.read_bytes() for file in (tmp_path / "new" / "folder").iterdir()}
    assert set(files) == {"edition.json", "manifest.json", "ko.html"}
    assert json.loads(files["edition.json"])["audience"] == "partner"
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    manifest = json.loads(files["manifest.json"])
    assert ["ko", "html", digests["ko.html"]] in manifest["renditions"]
    for name, digest in digests.items():
        assert f"  {digest}  {name}\n" in said
    for name in ("edition.json", "ko.html"):
        page = client.get("/en/verify/", {"digest": digests[name]}).content.decode()
        assert "/2025-11/partner/1.0/" in page, name
    assert f"/en/verify/?digest={digests['edition.json']}\n" in said
    assert "en.pdf (failed)" in said
    assert "not released" not in said


def test_an_edition_that_readers_may_not_read_is_exported_with_a_word(edition: Edition, tmp_path: Path):
    said = exported(tmp_path)

    assert (tmp_path / "edition.json").exists()
    assert "It is not released" in said
    assert "en.html (waiting)" in said


def test_nothing_is_exported_over_what_is_there(edition: Edition, tmp_path: Path):
    (tmp_path / "edition.json").write_text("somebody's")

    with pytest.raises(CommandError, match="is not empty"):
        exported(tmp_path)

    assert [file.name for file in tmp_path.iterdir()] == ["edition.json"]
    assert (tmp_path / "edition.json").read_text() == "somebody's"
    with pytest.raises(CommandError, match="cannot be written: Not a directory"):
        exported(tmp_path / "edition.json")


@pytest.mark.parametrize(
    ("there", "words"), [(True, "is not the one that was made"), (False, "cannot be read: No such file")]
)
def test_a_file_that_is_not_what_was_made_is_not_handed_out(
    edition: Edition, tmp_path: Path, there: bool, words: str
):
    file = edition.renditions.get(format="html", language="ko")
    default_storage.delete(file.file.name)
    if there:
        Path(file.file.path).write_bytes(b"changed")

    with pytest.raises(CommandError, match=f"The stored ko.html {words}.*Nothing was written"):
        exported(tmp_path / "out")

    assert not (tmp_path / "out").exists()


def test_an_edition_that_does_not_exist_is_not_exported(edition: Edition, tmp_path: Path):
    with (
        CaptureQueriesContext(connection) as asked,
        pytest.raises(
            CommandError, match="There is no edition “2025-11/partner/7.0”. The newest are: " + NAME
        ),
    ):
        call_command("export", "2025-11/partner/7.0", str(tmp_path))

    # to name the newest, what each holds need not be read: it may be two hundred megabytes
    assert '"content"' not in asked[-1]["sql"]


def test_what_is_exported_to_a_partner_names_no_record_that_is_for_officials(account: Any, tmp_path: Path):
    unit = Unit.objects.create(slug="berths", name_ko="선석", name_en="berth", counter_ko="선석")
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    Figure.objects.create(
        item=item, key="b", kind="count", label_ko="ㄱ", value=3, unit=unit, printable="never"
    )
    Term.objects.create(
        identifier="X-1", status=TermStatus.AGREED, preferred_ko="가칭 해오름", preferred_en="Haeoreum"
    )
    edition = seal_sample("partner")
    release_now(edition, approver=account("approver"), public=True)
    edition.renditions.update(state="failed")

    exported(tmp_path)

    files = {name: (tmp_path / name).read_text() for name in ("edition.json", "manifest.json")}
    material = json.loads(files["edition.json"])["material"]
    assert not [
        (word, name) for word in ("berths", "선석", "X-1", "해오름") for name in files if word in files[name]
    ]
    for name, content in files.items():
        records = [each for each in json.loads(content)["records"] if each["kind"] in ("unit", "term")]
        assert {each["slug"] for each in records} == {
            *(unit["slug"] for unit in material["units"]),
            *(term["identifier"] for term in material["terms"]),
        }, name
