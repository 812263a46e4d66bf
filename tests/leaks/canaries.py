"""Words put into the editors' pages before editions are sealed, and whose editions may hold each of them.

A word is made of letters that stand nowhere else, so finding it in an answer says where the text came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefings.models import Briefing, Caution, Chapter, Highlight, Pick, Request
from projects.models import Bureau, CooperationItem, Figure, MinistryView, Source
from stakeholders.models import Interest, Message, Perspective
from vocabulary.models import Term

EVERYONE = frozenset(("presidential", "partner", "full"))
OFFICIALS = frozenset(("presidential", "full"))
FULL = frozenset(("full",))
NOBODY: frozenset[str] = frozenset()

PUBLIC = "korean-air-archer-evtol"
PARTIAL = "us-kr-third-country-cooperation"
CLOSED = "bac-ninh-dong-nam-new-town"
HELD_BACK = "pis-fund"
DRAFT = "talks-that-nobody-knows-of"
DRAFT_REVISION = "k-city-network"
SHORT_OF_OFFICIALS, SHORT_OF_NOBODY = "Qzshortaxq", "Qzshortbxq"
"""Short forms of agreed names: of one that stands in officials' editions, and of one that stands in no edition."""

_LENGTH = len("Qz000xq")
"""Of each made word, by which they are looked for."""


@dataclass(frozen=True)
class Canary:
    """A word, what it stands in, and the audiences whose editions may hold it."""

    word: str
    what: str
    audiences: frozenset[str]


class Canaries:
    """Makes words and finds them again."""

    def __init__(self) -> None:
        self.all: list[Canary] = []
        self._made: set[str] = set()

    def new(self, what: str, audiences: frozenset[str]) -> str:
        word = f"Qz{len(self.all):03}xq"
        assert len(word) == _LENGTH, "it would be found nowhere"
        self.all.append(Canary(word, what, audiences))
        self._made.add(word)
        return word

    def name(self, word: str, what: str, audiences: frozenset[str]) -> None:
        """Watch for a word that stands there already, such as an item's name in its address."""
        self.all.append(Canary(word, what, audiences))

    def may_stand_in(self, audience: str) -> set[str]:
        return {canary.word for canary in self.all if audience in canary.audiences}

    def found(self, text: str, allowed: set[str]) -> list[str]:
        """What stands in `text` and is not allowed there, as sentences."""
        # a PDF's lines break where they like
        squeezed = "".join(text.replace("\u00ad", "").split()).lower()
        made = _made_words(squeezed)
        return [
            f"“{canary.word}” ({canary.what})"
            for canary in self.all
            if canary.word not in allowed
            and canary.word.lower() in (made if canary.word in self._made else squeezed)
        ]


def _made_words(text: str) -> set[str]:
    """What may be a made word: looked for at once, as a page of an edition is long and there are a hundred of them."""
    found = set()
    at = text.find("qz")
    while at >= 0:
        found.add(text[at : at + _LENGTH])
        at = text.find("qz", at + 1)
    return found


def _add(row: Any, field: str, word: str) -> None:
    """The word behind the field's text in each language, past the form and its checks."""
    columns = [f"{field}_{s}" for s in ("ko", "zh_hans", "en")] if hasattr(row, f"{field}_ko") else [field]
    values = {column: f"{getattr(row, column) or ''} {word}".strip() for column in columns}
    type(row)._default_manager.filter(pk=row.pk).update(**values)
    for column, value in values.items():
        setattr(row, column, value)


def plant(canaries: Canaries) -> Briefing:
    """A word of its own into each class of text; the sample's briefing, which editions are sealed from."""
    briefing = Briefing.objects.get(slug="2025-11")
    _plant_items(canaries, briefing)
    for number, perspective in enumerate(Perspective.objects.all()):
        _add(perspective, "note", canaries.new("note of a perspective", NOBODY))
        if number < 2:
            for interest in Interest.objects.filter(perspective=perspective):
                _add(interest, "interest", canaries.new("what a group asks", OFFICIALS))
            for message in Message.objects.filter(perspective=perspective):
                _add(message, "message", canaries.new("what we say to a group", OFFICIALS))
    _add(briefing, "recipient", canaries.new("recipient", OFFICIALS))
    _add(briefing, "officer", canaries.new("officer in charge", OFFICIALS))
    _add(briefing, "conclusion_national_interest", canaries.new("national interest", OFFICIALS))
    _add(briefing, "theme_title", canaries.new("title of the full edition", OFFICIALS))
    for model, what in ((Request, "what is asked of the reader"), (Caution, "point to watch")):
        _add(model.objects.filter(briefing=briefing).first(), "text", canaries.new(what, OFFICIALS))
    _add(Highlight.objects.filter(briefing=briefing).first(), "text", canaries.new("highlight", FULL))
    _add(Chapter.objects.filter(briefing=briefing).first(), "gap", canaries.new("a chapter's gap", OFFICIALS))
    _add(Bureau.objects.first(), "note", canaries.new("note of a bureau", NOBODY))
    for short, audiences in ((SHORT_OF_OFFICIALS, OFFICIALS), (SHORT_OF_NOBODY, NOBODY)):
        canaries.name(short, "short form of an agreed name", audiences)
        word = canaries.new(f"name that {short} is short for", audiences)
        names = {f"preferred_{s}": f"{word}({short})" for s in ("ko", "zh_hans", "en")}
        Term.objects.create(identifier=short, subject="institutions", status="agreed", **names)
        if audiences:
            _add(briefing, "conclusion_national_interest", word)
    return briefing


def _plant_items(canaries: Canaries, briefing: Briefing) -> None:
    for slug, classification, audiences in (
        (PUBLIC, "public", EVERYONE),
        (PARTIAL, "partial", OFFICIALS),
        (CLOSED, "closed", OFFICIALS),
        (HELD_BACK, "public", NOBODY),
    ):
        item = CooperationItem.objects.get(slug=slug)
        clause = "" if classification == "public" else canaries.new("clause of an item", NOBODY)
        CooperationItem.objects.filter(pk=item.pk).update(classification=classification, legal_clause=clause)
        for field in ("headline", "summary"):
            _add(item, field, canaries.new(f"{field} of {slug}", audiences))
        _add(item, "editor_note", canaries.new(f"editor's note of {slug}", NOBODY))
        _add(item, "message", canaries.new(f"message of {slug}", audiences & OFFICIALS))
        view = MinistryView(item=item, text_ko="견해", text_zh_hans="看法", text_en="View", sort_order=99)
        view.save()
        _add(view, "text", canaries.new(f"the ministry's view of {slug}", audiences))
        source = Source(item=item, key="hidden", publisher_ko="내부", strength="reported", shown=False)
        source.save()
        for field in ("publisher", "title", "note"):
            _add(source, field, canaries.new(f"{field} of a source of {slug} that is not shown", NOBODY))
        for figure in Figure.objects.filter(item=item)[:1]:
            _add(figure, "note", canaries.new(f"note of a figure of {slug}", NOBODY))
    for slug in (PARTIAL, CLOSED):
        canaries.name(slug, "name of an item that is not public", OFFICIALS)
    canaries.name(HELD_BACK, "name of an item that is held back", NOBODY)
    held_back = CooperationItem.objects.get(slug=HELD_BACK)
    Pick.objects.create(
        briefing=briefing,
        item=held_back,
        mode="hold-back",
        reason=canaries.new("why it is held back", NOBODY),
    )
    changed = CooperationItem.objects.get(slug=DRAFT_REVISION).specific
    changed.summary_ko = canaries.new("text of a draft revision", NOBODY)
    changed.save_revision()
    word = canaries.new("headline of a draft item", NOBODY)
    canaries.name(DRAFT, "name of a draft item", NOBODY)
    Bureau.objects.first().add_child(
        instance=CooperationItem(
            title=word,
            slug=DRAFT,
            live=False,
            headline_ko=word,
            summary_ko=word,
            kind="deal",
            status="proposed",
            classification="partial",
            legal_clause="-",
        )
    )
