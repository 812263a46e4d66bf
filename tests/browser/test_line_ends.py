"""Where lines of a page end, in real Chromium; those of a PDF are `tests/rendering/test_line_ends.py`."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.utils import translation
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from briefings.templatetags.editions import whole
from tests.browser.conftest import CHROMIUM, FLAGS

STATIC = Path(__file__).resolve().parents[2] / "static"
STYLES = STATIC / "css" / "portal.css"
LINES = """(paragraph) => {
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const lines = [];
  let bottom = -1;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (let place = 0; place < text.length; place++) {
      const range = document.createRange();
      range.setStart(text, place);
      range.setEnd(text, place + 1);
      const box = range.getBoundingClientRect();
      if (box.width && box.top >= bottom) { lines.push(""); bottom = box.bottom; }
      lines[lines.length - 1] += text.data[place];
    }
  }
  return lines.map((line) => line.trim());
}"""
AT_EVERY_WIDTH = f"""(paragraph) => {{
  const lines = {LINES};
  return Array.from({{ length: 90 }}, (_, step) => {{
    paragraph.style.width = `${{150 + 3 * step}}px`;
    return lines(paragraph);
  }});
}}"""


@pytest.fixture(scope="module")
def browser():  # no portal is asked here
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("협력과제는 도심항공교통(UAM)을 수출한다", "(UAM)을"),
        ("이는 목표의 12.5%로 늘어난 것이다", "12.5%로"),
        ("정부가 『경주선언』을 채택하였다", "『경주선언』을"),
        ("정책은 ‘한국형 교통’을 내세운다", "교통’을"),
        ("협력은 ITS·자율주행 실증이다", "ITS·"),
    ],
)
def test_no_line_begins_with_what_belongs_to_the_word_before_it(
    browser: Browser, text: str, together: str
) -> None:
    with translation.override("ko"):
        written = whole(text)
    page = browser.new_page()
    page.set_content(f'<html lang="ko"><style>{STYLES.read_text()}</style><p>{written}</p></html>')

    broken = page.locator("p").evaluate(AT_EVERY_WIDTH)

    page.close()
    assert len({len(lines) for lines in broken}) > 1, "every width gave as many lines"
    for lines in broken:
        assert any(together in line for line in lines), lines


@pytest.mark.parametrize(
    "text",
    [
        "韩美共同开拓第三国市场",
        "国土交通部，国际合作月度简报材料中的政策与项目说明（本部说明）",
        "请核对网址，或返回首页。",
    ],
)
def test_no_chinese_text_ends_in_a_line_of_one_character(browser: Browser, text: str) -> None:
    page = browser.new_page()
    page.set_content(
        f'<html lang="ko"><style>{STYLES.read_text()}</style><p lang="zh-hans">{text}</p></html>'
    )

    broken = page.locator("p").evaluate(AT_EVERY_WIDTH)

    page.close()
    assert len({len(lines) for lines in broken}) > 1, "every width gave as many lines"
    for lines in broken:
        assert len(lines[-1].strip("。）")) > 1, lines


def test_a_date_in_a_chinese_heading_is_spaced_as_in_text(browser: Browser) -> None:
    """Its words are parted by a script, so that it breaks between them."""
    page = browser.new_page()
    page.set_content(
        f'<html lang="zh-hans"><style>{STYLES.read_text()} h1 {{ display: inline-block }}</style>'
        "<main><h1>2025年11月10日与Archer公司的合作协议</h1></main></html>"
    )
    heading = page.locator("h1")
    width = "heading => Math.round(heading.getBoundingClientRect().width)"
    as_text = heading.evaluate(width)

    page.add_script_tag(content=(STATIC / "js" / "portal.js").read_text(), type="module")
    page.wait_for_selector("h1.segmented")

    assert heading.evaluate(width) == as_text
    assert heading.locator("wbr").count() > 0
    page.close()


def test_no_line_of_what_stands_above_a_headline_ends_or_begins_with_a_dot(browser: Browser) -> None:
    parts = ("November 2025 issue", "Presidential edition", "Edition 1.0")
    unseen = "".join(f'<span><i style="visibility: hidden">{part}</i></span>' for part in parts)
    page = browser.new_page(viewport={"width": 800, "height": 200})
    page.set_content(
        f'<html lang="en"><style>{STYLES.read_text()}</style><p class="kicker">{unseen}</p></html>'
    )

    def is_empty() -> bool:
        """Whether the picture shows nothing: the dots are all that can be seen there."""
        picture = Image.open(io.BytesIO(page.locator("p").screenshot()))
        least, most = picture.convert("L").getextrema()
        return least == most

    assert not is_empty()
    page.locator("p").evaluate("kicker => { kicker.style.width = '180px' }")
    assert is_empty()
    page.close()


def test_the_page_s_language_is_marked_in_colours_of_the_reader_s_system_too(browser: Browser) -> None:
    page = browser.new_page(forced_colors="active")
    languages = '<li><a href="/ko/">한국어</a></li><li><a href="/en/" aria-current="true">English</a></li>'
    page.set_content(
        f'<html lang="en"><style>{STYLES.read_text()}</style><nav class="languages"><ul>{languages}</ul></nav></html>'
    )

    other, current = page.locator("a").evaluate_all(
        "links => links.map(link => getComputedStyle(link).borderBottomColor)"
    )
    background = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")

    assert other == background
    assert current != background
    page.close()
