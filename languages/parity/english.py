"""What an English text states: dates, periods, shares, and numbers with their units."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, cast

from languages.parity import numerals
from languages.parity.draft import Draft, Place, add_relative, day_value, full_year, period_value, plain
from languages.parity.kinds import Qualifier
from languages.parity.numerals import Numeral, times
from languages.parity.quantities import Written, add_quantity
from languages.parity.ratios import add_clock, add_pair, add_share
from languages.parity.units import ENGLISH, OPEN, Measure

_MONTH_NAMES: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_FULL = "|".join(name.capitalize() for name in _MONTH_NAMES)
_M = rf"(?:{_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_Y = r"(?:1[0-9]|20|21)[0-9]{2}"
_D = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_TO = r"(?: ?- ?| to | through | until | and (?=\d|[A-Z]))"
_EDGE = r"(?<![A-Za-z0-9.,$])"
_PART = r"(?:(?P<part>early|mid|late|the beginning of|the start of|the middle of|the end of|the close of|end|beginning|early in|late in)[- ](?:of )?)?"

_ISO = re.compile(
    r"(?<![0-9.])(?P<y>[0-9]{4})(?P<sign>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sign)(?P<d>[0-3]?[0-9])(?![0-9])"
)
_MONTH_DAY = re.compile(
    rf"\b(?P<m>{_M}) (?:the )?(?P<d>{_D})(?:(?:{_TO}|, )(?:(?P<m2>{_M}) )?(?P<d2>{_D})(?! ?(?:%|percent|million|billion|[a-z]+s\b)))?(?:,? (?P<y>{_Y})\b(?! (?:people|won|homes|units)))?"
)
_YEARED_RANGE = re.compile(
    rf"\b(?P<m>{_M}) (?P<d>{_D}), (?P<y>{_Y}),?{_TO}(?P<m2>{_M}) (?P<d2>{_D}), (?P<y2>{_Y})\b"
)
_DAY_MONTH = re.compile(
    rf"{_EDGE}(?:(?P<d>{_D}) ?(?:(?P<m>{_M}) ?)?{_TO})?(?P<d2>{_D})(?: of)? (?P<m2>{_M})(?:,? (?P<y>{_Y}))?\b"
)
_FIRST_MONTHS = re.compile(
    r"\b(?:first|opening) (?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01]) months(?: of(?: the year)?(?: (?P<y>[0-9]{4}))?)?\b",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(
    rf"\A\s*(?P<m>{'|'.join(_MONTH_NAMES)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s*\Z",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"\b(?:(?P<m>{_FULL}|{_M})(?: (?P<y>{_Y}))?(?: to | through | until |-| and )(?P<m2>{_M})(?:,? (?:of )?(?P<y2>{_Y}))?)\b"
)
_MONTH = re.compile(
    rf"(?:\b{_PART}(?P<m>{_M}),? (?:of )?(?P<y>{_Y})\b|\b{_PART.replace('part', 'part2')}(?P<m2>January|February|April|June|July|August|September|October|November|December|(?<=[a-z,] )March(?! on| to(?:ward)?| (?:for|against|through)\b)|(?<=[a-z,-] )May(?! (?:be|not|have|I|we)\b)|(?<=mid-)May)\b)"
)
_ORDINAL_WORDS: Final = {
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
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
_QUARTER = re.compile(
    rf"(?:\b(?P<word>first|second|third|fourth|1st|2nd|3rd|4th|final)(?:(?: and|,|-to| to) (?P<word2>second|third|fourth|2nd|3rd|4th))?[ -]quarters?\b|\bQ(?P<q>[1-4])(?:(?: and | to |-)Q(?P<q2>[1-4]))?\b|\b(?P<q3>[1-4])Q)(?:(?: of)?(?: the)? ?(?P<y>{_Y})\b|'?(?P<y2>[0-9]{{2}})\b)?"
    rf"|\b(?P<y3>{_Y})[ -]?Q(?P<q4>[1-4])\b|\bfirst (?P<three>three|two) quarters\b",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"(?:\b(?P<word>first|second|latter|1st|2nd) half\b|\bH(?P<h>[12])\b|\b(?P<h2>[12])H)(?:(?: of)?(?: the)?(?: year)? ?(?P<y>{_Y})\b|'?(?P<y2>[0-9]{{2}})\b)?",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?<![0-9$])(?:the )?(?:(?P<part>early|mid|late)[- ])?(?P<y>(?:1[0-9]|20)[0-9]0)'?s\b|(?<![0-9A-Za-z])'(?P<d>[0-9]0)s\b"
)
_LIFE = re.compile(
    r"\b(?:in|of|from)(?: (?:their|his|her))? (?P<d>[2-9]0|twenties|thirties|forties|fifties|sixties|seventies|eighties)(?:s\b|\b)(?: (?:and|to|or) (?:their )?(?P<d2>[2-9]0s|thirties|forties|fifties|sixties|seventies|eighties))?|(?<![0-9'$])(?P<d3>[2-9]0)s\b",
    re.IGNORECASE,
)
_LIFE_WORDS: Final = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
}
_YEARS = re.compile(
    rf"(?<![0-9.,$£€])(?P<y>{_Y})(?: ?- ?| to | through | until )(?P<y2>{_Y}|[0-9]{{2}}(?![0-9]))(?![0-9,]|\.[0-9]| ?%| (?:people|won|homes|units)\b)"
)
_YEAR = re.compile(
    rf"(?<![0-9.,$£€A-Za-z]){_PART}(?P<y>{_Y})(?![0-9A-Za-z%]|,[0-9]|\.[0-9])"
    r"(?! (?:people|workers|homes|households|housing|units|companies|firms|jobs|vehicles|cars|square|hectares|meters|metres|kilometers|km|tons|tonnes|won|dollars|million|billion|trillion|students|residents|participants|cases|apartments|sites|buildings|employees|seats|beds|trees|copies)\b)",
    re.IGNORECASE,
)
_ON_THE_DAY = re.compile(
    r"\bon the (?P<d>[0-9]{1,2})(?:st|nd|rd|th)(?! (?:floor|anniversary|place|day))|\bthe (?P<d2>[0-9]{1,2})(?:st|nd|rd|th)(?=[.,;]| at | to the | of (?:this|next|last) month)",
    re.IGNORECASE,
)
_RACE = re.compile(r"(?<![0-9:.])(?P<min>[0-9]{1,2}):(?P<sec>[0-5][0-9])\.(?P<rest>[0-9]{1,3})(?![0-9:])")
_CLOCK = re.compile(
    r"(?<![0-9:.$])(?P<h>[0-9]{1,2})(?::(?P<min>[0-5][0-9]))?(?:(?:-| to )(?P<h2>[0-9]{1,2})(?::(?P<min2>[0-5][0-9]))?)? ?(?P<half>[ap]\.?m\b\.?)(?![a-z])"
    r"|(?<![0-9:.])(?P<h3>[0-9]{1,2}):(?P<min3>[0-5][0-9])(?![0-9:])(?: ?- ?(?P<h4>[0-9]{1,2}):(?P<min4>[0-5][0-9]))?|\b(?P<noon>noon|midnight)\b|\b(?P<h5>[0-9]{1,2}) o'clock",
    re.IGNORECASE,
)
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
}
_FRACTION = re.compile(
    r"\b(?P<part>an?|one|two|three|four|five|six|seven|eight|nine)[ -](?P<of>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?P<s>s)?\b(?![ -](?:time|party|country|largest|biggest|highest|day|year|phase|round|meeting|edition|place|line|of (?:the )?year|floor|term|week|note))"
    r"|(?<![0-9/.])(?P<a>[1-9])/(?P<b>[2-9]|10)(?![0-9/])",
    re.IGNORECASE,
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_AMONG = re.compile(
    rf"(?<![0-9.,$])\b(?P<part>[0-9]{{1,2}}|{_SMALL})(?: [a-z]+)? (?:in|out of)(?: every)? (?P<of>[0-9]{{1,3}}|{_SMALL})\b(?![.,]?[0-9]| ?(?:%|percent|years?|months?|days?|weeks?|hours?|minutes?|million|billion|trillion|consecutive)\b)",
    re.IGNORECASE,
)
_VERSUS = re.compile(
    r"(?<![0-9.,:$])(?P<a>[0-9]{1,5}(?:\.[0-9]+)?)(?: ?: ?|-to-| to (?=1\b(?!st|[.,]?[0-9])))(?P<b>[0-9]{1,5}(?:\.[0-9]+)?)(?![0-9:,]|\.[0-9])"
)
_SETS = re.compile(
    rf"\b(?P<a>[0-9]{{1,2}}|{_SMALL}) (?:sets?|games?|match(?:es)?|goals?|points?) to (?P<b>[0-9]{{1,2}}|{_SMALL}|nil|none|zero)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?<![0-9.,])(?P<n>[0-9]{1,4})(?:st|nd|rd|th)\b(?:(?: and | to |-)(?P<n2>[0-9]{1,4})(?:st|nd|rd|th)\b)?",
    re.IGNORECASE,
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ORDINAL_WORD = re.compile(
    rf"\b(?:(?P<tens>{_TENS})-)?(?P<n>{'|'.join(_ORDINAL_WORDS)})(?P<soft>[ -]part(?:y|ies)|s\b)?\b",
    re.IGNORECASE,
)
_ROMAN: Final = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12}
_ROMAN_NUMBER = re.compile(r"(?<=[a-z] )(?P<n>" + "|".join(sorted(_ROMAN, key=len, reverse=True)) + r")\b")
_MULTIPLE = re.compile(
    r"\b(?P<verb>tripl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|quintupl(?:e|ed|es|ing)|doubl(?:e|ed|es|ing)|halv(?:e|ed|es|ing)|twice|twofold|thrice|(?P<fold>three|four|five|six|seven|eight|nine|ten)-?fold)\b|(?<![0-9.])(?P<n>[0-9]+(?:\.[0-9]+)?)-?fold\b",
    re.IGNORECASE,
)
_VERBS: Final = {"tri": 3, "quad": 4, "quin": 5, "doub": 2, "twic": 2, "twof": 2, "thri": 3}
_DIGIT = re.compile(r"[0-9][0-9.,]*")
_WORD_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9-])(?={numerals.ENGLISH_FIRST_WORD})(?P<first>[A-Za-z]+)", re.IGNORECASE
)
_MONEY_SIGN = re.compile(
    r"(?P<sign>US\$|U\.S\.\$|HK\$|NT\$|S\$|A\$|AU\$|C\$|USD|KRW|CNY|RMB|EUR|JPY|GBP|VND|SGD|AUD|HKD|TWD|IDR|INR|THB|CHF|SAR|CAD|Rp|[$₩€£¥￥]) ?$"
)
_SIGN_UNITS: Final = {
    "US$": "USD", "U.S.$": "USD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "$": "USD",
    "₩": "KRW", "€": "EUR", "£": "GBP", "¥": "", "￥": "", "RMB": "CNY", "Rp": "IDR",
}  # fmt: skip
_SHORT_SCALE = re.compile(r"(?P<scale>[mMkKBbT])(?![A-Za-z0-9])")
_SHORT_SCALES: Final = {"m": 10**6, "k": 10**3, "b": 10**9, "t": 10**12}
_RANGE_SIGN = re.compile(r" ?- ?| to ")
_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
_UNIT_WORD = re.compile(
    r"(?P<join>[ -]?)(?P<word>%p?|°C|°|℃|㎡|㎢|㎞|[A-Za-z][A-Za-z0-9²³/]*(?:\.[A-Za-z]\.)?(?:-[a-z]+)?)(?P<more> [A-Za-z]+(?:\.[A-Za-z]\.)?)?(?P<third> [a-z]+)?"
)
_UNIT_OF_MONEY = frozenset(("usd", "krw", "eur", "cny", "jpy", "rmb", "gbp", "vnd", "sgd"))
_NOUN = re.compile(r"[ -]?[A-Za-z]{2,}")
_LEVELS = frozenset(["range", "mark", "level", "threshold", "ceiling"])  # of whatever was counted before
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
_SPANS: Final = {
    "decade": (120, "month"),
    "century": (1200, "month"),
    "fortnight": (14 * 86400, "second"),
    "around the clock": (86400, "second"),
    "24/7": (86400, "second"),
    "round-the-clock": (86400, "second"),
    "half a year": (6, "month"),
    "half a century": (600, "month"),
    "overnight": (86400, "second"),
}
_SPAN = re.compile(r"\b(?:" + "|".join(_SPANS) + r")\b", re.IGNORECASE)
_HALVES = re.compile(
    r"\b(?:half(?:[ -]an?)?[ -](?P<unit>second|minute|hour|day|week|month|year|decade|mile|kilometer|kilometre|ton)s?|(?:an?|one) (?P<unit2>second|minute|hour|day|week|month|year|decade) and a half)\b",
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
_VAGUE = re.compile(
    r"\b(?P<a>one|two|three|four|five|six|seven|eight|nine) or (?P<b>two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:(?P<whole>entire(?:ly)?|all|full(?:y)?|complete(?:ly)?|wholly|every|exclusively)|(?P<ten>teen(?:s|agers?|age)?)|(?P<half>half|halves|halfway|majority)|(?P<two>both|bilateral|pair|two-way|dual|twin|either|neither|mutual|couple|double|twice|runner-up|second)"
    r"|(?P<first>single|sole|only|once|inaugural|an? |unique|solo|individual|alone|top|champion|primary|maiden)|(?P<three>trilateral|triple|trio|tripartite|three-way|triangular)"
    r"|(?P<four>quadrilateral|quartet|seasons)|(?P<zero>zero|no|none|free|without)|(?P<twelve>dozen))\b",
    re.IGNORECASE,
)
_SOFT_NUMBERS: Final = {"two": 2, "first": 1, "three": 3, "four": 4, "zero": 0, "ten": 10, "twelve": 12}
_RELATIVE = re.compile(
    r"\b(?:(?P<year>(?:this|last|next|the (?:previous|following|same|current)|that) (?:fiscal )?year|a year (?:earlier|ago|before)|year-on-year|the year before|annual(?:ly)?)"
    r"|(?P<month>(?:this|last|next|the (?:previous|following|same)) month|a month earlier)|(?P<day>today|yesterday|tomorrow|the same day|that day|(?:on|last|next|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"\b(?:(?P<up_to>up to|at most|at the most|no more than|not more than|no later than|not exceeding|(?:not|never) exceed|a maximum of|(?:a )?(?:top|maximum) speeds? of|maximum of|a cap of|capped at|a ceiling of|(?:a )?highs? of|(?:a )?peak of|limited to|maximum|max\.?)"
    r"|(?P<at_least>at least|at a minimum|no less than|not less than|no fewer than|not fewer than|more than|greater than|higher than|longer than|older than|larger than|heavier than|bigger than|in excess of|exceed(?:ed|ing|s)?|over|above|upwards of|a minimum of|minimum of|surpass(?:ed|ing|es)?(?: the)?|topp(?:ed|ing)(?: the)?|tops|pass(?:ed|es|ing)?(?: the)?|cross(?:ed|es|ing)?(?: the)?|beyond|north of|minimum|well over)"
    r"|(?P<under>less than|fewer than|under|below|lower than|short of|shorter than|shy of)|(?P<about>about|around|approximately|approx\.|roughly|some|circa|an estimated|estimated at|nearly about|in the region of|or so|close to about|~)"
    r"|(?P<nearly>nearly|almost|close to|approaching|just under|just short of|nearing|not quite)|(?P<within>(?:within|over|during|for|in)(?: the)? (?:next|past|last|coming|following|previous)|in the space of)|(?P<up_to2>within(?: an?)?(?: [a-z]+){0,2}?(?: of)?)|(?P<loose>hit|reach(?:ed|es|ing)?|from|as (?:many|much|high|long|low|few) as|starting (?:at|from)))"
    r"(?: (?:a|an|the|about|some|another|a total of|a combined))?(?: (?=$))?$",
    re.IGNORECASE,
)
# what a qualifier may end with: most numbers have none, and this is seen at once
_LAST_WORD = re.compile(
    r"(?:to|most|than|exceed\w*|of|speeds?|max\w*\.?|least|minimum|over|above|beyond|under|below|about|around|approx\w*\.?"
    r"|roughly|some|circa|estimated|at|so|~|nearly|almost|short|nearing|quite|within|next|past|last|coming|following|previous"
    r"|surpass\w*|topp\w+|tops|pass\w*|cross\w*|hit|reach\w*|from|as|an?|the|another|total|combined)\Z",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?:[ -](?!or\b|and\b|at\b)[A-Za-z]+){0,3},? ?(?:(?P<at_least>\+|or (?:more|above|over|older|longer|higher|larger|greater)|and (?:over|above|older|up|more)|at (?:the )?(?:least|minimum)|plus\b)"
    r"|(?P<up_to>or (?:less|fewer|below|under|younger|shorter|lower)|and (?:under|below|younger)|at (?:the )?(?:most|maximum)|maximum)|(?P<about>or so|or thereabouts|give or take))\b|(?P<more>\+)",
    re.IGNORECASE,
)
_DATE_PREFIX = re.compile(
    r"\b(?:(?P<by>by|before|until|till|no later than|up to|through|prior to|by the)|(?P<after>after|since|from|starting|beginning|as of|as from|following|effective)|(?P<about>around|about|circa))(?: (?:in|on|the|early|late))?[ -]$",
    re.IGNORECASE,
)
_PART_WORDS: Final[dict[str, Qualifier]] = {
    "early": "early",
    "begin": "early",
    "start": "early",
    "mid": "mid",
    "middl": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
}


def read(draft: Draft) -> None:
    """Adds every fact of an English text to its draft."""
    _read_dates(draft)
    draft.read(_VAGUE, lambda found: _vague(draft, found))
    draft.read(_FINALS, lambda found: _finals(draft, found))
    draft.read(_HALVES, lambda found: _halves(draft, found))
    draft.read(_SPAN, lambda found: _span(draft, found))
    _read_shares(draft)
    _read_numbers(draft)
    draft.read(_POWER, lambda found: _power(draft, found))
    draft.read(_RELATIVE, lambda found: add_relative(draft, found))
    draft.read(_SOFT, lambda found: _soft(draft, found))


# --- dates ---------------------------------------------------------------------------------------


def _read_dates(draft: Draft) -> None:
    if any(character in "0123456789" for character in draft.left):
        draft.read(_ISO, lambda found: _iso(draft, found))
        draft.read(_YEARED_RANGE, lambda found: _month_day(draft, found))
        draft.read(_MONTH_DAY, lambda found: _month_day(draft, found))
        draft.read(_DAY_MONTH, lambda found: _day_month(draft, found))
    draft.read(_FIRST_MONTHS, lambda found: _first_months(draft, found))
    draft.read(_MONTH_ALONE, lambda found: _month_alone(draft, found))
    draft.read(_MONTHS, lambda found: _months(draft, found))
    draft.read(_MONTH, lambda found: _month(draft, found))
    draft.read(_QUARTER, lambda found: _quarter(draft, found))
    draft.read(_HALF, lambda found: _half(draft, found))
    draft.read(_LIFE, lambda found: _life(draft, found))
    if any(character in "0123456789" for character in draft.left):
        draft.read(_DECADE, lambda found: _decade(draft, found))
        draft.read(_YEARS, lambda found: _years(draft, found))
        draft.read(_YEAR, lambda found: _year(draft, found))
        draft.read(_ON_THE_DAY, lambda found: _on_the_day(draft, found))
    draft.read(_RACE, lambda found: _race(draft, found))
    draft.read(_CLOCK, lambda found: _clock(draft, found))


def _part(written: str | None) -> Qualifier | None:
    """What early, mid-, the end of … say; None if nothing is said."""
    if not written:
        return None
    words = written.lower().removeprefix("the ")
    return next((qualifier for start, qualifier in _PART_WORDS.items() if words.startswith(start)), None)


def date_qualifier(draft: Draft, place: Place, part: str | None = None) -> Qualifier:
    """How a date is meant: late, by, since, around."""
    told = _part(part)
    if told:
        return told
    found = _DATE_PREFIX.search(draft.text[max(0, place[0] - 20) : place[0]])
    return "exact" if found is None or found.lastgroup is None else cast(Qualifier, found.lastgroup)


def _month_number(written: str) -> int:
    start = written.lower()[:3]
    return next(number for number, name in enumerate(_MONTH_NAMES, start=1) if name.startswith(start))


def _day_number(written: str) -> int:
    return int(re.sub(r"[a-z]+$", "", written.lower()))


def _iso(draft: Draft, found: re.Match[str]) -> Place | None:
    value = day_value(int(found["y"]), int(found["m"]), int(found["d"]))
    if value is None:
        return None
    draft.add("date", value, found.span(), qualifier=date_qualifier(draft, found.span()))
    return found.span()


def _month_day(draft: Draft, found: re.Match[str]) -> Place | None:
    groups = found.groupdict()
    month = _month_number(groups["m"])
    second_year = int(groups["y2"]) if groups.get("y2") else int(groups["y"]) if groups["y"] else None
    year = int(groups["y"]) if groups["y"] else None
    first = day_value(year, month, _day_number(groups["d"]))
    if first is None:
        return None
    place = found.span()
    if groups["d2"]:
        second = day_value(
            second_year, _month_number(groups["m2"]) if groups["m2"] else month, _day_number(groups["d2"])
        )
        if second is not None:
            draft.add("date-range", first, place, maximum=second)
            return place
    draft.add("date", first, place, qualifier=date_qualifier(draft, place))
    return place


def _day_month(draft: Draft, found: re.Match[str]) -> Place | None:
    month = _month_number(found["m2"])
    year = int(found["y"]) if found["y"] else None
    second = day_value(year, month, _day_number(found["d2"]))
    if second is None:
        return None
    place = found.span()
    if found["d"]:
        first = day_value(year, _month_number(found["m"]) if found["m"] else month, _day_number(found["d"]))
        if first is not None:
            draft.add("date-range", first, place, maximum=second)
            return place
    draft.add("date", second, place, qualifier=date_qualifier(draft, place))
    return place


def _months(draft: Draft, found: re.Match[str]) -> Place | None:
    if found["m"] == "May" and not found["m2"][0].isupper():
        return None
    second_year = int(found["y2"]) if found["y2"] else None
    year = int(found["y"]) if found["y"] else second_year
    first = period_value(year, f"{_month_number(found['m']):02d}")
    second = period_value(second_year or year, f"{_month_number(found['m2']):02d}")
    draft.add("range", first, found.span(), unit="month", maximum=second)
    return found.span()


def _month(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    year = int(found["y"]) if found["y"] else None
    value = period_value(year, f"{_month_number(found['m'] or found['m2']):02d}")
    draft.add("month", value, place, qualifier=date_qualifier(draft, place, found["part"] or found["part2"]))
    return place


_PERIOD_WORDS: Final = {
    "fir": 1,
    "1st": 1,
    "sec": 2,
    "2nd": 2,
    "lat": 2,
    "thi": 3,
    "3rd": 3,
    "fou": 4,
    "4th": 4,
    "fin": 4,
}


def _period_year(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    if groups.get("y") or groups.get("y3"):
        return int(groups.get("y") or groups["y3"])
    return full_year(groups["y2"]) if groups.get("y2") else None


def _first_months(draft: Draft, found: re.Match[str]) -> Place:
    """The first nine months: 1~9월, or nine months."""
    number = _small(found["n"]) if found["n"].lower() != "eleven" else 11
    year = int(found["y"]) if found["y"] else None
    draft.add("month", period_value(year, f"{number:02d}"), found.span(), hard=False)
    draft.add("duration", Decimal(number), found.span(), unit="month", hard=False)
    return found.span()


def _month_alone(draft: Draft, found: re.Match[str]) -> Place:
    """A text that is nothing else: May is then a month."""
    draft.add("month", period_value(None, f"{_month_number(found['m']):02d}"), found.span("m"))
    return found.span()


def _quarter(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    year = _period_year(found)
    if found["three"]:
        draft.add(
            "quarter",
            period_value(None, "Q3" if found["three"].lower() == "three" else "Q2"),
            place,
            hard=False,
        )
        return place
    number = found["q"] or found["q3"] or found["q4"] or str(_PERIOD_WORDS[found["word"][:3].lower()])
    second = found["q2"] or (str(_PERIOD_WORDS[found["word2"][:3].lower()]) if found["word2"] else None)
    if second:
        draft.add(
            "range",
            period_value(year, f"Q{number}"),
            place,
            unit="quarter",
            maximum=period_value(year, f"Q{second}"),
        )
    else:
        draft.add("quarter", period_value(year, f"Q{number}"), place, qualifier=date_qualifier(draft, place))
    return place


def _half(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    number = found["h"] or found["h2"] or str(_PERIOD_WORDS[found["word"][:3].lower()])
    draft.add(
        "half", period_value(_period_year(found), f"H{number}"), place, qualifier=date_qualifier(draft, place)
    )
    return place


def _decade(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("decade", found["y"] + "s" if found["y"] else f"--{found['d']}s", found.span())
    return found.span()


def _life(draft: Draft, found: re.Match[str]) -> Place | None:
    """People in their 20s and 30s: the Korean 20~30대, not the 1920s."""
    for name in ("d", "d2", "d3"):
        written = found[name]
        if written:
            number = _LIFE_WORDS.get(written.lower()) or int(written.rstrip("s"))
            draft.add("count", Decimal(number), found.span(), unit=OPEN)
    return found.span()


def _years(draft: Draft, found: re.Match[str]) -> Place | None:
    second = found["y2"] if len(found["y2"]) == 4 else found["y"][:2] + found["y2"]
    if second <= found["y"]:
        return None
    draft.add("range", found["y"], found.span(), unit="year", maximum=second)
    return found.span()


def _year(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    draft.add("year", found["y"], place, qualifier=date_qualifier(draft, place, found["part"]))
    return place


def _on_the_day(draft: Draft, found: re.Match[str]) -> Place | None:
    value = day_value(None, None, int(found["d"] or found["d2"]))
    if value is None:
        return None
    draft.add("date", value, found.span())
    return found.span()


def _race(draft: Draft, found: re.Match[str]) -> Place:
    """3:42.50 is 3분 42초 50."""
    seconds = Decimal(60 * int(found["min"]) + int(found["sec"]))
    draft.add("duration", seconds, found.span(), unit="second")
    draft.add("count", Decimal(int(found["rest"])), (found.start("rest"), found.end()), unit=OPEN)
    return found.span()


def _clock(draft: Draft, found: re.Match[str]) -> Place | None:
    place = found.span()
    if found["noon"]:
        draft.add("time", "12:00" if found["noon"].lower() == "noon" else "00:00", place, hard=False)
        return place
    half = (found["half"] or "").lower().replace(".", "")
    hour, minute = int(found["h"] or found["h3"] or found["h5"]), int(found["min"] or found["min3"] or 0)
    second, second_minute = found["h2"] or found["h4"], int(found["min2"] or found["min4"] or 0)
    colon = found["min3"] is not None
    first_half = half
    if second and half == "pm" and hour > int(second):
        first_half = "am"
    name = "h2" if found["h2"] else "h4"
    if not add_clock(
        draft, (place[0], found.start(name) if second else place[1]), hour, minute, first_half, colon=colon
    ):
        return None
    if second:
        add_clock(draft, (found.start(name), place[1]), int(second), second_minute, half, colon=colon)
    return place


# --- shares, ratios, ordinals, multiples -------------------------------------------------------------


def _read_shares(draft: Draft) -> None:
    draft.read(_FRACTION, lambda found: _fraction(draft, found))
    draft.read(_AMONG, lambda found: _among(draft, found))
    draft.read(_SETS, lambda found: _sets(draft, found))
    draft.read(_VERSUS, lambda found: add_pair(draft, found.span(), found["a"], found["b"]))
    draft.read(_ORDINAL, lambda found: _ordinal(draft, found))
    draft.read(_ORDINAL_WORD, lambda found: _ordinal_word(draft, found))
    draft.read(_ROMAN_NUMBER, lambda found: _roman(draft, found))
    draft.read(_MULTIPLE, lambda found: _multiple(draft, found))


def _small(written: str) -> int:
    word = written.lower()
    if word.isdigit():
        return int(word)
    return _SMALL.split("|").index(word) + 1 if word in _SMALL.split("|") else 1


def _fraction(draft: Draft, found: re.Match[str]) -> Place | None:
    if found["a"]:
        return add_share(draft, found.span(), int(found["a"]), int(found["b"]))
    part = _small(found["part"])
    if (part > 1) != (found["s"] is not None):
        return None  # two third-party reports
    return add_share(
        draft,
        found.span(),
        part,
        _PARTS_OF[found["of"].lower()],
        qualifier=number_qualifier(draft, found.span()),
    )


def _sets(draft: Draft, found: re.Match[str]) -> Place:
    """Three sets to two."""
    second = "0" if found["b"].lower() in ("nil", "none", "zero") else str(_small(found["b"]))
    return add_pair(draft, found.span(), str(_small(found["a"])), second)


def _among(draft: Draft, found: re.Match[str]) -> Place | None:
    part, of = _small(found["part"]), _small(found["of"])
    return (
        add_share(draft, found.span(), part, of, qualifier=number_qualifier(draft, found.span()))
        if part < of
        else None
    )


def _ordinal(draft: Draft, found: re.Match[str]) -> Place:
    for name in ("n", "n2"):
        if found[name]:
            draft.add("ordinal", Decimal(found[name]), found.span(), hard=found[name] != "1")
    return found.span()


def _ordinal_word(draft: Draft, found: re.Match[str]) -> Place:
    number = _ORDINAL_WORDS[found["n"].lower()]
    if found["tens"]:
        number += 10 * (_TENS.split("|").index(found["tens"].lower()) + 2)
    draft.add("ordinal", Decimal(number), found.span(), hard=number > 2 and not found["soft"])
    return found.span()


def _roman(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("ordinal", Decimal(_ROMAN[found["n"]]), found.span(), hard=False)
    return found.span()


def _multiple(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    if found["n"]:
        value = Decimal(found["n"])
    elif found["fold"]:
        value = Decimal(_small(found["fold"]))
    elif found["verb"].lower().startswith("hal"):
        draft.add("ratio", "1/2", place, hard=False)
        return place
    else:
        value = Decimal(
            next(number for start, number in _VERBS.items() if found["verb"].lower().startswith(start))
        )
    draft.add("multiple", value, place, qualifier=number_qualifier(draft, place), hard=value > 2)
    return place


# --- numbers with units ----------------------------------------------------------------------------


def _read_numbers(draft: Draft) -> None:
    last_end = 0

    def number(found: re.Match[str]) -> Place | None:
        nonlocal last_end
        if found.start() < last_end:
            return None
        place = _quantity(draft, found.start(), words=found[0][0].isalpha())
        if place is not None:
            last_end = place[1]
        return place

    draft.read(_DIGIT, number)
    last_end = 0
    draft.read(_WORD_NUMBER, number)


def _unit(text: str, at: int) -> tuple[Measure | None, int]:
    """What stands behind a number that ends at `at`, and where that ends."""
    found = _UNIT_WORD.match(text, at)
    if found is None:
        return None, at
    word, more, third = found["word"], found["more"] or "", found["third"] or ""
    for words in (word + more + third, word + more, word):
        entry = ENGLISH.get(words) or ENGLISH.get(
            words.lower().replace("-", " ") if len(words) > 2 else words
        )
        if entry is not None:
            return entry, at + len(found["join"]) + len(words)
    if word.lower() in _LEVELS:
        return None, at
    if "-" in word:
        head = word.split("-")[0]
        entry = ENGLISH.get(head.lower())
        if entry is not None:
            return entry, at + len(found["join"]) + len(head)
    if more and found["join"] == " ":  # 300 new homes, 20 heavy trucks
        behind = more.strip().lower()
        entry = ENGLISH.get(behind)
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
    money = None if words else _MONEY_SIGN.search(before)
    if not words and before[-1:].isalpha() and not money:
        return None
    first = _numeral(text, at)
    if first is None:
        return None
    if money and (short := _SHORT_SCALE.match(text, first.end)):
        first = Numeral(times(first.value, _SHORT_SCALES[short["scale"].lower()]), short.end())
    measure, end = _unit(text, first.end)
    written = Written(first, text[at : first.end])
    second: Written | None = None
    sign = _RANGE_SIGN.match(text, first.end)
    if measure is not None and measure.unit != OPEN and not (sign and sign[0].strip() == "-"):
        sign = _RANGE_SIGN.match(text, end)
    if sign is None and _BETWEEN.search(
        text[max(0, at - 8 - (len(money[0]) if money else 0)) : at - (len(money[0]) if money else 0)]
    ):
        sign = re.compile(r"(?: and )").match(text, end)
    if sign:
        upper = re.compile(r"(?:US\$|USD|KRW|EUR|[$₩€£])? ?").match(text, sign.end())
        start_of_second = upper.end() if upper else sign.end()
        number = (
            _numeral(text, start_of_second)
            if text[start_of_second : start_of_second + 1].isdigit() or words
            else None
        )
        if number is not None and (
            measure is None or measure.unit == OPEN or _unit(text, number.end)[0] == measure or money
        ):
            if money and (short := _SHORT_SCALE.match(text, number.end)):
                number = Numeral(times(number.value, _SHORT_SCALES[short["scale"].lower()]), short.end())
            second = Written(number, text[start_of_second : number.end])
            measure, end = _unit(text, number.end)
    start = at
    if money:
        start = at - len(money[0])
        measure = Measure("money", _SIGN_UNITS.get(money["sign"], money["sign"]))
        end = second.number.end if second else first.end
    if words and _LISTED.match(draft.text, first.end):
        # three things: a list that follows is not counted in every language
        draft.add("count", plain(first.value), (start, first.end), unit=OPEN, hard=False)
        return start, first.end
    qualifier = number_qualifier(draft, (start, end))
    if (
        measure is not None
        and measure.kind == "duration"
        and qualifier == "at-least"
        and _OVER.search(draft.text[max(0, start - 12) : start])
    ):
        qualifier = "loose"  # over three years: longer than that, or in the course of them
    add_quantity(draft, (start, end), written, second, measure, qualifier)
    return start, max(end, first.end)


_OVER = re.compile(r"\bover(?: the| a)? $", re.IGNORECASE)
_LISTED = re.compile(r" (?:main |key |other )?(?:things|ways|reasons|respects|aspects)\b", re.IGNORECASE)
_OVER = re.compile(r"\bover(?: the| a)? $", re.IGNORECASE)
_LISTED = re.compile(r" (?:main |key |other )?(?:things|ways|reasons|respects|aspects)\b", re.IGNORECASE)


def number_qualifier(draft: Draft, place: Place) -> Qualifier:
    """How a number is meant: up to, about, more than, or less …"""
    window = draft.text[max(0, place[0] - 30) : place[0]].rstrip()
    before = _PREFIX.search(window) if _LAST_WORD.search(window[-14:]) else None
    behind = _SUFFIX.match(draft.text, place[1])
    for found in (before, behind):
        if found is not None and found.lastgroup is not None:
            name = found.lastgroup.replace("_", "-").rstrip("2")
            return "at-least" if name == "more" else cast(Qualifier, name)
    return "exact"


def _span(draft: Draft, found: re.Match[str]) -> Place | None:
    """A decade is ten years, whichever the other language prefers."""
    if draft.text[max(0, found.start() - 2) : found.start()].endswith("-") or (
        found[0].lower() == "century"
        and _ORDINAL_BEFORE.search(draft.text[max(0, found.start() - 14) : found.start()])
    ):
        return None
    length, unit = _SPANS[found[0].lower()]
    draft.add("duration", Decimal(length), found.span(), unit=unit, hard=False)
    return found.span()


_ORDINAL_BEFORE = re.compile(r"(?:[0-9](?:st|nd|rd|th)|[a-z]+th|first|second|third)[ -]$", re.IGNORECASE)


def _power(draft: Draft, found: re.Match[str]) -> Place:
    """A scale without a number before it: %(value)s quadrillion."""
    draft.add("count", _POWERS[found[0].lower()], found.span(), unit=OPEN, hard=False)
    return found.span()


def _halves(draft: Draft, found: re.Match[str]) -> Place:
    """Half an hour, a year and a half."""
    name = (found["unit"] or found["unit2"]).lower()
    measure = Measure("duration", "second") if name == "second" else ENGLISH.get(name) or ENGLISH[name + "s"]
    number = Decimal("0.5") if found["unit"] else Decimal("1.5")
    draft.add(
        measure.kind,
        plain(times(number, measure.factor)),
        found.span(),
        unit=measure.unit,
        factor=measure.factor,
        hard=found["unit"] is None,
    )
    return found.span()


def _vague(draft: Draft, found: re.Match[str]) -> Place:
    """Two or three: the Korean 두세, the Chinese 两三."""
    for name in ("a", "b"):
        draft.add("count", Decimal(_small(found[name])), found.span(), unit=OPEN, hard=False)
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
            qualifier="at-least" if found[0].lower() == "majority" else number_qualifier(draft, found.span()),
            hard=False,
        )
    elif found.lastgroup in _SOFT_NUMBERS:
        draft.add("count", Decimal(_SOFT_NUMBERS[found.lastgroup]), found.span(), unit=OPEN, hard=False)
    return found.span()
