"""Texts as runs: figures printed in their places, source notes numbered, each language in its own form.

The one caller of `languages.figures`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from briefings.assembly import richtext, wording
from briefings.assembly.document import Line, LineStyle, Passage, PrintedFigure, Run, SourceNote
from briefings.assembly.material import Group, Item, Material, Source
from languages.abbreviations import may_go_on
from languages.chinese import asks_for_full_width, full_width, full_width_signs
from languages.dates import print_date
from languages.figures import STATUS_WORDS, Figure, Unit, print_figure, print_figure_large
from languages.korean import has_both_forms, settle_first_particle, settle_particles
from languages.placeholders import Reference, pieces
from languages.trilingual import LANGUAGES, Language, Trilingual

WATCHING_GROUPS = "watching-groups"
"""The reference that prints the list of the groups shown (R-05)."""

_SOURCE_SIGN: dict[Language, str] = {"ko": ", ", "zh-hans": "，", "en": ", "}
_SENTENCE_ENDS = (". ", "! ", "? ", ": ", "\n")
_IN_BRACKETS = re.compile(r"\([^)]*\)")


class Texts:
    """Turns the editors' texts of one material into runs, and keeps account of figures and sources."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self._units: dict[str, Unit] = {unit.slug: unit for unit in material.units}
        self._figures: dict[tuple[str, str], Figure] = {
            (item.slug, figure.key): figure for item in material.items for figure in item.figures
        }
        self._notes: dict[tuple[str, ...], SourceNote] = {}
        self._printed: dict[tuple[str, str], PrintedFigure] = {}
        # parts of a document that stand in more than one of its places are made once
        self._notes_of_items: dict[str, tuple[int, ...]] = {}
        self._passages: dict[tuple[int, str, LineStyle, LineStyle], tuple[Trilingual, Passage]] = {}
        self._made: dict[tuple[str, int], tuple[object, Any]] = {}
        self._remarks: dict[tuple[str, date | None], Trilingual] = {}
        self._words: dict[Trilingual, Passage] = {}
        self._keeping = True

    def keep_no_more(self) -> None:
        """What is made from now on stands in one place alone: parts that were kept are used, new ones are not kept."""
        self._keeping = False

    def once[T](self, part: str, of: object, make: Callable[[], T]) -> T:
        """A part of the document that is made of one value of the material, however often it is printed."""
        known = self._made.get((part, id(of)))
        made: T = make() if known is None else known[1]
        if known is None and self._keeping:
            # the value is kept with it: while it lives, nothing else has its identity
            self._made[(part, id(of))] = (of, made)
        return made

    # figures -----------------------------------------------------------------------------------

    def figure(self, reference: Reference, item: Item | None) -> Figure | None:
        """The figure that a reference in a text of `item` names."""
        slug = reference.item or (item.slug if item else "")
        return self._figures.get((slug, reference.key))

    def printed(self, slug: str, figure: Figure) -> Trilingual:
        """The figure as it reads inside a sentence."""
        found = self._printed.get((slug, figure.key))
        if found is None:
            unit = self._units.get(figure.unit)
            found = PrintedFigure(slug, figure.key, print_figure(figure, unit))
            self._printed[(slug, figure.key)] = found
        return found.printed

    def has_printed(self, slug: str, figure: Figure) -> bool:
        """Whether a text has printed the figure so far."""
        return (slug, figure.key) in self._printed

    def printed_large(self, figure: Figure) -> Trilingual:
        """The figure as it stands alone."""
        return print_figure_large(figure, self._units.get(figure.unit))

    def figure_remark(self, figure: Figure) -> Trilingual:
        """Status and date of a figure in words; an exact, actual figure needs no more than its date."""
        known = self._remarks.get((figure.status, figure.as_of))
        if known is None:
            known = self._remarks[(figure.status, figure.as_of)] = _figure_remark(figure)
        return known

    @property
    def printed_figures(self) -> tuple[PrintedFigure, ...]:
        """Every figure printed so far, by item and key."""
        return tuple(self._printed[key] for key in sorted(self._printed))

    # sources -----------------------------------------------------------------------------------

    def note(self, source: Source) -> SourceNote:
        """The source's note; the same source of two items is one note."""
        identity = (source.publisher.ko, source.title.ko, source.url, str(source.day), source.strength)
        known = self._notes.get(identity)
        if known is None:
            known = self._notes[identity] = SourceNote(
                number=len(self._notes) + 1,
                text=_source_text(source),
                strength=wording.STRENGTH[source.strength],
                url=source.url if richtext.is_safe_link(source.url) else "",
            )
        return known

    def notes_of(self, item: Item) -> tuple[int, ...]:
        """Note numbers of an item's sources, strongest first as the item orders them."""
        known = self._notes_of_items.get(item.slug)
        if known is None:
            known = self._notes_of_items[item.slug] = tuple(
                self.note(source).number for source in item.sources
            )
        return known

    def notes_of_figure(self, item: Item, figure: Figure) -> tuple[int, ...]:
        """Note number of the source that a figure names."""
        return tuple(self.note(source).number for source in item.sources if source.key == figure.source)

    @property
    def notes(self) -> tuple[SourceNote, ...]:
        return tuple(self._notes.values())

    # text --------------------------------------------------------------------------------------

    @cached_property
    def watching_groups(self) -> Trilingual:
        """The names of the groups shown, as one list."""
        return Trilingual(
            *(
                join_names([group_name(g, code, in_sentence=True) for g in self.material.groups_shown], code)
                for code in LANGUAGES
            )
        )

    def runs(self, text: str, language: Language, item: Item | None = None, *, before: str = "") -> list[Run]:
        """`text` with its figures printed. `before` is what stands in front of it in the same line."""
        if not before and stands_as_written(text, language):
            return [Run(text)] if text else []
        return self._printed_runs([Run(text)], language, item, before=before)

    def _printed_runs(
        self, parts: Iterable[Run], language: Language, item: Item | None, *, before: str = ""
    ) -> list[Run]:
        """The parts of one line with their figures printed, each language in its own form."""
        runs: list[Run] = []
        said = before
        behind_reference = False
        for part in parts:
            for piece in pieces(part.text):
                if isinstance(piece, Reference):
                    printed = self._reference_run(piece, language, item, said)
                    behind_reference = True
                    run = Run(printed.text, bold=part.bold, href=part.href, figure=printed.figure)
                else:
                    settled = piece
                    if language == "ko":
                        if behind_reference:
                            settled = settle_first_particle(settled, said)
                        settled = settle_particles(settled, said)
                    behind_reference = False
                    run = Run(settled, bold=part.bold, href=part.href)
                if run.text:
                    runs.append(run)
                    said += run.text
        return _in_full_width(runs, before) if language == "zh-hans" else runs

    def _reference_run(self, reference: Reference, language: Language, item: Item | None, said: str) -> Run:
        if reference.key == WATCHING_GROUPS and not reference.item:
            text, name, literal = self.watching_groups[language], "", False
        else:
            figure = self.figure(reference, item)
            if figure is None:  # a blocking finding: never sealed, but a preview shows where
                return Run(f"[[{reference.item + '/' if reference.item else ''}{reference.key}]]")
            slug = reference.item or (item.slug if item else "")
            text, name = self.printed(slug, figure)[language], f"{slug}/{figure.key}"
            literal = figure.kind == "name"
        if language == "en" and not literal and _begins_a_sentence(said):
            text = text[:1].upper() + text[1:]
        return Run(text, figure=name)

    def plain(self, text: Trilingual, item: Item | None = None) -> Trilingual:
        """The text with its figures printed, as plain strings."""
        if all(stands_as_written(text[code], code) for code in LANGUAGES):
            return text
        return Trilingual(
            *("".join(run.text for run in self.runs(text[code], code, item)) for code in LANGUAGES)
        )

    def line(
        self,
        text: str,
        language: Language,
        item: Item | None = None,
        *,
        style: LineStyle = "paragraph",
        notes: Sequence[int] = (),
        prefix: Sequence[Run] = (),
    ) -> Line:
        """One line of `text`, behind `prefix`, with source notes at its end."""
        if not prefix:
            return Line(style, tuple(with_notes(self.runs(text, language, item), notes)))
        before = "".join(run.text for run in prefix)
        runs = [*prefix, *self.runs(text, language, item, before=before)]
        return Line(style, tuple(with_notes(runs, notes)))

    def passage(
        self,
        text: Trilingual,
        item: Item | None = None,
        *,
        korean: LineStyle = "paragraph",
        other: LineStyle = "paragraph",
        notes: Sequence[int] = (),
    ) -> Passage:
        """A passage of one line in each language; nothing where nothing is written."""
        if notes:
            said = self.passage(text, item, korean=korean, other=other)
            return Passage(_noted(said.ko, notes), _noted(said.zh_hans, notes), _noted(said.en, notes))
        place = (id(text), item.slug if item else "", korean, other)
        known = self._passages.get(place)
        if known is not None:
            return known[1]
        made = Passage(
            self._lines(text.ko, "ko", item, korean),
            self._lines(text.zh_hans, "zh-hans", item, other),
            self._lines(text.en, "en", item, other),
        )
        if self._keeping:
            # the text is kept with it: while it lives, nothing else has its identity
            self._passages[place] = (text, made)
        return made

    def words(self, text: Trilingual) -> Passage:
        """A passage of finished words that stand in many places, such as a state, a day or a pillar's name."""
        known = self._words.get(text)
        if known is not None:
            return known
        made = plain_passage(text)
        if self._keeping:
            self._words[text] = made
        return made

    def name_of(self, item: Item) -> Passage:
        """The item's name as a link to its page."""
        return self.once("name", item, lambda: item_passage([item]))

    def _lines(self, text: str, language: Language, item: Item | None, style: LineStyle) -> tuple[Line, ...]:
        paragraphs = [part for each in text.splitlines() if (part := each.strip())]
        if stands_as_written(text, language):
            return tuple([Line(style, (Run(part),)) for part in paragraphs])
        return tuple([self.line(part, language, item, style=style) for part in paragraphs])

    def rich(self, html: Trilingual, item: Item | None = None) -> Passage:
        """Rich text as lines, with its figures printed."""
        return Passage(
            self._rich_lines(html.ko, "ko", item),
            self._rich_lines(html.zh_hans, "zh-hans", item),
            self._rich_lines(html.en, "en", item),
        )

    def _rich_lines(self, html: str, language: Language, item: Item | None) -> tuple[Line, ...]:
        lines, _unsafe = richtext.parse(html)
        return tuple(
            [
                line
                if stands_as_written(line.text, language)
                else Line(line.style, tuple(self._printed_runs(line.runs, language, item)))
                for line in lines
            ]
        )


def passage(lines: Mapping[Language, tuple[Line, ...]]) -> Passage:
    """A passage of lines made for each language."""
    return Passage(lines.get("ko", ()), lines.get("zh-hans", ()), lines.get("en", ()))


def plain_passage(text: Trilingual, style: LineStyle = "paragraph") -> Passage:
    """A passage of finished text, such as a name or a word of the edition's own."""
    return Passage(
        *[(Line(style, (Run(words),)),) if words else () for words in (text.ko, text.zh_hans, text.en)]
    )


def item_passage(items: Sequence[Item], style: LineStyle = "paragraph") -> Passage:
    """Names of items, each a link to its page."""
    return Passage(
        tuple([Line(style, (Run(item.headline.ko, item=item.slug),)) for item in items]),
        tuple([Line(style, (Run(item.headline.zh_hans, item=item.slug),)) for item in items]),
        tuple([Line(style, (Run(item.headline.en, item=item.slug),)) for item in items]),
    )


def _noted(lines: tuple[Line, ...], notes: Sequence[int]) -> tuple[Line, ...]:
    """The lines with note numbers behind the last one."""
    if not lines:
        return lines
    last = lines[-1]
    return (*lines[:-1], Line(last.style, tuple(with_notes(list(last.runs), notes))))


def with_notes(runs: list[Run], notes: Sequence[int]) -> list[Run]:
    """The runs with note numbers behind the last one."""
    if not runs or not notes:
        return runs
    last = runs[-1]
    return [
        *runs[:-1],
        Run(last.text, last.bold, last.href, last.item, last.figure, (*last.notes, *notes)),
    ]


def group_name(group: Group, language: Language, *, in_sentence: bool = False) -> str:
    """A group with its members in brackets, where it has any."""
    members = group.members[language]
    if in_sentence and language == "en" and group.in_sentence:
        return group.in_sentence
    if not members:
        return group.name[language]
    brackets = {"ko": "({})", "zh-hans": "（{}）", "en": " ({})"}[language]
    return group.name[language] + brackets.format(members)


def join_names(names: Sequence[str], language: Language) -> str:
    """Names in a row: `A, B and C`; Korean and Chinese by their own signs."""
    names = [name for name in names if name]
    sign, last = _signs_between(names, language)
    return last.join([sign.join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def join_items(items: Sequence[Item], language: Language) -> list[Run]:
    """The same of items' names, each a link to its page."""
    names = [name_of_item(item, language) for item in items]
    sign, last = _signs_between(names, language)
    runs: list[Run] = []
    for position, (item, name) in enumerate(zip(items, names, strict=True), start=1):
        if position > 1:
            runs.append(Run(last if position == len(items) else sign))
        runs.append(Run(name, item=item.slug))
    return runs


def name_of_item(item: Item, language: Language) -> str:
    """As it stands in a sentence."""
    name = item.headline[language]
    return full_width(name) if language == "zh-hans" else name


def _signs_between(names: Sequence[str], language: Language) -> tuple[str, str]:
    """What stands between names in a row, and before the last of them."""
    if language == "ko":
        sign = ", " if any(" " in name or "·" in name for name in names) else "·"
        return sign, sign
    if language == "zh-hans":
        # a name that has an "and" of its own would run into the list's
        return "、", "以及" if any(sign in name for name in names for sign in "和与及") else "和"
    own = any(" and " in _IN_BRACKETS.sub("", name) for name in names)
    return ", ", ", and " if own else " and "


def _begins_a_sentence(before: str) -> bool:
    """Whether what stands behind `before` in an English text begins a sentence.

    Behind an abbreviation it does not: a figure that goes on with a capital is never right, and one that begins a
    sentence with a small letter is seen in the preview and has a word written before it.
    """
    if not before or not before.endswith(_SENTENCE_ENDS):
        return not before
    return not (before.endswith(". ") and may_go_on(before))


def stands_as_written(text: str, language: Language) -> bool:
    """Whether nothing in a text of its own is printed otherwise: no figure, no particle, no sign."""
    if "[[" in text:
        return False
    if language == "ko":
        return not has_both_forms(text)
    return language == "en" or not asks_for_full_width(text)


def _in_full_width(runs: list[Run], before: str) -> list[Run]:
    """Chinese punctuation full width, each sign as its neighbours ask; figures stay as they print."""
    line = before + "".join(run.text for run in runs)
    if not asks_for_full_width(line):
        return runs
    signs = full_width_signs(line)
    made: list[Run] = []
    at = len(before)
    for run in runs:
        text = run.text if run.figure else "".join(signs[at : at + len(run.text)])
        at += len(run.text)
        if text:
            made.append(Run(text, bold=run.bold, href=run.href, figure=run.figure))
    return made


def _figure_remark(figure: Figure) -> Trilingual:
    parts: list[Trilingual] = []
    if figure.status != "actual":
        parts.append(STATUS_WORDS[figure.status])
    if figure.as_of is not None:
        day = figure.as_of
        parts.append(
            Trilingual(*(wording.AS_OF[code].format(date=print_date(day, "day", code)) for code in LANGUAGES))
        )
    return Trilingual(*(" · ".join(part[code] for part in parts) for code in LANGUAGES))


def _source_text(source: Source) -> Trilingual:
    day = source.day
    texts = []
    for code in LANGUAGES:
        parts = [source.publisher[code], source.title[code]]
        if day is not None:
            parts.append(print_date(day, "day", code))
        texts.append(_SOURCE_SIGN[code].join(part for part in parts if part))
    return Trilingual(*texts)
