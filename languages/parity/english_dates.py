"""Dates, periods and times of day in English."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, cast

from languages.parity.draft import Draft, Place, add_period_of, add_years, day_value, full_year, period_value
from languages.parity.english_clock import read_clock
from languages.parity.english_years import counts
from languages.parity.kinds import Qualifier
from languages.parity.numerals import small_number
from languages.parity.units import OPEN

_MONTH_NAMES: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
# of their names and of what they are cut short to
_FULL = "|".join(name.capitalize() for name in _MONTH_NAMES)
_M = rf"(?:{_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_Y = r"(?:1[0-9]|20|21)[0-9]{2}"
_D = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_TO = r"(?: ?- ?| to | through | until | and (?=\d|[A-Z]))"
_EDGE = r"(?<![A-Za-z0-9.,$])"
_PART = r"(?:(?P<part>(?i:early|mid|late|the beginning of|the start of|the middle of|the end of|the close of|end|beginning|early in|late in))[- ](?:of )?(?:(?:next|last|this) )?)?"
_ISO = re.compile(
    r"(?<![0-9.])(?P<y>[0-9]{4})(?P<sign>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sign)(?P<d>[0-3]?[0-9])(?![0-9])"
)
_MONTH_DAY = re.compile(
    rf"\b(?<!Long )(?P<m>{_M}) (?:the )?(?P<d>{_D})(?:(?:{_TO}|, )(?:(?P<m2>{_M}) )?(?P<d2>{_D})(?! ?(?:%|per ?cent|million|billion|[ap]\.?m\b|:[0-9]|[a-z]+s\b)))?(?:,? (?P<y>{_Y})\b(?! (?:people|won|homes|units)))?(?!\.[0-9])"
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
    rf"(?:\b{_PART}(?P<m>{_M}),? (?:of )?(?P<y>{_Y})\b|\b{_PART.replace('part', 'part2')}(?P<m2>January|February|April|June|July|August|September|October|November|December|(?<!Long )(?:(?<=[a-z,] )|(?<=mid-))March(?! on| toward| to (?!mid|late|early|[A-Z])| (?:for|against|through)\b)|(?<=[a-z,-] )May(?! (?:be|not|have|I|we)\b)|(?<=mid-)May)\b)"
)
_FIRST_DAYS = re.compile(
    rf"\bfirst (?P<n>[0-9]{{1,2}}|ten|twenty) days of (?:this |next |last )?(?P<m>{_FULL}|{_M})\b",
    re.IGNORECASE,
)
_TEN_DAYS = re.compile(
    rf"\b(?P<which>middle|second|mid|last|final|closing) (?:10|ten) days of (?:this |next |last )?(?P<m>{_FULL}|{_M})(?: (?P<y>{_Y}))?\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"(?:\b(?P<word>first|second|third|fourth|1st|2nd|3rd|4th|final)(?:(?: and|,|-to| to) (?P<word2>second|third|fourth|2nd|3rd|4th))?[ -]quarters?\b|\bQ(?P<q>[1-4])(?:(?: and | to |-)Q(?P<q2>[1-4]))?\b|\b(?P<q3>[1-4])Q)(?:(?: of)?(?: the)? ?(?P<y>{_Y})\b|'?(?P<y2>[0-9]{{2}})\b)?"
    rf"|\b(?P<y3>{_Y})[ -]?Q(?P<q4>[1-4])\b|\bfirst (?P<three>three|two|3|2) quarters\b",
    re.IGNORECASE,
)
# in the second quarter …, in the third
_QUARTER_AGAIN = re.compile(
    r"\b(?:in|for|from|to|than) the (?P<word>first|second|third|fourth)(?=[.,;)]|$| and\b| from\b)",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"(?:\b(?P<word>first|second|latter|1st|2nd)[- ]half\b(?!-year)|\bH(?P<h>[12])\b|\b(?P<h2>[12])H)(?:(?: of)?(?: the)?(?: year)? ?(?P<y>{_Y})\b|'?(?P<y2>[0-9]{{2}})\b)?",
    re.IGNORECASE,
)
# from 86 in the first half to 114 in the second
_HALF_AGAIN = re.compile(
    r"\b(?:in|for|from|to|than) the (?P<word>first|second)(?=[.,;)]|$| and\b| from\b)", re.IGNORECASE
)
_HALF_YEARLY = re.compile(
    r"\b(?:half-year(?:ly)?|interim) (?:results|report|earnings|profits?|figures|accounts)\b", re.IGNORECASE
)
_DECADE = re.compile(
    r"(?<![0-9$])(?:the )?(?:(?P<part>early|mid|late)[- ])?(?P<y>(?:1[0-9]|20)[0-9]0)'?s\b|(?<![0-9A-Za-z])'(?P<d>[0-9]0)s\b"
)
_LIFE = re.compile(
    r"\b(?:in|of|from)(?: (?:their|his|her))? (?P<d>[2-9]0(?=s\b| (?:and|to|or) (?:their )?[2-9]0s\b)|twenties|thirties|forties|fifties|sixties|seventies|eighties)s?\b(?P<more>(?:,? (?:and |to |or )?(?:their )?(?:[2-9]0s|thirties|forties|fifties|sixties|seventies|eighties)\b){1,4})?|(?<![0-9'$])(?P<d3>[2-9]0)s\b",
    re.IGNORECASE,
)
_DECADES_OF_LIFE: Final = re.compile(r"[2-9]0s|[a-z]+ies", re.IGNORECASE)
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
    rf"(?<![0-9.,$£€]){_PART}(?P<y>{_Y})(?:(?: ?- ?| to | through | until )(?P<y2>{_Y})| ?[-/] ?(?P<y3>[0-9]{{2}})(?![0-9/]))(?![0-9,]|\.[0-9]| ?%)"
)
_YEAR = re.compile(
    rf"(?<![0-9.,$£€A-Za-z]){_PART}(?:FY ?)?(?P<y>{_Y})(?![0-9A-Za-z%]|,[0-9]|\.[0-9])"
    r"(?! (?:million|billion|trillion)\b)",
    re.IGNORECASE,
)
_ON_THE_DAY = re.compile(
    r"\bon the (?P<d>[0-9]{1,2})(?:st|nd|rd|th)(?! (?:floor|anniversary|place|day))|\bthe (?P<d2>[0-9]{1,2})(?:st|nd|rd|th)(?=[.,;]| at | to the | of (?:this|next|last) month)",
    re.IGNORECASE,
)
_DATE_PREFIX = re.compile(
    r"\b(?:(?P<by>by|before|until|till|no later than|up to|through|prior to|by the)|(?P<after>no earlier than|not before|as (?:early|soon) as|at the earliest (?:in|on|by)|after|since|from|starting|beginning|as from|(?<!the )following|effective)|(?P<about>around|about|circa))(?: (?:in|on|the|early|late))?[ -]$",
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


_MONTH_WORDS: Final = frozenset(
    (*_MONTH_NAMES, "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
)
_OF_LIFE: Final = ("0s", *(word[:-1] for word in _LIFE_WORDS))


def read_dates(draft: Draft) -> None:
    """Adds the dates, periods and times of day."""
    if draft.has_digits:
        draft.read(_ISO, lambda found: _iso(draft, found), ("-", "/", "."))
        draft.read(_YEARED_RANGE, lambda found: _month_day(draft, found), _MONTH_WORDS)
        draft.read(_MONTH_DAY, lambda found: _month_day(draft, found), _MONTH_WORDS)
        draft.read(_DAY_MONTH, lambda found: _day_month(draft, found), _MONTH_WORDS)
    draft.read(_FIRST_DAYS, lambda found: _first_days(draft, found), (" days of ",))
    draft.read(_TEN_DAYS, lambda found: _ten_days(draft, found), (" days of ",))
    draft.read(_FIRST_MONTHS, lambda found: _first_months(draft, found), (" months",))
    draft.read(_MONTH_ALONE, lambda found: _month_alone(draft, found), _MONTH_WORDS)
    draft.read(_MONTHS, lambda found: _months(draft, found), _MONTH_WORDS)
    draft.read(_MONTH, lambda found: _month(draft, found), _MONTH_WORDS)
    draft.read(_QUARTER, lambda found: _quarter(draft, found), ("q",))
    if any(fact.kind == "quarter" for fact in draft.found):
        draft.read(_QUARTER_AGAIN, lambda found: _quarter_again(draft, found))
    draft.read(_HALF, lambda found: _half(draft, found), ("half", "h1", "h2", "1h", "2h"))
    if any(fact.kind == "half" for fact in draft.found):
        draft.read(_HALF_AGAIN, lambda found: _half_again(draft, found), (" the ",))
    draft.read(_HALF_YEARLY, lambda found: _half_yearly(draft, found), ("half-year", "interim"))
    draft.read(_LIFE, lambda found: _life(draft, found), _OF_LIFE)
    if draft.has_digits:
        draft.read(_DECADE, lambda found: _decade(draft, found), ("0s", "0's"))
        draft.read(_YEARS, lambda found: _years(draft, found), ("-", "/", " to ", " through ", " until "))
        draft.read(_YEAR, lambda found: _year(draft, found), _OF_YEARS)
        draft.read(_ON_THE_DAY, lambda found: _on_the_day(draft, found), ("the ",))
    read_clock(draft)


_OF_YEARS: Final = ("10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21")


def _part(written: str | None) -> Qualifier | None:
    """What early, mid-, the end of … say; None if nothing is said."""
    if not written:
        return None
    words = written.lower().removeprefix("the ")
    return next((qualifier for start, qualifier in _PART_WORDS.items() if words.startswith(start)), None)


_DATE_SUFFIX = re.compile(
    r",? (?:(?P<by>at the (?:very )?latest|or (?:earlier|sooner))|(?P<after>at the (?:very )?earliest|or later|onwards?))\b",
    re.IGNORECASE,
)


# do not expect it to return to profit before the second quarter
_NOT_BEFORE = re.compile(r"\b(?:not|never|unlikely)\b[^.;]*\b(?:before|until|till)\b[^.;]*$", re.IGNORECASE)


def date_qualifier(draft: Draft, place: Place, part: str | None = None) -> Qualifier:
    """How a date is meant: late, by, since, around."""
    told = _part(part)
    if told:
        return told
    found = _DATE_SUFFIX.match(draft.text, place[1]) or _DATE_PREFIX.search(
        draft.text[max(0, place[0] - 28) : place[0]]
    )
    if (
        found is not None
        and found[0].lower().startswith(("before", "until", "till"))
        and _NOT_BEFORE.search(draft.text, max(0, place[0] - 100), place[0])
    ):
        return "exact"  # from then on at the earliest, which others say by a date alone
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


def _first_days(draft: Draft, found: re.Match[str]) -> Place | None:
    """The first 20 days of October: 10월 1~20일."""
    days = 20 if found["n"].lower() == "twenty" else small_number(found["n"])
    month = _month_number(found["m"])
    first, last = (day_value(None, month, day) for day in (1, days))
    if first is None or last is None:
        return None
    draft.add("date-range", first, found.span(), maximum=last, hard=False)
    if days == _THIRD_OF_A_MONTH:  # 초순, 上旬
        month_value = period_value(None, f"{month:02d}")
        draft.add("month", month_value, found.span(), qualifier="early", hard=False)
    return found.span()


_THIRD_OF_A_MONTH: Final = 10
"""Days."""


def _ten_days(draft: Draft, found: re.Match[str]) -> Place:
    """The last ten days of September: 9월 하순, 9月下旬."""
    part: Qualifier = "mid" if found["which"].lower() in ("middle", "second", "mid") else "late"
    year = int(found["y"]) if found["y"] else None
    draft.add("month", period_value(year, f"{_month_number(found['m']):02d}"), found.span(), qualifier=part)
    return found.span()


def _month(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    year = int(found["y"]) if found["y"] else None
    value = period_value(year, f"{_month_number(found['m'] or found['m2']):02d}")
    # 70,000 fewer than in March: elsewhere than a month before
    compared = year is None and _COMPARED.search(draft.text[max(0, place[0] - 24) : place[0]]) is not None
    qualifier = date_qualifier(draft, place, found["part"] or found["part2"])
    draft.add("month", value, place, qualifier=qualifier, hard=not compared)
    return place


_COMPARED = re.compile(r"\b(?:than|compared (?:with|to)) (?:in |that of |those of )?$", re.IGNORECASE)
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
    number = small_number(found["n"]) if found["n"].lower() != "eleven" else 11
    year = int(found["y"]) if found["y"] else None
    draft.add("month", period_value(year, f"{number:02d}"), found.span(), hard=False)
    draft.add("duration", Decimal(number), found.span(), unit="month", hard=False)
    add_period_of(draft, found.span(), number, year)
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
            period_value(None, "Q3" if found["three"].lower() in ("three", "3") else "Q2"),
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


def _quarter_again(draft: Draft, found: re.Match[str]) -> Place:
    number = _PERIOD_WORDS[found["word"][:3].lower()]
    draft.add("quarter", period_value(None, f"Q{number}"), found.span("word"))
    return found.span("word")


def _half_again(draft: Draft, found: re.Match[str]) -> Place:
    number = _PERIOD_WORDS[found["word"][:3].lower()]
    draft.add("half", period_value(None, f"H{number}"), found.span("word"))
    return found.span("word")


def _half(draft: Draft, found: re.Match[str]) -> Place:
    place = found.span()
    number = found["h"] or found["h2"] or str(_PERIOD_WORDS[found["word"][:3].lower()])
    draft.add(
        "half", period_value(_period_year(found), f"H{number}"), place, qualifier=date_qualifier(draft, place)
    )
    return place


def _half_yearly(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("half", "--H1", found.span(), hard=False)
    return found.span()


def _decade(draft: Draft, found: re.Match[str]) -> Place:
    draft.add("decade", found["y"] + "s" if found["y"] else f"--{found['d']}s", found.span())
    return found.span()


def _life(draft: Draft, found: re.Match[str]) -> Place | None:
    """People in their 20s and 30s: the Korean 20~30대, not the 1920s."""
    decades = [found["d"] or found["d3"], *_DECADES_OF_LIFE.findall(found["more"] or "")]
    for index, written in enumerate(decades):
        number = _LIFE_WORDS.get(written.lower()) or int(written.rstrip("s"))
        # thirties, forties or fifties: 30~50대
        draft.add(
            "count",
            Decimal(number),
            found.span(),
            unit=OPEN,
            qualifier=_life_qualifier(draft, found.end()),
            hard=index in (0, len(decades) - 1),
        )
    return found.span()


def _life_qualifier(draft: Draft, end: int) -> Qualifier:
    found = _OR_OLDER.match(draft.text, end)
    return "exact" if found is None else "up-to" if found["up"] else "at-least"


_OR_OLDER: Final = re.compile(
    r",? (?:or|and) (?:(?P<up>younger|under|below)|older|over|above)\b", re.IGNORECASE
)


def _years(draft: Draft, found: re.Match[str]) -> Place | None:
    if found["y2"] and counts(draft.text, *found.span("y2")):
        return None
    if found["part"] and found["y2"]:  # late 2026 through 2028
        first, last = (found.start(), found.end("y")), found.span("y2")
        draft.add("year", found["y"], first, qualifier=date_qualifier(draft, first, found["part"]))
        draft.add("year", found["y2"], last, qualifier="by")
        return found.span()
    return None if found["part"] else add_years(draft, found)


def _year(draft: Draft, found: re.Match[str]) -> Place | None:
    place = found.span()
    if counts(draft.text, *found.span("y")):
        return None
    draft.add("year", found["y"], place, qualifier=date_qualifier(draft, place, found["part"]))
    return place


def _on_the_day(draft: Draft, found: re.Match[str]) -> Place | None:
    value = day_value(None, None, int(found["d"] or found["d2"]))
    if value is None:
        return None
    draft.add("date", value, found.span())
    return found.span()
