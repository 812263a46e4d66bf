"""The single values that facts are compared by: a range has two, a share is also a percentage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

import msgspec

from languages.parity.kinds import Fact, Kind
from languages.parity.numerals import EXACT
from languages.parity.units import BY, FIRST_FEW, OFF, OPEN

type Key = tuple[str, Decimal | str | int]

_CALENDAR: Final[frozenset[Kind]] = frozenset(("date", "month", "quarter", "half", "year", "decade"))
_NUMERIC: Final[frozenset[Kind]] = frozenset(
    (
        "money",
        "count",
        "percentage",
        "percentage-point",
        "ordinal",
        "rank",
        "multiple",
        "area",
        "measure",
        "duration",
    )
)
_ANY_YEAR: Final = 2025
# a third time, a third floor: what can be counted off
_COUNTED_OFF: Final = frozenset(("", OPEN, "times", "floor", "lane", "night", "home"))


class Atom(msgspec.Struct, frozen=True):
    """One value of one fact."""

    fact: Fact
    kind: Kind
    text: str
    """The value of a calendar fact, a ratio or a time."""
    number: Decimal
    """The value in base units; 0 where there is none."""
    written: Decimal
    """The number as it is written, before its unit."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """Where to look for an atom that may be the same."""
        return _keys(self)


def atoms(facts: tuple[Fact, ...]) -> list[Atom]:
    """The values of all facts, in their order."""
    return [atom for fact in facts for atom in _atoms(fact)]


def _atoms(fact: Fact) -> Iterator[Atom]:
    kind: Kind = fact.kind
    if kind == "date-range":
        kind = "date"
    elif kind == "range":
        kind = "month" if fact.unit == "month" else "quarter" if fact.unit == "quarter" else "year"
    for value in (fact.value, fact.maximum):
        if value is None:
            continue
        if (
            kind == "month"
            and value == fact.value
            and fact.maximum is not None
            and str(value).endswith("-01")
        ):
            # 1~9월 is also said as the first nine months, or as 9월까지
            yield Atom(msgspec.structs.replace(fact, hard=False), kind, str(value), Decimal(0), Decimal(0))
            continue
        if isinstance(value, Decimal):
            yield Atom(fact, kind, "", value, EXACT.divide(value, fact.factor))
        else:
            number = Decimal(value) if kind == "year" and value.isdigit() else Decimal(0)
            yield Atom(fact, kind, value, number, number)


def _keys(atom: Atom) -> tuple[Key, ...]:
    if atom.kind in _NUMERIC:
        keys: list[Key] = [("n", atom.number)]
        if atom.kind == "multiple" and atom.number < 1:
            keys.append(("n", 100 * atom.number))
        if atom.written != atom.number:
            keys.append(("n", atom.written))
        if atom.kind == "percentage":  # half as much more is 1.5 times
            keys += [("n", 1 + atom.number / 100), ("n", atom.number / 100)]
        if atom.fact.unit == BY:
            keys.append(("n", atom.number + 1))
        if atom.fact.unit == OFF:
            keys.append(("n", 100 - atom.number))
        if atom.kind in ("ordinal", "duration"):
            keys.append(("day", int(atom.written)))
        return tuple(keys)
    if atom.kind == "ratio":
        return (
            (*_ratio_keys(atom.text), *_ratio_keys(_left_of(atom.text)))
            if atom.fact.unit == OFF
            else _ratio_keys(atom.text)
        )
    if atom.kind == "time":
        hour, minute = atom.text.split(":")
        return (("time", int(hour) % 12 * 60 + int(minute)),)
    if not atom.text:
        return ()
    if atom.kind == "year":
        return (("n", atom.number),)
    if atom.kind == "decade":
        return (("decade", atom.text[-3:]),)
    return ((atom.kind if atom.kind != "date" else "day", _last_part(atom)),)


def _left_of(share: str) -> str:
    """What is left where a share is taken away: of 2/3, a third."""
    part, of = (int(number) for number in share.split("/"))
    return f"{of - part}/{of}"


def _last_part(atom: Atom) -> int | str:
    part = atom.text.rsplit("-", 1)[-1]
    return int(part) if part.isdigit() else part


def _ratio_keys(text: str) -> tuple[Key, ...]:
    if "/" in text:
        part, of = (Decimal(number) for number in text.split("/"))
        if of:
            return (("ratio", text), ("n", EXACT.divide(100 * part, of)))
    first, _sign, second = text.partition(":")
    return (("ratio", text), ("n", Decimal(first))) if second == "1" else (("ratio", text),)


def days_of_range(fact: Fact) -> int | None:
    """How many days a range of dates has, first and last included; None if it is none."""
    if fact.kind != "date-range":
        return None
    first, last = (str(value).split("-") for value in (fact.value, fact.maximum))
    try:
        days = [
            date(int(parts[0] or _ANY_YEAR), int(parts[-2] or 1), int(parts[-1])) for parts in (first, last)
        ]
    except ValueError:
        return None
    return (days[1] - days[0]).days + 1


def year_of(atom: Atom) -> str | None:
    """The year that a calendar value names."""
    if atom.kind not in _CALENDAR or atom.kind == "decade" or not atom.text or atom.text.startswith("-"):
        return None
    return atom.text.split("-", 1)[0]


def month_of(atom: Atom) -> str | None:
    """The month that a date or month names, as two digits."""
    if atom.kind not in ("date", "month") or not atom.text or atom.text.startswith("---"):
        return None
    return (
        atom.text.removeprefix("--").split("-")[0] if atom.text.startswith("--") else atom.text.split("-")[1]
    )


def same(one: Atom, other: Atom) -> bool:
    """Whether two values may be the same value in two languages."""
    if one.kind in _CALENDAR and other.kind in _CALENDAR:
        return _same_day(one, other)
    if one.kind == other.kind:
        if one.kind == "ratio":
            return one.text == other.text or _is_what_is_left(one, other)
        if one.kind == "time":
            return _same_time(one, other)
        return _same_quantity(one, other)
    kinds = {one.kind, other.kind}
    if kinds == {"ratio", "percentage"}:
        ratio, share = (one, other) if one.kind == "ratio" else (other, one)
        return ("n", share.number) in _ratio_keys(ratio.text) or _is_what_is_left(one, other)
    if kinds == {"ratio", "multiple"}:  # 2.34배, 2.34 to 1; 0.5배, half
        ratio, multiple = (one, other) if one.kind == "ratio" else (other, one)
        return ratio.text == f"{multiple.number}:1" or ("n", 100 * multiple.number) in _ratio_keys(ratio.text)
    if "date" in kinds:
        day, number = (one, other) if one.kind == "date" else (other, one)
        if not day.text.startswith("---") or number.written != int(day.text[3:]):
            return False
        return number.kind == "ordinal" or (number.kind == "duration" and number.fact.factor == 86400)
    if "year" in kinds:
        year, number = (one, other) if one.kind == "year" else (other, one)
        return number.kind == "count" and number.fact.unit in _COUNTED_OFF and number.number == year.number
    if kinds == {"percentage", "multiple"}:
        share, multiple = (one, other) if one.kind == "percentage" else (other, one)
        part = share.number / 100
        # 1.3배 늘다, 130 percent more; to 2.3 times as much
        return 1 + part == multiple.number or (multiple.fact.unit == BY and part == multiple.number)
    if kinds == {"percentage-point", "measure"}:  # it fell 0.2 points
        points = one if one.kind == "measure" else other
        return points.fact.unit == "point" and one.written == other.written
    if not kinds <= _NUMERIC or kinds & {"percentage", "percentage-point"}:
        return False
    if "money" in kinds:
        number = other if one.kind == "money" else one
        return number.kind == "count" and number.fact.unit == "" and one.number == other.number
    if one.written != other.written:
        return False
    if "count" in kinds:
        count, number = (one, other) if one.kind == "count" else (other, one)
        if number.fact.unit == FIRST_FEW:  # 前五位国家, the top five countries
            return True
        return (
            count.fact.unit in _COUNTED_OFF or not count.fact.hard or not (one.fact.hard and other.fact.hard)
        )
    return kinds <= {"ordinal", "rank", "duration", "multiple"} and kinds != {"multiple", "duration"}


def _is_what_is_left(one: Atom, other: Atom) -> bool:
    """Whether one share is what the other leaves: by two thirds, to a third."""
    return (one.fact.unit == OFF) != (other.fact.unit == OFF) and not {*one.keys}.isdisjoint(other.keys)


def _same_quantity(one: Atom, other: Atom) -> bool:
    units = {one.fact.unit, other.fact.unit}
    if BY in units and len(units) == 2:
        by, to = (one, other) if one.fact.unit == BY else (other, one)
        return to.number in (by.number, by.number + 1)
    if OFF in units:
        left = 100 - other.number
        return one.number == other.number or (len(units) == 2 and one.number == left)
    if len(units) == 1 and OPEN not in units:
        return one.number == other.number
    return bool(units & {"", OPEN}) and (one.number == other.number or one.written == other.written)


def _same_time(one: Atom, other: Atom) -> bool:
    if one.text == other.text:
        return True
    if "12h" not in (one.fact.unit, other.fact.unit):
        return False
    return one.keys == other.keys


def _same_day(one: Atom, other: Atom) -> bool:
    if not one.text or not other.text:  # this year, this month: whichever is named
        return one.kind == other.kind
    if one.kind != other.kind:
        return False
    if one.kind == "decade":
        return one.text == other.text or (
            one.text[-3:] == other.text[-3:] and "--" in one.text[:2] + other.text[:2]
        )
    if one.kind == "year":
        return one.text == other.text
    if _last_part(one) != _last_part(other):
        return False
    years = {year_of(one), year_of(other)} - {None}
    months = {month_of(one), month_of(other)} - {None} if one.kind == "date" else set()
    return len(years) < 2 and len(months) < 2
