"""A dump is all of the content and nothing else: what is in its way is named, and nothing is lost or half written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from briefings.content.dumping import missing, write_content
from briefings.content.files import Content, read_content
from briefings.content.places import ContentError, Located
from briefings.content.records import TermRecord, Text
from projects.models import CooperationItem
from tests.full_disk import no_room_for
from tests.projects.odd_texts import ODD_TEXTS

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
SLUG = "korean-air-archer-evtol"


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(FIXTURES)


@pytest.fixture
def fewer(content: Content) -> Content:
    """The content when one item was deleted and another was changed."""
    items = [each for each in content.items if each.record.slug != "k-scon"]
    return Content(**vars(content) | {"items": items, "groups": content.groups[:3]})


@pytest.fixture
def folder(tmp_path: Path, content: Content) -> Path:
    folder = tmp_path / "content"
    write_content(content, folder)
    return folder


def refused(content: Content, folder: Path, *, replace: bool = False) -> str:
    """What is said instead of a dump, after which everything is as it was."""
    before = _everything(folder)

    with pytest.raises(ContentError) as error:
        write_content(content, folder, replace=replace)

    assert _everything(folder) == before
    return str(error.value)


def _everything(folder: Path) -> dict[Path, bytes]:
    if not os.path.isdir(folder):
        return {}
    return {path: path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}


def test_files_of_deleted_records_are_named_and_taken_out_only_if_that_is_asked_for(
    folder: Path, fewer: Content
) -> None:
    mine = folder / "items" / "mine.yaml"
    mine.write_text("slug: mine\n")

    lines = refused(fewer, folder).splitlines()
    assert [line.partition(": ")[0] for line in lines] == [str(folder / "items/k-scon.yaml"), str(mine)]
    assert "With --replace it is taken out." in lines[0]

    changed, removed = write_content(fewer, folder, replace=True)

    assert changed == [folder / "groups.yaml"]
    assert removed == [folder / "items" / "k-scon.yaml", mine]
    assert "k-scon" not in {each.record.slug for each in read_content(folder).items}
    assert write_content(fewer, folder) == ([], [])


def test_a_folder_that_holds_other_things_is_left_alone(folder: Path, fewer: Content) -> None:
    (folder / "thesis.docx").write_bytes(b"PK")
    (folder / "units.yaml").unlink()
    os.mkfifo(folder / "units.yaml")

    lines = refused(fewer, folder, replace=True).splitlines()

    assert [line.partition(": ")[0] for line in lines] == [
        str(folder / "thesis.docx"),
        str(folder / "units.yaml"),
    ]


def test_notes_and_hidden_files_stay_where_they_are(folder: Path, fewer: Content) -> None:
    (folder / "README.md").write_text("mine")
    (folder / ".git").mkdir()

    write_content(fewer, folder, replace=True)

    assert (folder / "README.md").read_text() == "mine"
    assert (folder / ".git").exists()
    assert not list(folder.rglob(".dump*"))


def test_what_cannot_be_a_folder_or_written_is_said_in_one_line(tmp_path: Path, content: Content) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    (tmp_path / "loop").symlink_to("loop")

    assert refused(content, file) == f"{file} is not a folder. Name the folder of the content files."
    assert refused(content, file / "below") == f"{file}/below cannot be written: Not a directory."
    for name in (str(tmp_path / "loop"), "/proc/dump", str(tmp_path / ("x" * 300))):
        said = refused(content, Path(name))
        assert said.startswith(f"{name} cannot be written: ")
        assert "\n" not in said
    assert file.read_text() == "mine"


@pytest.mark.parametrize("name", ["content", "new/content"])
def test_a_full_disk_leaves_everything_as_it_was(
    folder: Path, name: str, content: Content, fewer: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_content(fewer, folder, replace=True)
    target = folder.parent / name
    no_room_for("k-scon.yaml", monkeypatch)

    assert refused(content, target) == f"{target} cannot be written: No space left on device."

    assert not (folder.parent / "new").exists()


@pytest.mark.parametrize(
    "text",
    [
        *ODD_TEXTS.values(),
        "a\x85b",
        "a\r\nb",
        "\ta",
        "  a ",
        "a\u2028b",
        "\ufeffa",
        "NO",
        "1e3",
        "<<",
        "1:30",
    ],
)
def test_a_text_comes_back_letter_by_letter(tmp_path: Path, text: str) -> None:
    term = TermRecord("X", Text(text, text, text), note=text)

    write_content(Content(terms=[("odd", Located(term, tmp_path))]), tmp_path)

    ((_subject, read),) = read_content(tmp_path).terms
    assert read.record == term


def test_what_a_new_portal_would_refuse_is_said(content: Content) -> None:
    assert missing(content) == []
    items = [each for each in content.items if each.record.slug != SLUG]
    perspectives = [each for each in content.perspectives if each.record.slug != "us"]

    said = missing(Content(**vars(content) | {"items": items, "perspectives": perspectives}))

    assert any(line.startswith(f"briefings/2025-11.yaml names “{SLUG}”, which is not") for line in said)
    assert any(line.startswith("items/k-uam-roadmap.yaml names “us”, which is not") for line in said)
    assert len(said) == len(set(said))


@pytest.mark.django_db
def test_the_command_tells_of_what_is_left_of_what_is_not_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    CooperationItem.objects.get(slug="k-uam-roadmap").unpublish()
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "k-uam-roadmap.yaml").touch()

    with pytest.raises(CommandError, match=r"items/k-uam-roadmap\.yaml: .*\nNothing was written\."):
        call_command("dump_content", tmp_path)
    call_command("dump_content", tmp_path, replace=True)

    said = capsys.readouterr()
    assert f"Took out {tmp_path}/items/k-uam-roadmap.yaml\n" in said.out
    assert f"items/{SLUG}.yaml names “k-uam-roadmap”, which is not published" in said.err
