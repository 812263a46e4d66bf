"""An examination is kept under a key that changes with whatever it depends on."""

from __future__ import annotations

import importlib.metadata
import shutil
from pathlib import Path

import pytest

from briefings.assembly.examination import digest_of_checks

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What examines, as another version of the portal would hold it."""
    made = tmp_path_factory.mktemp("portal")
    for folder in ("briefings/assembly", "languages"):
        shutil.copytree(PROJECT / folder, made / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return made


def test_whatever_file_the_checks_are_made_of_everything_is_examined_again_when_it_changes(
    copy: Path,
) -> None:
    before = digest_of_checks(copy)
    files = [file for file in copy.rglob("*") if file.is_file() and file.suffix != ".md"]
    assert {"places.tsv", "things.tsv", "korean.py", "parity.py"} <= {file.name for file in files}

    for file in files:
        content = file.read_bytes()
        file.write_bytes(content + b"\n")
        assert digest_of_checks(copy) != before, file
        file.write_bytes(content)

    assert digest_of_checks(copy) == before


def test_the_same_files_elsewhere_are_known(copy: Path) -> None:
    assert digest_of_checks(copy) == digest_of_checks(PROJECT)


@pytest.mark.parametrize("library", ["opencc", "msgspec"])
def test_another_version_of_a_library_examines_everything_again(
    library: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest_of_checks(copy)
    versions = importlib.metadata.version

    monkeypatch.setattr(
        "briefings.assembly.examination.version", lambda name: "0" if name == library else versions(name)
    )

    assert digest_of_checks(copy) != before
