"""Content files: bad ones name file, line and key and load nothing; good ones come back byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from briefings.content.files import read_content
from briefings.content.places import ContentError
from briefings.models import Briefing
from briefings.records.chapters import stale_chapters
from projects.models import CooperationItem
from stakeholders.models import Perspective
from vocabulary.models import Term

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
ITEM = "items/bac-ninh-dong-nam-new-town.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIXTURES, tmp_path / "content"))


def line_of(file: Path, text: str) -> int:
    return next(n for n, line in enumerate(file.read_text().splitlines(), start=1) if line.startswith(text))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_an_unknown_key_is_named_with_its_file_and_line(folder: Path):
    file = folder / ITEM
    change(file, "status:", "stauts:")

    with pytest.raises(ContentError) as error:
        read_content(folder)

    assert f"{file}, line {line_of(file, 'stauts:')}, key stauts: unknown key" in str(error.value)


def test_an_unknown_key_deep_inside_a_list_is_named_with_its_line(folder: Path):
    file = folder / ITEM
    change(file, "  role: ", "  rolle: ")

    with pytest.raises(
        ContentError, match=rf"line {line_of(file, '  rolle: ')}, key contributions\[0\]\.rolle: unknown key"
    ):
        read_content(folder)


@pytest.mark.parametrize(("wrong", "key"), [("2025-13-40", ""), ("'next spring'", "valid_from")])
def test_a_wrong_date_is_named_with_its_file_and_line(folder: Path, wrong: str, key: str):
    file = folder / "perspectives" / "us.yaml"
    change(file, "valid_from: 2025-10-01", f"valid_from: {wrong}")

    with pytest.raises(ContentError) as error:
        read_content(folder)

    assert f"{file}, line {line_of(file, 'valid_from:')}" in str(error.value)
    assert key in str(error.value)


def test_a_slug_used_twice_names_both_places(folder: Path):
    shutil.copy(folder / ITEM, folder / "items" / "zz-copy.yaml")

    with pytest.raises(ContentError, match=r"zz-copy.yaml, line 1, key slug: .* is used twice; it stands in"):
        read_content(folder)


def test_a_key_written_twice_in_a_record_is_refused(folder: Path):
    file = folder / ITEM
    file.write_text(file.read_text() + "confidence: A\n")

    with pytest.raises(ContentError, match="key confidence: the key stands here twice"):
        read_content(folder)


@pytest.mark.django_db
def test_a_reference_that_leads_nowhere_loads_nothing(folder: Path):
    change(folder / ITEM, "bureau: ", "bureau: no-such-")
    (folder / "terms" / "strategy.yaml").write_text("- id: T-999\n  preferred:\n    ko: 새 용어\n")

    with pytest.raises(CommandError, match=r"key bureau: there is no bureau .*\nNothing was loaded\."):
        call_command("load_content", folder)

    assert not Term.objects.filter(identifier="T-999").exists()


@pytest.mark.django_db
def test_loading_the_same_files_again_writes_nothing(capsys: pytest.CaptureFixture[str]):
    call_command("load_content", FIXTURES)

    assert capsys.readouterr().out == "Nothing differs from the files.\n"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "slug", "kind"),
    [
        (Perspective, "us", "perspectives"),
        (Briefing, "2025-11", "briefings"),
        (CooperationItem, Path(ITEM).stem, "items"),
    ],
)
def test_what_was_taken_off_is_published_again_by_its_file(
    capsys: pytest.CaptureFixture[str], model: Any, slug: str, kind: str
):
    model.objects.get(slug=slug).unpublish()

    call_command("load_content", FIXTURES)

    assert capsys.readouterr().out == f"Loaded: {kind} 1.\n"
    assert model.objects.get(slug=slug).live


@pytest.mark.django_db
def test_only_what_differs_is_written_and_as_a_revision(folder: Path, capsys: pytest.CaptureFixture[str]):
    file = folder / ITEM
    change(file, "confidence: ", "confidence: B # ")
    item = CooperationItem.objects.get(slug=file.stem)

    call_command("load_content", folder)

    assert capsys.readouterr().out == "Loaded: items 1.\n"
    changed = CooperationItem.objects.get(pk=item.pk)
    assert changed.confidence == "B"
    assert changed.latest_revision_id != item.latest_revision_id


@pytest.mark.django_db
def test_a_chapter_that_a_file_leaves_as_it_was_rests_on_what_it_was_written_for(folder: Path):
    change(folder / "items/korean-air-archer-evtol.yaml", "실행으로 나아가는 데", "실행 단계로 나아가는 데")
    change(folder / "briefings/2025-11.yaml", "국제협력 담당 부서장", "국제협력 담당 과장")
    uam = next(
        each for each in Briefing.objects.get(slug="2025-11").chapters.all() if each.pillar.slug == "uam"
    )

    call_command("load_content", folder)

    briefing = Briefing.objects.get(slug="2025-11")
    assert briefing.officer_ko == "국토교통부 국제협력 담당 과장"
    assert stale_chapters(briefing) == {uam.pillar.slug}


@pytest.mark.django_db
def test_a_new_item_stands_under_its_own_title(folder: Path):
    text = (folder / ITEM).read_text().replace("slug: bac-ninh-dong-nam-new-town", "slug: new-town", 1)
    (folder / "items" / "new-town.yaml").write_text(text)

    call_command("load_content", folder, verbosity=0)

    item, first = (
        CooperationItem.objects.get(slug="new-town"),
        CooperationItem.objects.get(slug=Path(ITEM).stem),
    )
    assert item.live
    assert (item.title, item.draft_title) == (first.title, first.draft_title)
    assert item.latest_revision.object_str == first.latest_revision.object_str
    assert item.url_path.endswith("/new-town/")


@pytest.mark.django_db
def test_dumping_writes_the_same_files_byte_for_byte(tmp_path: Path):
    call_command("dump_content", tmp_path, verbosity=0)

    written = {file.relative_to(tmp_path): file.read_bytes() for file in tmp_path.rglob("*.yaml")}
    original = {file.relative_to(FIXTURES): file.read_bytes() for file in FIXTURES.rglob("*.yaml")}
    assert set(written) == set(original)
    assert [name for name in written if written[name] != original[name]] == []


@pytest.mark.django_db
def test_everything_of_the_two_seeds_is_in():
    assert CooperationItem.objects.filter(live=True).count() == 29 + 14
    assert Term.objects.filter(identifier__startswith="T-").count() >= 96
    assert Briefing.objects.filter(slug="2025-11", live=True).exists()
