"""The presidential edition: one argument by pillar, for officials only (product.md, R-03)."""

from __future__ import annotations

import msgspec

from briefings.assembly import wording
from briefings.assembly.changes import Comparison
from briefings.assembly.compose.changes import changes, changes_in_brief
from briefings.assembly.compose.parts import (
    annex,
    box_facts,
    commitment_passage,
    groups_table,
    joined,
    key_figures,
    next_steps,
    open_steps,
    prose,
    strategy_line,
)
from briefings.assembly.compose.pillars import chapters, claims
from briefings.assembly.compose.room import most_lines
from briefings.assembly.document import Block, Claim, Claims, Facts, Passage, Prose, Section
from briefings.assembly.material import Material
from briefings.assembly.texts import Texts
from languages.dates import last_day

LINES_OF_CHANGES = 5
"""Lines of the one page that a correction's note and what changed may take together."""

FEWEST_LINES_OF_CHANGES = 2
"""Lines that what changed has beside a long note: one change, and how many more there are."""


def sections(material: Material, texts: Texts, comparison: Comparison) -> tuple[Section, ...]:
    """The ten sections in the order of product.md."""
    changed, all_told = what_changed(material, texts, comparison)
    made = [
        Section("box", wording.BOX, (Facts(box_facts(material, "presidential")),)),
        one_page(material, texts, changed),
        why_now(material, texts),
        logic(material, texts),
        *chapters(material, texts, for_officials=True),
        groups(material, texts),
        cautions(material, texts),
        what_next(material, texts),
        conclusions(material, texts),
    ]
    # the last to be composed as it is the last to be read: sources take their numbers where they are first named
    behind = annex(material, texts)
    if not all_told:
        whole = Section("annex-changes", wording.CHANGES, (Prose(changes(material, texts, comparison)),))
        behind = msgspec.structs.replace(behind, sections=(whole, *behind.sections))
    made.append(behind)
    return tuple(section for section in made if section.blocks or section.sections)


def one_page(material: Material, texts: Texts, changed: Prose) -> Section:
    """The page that can be read aloud in two minutes."""
    briefing = material.briefing
    blocks = opening(material, texts)
    blocks.append(changed)
    if briefing.requests:
        asked = [texts.passage(text, korean="circle", other="bullet") for text in briefing.requests]
        blocks.append(Prose(joined(asked), wording.REQUESTS))
    blocks.append(Prose(dates_ahead(material, texts), wording.DATES_AHEAD))
    return Section("one-page", wording.ONE_PAGE, tuple(blocks))


def opening(material: Material, texts: Texts) -> list[Block]:
    """What the first page says before anything else: the conclusion, the claims, the figures."""
    blocks: list[Block] = [
        Prose(texts.passage(material.briefing.conclusion, korean="lead", other="lead"), wording.CONCLUSION),
        strategy_line(material),
        _claims(material, texts),
    ]
    figures = key_figures(material, texts)
    if figures.figures:
        blocks.append(figures)
    return blocks


def what_changed(material: Material, texts: Texts, comparison: Comparison) -> tuple[Prose, bool]:
    """What the edition corrects, if it is a correction, and what changed; and whether that is all that did.

    An editor's note stands as it is written; of the changes, no more are told than leave all of it one page.
    """
    note = texts.passage(material.briefing.change_note, korean="circle")
    if not note:
        told, all_told = changes_in_brief(material, texts, comparison, lines=LINES_OF_CHANGES)
        return Prose(told, wording.CHANGES), all_told
    if not comparison.previous:  # what it corrects was withdrawn: it is not the first one
        return Prose(note, wording.CORRECTED), True
    lines = max(FEWEST_LINES_OF_CHANGES, LINES_OF_CHANGES - most_lines(note))
    told, all_told = changes_in_brief(material, texts, comparison, lines=lines, korean="dash")
    return Prose(joined([note, told]), wording.CORRECTED), all_told


def _claims(material: Material, texts: Texts) -> Claims:
    """One claim per pillar."""
    return Claims(
        tuple(
            Claim(pillar.slug, pillar.name, texts.passage(claim, korean="circle"))
            for pillar, claim in claims(material)
        )
    )


def dates_ahead(material: Material, texts: Texts) -> Passage:
    """Commitments whose date may lie after the period, in order of their dates."""
    period_end = material.briefing.period_end
    dated = []
    for item, step in open_steps(material, texts):
        last = last_day(step.day, step.day_precision) if step.day else None
        if last is not None and last > period_end:
            dated.append((item, step))
    dated.sort(key=lambda step: str(step[1].day))
    if not dated:
        return texts.passage(wording.NO_DATES_AHEAD, korean="circle")
    return joined([commitment_passage(commitment, item, texts) for item, commitment in dated])


def why_now(material: Material, texts: Texts) -> Section:
    """Norm, market, technology; and one sentence of background where the editor picked one."""
    briefing = material.briefing
    blocks: list[Block] = [
        *prose(briefing.why_now_norm, texts, wording.NORM),
        *prose(briefing.why_now_market, texts, wording.MARKET),
        *prose(briefing.why_now_technology, texts, wording.TECHNOLOGY),
    ]
    background = [item for item in material.items if item.entry == "background"]
    if background:
        said = [
            texts.passage(item.summary, item, korean="circle", notes=texts.notes_of(item)[:1])
            for item in background
        ]
        blocks.append(Prose(joined(said), wording.BACKGROUND_NOTE))
    return Section("why-now", wording.WHY_NOW, tuple(blocks))


def logic(material: Material, texts: Texts) -> Section:
    """The strategy in one sentence."""
    sentence = texts.passage(material.strategy.linking_sentence, korean="lead", other="lead")
    return Section("logic", wording.LOGIC, (Prose(sentence),))


def groups(material: Material, texts: Texts) -> Section:
    """Who asks what, and what we say."""
    table = groups_table(material, texts)
    return Section("groups", wording.GROUPS, (table,) if table else ())


def cautions(material: Material, texts: Texts) -> Section:
    """Points to watch."""
    points = [texts.passage(c.text, korean="circle", other="bullet") for c in material.briefing.cautions]
    return Section("cautions", wording.CAUTIONS, (Prose(joined(points)),) if points else ())


def what_next(material: Material, texts: Texts) -> Section:
    """Who will do what by when."""
    table = next_steps(material, texts)
    if table is None:
        nothing = Prose(texts.passage(wording.NO_DATES_AHEAD, korean="circle"))
        return Section("next", wording.NEXT, (nothing,))
    return Section("next", wording.NEXT, (table,))


def conclusions(material: Material, texts: Texts) -> Section:
    """The two conclusions; the second names every group shown (R-05) and the four terms (R-02)."""
    briefing = material.briefing
    blocks = [
        Prose(texts.passage(text), label)
        for label, text in (
            (wording.KOREA_VIEW, briefing.conclusion_korea_view),
            (wording.NATIONAL_INTEREST, briefing.conclusion_national_interest),
        )
        if text
    ]
    return Section("conclusions", wording.CONCLUSIONS, (*blocks, strategy_line(material)) if blocks else ())
