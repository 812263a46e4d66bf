"""Whatever people decide about editions, in whatever order: what is refused, and what readers find, follows the rules.

The rules stand here once more, each as one plain sentence over a list of editions, beside the portal's queries and locks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from agencies.models import Agency, Membership
from briefings import access
from briefings.editions import release, sealing
from briefings.models import Briefing, Edition, Release, ReleaseChange, Withdrawal
from languages.trilingual import Trilingual

pytestmark = pytest.mark.django_db
AUDIENCES = ("presidential", "partner")
DAY = timedelta(days=1)
EMBARGOES = (None, 1, 30, 50)
"""Hours; None is at once. The others pass with the next, the second and the third day."""
STEPS = 100
AMONG_THE_NEWEST = 3
"""Of one audience's: what is decided about editions long gone is refused anyway."""


@dataclass(eq=False)
class Decided:
    """An edition, and what was decided about it."""

    key: int
    audience: str
    number: tuple[int, int]
    corrects: int | None
    at: datetime | None = None
    public: bool = False
    agencies: set[int] = field(default_factory=set)
    withdrawn: datetime | None = None

    @property
    def is_set(self) -> bool:
        """Readers have had it, or are to. What was withdrawn before its minute is neither."""
        return self.at is not None and (self.withdrawn is None or self.withdrawn >= self.at)

    @property
    def is_released(self) -> bool:
        return self.is_set and self.at is not None and self.at <= timezone.now()


@dataclass
class Chosen:
    """What somebody who releases has filled in."""

    at: datetime | None
    agencies: list[Agency]
    public: bool

    def has_readers(self, audience: str) -> bool:
        """A partner edition needs some to be named; another one has its own, and no others."""
        return bool(self.agencies or self.public) == (audience == "partner")


class Office:
    """One briefing's editions for two audiences, in the hands of people who press whatever there is to press."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        users = get_user_model().objects
        self.approver, self.official = users.get(username="approver"), users.get(username="official")
        self.members = {
            each.agency: each.user for each in Membership.objects.select_related("agency", "user")
        }
        self.briefing = Briefing.objects.get(slug="2025-11")
        self.decided: list[Decided] = []
        self.pressed: list[str] = []
        """The way to here, for whoever has to find out what went wrong."""

    def of(self, audience: str) -> list[Decided]:
        """In the order of their numbers."""
        return [each for each in self.decided if each.audience == audience]

    def press_something(self) -> None:
        audience = self.chance.choice(AUDIENCES)
        newest = self.of(audience)[-AMONG_THE_NEWEST:]
        [verb] = self.chance.choices(["seal", "release", "change", "withdraw", "wait"], [3, 6, 4, 2, 2])
        if verb == "wait":
            self.wait_a_day()
        elif verb == "seal" or not newest:
            self.seal(audience)
        else:
            # released is the newest or none; what was decided about the others can be decided otherwise
            weights = [1, 2, 6] if verb == "release" else [2, 3, 2]
            [edition] = self.chance.choices(newest, weights[-len(newest) :])
            getattr(self, verb)(edition)

    def seal(self, audience: str) -> None:
        """Also approved, by somebody who has read it."""
        series = self.of(audience)
        corrected = sealing.corrected_by(self.briefing, audience)
        number = sealing.next_number(
            series[-1].number if series else None, self.chance.choice(["minor", "major"])
        )
        sealed = Edition.objects.create(
            briefing=self.briefing,
            audience=audience,
            major=number[0],
            minor=number[1],
            corrects=corrected,
            content=b"{}",
            manifest=b"{}",
            digest=f"{len(self.decided):064}",
            sealed_at=timezone.now(),
        )
        release.approve(edition=sealed, by=self.approver)
        set_before = [each.key for each in series if each.is_set]
        assert sealed.corrects_id == (set_before[-1] if set_before else None)
        self.decided.append(Decided(sealed.pk, audience, number, sealed.corrects_id))
        self.pressed.append(f"{sealed} sealed, to correct {corrected}")

    def release(self, edition: Decided) -> None:
        chosen, others = self._chosen(edition.audience), self._others(edition)
        newest = others[-1] if others else None
        allowed = (
            edition.at is None
            and (newest is None or newest.number < edition.number)
            and edition.corrects == (newest.key if newest else None)
            and self._in_order(edition, others, chosen)
            and chosen.has_readers(edition.audience)
        )
        self._set(release.release, edition, chosen, allowed=allowed)

    def change(self, edition: Decided) -> None:
        chosen, others = self._chosen(edition.audience), self._others(edition)
        allowed = (
            edition.at is not None
            and edition.at > timezone.now()
            and edition.withdrawn is None
            and self._in_order(edition, others, chosen)
            and chosen.has_readers(edition.audience)
        )
        self._set(release.change, edition, chosen, allowed=allowed)

    def withdraw(self, edition: Decided) -> None:
        corrected = any(each.corrects == edition.key for each in self.decided if each.is_set)
        allowed = (
            edition.at is not None
            and edition.withdrawn is None
            and (edition.is_released or not corrected)  # else the correction would correct nothing
        )
        self._decide(release.withdraw, edition, allowed=allowed, reason=Trilingual(ko="날짜 변경"))
        if allowed:
            edition.withdrawn = Withdrawal.objects.get(release__edition=edition.key).at

    def wait_a_day(self) -> None:
        self.pressed.append("a day passes")
        with connection.cursor() as cursor:
            # rows that never change otherwise: their triggers rest
            cursor.execute("SET LOCAL session_replication_role = replica")
            Release.objects.update(at=F("at") - DAY, decided_at=F("decided_at") - DAY)
            ReleaseChange.objects.update(at=F("at") - DAY, was_at=F("was_at") - DAY)
            Withdrawal.objects.update(at=F("at") - DAY)
            cursor.execute("SET LOCAL session_replication_role = origin")
        for each in self.decided:
            each.at = each.at and each.at - DAY
            each.withdrawn = each.withdrawn and each.withdrawn - DAY

    def _chosen(self, audience: str) -> Chosen:
        hours = self.chance.choice(EMBARGOES)
        at = None if hours is None else timezone.now() + timedelta(hours=hours)
        if audience != "partner":
            return Chosen(at, [], public=False)
        agencies = [agency for agency in self.members if self.chance.random() < 0.4]
        return Chosen(at, agencies, public=self.chance.random() < 0.3)

    def _others(self, edition: Decided) -> list[Decided]:
        return [each for each in self.of(edition.audience) if each.is_set and each is not edition]

    def _in_order(self, edition: Decided, others: list[Decided], chosen: Chosen) -> bool:
        at = chosen.at or timezone.now()
        return all((each.at <= at) if each.number < edition.number else (at <= each.at) for each in others)

    def _set(self, decide: Callable[..., Any], edition: Decided, chosen: Chosen, *, allowed: bool) -> None:
        self._decide(
            decide, edition, allowed=allowed, at=chosen.at, agencies=chosen.agencies, public=chosen.public
        )
        if allowed:
            edition.at = Release.objects.get(edition=edition.key).at
            edition.public, edition.agencies = chosen.public, {each.pk for each in chosen.agencies}

    def _decide(self, decide: Callable[..., Any], edition: Decided, *, allowed: bool, **choice: Any) -> None:
        """What the portal says must be what the rules say."""
        why_not = ""
        try:
            with transaction.atomic():
                decide(edition=Edition.objects.get(pk=edition.key), by=self.approver, **choice)
        except release.Refused as refused:
            why_not = str(refused)
        self.pressed.append(f"{decide.__name__} {edition} {choice}: {why_not or 'done'}")
        assert allowed == (not why_not)

    def readers(self) -> Iterator[tuple[Any, Callable[[Decided], bool]]]:
        """Each with the released editions that are theirs."""
        yield self.official, lambda edition: True
        yield AnonymousUser(), lambda edition: edition.public
        for agency, member in self.members.items():
            yield member, lambda edition, key=agency.pk: edition.public or key in edition.agencies


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_pressed_the_rules_say_what_is_refused_and_what_readers_find(seed: int) -> None:
    office = Office(Random(seed))
    try:
        _follows_the_rules(office)
    except AssertionError as error:
        error.add_note("\n".join(office.pressed))
        raise
    # a walk on which nothing happens would prove nothing
    assert sum(each.is_released for each in office.decided) > 3
    assert sum(each.withdrawn is not None for each in office.decided) > 1


def _follows_the_rules(office: Office) -> None:
    for _step in range(STEPS):
        office.press_something()
        for audience in AUDIENCES:
            _readers_get_them_in_order_and_each_corrects_the_one_before(office.of(audience))
        if office.chance.random() < 0.2:
            released = [each for each in office.decided if each.is_released]
            for reader, theirs in office.readers():
                _a_reader_finds(reader, [each for each in released if theirs(each)])


def _readers_get_them_in_order_and_each_corrects_the_one_before(editions: list[Decided]) -> None:
    of_readers = [each for each in editions if each.is_set]
    assert [each.corrects for each in of_readers] == [None, *(each.key for each in of_readers)][
        : len(of_readers)
    ]
    for before, after in pairwise(of_readers):
        assert before.at <= after.at


def _a_reader_finds(reader: Any, theirs: list[Decided]) -> None:
    readable = access.readable_editions(reader).values_list("pk", flat=True)
    assert set(readable) == {each.key for each in theirs}
    _the_first_page_opens_the_newest_that_holds(reader, theirs)
    for audience in AUDIENCES:
        _each_says_what_became_of_it(reader, [each for each in theirs if each.audience == audience])


def _the_first_page_opens_the_newest_that_holds(reader: Any, theirs: list[Decided]) -> None:
    audience = "presidential" if any(each.audience == "presidential" for each in theirs) else "partner"
    made_for_them = [each for each in theirs if each.audience == audience]
    holding = [each for each in made_for_them if each.withdrawn is None]
    newest = next(reversed(holding or made_for_them), None)

    opened = access.latest_edition(reader)

    assert (opened and opened.pk) == (newest and newest.key)


def _each_says_what_became_of_it(reader: Any, theirs: list[Decided]) -> None:
    editions = Edition.objects.in_bulk([each.key for each in theirs])
    standings = access.standings(reader, editions.values())
    holding = [each.key for each in theirs if each.withdrawn is None]
    for place, each in enumerate(theirs):
        later = [other.key for other in theirs[place + 1 :]]
        if each.withdrawn:
            became = ("withdrawn", None)
        elif each.key != holding[-1]:
            became = ("superseded", holding[-1])
        else:
            became = ("replacement-withdrawn", later[-1]) if later else ("released", None)
        assert standings[each.key] == became
    for each in theirs[-AMONG_THE_NEWEST:]:
        corrections = [correction.pk for correction in access.corrections_of(reader, editions[each.key])]
        assert corrections == [key for key in holding if key > each.key]
