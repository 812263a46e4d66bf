"""The shape of every content file: a key that is not here is refused. Described in fixtures/README.md."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec


class Record(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, rename=None):
    """A record of a content file. Fields are written in the order in which they stand here."""


class Text(Record):
    """A text in three languages; Korean is required."""

    ko: str
    zh_hans: str = msgspec.field(default="", name="zh-hans")
    en: str = ""


class UnitRecord(Record):
    slug: str
    name: Text
    counter: Text | None = None
    singular: str = ""
    plural: str = ""
    currency: str = ""
    symbol: str = ""


class PillarRecord(Record):
    slug: str
    order: int
    name: Text
    message: Text
    point: str = ""


class StrategyRecord(Record):
    slug: str
    name: Text
    phrase: Text
    phrase_in_sentence: Text
    linking_sentence: Text
    valid_from: date
    rule: Text | None = None
    valid_until: date | None = None
    pillars: list[PillarRecord] = []


class Variants(Record):
    """Names that must not be used, by language."""

    ko: list[str] = []
    zh_hans: list[str] = msgspec.field(default_factory=list, name="zh-hans")
    en: list[str] = []


class TermRecord(Record):
    id: str
    preferred: Text
    traditional: str = ""
    forbidden: Variants | None = None
    definition: Text | None = None
    status: str = "agreed"
    valid_from: date | None = None
    valid_until: date | None = None
    note: str = ""
    agreed_by: str = ""
    agreed_on: date | None = None


class BureauRecord(Record):
    slug: str
    name: Text
    phone: str = ""
    note: str = ""


class AgencyRecord(Record):
    slug: str
    kind: str
    name: Text
    language: str
    active: bool = True


class GroupRecord(Record):
    slug: str
    order: int
    kind: str
    name: Text
    core: bool = False
    members: Text | None = None
    in_sentence: str = ""


class InterestRecord(Record):
    group: str
    kind: str
    interest: Text


class PerspectiveRecord(Record):
    slug: str
    valid_from: date
    groups: list[InterestRecord]
    messages: list[Text]
    valid_until: date | None = None
    sensitive: bool = False
    note: str = ""


class PartnerRecord(Record):
    name: Text
    country: str = ""


class ContributionRecord(Record):
    pillar: str
    role: str
    weight: int
    sentence: Text
    point: str
    follows: str = ""


class CommitmentRecord(Record):
    actor: Text
    action: Text
    firmness: str
    date: date | None = None
    date_precision: str = "none"


class FigureRecord(Record):
    key: str
    kind: str
    label: Text
    register: str = ""
    value: Decimal | None = None
    maximum: Decimal | None = None
    date: date | None = None
    date_end: date | None = None
    date_precision: str = "day"
    literal: str = ""
    unit: str = ""
    qualifier: str = "exact"
    status: str = "actual"
    as_of: date | None = None
    printable: str = "after-check"
    source: str = ""
    note: str = ""


class SourceRecord(Record):
    key: str
    publisher: Text
    strength: str
    title: Text | None = None
    url: str = ""
    date: date | None = None
    language: str = ""
    shown: bool = True
    note: str = ""


class ItemRecord(Record):
    slug: str
    type: str
    bureau: str
    kind: str
    status: str
    classification: str
    headline: Text
    summary: Text
    legal_clause: str = ""
    event_date: date | None = None
    event_end: date | None = None
    date_precision: str = "none"
    year_inferred: bool = False
    place: Text | None = None
    countries: list[str] = []
    background: Text | None = None
    significance: Text | None = None
    ministry_view: list[Text] = []
    message: Text | None = None
    partners: list[PartnerRecord] = []
    contributions: list[ContributionRecord] = []
    commitments: list[CommitmentRecord] = []
    figures: list[FigureRecord] = []
    sources: list[SourceRecord] = []
    related: list[str] = []
    perspectives: list[str] = []
    confidence: str = ""
    editor_note: str = ""
    # an air-mobility deal's own
    aircraft: Text | None = None
    quantity: str = ""
    exclusivity: Text | None = None
    operator: Text | None = None
    certification: Text | None = None
    # a city-network project's own (and operator)
    host_city: Text | None = None
    host_country: str = ""
    call_year: int | None = None
    solution_fields: list[Text] = []
    phase: str = "not-stated"
    # a declaration clause's own
    forum: Text | None = None
    instrument: Text | None = None
    clause: Text | None = None
    wording_checked: bool = False


class ChapterRecord(Record):
    pillar: str
    claim: Text
    why_now: Text | None = None
    gap: Text | None = None
    bridge: Text | None = None


class KeyFigureRecord(Record):
    item: str
    figure: str
    label: Text | None = None


class CautionRecord(Record):
    kind: str
    text: Text


class HighlightRecord(Record):
    item: str
    text: Text


class PickRecord(Record):
    item: str
    mode: str
    reason: str = ""


class BriefingRecord(Record):
    slug: str
    strategy: str
    name: Text
    period_start: date
    period_end: date
    headline: Text
    conclusion: Text
    recipient: Text | None = None
    bureau: str = ""
    officer: Text | None = None
    classification: str = "partial"
    legal_clause: str = ""
    licence: str = "4"
    why_now_norm: Text | None = None
    why_now_market: Text | None = None
    why_now_technology: Text | None = None
    theme_title: Text | None = None
    conclusion_korea_view: Text | None = None
    conclusion_national_interest: Text | None = None
    change_note: Text | None = None
    chapters: list[ChapterRecord] = []
    key_figures: list[KeyFigureRecord] = []
    requests: list[Text] = []
    cautions: list[CautionRecord] = []
    highlights: list[HighlightRecord] = []
    picks: list[PickRecord] = []
