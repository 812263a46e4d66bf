"""Term files: they come back as they went out, and a wrong one changes nothing and says where it is wrong."""

from __future__ import annotations

import os
import resource
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from django.db.models import QuerySet
from django.db.models.signals import post_save, pre_save
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.log_actions import LogContext
from wagtail.models import ModelLogEntry, Revision, RevisionMixin, TranslatableMixin
from wagtail.users.models import UserProfile

from briefings.termbase import files, importing
from briefings.termbase.columns import put, values_of
from vocabulary.models import Term

pytestmark = pytest.mark.django_db
HEADER = "id,subject,status,ko,zh-hans,en\n"


def _csv(text: str) -> bytes:
    return text.encode()


def _tbx(body: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<martif type="TBX" xml:lang="ko">'
        f"<text><body>{body}</body></text></martif>"
    ).encode()


def _without(values: dict[str, str], columns: tuple[str, ...]) -> dict[str, str]:
    return {name: text for name, text in values.items() if name not in columns}


@pytest.mark.parametrize("kind", ["csv", "tbx"])
def test_the_whole_termbase_comes_back_as_it_went_out(kind: Any) -> None:
    content = files.written(Term.objects.order_by("identifier"), kind)

    made = importing.plan(content, f"terms.{kind}")

    assert made.problems == ()
    assert made.changes == ()
    assert made.unchanged == Term.objects.count() == 109


@pytest.mark.parametrize("kind", ["csv", "tbx"])
def test_an_emptied_termbase_is_filled_again_from_a_file(kind: Any) -> None:
    Term.objects.update(agreed_by="국제협력통상담당관", agreed_on="2025-10-01")
    Term.objects.filter(identifier="T-01").update(preferred_en="", forbidden_en="MLIT\nMOLTM")
    Term.objects.filter(identifier="T-02").update(
        preferred_en="", forbidden_en="", definition_en="Not named yet."
    )
    terms = list(Term.objects.order_by("identifier"))
    content = files.written(terms, kind)
    Term.objects.all().delete()

    importing.apply(content, f"terms.{kind}", by=None)

    again = list(Term.objects.order_by("identifier"))
    lost = ("valid-from", "valid-until") if kind == "tbx" else ()
    assert [_without(values_of(term), lost) for term in again] == [
        _without(values_of(term), lost) for term in terms
    ]


def test_a_file_adds_and_changes_and_leaves_the_rest(account: Any) -> None:
    term = Term.objects.get(identifier="T-01")
    content = _csv(
        HEADER
        + f"T-01,{term.subject},agreed,국토교통부,国土交通部,MOLIT\nX-1,test,proposed,새 말,新词,new word\n"
    )

    made = importing.apply(content, "terms.csv", by=account("translator"))

    assert [(change.identifier, change.new) for change in made.changes] == [("T-01", False), ("X-1", True)]
    assert made.not_named == 108
    term.refresh_from_db()
    assert term.preferred_en == "MOLIT"
    assert term.forbidden_zh_hans, "a column that the file lacks changes nothing"
    assert term.latest_revision.user == account("translator")


def _history(identifier: str) -> dict[str, Any]:
    """All that is stored of a term, but for keys and times."""
    term = Term.objects.get(identifier=identifier)
    # without the rewriting of names, or the column beside those of the languages would be one of theirs
    (row,) = QuerySet(Term).filter(pk=term.pk).values()
    versions = list(term.revisions.order_by("pk").values())
    entries = list(ModelLogEntry.objects.for_instance(term).order_by("pk").values())
    assert row.pop("latest_revision_id") == versions[-1]["id"] == entries[-1]["revision_id"]
    contents = [version.pop("content") for version in versions]
    # a version names the version before it
    assert [content["latest_revision"] for content in contents[1:]] == [each["id"] for each in versions[:-1]]
    contents = [content | {"pk": content["pk"] == term.pk, "latest_revision": None} for content in contents]
    aside = ("id", "object_id", "created_at", "timestamp", "revision_id")
    told = [_without(each, aside) for each in (row, *versions, *entries)]
    return {"stored": told, "contents": contents}


def test_a_file_leaves_the_history_that_forms_leave(account: Any) -> None:
    by = account("translator")
    content = _csv(HEADER + "T-01,institutions,agreed,새 이름,,new name\nX-1,people,agreed,새 말,,new word\n")
    with LogContext(user=by):  # as every request of the admin
        with transaction.atomic():
            for change in importing.plan(content, "terms.csv").changes:
                term = Term.objects.filter(identifier=change.identifier).first() or Term()
                put(term, change.row)
                if change.new:
                    term.note_agreement(by)
                with translation.override("ko"):
                    term.save()
                    action = "wagtail.create" if change.new else "wagtail.edit"
                    term.save_revision(user=by, log_action=action)
            one_by_one = [_history("T-01"), _history("X-1")]
            transaction.set_rollback(True)

        importing.apply(content, "terms.csv", by=by)

    assert [_history("T-01"), _history("X-1")] == one_by_one


def test_nobody_listens_to_the_saving_of_terms_which_a_file_saves_all_at_once() -> None:
    """A receiver, a search index or an index of references would have to be told in `importing._save`."""
    for model in (Term, Revision, ModelLogEntry):
        assert not post_save.has_listeners(model), model
        receivers, asynchronous = pre_save._live_receivers(model)
        # Wagtail's asks every model, and does something for translatable ones alone
        assert {receiver.__name__ for receiver in receivers} == {"set_locale_on_new_instance"}, model
        assert not asynchronous
        assert not issubclass(model, TranslatableMixin)
    assert Term.save is models.Model.save
    assert Term.save_revision is RevisionMixin.save_revision


def test_a_long_file_asks_the_database_no_more_often_than_a_short_one() -> None:
    def queries(number: int, word: str) -> int:
        rows = (f"X-{at},test,agreed,{word} {at},词,word\n" for at in range(number))
        with CaptureQueriesContext(connection) as asked:
            importing.apply(_csv(HEADER + "".join(rows)), "terms.csv", by=None)
        return len(asked)

    short = queries(2, "새 말")

    assert queries(40, "딴 말") == short  # 38 are new, two change


def test_every_error_names_its_row_and_column_and_nothing_is_changed() -> None:
    content = _csv(
        HEADER
        + "X-1,test,agreed,하나,一,one\n"
        + "X-2,test,perhaps,둘,二,two\n"
        + "X-3,not a slug!,agreed,셋,三,three\n"
        + "X-1,test,agreed,,四,four\n"
        + "X-5,test\n"
    )

    made = importing.apply(content, "terms.csv", by=None)

    assert sorted((problem.row, problem.column) for problem in made.problems) == [
        (3, "status"),
        (4, "subject"),
        (5, "id"),
        (5, "ko"),
        (6, ""),
    ]
    assert not Term.objects.filter(identifier__startswith="X-").exists()


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    content = _csv(
        "id,subject,status,ko,note\n"
        + 'X-1,test,agreed,하나,"of two\nlines"\n'
        + "\n"
        + "X-2,test,perhaps,둘,\n"
        + 'X-3,test,agreed,"셋,\n'
    )

    made = importing.plan(content, "terms.csv")

    assert [problem.row for problem in made.problems] == [4, 5]


def test_who_takes_a_file_over_has_agreed_to_the_names_it_makes_binding(account: Any) -> None:
    Term.objects.filter(identifier="T-02").update(status="proposed")
    before = Term.objects.values_list("agreed_by", "agreed_on").get(identifier="T-01")
    content = _csv(
        "id,subject,status,ko,agreed-by,agreed-on\n"
        f"T-01,institutions,agreed,{Term.objects.get(identifier='T-01').preferred_ko}의,,\n"
        "T-02,institutions,agreed,둘,,\n"
        "X-1,people,agreed,하나,,\n"
        "X-2,people,agreed,셋,국제협력통상담당관,2025-10-01\n"
        "X-3,people,proposed,넷,,\n"
    )

    importing.apply(content, "terms.csv", by=account("briefing-editor"))

    agreed = Term.objects.in_bulk(["T-01", "T-02", "X-1", "X-2", "X-3"], field_name="identifier")
    today = timezone.localdate()
    assert {name: (term.agreed_by, term.agreed_on) for name, term in agreed.items()} == {
        "T-01": before,
        "T-02": ("briefing-editor", today),
        "X-1": ("briefing-editor", today),
        "X-2": ("국제협력통상담당관", date(2025, 10, 1)),
        "X-3": ("", None),
    }


def test_a_status_and_a_subject_may_be_written_in_the_words_of_the_admin() -> None:
    term = Term.objects.get(identifier="T-01")
    content = _csv(
        "id,subject,status,ko\n"
        f"T-01,기관,합의,{term.preferred_ko}\n"
        "X-1,institutions,제안,하나\n"
        "X-2,机构,未采纳,둘\n"
        "X-3,people and groups,agreed,셋\n"
    )
    assert (term.subject, term.status) == ("institutions", "agreed")

    made = importing.plan(content, "terms.csv")

    assert made.problems == ()
    assert made.unchanged == 1
    importing.apply(content, "terms.csv", by=None)
    assert list(Term.objects.filter(identifier__startswith="X-").values_list("subject", "status")) == [
        ("institutions", "proposed"),
        ("institutions", "rejected"),
        ("people", "agreed"),
    ]


@pytest.mark.parametrize(
    ("language", "row", "says"),
    [
        ("ko", "X-1,test,확정,하나", ["2행", "status", "“확정”", "agreed (합의)", "proposed (제안)"]),
        ("zh-hans", "X-1,test,确定,하나", ["status", "“确定”", "agreed（已商定）、proposed（已提出）"]),
        ("en", "X-1,test,sure,하나", ["Row 2", "status", "“sure”", "agreed, proposed, rejected"]),
        ("ko", "X-1,기관들,agreed,하나", ["2행", "subject", "“기관들”", "institutions (기관)", "people ("]),
        ("en", "X-1,my subject,agreed,하나", ["subject", "“my subject”", "people (people and groups)"]),
    ],
)
def test_a_refused_code_is_said_with_the_allowed_ones_in_the_language_of_the_admin(
    language: str, row: str, says: list[str]
) -> None:
    content = _csv(f"id,subject,status,ko\n{row}\n")

    with translation.override(language):
        (problem,) = importing.plan(content, "terms.csv").problems
        said = str(problem)

    assert [part for part in says if part not in said] == [], said


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_what_the_admin_exports_in_any_language_is_what_it_takes_back(
    client: Client, account: Any, language: str
) -> None:
    user = account("translator")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client.force_login(user)

    content = client.get(reverse("termbase-export", args=["csv"])).content
    page = client.post(
        reverse("termbase-files"), {"file": SimpleUploadedFile("terms.csv", content)}
    ).content.decode()

    assert content.startswith(b"\xef\xbb\xbfid,subject,status,ko,")
    with translation.override(language):
        summary = importing.summary(importing.Plan((), 109, 0))
    assert summary in page


def test_what_the_korean_of_a_known_term_lacks_is_said_once_in_words_of_the_portal() -> None:
    known = Term.objects.order_by("identifier")[0].identifier

    with translation.override("ko"):
        made = importing.apply(_csv(f"{HEADER}{known},test,agreed,,一,one\n"), "terms.csv", by=None)

    assert [(problem.column, problem.what) for problem in made.problems] == [
        ("ko", "이 항목은 비워 둘 수 없습니다.")
    ]


def test_a_wrong_column_is_named_with_those_that_exist() -> None:
    made = importing.plan(_csv("id,korean\nX-1,하나\n"), "terms.csv")

    assert "korean" in str(made.problems[0])
    assert "zh-hans" in str(made.problems[0])


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("terms.csv", b"", "empty"),
        ("terms.csv", "id,ko\nX-1,국토부\n".encode("cp949"), "not UTF-8"),
        ("terms.csv", b"<martif/>", "does not hold comma-separated"),
        ("terms.xlsx", b"PK\x03\x04", "neither a CSV nor a TBX"),
        ("terms.tbx", b"PK\x03\x04", "not sound XML"),
        ("terms.tbx", b"<html></html>", "no TBX"),
        ("terms.tbx", _tbx("<termEntry><langSet xml:lang='ko'/>"), "not sound XML"),
        ("terms.tbx", _tbx(""), "holds no term"),
        ("terms.csv", b"x" * (files.LARGEST + 1), "larger than 5 MB"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_says_why(name: str, content: bytes, says: str) -> None:
    with pytest.raises(files.Unreadable, match=says):
        importing.plan(content, name)


@pytest.mark.timeout(60)
def test_a_file_that_would_grow_without_end_is_not_opened() -> None:
    entities = "".join(
        f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "ha"}{"&a" + str(n - 1) + ";" if n else "ha"}">'
        for n in range(40)
    )
    bomb = _tbx("<termEntry id='&a39;'><note>&a39;</note></termEntry>", f"<!DOCTYPE martif [{entities}]>")
    outside = _tbx(
        "<termEntry id='X'><note>&e;</note></termEntry>",
        '<!DOCTYPE martif [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    )

    for content in (bomb, outside):
        with pytest.raises(files.Unreadable, match=r"entities|sound XML"):
            importing.plan(content, "terms.tbx")


@pytest.mark.parametrize(
    "content",
    [
        _csv(HEADER + "X-1,test,agreed," + "가" * 200_000 + ",一,one\n"),
        _csv(HEADER + "X-1,test,agreed,\x00,一,one\n"),
        _csv(HEADER + '"X-1,test\n'),
        _csv(HEADER + "X-1,test,agreed,하나,一,one\n" * 4000),
    ],
    ids=["long", "nul", "quote", "repeated"],
)
@pytest.mark.timeout(60)
def test_hostile_rows_are_errors_and_come_to_an_end(content: bytes) -> None:
    made = importing.plan(content, "terms.csv")

    assert made.problems


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("X-1,test,agreed," + "가" * 200_000 + ",一,one\n", "longer than 131,072 characters"),
        ('"X-1,test\n', "quotation mark is missing"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_in_a_sentence(row: str, says: str) -> None:
    (problem,) = importing.plan(_csv(HEADER + row), "terms.csv").problems

    assert problem.row >= 2
    assert says in str(problem)
    assert "field" not in str(problem)


def test_dates_of_validity_outlast_a_file_that_cannot_hold_them() -> None:
    Term.objects.filter(identifier="T-13").update(valid_from="2025-01-01", valid_until="2026-12-31")
    content = files.written(Term.objects.order_by("identifier"), "tbx")

    importing.apply(content.replace(b">smart city<", b">clever city<"), "terms.tbx", by=None)

    term = Term.objects.get(identifier="T-13")
    assert term.preferred_en == "clever city"
    assert str(term.valid_until) == "2026-12-31"


def test_files_of_other_tools_are_understood() -> None:
    entry = (
        '<conceptEntry id="X-9"><langSec xml:lang="ko-KR"><termSec><term>새 말</term></termSec></langSec>'
        '<langSec xml:lang="zh-CN"><termSec><term>新词</term></termSec>'
        '<termSec><term>旧词</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>'
        "</langSec>"
        + "".join(
            f'<langSec xml:lang="{tag}"><termSec><term>{word}</term>'
            '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>'
            for tag, word in (("en-GB", "old colour"), ("en-US", "old color"))
        )
        + "</conceptEntry>"
    )
    content = (
        f'<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic"><text><body>{entry}</body></text></tbx>'
    )

    made = importing.plan(content.encode(), "terms.tbx")

    assert files.read(content.encode(), "terms.tbx")[0][0].values["forbidden-en"] == "old colour | old color"
    # another tool knows no subject; the row says that it is asked for
    assert [(problem.row, problem.column) for problem in made.problems] == [(1, "subject")]
    assert made.changes == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "terms.csv",
            'id,subject,status,ko,zh-hans,en,forbidden-en\nX-1,test,agreed,"새로운\n이름","新\n名称","a new\n name"'
            ',"an old name\nthe older | the oldest"\n',
        ),
        (
            "terms.tbx",
            '<martif type="TBX"><text><body><termEntry id="X-1"><descrip type="subjectField">test</descrip>'
            + "".join(
                f'<langSet xml:lang="{tag}">{terms}</langSet>'
                for tag, terms in (
                    ("ko", "<tig><term>새로운\n  이름</term><termNote type='administrativeStatus'>preferred</termNote></tig>"),
                    ("zh", "<tig><term>\n新\n名称\n</term></tig>"),
                    (
                        "en",
                        "<tig><term>a new\n  name</term></tig>"
                        + "".join(
                            f"<tig><term>{old}</term><termNote type='administrativeStatus'>deprecated</termNote></tig>"
                            for old in ("an old name", "the older", "the oldest")
                        ),
                    ),
                )
            )
            + "</termEntry></body></text></martif>",
        ),
    ],
)  # fmt: skip
def test_a_name_whose_line_is_broken_in_its_file_is_one_line(name: str, content: str) -> None:
    importing.apply(content.encode(), name, by=None)

    term = Term.objects.get(identifier="X-1")
    assert (term.preferred_ko, term.preferred_zh_hans, term.preferred_en) == (
        "새로운 이름",
        "新 名称",
        "a new name",
    )
    assert term.forbidden_en == "an old name\nthe older\nthe oldest"
    assert importing.plan(content.encode(), name).changes == ()


def test_no_cell_of_an_exported_file_is_a_formula_and_it_still_comes_back() -> None:
    term = Term.objects.get(identifier="T-01")
    term.note = "=HYPERLINK(1)"
    term.save()

    content = files.written([term], "csv")

    assert b",'=HYPERLINK(1)," in content
    assert importing.plan(content, "terms.csv").changes == ()


def test_the_commands_write_preview_and_read_files(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "terms.tbx"
    call_command("export_terms", file)
    text = file.read_text("utf-8").replace("<term>smart city</term>", "<term>clever city</term>")
    file.write_text(text, "utf-8")

    call_command("import_terms", file, preview=True)
    assert Term.objects.filter(preferred_en="clever city").count() == 0
    call_command("import_terms", file, by="translator")

    assert Term.objects.get(preferred_en="clever city").latest_revision.user.get_username() == "translator"
    assert "en: smart city → clever city" in capsys.readouterr().out


def test_the_command_speaks_english_and_histories_name_terms_in_korean(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "terms.csv"
    file.write_text(HEADER + "X-1,test,합의,,一,one\nX-2,my subject,perhaps,둘,二,two\n")

    with translation.override("ko"):
        with pytest.raises(CommandError) as error:
            call_command("import_terms", file)
        file.write_text(HEADER + "X-1,test,합의,하나,一,one\n")
        call_command("import_terms", file)

    assert "Row 2, column ko: This field cannot be blank." in str(error.value)
    assert "Row 3, column status: “perhaps” is none of: agreed, proposed, rejected." in str(error.value)
    assert "1 new, 0 changed" in capsys.readouterr().out
    term = Term.objects.get(identifier="X-1")
    assert term.status == "agreed"
    assert ModelLogEntry.objects.for_instance(term).get().label == "X-1 하나"


def test_a_pipe_is_no_term_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "terms.csv")

    with pytest.raises(CommandError, match=r"terms\.csv is not a file"):
        call_command("import_terms", tmp_path / "terms.csv")


def test_a_full_disk_leaves_an_exported_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_bytes(b"as it was")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, limits[1]))
    try:
        with pytest.raises(CommandError, match=r"terms\.csv: File too large"):
            call_command("export_terms", file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert file.read_bytes() == b"as it was"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("content", [b"id\n", b"id,ko\nX-1,\n"])
def test_the_command_says_what_is_wrong_and_changes_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "terms.csv"
    file.write_bytes(content)

    with pytest.raises(CommandError, match=r"terms\.csv"):
        call_command("import_terms", file)
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_terms", tmp_path / "nothing.csv")
    with pytest.raises(CommandError, match="ending"):
        call_command("export_terms", tmp_path / "terms.xlsx")
