"""The sheet of one item: what an edition says about it, for its own page and the full edition."""

from __future__ import annotations

from briefings.assembly import wording
from briefings.assembly.compose.parts import commitment_passage, figure_rows, figures_table, joined
from briefings.assembly.document import Block, Facts, LabelledFact, Passage, Prose, Section
from briefings.assembly.material import Item, Material
from briefings.assembly.texts import Texts, item_passage, join_names, plain_passage
from languages.dates import print_date
from languages.trilingual import LANGUAGES, Trilingual


def item_sheet(item: Item, material: Material, texts: Texts) -> Section:
    """What happened, the facts beside it, contributions by pillar, figures, who is watching, sources."""
    return texts.once("sheet", item, lambda: _item_sheet(item, material, texts))


def _item_sheet(item: Item, material: Material, texts: Texts) -> Section:
    blocks: list[Block] = [Prose(texts.passage(item.summary, item, korean="lead", other="lead"))]
    facts = _facts(item, texts)
    if facts:
        blocks.append(Facts(facts))
    for label, html in (
        (wording.ITEM_BACKGROUND, item.background),
        (wording.ITEM_SIGNIFICANCE, item.significance),
    ):
        if html:
            blocks.append(Prose(texts.rich(html, item), label))
    if item.views:
        views = [texts.passage(view, item, korean="dash", other="bullet") for view in item.views]
        blocks.append(Prose(joined(views), wording.ITEM_VIEWS))
    if item.message:
        blocks.append(Prose(texts.passage(item.message, item), wording.ITEM_MESSAGE))
    for pillar in material.strategy.pillars:
        blocks += [
            Prose(texts.passage(contribution.sentence, item), pillar.name)
            for contribution in item.contributions
            if contribution.pillar == pillar.slug
        ]
    rows = tuple(figure_rows(item, texts, with_item=False))
    if rows:
        blocks.append(figures_table(rows, with_item=False))
    if item.commitments:
        steps = [commitment_passage(commitment, item, texts) for commitment in item.commitments]
        blocks.append(Prose(joined(steps), wording.ITEM_COMMITMENTS))
    watching = _watching(item, material)
    if watching:
        blocks.append(Prose(texts.words(watching), wording.ITEM_PERSPECTIVES))
    related = [other for slug in item.related if (other := material.item(slug))]
    if related:
        blocks.append(Prose(item_passage(related, "bullet"), wording.ITEM_RELATED))
    if item.sources:
        blocks.append(Prose(_sources(item, texts), wording.ITEM_SOURCES))
    return Section(item.slug, item.headline, tuple(blocks))


def _facts(item: Item, texts: Texts) -> tuple[LabelledFact, ...]:
    rows: list[LabelledFact] = []
    if item.event_date:
        day, end = item.event_date, item.event_end
        when = Trilingual(*(print_date(day, item.date_precision, code, end) for code in LANGUAGES))
        if when:
            rows.append(LabelledFact(wording.ITEM_DATE, texts.words(when)))
    if item.place:
        rows.append(LabelledFact(wording.ITEM_PLACE, texts.words(item.place)))
    if item.partners:
        names = Trilingual(*(join_names([p.name[c] for p in item.partners], c) for c in LANGUAGES))
        rows.append(LabelledFact(wording.ITEM_PARTNERS, texts.words(names)))
    if item.status in wording.STATUS:
        rows.append(LabelledFact(wording.ITEM_STATUS, texts.words(wording.STATUS[item.status])))
    for fact in item.facts:
        rows.append(LabelledFact(wording.FACT[fact.name], texts.passage(fact.text, item)))
    return tuple(rows)


def _watching(item: Item, material: Material) -> Trilingual:
    """Names of the groups whose perspective this item proves."""
    of_perspectives = material.groups_of_perspectives
    slugs = {group for each in item.perspectives for group in of_perspectives.get(each, ())}
    groups = [group for group in material.groups_shown if group.slug in slugs]
    if not groups:
        return Trilingual()
    names = {code: join_names([group.name[code] for group in groups], code) for code in LANGUAGES}
    # an English list goes on in small letters behind its first word
    english = join_names([group.in_sentence or group.name.en for group in groups], "en")
    return Trilingual(names["ko"], names["zh-hans"], english[:1].upper() + english[1:])


def _sources(item: Item, texts: Texts) -> Passage:
    """The item's sources, the strongest first."""
    order = list(wording.STRENGTH)
    said = []
    for source in sorted(item.sources, key=lambda source: order.index(source.strength)):
        note = texts.note(source)
        text = Trilingual(
            *(wording.SOURCE_LINE[c].format(text=note.text[c], strength=note.strength[c]) for c in LANGUAGES)
        )
        said.append(plain_passage(text, "bullet"))
    return joined(said)
