"""What an edition is made of: everything that the editors' pages say, as plain values.

Read by `collect` in one snapshot. Holds no primary keys and no clock, so that the same pages give
the same material. Texts are as their editors wrote them, with `[[key]]` for figures.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

import msgspec

from briefings.assembly import canonical
from languages.dates import DatePrecision
from languages.figures import Figure, Unit
from languages.trilingual import Trilingual

type Audience = Literal["presidential", "partner", "full"]
type Classification = Literal["public", "partial", "closed"]
type Role = Literal["norm", "agreement", "demonstration", "market", "effect"]
type Firmness = Literal["considering", "planned", "agreed", "begun", "done"]
type Strength = Literal["signed", "announced", "reported", "own-reading"]
type Entry = Literal["dated", "ongoing", "picked", "background"]

AUDIENCES: tuple[Audience, ...] = ("presidential", "partner", "full")
ROLES: tuple[Role, ...] = ("norm", "agreement", "demonstration", "market", "effect")
"""Also the order in which a chapter argues."""


class Pillar(msgspec.Struct, frozen=True, gc=False):
    """One of the four headings of the strategy."""

    slug: str
    name: Trilingual
    message: Trilingual
    point: str = ""


class Strategy(msgspec.Struct, frozen=True, gc=False):
    """The national strategy: its fixed phrase and its pillars in order."""

    slug: str
    name: Trilingual
    phrase: Trilingual
    phrase_in_sentence: Trilingual
    linking_sentence: Trilingual
    pillars: tuple[Pillar, ...]


class Source(msgspec.Struct, frozen=True, gc=False):
    """Where a statement comes from."""

    key: str
    publisher: Trilingual
    title: Trilingual = Trilingual()
    url: str = ""
    day: date | None = None
    strength: Strength = "reported"


class Contribution(msgspec.Struct, frozen=True, gc=False):
    """How its item serves a pillar."""

    pillar: str
    role: Role
    weight: int
    sentence: Trilingual
    point: str
    follows: str = ""
    """Slug of the item whose contribution to the same pillar this one rests on."""


class Commitment(msgspec.Struct, frozen=True, gc=False):
    """Who will do what by when."""

    actor: Trilingual
    action: Trilingual
    firmness: Firmness
    day: date | None = None
    day_precision: DatePrecision = "none"


class Partner(msgspec.Struct, frozen=True, gc=False):
    name: Trilingual
    country: str = ""


class Fact(msgspec.Struct, frozen=True, gc=False):
    """A fact that only items of its kind have, such as the aircraft of an air-mobility deal."""

    name: str
    text: Trilingual


class Item(msgspec.Struct, frozen=True, dict=True):
    """A cooperation item."""

    slug: str
    kind: str
    status: str
    classification: Classification
    headline: Trilingual
    summary: Trilingual
    entry: Entry
    legal_clause: str = ""
    event_date: date | None = None
    event_end: date | None = None
    date_precision: DatePrecision = "none"
    place: Trilingual = Trilingual()
    background: Trilingual = Trilingual()
    significance: Trilingual = Trilingual()
    """Background and significance are HTML of bold, links and lists."""
    views: tuple[Trilingual, ...] = ()
    message: Trilingual = Trilingual()
    partners: tuple[Partner, ...] = ()
    countries: tuple[str, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()
    sources: tuple[Source, ...] = ()
    related: tuple[str, ...] = ()
    perspectives: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    wording_checked: bool = True
    """False for a clause whose original text nobody has checked (R-10)."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of its canonical JSON, made once however often it is asked for.

        Raises:
            UnicodeEncodeError: a text holds a lone surrogate, and is still to be cleaned.
        """
        return canonical.digest(self)


class Group(msgspec.Struct, frozen=True, gc=False):
    """Who is watching."""

    slug: str
    name: Trilingual
    members: Trilingual = Trilingual()
    in_sentence: str = ""
    """Name and members inside an English sentence, with article and case."""


class Interest(msgspec.Struct, frozen=True, gc=False):
    """What one group wants to know."""

    group: str
    kind: Literal["statement", "question", "topic"]
    text: Trilingual


class Perspective(msgspec.Struct, frozen=True, gc=False):
    """What one or more groups want to know, and what we say."""

    slug: str
    valid_from: date
    interests: tuple[Interest, ...]
    messages: tuple[Trilingual, ...]
    valid_until: date | None = None
    sensitive: bool = False


class Chapter(msgspec.Struct, frozen=True, gc=False):
    """The editor's texts for one pillar, and the digest of the contributions they were written on."""

    pillar: str
    claim: Trilingual
    why_now: Trilingual = Trilingual()
    gap: Trilingual = Trilingual()
    bridge: Trilingual = Trilingual()
    basis: str = ""


class KeyFigure(msgspec.Struct, frozen=True, gc=False):
    item: str
    figure: str
    label: Trilingual = Trilingual()


class Caution(msgspec.Struct, frozen=True, gc=False):
    kind: Literal["opposed", "not-an-order", "other"]
    text: Trilingual


class Highlight(msgspec.Struct, frozen=True, gc=False):
    item: str
    text: Trilingual


class Briefing(msgspec.Struct, frozen=True, gc=False):
    """The editor's page for one period."""

    slug: str
    name: Trilingual
    period_start: date
    period_end: date
    headline: Trilingual
    conclusion: Trilingual
    classification: Classification
    legal_clause: str = ""
    licence: str = "4"
    recipient: Trilingual = Trilingual()
    bureau: Trilingual = Trilingual()
    bureau_phone: str = ""
    officer: Trilingual = Trilingual()
    why_now_norm: Trilingual = Trilingual()
    why_now_market: Trilingual = Trilingual()
    why_now_technology: Trilingual = Trilingual()
    theme_title: Trilingual = Trilingual()
    conclusion_korea_view: Trilingual = Trilingual()
    conclusion_national_interest: Trilingual = Trilingual()
    change_note: Trilingual = Trilingual()
    chapters: tuple[Chapter, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    requests: tuple[Trilingual, ...] = ()
    cautions: tuple[Caution, ...] = ()
    highlights: tuple[Highlight, ...] = ()


class Term(msgspec.Struct, frozen=True, gc=False):
    """A name, and variants that must not be used while it holds, once it is agreed."""

    identifier: str
    preferred: Trilingual
    forbidden_ko: tuple[str, ...] = ()
    forbidden_zh_hans: tuple[str, ...] = ()
    forbidden_en: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    definition: Trilingual = Trilingual()
    """What the name means, for readers; empty for one that is not agreed."""
    proposed: Literal[True] | msgspec.UnsetType = msgspec.UNSET
    """Nobody has agreed to the name yet, so it forbids nothing. Unset, it is not written: agreed terms are sealed as
    before there was this mark."""


class Record(msgspec.Struct, frozen=True, gc=False):
    """A source record in the manifest. The seal covers slug and digest, not the revision's id."""

    kind: str
    slug: str
    digest: str


class Material(msgspec.Struct, frozen=True, dict=True):
    """Everything an edition is made of."""

    briefing: Briefing
    strategy: Strategy
    items: tuple[Item, ...] = ()
    groups: tuple[Group, ...] = ()
    """The core groups, also one that no perspective speaks to (`groups_shown`)."""
    perspectives: tuple[Perspective, ...] = ()
    units: tuple[Unit, ...] = ()
    terms: tuple[Term, ...] = ()

    def item(self, slug: str) -> Item | None:
        """The item with this slug, if it is part of the material."""
        return self._by_slug.get(slug)

    @cached_property
    def groups_shown(self) -> tuple[Group, ...]:
        """The groups that an edition names: those that a perspective speaks to."""
        asked = {interest.group for each in self.perspectives for interest in each.interests}
        return tuple(group for group in self.groups if group.slug in asked)

    @cached_property
    def groups_of_perspectives(self) -> dict[str, frozenset[str]]:
        """By the slug of a perspective those of the groups that it speaks to."""
        return {
            each.slug: frozenset(interest.group for interest in each.interests) for each in self.perspectives
        }

    @property
    def terms_in_force(self) -> tuple[Term, ...]:
        """The terms that hold at the end of the briefing's period."""
        day = self.briefing.period_end
        return tuple(
            term
            for term in self.terms
            if (term.valid_from is None or term.valid_from <= day)
            and (term.valid_until is None or day <= term.valid_until)
        )

    @cached_property
    def _by_slug(self) -> dict[str, Item]:
        return {item.slug: item for item in reversed(self.items)}
