"""Editors' rich text ends as text, a bold mark or a checked link, whatever the field holds."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.assembly.richtext import is_safe_link, parse, plain, with_characters


@pytest.mark.parametrize(
    "address",
    [
        "https://www.molit.go.kr",
        "http://a.kr/x?y=1#z",
        "HTTPS://A.KR",
        "mailto:office@molit.go.kr",
        " https://a.kr ",
    ],
)
def test_readers_may_follow_addresses_of_the_web_and_of_mail(address: str) -> None:
    assert is_safe_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/admin/",
        "https:",
        "https:/evil",
        "http://[::1",
        "https://a.kr/\nSet-Cookie",
        "",
    ],
)
def test_no_other_address_is_followed(address: str) -> None:
    assert not is_safe_link(address)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>서울</p><p>부산</p>", "서울\n부산"),
        ("<p>서울<br/>부산</p>", "서울\n부산"),
        ("<ul><li>서울</li><li>부산</li></ul>", "서울\n부산"),
        ("<p>&lt;b&gt; &amp; &#50;</p>", "<b> & 2"),
        (
            "<table><tr><th>연도</th><th>사업비</th></tr><tr><td>2025</td><td></td><td>120</td></tr></table>",
            "연도 · 사업비\n2025 · 120",
        ),
        ("<p>서울<script>alert(1)</script></p>", "서울"),
        ("<p>서울<style>p{}</style></p>", "서울"),
        ('<p>서울<img src="x" onerror="alert(1)"></p>', "서울"),
        ("<p>a <em>b</em> c</p>", "a b c"),
        ("서울 <b>부산", "서울 부산"),
        ("<p>가 <![x[ 나</p>", "가 <![x[ 나"),
        ("<p>가 <![CDATA[나]]></p>", "가 <![CDATA[나]]>"),
        ("", ""),
        ("<p> </p>", ""),
    ],
)
def test_html_is_read_as_the_text_it_shows(html: str, text: str) -> None:
    assert plain(html) == text


def test_bold_and_links_are_kept_on_their_words() -> None:
    (line,), unsafe = parse('<p>가 <strong>나</strong> <a href="https://a.kr">다</a></p>')

    assert [(run.text, run.bold, run.href) for run in line.runs if run.text.strip()] == [
        ("가 ", False, ""),
        ("나", True, ""),
        ("다", False, "https://a.kr"),
    ]
    assert unsafe == []


def test_characters_named_by_codes_are_themselves_before_a_text_is_cleaned_but_for_mark_up() -> None:
    html = '<p>&#8238;가&shy;나 &#x1F600; &amp; &lt;b&gt; &unknown; <a href="https://a.kr/?a=1&copy=2">R&D</a></p>'

    assert with_characters(html) == (
        '<p>\u202e가\u00ad나 \U0001f600 &amp; &lt;b&gt; &unknown; <a href="https://a.kr/?a=1&copy=2">R&D</a></p>'
    )


def test_an_unsafe_link_leaves_its_words_and_is_reported() -> None:
    (line,), unsafe = parse('<p><a href="javascript:alert(1)">여기</a></p>')

    assert [(run.text, run.href) for run in line.runs] == [("여기", "")]
    assert unsafe == ["javascript:alert(1)"]


def test_a_list_is_a_list() -> None:
    lines, _unsafe = parse("<p>앞</p><ul><li>가</li></ul><p>뒤</p>")

    assert [line.style for line in lines] == ["paragraph", "bullet", "paragraph"]


tags = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<ul><li>", "<a href='javascript:x'>", "</a>", "<script>", "</script>", "<!", "<![",
     "<![x[", "<!--", "-->", "<?", "&#", "&#x110000;", "</", "<a href=", "<object>", "\x00", "]]>"]
)  # fmt: skip


@given(st.lists(tags | st.text(max_size=6), max_size=10).map("".join))
@example("<![x[")
@example("<!DOCTYPE [<!x")
def test_no_html_however_broken_stops_an_edition(html: str) -> None:
    lines, _unsafe = parse(html)

    assert all(line.text.strip() for line in lines)
    assert all(is_safe_link(run.href) for line in lines for run in line.runs if run.href)
