"""What moved since the last released edition, as sentences: items, figures, and the briefing's own texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.assembly import wording
from briefings.assembly.changes import ChangedFigure, ChangedText, Comparison
from briefings.assembly.compose.parts import joined
from briefings.assembly.document import Line, LineStyle, Passage, Run
from briefings.assembly.material import Item, Material
from briefings.assembly.texts import Texts, join_items, join_names, passage
from languages.trilingual import LANGUAGES, Language, Trilingual

_OTHERWISE = ("key-figures", "groups", "strategy", "particulars")
"""Parts of several texts and choices: they changed, which need not be their wording."""


def changes(material: Material, texts: Texts, comparison: Comparison) -> Passage:
    """A line for each kind of change, and for each item whose figures print otherwise. Items lead to their pages."""
    if not comparison.previous:
        return texts.passage(wording.FIRST_EDITION, korean="circle")
    said: list[Passage] = []

    def tell(sentence: Trilingual, slugs: Sequence[str]) -> None:
        if items := [item for slug in slugs if (item := material.item(slug))]:
            said.append(_line(sentence, {code: join_items(items, code) for code in LANGUAGES}))

    tell(wording.CHANGED_NEW, comparison.new)
    with_values = {each.item for each in comparison.figures}
    for slug in comparison.figures_changed:
        item = material.item(slug)
        if item is not None and slug in with_values:
            changed = [each for each in comparison.figures if each.item == slug]
            said.append(_line(wording.CHANGED_FIGURES, _with_values(item, changed, texts)))
    tell(wording.CHANGED_FIGURES, [slug for slug in comparison.figures_changed if slug not in with_values])
    tell(wording.CHANGED_TEXT, comparison.text_changed)
    sentences = [*_sentences_of_texts(material, comparison.briefing_changed)]
    if comparison.gone:
        sentences.insert(0, _sentence(wording.CHANGED_GONE, comparison.gone))
    said += (texts.passage(sentence, korean="circle", other="bullet") for sentence in sentences)
    if not said:
        return texts.passage(wording.NO_CHANGE, korean="circle")
    return joined(said)


def _line(sentence: Trilingual, names: dict[Language, list[Run]]) -> Passage:
    """The sentence with runs for its names."""
    lines: dict[Language, tuple[Line, ...]] = {}
    for code in LANGUAGES:
        before, behind = sentence[code].split("{names}")
        runs = (Run(before), *names[code], Run(behind))
        style: LineStyle = "circle" if code == "ko" else "bullet"
        lines[code] = (Line(style, tuple(run for run in runs if run.text)),)
    return passage(lines)


def _with_values(item: Item, changed: Sequence[ChangedFigure], texts: Texts) -> dict[Language, list[Run]]:
    """The item's name with what each figure was and what it is now."""
    figures = {figure.key: figure for figure in item.figures}
    made: dict[Language, list[Run]] = {}
    for code in LANGUAGES:
        opening, closing = wording.CHANGED_VALUES[code].split("{values}")
        runs = [*join_items([item], code), Run(opening)]
        for position, each in enumerate(changed):
            figure = figures[each.key]
            label = texts.plain(figure.label, item)[code]
            value = wording.CHANGED_VALUE_OF if label else wording.CHANGED_VALUE
            name, values = value[code].split("{before}")
            between, behind = values.split("{now}")
            if position:
                runs.append(Run(wording.BETWEEN_VALUES[code]))
            printed = (each.before[code], texts.printed_large(figure)[code])
            # each a figure, so that a line parts neither from its unit
            before, now = (Run(text, figure=f"{item.slug}/{each.key}") for text in printed)
            runs += (Run(name.format(label=label)), before, Run(between), now, Run(behind))
        made[code] = [*runs, Run(closing)]
    return made


def _sentences_of_texts(material: Material, changed: Sequence[ChangedText]) -> Iterator[Trilingual]:
    """One sentence for each kind of change that there is."""
    reworded = [each for each in changed if each.how == "reworded" and each.part not in _OTHERWISE]
    for sentence, texts in (
        (wording.CHANGED_WORDING if len(reworded) == 1 else wording.CHANGED_WORDINGS, reworded),
        (wording.CHANGED_ADDED, [each for each in changed if each.how == "added"]),
        (wording.CHANGED_DROPPED, [each for each in changed if each.how == "dropped"]),
        (wording.CHANGED_OTHERWISE, [each for each in changed if each.part in _OTHERWISE]),
    ):
        if texts:
            yield _sentence(sentence, [_name(each, material) for each in texts])


def _sentence(sentence: Trilingual, names: Sequence[Trilingual]) -> Trilingual:
    filled = [
        sentence[code].format(names=join_names([name[code] for name in names], code)) for code in LANGUAGES
    ]
    return Trilingual(*(text[:1].upper() + text[1:] for text in filled))


def _name(changed: ChangedText, material: Material) -> Trilingual:
    name = wording.CHANGED_PART[changed.part]
    pillar = next((each for each in material.strategy.pillars if each.slug == changed.which), None)
    which = pillar.name if pillar and changed.part == "chapter" else Trilingual(*[changed.which] * 3)
    return Trilingual(*(name[code].format(which=which[code]) for code in LANGUAGES))
