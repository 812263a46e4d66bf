"""Editors' rich text (bold, links, lists) as lines of runs; everything else in it becomes plain text.

Renderers never see HTML: whatever a field holds ends as text, a bold mark or a checked link.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from briefings.assembly.document import Line, Run
from languages.spaces import single_spaced

_SAFE_SCHEMES = frozenset(("http", "https", "mailto"))
_SILENT = frozenset(("script", "style", "template", "iframe", "object"))
_PARAGRAPH = re.compile(r'<p(?: data-block-key="\w*")?>([^<>&]*)</p>')
_TAG_OR_CODE = re.compile(r"<[^>]*>|&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_OF_MARKUP = frozenset("&<>\"'")
_BLOCKS = frozenset(("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "br", "tr"))


def is_safe_link(address: str) -> bool:
    """Whether a reader may follow it: an absolute http, https or mailto address."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    if any(ord(character) <= 0x20 for character in address.strip()):
        return False
    return parts.scheme.lower() in _SAFE_SCHEMES and bool(parts.netloc or parts.scheme.lower() == "mailto")


def with_characters(html: str) -> str:
    """`html` with the characters that its text names by codes, `&#8238;` and `&shy;`: they are cleaned as all others are.

    But for those of mark-up, which would be mark-up then.
    """
    return _TAG_OR_CODE.sub(lambda found: found[0] if found[0][0] == "<" else _character(found[0]), html)


def _character(code: str) -> str:
    meant = unescape(code)
    return code if _OF_MARKUP.intersection(meant) else meant


class _Walker(HTMLParser):
    """Collects lines. Unknown tags are passed over, their text is kept."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[str, list[Run]]] = []
        self.links: list[str] = []
        self.unsafe: list[str] = []
        self._style = "paragraph"
        self._bold = 0
        self._silent = 0
        self._open = False
        self._between_cells = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in ("b", "strong"):
            self._bold += 1
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            safe = is_safe_link(address)
            if not safe and address:
                self.unsafe.append(address)
            self.links.append(address.strip() if safe else "")
        elif tag == "li":
            self._begin("bullet")
        elif tag in ("td", "th"):
            self._between_cells = self._open  # run together, they would make one number of several
        elif tag in _BLOCKS:
            self._begin("paragraph")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("b", "strong"):
            self._bold = max(0, self._bold - 1)
        elif tag == "a":
            if self.links:
                self.links.pop()
        elif tag == "li" or tag in _BLOCKS:
            self._begin("paragraph")

    def handle_data(self, data: str) -> None:
        text = single_spaced(data)
        if self._silent or not text:
            if data and self._open and self.lines[-1][1]:
                self._append(" ")
            return
        if self._between_cells:
            self._between_cells = False
            self._append(" · ")
        lead = " " if data[:1].isspace() else ""
        tail = " " if data[-1:].isspace() else ""
        self._append(lead + text + tail)

    def _begin(self, style: str) -> None:
        self._style = style
        self._open = False
        self._between_cells = False

    def _append(self, text: str) -> None:
        if not self._open:
            self.lines.append((self._style, []))
            self._open = True
        href = next((link for link in reversed(self.links) if link), "")
        self.lines[-1][1].append(Run(text, bold=self._bold > 0, href=href))


def parse(html: str) -> tuple[list[Line], list[str]]:
    """Lines of `html`, and the addresses of links that were dropped because they are not safe."""
    paragraphs = _plain_paragraphs(html)
    if paragraphs is not None:
        return paragraphs, []
    walker = _Walker()
    # a marked section, `<![`, is no HTML, and the parser gives up on one that it cannot read
    walker.feed(html.replace("<![", "&lt;!["))
    walker.close()
    lines: list[Line] = []
    for style, runs in walker.lines:
        stripped = _strip(runs)
        if stripped:
            lines.append(Line("bullet" if style == "bullet" else "paragraph", tuple(stripped)))
    return lines, walker.unsafe


def _plain_paragraphs(html: str) -> list[Line] | None:
    """The lines of HTML that is nothing but paragraphs of words, as most is; None for any other."""
    parts = _PARAGRAPH.split(html)  # what stands between paragraphs, and every second one what stands in one
    if any(parts[::2]):
        return None
    return [Line("paragraph", (Run(text),)) for part in parts[1::2] if (text := single_spaced(part))]


def _strip(runs: list[Run]) -> list[Run]:
    """Without white space at both ends of the line."""
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = Run(kept[0].text.lstrip(), bold=kept[0].bold, href=kept[0].href)
        kept[-1] = Run(kept[-1].text.rstrip(), bold=kept[-1].bold, href=kept[-1].href)
    return kept


def plain(html: str) -> str:
    """The text of `html` without any mark-up, for checks."""
    lines, _unsafe = parse(html)
    return "\n".join(line.text for line in lines)
