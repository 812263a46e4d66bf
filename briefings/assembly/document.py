"""An edition as its readers see it: every word decided, in each language in its own form.

Renderers receive a document and decide nothing but how it looks. A passage holds the same facts in
each language, but its lines may differ: Korean prints an outline (□ ○ - ※), Chinese enumerates
(一是、二是), English writes paragraphs.

Values here and in the material cannot form cycles, so Python need not track them (`gc=False`).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from briefings.assembly.material import Audience
from languages.trilingual import Language, Trilingual

type LineStyle = Literal["lead", "paragraph", "circle", "dash", "note", "bullet"]
"""circle, dash and note are the Korean ○, - and ※; bullet is a list item in any language."""


class Run(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A stretch of text with one look and one meaning."""

    text: str
    bold: bool = False
    href: str = ""
    """A web address, already checked to be http, https or mailto."""
    item: str = ""
    """The item that the run names: a link to its page."""
    figure: str = ""
    """`item/key` of the figure that the run prints."""
    notes: tuple[int, ...] = ()
    """Numbers of the source notes that follow the run."""
    term: str = ""
    """Key of the definition that explains the run. Only editions of composers 1 to 4 say so themselves."""


class Line(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One line of an outline or one paragraph."""

    style: LineStyle = "paragraph"
    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        return "".join([run.text for run in self.runs])


class Passage(msgspec.Struct, frozen=True, gc=False):
    """The same facts in three languages, each in its own form."""

    ko: tuple[Line, ...] = ()
    zh_hans: tuple[Line, ...] = msgspec.field(default=(), name="zh-hans")
    en: tuple[Line, ...] = ()

    def __getitem__(self, language: Language) -> tuple[Line, ...]:
        if language == "ko":
            return self.ko
        if language == "zh-hans":
            return self.zh_hans
        return self.en

    def __bool__(self) -> bool:
        return bool(self.ko or self.zh_hans or self.en)


class Prose(msgspec.Struct, frozen=True, gc=False, tag="prose"):
    """Text under an optional side heading."""

    passage: Passage
    label: Trilingual = Trilingual()


class StrategyLine(msgspec.Struct, frozen=True, gc=False, tag="strategy-line"):
    """The strategy in one line, with the marks of its pillars."""

    phrase: Trilingual
    pillars: tuple[str, ...]


class Claim(msgspec.Struct, frozen=True, gc=False):
    pillar: str
    name: Trilingual
    passage: Passage


class Claims(msgspec.Struct, frozen=True, gc=False, tag="claims"):
    """One claim for each pillar."""

    claims: tuple[Claim, ...]


class LargeFigure(msgspec.Struct, frozen=True, gc=False):
    """A figure set large, with what must be said beside it."""

    value: Trilingual
    label: Trilingual
    remark: Trilingual
    """Status, date and qualifier in words: `계획 · 2025년 10월 20일 기준`."""
    notes: tuple[int, ...] = ()


class FigureStrip(msgspec.Struct, frozen=True, gc=False, tag="figures"):
    figures: tuple[LargeFigure, ...]


class Table(msgspec.Struct, frozen=True, gc=False, tag="table"):
    """A table with one row of headings. `shape` tells renderers the columns' widths."""

    shape: Literal["groups", "figures", "next-steps", "contributions"]
    caption: Trilingual
    columns: tuple[Trilingual, ...]
    rows: tuple[tuple[Passage, ...], ...]


class LabelledFact(msgspec.Struct, frozen=True, gc=False):
    label: Trilingual
    passage: Passage


class Facts(msgspec.Struct, frozen=True, gc=False, tag="facts"):
    """Labels with what they stand for, such as the box at the head of a report."""

    facts: tuple[LabelledFact, ...]


type Block = Prose | StrategyLine | Claims | FigureStrip | Table | Facts


class Section(msgspec.Struct, frozen=True, gc=False):
    """A part of the document. Its key is the same in every language and names its place on a page."""

    key: str
    title: Trilingual
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    number: str = ""
    pillar: str = ""


class SourceNote(msgspec.Struct, frozen=True, gc=False):
    """A source, numbered through the document."""

    number: int
    text: Trilingual
    strength: Trilingual
    url: str = ""


class PrintedFigure(msgspec.Struct, frozen=True, gc=False):
    """A figure as the document prints it: what parity and later readers compare."""

    item: str
    key: str
    printed: Trilingual


class Definition(msgspec.Struct, frozen=True, gc=False):
    """What an agreed name means."""

    key: str
    name: Trilingual
    text: Trilingual


class Document(msgspec.Struct, frozen=True, gc=False):
    """An edition's content for one audience in three languages."""

    audience: Audience
    audience_name: Trilingual
    portal: Trilingual
    title: Trilingual
    short_title: Trilingual
    strategy: StrategyLine
    cover: tuple[LabelledFact, ...]
    sections: tuple[Section, ...]
    items: tuple[Section, ...] = ()
    """A sheet for each item that the edition cites: readers' item pages are made of them."""
    notes: tuple[SourceNote, ...] = ()
    figures: tuple[PrintedFigure, ...] = ()
    definitions: tuple[Definition, ...] = ()
    """What agreed names mean; pages explain those that they hold. Of composers 1 to 4 those that stand marked."""
