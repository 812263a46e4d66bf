"""What an English text states: numbers with their units, and words that stand for numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from languages.parity import numerals
from languages.parity.currencies import currency_before
from languages.parity.draft import Draft, Place, add_part_of_year, add_relative, plain
from languages.parity.english_dates import read_dates
from languages.parity.english_durations import read_articles_as_ones, read_durations, read_times_run
from languages.parity.english_shares import read_shares
from languages.parity.numerals import Numeral, small_number, times
from languages.parity.qualifiers import BOUNDS
from languages.parity.quantities import Written, add_quantity
from languages.parity.ratios import add_share
from languages.parity.units import ENGLISH, FEWEST_OF_A_POPULATION, OFF, OPEN, Measure

_DIGIT = re.compile(r"[0-9][0-9.,]*")
_WORD_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9-])(?={numerals.ENGLISH_FIRST_WORD})(?P<first>[A-Za-z]+)", re.IGNORECASE
)
_SHORT_SCALE = re.compile(r"(?P<scale>[mMkKBbT])(?![A-Za-z0-9])")
_SHORT_SCALES: Final = {"m": 10**6, "k": 10**3, "b": 10**9, "t": 10**12}
_RANGE_SIGN = re.compile(r" ?- ?| to ")
_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
_UNIT_WORD = re.compile(
    r"(?P<join>[ -]?)(?P<word>%p?|°C|°|℃|[㎀-㏟]h?|[µμ][mg]|[A-Za-z][A-Za-z0-9²³/]*(?:\.[A-Za-z]\.)?(?:-[a-z]+)?)(?P<more> [A-Za-z]+(?:\.[A-Za-z]\.)?)?(?P<third> [a-z]+)?"
)
_AMOUNT = re.compile(r" ?[0-9]")
_OF_A_POINT = re.compile(r" of a (?:percentage )?point\b")
_LEVELS = frozenset(["range", "mark", "level", "threshold", "ceiling"])  # of whatever was counted before
_OF_TIMES = frozenset(
    [
        "straight",
        "consecutive",
        "full",
        "successive",
        "more",
        "further",
        "additional",
        "extra",
        "whole",
        "long",
    ]
)
"""What stands between a number and a length of time: ten straight months."""
_NO_NOUN = frozenset(
    [
        "to",
        "of",
        "in",
        "and",
        "or",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "per",
        "as",
        "a",
        "an",
        "the",
        "but",
        "than",
        "that",
        "which",
        "while",
        "compared",
        "against",
        "through",
        "over",
        "under",
        "up",
        "down",
        "this",
        "last",
        "next",
        "is",
        "are",
        "was",
        "were",
        "will",
        "would",
        "has",
        "have",
        "had",
        "into",
        "after",
        "before",
        "during",
        "since",
        "until",
        "respectively",
        "each",
        "more",
        "less",
        "most",
        "least",
        "year-on-year",
    ]
)
_PART_OF_A_POINT = re.compile(
    r"\b(?:(?:an? )?(?P<part>half|quarter)(?:[- ]of)?(?:[- ]an?)?|(?P<three>three[- ]quarters?)(?: of a)?|(?P<tenths>an?|one|two|three|four|five|six|seven|eight|nine)[- ]tenths?(?: of a)?)[- ](?:percentage[- ])?point\b",
    re.IGNORECASE,
)
_POWERS: Final = {
    word: Decimal(10) ** (3 * power)
    for power, word in enumerate(
        [
            "thousand",
            "million",
            "billion",
            "trillion",
            "quadrillion",
            "quintillion",
            "sextillion",
            "septillion",
            "octillion",
            "nonillion",
            "decillion",
        ],
        start=1,
    )
} | {"googol": Decimal("1E+100")}
_POWER = re.compile(r"\b(?:" + "|".join(_POWERS) + r")\b", re.IGNORECASE)
_FINALS = re.compile(
    r"\b(?:(?P<eight>quarter-?finals?)|(?P<four>semi-?finals?|final four|last four))\b", re.IGNORECASE
)
_DOZENS = re.compile(
    r"\b(?:(?P<half>half[- ]a[- ]|half[- ])|(?P<n>two|three|four|five|six|seven|eight|nine|ten) )dozen\b|\ba (?P<score>score) of\b",
    re.IGNORECASE,
)
_EVENLY = re.compile(
    r"\b(?:split|shared?|divid(?:e|es|ed|ing)|sharing|splitting|contribut\w+|bear|bears|borne)\b[^.;]{0,48}\b(?P<evenly>evenly|equally|fifty-fifty|50-50|in equal shares)\b",
    re.IGNORECASE,
)
# in year three, the phase-two plant
_NUMBERED_IN_WORDS = re.compile(
    r"\b(?:year-|(?:(?<=in )|(?<=of )|(?<=by )|(?<=for )|(?<=from ))year |(?:phase|stage|round)[- ])"
    r"(?P<n>two|three|four|five|six|seven|eight|nine|ten)\b(?![- ](?:hundred|thousand|million|billion|trillion|dozen|per ?cent"
    r"|thirds?|quarters?|fifths?|out of|in|point|years?|months?|weeks?|days?|hours?)\b)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?P<a>one|two|three|four|five|six|seven|eight|nine)-? or (?P<b>two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:(?P<whole>entire(?:ly)?|all|full(?:y)?|complete(?:ly)?|wholly|every|exclusively)|(?P<ten>teen(?:s|agers?|age)?)|(?P<half>half|halves|halfway|majority)|(?P<two>both|bilateral|pair|two-way|dual|twin|either|neither|mutual|couple|double|twice|runners?-up|second|only [^.,;]{2,60} (?:is|was|are) (?:larger|bigger|longer|taller|higher|older|busier|more)|several|multiple|more than one)"
    r"|(?P<first>single|sole|only|once|inaugural|unique|solo|individual|alone|top|champion|primary|maiden)|(?P<three>trilateral|triple|trio|tripartite|three-way|triangular|trivalent)"
    r"|(?P<four>quadrilateral|quadrivalent|quartet|seasons)|(?P<zero>zero|no|none|free|without)|(?P<twelve>dozen))\b",
    re.IGNORECASE,
)
_EVERY_DOLLAR = re.compile(r"\b(?:every|each|per) (?P<unit>dollar|euro|pound|won|yuan)\b", re.IGNORECASE)
_NAME = r"[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){0,3}"
_NAMES_IN_A_ROW = re.compile(rf"(?<![A-Za-z0-9_.'-])(?:{_NAME}, ){{1,6}}{_NAME},? and (?:the )?{_NAME}")
# of what is counted one by one, two or more; more than one million is something else
_MORE_THAN_ONE = re.compile(
    r"\bmore than (?:one|a single)\b(?! (?:hundred|thousand|million|billion|trillion|and|or|in|out|third|half|quarter|fifth|tenth|per ?cent|year|month|week|day|hour|minute|decade|century|time|meter|metre|kilo|ton|dollar))(?![-,.][0-9a-z])",
    re.IGNORECASE,
)
_GROWN_BY_HALF = re.compile(
    r"\b(?:ris(?:e|es|ing|en)|rose|gr(?:ow|ows|owing|own|ew)|increas(?:e|es|ed|ing)|expand(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|up) (?:[^.;,]{1,72} )?(?P<half>by (?:a )?half)\b(?! (?:a|an|of|per ?centage)\b)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?P<first>[Aa]n? )\b")
_SOFT_NUMBERS: Final = {"two": 2, "first": 1, "three": 3, "four": 4, "zero": 0, "ten": 10, "twelve": 12}
_PART_OF_YEAR = re.compile(
    r"\b(?:(?P<late>year-?end|the end of the year)|(?P<early>the (?:beginning|start) of the year)|(?P<mid>mid-?year|the middle of the year))\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:(?P<year>(?:this|last|next|the (?:previous|following|same|current)|that) (?:fiscal )?year|a year (?:earlier|ago|before)|year-on-year|the year before|annual(?:ly)?)|(?P<quarter>the (?:previous|preceding|prior|last) quarter|the quarter before|a quarter earlier)"
    r"|(?P<month>(?:this|last|next|the (?:previous|following|same)) month|a month earlier)|(?P<day>today|yesterday|tomorrow|the same day|that day|(?:on|last|next|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b",
    re.IGNORECASE,
)


_NUMBERS: Final = frozenset(numerals.ENGLISH_NUMBER_WORDS) | {"half", "hundred", "thousand"} | _POWERS.keys()
_SOFT_WORDS: Final = frozenset(
    re.findall(
        "[a-z]+",
        "entire entirely all full fully complete completely wholly every exclusively teen teens teenager teenagers teenage"
        " half halves halfway majority both bilateral pair two dual twin either neither mutual couple double twice runner runners"
        " second several multiple more single sole only once inaugural unique solo individual alone top champion primary"
        " maiden trivalent trilateral triple trio tripartite three triangular quadrilateral quadrivalent quartet seasons zero no none free"
        " without dozen",
    )
)


def read(draft: Draft) -> None:
    """Adds every fact of an English text to its draft."""
    read_times_run(draft)
    read_dates(draft)
    draft.read(_EVERY_DOLLAR, lambda found: _every_dollar(draft, found), ("every ", "each ", "per "))
    draft.read(_NAMES_IN_A_ROW, lambda found: _names_in_a_row(draft, found), (", ",))
    draft.read(_MORE_THAN_ONE, lambda found: _more_than_one(draft, found), ("more than ",))
    draft.read(
        _NUMBERED_IN_WORDS,
        lambda found: _numbered_in_words(draft, found),
        ("year", "phase", "stage", "round"),
    )
    draft.read(_VAGUE, lambda found: _vague(draft, found), (" or ",))
    draft.read(_DOZENS, lambda found: _dozens(draft, found), ("dozen", "score"))
    draft.read(
        _EVENLY,
        lambda found: _evenly(draft, found),
        ("evenly", "equally", "fifty-fifty", "50-50", "equal shares"),
    )
    draft.read(_PART_OF_A_POINT, lambda found: _part_of_a_point(draft, found), (" point", "-point"))
    draft.read(_FINALS, lambda found: _finals(draft, found), ("final", "last four"))
    read_durations(draft)
    draft.read(_GROWN_BY_HALF, lambda found: _grown_by_half(draft, found), ("half",))
    read_shares(draft)
    if draft.has_digits:
        draft.read(_DIGIT, lambda found: _quantity(draft, found.start(), words=False))
    draft.read(_WORD_NUMBER, lambda found: _quantity(draft, found.start(), words=True), _NUMBERS)
    draft.read(_POWER, lambda found: _power(draft, found), frozenset(_POWERS))
    draft.read(
        _RELATIVE,
        lambda found: add_relative(draft, found),
        ("year", "month", "day", "annual", "tomorrow", "quarter"),
    )
    draft.read(_PART_OF_YEAR, lambda found: add_part_of_year(draft, found), ("year",))
    read_articles_as_ones(draft)
    draft.read(_SOFT, lambda found: _soft(draft, found), _SOFT_WORDS)
    draft.read(_ARTICLE, lambda found: _soft(draft, found), frozenset(("a", "an")))


def _every_dollar(draft: Draft, found: re.Match[str]) -> Place:
    """Every dollar spent: 1달러를 쓰면."""
    draft.add("money", Decimal(1), found.span(), unit=ENGLISH[found["unit"].lower()].unit, hard=False)
    return found.span()


def _names_in_a_row(draft: Draft, found: re.Match[str]) -> None:
    """South Korea, China and Japan: 세 나라, 三国."""
    names = Decimal(found[0].count(",") + (0 if ", and " in found[0] else 1) + 1)
    draft.add("count", names, found.span(), unit=OPEN, hard=False)


def _more_than_one(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("count", Decimal(2), found.span(), unit=OPEN, qualifier="at-least", hard=False)
    return found.span()


def _numbered_in_words(draft: Draft, found: re.Match[str]) -> Place:
    """Year three is the third, phase two 2기 or 二期."""
    number = Decimal(small_number(found["n"]))
    draft.add("ordinal", number, found.span(), hard=False)
    draft.add("count", number, found.span(), unit=OPEN, hard=False)
    return found.span()


def _dozens(draft: Draft, found: re.Match[str]) -> Place:
    """Half a dozen, two dozen, a score of: the first and the last often mean no more than some."""
    number = 6 if found["half"] else 20 if found["score"] else 12 * small_number(found["n"])
    draft.add(
        "count",
        Decimal(number),
        found.span(),
        unit=OPEN,
        qualifier=draft.qualifier(found.span()),
        hard=found["n"] is not None,
    )
    return found.span()


def _evenly(draft: Draft, found: re.Match[str]) -> Place:
    """What two share evenly: half each, 50%씩."""
    draft.add("percentage", Decimal(50), found.span("evenly"), hard=False)
    return found.span("evenly")


def _grown_by_half(draft: Draft, found: re.Match[str]) -> Place:
    """By half is to 1.5 times as much, or a half more."""
    place = found.span("half")
    draft.add("multiple", Decimal("1.5"), place, hard=False)
    draft.add("ratio", "1/2", place, hard=False)
    return place


# --- numbers with units ----------------------------------------------------------------------------


def _unit(text: str, at: int) -> tuple[Measure | None, int]:
    """What stands behind a number that ends at `at`, and where that ends."""
    if point := _OF_A_POINT.match(text, at):
        return ENGLISH["percentage point"], point.end()
    found = _UNIT_WORD.match(text, at)
    if found is None:
        return None, at
    word, more, third = found["word"], found["more"] or "", found["third"] or ""
    for words in (word + more + third, word + more, word):
        entry = ENGLISH.get(words) or ENGLISH.get(
            words.lower().replace("-", " ") if len(words) > 2 else words
        )
        if entry is not None:
            end = at + len(found["join"]) + len(words)
            if entry.kind == "money" and _AMOUNT.match(text, end):
                break  # Phase 2 USD 1.09 billion
            if entry.unit == "person" and text.startswith(("' ", "’ "), end):
                return Measure("count", OPEN), at  # 20,000 workers' homes
            return entry, end
    if word.lower() in _LEVELS:
        return None, at
    if "-" in word:
        head = word.split("-")[0]
        entry = ENGLISH.get(head) or ENGLISH.get(head.lower())
        if entry is not None:
            return entry, at + len(found["join"]) + len(head)
    if more and found["join"] == " ":  # 300 new homes, 20 heavy trucks
        behind = more.strip().lower()
        entry = ENGLISH.get(behind)
        if entry is not None and entry.kind == "duration" and word.lower() in _OF_TIMES:
            return entry, at + 1 + len(word) + len(more)
        if entry is not None and entry.kind == "count" and word.lower() not in _NO_NOUN and word.isalpha():
            return Measure("count", entry.unit if entry.unit != "person" else OPEN), at
    if word.lower() in _NO_NOUN or len(word) < 2:
        return None, at
    return Measure("count", OPEN), at


def _numeral(text: str, at: int) -> Numeral | None:
    return numerals.english(text, at) if text[at : at + 1].isdigit() else numerals.english_words(text, at)


def _quantity(draft: Draft, at: int, *, words: bool) -> Place | None:
    text = draft.left
    before = text[max(0, at - 5) : at]
    money = None if words else currency_before(text, at)
    if not words and before[-1:].isalpha() and not money:
        return None
    first = _numeral(text, at)
    if first is None:
        return None
    if money and (short := _SHORT_SCALE.match(text, first.end)):
        first = Numeral(times(first.value, _SHORT_SCALES[short["scale"].lower()]), short.end())
    odd = _SOME_MORE.match(text, first.end)
    measure, end = _unit(text, odd.end() if odd else first.end)
    if measure is not None and measure.unit == "KRW" and before.endswith("No. "):
        measure, end = None, first.end  # No. 1 won the vote
    if (
        measure is None
        and first.value >= FEWEST_OF_A_POPULATION
        and _POPULATION.search(text, max(0, at - 40), at)
    ):
        measure = ENGLISH["people"]
    if (measure is None or measure.unit == OPEN) and (
        earlier := _SAME_UNIT.search(draft.text, max(0, at - 24), at)
    ):
        measure = ENGLISH[earlier["unit"]]
    written = Written(first, text[at : first.end])
    second: Written | None = None
    sign = _RANGE_SIGN.match(text, first.end)
    if measure is not None and measure.unit != OPEN and not (sign and sign[0].strip() == "-"):
        sign = _RANGE_SIGN.match(text, end)
    start = money[0] if money else at
    if sign is None and _BETWEEN.search(text[max(0, start - 8) : start]):
        sign = re.compile(r"(?: and )").match(text, end)
    if sign:
        upper = re.compile(r"(?:US\$|USD|KRW|EUR|[$₩€£])? ?").match(text, sign.end())
        start_of_second = upper.end() if upper else sign.end()
        number = (
            _numeral(text, start_of_second)
            if text[start_of_second : start_of_second + 1].isdigit() or words
            else None
        )
        if (
            number is not None
            and sign[0].strip() != "-"
            and number.value < first.value
            and _FROM.search(text[max(0, at - 12) : at])
        ):
            # from 12 cities to eight, from four and a half hours to two: no range, and no score
            known = measure or _unit(text, number.end)[0]
            if known is None or known.unit == OPEN or measure:
                number = None
        if number is not None and (
            measure is None or measure.unit == OPEN or _unit(text, number.end)[0] == measure or money
        ):
            if money and (short := _SHORT_SCALE.match(text, number.end)):
                number = Numeral(times(number.value, _SHORT_SCALES[short["scale"].lower()]), short.end())
            second = Written(number, text[start_of_second : number.end])
            measure, end = _unit(text, number.end)
    if money:
        measure = Measure("money", money[1])
        end = second.number.end if second else first.end
    if words and (_LISTED.match(draft.text, first.end) or _EACH_WAY.match(draft.text, first.end)):
        # three things: a list that follows is not counted in every language, nor three lanes each way of six
        for counted in (first.value, 2 * first.value):
            draft.add("count", plain(counted), (start, first.end), unit=OPEN, hard=False)
        return start, first.end
    if measure is not None and measure.kind == "percentage" and _OFF.match(text, end):
        measure = Measure("percentage", OFF)
    if measure is not None and measure.kind == "count" and _TOP.search(draft.text[max(0, start - 9) : start]):
        measure = Measure("count", OPEN)  # the top 500 companies: 前500位
    qualifier = "odd" if odd else draft.qualifier((start, end))
    if (
        measure is not None
        and (measure.kind == "duration" or _is_of_a_way(measure) or _PLAYED.match(text, first.end))
        and qualifier == "at-least"
        and _OVER.search(draft.text[max(0, start - 32) : start])
    ):
        qualifier = "loose"
    in_force = money or (
        measure is not None and measure.kind == "duration" and text[first.end : first.end + 1] == "-"
    )
    if in_force and qualifier == "under" and _UNDER_A.search(draft.text[max(0, start - 9) : start]):
        qualifier = "exact"  # under a $60 million contract, under a 25-year lease
    if measure is not None and measure.kind == "duration" and qualifier in BOUNDS and _AGO.match(text, end):
        qualifier = "loose"  # 1,300 won more than six years ago: than then
    # from the previous three months: from the quarter before
    period = (
        measure == _A_MONTH
        and first.value in _PERIODS
        and _PREVIOUS.search(draft.text[max(0, start - 11) : start]) is not None
        and _UP_TO_THEN.match(text, end) is None
    )
    add_quantity(draft, (start, end), written, second, measure, qualifier, asked=not period)
    return start, max(end, first.end)


# 50-odd minutes, thirty-something, the 1,700s
_SOME_MORE: Final = re.compile(r"-(?:odd|something)(?= )|(?<=,[0-9]00)s\b")
# from over 30 hours to about five and a half
_SAME_UNIT: Final = re.compile(
    r"\b(?P<unit>hours|minutes|days|weeks|months|years) to (?:just |only )?(?:about |around |roughly |under |over |nearly )?$"
)
# a population of about 3.5 million, the population passed 3.5 million
_POPULATION: Final = re.compile(r"\bpopulation\b[^0-9.,;]{0,28}$", re.IGNORECASE)
_A_MONTH: Final = ENGLISH["month"]
_AGO = re.compile(r" (?:ago|earlier|before|ahead|in advance|prior to)\b", re.IGNORECASE)
_PERIODS: Final = (3, 6, 9, 12)
_PREVIOUS = re.compile(r"\b(?:previous|preceding|prior|(?:in|for|over|during) the|every) $", re.IGNORECASE)
_UP_TO_THEN = re.compile(r" (?:to|through|ending|ended|from|until|after|before|since)\b")


# over three years: longer than that, or in the course of them; what lasts over three years is longer
_OVER = re.compile(
    r"(?<!take )(?<!takes )(?<!took )(?<!taken )(?<!last )(?<!lasts )(?<!lasted )(?<!for )(?<!of )(?<!after )(?<!in )(?<!just )(?<!well )(?<!little )(?<!slightly )(?<!wait )(?<!waited )(?<!is )(?<!was )(?<!are )(?<!were )"
    r"\bover(?: (?:the|a)(?: (?:total|combined|distance|length|stretch)(?: of)?)?)? $|^past $",
    re.IGNORECASE,
)
_KILOMETER: Final = 1000


def _is_of_a_way(measure: Measure) -> bool:
    """A route over 43 km, six stations over 6.1 km: longer than that, or along it."""
    return measure.unit == "m" and measure.factor >= _KILOMETER


# under a USD 27 million grant: by it, and for no less
_UNDER_A = re.compile(r"\bunder an? $", re.IGNORECASE)
# attendance of ten million over 720 games
_PLAYED = re.compile(r" (?:games|matches|rounds|races|legs|holes|sessions|performances)\b", re.IGNORECASE)
_OFF = re.compile(r" (?:off|discount)\b")
_TOP = re.compile(r"\b(?:top|leading|largest|biggest) $", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:US)?[$₩€£]?$", re.IGNORECASE)
_EACH_WAY = re.compile(
    r" (?:lanes? |tracks? )?(?:each way|in each direction|per direction|on (?:each|either) side)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r" (?:main |key |other )?(?:things|ways|reasons|respects|aspects)\b", re.IGNORECASE)


def _power(draft: Draft, found: re.Match[str]) -> Place:
    """A scale without a number before it: %(value)s quadrillion."""
    power = _POWERS[found[0].lower()]
    draft.add("count", power, found.span(), unit=OPEN, hard=False)
    measure, _end = _unit(draft.text, found.end())
    if measure is not None and measure.kind == "money":  # to the nearest million won
        draft.add("money", times(power, measure.factor), found.span(), unit=measure.unit, hard=False)
    return found.span()


def _part_of_a_point(draft: Draft, found: re.Match[str]) -> Place:
    """A quarter point is 0.25 percentage points."""
    if found["tenths"]:
        part = f"0.{small_number(found['tenths'])}"
    else:
        part = "0.75" if found["three"] else "0.5" if found["part"].lower() == "half" else "0.25"
    draft.add("percentage-point", Decimal(part), found.span(), qualifier=draft.qualifier(found.span()))
    return found.span()


def _vague(draft: Draft, found: re.Match[str]) -> Place:
    """Two or three: the Korean 두세, the Chinese 两三."""
    for name in ("a", "b"):
        draft.add("count", Decimal(small_number(found[name])), found.span(), unit=OPEN, hard=False)
    return found.span()


def _finals(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("count", Decimal(8 if found["eight"] else 4), found.span(), unit=OPEN, hard=False)
    return found.span()


def _soft(draft: Draft, found: re.Match[str]) -> Place:
    if found.lastgroup == "whole":
        draft.add("percentage", Decimal(100), found.span(), hard=False)
    elif found.lastgroup == "half":
        add_share(
            draft,
            found.span(),
            1,
            2,
            qualifier="at-least" if found[0].lower() == "majority" else draft.qualifier(found.span()),
            hard=False,
        )
    elif found.lastgroup in _SOFT_NUMBERS:
        draft.add("count", Decimal(_SOFT_NUMBERS[found.lastgroup]), found.span(), unit=OPEN, hard=False)
    return found.span()
