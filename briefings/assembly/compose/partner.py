"""The partner edition: the strategy, public contributions, figures, next steps, and how to use it."""

from __future__ import annotations

from briefings.assembly import wording
from briefings.assembly.changes import Comparison
from briefings.assembly.compose.parts import annex, prose, strategy_line
from briefings.assembly.compose.pillars import chapters
from briefings.assembly.compose.presidential import logic, opening, what_next, why_now
from briefings.assembly.document import Block, Facts, LabelledFact, Prose, Section
from briefings.assembly.material import Material
from briefings.assembly.texts import Texts, plain_passage
from languages.trilingual import LANGUAGES, Trilingual, same


def sections(material: Material, texts: Texts, comparison: Comparison) -> tuple[Section, ...]:
    """What a partner agency may hold in its hands; nothing of any perspective."""
    made = [
        _strategy(material, texts),
        why_now(material, texts),
        logic(material, texts),
        *chapters(material, texts, for_officials=False),
        what_next(material, texts),
        _conclusion(material, texts),
        _use(material, texts),
        annex(material, texts),
    ]
    return tuple(section for section in made if section.blocks or section.sections)


def _strategy(material: Material, texts: Texts) -> Section:
    corrected = prose(material.briefing.change_note, texts, wording.CHANGE_NOTE)
    return Section("one-page", wording.ONE_PAGE, (*opening(material, texts), *corrected))


def _conclusion(material: Material, texts: Texts) -> Section:
    view = material.briefing.conclusion_korea_view
    blocks: tuple[Block, ...] = ()
    if view:
        blocks = (Prose(texts.passage(view), wording.KOREA_VIEW), strategy_line(material))
    return Section("conclusions", wording.CONCLUSIONS, blocks)


def _use(material: Material, texts: Texts) -> Section:
    """Whom to ask, how to cite, the licence, and which text prevails."""
    briefing = material.briefing
    title = texts.plain(briefing.headline)
    cite = Trilingual(
        *(
            wording.CITE_AS[c].format(title=title[c], portal=wording.PORTAL[c], name=briefing.name[c])
            for c in LANGUAGES
        )
    )
    rows = [
        (wording.CONTACT, briefing.bureau),
        (wording.PHONE, same(briefing.bureau_phone)),
        (wording.CITE, cite),
        (wording.LICENCE_LABEL, wording.LICENCE[briefing.licence]),
        (wording.PREVAILS_LABEL, wording.PREVAILS),
    ]
    facts = tuple(LabelledFact(label, plain_passage(value)) for label, value in rows if value)
    return Section("use", wording.PARTNER_USE, (Facts(facts),))
