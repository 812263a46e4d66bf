"""Which way a figure moves, and from which to which: 0.2 points up in one text, down in the other.

`choices` compares what whole sentences name; of several movements in one sentence it cannot tell which is whose. Here
the word that stands beside a figure is read, for figures that both texts have.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final, Literal

import msgspec

from languages.parity.atoms import Atom
from languages.parity.findings import TextLanguage
from languages.parity.matching import Match
from languages.parity.reading import Reading
from languages.parity.units import OPEN

MOVING: Final = frozenset(
    ("percentage", "percentage-point", "count", "money", "area", "measure", "duration", "multiple")
)
"""Kinds of figures that rise and fall, or that a text lists."""

type Way = Literal["up", "down"]


class Words(msgspec.Struct, frozen=True):
    """What moves a figure, before and behind it. Names of groups are ways, with a number."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    window: int
    """Characters before the figure that are looked at."""


_KOREAN: Final = Words(
    before=re.compile(r"(?!)"),
    # 0.2%포인트 오른, 3천 명(2.1%) 늘었고, 29% 적은
    behind=re.compile(
        r"(?:포인트|p)?(?:\([^()]{1,14}\))?(?:만큼|가량|정도|이나|나|이|가|씩|을|를)? ?(?:더 |소폭 |크게 |다시 |약간 |각각 |또 |넘게 |가까이 |이상 ){0,2}"
        r"(?:(?P<up1>늘[었어려린릴고]|늘[며면]|증가|상승|올[랐라린렸]|오[르른를]|높[았아은다]|많[았은다]|길[었어고다]|긴 |뛰[었어]|급[증등]|인상|확대[됐되한했]|성장|벌어[졌진])"
        r"|(?P<down1>줄[었어인일고]|줄[며면이]|감소|하락|내[렸린려리릴림]|떨어[졌진지]|낮[았아은다]|낮춘|낮췄|적[었은다]|짧[았은아다]|급[감락]|인하|축소[됐되한했]|좁[혀아]|좁혀|둔화))"
    ),
    window=0,
)
_CHINESE: Final = Words(
    before=re.compile(
        r"(?:(?P<up1>增长|增加|增多|增收|上升|上涨|提高|提升|扩大|上调|攀升|激增|大增|高出|多出|(?<![最至不])多|(?<![最至不全总，、。；：])[高长]|涨|升|增)"
        r"|(?P<down1>减少|下降|下跌|下滑|降低|缩小|收窄|下调|回落|骤减|锐减|(?<![最至不])(?:低|少|短)|跌|降|减))"
        r"(?:了|幅度?为?|约|近|超过?|逾|达|多达|大约|将近|至少|至多|最多){0,2}$"
    ),
    behind=re.compile(r"(?!)"),
    window=10,
)
_MOVED: Final = (
    r"(?P<up{n}>r[io]se|risen|rising|rises|grew|grown|grow(?:s|ing)?|increas(?:ed|es|ing|e)|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|surg(?:ed|es|ing)|soar(?:ed|s|ing)?|gain(?:ed|s)?|widen(?:ed|s|ing)?|expand(?:ed|s|ing)?|rais(?:ed|es|ing|e)|up)"
    r"|(?P<down{n}>f[ae]ll(?:en|s|ing)?|declin(?:ed|es|ing|e)|decreas(?:ed|es|ing|e)|dropp(?:ed|ing)|drops?|slipp(?:ed|ing)|shr[aiu]nk(?:s|ing)?|narrow(?:ed|s|ing)?|reduc(?:ed|es|ing|e)|lower(?:ed|s|ing)?|slid|sank|plung(?:ed|es|ing)|tumbl(?:ed|es|ing)|down|(?<!tax )(?<!rate )(?<!price )cut(?:s|ting)?|trimm(?:ed|ing)|eas(?:ed|ing))"
)
_ENGLISH: Final = Words(
    before=re.compile(
        rf"\b(?:{_MOVED.format(n=1)})(?: by| a| an| another| some| about| around| nearly| almost| just| over| roughly| more than| less than| only| at least){{0,3}} ?[$₩€£US]{{0,3}}$"
        r"|\b(?:an? |the )?(?:(?P<up3>increase|rise|gain|jump|growth)|(?P<down3>decrease|fall|drop|decline|reduction|cut)) of(?: an?| about| around| nearly| over| more than)? ?[$₩€£US]{0,3}$",
        re.IGNORECASE,
    ),
    # 29 percent less than, 5.8 years longer than, 3 percent lower
    behind=re.compile(
        r",? ?(?:per ?cent(?:age points?)?|%|points?|(?!(?:in|for|within|after|over|to|with|at|by|of)\b)[a-z]+)? ?(?:(?P<up4>more|higher|longer|larger|greater|heavier) than|(?P<down4>less|fewer|lower|shorter|smaller|lighter) than|(?P<up5>above) (?:the|its|that|last)|(?P<down5>below) (?:the|its|that|last))",
        re.IGNORECASE,
    ),
    window=36,
)
_WORDS: Final[dict[TextLanguage, Words]] = {
    "ko": _KOREAN,
    "zh-hans": _CHINESE,
    "zh-hant": _CHINESE,
    "en": _ENGLISH,
}


type End = Literal["from", "to"]

_FROM_OR_TO: Final[dict[TextLanguage, Words]] = {
    "ko": Words(
        before=re.compile(r"(?!)"),
        # 12곳에서 8곳으로, 8개 도시에서 12개 도시로, 29%(5년 전)이던 것이 44%로, 45%에서 30%까지
        behind=re.compile(
            r"(?:포인트|p)?(?:\([^()]{1,14}\))?(?: [가-힣]{1,4})?"
            r"(?:(?P<from1>에서|(?:이?던|이었던|였던|인) 것[이을])|(?P<to1>으?로(?!부터| 인한| 인해)|까지))"
        ),
        window=0,
    ),
    "zh-hans": Words(
        # what stands next to the figure first: 自给率升至45%
        before=re.compile(
            r"(?:(?P<to1>[至到为達达成])(?:了|约|近|超过?|逾|仅|目前的|现在的){0,2}"
            r"|(?:(?<![理自])由(?![于此])|从(?![业事而此])|(?<!来)自(?![给主动筹有营由身然杀律行愿]))(?P<from1>)[^，。；0-9至到为达成]{0,12})$"
        ),
        behind=re.compile(r"(?!)"),
        window=16,
    ),
    "en": Words(
        before=re.compile(
            r"\b(?:(?P<from1>from)|(?P<to1>to|into))(?: (?:an?|the|its|their|about|around|some|nearly|almost|over|just|only|within|current|present|previous|original|initial|maximum|minimum|of|up to|more than|less than)){0,4} ?[$₩€£US]{0,3}$",
            re.IGNORECASE,
        ),
        behind=re.compile(r"(?!)"),
        window=44,
    ),
}
_FROM_OR_TO["zh-hant"] = _FROM_OR_TO["zh-hans"]


_FROM: Final[dict[TextLanguage, re.Pattern[str]]] = {
    "ko": re.compile("에서|것[이을]"),
    "zh-hans": re.compile("[由从自]"),
    "zh-hant": re.compile("[由从自]"),
    "en": re.compile(r"\bfrom\b", re.IGNORECASE),
}


def _end_beside(text: str, start: int, end: int, language: TextLanguage) -> End | None:
    """Whether something goes from the figure at a place of `text`, or to it, if a word beside it says so."""
    words = _FROM_OR_TO[language]
    found = words.behind.match(text, end)
    if found is None and words.window:
        window = text[max(0, start - words.window) : start]
        # the word next to the figure counts
        found = next(
            filter(None, (words.before.match(window, at) for at in reversed(range(len(window))))), None
        )
    if found is None or found.lastgroup is None:
        return None
    return "from" if found.lastgroup.startswith("from") else "to"


_TURNED: Final = frozenset((("from", "to", "to", "from"), ("to", "from", "from", "to")))
"""Ends in the one text and the other, of one figure and then of another: 12에서 8로, 由8增至12."""


def _end(atom: Atom, reading: Reading) -> End | None:
    """Whether something goes from this value or to it; what goes from a range goes from the one end to the other."""
    span = atom.fact.span
    end = _end_beside(reading.prepared.text, span.start, span.end, reading.language)
    if end == "from" and atom.fact.maximum is not None:
        return "from" if atom.number == atom.fact.value else "to"
    return end


def turned_round(
    matches: Sequence[Match], source: Reading, target: Reading, segment: Callable[[Atom], int]
) -> Iterator[tuple[Match, Match]]:
    """Of figures that both texts have, two that changed places: from 12 to eight, and from eight to 12.

    `segment` says in which segment of the source a figure stands: only figures of one kind in one segment are paired.
    """
    if not all(_FROM[each.language].search(each.prepared.text) for each in (source, target)):
        return
    going: dict[tuple[int, str], list[tuple[Match, End, End]]] = defaultdict(list)
    for pair in matches:
        first, second = _end(pair.first, source), _end(pair.second, target)
        if first is not None and second is not None:
            going[segment(pair.first), pair.first.kind].append((pair, first, second))
    for each in going.values():
        each.sort(key=lambda one: one[0].first.fact.span.start)
        for (one, *ends), (other, *others) in pairwise(each):
            if (*ends, *others) in _TURNED:
                yield one, other


_MOST_COUNTED: Final = 6


def counted_otherwise(
    matches: Sequence[Match], segment: Callable[[Atom], int]
) -> Iterator[tuple[Match, Match]]:
    """Of figures that both texts have, two that count each other's things: 28 countries and 58 projects, 28 projects in 58
    countries. `segment` as above.
    """
    counted: dict[int, list[Match]] = defaultdict(list)
    counts = Counter(segment(pair.first) for pair in matches if pair.first.kind == "count")
    for pair in matches:
        if pair.first.kind == pair.second.kind == "count" and pair.first.fact.unit != pair.second.fact.unit:
            counted[segment(pair.first)].append(pair)
    for place, each in counted.items():
        if counts[place] > _MOST_COUNTED:
            continue  # a table in words, which leaves out what it counts
        for one, other in combinations(each, 2):
            units = one.first.fact.unit, one.second.fact.unit
            if (
                OPEN in units
                and "city" not in units  # five Saudi Arabian cities, 나머지 3곳: named here and not there
                and units == (other.second.fact.unit, other.first.fact.unit)
                and one.first.number != other.first.number
            ):
                yield one, other


def way_of(text: str, start: int, end: int, language: TextLanguage) -> Way | None:
    """Which way the figure at a place of `text` moves, if a word beside it says so."""
    words = _WORDS[language]
    found = words.behind.match(text, end)
    if found is None and words.window:
        found = words.before.search(text[max(0, start - words.window) : start])
    if found is None or found.lastgroup is None:
        return None
    return "up" if found.lastgroup.startswith("up") else "down"
