"""What editors and translators do with the languages of a text, in real Chromium."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import sign_in_elsewhere

KOREAN = "대한항공은 국토교통부와 최대 100대를 260만 원에 구매하기로 합의하였다."
CHINESE = "大韩航空与国土交通省达成协议,以26万韩元采购至多100架。"
ENGLISH = "Korean Air agreed with MOLIT to buy up to 100 aircraft for 2.6 million won."


def _in_english(name: str) -> None:
    """The admin speaks the account's language; this account's is English."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as link:
        link.execute(
            "UPDATE wagtailusers_userprofile SET preferred_language = 'en' WHERE user_id ="
            " (SELECT id FROM auth_user WHERE username = %s)",
            [name],
        )


def _opens_the_deal(page: Page, address: str, name: str = "Archer Aviation") -> None:
    page.goto(f"{address}/admin/cooperation-items/")
    page.get_by_role("link", name=name, exact=False).first.click()
    expect(page.locator("#id_summary_ko")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 1024])
def test_no_language_lies_under_the_side_panel(
    sign_in: Callable[..., Page], address: str, width: int
) -> None:
    page = sign_in("item-editor", width=width, reduced_motion="reduce")
    _opens_the_deal(page, address)
    expect(page.locator("body.ready")).to_be_visible()
    fields = [page.locator(f"#id_summary_{language}") for language in ("ko", "zh_hans", "en")]
    closed = [_box(field) for field in fields]

    for toggle in page.locator("button.w-side-panel-toggle").all():
        toggle.click()
        panel = page.locator(".form-side--open")
        expect(panel).to_be_in_viewport(ratio=0.9)
        edge = _box(panel)["x"]
        for field in fields:
            box = _box(field)
            assert box["x"] + box["width"] < edge
            assert box["width"] > 200
    # side by side where there is width for it
    assert closed[0]["y"] == closed[1]["y"]
    assert (closed[1]["y"] == closed[2]["y"]) is (width == 1440)


def _box(place: Locator) -> Any:
    box = place.bounding_box()
    assert box is not None
    return box


def test_an_editor_is_told_while_typing_mends_by_buttons_and_a_translator_reviews(
    sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("item-editor")
    page.goto(f"{address}/admin/")
    _in_english("item-editor")
    _opens_the_deal(page, address)
    _is_told_while_typing(page)
    _mends_by_buttons(page)
    _inserts_a_missing_figure_where_it_is_written(page)
    _inserts_a_figure(page)
    _saves_and_sees_what_is_stale(page)
    _reviews(sign_in("translator"), address)


def _is_told_while_typing(page: Page) -> None:
    for language, text in (("ko", KOREAN), ("zh_hans", CHINESE), ("en", ENGLISH)):
        page.fill(f"#id_summary_{language}", text)
    chinese = page.locator(".trilingual", has=page.locator("#id_summary_ko")).locator(
        "[data-check='zh-hans']"
    )
    expect(chinese.locator("[data-code='figure-differs'] mark", has_text="26万韩元")).to_be_visible()
    expect(chinese.locator("[data-code='term-forbidden']")).to_contain_text("国土交通部")
    page.fill("#id_summary_en", "")
    english = page.locator(".language--en", has=page.locator("#id_summary_en"))
    expect(english.locator("[data-code='language-missing']")).to_be_visible()
    expect(english.locator(".text-state-line")).to_contain_text("as last saved")
    page.fill("#id_summary_en", ENGLISH)
    expect(english.locator("[data-code='language-missing']")).to_have_count(0)


def _mends_by_buttons(page: Page) -> None:
    page.get_by_role("button", name="Replace by “国土交通部”").click()
    expect(page.locator("#id_summary_zh_hans")).to_have_value(CHINESE.replace("国土交通省", "国土交通部"))
    page.get_by_role("button", name="Use full-width punctuation").click()
    mended = CHINESE.replace("国土交通省", "国土交通部").replace(",", "，")
    expect(page.locator("#id_summary_zh_hans")).to_have_value(mended)
    page.fill("#id_summary_zh_hans", mended.replace("26万", "260万"))
    expect(page.locator("[data-code='figure-differs']")).to_have_count(0)
    found = Axe().run(page, context=".text-check")
    assert found.violations_count == 0, found.generate_report()


def _inserts_a_figure(page: Page) -> None:
    english = page.locator("#id_summary_en")
    english.fill("They agreed: ")
    english.focus()
    chooser = page.locator(".figure-chooser")
    chooser.locator("summary").click()
    expect(chooser).to_contain_text("至多100架")
    chooser.get_by_role("button", name="[[aircraft]]").click()
    expect(english).to_have_value("They agreed: [[aircraft]]")
    english.fill(ENGLISH)


def _inserts_a_missing_figure_where_it_is_written(page: Page) -> None:
    for language, text in (
        ("ko", "[[aircraft]] 산다."),
        ("zh_hans", "采购[[aircraft]]。"),
        ("en", "They buy ."),
    ):
        page.fill(f"#id_summary_{language}", text)
    english = page.locator("#id_summary_en")
    page.locator("#id_summary_ko").focus()
    at_the_end = page.get_by_role("button", name="Insert [[aircraft]] at the end")
    expect(at_the_end).to_be_visible()

    english.focus()
    expect(at_the_end).to_have_count(0)
    english.press("Home")
    for _key in range(len("They buy ")):
        english.press("ArrowRight")
    page.get_by_role("button", name="Insert [[aircraft]] at the cursor").click()
    expect(english).to_have_value("They buy [[aircraft]].")


def _saves_and_sees_what_is_stale(page: Page) -> None:
    page.fill("#id_headline_ko", page.input_value("#id_headline_ko") + "(개정)")
    page.get_by_role("button", name="Save draft").first.click()
    page.get_by_role("link", name="See what changed", exact=False).click()
    expect(page.locator("ins", has_text="협력(개정)").first).to_be_visible()
    expect(page.get_by_role("button", name="The ticked texts are reviewed")).to_have_count(0)
    found = Axe().run(page, context=".text-row")
    assert found.violations_count == 0, found.generate_report()


def test_a_state_is_not_claimed_of_a_text_that_was_saved_by_itself(
    sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("item-editor")
    page.goto(f"{address}/admin/")
    _in_english("item-editor")
    _opens_the_deal(page, address)
    english = page.locator(".language--en", has=page.locator("#id_summary_en"))
    untouched = page.locator(".language--en", has=page.locator("#id_headline_en"))
    expect(english.locator(".text-state")).to_be_visible()

    # at once, while the server is away for a moment
    page.route("**/edit/", lambda route: route.fulfill(status=502), times=1)
    page.fill("#id_summary_ko", KOREAN)

    expect(page.locator(".footer__save-warning")).to_contain_text("A server error occurred.")
    expect(english.get_by_text("A newer text was saved by itself.")).to_be_visible()
    expect(english.locator(".text-state")).to_be_hidden()
    expect(untouched.locator(".text-state")).to_be_visible()
    english.get_by_role("link", name="See the states now").click()
    expect(page.locator(".text-row .text-state--stale").first).to_be_visible()


def test_whoever_is_signed_out_while_writing_is_told_and_goes_on_after_signing_in_elsewhere(
    sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("item-editor")
    page.goto(f"{address}/admin/")
    _in_english("item-editor")
    _opens_the_deal(page, address)
    summary = page.locator(".trilingual", has=page.locator("#id_summary_ko"))
    told = summary.locator(".text-check-off", has_text="this text")

    page.context.set_offline(True)
    page.fill("#id_summary_ko", KOREAN)
    expect(told).to_contain_text("The check cannot be reached")
    page.context.set_offline(False)
    expect(told).to_have_count(0)

    page.context.clear_cookies(name="sessionid")
    page.fill("#id_summary_zh_hans", CHINESE)
    expect(told).to_contain_text("You are signed out")
    sign_in_elsewhere(told, "item-editor")
    page.fill("#id_summary_en", ENGLISH)
    expect(summary.locator("[data-code='term-forbidden']")).to_contain_text("国土交通部")
    expect(told).to_have_count(0)
    page.get_by_role("button", name="Save draft").first.click()
    expect(page.locator(".messages .success")).to_be_visible()


def test_why_an_items_figures_are_not_offered_is_told_and_they_come_without_loading_the_page_again(
    sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("item-editor")
    page.goto(f"{address}/admin/")
    _in_english("item-editor")
    asked = "**/admin/languages/figures/**"
    page.route(asked, lambda route: route.fulfill(status=500, content_type="text/html", body="<h1>500</h1>"))
    _opens_the_deal(page, address)
    summary = page.locator(".trilingual", has=page.locator("#id_summary_ko"))
    told = summary.locator(".text-check-off", has_text="figures")

    page.fill("#id_summary_ko", KOREAN)
    expect(told).to_contain_text("The figures of this item cannot be listed now.")
    expect(summary.locator(".figure-chooser")).to_have_count(0)

    page.context.clear_cookies(name="sessionid")
    page.unroute(asked)
    expect(told).to_contain_text("You are signed out: the figures of this item cannot be listed.")
    assert page.input_value("#id_summary_ko") == KOREAN
    sign_in_elsewhere(told, "item-editor")
    page.evaluate("dispatchEvent(new Event('focus'))")  # as a browser with a screen tells it
    summary.locator(".figure-chooser summary").click()
    expect(told).to_have_count(0)
    page.locator("#id_summary_ko").press("End")
    summary.locator(".figure-chooser").get_by_role("button", name="[[aircraft]]").click()
    expect(page.locator("#id_summary_ko")).to_have_value(f"{KOREAN}[[aircraft]]")


def test_a_figure_that_was_saved_meanwhile_is_offered_without_loading_the_page_again(
    sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("item-editor")
    page.goto(f"{address}/admin/")
    _in_english("item-editor")
    _opens_the_deal(page, address)
    english = page.locator("#id_summary_en")
    english.focus()
    chooser = page.locator(".figure-chooser")
    chooser.locator("summary").click()
    expect(chooser.get_by_role("button", name="[[aircraft]]")).to_be_visible()
    page.wait_for_timeout(3_000)  # Wagtail compares with what stands there after two seconds

    page.get_by_role("tab", name="Figures and sources").click()
    number = page.locator("#id_figures-TOTAL_FORMS").input_value()
    page.locator("#id_figures-ADD").click()
    page.fill(f"#id_figures-{number}-label_ko", "조종사")
    page.select_option(f"#id_figures-{number}-kind", "count")
    page.fill(f"#id_figures-{number}-value", "37")
    page.fill(f"#id_figures-{number}-key", "pilots")

    offered = chooser.get_by_role("button", name="[[pilots]]", include_hidden=True)
    expect(offered).to_have_count(1)
    page.get_by_role("tab", name="Text").click()
    english.press("Control+End")
    offered.click()  # the list is as open as it was
    expect(english).to_have_value(re.compile(r"\[\[pilots\]\]$"))

    page.get_by_role("tab", name="Figures and sources").click()
    page.fill(f"#id_figures-{number}-value", "42")
    page.get_by_role("tab", name="Text").click()
    offered.focus()
    expect(chooser).to_contain_text("42")
    expect(offered).to_be_focused()


def _reviews(page: Page, address: str) -> None:
    page.goto(f"{address}/admin/")
    _in_english("translator")
    page.goto(f"{address}/admin/reports/language-status/?state=stale&language=en")
    page.locator(".report-table tbody a").first.click()
    tick = page.get_by_label("Select the English").first
    tick.check()
    page.get_by_role("button", name="The ticked texts are reviewed").click()
    expect(page.get_by_text("1 text was marked as reviewed.")).to_be_visible()


def _pastes(page: Page, field: str, text: str) -> None:
    """As pasting would leave it: a browser without a screen takes half a minute to lay such a text out."""
    page.locator(f"#id_{field}").evaluate(
        """(field, text) => {
            field.value = text;
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        text,
    )


def test_long_and_odd_texts_are_told_what_is_wrong_with_them_in_korean(
    sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("item-editor", locale="ko-KR")
    _opens_the_deal(page, address, "아처 에비에이션")
    summary = page.locator(".trilingual", has=page.locator("#id_summary_ko"))
    korean, chinese = (summary.locator(f"[data-check='{language}']") for language in ("ko", "zh-hans"))
    numbers = range(1_001, 2_301)

    # sixty thousand characters, and one figure that is wrong at their end
    _pastes(
        page,
        "summary_ko",
        "\n".join(
            f"국토교통부는 {n}가구를 2026년 3월까지 서울과 부산에 공급하기로 합의하였다." for n in numbers
        ),
    )
    _pastes(
        page, "summary_en", "\n".join(f"MOLIT agreed to supply {n} homes by March 2026." for n in numbers)
    )
    _pastes(
        page,
        "summary_zh_hans",
        "\n".join(f"国土交通部同意于2026年3月前供应{n}户。" for n in numbers).replace("2300户", "230户"),
    )
    expect(chinese.locator("[data-code='figure-differs'] mark", has_text="230户")).to_be_visible()
    expect(korean.locator("[data-code='text-too-long']")).to_contain_text("줄이십시오")

    _pastes(page, "summary_ko", "가" * 200_000)
    expect(korean.locator("[data-code='text-not-checked']")).to_contain_text("150,000자")

    # saved, it is refused in Korean, still there, and checked as it stands
    page.locator("button.action-save").first.click()
    expect(page.locator(".w-field__errors", has_text="200000자")).to_be_visible()
    expect(page.locator("#id_summary_ko")).to_have_value("가" * 200_000)
    expect(korean.locator("[data-code='text-not-checked']")).to_contain_text("150,000자")

    # a screen reader hears what changes there
    expect(korean).to_have_attribute("aria-live", "polite")
    _pastes(page, "summary_ko", "최대 100대를\ufffd 산다.")
    _pastes(page, "summary_zh_hans", "采购100架。")
    _pastes(page, "summary_en", "It buys up to 100 aircraft.")
    expect(korean.locator("[data-code='characters-replaced']")).to_contain_text("U+FFFD")
    expect(chinese.locator("[data-code='qualifier-differs'] mark", has_text="100架")).to_be_visible()


def test_a_term_file_is_uploaded_seen_and_taken_over(
    sign_in: Callable[..., Page], address: str, tmp_path: Path
) -> None:
    page = sign_in("briefing-editor")
    page.goto(f"{address}/admin/")
    _in_english("briefing-editor")
    page.goto(f"{address}/admin/termbase/")
    file = tmp_path / "terms.csv"
    file.write_text("id,en\nT-13,clever city\n", "utf-8")
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="See what it would change").click()
    expect(page.locator("ins", has_text="clever city")).to_be_visible()

    page.get_by_role("button", name="Take these changes over").click()

    expect(page.get_by_text("1 changed")).to_be_visible()
    page.get_by_role("link", name="See them, and replace it in drafts").click()
    expect(page.locator(".text-followers li").first).to_contain_text("clever-city")


RICH = {
    "ko": ["국토교통부는 협약에 260만 원을 쓴다.", "최대 100대를 산다."],
    "zh_hans": ["国土交通省为协议,支出260万韩元。", "采购至多100架."],
    "en": ["MOLIT spends 2.6 million won on the agreement.", "It buys up to 100 aircraft."],
}
# what is bold and what is a link in the Chinese: 国土交通省为, 协议,支出
BOLD, LINK = {"offset": 0, "length": 6, "style": "BOLD"}, {"offset": 6, "length": 5, "key": 0}


def _fills_rich_text(page: Page, name: str, lines: list[str], *, marked: bool = False) -> None:
    """As if it had been written there, with a bold name and a link in its first line if it is to be marked."""
    blocks = [
        {
            "key": f"line{number}", "type": "unstyled", "depth": 0, "text": line,
            "inlineStyleRanges": [BOLD] if marked and not number else [],
            "entityRanges": [LINK] if marked and not number else [],
        }
        for number, line in enumerate(lines)
    ]  # fmt: skip
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "https://example.org/"}}
    page.evaluate(
        """([name, raw]) => {
            const { EditorState, convertFromRaw } = window.DraftJS;
            const editor = document.querySelector(`#id_${name}`).draftailEditor;
            editor.onChange(EditorState.push(editor.getEditorState(), convertFromRaw(raw), "insert-fragment"));
        }""",
        [name, {"blocks": blocks, "entityMap": {"0": link} if marked else {}}],
    )


def _rich_text(page: Page, name: str) -> Any:
    """What the form would send: lines, and the bold stretches and links of the first."""
    raw = json.loads(page.locator(f"#id_{name}").input_value())
    first = raw["blocks"][0]
    return [block["text"] for block in raw["blocks"]], first["inlineStyleRanges"], first["entityRanges"]


def test_rich_text_is_mended_by_buttons_that_keep_what_is_bold_and_can_be_undone(
    sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("item-editor")
    page.goto(f"{address}/admin/")
    _in_english("item-editor")
    _opens_the_deal(page, address)
    expect(page.locator(".Draftail-Editor").last).to_be_attached()
    for suffix, lines in RICH.items():
        _fills_rich_text(page, f"background_{suffix}", lines, marked=suffix == "zh_hans")
    background = page.locator(".trilingual", has=page.locator("#id_background_ko"))

    # by the keyboard alone, as a button is pressed
    background.get_by_role("button", name="Replace by “国土交通部”").press("Enter")
    editor = background.locator("[contenteditable=true]").nth(1)
    expect(editor).to_contain_text("国土交通部为")
    expect(editor).to_be_focused()
    expect(background.locator("[data-code='term-forbidden']")).to_have_count(0)
    background.get_by_role("button", name="Use full-width punctuation").press("Enter")
    expect(editor).to_contain_text("采购至多100架。")
    # the form's own field follows a moment later
    expect(page.locator("#id_background_zh_hans")).to_have_value(re.compile("100架。"))
    mended = ["国土交通部为协议，支出260万韩元。", "采购至多100架。"]
    assert _rich_text(page, "background_zh_hans") == (mended, [BOLD], [LINK])

    page.keyboard.press("Control+z")
    expect(editor).to_contain_text("采购至多100架.")
    page.keyboard.press("Control+z")
    expect(editor).to_contain_text("国土交通省为")
    page.keyboard.press("Control+Shift+z")
    expect(editor).to_contain_text("国土交通部为")

    _registers_a_figure_in_rich_text(page, background)
    page.get_by_role("button", name="Save draft").first.click()
    page.wait_for_load_state()
    expect(page.locator(".messages, [role=alert], .w-message").first).to_be_visible()
    assert _rich_text(page, "background_ko")[0] == [
        "국토교통부는 협약에 260만 원을 쓴다.",
        "[[aircraft]]를 산다.",
    ]


def _registers_a_figure_in_rich_text(page: Page, background: Locator) -> None:
    background.locator("[data-check=ko]").get_by_role("button", name="Replace “최대 100대”").click()
    expect(background.locator("[contenteditable=true]").first).to_contain_text("[[aircraft]]를 산다.")
    background.locator("[data-check=en]").get_by_role(
        "button", name="Replace “up to 100 aircraft”"
    ).first.click()
    english = background.locator("[contenteditable=true]").nth(2)
    expect(english).to_contain_text("It buys [[aircraft]].")
    # and any figure at the place of writing
    english.press("Control+End")
    chooser = background.locator(".figure-chooser")
    chooser.locator("summary").press("Enter")
    chooser.get_by_role("button", name="[[aircraft]]").press("Enter")
    expect(english).to_contain_text("It buys [[aircraft]].[[aircraft]]")
    expect(english).to_be_focused()


def test_a_link_to_a_text_shows_its_language_though_the_editor_had_hidden_it(
    sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("item-editor")
    _opens_the_deal(page, address)
    form = page.url
    hide = page.locator(".language-switch").get_by_label("English")
    hide.uncheck()
    text = page.locator("#id_summary_en")
    expect(text).to_be_hidden()

    page.goto(f"{address}/admin/")
    page.goto(f"{form}#:w:contentpath=summary_en")

    expect(text).to_be_visible()
    expect(hide).to_be_checked()
