"""A chapter for each pillar: claim, why now, proof, gap, next step, bridge."""

from __future__ import annotations

from briefings.assembly import wording
from briefings.assembly.chapters import ChapterProofs, Proof
from briefings.assembly.compose.parts import commitment_passage, enumeration, formed_chapters, joined, prose
from briefings.assembly.document import Block, Line, LineStyle, Passage, Prose, Run, Section
from briefings.assembly.material import Chapter, Item, Material, Pillar
from briefings.assembly.texts import Texts, name_of_item, passage, with_notes
from languages.dates import print_date
from languages.trilingual import LANGUAGES, Language, Trilingual

# words that lose their capital behind a connective
_LOWER_AFTER_CONNECTIVE = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "at",
        "by",
        "on",
        "from",
        "with",
        "under",
        "through",
        "its",
        "this",
        "these",
        "as",
        "when",
        "if",
        "to",
        "for",
        "after",
        "since",
        "while",
        "their",
        "it",
        "all",
        "both",
        "each",
        "more",
        "several",
        "public",
        "urban",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ]
)


def chapters(material: Material, texts: Texts, *, for_officials: bool) -> list[Section]:
    """The four chapters in the strategy's order.

    Args:
        material: the audience's material.
        texts: where figures and notes are counted.
        for_officials: whether the gap is said; partner editions go without.
    """
    written = {chapter.pillar: chapter for chapter in material.briefing.chapters}
    formed = {chapter.pillar: chapter for chapter in formed_chapters(material, texts)}
    return [
        _chapter(
            pillar,
            written.get(pillar.slug),
            formed[pillar.slug],
            texts,
            for_officials=for_officials,
            number=str(number),
        )
        for number, pillar in enumerate(material.strategy.pillars, start=1)
    ]


def _chapter(
    pillar: Pillar,
    chapter: Chapter | None,
    formed: ChapterProofs,
    texts: Texts,
    *,
    for_officials: bool,
    number: str,
) -> Section:
    blocks: list[Block] = []
    claim = (chapter.claim if chapter else Trilingual()) or pillar.message
    blocks.append(Prose(texts.passage(claim, korean="lead", other="lead")))
    if chapter:
        blocks += prose(chapter.why_now, texts, wording.CHAPTER_WHY_NOW)
    if formed.proofs:
        # the pillar's message, unless it is the claim already
        topic = pillar.message.en if claim is not pillar.message else ""
        blocks.append(Prose(_proof(formed.proofs, topic, texts), wording.PROOF))
    if chapter and for_officials:
        blocks += prose(chapter.gap, texts, wording.GAP)
    blocks.append(Prose(_next_step(formed, texts), wording.NEXT_STEP))
    if formed.cross_references:
        blocks.append(Prose(_cross_references(formed.cross_references), wording.CROSS_REFERENCE))
    if chapter:
        blocks += prose(chapter.bridge, texts, wording.BRIDGE)
    return Section(f"pillar-{pillar.slug}", pillar.name, tuple(blocks), number=number, pillar=pillar.slug)


def _proof(proofs: tuple[Proof, ...], topic: str, texts: Texts) -> Passage:
    """Two to four contributions as one argument, each language in its own form.

    `topic` opens the English paragraph; Korean and Chinese are lists, which need none.
    """
    lines = []
    for position, proof in enumerate(proofs):
        before = proofs[position - 1].item.slug if position else ""
        follows = bool(before) and proof.contribution.follows == before
        lines.append(
            Passage(
                ko=_korean_lines(proof, texts, follows=follows),
                zh_hans=(_sentence(proof, texts, "zh-hans", _connective("zh-hans", follows, position)),),
                en=(_sentence(proof, texts, "en", _connective("en", follows, position)),),
            )
        )
    argued = enumeration(lines, topic=texts.line(topic, "en") if topic else None)
    return Passage(
        argued.ko,  # names its items line by line
        (*argued.zh_hans, _items_line(proofs, "zh-hans")),
        (*argued.en, _items_line(proofs, "en")),
    )


def _items_line(proofs: tuple[Proof, ...], language: Language) -> Line:
    """The items behind the argument, each a link to its page, with its date as in the Korean list."""
    runs = [Run(wording.PROOF_ITEMS[language])]
    return Line("paragraph", (*runs, *_item_runs(proofs, language, dated=True)))


def _item_runs(proofs: tuple[Proof, ...], language: Language, *, dated: bool = False) -> list[Run]:
    sign = {"ko": ", ", "zh-hans": "；", "en": "; "}[language]
    runs: list[Run] = []
    for proof in proofs:
        if runs:
            runs.append(Run(sign))
        runs.append(Run(name_of_item(proof.item, language), item=proof.item.slug))
        if dated:
            runs += _day_of(proof.item, language)
    return runs


def _day_of(item: Item, language: Language) -> list[Run]:
    """When it was, in brackets behind its name; nothing for what has no date."""
    if item.event_date is None:
        return []
    day = print_date(item.event_date, item.date_precision, language, item.event_end)
    return [Run({"ko": f"({day})", "zh-hans": f"（{day}）", "en": f" ({day})"}[language])] if day else []


def _connective(language: Language, follows: bool, position: int) -> str:
    """What stands before a contribution. Causality is said only where an editor has set it.

    Chinese enumerates, so it needs no word that merely adds; English adds once, at the second.
    """
    if follows:
        return wording.FOLLOWING[language]
    return wording.ADDING[language] if language == "en" and position == 1 else ""


def _sentence(proof: Proof, texts: Texts, language: Language, connective: str) -> Line:
    text = proof.contribution.sentence[language]
    if connective and language == "en":
        first, _space, rest = text.partition(" ")
        if first.lower() in _LOWER_AFTER_CONNECTIVE:
            text = f"{first.lower()} {rest}"
    prefix = [Run(connective)] if connective else []
    notes = texts.notes_of(proof.item)
    return texts.line(text, language, proof.item, prefix=prefix, notes=notes)


def _korean_lines(proof: Proof, texts: Texts, *, follows: bool) -> tuple[Line, ...]:
    """○ the short point, - the item that proves it, with its date."""
    contribution, item = proof.contribution, proof.item
    prefix = [Run(wording.FOLLOWING.ko + " ")] if follows else []
    point = texts.line(contribution.point, "ko", item, style="circle", prefix=prefix)
    named = [Run(item.headline.ko, item=item.slug), *_day_of(item, "ko")]
    return (point, Line("dash", tuple(with_notes(named, texts.notes_of(item)))))


def _next_step(formed: ChapterProofs, texts: Texts) -> Passage:
    """What is promised by the items that lead in this pillar."""
    steps = [
        commitment_passage(commitment, proof.item, texts)
        for proof in (*formed.proofs, *formed.left_over)
        for commitment in proof.item.commitments
        if commitment.firmness != "done"
    ]
    if steps:
        return joined(steps)
    return texts.passage(wording.NO_STEP, korean="circle")


def _cross_references(proofs: tuple[Proof, ...]) -> Passage:
    """Items that lead elsewhere, by name."""
    made = {}
    for code in LANGUAGES:
        style: LineStyle = "note" if code == "ko" else "paragraph"
        made[code] = (Line(style, tuple(_item_runs(proofs, code))),)
    return passage(made)


def claims(material: Material) -> list[tuple[Pillar, Trilingual]]:
    """Each pillar with the editor's claim, or with its message where none is written."""
    written = {chapter.pillar: chapter.claim for chapter in material.briefing.chapters}
    return [(pillar, written.get(pillar.slug) or pillar.message) for pillar in material.strategy.pillars]
