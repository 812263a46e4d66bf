"""Blocks that several audiences share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefings.assembly import wording
from briefings.assembly.chapters import ChapterProofs, form_chapters
from briefings.assembly.document import (
    FigureStrip,
    LabelledFact,
    LargeFigure,
    Line,
    Passage,
    Prose,
    Run,
    Section,
    StrategyLine,
    Table,
)
from briefings.assembly.material import Audience, Commitment, Group, Item, Material
from briefings.assembly.texts import Texts, group_name, item_passage, passage, plain_passage
from languages.abbreviations import may_go_on
from languages.chinese import ordinal_list
from languages.clauses import print_clause
from languages.dates import print_date
from languages.figures import Figure
from languages.trilingual import LANGUAGES, Trilingual, same


def strategy_line(material: Material) -> StrategyLine:
    """The four-term phrase with the marks of its pillars."""
    strategy = material.strategy
    return StrategyLine(strategy.phrase, tuple(pillar.slug for pillar in strategy.pillars))


def period(material: Material) -> Trilingual:
    """The briefing's period as a span of days."""
    briefing = material.briefing
    return Trilingual(
        *(print_date(briefing.period_start, "range", code, briefing.period_end) for code in LANGUAGES)
    )


def classification(material: Material) -> Trilingual:
    """공개, or 부분공개 with its clause."""
    briefing = material.briefing
    word = wording.CLASSIFICATION[briefing.classification]
    if not briefing.legal_clause:
        return word
    clause = print_clause(briefing.legal_clause)
    return Trilingual(
        f"{word.ko}{wording.CLASSIFICATION_CLAUSE.ko.format(clause=clause.ko)}",
        f"{word.zh_hans}{wording.CLASSIFICATION_CLAUSE.zh_hans.format(clause=clause.zh_hans)}",
        f"{word.en} {wording.CLASSIFICATION_CLAUSE.en.format(clause=clause.en)}",
    )


def box_facts(material: Material, audience: Audience) -> tuple[LabelledFact, ...]:
    """The box at the head of a report: issue, period, recipient, office, telephone, classification."""
    briefing = material.briefing
    rows = [
        (wording.ISSUE, briefing.name),
        (wording.PERIOD, period(material)),
        (wording.RECIPIENT, briefing.recipient if audience == "presidential" else Trilingual()),
        (wording.BUREAU, briefing.bureau),
        (wording.OFFICER, briefing.officer if audience != "partner" else Trilingual()),
        (wording.PHONE, same(briefing.bureau_phone)),
        (wording.CLASSIFIED, classification(material)),
    ]
    return tuple(LabelledFact(label, plain_passage(value)) for label, value in rows if value)


def cover_facts(material: Material, audience: Audience) -> tuple[LabelledFact, ...]:
    """What stands on the cover: all of the box, or where the box is a section of its own, its gist."""
    facts = box_facts(material, audience)
    if audience != "presidential":
        return facts
    return tuple(
        fact for fact in facts if fact.label in (wording.PERIOD, wording.RECIPIENT, wording.CLASSIFIED)
    )


def key_figures(material: Material, texts: Texts) -> FigureStrip:
    """The figures that the editor chose for the first page."""
    large: list[LargeFigure] = []
    for chosen in material.briefing.key_figures:
        item = material.item(chosen.item)
        figure = next((f for f in item.figures if f.key == chosen.figure), None) if item else None
        if item is None or figure is None:
            continue
        texts.printed(item.slug, figure)
        large.append(
            LargeFigure(
                value=texts.printed_large(figure),
                label=texts.plain(chosen.label or figure.label, item),
                remark=texts.figure_remark(figure),
                notes=texts.notes_of_figure(item, figure),
            )
        )
    return FigureStrip(tuple(large))


def commitment_passage(commitment: Commitment, item: Item, texts: Texts) -> Passage:
    """`Who: what (when; how firmly)` as one line in each language."""
    return texts.once("commitment", commitment, lambda: _commitment_passage(commitment, item, texts))


def _commitment_passage(commitment: Commitment, item: Item, texts: Texts) -> Passage:
    made = {}
    for code in LANGUAGES:
        actor, action = commitment.actor[code], commitment.action[code]
        if not actor and not action:
            continue
        when = print_date(commitment.day, commitment.day_precision, code) if commitment.day else ""
        firm = wording.FIRMNESS[commitment.firmness][code]
        if code == "ko":
            remark, sign = f"({when + ', ' if when else ''}{firm})", ": "
        elif code == "zh-hans":
            remark, sign = f"（{when + '，' if when else ''}{firm}）", "："
        else:
            remark, sign = f" ({when + '; ' if when else ''}{firm})", ": "
        if action.endswith((".", "。")) and not (
            code == "en" and may_go_on(action)
        ):  # the stop of Inc. or U.S. stays
            action = action.rstrip(".。")
        text = f"{actor}{sign if actor else ''}{action}{remark}"
        line = texts.line(text, code, item, style="circle" if code == "ko" else "bullet")
        made[code] = (line,)
    return passage(made)


def joined(passages: list[Passage]) -> Passage:
    """Several passages as one."""
    return Passage(
        tuple([line for p in passages for line in p.ko]),
        tuple([line for p in passages for line in p.zh_hans]),
        tuple([line for p in passages for line in p.en]),
    )


def formed_chapters(material: Material, texts: Texts) -> tuple[ChapterProofs, ...]:
    """What proves each pillar."""
    return texts.once("chapters", material, lambda: form_chapters(material))


def open_steps(material: Material, texts: Texts) -> list[tuple[Item, Commitment]]:
    """What is still to be done, in the order of the chapters; what serves no pillar comes last."""
    in_chapters = [
        proof.item
        for formed in formed_chapters(material, texts)
        for proof in (*formed.proofs, *formed.left_over)
    ]
    argued = {item.slug for item in in_chapters}
    others = [item for item in material.items if item.slug not in argued and item.entry != "background"]
    return [
        (item, commitment)
        for item in (*in_chapters, *others)
        for commitment in item.commitments
        if commitment.firmness != "done"
    ]


def next_steps(material: Material, texts: Texts) -> Table | None:
    """Who will do what by when: dated ones first, in order of their dates; the others as the chapters argue."""
    rows = sorted(open_steps(material, texts), key=lambda row: _when_in_order(row[1]))
    if not rows:
        return None
    return Table(
        shape="next-steps",
        caption=wording.NEXT,
        columns=(
            wording.COLUMN_WHO,
            wording.COLUMN_WHAT,
            wording.COLUMN_WHEN,
            wording.COLUMN_FIRMNESS,
        ),
        rows=tuple(
            (
                texts.passage(commitment.actor, item),
                texts.passage(commitment.action, item, notes=texts.notes_of(item)[:1]),
                texts.words(_when(commitment)),
                texts.words(wording.FIRMNESS[commitment.firmness]),
            )
            for item, commitment in rows
        ),
    )


def _when_in_order(commitment: Commitment) -> tuple[bool, str]:
    """What prints no date stands behind what does."""
    undated = commitment.day is None or commitment.day_precision == "none"
    return undated, "" if undated else str(commitment.day)


def _when(commitment: Commitment) -> Trilingual:
    if commitment.day is None:
        return wording.NO_DATE
    day, precision = commitment.day, commitment.day_precision
    return Trilingual(*(print_date(day, precision, code) for code in LANGUAGES)) or wording.NO_DATE


class Answer(NamedTuple):
    """What a group asks, what is said to it, and the items that prove it."""

    asked: Trilingual
    said: tuple[Trilingual, ...]
    proofs: list[Item]


def answers_to(group: Group, material: Material) -> Iterator[Answer]:
    """One for each perspective that speaks to the group."""
    for perspective in material.perspectives:
        interest = next((each for each in perspective.interests if each.group == group.slug), None)
        if interest is not None:
            proofs = [item for item in material.items if perspective.slug in item.perspectives]
            yield Answer(interest.text, perspective.messages, proofs)


def groups_table(material: Material, texts: Texts) -> Table | None:
    """Who asks what, what we say, the proof: a row for each group that a briefing answers."""
    rows = []
    for group in material.groups_shown:
        for answer in answers_to(group, material):
            name = Trilingual(*(group_name(group, code) for code in LANGUAGES))
            rows.append(
                (
                    plain_passage(name),
                    texts.passage(answer.asked),
                    joined([texts.passage(m, korean="dash", other="bullet") for m in answer.said]),
                    item_passage(answer.proofs[:4]),
                )
            )
    if not rows:
        return None
    return Table(
        shape="groups",
        caption=wording.GROUPS,
        columns=(wording.COLUMN_GROUP, wording.COLUMN_ASKS, wording.COLUMN_SAY, wording.COLUMN_PROOF),
        rows=tuple(rows),
    )


def annex(material: Material, texts: Texts) -> Section:
    """All contributions by pillar, and all figures that may be printed. Sources follow as notes."""
    contributions = []
    for pillar in material.strategy.pillars:
        found = [
            (contribution, item)
            for item in material.items
            if item.entry != "background"
            for contribution in item.contributions
            if contribution.pillar == pillar.slug
        ]
        found.sort(key=lambda pair: (-pair[0].weight, pair[1].slug))
        for contribution, item in found:
            contributions.append(
                (
                    texts.words(pillar.name),
                    texts.name_of(item),
                    texts.passage(contribution.sentence, item, notes=texts.notes_of(item)),
                )
            )
    tables = [
        Table(
            shape="contributions",
            caption=wording.ANNEX_CONTRIBUTIONS,
            columns=(wording.COLUMN_PILLAR, wording.COLUMN_ITEM, wording.COLUMN_CONTRIBUTION),
            rows=tuple(contributions),
        )
    ]
    # of background no more is listed than what the text says of it
    rows = tuple(
        row
        for item in material.items
        for row in figure_rows(item, texts, with_item=True, only_printed=item.entry == "background")
    )
    sections = []
    if contributions:
        sections.append(Section("annex-contributions", wording.ANNEX_CONTRIBUTIONS, (tables[0],)))
    if rows:
        sections.append(
            Section("annex-figures", wording.ANNEX_FIGURES, (figures_table(rows, with_item=True),))
        )
    return Section("annex", wording.ANNEX, sections=tuple(sections))


def figures_table(rows: tuple[tuple[Passage, ...], ...], *, with_item: bool) -> Table:
    """A table of figures; with the item's name where it stands outside the item's own sheet."""
    item = (wording.COLUMN_ITEM,) if with_item else ()
    columns = (*item, wording.COLUMN_FIGURE, wording.COLUMN_VALUE, wording.COLUMN_STATUS)
    return Table(shape="figures", caption=wording.ANNEX_FIGURES, columns=columns, rows=rows)


def figure_rows(
    item: Item, texts: Texts, *, with_item: bool, only_printed: bool = False
) -> list[tuple[Passage, ...]]:
    """The item's figures that may be printed without another check; or of them those that a text has printed."""
    if only_printed:
        printed = [figure for figure in item.figures if texts.has_printed(item.slug, figure)]
        rows = _figure_rows(item, printed, texts)
    else:
        rows = texts.once("figures", item, lambda: _figure_rows(item, item.figures, texts))
    if not with_item or not rows:
        return rows
    name = texts.name_of(item)
    return [(name, *cells) for cells in rows]


def _figure_rows(item: Item, figures: Iterable[Figure], texts: Texts) -> list[tuple[Passage, ...]]:
    rows: list[tuple[Passage, ...]] = []
    for figure in figures:
        # an ordinal alone ("first") says nothing in a table
        if figure.printable != "always" or figure.kind == "ordinal":
            continue
        texts.printed(item.slug, figure)
        notes = texts.notes_of_figure(item, figure)
        value = texts.printed_large(figure)
        rows.append(
            (
                texts.passage(figure.label, item),
                Passage(*((Line("paragraph", (Run(value[c], notes=notes),)),) for c in LANGUAGES)),
                texts.words(texts.figure_remark(figure)),
            )
        )
    return rows


def enumeration(sentences: list[Passage], *, topic: Line | None = None) -> Passage:
    """Contributions as an argument: Korean lines as they are, Chinese 一是…；二是…, English one paragraph.

    `topic` is the English paragraph's first sentence.
    """
    english: list[Run] = list(topic.runs) if topic else []
    for p in sentences:
        for line in p.en:
            english += [Run(" ")] * bool(english) + list(line.runs)
    return Passage(
        tuple(line for p in sentences for line in p.ko),
        _chinese_enumeration([line for p in sentences for line in p.zh_hans]),
        (Line("paragraph", tuple(english)),) if english else (),
    )


def _chinese_enumeration(lines: list[Line]) -> tuple[Line, ...]:
    """Each point on a line of its own, all of them one sentence."""
    made: list[Line] = []
    for position, line in enumerate(lines, start=1):
        runs = [Run(ordinal_list(position, len(lines)), bold=True), *line.runs]
        if position < len(lines):
            runs = _ending_with(runs, "；")
        made.append(Line("paragraph", tuple(run for run in runs if run.text)))
    return tuple(made)


def _ending_with(runs: list[Run], sign: str) -> list[Run]:
    """The runs with `sign` for their full stop; a figure at their end stays as it prints."""
    last = runs[-1]
    if last.figure:
        figure = Run(last.text, last.bold, last.href, last.item, last.figure)
        return [*runs[:-1], figure, Run(sign, notes=last.notes)]
    text = last.text.rstrip("。；") + sign
    return [*runs[:-1], Run(text, last.bold, last.href, last.item, notes=last.notes)]


def prose(text: Trilingual, texts: Texts, label: Trilingual | None = None) -> list[Prose]:
    """A labelled passage, as an outline line in Korean; nothing for an empty text."""
    if not text:
        return []
    return [Prose(texts.passage(text, korean="circle"), label or Trilingual())]
