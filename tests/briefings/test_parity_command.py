"""`manage.py parity FILE` on files of other tools: what it says, how it ends, what it refuses. No test has a database."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from languages import exchange

PROJECT = Path(__file__).resolve().parents[2]
KOREAN, WRONG, RIGHT = "GPU 26만 장을 도입한다.", "引进260万块GPU。", "引进26万块GPU。"

XLIFF_1 = f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.docx" source-language="ko-KR" target-language="zh-CN" datatype="plaintext"><body>
<trans-unit id="gpu"><source>GPU <g id="1">26만</g> 장을 도입한다.</source><target>{WRONG}</target>
<alt-trans><target>{RIGHT}</target></alt-trans></trans-unit>
<trans-unit id="right"><source>{KOREAN}</source><target>{RIGHT}</target></trans-unit>
<trans-unit id="open"><source>{KOREAN}</source></trans-unit>
</body></file></xliff>"""
XLIFF_2 = f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="ko" trgLang="zh-Hans">
<file id="f1"><unit id="gpu"><segment><source>GPU <pc id="1">26만</pc> 장을 도입한다.</source>
<target>{WRONG}</target></segment></unit>
<unit id="right"><segment><source>{KOREAN}</source><target>{RIGHT}</target></segment></unit>
<unit id="open"><segment><source>{KOREAN}</source></segment></unit>
</file></xliff>"""
TMX = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="ko"/><body>
<tu tuid="gpu"><tuv xml:lang="ko"><seg>GPU <bpt i="1">&lt;b 9&gt;</bpt>26만<ept i="1">9</ept> 장을 도입한다.</seg></tuv>
<tuv xml:lang="zh-CN"><seg>{WRONG}</seg></tuv></tu>
<tu tuid="right"><tuv xml:lang="ko"><seg>{KOREAN}</seg></tuv><tuv xml:lang="zh-CN"><seg>{RIGHT}</seg></tuv></tu>
<tu tuid="open"><tuv xml:lang="ko"><seg>{KOREAN}</seg></tuv></tu>
</body></tmx>"""
CSV = f'id,ko,zh-Hans\ngpu,"{KOREAN}",{WRONG}\nright,{KOREAN},{RIGHT}\nopen,{KOREAN},\n'
PO = f"""# a comment
msgid ""
msgstr ""
"Language: zh_CN\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "gpu"
msgid "{KOREAN}"
msgstr "{WRONG}"

msgctxt "right"
msgid "{KOREAN}"
msgstr ""
"{RIGHT}"

msgctxt "open"
msgid "{KOREAN}"
msgstr ""

#~ msgid "{KOREAN}"
#~ msgstr "{WRONG}"
"""
FORMATS = {
    "xliff-1.2": XLIFF_1.encode(),
    "xliff-2.0": XLIFF_2.encode(),
    "tmx": TMX.encode(),
    "tmx-utf-16": TMX.replace("UTF-8", "UTF-16").encode("utf-16"),
    "csv": CSV.encode("utf-8-sig"),
    "csv-utf-16-tabs": CSV.replace(",", "\t").encode("utf-16"),
    "po": PO.encode(),
}


@pytest.fixture
def written(tmp_path: Path) -> Any:
    def write(content: bytes) -> Path:
        # the name says nothing: a file is known by its content
        file = tmp_path / "delivered.bin"
        file.write_bytes(content)
        return file

    return write


def parity(file: Path, *options: str) -> tuple[int, str]:
    out = io.StringIO()
    try:
        call_command("parity", str(file), *options, stdout=out)
    except SystemExit as ended:
        return int(str(ended.code)), out.getvalue()
    return 0, out.getvalue()


def refused(file: Path, *options: str) -> str:
    out = io.StringIO()
    with pytest.raises(CommandError) as caught:
        call_command("parity", str(file), *options, stdout=out)
    assert caught.value.returncode == 2
    assert out.getvalue() == ""
    message = str(caught.value)
    assert message.startswith(str(file))
    assert "\n" not in message
    return message.removeprefix(str(file))


@pytest.mark.parametrize("content", FORMATS.values(), ids=FORMATS)
def test_every_format_shows_the_wrong_figure_and_its_place(written: Any, content: bytes) -> None:
    code, report = parity(written(content), "--source", "ko")

    assert code == 1
    assert "Simplified Chinese: The languages state different figures" in report
    assert "ko: GPU »26만 장«을 도입한다." in report
    assert "zh-hans: 引进»260万块«GPU。" in report
    assert "3 segments, 1 of them not in two languages. Errors: 1, to look at: 0, advice: 0." in report
    assert "right" not in report


@pytest.mark.parametrize("content", FORMATS.values(), ids=FORMATS)
def test_as_json_every_segment_is_one_object_of_one_shape(written: Any, content: bytes) -> None:
    code, report = parity(written(content), "--source", "ko", "--json")

    gpu, right, opened = (json.loads(line) for line in report.splitlines())
    (finding,) = gpu["findings"]
    assert code == 1
    assert (gpu["id"], gpu["languages"]) == ("gpu", ["ko", "zh-hans"])
    assert (finding["code"], finding["severity"], finding["language"]) == (
        "figure-differs",
        "blocking",
        "zh-hans",
    )
    assert finding["spans"] == {
        "ko": [{"start": 4, "end": 9, "text": "26만 장"}],
        "zh-hans": [{"start": 2, "end": 7, "text": "260万块"}],
    }
    assert (right["id"], right["findings"]) == ("right", [])
    assert (opened["id"], opened["languages"]) == ("open", ["ko"])


def test_three_languages_in_a_table_are_held_against_each_other(written: Any) -> None:
    file = written("key,en,ko,zh\na,There are 260000.,26만 장이다.,共260万块。\n".encode())

    code, report = parity(file)

    assert code == 1
    assert "a (line 2): English, Korean, Simplified Chinese" in report
    assert "[error] Simplified Chinese: The languages state different figures" in report


def test_source_and_target_columns_take_their_languages_from_the_options(written: Any) -> None:
    file = written(f"source,target\n{KOREAN},{RIGHT}\n".encode())

    code, report = parity(file, "--source", "ko-KR", "--target", "zh_CN")

    assert code == 0
    assert "1 segment, 0 of them not in two languages. Errors: 0" in report


def test_a_warning_alone_ends_well(written: Any) -> None:
    file = written("ko,en\n약 100대를 샀다.,It bought 100 units.\n".encode())

    code, report = parity(file)

    assert "[please look]" in report
    assert code == 0


def test_numbers_beside_a_code_stay_two_numbers(written: Any) -> None:
    content = XLIFF_1.replace(WRONG, "100<x id='1'/>200").replace(
        'GPU <g id="1">26만</g> 장을 도입한다.', "100, 200"
    )

    code, report = parity(written(content.encode()))

    assert (code, report.count("[")) == (0, 0)


TERMS_CSV = """id,status,ko,zh-hans,en,forbidden-ko,forbidden-zh-hans,forbidden-en,valid-until
T-01,agreed,국토교통부,国土交通部,"Ministry of Land, Infrastructure and Transport (MOLIT)",국토부,国土交通省 | 国交部,,
T-02,rejected,도시,都市,urban area,도시들,,,
T-03,agreed,청사,厅舍,government building,청사들,,,2020-01-01
"""
TERMS_TBX = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="ko"><text><body><termEntry id="T-01">
<langSet xml:lang="ko"><tig><term>국토교통부</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>국토부</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="zh-Hans"><tig><term>国土交通部</term></tig>
<tig><term>国土交通省</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="en"><tig><term>Ministry of Land, Infrastructure and Transport (MOLIT)</term></tig></langSet>
</termEntry></body></text></martif>"""


@pytest.mark.parametrize(("name", "content"), [("terms.csv", TERMS_CSV), ("terms.tbx", TERMS_TBX)])
def test_terms_of_a_file_are_asked_for_without_a_database(
    written: Any, tmp_path: Path, name: str, content: str
) -> None:
    terms = tmp_path / name
    terms.write_text(content, "utf-8")
    file = written(
        "id,ko,zh,en\na,국토교통부의 도시들,国土交通省,The land ministry\nb,청사들,厅舍,MOLIT\n".encode()
    )

    code, report = parity(file, "--terms", str(terms))

    assert code == 1
    assert (
        "Simplified Chinese: “国土交通省” must not be used. The agreed name is “国土交通部” (T-01)." in report
    )
    assert "[please look] English: The agreed name is not used here" in report
    assert "zh-hans: »国土交通省«" in report
    assert "Errors: 1, to look at: 1, advice: 0." in report


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("terms.csv", "id,colour\nT-01,red\n", ": Row 1, column colour: There is no such column."),
        ("terms.tbx", "<martif", ": The file is not sound XML"),
        ("terms.xlsx", "PK", ": “terms.xlsx” is neither a CSV nor a TBX file."),
        ("terms.csv", "", ": The file is empty."),
    ],
)
def test_terms_that_cannot_be_read_are_refused_in_one_line(
    written: Any, tmp_path: Path, name: str, content: str, said: str
) -> None:
    terms = tmp_path / name
    terms.write_text(content, "utf-8")

    with pytest.raises(CommandError) as caught:
        call_command("parity", str(written(CSV.encode())), "--terms", str(terms))

    assert caught.value.returncode == 2
    assert str(caught.value).startswith(f"{terms}{said}")
    assert "\n" not in str(caught.value)


def test_what_is_wrong_with_one_text_alone_is_reported_too(written: Any) -> None:
    file = written("id,ko,en\na,협력한다.,협력한다.\nb,이번 달에 만난다.,They meet (in Seoul.\n".encode())

    code, report = parity(file)

    assert code == 1
    assert "[error] English: The text is not in the language of its field" in report
    assert "[please look] English: A quotation mark or bracket has no partner: (" in report
    assert "이번 달" not in report


def test_what_the_portals_editions_leave_out_is_reported_when_asked_for(written: Any) -> None:
    file = written("id,ko,en\nb,이번 달에 만난다.,They meet in Seoul.\n".encode())

    code, report = parity(file, "--house-rules")

    assert code == 0
    assert "[advice] Korean: “이번 달” means something else to a later reader. Write the date." in report


def test_a_text_too_long_to_be_compared_is_named(written: Any) -> None:
    code, report = parity(written(f"id,ko,en\nbook,{'가나다 ' * 6_000},short\n".encode()))

    assert code == 1
    assert "The text has 24000 characters; at most 20000 can be compared" in report


def test_a_terminal_is_given_no_orders(written: Any) -> None:
    _code, report = parity(written("id,ko,en\n\x1b[2J,\x1b]0;x\x07 26만 장,There are 2.\n".encode()))

    assert "»26만 장«" in report
    assert "\x1b" not in report
    assert "\x07" not in report


def bomb() -> bytes:
    lines = ['<!ENTITY a0 "26만">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))]
    return f"<!DOCTYPE xliff [{''.join(lines)}]>{XLIFF_1.partition('?>')[2].replace(WRONG, '&a11;')}".encode()


def bomb_in_an_attribute() -> bytes:
    return bomb().replace(b'original="a.docx"', b'original="&a11;"')


def packed() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packer:
        packer.writestr("a.xliff", XLIFF_1)
    return file.getvalue()


OUTSIDE = b'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx><body><tu><tuv xml:lang="ko"><seg>&x;</seg></tuv></tu></body></tmx>'
BAD = {
    "empty": (b" \n", ": The file is empty."),
    "packed": (packed(), ": This is no text file."),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ": This is no text file."),
    "prose": ("오늘의 회의록\n둘째 줄".encode(), ", line 1: This is neither XLIFF, TMX nor PO, and no CSV"),
    "a web page": (b"<html><body>26</body></html>", ", line 1: This XML is neither XLIFF nor TMX: it begins with <html>."),
    "cut off": (XLIFF_1.encode()[:420], ": The XML is broken"),
    "an entity bomb": (bomb(), ", line 1: The file declares entities of its own. Such a file is not opened."),
    "an entity bomb in an attribute": (bomb_in_an_attribute(), ", line 3: The file declares entities of its own."),
    "another file's content": (OUTSIDE, ": The file declares entities of its own. Such a file is not opened."),
    "Korean of an old spreadsheet": (CSV.replace("块", "").replace("进", "").encode("cp949", "ignore"), ", line 2: The text is not in UTF-8."),
    "half a UTF-16": (CSV.encode("utf-16")[:-1], ": The file begins as UTF-16, but is broken."),
    "a mark and nothing": (b"\xef\xbb\xbf", ", line 1: This is neither XLIFF"),
    "a row too long": (b"id,ko,en\n1,a,b\n2,a,b,c\n", ", line 3: The row has 4 cells, the first line 3."),
    "an open quotation": (b'id,ko,en\n1,"a,b\n', ", line 2: The table is broken: a quotation mark is missing in this row"),
    "a text without end": (b'id,ko,en\n1,a,"b\nb"\n2,' + b"a" * 131_073 + b",b\n", ", line 4: A text of this row is longer than 131,072 characters"),
    "a language twice": (b"id,ko,ko-KR\n1,a,b\n", ", line 1: Two columns hold the same language: ko-KR."),
    "columns without languages": (b"source,target\na,b\n", ", line 1: The columns are source and target. Give --source and --target."),
    "broken PO": (b'msgid "a\nmsgstr "b"\n', ", line 1: The PO file is broken"),
    "PO without its language": (b'msgid "a"\nmsgstr "b"\n', ": The PO file does not say its language. Give --target."),
    "PO in French": (PO.replace("zh_CN", "fr").encode(), ": The PO file is in a language that the check does not read: fr."),
    "XLIFF without its target": (XLIFF_1.replace(' target-language="zh-CN"', "").encode(), "Give --target."),
    "other languages": (TMX.replace('"zh-CN"', '"fr"').replace('"ko"', '"ja"').encode(), ": The file holds no text in Korean, Chinese or English."),
}  # fmt: skip


@pytest.mark.parametrize(("content", "said"), BAD.values(), ids=BAD)
def test_a_file_that_cannot_be_read_is_refused_in_one_line(written: Any, content: bytes, said: str) -> None:
    assert said in refused(written(content))


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    with file.open("wb") as opened:
        opened.truncate(50_000_000)

    assert refused(file) == ": The file is larger than 20 MB. Split it."


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xliff") == ": No such file or directory."
    assert refused(tmp_path) == ": Is a directory."


def test_marks_nested_without_end_are_refused_or_read(written: Any) -> None:
    deep = XLIFF_1.replace(WRONG, "<g id='1'>" * 5_000 + RIGHT + "</g>" * 5_000)

    assert "The XML is broken" in refused(written(deep.encode()))
    shallow = XLIFF_1.replace(WRONG, "<g id='1'>" * 200 + RIGHT + "</g>" * 200)
    assert exchange.segments(shallow.encode())[0].texts["zh-hans"] == RIGHT


def test_the_command_needs_no_server_and_no_settings_and_says_by_its_code_how_it_ended(written: Any) -> None:
    def run(content: bytes) -> subprocess.CompletedProcess[str]:
        environment = {
            **{
                name: value for name, value in os.environ.items() if name not in ("PORTAL_MODE", "SECRET_KEY")
            },
            # nobody listens there
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
            "REDIS_URL": "redis://127.0.0.1:1/0",
        }
        return subprocess.run(
            [sys.executable, "manage.py", "parity", str(written(content)), "--json"],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    wrong, unreadable = run(CSV.encode()), run(bomb())

    assert (wrong.returncode, len(wrong.stdout.splitlines())) == (1, 3)
    assert (unreadable.returncode, unreadable.stdout) == (2, "")
    assert "Traceback" not in unreadable.stderr
    assert len(unreadable.stderr.splitlines()) == 1
