"""Shares, ratios, ordinals and multiples in English: a third, one in five, 3-2, the fourth, doubled."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from languages.parity.draft import Draft, Place
from languages.parity.numerals import ROMAN, SMALL_WORDS, roman, small_number
from languages.parity.qualifiers import BOUNDS
from languages.parity.ratios import add_pair, add_share

ORDINAL_WORDS: Final = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"secondary": 2, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
_PARTS_OF: Final = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
}
_OF_A_SHARE = r"(?= (?:of|in|off|to|from|by|on|at|less|more|fewer|higher|lower|larger|smaller|bigger|cheaper|faster|the|as|was|were|is|are|will|would|may|can|could|must|should|comes?|came|goes|went|had|have|has|said|did|do|does|and|or|over|after|since|during|each|that)\b|[^\w\s]|\s*$)"
_FRACTION = re.compile(
    r"\b(?P<part>an?|one|two|three|four|five|six|seven|eight|nine)(?: mere| full| good)?[ -](?P<of>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth|millionth|billionth)(?P<s>s)?\b(?![ -](?:time|party|country|largest|biggest|highest|day|year|phase|round|meeting|edition|place|line|of (?:the )?year\b|floor|term|week|note|(?:later|earlier|ago|ahead|behind|running|straight|in a row)\b))(?(s)|"
    + _OF_A_SHARE
    + ")"
    r"|\b(?:bottom|top|lowest|highest|poorest|richest|wealthiest|youngest|oldest) (?P<end>third|quarter|fifth|tenth)\b"
    r"|\b(?P<half>one[ -]half)\b|\bthe remaining (?P<rest>third|quarter|fifth|tenth)\b"
    r"|(?<![0-9/.])(?P<a>[1-9])/(?P<b>[2-9]|10)(?![0-9/])",
    re.IGNORECASE,
)
_AMONG = re.compile(
    rf"(?<![0-9.,$])(?<![a-z]-)\b(?P<part>[0-9]{{1,2}}|{SMALL_WORDS})(?:(?P<noun> (?!or\b)[a-z]+) in|(?: [a-z]+)? out of|(?P<so> or so)? in)(?: every)? (?P<of>[0-9]{{1,3}}|{SMALL_WORDS})\b(?![.,]?[0-9]| ?(?:%|per ?cent|years?|months?|days?|weeks?|hours?|minutes?|million|billion|trillion|consecutive)\b)"
    # 28 projects in 58 countries: each counts its own
    r"(?(noun)(?! (?:[a-z]+ )?[a-z]+s\b))",
    re.IGNORECASE,
)
_OUT_OF_SO_MANY = re.compile(rf" (?:in|out of)(?: every)? (?:[0-9]|(?:{SMALL_WORDS})\b)")
_OF_SETS: Final = frozenset(
    ("set", "sets", "game", "games", "match", "matches", "goal", "goals", "point", "points")
)
_VERSUS = re.compile(
    r"(?<![0-9.,:$])(?P<a>[0-9]{1,5}(?:\.[0-9]+)?)(?::| : |-to-| to (?=1\b(?!st|[.,]?[0-9])))(?P<b>[0-9]{1,5}(?:\.[0-9]+)?)(?![0-9:,]|\.[0-9])"
)
_SETS = re.compile(
    rf"(?<![0-9.,])\b(?P<a>[0-9]{{1,2}}|{SMALL_WORDS}) (?:sets?|games?|match(?:es)?|goals?|points?) to (?P<b>[0-9]{{1,2}}|{SMALL_WORDS}|nil|none|zero)\b(?![.,]?[0-9]| ?%| per ?cent)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?<![0-9.,])(?P<n>[0-9]{1,4})(?:st|nd|rd|th)\b(?:(?: and | to |-)(?P<n2>[0-9]{1,4})(?:st|nd|rd|th)\b)?",
    re.IGNORECASE,
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ORDINAL_WORD = re.compile(
    rf"\b(?:(?P<tens>{_TENS})-)?(?P<n>{'|'.join(ORDINAL_WORDS)})(?P<soft>[ -]part(?:y|ies)|s\b)?\b",
    re.IGNORECASE,
)
_ROMAN_NUMBER = re.compile(rf"(?<=[A-Za-z] )(?P<n>{ROMAN})(?![A-Za-z0-9])")
# what is numbered in every language: phase III, and not World War II
_NUMBERED = re.compile(r"\b(?:phases?|stages?|class|category|level|tier|grade|group|type) $", re.IGNORECASE)
_LARGE_FOLDS: Final = {
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "hundred": 100,
    "thousand": 1000,
}
_MULTIPLE = re.compile(
    rf"\b(?P<verb>tripl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|quintupl(?:e|ed|es|ing)|doubl(?:e|ed|es|ing)|halv(?:e|ed|es|ing)|twice|twofold|thrice|(?P<again>half (?:as [a-z]+ again|again as [a-z]+))|(?P<fold>three|four|five|six|seven|eight|nine|ten|{'|'.join(_LARGE_FOLDS)})-?fold)\b|(?<![0-9.])(?P<n>[0-9]+(?:\.[0-9]+)?)-?fold\b",
    re.IGNORECASE,
)
_VERBS: Final = {"tri": 3, "quad": 4, "quin": 5, "doub": 2, "twic": 2, "twof": 2, "thri": 3}
_PARTS: Final = frozenset((*_PARTS_OF, *(f"{part}s" for part in _PARTS_OF)))
_TIMES_OVER: Final = frozenset(
    [
        stem + end
        for stem in ("tripl", "quadrupl", "quintupl", "doubl", "halv")
        for end in ("e", "ed", "es", "ing")
    ]
    + ["twice", "thrice", "fold", "half", "twofold"]
    + [f"{word}fold" for word in (*SMALL_WORDS.split("|"), *_LARGE_FOLDS)]
)


def read_shares(draft: Draft) -> None:
    draft.read(_FRACTION, lambda found: _fraction(draft, found), _PARTS if "/" not in draft.text else ())
    if _OUT_OF_SO_MANY.search(draft.small):
        draft.read(_AMONG, lambda found: _among(draft, found))
    draft.read(_SETS, lambda found: _sets(draft, found), _OF_SETS)
    if draft.has_digits:
        draft.read(
            _VERSUS,
            lambda found: add_pair(draft, found.span(), found["a"], found["b"]),
            (":", "-to-", " to "),
        )
        draft.read(_ORDINAL, lambda found: _ordinal(draft, found), ("st", "nd", "rd", "th"))
    draft.read(_ORDINAL_WORD, lambda found: _ordinal_word(draft, found), _ORDINALS)
    draft.read(
        _ROMAN_NUMBER, lambda found: _roman(draft, found), _ROMAN_WORDS if draft.text.isascii() else ()
    )
    draft.read(_MULTIPLE, lambda found: _multiple(draft, found), _TIMES_OVER)


_ORDINALS: Final = frozenset((*ORDINAL_WORDS, *(f"{word}s" for word in ORDINAL_WORDS)))
_ROMAN_WORDS: Final = frozenset(ROMAN.lower().split("|")[1:])


def _fraction(draft: Draft, found: re.Match[str]) -> Place | None:
    if found["a"]:
        return add_share(draft, found.span(), int(found["a"]), int(found["b"]))
    if found["end"]:  # the bottom fifth
        return add_share(draft, found.span("end"), 1, _PARTS_OF[found["end"].lower()])
    if found["half"]:
        return add_share(draft, found.span(), 1, 2, qualifier=draft.qualifier(found.span()), hard=False)
    if found["rest"]:  # a last quarter of the year is no rest
        return add_share(draft, found.span("rest"), 1, _PARTS_OF[found["rest"].lower()], hard=False)
    part = small_number(found["part"])
    if (part > 1) != (found["s"] is not None):
        return None  # two third-party reports
    of = _PARTS_OF[found["of"].lower()]
    if part >= of:
        return None  # for the first time in six quarters
    place = found.span()
    quarter = (part, of) == (1, 4) and _OF_A_SHARE_SURELY.match(draft.text, place[1]) is None
    if quarter:  # a loss for a quarter, once a quarter
        draft.add("duration", Decimal(3), place, unit="month", factor=Decimal(3), hard=False)
    return add_share(
        draft,
        place,
        part,
        of,
        qualifier=draft.qualifier(place),
        hard=not quarter or _BY.search(draft.text, max(0, place[0] - 14), place[0]) is not None,
        taken_away=_BY.search(draft.text, max(0, place[0] - 14), place[0]) is not None,
    )


_OF_A_SHARE_SURELY = re.compile(r" (?:of|more|less|fewer|higher|lower|larger|smaller)\b", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|cut|fall of|drop of|reduction of|decrease of)(?: about| around| nearly| almost| over| more than| some)? $",
    re.IGNORECASE,
)


def _sets(draft: Draft, found: re.Match[str]) -> Place:
    """Three sets to two."""
    second = "0" if found["b"].lower() in ("nil", "none", "zero") else str(small_number(found["b"]))
    return add_pair(draft, found.span(), str(small_number(found["a"])), second)


def _among(draft: Draft, found: re.Match[str]) -> Place | None:
    part, of = small_number(found["part"]), small_number(found["of"])
    if part >= of:
        return None
    qualifier = "about" if found["so"] else draft.qualifier(found.span())
    return add_share(draft, found.span(), part, of, qualifier=qualifier)


def _ordinal(draft: Draft, found: re.Match[str]) -> Place:
    for name in ("n", "n2"):
        if found[name]:
            draft.add("ordinal", Decimal(found[name]), found.span(), hard=found[name] != "1")
    return found.span()


def _ordinal_word(draft: Draft, found: re.Match[str]) -> Place | None:
    if found[0].lower() == "seconds":
        return None  # of time
    number = ORDINAL_WORDS[found["n"].lower()]
    if found["tens"]:
        number += 10 * (_TENS.split("|").index(found["tens"].lower()) + 2)
    ranked = number == 2 and _RANKED.match(draft.text, found.end()) is not None
    draft.add("ordinal", Decimal(number), found.span(), hard=(number > 2 or ranked) and not found["soft"])
    return found.span()


_RANKED = re.compile(
    r"[ -](?:largest|biggest|highest|busiest|longest|tallest|most|fastest|oldest|lowest|smallest|best|worst|leading)\b|[ -]place\b",
    re.IGNORECASE,
)


def _roman(draft: Draft, found: re.Match[str]) -> Place:
    numbered = _NUMBERED.search(draft.text[max(0, found.start() - 10) : found.start()]) is not None
    draft.add("ordinal", roman(found["n"]), found.span(), hard=numbered)
    return found.span()


# a line that is quadrupled has four tracks
_LAYS_TRACKS = re.compile(
    r"\b(?:track|stretch|line|section|railway|rails?)\b[^.;,]{0,24}\b(?:is|was|are|been|be|being) quadrupled|\bquadrupl(?:e|ing)(?: of)? (?:the |its )?(?:[\w-]+ ){0,3}(?:tracks?|line|stretch|section)\b",
    re.IGNORECASE,
)


def _multiple(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    if found["n"]:
        value = Decimal(found["n"])
    elif found["again"]:
        value = Decimal("1.5")
        draft.add("percentage", Decimal(50), place, hard=False)
    elif found["fold"]:
        large = _LARGE_FOLDS.get(found["fold"].lower())
        value = Decimal(large or small_number(found["fold"]))
    elif found["verb"].lower().startswith("hal"):
        draft.add("ratio", "1/2", place, qualifier=draft.qualifier(place), hard=False)
        return place
    else:
        value = Decimal(
            next(number for start, number in _VERBS.items() if found["verb"].lower().startswith(start))
        )
    qualifier = draft.qualifier(place)
    twice = found["verb"] is not None and found["verb"].lower() == "twice"
    hard = not _LAYS_TRACKS.search(draft.text[max(0, place[0] - 60) : place[1] + 40]) and (
        (value > 2 and not draft.small.endswith("- or ", 0, found.start())) or (twice and qualifier in BOUNDS)
    )
    draft.add("multiple", value, place, qualifier=qualifier, hard=hard)
    return place
