"""What an editor is told below a text while writing it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from briefings.checking.text_check import Against, check_text
from briefings.checking.text_parts import MOST
from languages.trilingual import Trilingual
from projects.models import CooperationItem
from reviews.checking import Change
from stakeholders.models import StakeholderGroup
from tests.briefings.changed_texts import with_changes
from vocabulary.models import Term

pytestmark = pytest.mark.django_db
SOUND = {
    "ko": "최대 100대를 공급하기로 합의하였다.",
    "zh-hans": "同意供应至多100台。",
    "en": "They agreed to supply up to 100 units.",
}


@pytest.fixture
def speaking(client: Client, account: Callable[[str], Any]) -> Callable[[str], Client]:
    """An item editor whose admin speaks a language."""

    def signed_in(language: str) -> Client:
        user = account("item-editor")
        client.force_login(user)
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()
        return client

    return signed_in


def _ask(client: Client, **asked: Any) -> Any:
    return client.post(reverse("text-check"), json.dumps(asked), content_type="application/json")


def _found(client: Client, **asked: Any) -> dict[str, str]:
    found: dict[str, str] = _ask(client, **asked).json()["found"]
    return found


def _buttons(found: str, text: str) -> list[tuple[str, str]]:
    """What each button below `text` says, and the text as it would make it without a cursor."""
    buttons = re.findall(r'data-fix="([^"]*)"[^>]*>([^<]*)<', found)
    return [
        (html.unescape(label), with_changes(text, [Change(*each) for each in json.loads(html.unescape(fix))]))
        for fix, label in buttons
    ]


def _mended(found: str, text: str) -> list[str]:
    return [mended for _label, mended in _buttons(found, text)]


def test_texts_that_agree_are_told_nothing(speaking: Callable[[str], Client]) -> None:
    assert _ask(speaking("en"), **SOUND).json() == {"found": dict.fromkeys(SOUND, ""), "rest": None}


def test_translators_are_told_where_both_translations_differ_from_the_korean(
    speaking: Callable[[str], Client],
) -> None:
    texts = SOUND | {"zh-hans": "同意供应100台。", "en": "They agreed to supply 100 units."}

    found = _found(speaking("en"), **texts)

    assert all("up to" in found[language] for language in texts), found


@pytest.mark.parametrize(
    ("language", "severity", "sentence"),
    [
        ("en", "stops sealing", "The figure is hedged differently"),
        ("ko", "확정 불가", "수치의 한정 표현"),
        ("zh-hans", "阻止定稿", "数值的限定"),
    ],
)
def test_a_dropped_hedge_is_said_below_its_text_in_the_editors_language(
    speaking: Callable[[str], Client], language: str, severity: str, sentence: str
) -> None:
    texts = SOUND | {"zh-hans": "同意供应100台。"}

    found = _found(speaking(language), **texts)

    assert sentence in found["zh-hans"]
    assert severity in found["zh-hans"]
    assert "<mark>100台</mark>" in found["zh-hans"]
    assert found["en"].strip() == ""


def test_a_forbidden_name_and_half_width_punctuation_come_with_their_fix(
    speaking: Callable[[str], Client],
) -> None:
    text = "国土交通省发布,内容如下."

    found = _found(speaking("en"), ko="국토교통부가 발표하였다.", **{"zh-hans": text}, en="MOLIT said so.")[
        "zh-hans"
    ]

    assert _mended(found, text) == ["国土交通部发布,内容如下.", "国土交通省发布，内容如下。"]
    assert "<mark>国土交通省</mark>" in found
    assert "<mark>,</mark>" in found


def test_what_a_proposed_term_would_forbid_is_told_with_its_name_and_stops_nothing(
    speaking: Callable[[str], Client],
) -> None:
    Term.objects.create(
        identifier="later", preferred_ko="도심선", preferred_zh_hans="城区线", preferred_en="urban core line",
        forbidden_en="downtown line", status="proposed",
    )  # fmt: skip
    texts = {"ko": "도심선을 연다.", "zh-hans": "开通城区线。"}

    found = _found(speaking("en"), **texts, en="They open the downtown line.")["en"]

    assert "may be the wrong name" in found
    assert "please look" in found
    assert "stops sealing" not in found
    assert _mended(found, "They open the downtown line.") == ["They open the urban core line."]
    assert _found(speaking("en"), **texts, en="They open a railway.")["en"].strip() == ""


def test_an_amount_that_the_register_holds_is_offered_as_its_key(speaking: Callable[[str], Client]) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    text = "최대 100대를 들여온다."

    found = _found(speaking("en"), ko=text, page=item.pk)["ko"]

    assert _mended(found, text) == ["[[aircraft]]를 들여온다."]


def test_a_figure_typed_beside_its_key_in_another_language_is_replaced_with_its_hedge(
    speaking: Callable[[str], Client],
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    text = "They buy up to 100 aircraft."

    found = _found(speaking("en"), ko="[[aircraft]]를 산다.", en=text, page=item.pk)["en"]

    assert "They buy [[aircraft]]." in _mended(found, text)
    assert "They buy up to [[aircraft]]." not in _mended(found, text)


_BOTH_PLACED = {
    "ko": "[[agreement-date]] 대한항공은 [[aircraft]] 구매하기로 합의하였다.",
    "zh-hans": "[[agreement-date]]，大韩航空同意采购[[aircraft]]飞行器。",
    "en": "On [[agreement-date]], Korean Air agreed to buy [[aircraft]] of the type.",
}


@pytest.mark.parametrize(
    ("language", "text", "number", "day"),
    [
        ("ko", "대한항공은 항공기 100대를 산다. 2025년 10월 20일 합의하였다.", "100대", "2025년 10월 20일"),
        ("zh-hans", "2025年10月20日，大韩航空…采购100架飞行器！", "100架", "2025年10月20日"),
        (
            "en",
            "Korean Air plans to buy 100 Midnight aircraft; on October 20, 2025 it agreed with Archer.",
            "100",
            "October 20, 2025",
        ),
    ],
)
def test_of_two_missing_figures_each_replaces_what_was_typed_for_it(
    speaking: Callable[[str], Client], language: str, text: str, number: str, day: str
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    found = _found(speaking("en"), **_BOTH_PLACED | {language: text}, page=item.pk)[language]

    buttons = set(_buttons(found, text))
    assert (f"Replace “{day}” by [[agreement-date]]", text.replace(day, "[[agreement-date]]")) in buttons
    assert {mended for label, mended in buttons if "[[aircraft]]" in label} == {
        text.replace(number, "[[aircraft]]")
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "대한항공은 120대를 산다. 2025년 10월 21일 합의하였다."),
        ("zh-hans", "2025年10月21日，大韩航空采购120架飞行器。"),
        ("en", "On October 21, 2025, Korean Air agreed to buy 120 aircraft."),
        # the number of something else, and one that is hedged in another way
        ("ko", "대한항공은 100명을 뽑는다."),
        ("en", "On 20 November 2025, Korean Air agreed to buy at least 100 aircraft."),
        ("en", "Korean Air agreed to hire 100 people."),
        ("zh-hans", "大韩航空招聘100人，至少采购100架。"),
    ],
)
def test_a_figure_that_is_not_what_was_typed_is_added_at_the_end_and_the_button_says_so(
    speaking: Callable[[str], Client], language: str, text: str
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    found = _found(speaking("en"), **_BOTH_PLACED | {language: text}, page=item.pk)[language]

    space = "" if language == "zh-hans" else " "
    assert set(_buttons(found, text)) == {
        (f"Insert [[{key}]] at the end", f"{text}{space}[[{key}]]") for key in ("aircraft", "agreement-date")
    }
    assert 'data-at-cursor="Insert [[aircraft]] at the cursor"' in found


def test_behind_a_long_text_is_behind_its_last_part() -> None:
    texts = _long(600)
    texts |= {language: f"[[fleet]] {texts[language]}" for language in ("ko", "zh-hans")}

    findings = check_text(Trilingual(*texts.values()), Against(), seconds=60).findings

    fixes = [finding.fix for finding in findings if finding.fix and finding.language == "en"]
    assert [with_changes(texts["en"], fix.changes) for fix in fixes] == [texts["en"] + " [[fleet]]"]


def test_a_figure_hedged_in_other_words_is_said_to_be_registered_and_not_replaced(
    speaking: Callable[[str], Client],
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    found = _found(speaking("en"), en="They buy no more than 100 aircraft.", page=item.pk)["en"]

    assert "figure-registered" in found
    assert "data-fix" not in found


def test_where_the_same_number_is_typed_elsewhere_too_nobody_can_tell_which_one_is_the_figure(
    speaking: Callable[[str], Client],
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    text = "They buy 100 buses."

    found = _found(speaking("en"), ko="[[aircraft]] 사고 버스 100대를 산다.", en=text, page=item.pk)["en"]

    inserting = [button for button in _buttons(found, text) if button[0].startswith("Insert")]
    assert inserting == [("Insert [[aircraft]] at the end", f"{text} [[aircraft]]")]


@pytest.mark.parametrize(
    ("texts", "language", "code", "marked"),
    [
        ({"ko": "올해 시작한다."}, "ko", "relative-date", "올해"),
        ({"en": "Call 010-1234-5678."}, "en", "contact-data", "010-1234-5678"),
        ({"zh-hans": "此件机密。"}, "zh-hans", "secret-mark", "机密"),
        ({"en": "It is open (to all."}, "en", "unbalanced", ""),
        ({"ko": "가\ud800나\x00"}, "ko", "characters-removed", ""),
        ({"en": "Go 🚀"}, "en", "characters-replaced", ""),
        ({"en": "It buys [[nothing]]."}, "en", "figure-unresolved", "nothing"),
    ],
)
def test_what_would_stop_or_change_an_edition_is_said_while_it_is_written(
    speaking: Callable[[str], Client], texts: dict[str, str], language: str, code: str, marked: str
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    found = _found(speaking("en"), **texts, page=item.pk, field="summary")

    assert f'data-code="{code}"' in found[language]
    assert not marked or f"<mark>{marked}</mark>" in found[language]


def test_a_figure_that_is_in_the_form_and_not_saved_yet_may_be_placed(
    speaking: Callable[[str], Client],
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    asked = {"en": "It buys [[new-one]].", "page": item.pk}
    client = speaking("en")

    assert "figure-unresolved" in _found(client, **asked)["en"]
    assert "figure-unresolved" not in _found(client, **asked, keys=["new-one"])["en"]


def test_a_sources_publisher_is_no_label_inside_a_text(speaking: Callable[[str], Client]) -> None:
    client = speaking("en")

    assert "source-label" in _found(client, en="They met. Reuters", field="summary")["en"]
    assert _found(client, en="Reuters", field="sources-publisher")["en"] == ""


def test_the_register_is_shown_as_each_language_will_print_it(speaking: Callable[[str], Client]) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    figures = speaking("en").get(reverse("item-figures", args=[item.pk])).json()["figures"]

    aircraft = next(figure for figure in figures if figure["key"] == "aircraft")
    assert [printed for _name, _code, printed in aircraft["printed"]] == [
        "최대 100대",
        "至多100架",
        "up to 100 aircraft",
    ]


def test_a_figure_that_must_not_be_printed_before_a_check_says_so(
    speaking: Callable[[str], Client],
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    figures = speaking("en").get(reverse("item-figures", args=[item.pk])).json()["figures"]

    unchecked = {row.key for row in item.figures.all() if row.printable == "after-check"}
    assert unchecked
    assert {
        figure["key"] for figure in figures if figure["caution"] == "not printable until checked"
    } == unchecked


@pytest.mark.parametrize("text", ["가" * 200_000, "1" * 200_000, "亿" * 200_000, "\ud800" * 200_000])
def test_a_text_that_is_no_field_is_told_so_and_how_much_there_may_be(
    speaking: Callable[[str], Client], text: str
) -> None:
    found = _found(speaking("en"), ko=text, en="A text.")

    assert "The text has 200,000 characters; at most 20,000 can be compared" in found["ko"]
    assert "at most 150,000 are checked while you write, so this one is not" in found["ko"]
    assert found["en"] == ""


def test_a_key_that_names_no_figure_is_told_once(speaking: Callable[[str], Client]) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    texts = {"ko": "[[no-such]]를 산다.", "zh-hans": "采购。", "en": "They buy."}

    found = _found(speaking("en"), **texts, page=item.pk, field="summary")

    assert found["ko"].count("data-code=") == 1
    assert "“no-such” names no figure" in found["ko"]
    assert "placeholder" not in "".join(found.values())


def test_a_button_takes_characters_out_that_an_edition_leaves_out(speaking: Callable[[str], Client]) -> None:
    text = "국토\u200b교통부\u202e가 발표하였다."

    found = _found(speaking("en"), ko=text)["ko"]

    assert "will be left out when printed: U+200B, U+202E" in found
    assert _mended(found, text) == ["국토교통부가 발표하였다."]


def test_traditional_characters_stand_in_one_line_and_are_converted(
    speaking: Callable[[str], Client],
) -> None:
    text = "國土交通部發佈內容，開會討論。"

    found = _found(speaking("en"), **{"zh-hans": text})["zh-hans"]

    assert found.count("<q ") == 1
    assert found.count("<mark>") == 3
    assert "國土" not in _mended(found, text)[0]
    assert _mended(found, text) == ["国土交通部发布内容，开会讨论。"]


def test_a_language_that_was_emptied_is_missing_until_all_are_empty(
    speaking: Callable[[str], Client],
) -> None:
    client = speaking("en")

    emptied = _found(client, **SOUND | {"en": " \n"})

    assert 'data-code="language-missing"' in emptied["en"]
    assert emptied["ko"] == ""
    assert not any(_found(client, **dict.fromkeys(SOUND, "")).values())


def test_what_the_third_language_says_is_said_too(speaking: Callable[[str], Client]) -> None:
    texts = {"ko": "260만 명이다.", "zh-hans": "共26万人。", "en": "It is 2.7 million people."}

    found = _found(speaking("en"), **texts)

    for language in ("zh-hans", "en"):
        assert all(said in found[language] for said in ("260만 명", "26万人", "2.7 million people"))


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_register_names_figures_in_the_editors_language(
    speaking: Callable[[str], Client], language: str
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    figures = speaking(language).get(reverse("item-figures", args=[item.pk])).json()["figures"]

    rows = {row.key: getattr(row, f"label_{language.replace('-', '_')}") for row in item.figures.all()}
    assert {figure["key"]: figure["label"] for figure in figures} == rows
    assert all(rows.values())


def test_a_question_longer_than_all_texts_may_be_is_refused_with_a_sentence(
    speaking: Callable[[str], Client],
) -> None:
    answer = _ask(speaking("en"), ko="가" * 1_000_000)

    assert answer.status_code == 413
    assert "too long" in answer.json()["error"]


def _long(sentences: int) -> dict[str, str]:
    """Paragraphs that say the same, with another figure in each."""
    numbers = range(1_001, 1_001 + sentences)
    return {
        "ko": "\n".join(f"국토교통부는 {n}가구를 2026년 3월까지 공급하기로 합의하였다." for n in numbers),
        "zh-hans": "\n".join(f"国土交通部同意于2026年3月前供应{n}户。" for n in numbers),
        "en": "\n".join(f"MOLIT agreed to supply {n} homes by March 2026, as planned." for n in numbers),
    }


def test_a_text_of_sixty_thousand_characters_is_checked_to_its_end(
    speaking: Callable[[str], Client],
) -> None:
    client = speaking("en")
    texts = _long(1_800)
    assert len(texts["ko"]) > 60_000
    last = "2800户"
    texts["zh-hans"] = texts["zh-hans"].replace(last, "280户") + "内容如下."

    found, rest = "", 0
    while rest is not None:
        answer = _ask(client, **texts, rest=rest).json()
        found, rest = found + answer["found"]["zh-hans"], answer["rest"]

    assert "<mark>280户</mark>" in found
    assert found.count("figure-differs") == 1
    assert texts["zh-hans"].removesuffix(".") + "。" in _mended(found, texts["zh-hans"])


def test_a_check_stops_between_parts_when_its_time_is_over_and_says_where() -> None:
    text = Trilingual(*_long(600).values())

    first = check_text(text, Against(), seconds=0)
    whole = check_text(text, Against(), seconds=60)

    assert first.rest == 1
    assert whole.rest is None
    assert check_text(text, Against(), begin=1, seconds=60).rest is None


def test_languages_that_run_apart_for_long_are_not_compared_and_that_is_said(
    speaking: Callable[[str], Client],
) -> None:
    texts = _long(300)
    texts["en"] = texts["en"].replace("\n", " ", 1)

    found = _found(speaking("en"), **texts)

    assert "different numbers of paragraphs" in found["ko"]
    assert "figure-" not in found["ko"]


@pytest.mark.parametrize("rest", [-1, "x", 1.5, [1]])
def test_a_part_that_is_none_is_refused(speaking: Callable[[str], Client], rest: Any) -> None:
    assert _ask(speaking("en"), **SOUND, rest=rest).status_code == 400


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text",
    [
        "亿" * MOST,
        "1," * (MOST // 2),
        "일" * MOST,
        "(" * MOST,
        "one hundred " * 500,
        "A-" * 3000,
        "10万、" * 1500,
    ],
)
def test_an_odd_text_as_long_as_a_part_is_checked_to_its_end(
    speaking: Callable[[str], Client], text: str
) -> None:
    name = "\n国土交通省"

    answer = _ask(speaking("en"), ko=text, en=text, **{"zh-hans": text[: MOST - len(name)] + name}).json()

    assert answer["rest"] is None
    found = answer["found"]["zh-hans"]
    assert "<mark>国土交通省</mark>" in found or 'data-code="more-findings"' in found


def test_a_form_of_long_texts_is_shown_and_says_which_are_not_checked_yet(
    speaking: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefings.checking.live_check.SECONDS", 0)
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    item.summary_ko = _long(300)["ko"]
    item.message_ko = "올해 시작한다."
    item.save_revision(clean=False)

    page = speaking("en").get(reverse("wagtailadmin_pages:edit", args=[item.pk])).content.decode()

    assert page.count("its check has not come to the end yet") == 1
    assert "<mark>올해</mark>" in page


def test_editors_text_is_shown_as_text(speaking: Callable[[str], Client]) -> None:
    found = _found(
        speaking("en"),
        ko="<b>260만 명</b>이다.",
        **{"zh-hans": "<img src=x onerror=alert(1)>26万人。", "en": "x"},
    )

    assert "<img" not in found["zh-hans"]
    assert "<b>" not in found["ko"]


@pytest.mark.parametrize("body", ["", "[]", "{", "null", '"x"', "\ud800".encode("utf-8", "surrogatepass")])
def test_a_broken_question_is_answered_with_a_sentence(speaking: Callable[[str], Client], body: Any) -> None:
    answer = speaking("en").post(reverse("text-check"), body, content_type="application/json")

    assert answer.status_code == 400
    assert "Load the page again" in answer.json()["error"]


def test_a_page_of_thousands_of_digits_is_none(speaking: Callable[[str], Client]) -> None:
    client = speaking("ko")

    assert _found(client, **SOUND, page="9" * 5_000) == _found(client, **SOUND)


def test_only_editors_with_their_forms_token_may_ask(client: Client, account: Callable[[str], Any]) -> None:
    client.force_login(account("official"))
    assert _ask(client, **SOUND).status_code == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(account("item-editor"))
    assert _ask(strict, **SOUND).status_code == 403


def test_the_saved_form_says_the_same_without_scripts(speaking: Callable[[str], Client]) -> None:
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    item.summary_ko, item.summary_zh_hans, item.summary_en = SOUND["ko"], "同意供应100台。", SOUND["en"]
    item.save_revision()

    page = speaking("en").get(reverse("wagtailadmin_pages:edit", args=[item.pk])).content.decode()

    assert "The figure is hedged differently" in page
    assert "<mark>100台</mark>" in page


def test_a_check_by_script_is_refused_to_whoever_is_signed_out_and_not_led_to_another_page(
    client: Client, account: Callable[[str], Any]
) -> None:
    by_script = {"x-requested-with": "XMLHttpRequest"}
    client.force_login(account("item-editor"))
    signed_in = client.get(reverse("text-check-token"), headers=by_script)
    client.logout()

    answers = [
        client.post(reverse("text-check"), {}, content_type="application/json", headers=by_script),
        client.get(reverse("text-check-token"), headers=by_script),
    ]

    assert signed_in.json()["token"]
    assert [answer.status_code for answer in answers] == [403, 403]


def test_a_point_in_korean_alone_is_checked_while_it_is_written_and_misses_no_translation(
    speaking: Callable[[str], Client],
) -> None:
    client = speaking("en")
    point = "올해 베트남 박닌성에서 도시와 교통을 함께 설계하여 실증하고, 그 결과를 다른 도시로 확산하는 협력 방안 마련 추진"

    found = _found(client, ko=point, only="ko", field="contributions-point")

    assert "“올해” means something else" in found["ko"]
    assert "a report&#x27;s line holds 60" in found["ko"]
    assert found["zh-hans"] == found["en"] == ""


def test_the_saved_form_says_it_below_the_point_too(speaking: Callable[[str], Client]) -> None:
    client = speaking("en")
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    item.contributions.set([*item.contributions.all()])
    item.contributions.all()[0].point = "올해 안에 실증 착수"
    item.save_revision()

    page = lxml.html.fromstring(client.get(f"/admin/pages/{item.pk}/edit/").content)

    (point,) = page.xpath("//*[@name='contributions-0-point']")
    (group,) = point.xpath("ancestor::div[@class='in-one-language']")
    assert point.get("lang") == "ko"
    assert "“올해” means something else" in " ".join(group.text_content().split())


def test_what_stands_in_an_english_sentence_is_checked_below_its_field_as_english(
    speaking: Callable[[str], Client],
) -> None:
    group = StakeholderGroup.objects.get(slug="us")
    StakeholderGroup.objects.filter(pk=group.pk).update(in_sentence="makers of flying cars")

    page = lxml.html.fromstring(
        speaking("en").get(f"/admin/snippets/stakeholders/stakeholdergroup/edit/{group.pk}/").content
    )

    (field,) = page.xpath("//*[@name='in_sentence']")
    (below,) = field.xpath("ancestor::div[@class='in-one-language']")
    assert field.get("lang") == "en"
    assert "flying cars" in " ".join(below.text_content().split())
