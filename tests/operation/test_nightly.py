"""A backup each night: made, proven, and the oldest of its kind deleted."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from operation.manifest import MANIFEST, read_manifest
from tests.briefings.editions import make_files, seal_sample
from tests.operation.backups import files_of, refusal


@pytest.fixture
def nights(backup: Path, tmp_path: Path) -> Path:
    """The folder of nightly backups: three of them, and what is none."""
    folder = tmp_path / "backups"
    for name in ("2026-11-21T0230", "2026-11-22T0231", "2026-11-23T0239", "before-0.2.0", "2026-11-20"):
        shutil.copytree(backup, folder / name)
    (folder / "2026-11-20T0230").mkdir()  # somebody's own: no backup is in it
    for name, hours in ((".2026-11-19T0230.unfinished-a", 30), (".2026-11-23T1200.unfinished-b", 1)):
        (folder / name).mkdir()
        then = time.time() - hours * 3600
        os.utime(folder / name, (then, then))
    return folder


def test_a_nightly_backup_is_proven_and_the_oldest_of_its_kind_go(live_database: str, nights: Path):
    before = {path.name for path in nights.iterdir()}
    said = io.StringIO()

    call_command("backup", "--nightly", str(nights), "--keep", "2", stdout=said)

    after = {path.name for path in nights.iterdir()}
    (new,) = after - before
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d{4}", new)
    assert before - after == {"2026-11-21T0230", "2026-11-22T0231", ".2026-11-19T0230.unfinished-a"}
    assert "2026-11-21T0230" in said.getvalue()
    assert f"{nights / new}: version" in said.getvalue()
    assert read_manifest(nights / new).damaged == ()


def test_who_interrupts_a_nightly_backup_that_was_made_is_not_told_that_there_is_none(
    live_database: str, nights: Path
):
    class Impatient(io.StringIO):
        def write(self, text: str) -> int:
            if "Deleting" in text:
                raise KeyboardInterrupt
            return super().write(text)

    before = {path.name for path in nights.iterdir()}

    with pytest.raises(CommandError, match=r"Interrupted once .* was made") as ended:
        call_command("backup", "--nightly", str(nights), "--keep", "2", stdout=Impatient())

    (new,) = {path.name for path in nights.iterdir()} - before
    assert str(nights / new) in str(ended.value)


def test_no_backup_is_deleted_while_a_new_one_lacks_a_file(live_database: str, media: Path, nights: Path):
    edition = seal_sample("partner")
    make_files(edition, formats=("html",), languages=["ko"])
    (media / edition.renditions.get(format="html", language="ko").file.name).unlink()
    before = {path.name for path in nights.iterdir()}

    said = refusal("backup", "--nightly", str(nights), "--keep", "1")

    assert "Take them from an older backup" in said
    assert before < {path.name for path in nights.iterdir()}


def test_no_backup_is_deleted_where_none_could_be_made(
    live_database: str, nights: Path, monkeypatch: pytest.MonkeyPatch
):
    before = files_of(nights)
    monkeypatch.setattr("operation.postgres.program", lambda *_args, **_more: Path("/bin/false"))

    assert "could not dump" in refusal("backup", "--nightly", str(nights), "--keep", "1")

    assert files_of(nights) == before


@pytest.mark.parametrize("keep", ["0", "-1", "all"])
def test_how_many_nightly_backups_stay_is_a_number_from_1(nights: Path, keep: str):
    assert "name a number from 1" in refusal("backup", "--nightly", str(nights), f"--keep={keep}")


def test_a_backup_that_cannot_be_deleted_is_named_and_the_new_one_stays(
    live_database: str, nights: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(folder: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr("operation.nightly.shutil", SimpleNamespace(rmtree=refuse))
    before = {path.name for path in nights.iterdir()}

    said = refusal("backup", "--nightly", str(nights), "--keep", "3")

    assert f"{nights / '2026-11-21T0230'} (Permission denied)" in said
    assert f"{nights / '.2026-11-19T0230.unfinished-a'} (Permission denied)" in said
    # what was begun to be deleted is no backup any more, and is tried again the next night
    monkeypatch.undo()
    left = nights / ".2026-11-21T0230.unfinished-deletion"
    (new,) = {path.name for path in nights.iterdir()} - before - {left.name}
    assert f"{nights / new} was made" in said
    assert read_manifest(nights / new).damaged == ()
    (nights / new).rename(nights / "2026-11-24T0230")
    call_command("backup", "--nightly", str(nights), "--keep", "4", stdout=io.StringIO())
    assert not left.exists()


def test_an_old_backup_that_may_not_be_looked_into_keeps_all_of_them(
    live_database: str, nights: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(parent: Path) -> list[Path]:
        raise PermissionError(errno.EACCES, "Permission denied", str(parent / "2026-11-21T0230" / MANIFEST))

    monkeypatch.setattr("operation.nightly._made", refuse)
    before = {path.name for path in nights.iterdir()}

    said = refusal("backup", "--nightly", str(nights), "--keep", "1")

    assert "2026-11-21T0230" in said
    assert "cannot be looked into (Permission denied)" in said
    assert before < {path.name for path in nights.iterdir()}
