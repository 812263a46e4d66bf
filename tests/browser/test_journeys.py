"""What people do with the portal, in real Chromium, with a real worker behind it."""

from __future__ import annotations

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from config.processes import Processes

LANGUAGES = ("ko", "zh-hans", "en")
EDITION = "editions/2025-11/presidential/1.0/"


def test_from_pressing_assemble_to_reading_in_three_languages(
    portal: Processes, sign_in: Callable[..., Page], address: str
) -> None:
    portal.start_worker()
    desk = _assembles(sign_in, address)
    _approves_and_releases(sign_in, desk)
    page = sign_in("official")
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    for language in LANGUAGES:
        _reads(page, address, language)
    _follows_a_contribution_to_its_item(page, address)
    _explains_a_term(page, address)
    _searches(page, address)
    for language in LANGUAGES:
        answer = page.request.get(f"{address}/ko/{EDITION}{language}.pdf")
        assert answer.body().startswith(b"%PDF-")
    assert errors == []
    _is_accessible_and_fits(sign_in, address)
    _reads_without_scripts_and_on_paper(sign_in, address)
    _agency_sees_only_what_was_released_to_it(sign_in, address)


def _assembles(sign_in: Callable[..., Page], address: str) -> str:
    """The briefing editor presses Assemble and watches; the page is not reloaded by hand."""
    page = sign_in("briefing-editor")
    page.goto(f"{address}/admin/")
    page.get_by_role("link", name="Briefings", exact=True).first.click()
    page.get_by_role("link", name="City, transport and aviation", exact=False).first.click()
    expect(page.locator(".trilingual").first).to_be_visible()
    page.get_by_role("link", name="Desk: assemble and release").first.click()
    page.get_by_role("button", name="Assemble", exact=True).click()
    expect(page.locator("[data-run-per-cent]")).to_have_text("100", timeout=90_000)
    expect(page.locator(".desk__edition")).to_have_count(2)
    # nobody approves their own
    expect(page.get_by_role("button", name="Approve", exact=True)).to_have_count(0)
    return page.url


def _approves_and_releases(sign_in: Callable[..., Page], desk: str) -> None:
    """A second person decides: the presidential edition at once, the partner's to one agency."""
    page = sign_in("approver")
    page.goto(desk)
    for _edition in range(2):
        page.get_by_role("button", name="Approve", exact=True).first.click()
    expect(page.get_by_role("button", name="Approve", exact=True)).to_have_count(0)
    partner = page.locator(".desk__edition", has_text="Partner edition")
    partner.get_by_label("Embassy of a partner country", exact=False).check()
    partner.get_by_label("Release at once", exact=False).check()
    partner.get_by_role("button", name="Release", exact=True).click()
    page.get_by_label("Release at once", exact=False).first.check()
    page.get_by_role("button", name="Release", exact=True).first.click()
    expect(page.locator(".desk__life", has_text="Readable since")).to_have_count(2)


def _reads(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/{language}/")
    assert page.url == f"{address}/{language}/{EDITION}"
    assert page.locator("html").get_attribute("lang") == language
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("[id^=pillar-]").nth(3)).to_be_visible()
    expect(page.locator("#groups table").first).to_be_visible()
    # the switch stays on the same page
    other = next(code for code in LANGUAGES if code != language)
    page.locator(f"nav.languages a[hreflang={other}]").click()
    page.wait_for_url(f"{address}/{other}/{EDITION}*")


def _follows_a_contribution_to_its_item(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{EDITION}")
    page.locator("#pillar-uam a[href*='/items/korean-air-archer-evtol/']").first.click()
    expect(page.locator("h1")).to_contain_text("Korean Air")
    expect(page.get_by_text("up to 100 aircraft").first).to_be_visible()


def _explains_a_term(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{EDITION}")
    term = page.locator("dfn.term a[href^='#meaning-']").first
    meaning = page.locator(str(term.get_attribute("href")))
    term.click()
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    term.click()
    expect(meaning).to_be_visible()
    page.locator("h1").click()
    expect(meaning).to_be_hidden()


def _searches(page: Page, address: str) -> None:
    page.goto(f"{address}/zh-hans/{EDITION}")
    page.get_by_role("searchbox").fill("至多100架")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url(f"{address}/zh-hans/search/*")
    expect(page.locator("mark", has_text="至多100架").first).to_be_visible()
    page.locator(".places a[href$='#pillar-uam']").first.click()
    expect(page.locator("#pillar-uam")).to_be_in_viewport()
    # the switch keeps the words: another language has none of them
    page.goto(f"{address}/zh-hans/search/?q=至多100架")
    page.locator("nav.languages a[hreflang=en]").click()
    expect(page.get_by_role("status")).to_have_text("Nothing found")


def _is_accessible_and_fits(sign_in: Callable[..., Page], address: str) -> None:
    item = f"en/{EDITION}items/korean-air-archer-evtol/"
    pages = [f"{language}/{EDITION}" for language in LANGUAGES] + [item, "en/editions/", "en/verify/"]
    pages += ["zh-hans/search/", "ko/search/?q=UAM"]
    # one edition stands for its other languages in the dark: the colours are the same
    for width, scheme, examined in ((1280, "light", pages), (360, "dark", pages[2:])):
        page = sign_in("official", width=width, color_scheme=scheme)
        for path in pages:
            page.goto(f"{address}/{path}")
            if path in examined:
                found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
                assert found.violations_count == 0, f"{path} {width}: {found.generate_report()}"
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (path, width)
    _chinese_headline_breaks_between_words(page, address)


def _chinese_headline_breaks_between_words(page: Page, address: str) -> None:
    """On a phone, no line of it ends within 航空, 合作, 韩国 or 枢纽; nor in the file, in which no script runs."""
    file = page.request.get(f"{address}/zh-hans/{EDITION}zh-hans.html").text()
    page.goto(f"{address}/zh-hans/{EDITION}")
    expect(page.locator("h1.segmented")).to_be_visible()
    on_the_page = _lines_of_the_headline(page)
    page.goto("about:blank")
    page.set_content(file)
    for lines in (on_the_page, _lines_of_the_headline(page)):
        assert len(lines) > 1
        assert all(any(word in line for line in lines) for word in ("航空", "合作", "韩国", "枢纽")), lines


def _lines_of_the_headline(page: Page) -> list[str]:
    lines: list[str] = page.locator("h1").evaluate(
        """heading => {
            const range = document.createRange(), lines = [];
            let top = null;
            for (const node of heading.childNodes) {
                for (let at = 0; at < (node.data ?? "").length; at++) {
                    range.setStart(node, at);
                    range.setEnd(node, at + 1);
                    const box = range.getBoundingClientRect();
                    if (box.top !== top) lines.push("");
                    top = box.top;
                    lines[lines.length - 1] += node.data[at];
                }
            }
            return lines;
        }"""
    )
    return lines


def _reads_without_scripts_and_on_paper(sign_in: Callable[..., Page], address: str) -> None:
    page = sign_in("official", java_script_enabled=False)
    page.goto(f"{address}/ko/{EDITION}")
    for section in ("one-page", "pillar-connectivity", "groups", "conclusions", "annex"):
        expect(page.locator(f"#{section}")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator("#pillar-sustainable")).to_be_visible()
    # whose page it is, and the address that a link would lead to
    expect(page.get_by_text("대한민국 국토교통부").locator("visible=true")).to_have_count(1)
    digest = "".join(page.locator(".digest").inner_text().split())
    expect(page.get_by_text(f"/ko/verify/?digest={digest}")).to_be_visible()
    page.emulate_media(media="screen")
    term = page.locator("dfn.term a[href^='#meaning-']").first
    term.click()
    expect(page.locator(str(term.get_attribute("href")))).to_be_visible()


def _agency_sees_only_what_was_released_to_it(sign_in: Callable[..., Page], address: str) -> None:
    page = sign_in("member-demo-embassy")
    page.goto(f"{address}/zh-hans/")
    assert page.url == f"{address}/zh-hans/editions/2025-11/partner/1.0/"
    assert page.request.get(page.url + "zh-hans.pdf").body().startswith(b"%PDF-")
    expect(page.locator("#groups")).to_have_count(0)
    hidden = page.goto(f"{address}/ko/{EDITION}")
    assert hidden is not None
    assert hidden.status == 404


def _pastes_a_table(page: Page) -> None:
    """Its cells stay apart, and its rows are lines."""
    written = page.locator("[data-field]:has(#id_background_ko) [contenteditable=true]").first
    written.click()
    written.evaluate(
        """box => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/html", "<table><tr><th>연도</th><th><p>사업비</p></th></tr>"
                + "<tr><td>2025</td><td>120</td></tr><tr><td>2026</td><td>350</td></tr></table>");
            clipboardData.setData("text/plain", "연도\\t사업비");
            const target = box.querySelector("[data-text]") ?? box;
            target.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
        }"""
    )
    for line in ("연도 · 사업비", "2025 · 120", "2026 · 350"):
        expect(written).to_contain_text(line)
    expect(written).not_to_contain_text("2025120")


def test_an_item_editor_hides_a_language_saves_a_draft_and_sees_the_preview(
    sign_in: Callable[..., Page], address: str
) -> None:
    page = sign_in("item-editor")
    page.goto(f"{address}/admin/cooperation-items/")
    page.get_by_role("link", name="Bac Ninh", exact=False).first.click()
    korean, english = page.locator("#id_summary_ko"), page.locator("#id_summary_en")
    expect(korean).to_be_visible()
    expect(english).to_be_visible()

    page.locator(".language-switch").get_by_label("English").uncheck()
    expect(english).to_be_hidden()
    korean.fill(korean.input_value() + " 협의가 이어지고 있다.")
    _pastes_a_table(page)
    page.get_by_role("button", name="Save draft").first.click()

    expect(page.locator(".messages, [role=alert], .w-message").first).to_be_visible()
    expect(page.locator("#id_summary_ko")).to_have_value(page.locator("#id_summary_ko").input_value())
    page.reload()
    assert page.locator("#id_summary_ko").input_value().endswith("협의가 이어지고 있다.")
