"""How an editor works: the guide in `docs/editors/`, a page of the admin in the account's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from wagtail.admin.menu import MenuItem

if TYPE_CHECKING:
    from markdown_it.token import Token

FOLDER = settings.BASE_DIR / "docs" / "editors"
_EXAMPLES_OF_FINDINGS = 4
"""How many columns the table has whose last three are Korean, Chinese and English."""


@dataclass(frozen=True)
class Part:
    """A heading below the guide's title; `anchor` is the same in every language."""

    anchor: str
    name: str


@dataclass(frozen=True)
class Guide:
    """The guide in one language; `body` is all that stands below its title."""

    title: str
    parts: tuple[Part, ...]
    body: SafeString


@cache
def read(language: str) -> Guide:
    """The guide in a language of `settings.LANGUAGES`. Its text is ours, and HTML in it would be shown as written."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    # on a phone a table is moved sideways, by the keyboard too
    markdown.add_render_rule(
        "table_open",
        lambda _renderer, tokens, index, *_: format_html(
            '<div class="guide__table" role="region" aria-label="{}" tabindex="0"><table class="listing">\n',
            tokens[index].meta["name"],
        ),
    )
    markdown.add_render_rule("table_close", lambda *_: "</table></div>\n")
    if language == "zh-hans":
        # where a line of the file ends, a browser would show a space
        markdown.add_render_rule("softbreak", lambda *_: "")
    tokens = markdown.parse((FOLDER / f"{language}.md").read_text(encoding="utf-8"))
    title, body = tokens[1].content, tokens[3:]
    parts = _with_anchors(body)
    _for_screen_readers(title, body)
    return Guide(title, parts, mark_safe(markdown.renderer.render(body, markdown.options, {})))  # noqa: S308


def _with_anchors(tokens: Sequence[Token]) -> tuple[Part, ...]:
    """Numbers the headings, part-8 and part-8-2, whatever their words; the parts of the highest level."""
    parts: list[Part] = []
    below = 0
    for opening, words in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        if opening.tag == "h2":
            below = 0
            parts.append(Part(f"part-{len(parts) + 1}", words.content))
            opening.attrSet("id", parts[-1].anchor)
        else:
            below += 1
            opening.attrSet("id", f"{parts[-1].anchor}-{below}")
        opening.attrSet("class", "w-h2" if opening.tag == "h2" else "w-h3")
    return tuple(parts)


def _for_screen_readers(title: str, tokens: Sequence[Token]) -> None:
    """Under which heading a table stands, what a column is headed by, and the language of each example."""
    columns = column = 0
    heading = title
    for before, token in pairwise(tokens):
        if before.type == "heading_open":
            heading = token.content
        elif token.type == "table_open":
            columns = 0
            token.meta["name"] = heading
        elif token.type == "tr_open":
            column = 0
        elif token.type == "th_open":
            columns += 1
            token.attrSet("scope", "col")
        elif token.type == "td_open":
            column += 1
            if columns == _EXAMPLES_OF_FINDINGS and column > 1:
                token.attrSet("lang", settings.LANGUAGES[column - 2][0])


@require_GET
def guide(request: HttpRequest) -> TemplateResponse:
    """The guide, for whoever may enter the admin."""
    return TemplateResponse(request, "briefings/admin/guide.html", {"guide": read(get_language() or "ko")})


def menu_item() -> MenuItem:
    """Its entry in the menu of help."""
    return MenuItem(
        _("How an editor works"), reverse("editors-guide"), name="editors-guide", icon_name="help", order=10
    )


urlpatterns = [path("guide/", guide, name="editors-guide")]
