"""What readers are told of corrections: on the editions that were corrected, and on those that correct."""

from __future__ import annotations

from typing import Any

import lxml.html
import msgspec
import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency
from briefings.assembly import texts, wording
from briefings.assembly.changes import Comparison
from briefings.assembly.document import Line, Passage, Prose, Section
from briefings.assembly.material import Audience
from briefings.editions import release
from briefings.models import Briefing, Edition
from briefings.readers.reading import change_note_in
from languages.trilingual import LANGUAGES, Language, Trilingual, same
from tests.assembly.materials import briefed, composed, material, section
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db
NOTES = (
    Trilingual("도입 대수 정정", "更正引进数量。", "The number of aircraft is put right."),
    Trilingual("서명일 정정", "更正签署日期。", "The day of signing is put right."),
)
HEADINGS = {
    "ko": "제{}판에 대한 정정 내용",
    "zh-hans": "对第{}版的更正说明",
    "en": "Corrections to edition {}",
}


def _correct(note: Trilingual, audience: Audience = "presidential") -> Edition:
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.change_note_ko = note.ko
    briefing.change_note_zh_hans = note.zh_hans
    briefing.change_note_en = note.en
    briefing.conclusion_en += " More."
    briefing.save_revision().publish()
    return seal_sample(audience)


def _reader(account: Any) -> Client:
    client = Client()
    client.force_login(account)
    return client


def _page(client: Client, number: str, language: str = "en", audience: str = "presidential") -> Any:
    answer = client.get(f"/{language}/editions/2025-11/{audience}/{number}/")
    assert answer.status_code == 200
    return lxml.html.fromstring(answer.content)


def _told(page: Any) -> list[tuple[str, str]]:
    """What the banner says that later editions corrected: the address and the note of each."""
    return [
        (row.xpath("dt/a/@href")[0], row.xpath("string(dd)"))
        for row in page.xpath("//*[@class='state']//dl/div")
    ]


def _banner(page: Any) -> str:
    return str(page.xpath("string(//*[@class='state'])"))


def _heading(page: Any) -> str:
    return str(page.xpath("string(//*[contains(@class, 'change-note')]//strong)"))


def test_a_reader_of_an_old_edition_learns_what_each_later_one_corrected(account: Any) -> None:
    approver, official = account("approver"), _reader(account("official"))
    release_now(seal_sample("presidential"), approver=approver)
    for note in NOTES:
        release_now(_correct(note), approver=approver)

    for language in LANGUAGES:
        address = f"/{language}/editions/2025-11/presidential"
        assert _told(_page(official, "1.0", language)) == [
            (f"{address}/1.1/", NOTES[0][language]),
            (f"{address}/1.2/", NOTES[1][language]),
        ]
        latter = _banner(_page(official, "1.1", language))
        assert NOTES[1][language] in latter
        assert NOTES[0][language] not in latter


def test_a_figure_in_what_was_corrected_reads_as_it_was_printed_whatever_prints_today(
    account: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    approver, official = account("approver"), _reader(account("official"))
    release_now(seal_sample("presidential"), approver=approver)
    key = "[[korean-air-archer-evtol/aircraft]]"
    note = Trilingual(f"{key}(으)로 정정", f"更正为{key}。", f"The right number is {key}.")
    release_now(_correct(note), approver=approver)
    # as after an upgrade that prints figures otherwise
    monkeypatch.setattr(texts, "print_figure", lambda *_figure: same("a hundred"))

    for language, said in (
        ("ko", "최대 100대로 정정"),
        ("zh-hans", "更正为至多100架。"),
        ("en", "The right number is up to 100 aircraft."),
    ):
        assert said in _banner(_page(official, "1.0", language))
        opening = _page(official, "1.1", language).xpath("string(//*[contains(@class, 'change-note')])")
        assert said in opening


@pytest.mark.parametrize(
    ("audience", "key"), [("presidential", "one-page"), ("partner", "one-page"), ("full", "overview")]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_edition_corrects_is_read_where_it_says_so_and_nothing_of_what_changed(
    audience: Audience, key: str, language: Language
) -> None:
    of = briefed(material(), change_note=NOTES[0])
    opening = section(composed(of, audience, Comparison("2025-11 1.0", new=("k-uam-roadmap",))), key)

    assert change_note_in(opening, language) == NOTES[0][language]
    silent = section(composed(material(), audience, Comparison("2025-11 1.0")), key)
    assert change_note_in(silent, language) == ""


@pytest.mark.parametrize("composer", [13, 14])
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_nothing_changed_beside_a_note_is_no_part_of_the_note(language: Language, composer: int) -> None:
    of = briefed(material(), change_note=NOTES[0])
    opening = section(composed(of, "presidential", Comparison("2025-11 1.0")), "one-page")
    if composer == 13:  # which said it in a line like those of the note
        opening = msgspec.structs.replace(
            opening,
            blocks=tuple(
                Prose(_as_paragraphs(block.passage), block.label) if isinstance(block, Prose) else block
                for block in opening.blocks
            ),
        )

    assert wording.NO_CHANGE[language] in _words(opening, language)
    assert change_note_in(opening, language) == NOTES[0][language]


def _as_paragraphs(passage: Passage) -> Passage:
    lines = {
        language: tuple(
            Line("dash" if line.style == "dash" else "paragraph", line.runs) for line in passage[language]
        )
        for language in LANGUAGES
    }
    return texts.passage(lines)


def _words(opening: Section, language: Language) -> list[str]:
    return [
        line.text for block in opening.blocks if isinstance(block, Prose) for line in block.passage[language]
    ]


def test_the_tab_of_a_withdrawn_edition_holds_words_alone(account: Any) -> None:
    edition = seal_sample("presidential")
    release_now(edition, approver=account("approver"))
    release.withdraw(edition=edition, by=account("approver"), reason=Trilingual("잘못된 수치", "", ""))

    for language in LANGUAGES:
        answer = _reader(account("official")).get(f"/{language}/editions/2025-11/presidential/1.0/")
        assert "<" not in lxml.html.fromstring(answer.content).xpath("string(//title)")


def test_what_corrects_a_withdrawn_edition_is_not_called_the_first_one(account: Any) -> None:
    approver, official = account("approver"), _reader(account("official"))
    first = seal_sample("presidential")
    release_now(first, approver=approver)
    release.withdraw(edition=first, by=approver, reason=Trilingual("잘못된 수치", "", ""))
    release_now(_correct(NOTES[0]), approver=approver)

    for language in LANGUAGES:
        page = _page(official, "1.1", language)
        assert _heading(page) == HEADINGS[language].format("1.0")
        said = page.xpath("string(//main)")
        assert NOTES[0][language] in said
        assert wording.FIRST_EDITION[language] not in said
        assert wording.CHANGES[language] not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_presidential_edition_of_composers_1_to_9_says_what_it_corrects_in_a_block_of_its_own(
    language: Language,
) -> None:
    texts_of_old = texts.Texts(material())
    note, changes = (texts_of_old.passage(each, korean="circle", other="bullet") for each in NOTES)
    blocks = (Prose(note, wording.CHANGE_NOTE), Prose(changes, wording.CHANGES))

    assert change_note_in(Section("one-page", wording.ONE_PAGE, blocks), language) == NOTES[0][language]


def test_what_was_corrected_costs_the_same_for_one_later_edition_and_for_three(account: Any) -> None:
    approver, official = account("approver"), _reader(account("official"))
    release_now(seal_sample("presidential"), approver=approver)

    def queries() -> int:
        _page(official, "1.0")  # what PostgreSQL is asked once in a process
        caches["editions"].clear()
        with CaptureQueriesContext(connection) as asked:
            assert _banner(_page(official, "1.0"))
        return len(asked)

    release_now(_correct(NOTES[0]), approver=approver)
    before = queries()
    for more in ("2", "3"):
        note = Trilingual(*(f"{NOTES[1][language]} {more}" for language in LANGUAGES))
        release_now(_correct(note), approver=approver)

    assert queries() == before


def test_what_a_withdrawn_edition_corrected_is_told_no_more(account: Any) -> None:
    approver, official = account("approver"), _reader(account("official"))
    release_now(seal_sample("presidential"), approver=approver)
    withdrawn = _correct(NOTES[0])
    release_now(withdrawn, approver=approver)
    release_now(_correct(NOTES[1]), approver=approver)
    release.withdraw(edition=withdrawn, by=approver, reason=Trilingual(ko="오류"))

    banner = _banner(_page(official, "1.0"))

    assert NOTES[1].en in banner
    assert NOTES[0].en not in banner


def test_an_agency_learns_of_those_corrections_alone_that_were_released_to_it(account: Any) -> None:
    approver, member = account("approver"), _reader(account("member-demo-embassy"))
    own, other = Agency.objects.get(slug="demo-embassy"), Agency.objects.exclude(slug="demo-embassy")[0]
    release_now(seal_sample("partner"), approver=approver, agencies=[own])
    release_now(_correct(NOTES[0], "partner"), approver=approver, agencies=[other])
    release_now(_correct(NOTES[1], "partner"), approver=approver, agencies=[own])

    old, new = (_page(member, number, audience="partner") for number in ("1.0", "1.2"))

    assert NOTES[1].en in _banner(old)
    assert NOTES[0].en not in old.text_content()
    assert "1.1" not in old.text_content() + new.text_content()
    assert _heading(new) == "What this edition corrects"


def test_a_correction_names_in_each_language_the_edition_that_it_corrects(account: Any) -> None:
    approver, official = account("approver"), _reader(account("official"))
    first = seal_sample("presidential")
    release_now(first, approver=approver)
    _correct(NOTES[0])  # sealed, and never released
    release_now(_correct(NOTES[1]), approver=approver)

    headings = {language: _heading(_page(official, "1.2", language)) for language in LANGUAGES}

    assert headings == {language: said.format("1.0") for language, said in HEADINGS.items()}
