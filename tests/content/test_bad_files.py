"""Every way in which a content file can be wrong is said with file, line and key, and nothing is loaded."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command
from django.utils import translation

from briefings.content import files
from briefings.content.files import LARGEST_FILE, read_content
from briefings.content.loading import load
from briefings.content.places import MOST_PROBLEMS, ContentError
from projects.models import CooperationItem
from vocabulary.models import Pillar, Term

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
ITEM = "items/korean-air-archer-evtol.yaml"
BRIEFING = "briefings/2025-11.yaml"
OTHER = "items/bac-ninh-dong-nam-new-town.yaml"
SUMMIT = "items/apec-2025-gyeongju-summit.yaml"
PERSPECTIVE = "perspectives/us.yaml"


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


@pytest.mark.parametrize(
    ("name", "old", "new", "marked", "key"),
    [
        (ITEM, "status: ", "status: [1] # ", "status: [1]", "status"),
        (ITEM, "countries: [", "countries: {a: 1} # [", "countries: {", "countries"),
        (ITEM, "countries: [", "countries: [NO, ", "countries: [NO", "countries[0]"),
        (ITEM, "headline:\n  ko: ", "headline:\n  kr: ", "  kr: ", "headline.kr"),
        (ITEM, "event_date: 2", "event_date: x2", "event_date: x", "event_date"),
        (ITEM, "  date: 2025-10", "  date: 2025-13", "  date: 2025-13", "figures[0].date"),
        (ITEM, "slug: ", 'slug: "\\0"\nx: ', 'slug: "', "slug"),
        (ITEM, "place:\n  ko: 한국", 'place:\n  ko: "한\\ud800국"', '  ko: "한', "place.ko"),
        (ITEM, "  weight: ", "  weight: many # ", "weight: many", "contributions[0].weight"),
        (ITEM, "  weight: ", "  weight: !!int many # ", "weight: !!int", "contributions[0].weight"),
        (ITEM, "  firmness: ", "  # ", "- actor:", "commitments[0].firmness"),
        (ITEM, "  value: '100'", "  value: 백", "  value: 백", "figures[1].value"),
        (ITEM, "status: ", "a`b: 1\nstatus: ", "a`b", "a`b"),
        (BRIEFING, "period_end: ", "period_end: yesterday # ", "period_end: y", "period_end"),
        (BRIEFING, "name:\n  ko: ", "name:\n  fr: A\n  ko: ", "  fr: A", "name.fr"),
    ],
)
def test_a_wrong_value_is_named_with_file_line_and_key(
    folder: Path, name: str, old: str, new: str, marked: str, key: str
) -> None:
    change(folder, name, old, new)

    with pytest.raises(ContentError) as error:
        read_content(folder)

    said = str(error.value).partition("\n")[0]
    assert said.startswith(f"{folder / name}, line {line_of(folder / name, marked)}, key {key}: "), said


def test_a_word_that_yaml_takes_for_something_else_is_to_be_put_in_quotes(folder: Path) -> None:
    change(folder, ITEM, "countries: [", "countries: [NO, ")

    with pytest.raises(ContentError, match=r"must be a text, and is true or false\. Put it in quotes\."):
        read_content(folder)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            [
                (ITEM, "kind: deal", "kind: dealing"),
                (ITEM, "classification: public", "classification: secret"),
                (ITEM, "countries: [", "countries: [usa, "),
                (ITEM, "  ko: 아처 에비에이션\n", "  ko: ''\n"),
                (ITEM, "weight: 60", "weight: 999"),
                (ITEM, "- key: aircraft", "- key: Aircraft_1"),
                (SUMMIT, "event_end: 2025", "event_end: 2024"),
                (SUMMIT, "\ndate_precision: range", "\ndate_precision: day"),
                (SUMMIT, "\n  date_precision: year", "\n  date_precision: none"),
            ],
            [
                (SUMMIT, "event_end", "event_end"),
                (SUMMIT, "date_precision: day", "date_precision"),
                (SUMMIT, "date_precision: none", "figures[1].date_precision"),
                (ITEM, "slug:", "legal_clause"),
                (ITEM, "kind: dealing", "kind"),
                (ITEM, "classification: secret", "classification"),
                (ITEM, "countries: [usa", "countries[0]"),
                (ITEM, "    ko: ''", "partners[1].name.ko"),
                (ITEM, "weight: 999", "contributions[1].weight"),
                (ITEM, "- key: Aircraft_1", "figures[1].key"),
            ],
        ),
        (
            [
                (ITEM, "bureau: ", "bureau: no-"),
                (ITEM, "slug: korean-air-archer-evtol", "slug: 대한항공-아처"),
                (OTHER, "type: ", "type: no-"),
                (SUMMIT, "slug: apec-2025-gyeongju-summit", "slug: Not A Slug"),
                (SUMMIT, "place:", "aircraft: {ko: 하나}\nplace:"),
            ],
            [
                (SUMMIT, "aircraft:", "aircraft"),
                (SUMMIT, "slug: Not", "slug"),
                (OTHER, "type: no-", "type"),
                (ITEM, "bureau: no-", "bureau"),
                (ITEM, "slug: 대한", "slug"),
            ],
        ),
        ([(ITEM, "unit: aircraft", "unit: count")], [(ITEM, "unit: count", "figures[1].unit")]),
        (
            [(ITEM, "- pillar: uam", "- pillar: agreement")],
            [(ITEM, "- pillar: a", "contributions[0].pillar")],
        ),
        (
            [
                (BRIEFING, "period_end: 20", "period_end: 19"),
                (BRIEFING, "legal_clause: ", "legal_clause: 정보공개법 "),
                (BRIEFING, "- kind: opposed", "- kind: cry"),
            ],
            [
                (BRIEFING, "period_end: 19", "period_end"),
                (BRIEFING, "legal_clause: 정보공개법", "legal_clause"),
                (BRIEFING, "- kind: cry", "cautions[0].kind"),
            ],
        ),
        (
            [(BRIEFING, "- item: korean-air-archer-evtol", "- item: no-item")],
            [(BRIEFING, "- item: no-item", "key_figures[1].item")],
        ),
        (
            [
                (PERSPECTIVE, "  kind: statement", "  kind: cry"),
                (PERSPECTIVE, "- ko: 한국은 ", "- ko: '' # "),
            ],
            [(PERSPECTIVE, "  kind: cry", "groups[0].kind"), (PERSPECTIVE, "- ko: ''", "messages[0].ko")],
        ),
        (
            [("strategy.yaml", "    order: 2", "    order: 1")],
            [("strategy.yaml", "  - slug: smart-city", "pillars[1]")],
        ),
        (
            [
                (
                    "terms/people.yaml",
                    "- id: ",
                    "- id: NEW-2\n  preferred: {ko: 말}\n  forbidden: {ko: [말]}\n- id: ",
                )
            ],
            [("terms/people.yaml", "  forbidden: ", "forbidden.ko")],
        ),
        (
            [
                (ITEM, "  ko: 대한항공–아처 에비에이션 eVTOL", "  ko: |\n    대한항공–아처 에비에이션 eVTOL"),
                (ITEM, "  ko: 아처 에비에이션\n", '  ko: "아처\\n에비에이션"\n'),
                ("units.yaml", "  plural: aircraft", '  plural: "air\\ncraft"'),
            ],
            [
                ("units.yaml", '  plural: "air', "plural"),
            ],
        ),
        (
            [
                (ITEM, "  ko: 대한항공–아처 에비에이션 eVTOL", "  ko: |\n    대한항공–아처 에비에이션 eVTOL"),
                (ITEM, "  ko: 아처 에비에이션\n", '  ko: "아처\\n에비에이션"\n'),
            ],
            [
                (ITEM, "  ko: |", "headline.ko"),
                (ITEM, '  ko: "아처', "partners[1].name.ko"),
            ],
        ),
        (
            [("units.yaml", "  plural: ", f"  plural: {'x' * 50} # ")],
            [("units.yaml", "  plural: xx", "plural")],
        ),
    ],
    ids=lambda value: "",
)
def test_all_that_a_form_would_refuse_is_named_at_once_with_its_line_and_key(
    folder: Path, changes: list[tuple[str, str, str]], said: list[tuple[str, str, str]]
) -> None:
    for name, old, new in changes:
        change(folder, name, old, new)

    with translation.override("ko"):  # as the portal speaks, but not its commands
        lines = refused(folder).splitlines()

    expected = [f"{folder / file}, line {line_of(folder / file, at)}, key {key}: " for file, at, key in said]
    assert [start for line, start in zip(lines, expected, strict=True) if not line.startswith(start)] == []
    assert not re.search("[가-힣]{3}", "".join(lines))


@pytest.mark.django_db
@pytest.mark.parametrize("rows", ["figures", "sources", "contributions"])
def test_a_key_used_twice_in_one_item_is_named(folder: Path, rows: str) -> None:
    file = folder / ITEM
    record = yaml.safe_load(file.read_text())
    record[rows].append(deepcopy(record[rows][0]))
    file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False))

    said = refused(folder)

    key, value = next(iter(record[rows][0].items()))
    lines = file.read_text().splitlines()
    line = len(lines) - lines[::-1].index(f"- {key}: {value}")
    assert said.startswith(f"{file}, line {line}, key {rows}[{len(record[rows]) - 1}].{key}: "), said


@pytest.mark.django_db
def test_a_term_file_whose_name_is_no_subject_is_named(folder: Path) -> None:
    (folder / "terms" / "My terms.yaml").write_text("- id: NEW-2\n  preferred: {ko: 말}\n")

    assert "the subject is the name of the file, My terms.yaml" in refused(folder)


@pytest.mark.django_db
def test_a_new_item_with_texts_longer_than_there_is_room_for_is_named(folder: Path) -> None:
    new = "items/new.yaml"
    text = (folder / ITEM).read_text()
    (folder / new).write_text(text.replace("slug: korean-air-archer-evtol", "slug: new", 1))
    change(folder, new, "\n  ko: 대한항공", "\n  ko: " + "대한항공" * 100)
    change(folder, new, "kind: deal", "kind: " + "deal" * 100)

    lines = refused(folder).splitlines()

    places = [(4, "kind"), (8, "headline.ko")]
    assert [line.partition(": ")[0] for line in lines] == [
        f"{folder / new}, line {line}, key {key}" for line, key in places
    ]


@pytest.mark.django_db
def test_pillars_may_change_places(folder: Path) -> None:
    change(folder, "strategy.yaml", "    order: 1", "    order: x")
    change(folder, "strategy.yaml", "    order: 2", "    order: 1")
    change(folder, "strategy.yaml", "    order: x", "    order: 2")

    call_command("load_content", folder, verbosity=0)

    assert list(Pillar.objects.values_list("slug", flat=True)[:2]) == ["smart-city", "connectivity"]


def test_a_pillar_used_twice_names_both_places(folder: Path) -> None:
    change(folder, "strategy.yaml", "slug: smart-city", "slug: connectivity")

    with pytest.raises(
        ContentError, match=r"line 35, key pillars\[1\]\.slug: .*strategy.yaml, line 24 already"
    ):
        read_content(folder)


def test_what_is_wrong_in_several_files_is_said_at_once(folder: Path) -> None:
    change(folder, ITEM, "status:", "stauts:")
    change(folder, BRIEFING, "period_end:", "period-end:")
    (folder / "terms" / "new.yaml").write_text("- just\n- words\n")

    with pytest.raises(ContentError) as error:
        read_content(folder)

    assert [line.partition(", ")[0] for line in str(error.value).splitlines()] == [
        *[str(folder / "terms" / "new.yaml")] * 2,
        str(folder / ITEM),
        str(folder / BRIEFING),
    ]


def test_of_very_many_mistakes_the_first_are_said_and_the_rest_counted(folder: Path) -> None:
    (folder / "terms" / "new.yaml").write_text("- word\n" * 200)

    with pytest.raises(ContentError) as error:
        read_content(folder)

    assert str(error.value).splitlines()[-1] == f"… and {200 - MOST_PROBLEMS} more."
    assert len(str(error.value).splitlines()) == MOST_PROBLEMS + 1


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("items/new.yml", Path.touch, "Call it new.yaml."),
        ("items/NEW.YAML", Path.touch, "Call it NEW.yaml."),
        ("items/new.txt", Path.touch, "Correct the name or take it out."),
        ("items/2025", Path.mkdir, "Move its files into items itself."),
        ("items/new.yaml", Path.mkdir, "a folder within items is not read."),
        ("unit.yaml", Path.touch, "A folder of content holds units.yaml, "),
        ("item", Path.mkdir, "A folder of content holds units.yaml, "),
        ("items.yaml", Path.touch, "A folder of content holds units.yaml, "),
        ("units.yaml", Path.mkdir, "this is not a file."),
        ("units.yaml", os.mkfifo, "this is not a file."),
        ("items/new.yaml", Path.touch, "the file is empty."),
        ("items/new.yaml", lambda path: path.write_text("# nothing yet\n"), "the file is empty."),
        ("items/new.yaml", os.mkfifo, "this is not a file."),
        ("items/new.yaml", lambda path: path.symlink_to("/dev/zero"), "this is not a file."),
        ("items/new.yaml", lambda path: path.symlink_to(path), "cannot be read: Too many levels"),
        ("items/new.yaml", lambda path: path.symlink_to("nowhere"), "cannot be read: No such file"),
    ],
)
def test_a_path_that_is_not_loaded_is_named_with_what_to_do(
    folder: Path, name: str, make: Callable[[Path], object], said: str
) -> None:
    (folder / "units.yaml").unlink()
    make(folder / name)

    with pytest.raises(ContentError) as error:
        read_content(folder)

    (line,) = str(error.value).splitlines()
    assert line.startswith(f"{folder / name}: "), line
    assert said in line


def test_what_people_and_editors_leave_beside_content_is_passed_over(folder: Path) -> None:
    (folder / ".git").mkdir()
    for name in (
        "NOTES.md",
        ".DS_Store",
        "items/.x.yaml.swp",
        "items/x.yaml~",
        "items/#x.yaml#",
        "items/x.bak",
    ):
        (folder / name).touch()

    assert read_content(folder).items


def test_a_folder_without_content_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "README.md").touch()
    (tmp_path / "items").mkdir()

    with pytest.raises(
        ContentError, match=r"holds no content file\. A folder of content holds units\.yaml, "
    ):
        read_content(tmp_path)


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
        (b"slug: a\x00b\n", "line 1: not YAML (the character U+0000 cannot stand in it"),
        (b"a: b\nslug: a\x1bb\n", "line 2: not YAML (the character U+001B"),
        (b"<<: {a: b}\n", "line 1: a key is a word"),
        (b"slug: !!timestamp soon\n", "line 1, key slug: “soon” is no date"),
        (b"shown: !!bool ''\n", "line 1, key shown"),
        (b"[" * 300 + b"]" * 300, "line 1"),
        (b"#" * (LARGEST_FILE + 1), "larger than 5 MB"),
        (b"just words\n", "line 1"),
        (b"1: 2\n", "line 1"),
        (b"slug: [unclosed", "line 1: not YAML"),
        (b"- just\n- words\n", "line 1"),
    ],
)
def test_a_file_that_is_no_content_says_why(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "items" / "broken.yaml"
    file.parent.mkdir()
    file.write_bytes(content)

    with pytest.raises(ContentError) as error:
        read_content(tmp_path)

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
