"""The full edition, the ministry's own record, in the order of R-01 to the letter.

1 overview, 2 items one by one, 3 perspectives, 4 general conclusion in two parts. One numbering style.
"""

from __future__ import annotations

from briefings.assembly import wording
from briefings.assembly.changes import Comparison
from briefings.assembly.compose.items import item_sheet
from briefings.assembly.compose.parts import annex, answers_to, joined, prose, strategy_line
from briefings.assembly.document import Block, Prose, Section
from briefings.assembly.material import Material
from briefings.assembly.texts import Texts, group_name, item_passage
from languages.trilingual import LANGUAGES, Trilingual


def sections(material: Material, texts: Texts, comparison: Comparison) -> tuple[Section, ...]:
    """R-01: 1, 2, 3, 4a, 4b; then the annex."""
    made = [
        _overview(material, texts),
        _items(material, texts),
        _perspectives(material, texts),
        _conclusions(material, texts),
        annex(material, texts),
    ]
    return tuple(section for section in made if section.blocks or section.sections)


def _overview(material: Material, texts: Texts) -> Section:
    briefing = material.briefing
    blocks: list[Block] = [
        Prose(texts.passage(briefing.headline, korean="lead", other="lead"), wording.LEAD_MESSAGE),
        strategy_line(material),
        *prose(briefing.change_note, texts, wording.CHANGE_NOTE),
    ]
    for highlight in briefing.highlights:
        item = material.item(highlight.item)
        if item is not None:
            blocks.append(
                Prose(
                    texts.passage(highlight.text, item, notes=texts.notes_of(item)[:1]),
                    item.headline,
                )
            )
    return Section("overview", wording.FULL_OVERVIEW, tuple(blocks), number="1")


def _items(material: Material, texts: Texts) -> Section:
    title = material.briefing.theme_title or wording.FULL_ITEMS
    sheets = []
    for position, item in enumerate(material.items, start=1):
        sheet = item_sheet(item, material, texts)
        sheets.append(Section(f"item-{sheet.key}", sheet.title, sheet.blocks, number=f"2-{position}"))
    return Section("items", title, sections=tuple(sheets), number="2")


def _perspectives(material: Material, texts: Texts) -> Section:
    sheets = []
    for position, group in enumerate(material.groups_shown, start=1):
        blocks: list[Block] = []
        for answer in answers_to(group, material):
            said = [texts.passage(m, korean="dash", other="bullet") for m in answer.said]
            blocks.append(Prose(texts.passage(answer.asked), wording.COLUMN_ASKS))
            blocks.append(Prose(joined(said), wording.COLUMN_SAY))
            if answer.proofs:
                blocks.append(Prose(item_passage(answer.proofs, "bullet"), wording.COLUMN_PROOF))
        name = Trilingual(*(group_name(group, code) for code in LANGUAGES))
        sheets.append(Section(f"group-{group.slug}", name, tuple(blocks), number=f"3-{position}"))
    return Section("perspectives", wording.FULL_PERSPECTIVES, sections=tuple(sheets), number="3")


def _conclusions(material: Material, texts: Texts) -> Section:
    briefing = material.briefing
    parts = (
        _conclusion("4-1", "korea-view", wording.KOREA_VIEW, briefing.conclusion_korea_view, texts),
        _conclusion(
            "4-2",
            "national-interest",
            wording.NATIONAL_INTEREST,
            briefing.conclusion_national_interest,
            texts,
            closing=(strategy_line(material),),
        ),
    )
    written = tuple(part for part in parts if part.blocks)
    return Section("conclusions", wording.FULL_CONCLUSIONS, sections=written, number="4")


def _conclusion(
    number: str,
    key: str,
    title: Trilingual,
    text: Trilingual,
    texts: Texts,
    closing: tuple[Block, ...] = (),
) -> Section:
    blocks: tuple[Block, ...] = (Prose(texts.passage(text)), *closing) if text else ()
    return Section(key, title, blocks, number=number)
