"""A dump is all of the content and nothing else: what is in its way is named, and nothing is lost or half written."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from modeltranslation.translator import translator
from wagtail.models import Comment, DraftStateMixin, Orderable, Page, RevisionMixin

from agencies.models import Agency, Membership
from briefings.content import briefings, items, vocabulary
from briefings.content.dumping import missing, write_content, written
from briefings.content.files import Content, read_content
from briefings.content.loading import read
from briefings.content.places import ContentError, Located
from briefings.content.records import TermRecord, Text
from briefings.models import Briefing
from projects.models import AirMobilityDeal, Bureau, CityNetworkProject, CooperationItem, DeclarationClause
from stakeholders.models import Perspective, StakeholderGroup
from tests.full_disk import no_room_for
from tests.projects.odd_texts import ODD_TEXTS
from vocabulary.models import Pillar, Strategy, Term, Unit

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


_DUMPED: dict[type[models.Model], Any] = {
    Unit: vocabulary.unit_record,
    Strategy: vocabulary.strategy_record,
    Pillar: vocabulary.pillar_record,
    Term: vocabulary.term_record,
    Agency: vocabulary.agency_record,
    StakeholderGroup: vocabulary.group_record,
    Perspective: vocabulary.perspective_record,
    Bureau: briefings.bureau_record,
    Briefing: briefings.briefing_record,
    **dict.fromkeys(
        (CooperationItem, AirMobilityDeal, CityNetworkProject, DeclarationClause),
        lambda item: items.item_record(item, "bureau"),
    ),
}
_BESIDE_CONTENT = {
    *(
        field.name
        for mixin in (DraftStateMixin, RevisionMixin, Orderable)
        for field in mixin._meta.get_fields()
    ),
    "basis",  # of a chapter: made of its contributions when it is loaded
    "still_right",  # of a chapter: ticked for one save
}
_SAID_ELSEWHERE = {
    (Term, "subject"),
    (Pillar, "strategy"),
}  # by the name of the file, and by what it stands in


@pytest.mark.django_db
@pytest.mark.parametrize("model", _DUMPED, ids=lambda model: model.__name__)
def test_each_thing_that_an_editor_enters_into_a_record_is_in_its_file(model: type[Any]) -> None:
    record, rows = _filled(model()), []
    for relation in get_all_child_relations(model):
        if relation.related_model in (Membership, Comment):  # both are of accounts, which are in no file
            continue
        rows.append(_filled(relation.related_model()))
        setattr(record, relation.get_accessor_name(), rows[-1:])

    without, forgotten = written(_DUMPED[model](record)), []
    for holder in (record, *rows):
        for field in _entered(type(holder)):
            before = getattr(holder, field.name)
            setattr(holder, field.name, _another(field, before))
            if written(_DUMPED[model](record)) == without:
                forgotten.append(field)
            setattr(holder, field.name, before)

    assert not forgotten


def _filled(row: Any) -> Any:
    for field in _entered(type(row)):
        if isinstance(field, models.ForeignKey):
            setattr(row, field.name, field.related_model(slug="one"))
    return row


def _entered(model: type[models.Model]) -> list[Any]:
    """The fields that an editor fills in."""
    known = model in translator.get_registered_models()
    translated = translator.get_options_for_model(model).all_fields if known else {}
    return [
        field
        for field in model._meta.concrete_fields
        if field.model is not Page
        and not isinstance(field, ParentalKey)
        and not field.primary_key
        and field.name not in {*_BESIDE_CONTENT, *translated}
        and (model, field.name) not in _SAID_ELSEWHERE
    ]


def _another(field: Any, value: Any) -> Any:
    match field:
        case models.ForeignKey():
            return field.related_model(slug="another")
        case models.BooleanField():
            return not value
        case models.DateField():
            return date(2001, 2, 3)
        case models.DecimalField():
            return Decimal(7)
        case models.IntegerField():
            return 7
        case _:
            return "another"


@pytest.mark.django_db
def test_more_items_are_dumped_in_as_many_queries(tmp_path: Path) -> None:
    with CaptureQueriesContext(connection) as before:
        read(tmp_path)
    for slug in (SLUG, "k-scon"):
        CooperationItem.objects.get(slug=slug).specific.copy(update_attrs={"slug": f"{slug}-copy"})

    with CaptureQueriesContext(connection) as after:
        content = read(tmp_path)

    assert len(content.items) == 45
    assert len(after) == len(before)
