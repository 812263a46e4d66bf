"""What a template needs to print an edition's document: see `briefings.rendering.one_language`.

A document arrives as plain dictionaries and lists, so these filters take those.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django import template
from django.template.context import Context
from django.template.loader import select_template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from briefings import people
from briefings.assembly import wording
from languages.dates import print_date
from languages.trilingual import Language

register = template.Library()

type Plain = Mapping[str, Any]
"""A struct of the document as a dictionary."""

_LIST_MARKS = {"circle": "○", "dash": "-", "note": "※", "bullet": "•"}
_FULL_WIDTH_STOPS = ("。", "；", "，", "：")
_PHRASE_JOINTS = re.compile(r"(\s*[·、]\s*|, and |, | and |和)")


# Han are letters to \b, and stand beside a name without a space
_NAME_WITH_HYPHEN = r"(?<![A-Za-z0-9])[A-Z0-9]{1,4}(?:-[A-Z0-9][A-Za-z0-9]{0,8}){1,2}(?![A-Za-z0-9])"
_WHOLE: dict[Language, re.Pattern[str]] = {
    # no line begins with · or with a particle, nor ends within 한-아세안
    "ko": re.compile(
        rf"({_NAME_WITH_HYPHEN}|(?:\d{{4}}년 )?\d{{1,2}}월 \d{{1,2}}일|\w·|\w-\w|[)”’』」》〉%][가-힣])"
    ),
    "zh-hans": re.compile(rf"({_NAME_WITH_HYPHEN}|(?:\d{{4}}年)?\d{{1,2}}月(?:\d{{1,2}}日)?)"),
    "en": re.compile(
        rf"({_NAME_WITH_HYPHEN}|(?:January|February|March|April|May|June|July|August|September|October"
        r"|November|December) \d{1,2}\b)"
    ),
}
"""Names such as K-UAM, dates, and what is said without a space, which stay on one line."""


class Piece(NamedTuple):
    """A part of the strategy's phrase: a pillar's name and what joins it to the next."""

    text: str
    pillar: str
    joint: str


class Entry(NamedTuple):
    """A list entry with the entries that stand below it."""

    line: Plain
    mark: str
    under: list[Entry]
    anchor: str


class Group(NamedTuple):
    """A paragraph, or neighbouring lines that make one list."""

    style: str
    line: Plain | None
    entries: list[Entry]


class Cell(NamedTuple):
    """A table's cell with the column's heading, which stands beside it where columns do not fit."""

    label: str
    passage: Sequence[Plain]
    names_row: bool
    repeated: bool
    pillar: str


@register.simple_tag(takes_context=True)
def runs(context: Context, line: Plain) -> SafeString:
    """The text of a line.

    Written here and not in a template: a template's line breaks would put spaces between runs, and
    Korean particles follow a figure without one.
    """
    links: Mapping[str, str] = context.get("links") or {}
    meanings: dict[str, Plain] = context.get("meanings", {})
    return format_html_join("", "{}", ((_run(run, links, meanings),) for run in line["runs"]))


_LONGEST_WHOLE = 18
"""Characters of a figure that stays on one line: as many of the widest as a line on a phone has."""


def _run(run: Plain, links: Mapping[str, str], meanings: dict[str, Plain]) -> SafeString:
    text = whole(run["text"])
    if "figure" in run and len(run["text"]) <= _LONGEST_WHOLE:
        text = format_html('<span class="figure">{}</span>', text)
    if "bold" in run:
        text = format_html("<strong>{}</strong>", text)
    if key := run.get("term"):
        text = _term(key, text, meanings.pop(key, None))
    if href := run.get("href") or links.get(run.get("item", ""), ""):
        text = format_html('<a href="{}">{}</a>', href, text)
    return text + note_links(run.get("notes", ()), run["text"])


def _term(key: str, name: SafeString, meaning: Plain | None) -> SafeString:
    """A term as a link to what it means: beside it where that may stand here, otherwise at the end."""
    if meaning is None:
        return format_html('<dfn class="term"><a href="#term-{}">{}</a></dfn>', key, name)
    # a popover that Escape and a click beside it close; without the script it shows while the address names it.
    # A link and no button that opens it: browsers do not copy the text of buttons
    return format_html(
        '<dfn class="term" id="met-{key}"><a href="#meaning-{key}">{name}</a></dfn>'
        '<span class="meaning" id="meaning-{key}" role="note" tabindex="-1" popover> <strong>{agreed}</strong> {text} '
        '<span class="meaning-ways"><a href="#met-{key}">{back}</a> <a href="#terms">{all}</a></span></span>',
        key=key,
        name=name,
        agreed=meaning["name"],
        text=whole(meaning["text"]),
        back=_("Back to the text"),
        all=_("All terms"),
    )


@register.filter
def whole(text: str) -> SafeString:
    """The text, what a browser would break in the wrong place marked: a span leaves no trace in copied text."""
    parts = _WHOLE[_active_language()].split(text)
    if len(parts) == 1:
        return conditional_escape(text)
    return format_html_join(
        "",
        "{}{}",
        (
            (before, format_html('<span class="whole">{}</span>', kept) if kept else "")
            for before, kept in zip(parts[::2], [*parts[1::2], ""], strict=True)
        ),
    )


@register.filter
def note_links(numbers: Sequence[int], after: str = "") -> SafeString:
    """Superscript links to the numbered sources of the text `after` which they stand."""
    if not numbers:
        return SafeString("")
    links = format_html_join(
        mark_safe('<span class="comma">,</span><wbr>'),
        '<a href="#note-{}" aria-label="{}">{}</a>',
        ((number, _("Source %(number)s") % {"number": number}, number) for number in numbers),
    )
    look = "note-link after-stop" if after.endswith(_FULL_WIDTH_STOPS) else "note-link"
    return format_html('<sup class="{}">{}</sup>', look, links)


@register.simple_tag
def item_pages(document: Plain, edition: Plain) -> dict[str, str]:
    """Where each item that the document prints has its page; a preview has none."""
    if edition["state"] == "preview":
        return {}
    address = [edition["slug"], edition["audience"], edition["number"]]
    return {item["key"]: reverse("edition-item", args=[*address, item["key"]]) for item in document["items"]}


@register.simple_tag
def item_places(document: Plain) -> dict[str, str]:
    """Where each item stands in a file that holds everything."""
    return {item["key"]: f"#item-{item['key']}" for item in document["items"]}


@register.simple_tag(takes_context=True)
def outline(context: Context, passage: Sequence[Plain]) -> list[Group]:
    """Lines as paragraphs and lists; a dash or a note below a circle is a list inside it."""
    groups: list[Group] = []
    sources = _sources(context, passage)
    for place, line in enumerate(passage):
        style = line["style"]
        if style not in _LIST_MARKS:
            groups.append(Group(style, line, []))
            continue
        source = sources.get(place)
        entry = Entry(
            line,
            f"{source}" if source else _LIST_MARKS[style],
            [],
            f"note-{source}" if source else "",
        )
        above = groups[-1].entries if groups else []
        if above and style in ("dash", "note") and above[-1].line["style"] == "circle":
            above[-1].under.append(entry)
        elif above:
            above.append(entry)
        else:
            groups.append(Group("list", None, [entry]))
    return groups


def _sources(context: Context, passage: Sequence[Plain]) -> dict[int, int]:
    """Numbers of the sources that an item's page lists, by their lines' places, so that its note links lead there.

    Nothing in a sealed edition says which line is which source: it is told by the whole line, in their own list alone.
    Two sources may read alike and differ in their addresses, so each is named once.
    """
    block = context.get("block")  # a block of the template, where no block of the document is printed
    language = _active_language()
    if "sheet" not in context or not isinstance(block, Mapping):
        return {}
    if block.get("label") != wording.ITEM_SOURCES[language]:
        return {}
    notes: dict[str, list[int]] = {}
    for note in context["document"]["notes"]:
        line = wording.SOURCE_LINE[language].format(text=note["text"], strength=note["strength"])
        notes.setdefault(line, []).append(note["number"])
    found: dict[int, int] = {}
    for place, line in enumerate(passage):
        if numbers := notes.get(line_text(line)):
            found[place] = numbers.pop(0)
    return found


@register.filter
def line_text(line: Plain) -> str:
    return "".join(run["text"] for run in line["runs"])


@register.filter
def strategy_pieces(strategy: Plain) -> list[Piece]:
    """The strategy's phrase cut at its pillars, so that each can carry its mark.

    A phrase that does not fall into as many parts as there are pillars stays whole.
    """
    parts = [*_PHRASE_JOINTS.split(strategy["phrase"]), ""]
    names, joints = parts[::2], parts[1::2]
    if len(names) != len(strategy["pillars"]):
        return [Piece(strategy["phrase"], "", "")]
    return [
        Piece(name, pillar, joint.rstrip())
        for name, pillar, joint in zip(names, strategy["pillars"], joints, strict=True)
    ]


@register.simple_tag(takes_context=True)
def pillar_named(context: Context, text: str) -> str:
    """Slug of the pillar whose name `text` is, or nothing."""
    for piece in strategy_pieces(context["document"]["strategy"]):
        if piece.pillar and piece.text.casefold() == text.casefold():
            return piece.pillar
    return ""


@register.simple_tag
def pillar_mark(slug: str) -> SafeString:
    """The pillar's own shape; a plain one for a pillar of a later strategy that has none yet."""
    marks = [f"briefings/marks/{slug}.html", "briefings/marks/other.html"]
    return SafeString(select_template(marks).render().strip())


@register.simple_tag(takes_context=True)
def table_rows(context: Context, table: Plain) -> list[list[Cell]]:
    """A table's rows, knowing which cell names its row and which only repeats the row above."""
    # where the first column repeats through many rows, the second one tells rows apart
    repeats = table["shape"] == "contributions" or (table["shape"] == "figures" and len(table["columns"]) > 3)
    naming = 1 if repeats else 0
    rows: list[list[Cell]] = []
    above = None
    for row in table["rows"]:
        rows.append(
            [
                Cell(
                    label,
                    passage,
                    place == naming,
                    place == 0 < naming and passage == above,
                    pillar_named(context, passage_text(passage)) if place == 0 else "",
                )
                for place, (label, passage) in enumerate(zip(table["columns"], row, strict=True))
            ]
        )
        above = row[0]
    return rows


def passage_text(passage: Sequence[Plain]) -> str:
    return " ".join(line_text(line) for line in passage)


@register.filter
def day(moment: date | datetime) -> str:
    """A day in Seoul as the active language writes it."""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()
    return print_date(moment, "day", _active_language())


def _active_language() -> Language:
    active = get_language()
    return active if active in ("zh-hans", "en") else "ko"


@register.filter
def eights(digest: str) -> list[str]:
    """A digest in groups of eight, as it is read out."""
    return [digest[start : start + 8] for start in range(0, len(digest), 8)]


@register.simple_tag
def meanings_of(definitions: Sequence[Plain]) -> dict[str, Plain]:
    """The definitions by the key of their term: each is taken out where its term first stands."""
    return {each["key"]: each for each in definitions}


register.filter("person", people.called)
