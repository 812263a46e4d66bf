"""The facts of one text while it is being read.

A language reads a text in passes. What a pass has read is blanked out, so that the next one does not
read it again: first what needs several numbers (a date), last what needs one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final, cast

import msgspec

from languages.parity.findings import Span, TextLanguage
from languages.parity.kinds import Fact, Kind, Qualifier, Value
from languages.parity.numerals import EXACT, roman, times
from languages.parity.prepared import Prepared, blanked
from languages.parity.qualifiers import number_qualifier

type Place = tuple[int, int]
type Needs = tuple[str, ...] | frozenset[str]
"""Pieces of text, or whole English words in small letters: a pass whose text has none of them finds nothing."""

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"[0-9]")


_OF_A_CONTAINER: Final = Decimal(20)
_CONTAINER: Final = re.compile(r"TEU|컨테이너|集装箱|標箱|标箱|标准箱|[Cc]ontainer")
_CAPTION: Final = re.compile(r"(?:단위|单位|單位|[Uu]nits?) ?[:：] ?$")


class Draft:
    """`text` is the whole prepared text, `left` the same with blanks for what has been read."""

    def __init__(self, prepared: Prepared, masked: Iterable[Place], language: TextLanguage) -> None:
        self.language = language
        self.prepared = prepared
        self.text = prepared.text
        self.small = prepared.text.lower() if language == "en" else prepared.text
        self.words = frozenset(_WORD.findall(self.small)) if language == "en" else frozenset()
        self.has_digits = _DIGIT.search(prepared.text) is not None
        self.left = blanked(prepared.text, list(masked))
        self.found: list[Fact] = []

    def add(
        self,
        kind: Kind,
        value: Value,
        place: Place,
        *,
        unit: str = "",
        maximum: Value | None = None,
        qualifier: Qualifier = "exact",
        hard: bool = True,
        factor: Decimal = Decimal(1),
    ) -> None:
        """A fact at a place of the prepared text."""
        span = Span(*place)
        if hard and unit == "foot" and value == _OF_A_CONTAINER and self._names_containers:
            hard = False  # what the box is called, which others call TEU
        if hard and _CAPTION.search(self.text, max(0, span.start - 8), span.start):
            hard = False  # (단위: 백만 달러): what a table is counted in, which English says as in millions of dollars
        words = self.prepared.composed[span.start : span.end]
        self.found.append(Fact(kind, value, span, words, unit, maximum, factor, qualifier, hard))

    @cached_property
    def _names_containers(self) -> bool:
        return _CONTAINER.search(self.text) is not None

    def qualifier(self, place: Place) -> Qualifier:
        """How the number at a place of the prepared text is meant."""
        return number_qualifier(self.text, *place, self.language)

    def read(
        self,
        pattern: re.Pattern[str],
        fact: Callable[[re.Match[str]], Place | None],
        needs: Needs = (),
    ) -> None:
        """One pass: `fact` adds what a match says and returns the place it has read, or None.

        A match that begins inside a place which the pass has read is passed over. Most texts have nothing
        of what most passes look for: `needs` is what no match is without.
        """
        if needs and not self._has(needs):
            return
        places: list[Place] = []
        for found in pattern.finditer(self.left):
            if places and found.start() < places[-1][1]:
                continue
            place = fact(found)
            if place is not None:
                places.append(place)
        if places:
            self.left = blanked(self.left, places)

    def _has(self, needs: Needs) -> bool:
        if isinstance(needs, frozenset):
            return not needs.isdisjoint(self.words)
        small = self.small
        for piece in needs:  # noqa: SIM110 - `any` takes three times as long here
            if piece in small:
                return True
        return False

    def facts(self) -> tuple[Fact, ...]:
        """All of them, in the order of the text."""
        found = sorted(self.found, key=lambda fact: (fact.span.start, fact.span.end))
        return tuple(_joined(found, self.prepared.composed))


def ends_of_spans(found: Sequence[Fact], text: str, between: re.Pattern[str]) -> set[int]:
    """Which of the facts are the ends of a span, and bound neither: a bound from below and one from above with no
    more than `between` behind the first."""
    ends: set[int] = set()
    for index in range(1, len(found)):
        first, last = found[index - 1], found[index]
        if (
            first.qualifier in ("at-least", "more-than")
            and last.qualifier in ("up-to", "under")
            and first.kind == last.kind
            and between.fullmatch(text, first.span.end, last.span.start)
        ):
            ends |= {index - 1, index}
    return ends


def meant(fact: Fact, qualifier: Qualifier) -> Fact:
    """The fact, meant as `qualifier` says."""
    return fact if qualifier == fact.qualifier else msgspec.structs.replace(fact, qualifier=qualifier)


_BETWEEN = frozenset(("", " ", " and ", ", ", "零", "又", "하고 "))


def _joined(found: list[Fact], text: str) -> Iterator[Fact]:
    """One hour and thirty minutes, 2년 6개월: durations that stand together are one."""
    last: Fact | None = None
    for fact in found:
        if last is not None and _are_cents_of(last, fact, text):
            last = msgspec.structs.replace(
                last,
                value=EXACT.add(Decimal(last.value), times(Decimal(fact.value), Decimal("0.01"))),
                span=Span(last.span.start, fact.span.end),
                text=text[last.span.start : fact.span.end],
                qualifier=_of_both(last.qualifier, fact.qualifier),
                hard=True,
            )
            continue
        if last is not None and _continues(last, fact, text):
            last = msgspec.structs.replace(
                last,
                value=EXACT.add(Decimal(last.value), Decimal(fact.value)),
                span=Span(last.span.start, fact.span.end),
                text=text[last.span.start : fact.span.end],
                qualifier=_of_both(last.qualifier, fact.qualifier),
                factor=fact.factor,
                hard=True,
            )
            continue
        if last is not None:
            yield last
        last = fact
    if last is not None:
        yield last


def _of_both(first: Qualifier, second: Qualifier) -> Qualifier:
    """How two that are one are meant: 只需2小时50多分."""
    return second if first == "exact" or (first == "peak" and second != "exact") else first


def _are_cents_of(last: Fact, fact: Fact, text: str) -> bool:
    """4달러 30센트."""
    return (
        last.kind == fact.kind == "money"
        and fact.unit == "cent"
        and last.unit != "cent"
        and last.maximum is fact.maximum is None
        and text[last.span.end : fact.span.start] in _BETWEEN
    )


def _continues(last: Fact, fact: Fact, text: str) -> bool:
    both = (
        last.kind == fact.kind == "duration"
        and last.unit == fact.unit
        and last.maximum is fact.maximum is None
    )
    return both and last.factor > fact.factor and text[last.span.end : fact.span.start] in _BETWEEN


def full_year(written: str) -> int:
    """The year of `2025` or of `'25`: two digits from 70 up are of the last century."""
    year = int(written)
    if len(written) > 2:
        return year
    return year + (1900 if year >= 70 else 2000)


def day_value(year: int | None, month: int | None, day: int) -> str | None:
    """`2025-10-20`, `--10-20`, `---20`; None for a day that no calendar has."""
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return f"---{day:02d}"
    return f"{'-' if year is None else year}-{month:02d}-{day:02d}"


def period_value(year: int | None, period: str) -> str:
    """`2025-10`, `--10`, `2025-Q1`, `--H2`."""
    return f"{'-' if year is None else year}-{period}"


_PARTS_BEHIND: dict[TextLanguage, re.Pattern[str]] = {
    "ko": re.compile(r" ?(?:(?P<late>말|하순)|(?P<early>초(?![가-힣])|초순)|(?P<mid>중순|중반))"),
    "zh-hans": re.compile(
        r"(?P<late>年?底|末|下旬)|(?P<early>年?初|上旬)|(?P<mid>年?中(?=[，。、前旬])|中旬)"
    ),
}
_PARTS_BEHIND["zh-hant"] = _PARTS_BEHIND["zh-hans"]
_PARTS_BEFORE: dict[TextLanguage, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?P<late>end of|late)|(?P<early>(?:beginning|start) of|early)|(?P<mid>middle of|mid-?)) ?$",
        re.IGNORECASE,
    )
}


def add_relative(draft: Draft, found: re.Match[str]) -> Place:
    """올해, 本月, this year: some year, month or day, whichever another language names; and which part of it."""
    kinds: dict[str, Kind] = {"year": "year", "quarter": "quarter", "month": "month", "day": "date"}
    if found.lastgroup:
        part = None
        if (behind := _PARTS_BEHIND.get(draft.language)) is not None:
            part = behind.match(draft.text, found.end())
        elif (before := _PARTS_BEFORE.get(draft.language)) is not None:
            part = before.search(draft.text[max(0, found.start() - 16) : found.start()])
        qualifier = "exact" if part is None or part.lastgroup is None else part.lastgroup
        draft.add(kinds[found.lastgroup], "", found.span(), qualifier=cast(Qualifier, qualifier), hard=False)
        if behind is not None and part is not None:
            return found.start(), part.end()
    return found.span()


def add_period_of(draft: Draft, place: Place, months: int, year: int | None) -> None:
    """The first half or quarter of a year, for its first six or three months."""
    if months in (3, 6):
        kind: Kind = "quarter" if months == 3 else "half"
        draft.add(kind, period_value(year, "Q1" if months == 3 else "H1"), place, hard=False)


def add_part_of_year(draft: Draft, found: re.Match[str]) -> Place:
    """연말, 年底, the end of the year: of whichever year is spoken of."""
    draft.add("year", "", found.span(), qualifier=cast(Qualifier, found.lastgroup), hard=False)
    return found.span()


def add_roman(draft: Draft, found: re.Match[str]) -> Place:
    """Ⅲ期, II단계."""
    draft.add("ordinal", roman(found["n"]), found.span())
    return found.span()


def add_half_of_a_month(draft: Draft, place: Place) -> None:
    """보름, 半个月: fifteen days, or two weeks; languages choose."""
    qualifier = draft.qualifier(place)
    for number, unit, factor in (("15", "second", 86400), ("2", "second", 604800), ("0.5", "month", 1)):
        value = EXACT.multiply(Decimal(number), Decimal(factor))
        draft.add(
            "duration", value, place, unit=unit, factor=Decimal(factor), qualifier=qualifier, hard=False
        )


def add_quarters_of_an_hour(draft: Draft, place: Place, quarters: int) -> Place:
    """一刻钟, three-quarters of an hour: in minutes."""
    qualifier = draft.qualifier(place)
    draft.add(
        "duration",
        Decimal(900 * quarters),
        place,
        unit="second",
        factor=Decimal(60),
        qualifier=qualifier,
    )
    return place


def add_hundredths(draft: Draft, found: re.Match[str]) -> Place:
    """9초 98, 9秒98: 9.98 seconds."""
    draft.add("duration", Decimal(f"{found['s']}.{found['rest']}"), found.span(), unit="second")
    return found.span()


NAMED_DAY = re.compile(
    r"(?<![0-9·.])(?P<m>1[0-2]|[1-9])·(?P<d>[12][0-9]|3[01]|[1-9])"
    r"(?= ?(?:대책|부동산|공급|주택|운동|절|선언|합의|공동|성명|조치|혁명|민주|전쟁|사태|광복|계엄|대통령선거|전당대회|참사|사건|테러|지진|총선|대선|지방선거|항쟁|의거|선언|담화|회담|对策|惨案|惨剧|事故|大选|地震|慰安|起义|抗争|会谈|讲话|宣言|运动|共同|声明|措施|事件|革命|民主|光复|协议))"
)


def add_years(draft: Draft, found: re.Match[str]) -> Place | None:
    """2021-25: from one year to another, the second in full or in two digits."""
    groups = found.groupdict()
    first = groups["y"] or groups["y4"]
    written = groups["y2"] or groups.get("y3") or groups.get("y5") or ""
    second = written if len(written) == 4 else first[:2] + written
    if second <= first:
        return None
    draft.add("range", first, found.span(), unit="year", maximum=second)
    return found.span()


def add_named_day(draft: Draft, found: re.Match[str]) -> Place:
    """9·7 대책, 6·25전쟁: a day that has become a name; another language may say it or not."""
    draft.add("date", f"--{int(found['m']):02d}-{int(found['d']):02d}", found.span(), hard=False)
    return found.span()


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros, so that it prints as it would be written."""
    if value == value.to_integral_value() and value.adjusted() < EXACT.prec:
        return value.quantize(Decimal(1), context=EXACT)
    return EXACT.normalize(value)
