"""The editors' guide: one text in three languages, in the admin and in `docs/editors/`, true to the interface."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.text import capfirst
from translate.storage import po
from wagtail.users.models import UserProfile

from briefings.home import guide

LANGUAGES = [code for code, _name in settings.LANGUAGES]
CATALOGS = {"ko": "ko", "zh-hans": "zh_Hans", "en": "ko"}


def shown(language: str) -> set[str]:
    """Every text that the interface shows in a language; in English they are what the others translate."""
    folder = settings.BASE_DIR / "locale" / CATALOGS[language] / "LC_MESSAGES"
    units = [
        unit
        for name in ("django.po", "djangojs.po")
        for unit in po.pofile.parsefile(str(folder / name)).units
    ]
    return {capfirst(str(unit.source if language == "en" else unit.target)) for unit in units}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_may_enter_the_admin_reads_it_in_their_language(client: Client, account: Any, language: str):
    editor = account("item-editor")
    UserProfile.objects.update_or_create(user=editor, defaults={"preferred_language": language})
    client.force_login(editor)

    home = client.get("/admin/").content.decode()
    page = client.get("/admin/guide/")

    text = page.content.decode()
    read = guide.read(language)
    assert re.search(rf'href="/admin/guide/">.*{re.escape(read.title)}<', home)
    assert json.dumps(read.title) in home  # the menu, which is drawn by a script
    assert read.title in text
    assert [part.name[:2] for part in read.parts] == [f"{number}." for number in range(1, 9)]
    assert all(f'href="#{part.anchor}"' in text and f'id="{part.anchor}"' in text for part in read.parts)
    assert 'id="part-8-5"' in text
    assert f'role="region" aria-label="{read.title}"' in text
    assert '<td lang="ko">260만 명</td>' in text
    assert '<td lang="zh-hans"><s>26万人</s> 260万人</td>' in text


def test_no_space_stands_where_a_line_of_the_chinese_file_ends():
    assert "，\n" in (guide.FOLDER / "zh-hans.md").read_text()

    assert not re.search(r"[，。；：][ \n]", guide.read("zh-hans").body)


def test_a_reader_without_the_admin_does_not_get_it(client: Client, account: Any):
    client.force_login(account("official"))

    assert client.get("/admin/guide/").status_code in (302, 403)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_sets_in_bold_is_what_the_interface_shows(language: str):
    text = (guide.FOLDER / f"{language}.md").read_text()
    named = {" ".join(name.split()) for name in re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL)}

    assert len(named) > 30
    assert sorted({capfirst(name) for name in named} - shown(language)) == []


def test_the_languages_have_the_same_headings_examples_and_code():
    texts = [(guide.FOLDER / f"{language}.md").read_text() for language in LANGUAGES]

    headings = [re.findall(r"(?m)^#+(?: \d)?", text) for text in texts]
    assert headings[0] == headings[1] == headings[2]
    for pattern in (r"`[^`]+`", r"~~.+?~~"):
        first, *others = ({" ".join(each.split()) for each in re.findall(pattern, text)} for text in texts)
        assert first
        assert all(each == first for each in others), pattern
