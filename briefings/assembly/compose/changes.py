"""What moved since the last released edition, as sentences: items, figures, and the briefing's own texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from briefings.assembly import wording
from briefings.assembly.changes import ChangedFigure, ChangedText, Comparison
from briefings.assembly.compose.parts import joined
from briefings.assembly.compose.room import most_lines
from briefings.assembly.document import Line, LineStyle, Passage, Run
from briefings.assembly.material import Item, Material
from briefings.assembly.texts import Texts, join_items, join_names, passage
from languages.trilingual import LANGUAGES, Language, Trilingual, same

_OTHERWISE = ("key-figures", "groups", "strategy", "particulars")
"""Parts of several texts and choices: they changed, which need not be their wording."""


@dataclass(frozen=True, slots=True)
class _Point:
    """One line of what changed: changes of one kind, and how it tells the first so many of them."""

    count: int
    told: Callable[[int], Passage]
    figures_of: Item | None = None
    """The item whose figures it tells with their values."""


def changes(
    material: Material, texts: Texts, comparison: Comparison, *, korean: LineStyle = "circle"
) -> Passage:
    """A line for each kind of change, and for each item whose figures print otherwise. Items lead to their pages."""
    # below the note of a correction, which has lines of its own, all of what changed is a list
    other: LineStyle = "bullet" if korean == "dash" else "paragraph"
    if not comparison.previous:
        return texts.passage(wording.FIRST_EDITION, korean=korean, other=other)
    points = _points(material, texts, comparison, korean)
    if not points:
        return texts.passage(wording.NO_CHANGE, korean=korean, other=other)
    return joined([point.told(point.count) for point in points])


def changes_in_brief(
    material: Material, texts: Texts, comparison: Comparison, *, lines: int, korean: LineStyle = "circle"
) -> tuple[Passage, bool]:
    """What so many lines of the one page hold of the changes, figures first; and whether that is all of them.

    If it is not, the last line says how many there are, and that the annex tells them.
    """
    whole = changes(material, texts, comparison, korean=korean)
    if most_lines(whole) <= lines:
        return whole, True
    points = _points(material, texts, comparison, korean)
    said: list[Passage] = []
    room = lines - 1

    def say(point: _Point) -> bool:
        nonlocal room
        told = _fitting(point, room)
        if told:
            said.append(told)
            room -= most_lines(told)
        return bool(told)

    large = {chosen.item for chosen in material.briefing.key_figures}
    with_values = [(each.figures_of, each) for each in points if each.figures_of is not None]
    with_values.sort(key=lambda of_item: of_item[0].slug not in large)
    # from the first for whose values there is no room, items are named: a lesser figure is told before none of them
    items: list[Item] = []
    for item, point in with_values:
        if items or not say(point):
            items.append(item)
    say(_Point(len(items), partial(_items_told, wording.CHANGED_FIGURES, items, korean)))
    for point in points:
        if point.figures_of is None:
            say(point)
    count = sum(point.count for point in points)
    sentence = wording.CHANGE_IN_ANNEX if count == 1 else wording.CHANGES_IN_ANNEX
    last = Trilingual(*(sentence[code].format(count=count) for code in LANGUAGES))
    return joined([*said, texts.passage(last, korean=korean, other="bullet")]), False


def _fitting(point: _Point, room: int) -> Passage:
    """The line with as many of its changes as so many lines hold."""
    told = Passage()
    for count in range(1, point.count + 1):
        longer = point.told(count)
        if most_lines(longer) > room:
            break
        told = longer
    return told


def _points(material: Material, texts: Texts, comparison: Comparison, korean: LineStyle) -> list[_Point]:
    """What changed, in the order in which it is told where there is room for all."""
    points: list[_Point] = []

    def tell(sentence: Trilingual, slugs: Sequence[str]) -> None:
        if items := [item for slug in slugs if (item := material.item(slug))]:
            points.append(_Point(len(items), partial(_items_told, sentence, items, korean)))

    tell(wording.CHANGED_NEW, comparison.new)
    with_values = {each.item for each in comparison.figures}
    for slug in comparison.figures_changed:
        item = material.item(slug)
        if item is not None and slug in with_values:
            changed = [each for each in comparison.figures if each.item == slug]
            told = partial(_figures_told, item, changed, texts, korean)
            points.append(_Point(len(changed), told, figures_of=item))
    tell(wording.CHANGED_FIGURES, [slug for slug in comparison.figures_changed if slug not in with_values])
    tell(wording.CHANGED_OTHER_FIGURES, comparison.figures_beside)
    tell(wording.CHANGED_TEXT, comparison.text_changed)
    if comparison.gone:
        gone = wording.CHANGED_GONE
        told = partial(_names_told, gone, gone, comparison.gone, texts, korean)
        points.append(_Point(len(comparison.gone), told))
    for of_one, of_more, texts_changed in _texts_by_kind(comparison.briefing_changed):
        names = [_name(each, material) for each in texts_changed]
        points.append(_Point(len(names), partial(_names_told, of_one, of_more, names, texts, korean)))
    return points


def _items_told(sentence: Trilingual, items: Sequence[Item], korean: LineStyle, count: int) -> Passage:
    return _line(sentence, {code: join_items(items[:count], code) for code in LANGUAGES}, korean)


def _figures_told(
    item: Item, changed: Sequence[ChangedFigure], texts: Texts, korean: LineStyle, count: int
) -> Passage:
    return _line(wording.CHANGED_FIGURES, _with_values(item, changed[:count], texts), korean)


def _names_told(
    of_one: Trilingual,
    of_more: Trilingual,
    names: Sequence[Trilingual],
    texts: Texts,
    korean: LineStyle,
    count: int,
) -> Passage:
    sentence = _sentence(of_one if count == 1 else of_more, names[:count])
    return texts.passage(sentence, korean=korean, other="bullet")


def _line(sentence: Trilingual, names: dict[Language, list[Run]], korean: LineStyle) -> Passage:
    """The sentence with runs for its names."""
    lines: dict[Language, tuple[Line, ...]] = {}
    for code in LANGUAGES:
        before, behind = sentence[code].split("{names}")
        runs = (Run(before), *names[code], Run(behind))
        style: LineStyle = korean if code == "ko" else "bullet"
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


def _texts_by_kind(
    changed: Sequence[ChangedText],
) -> Iterator[tuple[Trilingual, Trilingual, Sequence[ChangedText]]]:
    """Changed texts of the briefing by what happened to them, with the sentences for one and for more."""
    reworded = [each for each in changed if each.how == "reworded" and each.part not in _OTHERWISE]
    added = [each for each in changed if each.how == "added"]
    dropped = [each for each in changed if each.how == "dropped"]
    otherwise = [each for each in changed if each.part in _OTHERWISE]
    for of_one, of_more, texts in (
        (wording.CHANGED_WORDING, wording.CHANGED_WORDINGS, reworded),
        (wording.CHANGED_ADDED, wording.CHANGED_ADDED, added),
        (wording.CHANGED_DROPPED, wording.CHANGED_DROPPED, dropped),
        (wording.CHANGED_OTHERWISE, wording.CHANGED_OTHERWISE, otherwise),
    ):
        if texts:
            yield of_one, of_more, texts


def _sentence(sentence: Trilingual, names: Sequence[Trilingual]) -> Trilingual:
    filled = [
        sentence[code].format(names=join_names([name[code] for name in names], code)) for code in LANGUAGES
    ]
    return Trilingual(*(text[:1].upper() + text[1:] for text in filled))


def _name(changed: ChangedText, material: Material) -> Trilingual:
    name = wording.CHANGED_PART[changed.part]
    pillar = next((each for each in material.strategy.pillars if each.slug == changed.which), None)
    which = pillar.name if pillar and changed.part == "chapter" else same(changed.which)
    return Trilingual(*(name[code].format(which=which[code]) for code in LANGUAGES))
