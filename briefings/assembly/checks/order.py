"""What the finished document must be, whatever composed it (R-01, R-02, R-03, R-05)."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.assembly.document import Block, Document, Prose, Section, StrategyLine
from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Audience, Material
from briefings.assembly.texts import group_name
from languages.chinese import full_width
from languages.trilingual import LANGUAGES, Language, Trilingual

ORDER: dict[Audience, tuple[str, ...]] = {
    "presidential": (
        "box",
        "one-page",
        "why-now",
        "logic",
        "pillar-*",
        "groups",
        "cautions",
        "next",
        "conclusions",
        "annex",
    ),
    "partner": ("one-page", "why-now", "logic", "pillar-*", "next", "conclusions", "use", "annex"),
    # R-01 to the letter: 1, 2, 3, 4a, 4b
    "full": (
        "overview",
        "items",
        "perspectives",
        "conclusions",
        "korea-view",
        "national-interest",
        "annex",
    ),
}
_MUST: dict[Audience, frozenset[str]] = {
    "presidential": frozenset(("one-page", "logic", "pillar-*", "groups", "conclusions")),
    "partner": frozenset(("one-page", "logic", "pillar-*", "use")),
    "full": frozenset(ORDER["full"]) - {"annex"},
}

_WRITTEN_AS = {
    "conclusions": "conclusion_korea_view",
    "korea-view": "conclusion_korea_view",
    "national-interest": "conclusion_national_interest",
}
"""Field of the briefing in whose place a section is missed that is nothing but the briefing's own text."""


def sections_in_order(document: Document, material: Material) -> Iterator[Finding]:
    """R-01: the sections of the audience, all of them, in its order."""
    expected = ORDER[document.audience]
    keys = ["pillar-*" if s.key.startswith("pillar-") else s.key for s in _parts(document)]
    positions = [expected.index(key) if key in expected else -1 for key in keys]
    if -1 in positions or positions != sorted(positions):
        yield Finding("sections-out-of-order", Severity.BLOCKING, Place("document", document.audience))
    missing = _MUST[document.audience] - set(keys)
    if document.audience == "full":
        missing -= {"conclusions"}  # its two halves are told
    for key in sorted(missing):
        place = Place("document", document.audience, key)
        if key in _WRITTEN_AS:
            place = Place("briefing", material.briefing.slug, _WRITTEN_AS[key], "ko")
        yield Finding("section-missing", Severity.BLOCKING, place, {"section": key})


def _parts(document: Document) -> Iterator[Section]:
    """The document's sections, and the two halves of a general conclusion in their places."""
    for section in document.sections:
        yield section
        if section.key == "conclusions":
            yield from section.sections


def four_terms_present(document: Document, material: Material) -> Iterator[Finding]:
    """R-02: the phrase stands complete and in its order in the headline page or the conclusion.

    A sentence may use the phrase's sentence form, which differs in Chinese by its last joint.
    """
    opening = [
        s for s in _parts(document) if s.key in ("one-page", "overview", "conclusions", "national-interest")
    ]
    for language in LANGUAGES:
        strategy = material.strategy
        forms = [_printed(form, language) for form in (strategy.phrase, strategy.phrase_in_sentence)]
        said = [text for section in opening for text in _texts(section, language)]
        if not any(form and form in text for form in forms for text in said):
            place = Place("document", document.audience, "phrase", language)
            yield Finding("four-terms-missing", Severity.BLOCKING, place)
        elif not _names_pillars_in_order(forms[0], [_printed(p.name, language) for p in strategy.pillars]):
            place = Place("strategy", strategy.slug, "phrase", language)
            yield Finding("four-terms-missing", Severity.BLOCKING, place)
    if len(material.strategy.pillars) != 4:
        place = Place("strategy", material.strategy.slug, "pillars")
        yield Finding("not-four-pillars", Severity.BLOCKING, place)


def headings_are_pillars(document: Document, material: Material) -> Iterator[Finding]:
    """R-03: in the presidential edition headings are pillars, not projects."""
    if document.audience != "presidential":
        return
    headlines = {item.headline.ko for item in material.items}
    for section in _all_sections(document.sections):
        if section.title.ko in headlines:
            place = Place("document", document.audience, section.key)
            yield Finding("heading-is-project", Severity.BLOCKING, place, {"text": section.title.ko})
    numbered = [s for s in _all_sections(document.sections) if s.number and not s.pillar]
    for section in numbered:
        place = Place("document", document.audience, section.key)
        yield Finding("numbered-list", Severity.BLOCKING, place, {"text": section.title.ko})


def watching_groups_shown(document: Document, material: Material) -> Iterator[Finding]:
    """R-05: the conclusion names every group shown, and no other list."""
    if not material.groups_shown or not material.briefing.conclusion_national_interest:
        return
    closing = [s for s in _parts(document) if s.key in ("conclusions", "national-interest")]
    for language in LANGUAGES:
        said = " ".join(text for section in closing for text in _texts(section, language))
        for group in material.groups_shown:
            name = group_name(group, language, in_sentence=True)
            name = full_width(name) if language == "zh-hans" else name
            # the first word of a sentence has a capital
            if name not in said and name[:1].upper() + name[1:] not in said:
                place = Place("briefing", material.briefing.slug, "conclusion_national_interest", language)
                yield Finding("group-not-named", Severity.BLOCKING, place, {"group": group.name[language]})


def _printed(text: Trilingual, language: Language) -> str:
    return full_width(text[language]) if language == "zh-hans" else text[language]


def _names_pillars_in_order(phrase: str, names: list[str]) -> bool:
    at = 0
    for name in names:
        found = phrase.casefold().find(name.casefold(), at)
        if found < 0:
            return False
        at = found + len(name)
    return True


def _all_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.sections)


def _texts(section: Section, language: Language) -> Iterator[str]:
    for block in section.blocks:
        yield from _block_texts(block, language)


def _block_texts(block: Block, language: Language) -> Iterator[str]:
    if isinstance(block, StrategyLine):
        yield block.phrase[language]
    elif isinstance(block, Prose):
        for line in block.passage[language]:
            yield line.text
