"""Every way in which a content file can be wrong is said with file, line and key, and nothing is loaded."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from briefings.content import files
from briefings.content.files import LARGEST_FILE, ContentError, read_content
from briefings.content.loading import load
from projects.models import CooperationItem
from vocabulary.models import Term

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
ITEM = "items/korean-air-archer-evtol.yaml"
BRIEFING = "briefings/2025-11.yaml"


@pytest.fixture(scope="module", autouse=True)
def same_files_parsed_once() -> Iterator[None]:
    """Each test loads all of the sample with one file changed."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(files, "_parsed", lru_cache(files._parsed))
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIXTURES, tmp_path / "content"))


def refused(folder: Path) -> str:
    """What is said when the folder is loaded; nothing of it is then in the database."""
    (folder / "terms" / "new.yaml").write_text("- id: NEW-1\n  preferred:\n    ko: 새 용어\n")

    with pytest.raises(CommandError, match=r"\nNothing was loaded\.$") as error:
        call_command("load_content", folder)

    assert not Term.objects.filter(identifier="NEW-1").exists()
    return str(error.value).removesuffix("\nNothing was loaded.")


def change(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text()
    assert old in text, old
    file.write_text(text.replace(old, new, 1))


def line_of(file: Path, text: str) -> int:
    return next(n for n, line in enumerate(file.read_text().splitlines(), start=1) if text in line)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "old", "new", "marked", "key"),
    [
        (ITEM, "status: ", "status: [1] # ", "status: [1]", "status"),
        (ITEM, "countries: [", "countries: {a: 1} # [", "countries: {", "countries"),
        (ITEM, "headline:\n  ko: ", "headline:\n  kr: ", "  kr: ", "kr"),
        (ITEM, "event_date: 2", "event_date: x2", "event_date: x", "event_date"),
        (ITEM, "slug: ", 'slug: "\\0"\nx: ', 'slug: "', "slug"),
        (ITEM, "place:\n  ko: 한국", 'place:\n  ko: "한\\ud800국"', '  ko: "한', "ko"),
        (ITEM, "  weight: ", "  weight: many # ", "weight: many", "weight"),
        (BRIEFING, "period_end: ", "period_end: yesterday # ", "period_end: y", "period_end"),
        (BRIEFING, "name:\n  ko: ", "name:\n  fr: A\n  ko: ", "  fr: A", "fr"),
    ],
)
def test_a_wrong_value_is_named_with_file_line_and_key(
    folder: Path, name: str, old: str, new: str, marked: str, key: str
) -> None:
    change(folder, name, old, new)

    said = refused(folder)

    assert said.startswith(f"{folder / name}, line {line_of(folder / name, marked)}, key {key}: "), said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        (ITEM, "kind: deal", "kind: dealing", "kind"),
        (ITEM, "bureau: ", "bureau: no-", "bureau"),
        (ITEM, "- pillar: uam", "- pillar: no-pillar", "contributions[0].pillar"),
        (ITEM, "countries: [", "countries: [usa, ", "countries 1: code"),
        (ITEM, "classification: public", "classification: secret", "classification"),
        (ITEM, "  weight: ", "  weight: 999 # ", "contributions 1"),
        (ITEM, "slug: korean-air-archer-evtol", "slug: Not A Slug", "slug"),
        (ITEM, "slug: korean-air-archer-evtol", "slug: 대한항공-아처", "slug"),
        (ITEM, "- key: aircraft", "- key: Aircraft_1", "figures 2: key"),
        (BRIEFING, "slug: 2025-11", "slug: 2025년-11월", "slug"),
        (BRIEFING, "strategy: ", "strategy: no-", "strategy"),
        (BRIEFING, "period_end: 20", "period_end: 19", "period_end"),
    ],
)
def test_what_refers_to_nothing_or_is_none_of_a_closed_list_is_named_with_its_key(
    folder: Path, name: str, old: str, new: str, key: str
) -> None:
    change(folder, name, old, new)

    said = refused(folder)

    assert said.startswith(f"{folder / name}, line 1, key {key}: "), said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rows", "key"), [("figures", "figures"), ("sources", "sources"), ("contributions", "contributions")]
)
def test_a_key_used_twice_in_one_item_is_named(folder: Path, rows: str, key: str) -> None:
    file = folder / ITEM
    record = yaml.safe_load(file.read_text())
    record[rows].append(deepcopy(record[rows][0]))
    file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False))

    said = refused(folder)

    assert said.startswith(f"{file}, line 1, key {key} {len(record[rows])}"), said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"slug: &a x\nkind: *a\n", "line 2: not YAML (aliases are not read"),
        (b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", "line 2: not YAML (aliases are not read"),
        (b"slug: !!python/object/apply:os.system ['id']\n", "line 1"),
        (b"!!python/name:os.system\n", "line 1"),
        (b"[" * 5_000, "nested too deeply"),
        (b"? [a, b]\n: c\n", "line 1: a key is a word"),
        (b"slug: a\n---\nslug: b\n", "line 2: not YAML"),
        (b"slug: a\n\tkind: b\n", "line 2: not YAML"),
        (b"slug: 'a\n", "not YAML"),
        ("slug: 서울".encode("euc-kr"), "not UTF-8. Save the file as UTF-8."),
        ("slug: a".encode("utf-16"), "not UTF-8"),
        (b"slug: a\x00b\n", "not YAML"),
        (b"slug: a\x1bb\n", "not YAML"),
        (b"#" * (LARGEST_FILE + 1), "larger than 5 MB"),
        (b"just words\n", "line 1"),
        (b"1: 2\n", "line 1"),
    ],
)
def test_a_file_that_is_no_content_says_why(folder: Path, content: bytes, said: str) -> None:
    file = folder / "items" / "broken.yaml"
    file.write_bytes(content)

    with pytest.raises(ContentError) as error:
        read_content(folder)

    assert str(error.value).startswith(str(file))
    assert said in str(error.value)


def test_a_byte_order_mark_before_the_first_key_is_read_over(folder: Path) -> None:
    file = folder / ITEM
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())

    content = read_content(folder)

    assert "korean-air-archer-evtol" in {each.record.slug for each in content.items}


@pytest.mark.django_db
def test_a_folder_that_does_not_exist_and_a_file_for_a_folder_are_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    for name in ("nowhere", "file"):
        with pytest.raises(CommandError, match="is not a folder") as error:
            call_command("load_content", tmp_path / name)
        assert str(error.value).count("\n") == 1


@pytest.mark.django_db
def test_odd_texts_and_very_long_ones_are_loaded_as_they_stand(folder: Path) -> None:
    from tests.projects.odd_texts import ODD_TEXTS

    long = "국토교통 국제협력 " * 20_000
    odd = " ".join(text for text in ODD_TEXTS.values() if "\x07" not in text)
    content = read_content(folder)
    record = next(each.record for each in content.items if each.record.slug == "korean-air-archer-evtol")
    record.summary.ko, record.summary.en = long.strip(), odd

    load(content)

    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    assert (item.summary_ko, item.summary_en) == (long.strip(), odd)
