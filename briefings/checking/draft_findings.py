"""What the checks find in every record as it stands now, drafts too: also where no run has been.

A run checks what one briefing is made of, when somebody assembles it. Here the newest version of every record is
held to the same rules of texts, figures and terms, and looked through for the names of terms. What was found is kept by
what it depends on (`examinations.py`); records that are seen for the first time are examined for some seconds, and the
rest when somebody asks again.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import batched
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import structlog
from django.core.serializers.json import DjangoJSONEncoder
from django.db import InterfaceError, OperationalError
from wagtail.models import Page

from briefings.assembly.checks import check_item, findings_of_text
from briefings.assembly.checks.figures import figures_elsewhere
from briefings.assembly.checks.places import PlacedText, item_texts
from briefings.assembly.checks.rules import Rules
from briefings.assembly.cleaning import character_findings, cleaned_item, cleaned_value
from briefings.assembly.collect import item_of, read_rows
from briefings.assembly.examination import digest_of_checks
from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Term as AgreedTerm
from briefings.assembly.texts import WATCHING_GROUPS
from briefings.assembly.waivers import digest_of
from briefings.checking import examinations
from briefings.checking.live_check import terms_of_today
from briefings.models import ExaminedVersion
from briefings.records.newest_texts import Loaded, load_texts
from briefings.records.record_kinds import MODELS
from briefings.records.term_use import TermSearch, TextUse, preferred_names
from briefings.rendering.charset import printable_code_points
from languages.columns import trilingual_of
from languages.trilingual import LANGUAGES, Trilingual
from projects.models import CooperationItem
from reviews.read_versions import keep
from vocabulary.models import TermStatus

logger = structlog.stdlib.get_logger(__name__)

_KINDS = tuple(kind for kind in MODELS if kind != "term")
"""Of the records that are examined: a term names what it forbids, and its own names."""
SECONDS = 4.0
"""After so long no further record is examined for the first time."""
_AT_ONCE = 50
"""Records that are read together to be examined."""
_READ_AT_ONCE = 500
"""Records of which what was found is read together."""
_WITHOUT_FIELD = frozenset(
    ("requests", "cautions", "key_figures", "highlights", "interests", "messages", "ministry_views")
)
"""Rows with one text, which findings name without its field: `requests.1`."""


class Named(msgspec.Struct, frozen=True):
    """A figure that a text names, and the item that is to have it."""

    place: Place
    item: str
    key: str


class Kept(msgspec.Struct, frozen=True):
    """What was found in a record, and the figures it names that others hold."""

    findings: tuple[Finding, ...] = ()
    named: tuple[Named, ...] = ()


class _Examined(Kept, frozen=True):
    """With the terms that its texts use: it has many, which nobody needs who asks for findings."""

    uses: tuple[TextUse, ...] = ()


class _Uses(msgspec.Struct, frozen=True):
    """Of what was found in a record, the terms that its texts use."""

    uses: tuple[TextUse, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """Findings as a run keeps them, and the records that have not been examined yet, or cannot be."""

    findings: list[dict[str, Any]]
    unexamined: list[tuple[str, str]]
    """Kind and identifier of each."""

    @property
    def left(self) -> int:
        return len(self.unexamined)


class Uses(msgspec.Struct, frozen=True):
    """Which texts use which terms, and how many records have not been examined yet, or cannot be."""

    records: Iterable[tuple[str, str, tuple[TextUse, ...]]]
    """Kind and identifier of each in the order of the reports, with its texts."""
    left: int


_DECODER = msgspec.json.Decoder(Kept)
_USES = msgspec.json.Decoder(_Uses)


def draft_findings(seconds: float | None = None, *, stopping: bool = False) -> Found:
    """The findings about every record's newest version, and what time did not allow to look at.

    Args:
        seconds: for records that are not known yet; at least one of them is examined.
        stopping: whether only records are wanted that may stop sealing. Of what is known the others are not read.
    """
    keys, known, found_in, unexamined = _look_at_newest(seconds)
    wanted = [each.key for each in keys.values() if each.key in known and (each.may_stop or not stopping)]
    stored = examinations.stored(wanted)
    # in the order of the reports: PostgreSQL's changes with what is written, and pages of a list with it
    kept = [_DECODER.decode(stored[key]) for key in wanted if key in stored]
    return Found(_together([*kept, *(each for _key, each in found_in.values())]), unexamined)


def uses_of_terms(seconds: float | None = None) -> Uses:
    """The terms that the texts of every record's newest version use, as far as time allowed to look at them.

    Args:
        seconds: as for the findings.
    """
    keys, known, found_in, unexamined = _look_at_newest(seconds)
    examined = [
        (kind, slug, of.key if of.key in known else found_in[kind, slug][0])
        for (kind, slug, _version), of in keys.items()
        if of.key in known or (kind, slug) in found_in
    ]
    return Uses(_uses(examined), len(unexamined))


def _uses(examined: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, tuple[TextUse, ...]]]:
    for some in batched(examined, _READ_AT_ONCE):
        stored = examinations.stored([key for _kind, _slug, key in some])
        for kind, slug, key in some:
            if key in stored:
                yield kind, slug, _USES.decode(stored[key]).uses


type _FoundIn = dict[tuple[str, str], tuple[str, Kept]]
"""By kind and identifier of a record: under what key it was examined, and what was found."""


class _Known(NamedTuple):
    """The key under which a record was examined, empty if it was not, and whether that may stop sealing."""

    key: str
    may_stop: bool


class _Looked(NamedTuple):
    """At the newest version of every record."""

    keys: dict[tuple[str, str, int], _Known]
    """By kind, identifier and version of each, in the order of the reports."""
    known: set[str]
    """The keys under which examinations were kept before."""
    found_in: _FoundIn
    """Of the others, those that were examined now."""
    unexamined: list[tuple[str, str]]


def _look_at_newest(seconds: float | None) -> _Looked:
    stop = time.monotonic() + (SECONDS if seconds is None else seconds)
    examiner = _Examiner()
    keys = _keys_of_newest(examiner.basis)
    known = examinations.kept_under([each.key for each in keys.values() if each.key])
    # what was written last is what somebody is looking for
    missing = sorted(
        (each for each, of in keys.items() if of.key not in known), key=itemgetter(2), reverse=True
    )
    found_in: _FoundIn = {}
    unexamined: list[tuple[str, str]] = []
    for position in range(0, len(missing), _AT_ONCE):
        if position and time.monotonic() > stop:
            unexamined += [(kind, slug) for kind, slug, _version in missing[position:]]
            break
        found, left = examiner.examine(_loaded(missing[position : position + _AT_ONCE]), stop)
        found_in |= found
        unexamined += left
    examinations.keep_all({}, list(known))
    return _Looked(keys, known, found_in, unexamined)


def findings_about(kind: str, slug: str) -> list[dict[str, Any]]:
    """The findings about the newest version of one record, as a run keeps them. None about a term."""
    if kind == "term":
        return []
    loaded = list(load_texts((kind,), slugs=(slug,)))
    found_in, _unexamined = _Examiner().examine(loaded, time.monotonic())
    return _together([each for _key, each in found_in.values()])


def _keys_of_newest(basis: str) -> dict[tuple[str, str, int], _Known]:
    """Kind, identifier and newest version of every record in the order of the reports, with what is known of it."""
    row = "latest_revision__examinedversion"
    kept = (f"{row}__basis", f"{row}__written_at", f"{row}__slug", f"{row}__examination", f"{row}__may_stop")
    found = {}
    for kind in _KINDS:
        records = MODELS[kind].objects.order_by("path" if issubclass(MODELS[kind], Page) else "pk")
        for slug, version, created_at, of, written_at, called, key, may_stop in records.values_list(
            "slug", "latest_revision", "latest_revision__created_at", *kept
        ):
            known = (of, written_at, called) == (basis, created_at, slug)
            found[kind, slug, version or 0] = _Known(key, may_stop) if known else _Known("", True)
    return found


def _loaded(records: Iterable[tuple[str, str, int]]) -> list[Loaded]:
    slugs: dict[str, list[str]] = {}
    for kind, slug, _version in records:
        slugs.setdefault(kind, []).append(slug)
    return [each for kind, of_kind in slugs.items() for each in load_texts((kind,), slugs=of_kind)]


class _Examiner:
    """The rules and terms of today, by which records are examined."""

    def __init__(self) -> None:
        terms, names = _terms(), preferred_names()
        said = msgspec.json.encode([terms, names, sorted(printable_code_points())])
        self._basis = hashlib.sha256(_code() + said)
        self._rules, self._search = Rules(terms), TermSearch(names)
        # a unit's name is no sentence: it names what is counted, and nothing else
        self._of_units = Rules()

    @property
    def basis(self) -> str:
        """Digest of what every examination depends on."""
        return self._basis.hexdigest()

    def examine(self, loaded: Sequence[Loaded], stop: float) -> tuple[_FoundIn, list[tuple[str, str]]]:
        """What is known of these records, the first one that is not known examined, and others until time is over.

        And those for which there was no time, or that cannot be examined.
        """
        keys = [_key(self._basis, each) for each in loaded]
        stored = examinations.stored(keys)
        by_key = {key: _DECODER.decode(content) for key, content in stored.items()}
        new = {}
        missing = [(key, each) for key, each in zip(keys, loaded, strict=True) if key not in stored]
        missing.sort(key=lambda pair: pair[1].record.latest_revision_id or 0, reverse=True)
        items = (each.record for _key, each in missing if each.kind == "item")
        # of the others the draft is examined, which holds its rows
        read_rows(item.specific for item in items if not item.has_unpublished_changes)
        for key, each in missing:
            if new and time.monotonic() > stop:
                break
            rules = self._of_units if each.kind == "unit" else self._rules
            found_in = _examined_by_itself(each, rules, self._search)
            if found_in is not None:
                by_key[key] = Kept(found_in.findings, found_in.named)
                new[key] = msgspec.json.encode(found_in)
        unexamined = [(each.kind, each.slug) for key, each in missing if key not in new]
        examinations.keep_all(new, list(stored))
        known = [(key, each) for key, each in zip(keys, loaded, strict=True) if key in by_key]
        self._note(known, by_key)
        return {(each.kind, each.slug): (key, by_key[key]) for key, each in known}, unexamined

    def _note(self, examined: Iterable[tuple[str, Loaded]], found: Mapping[str, Kept]) -> None:
        """Under what key each newest version was examined."""
        keep(
            [
                ExaminedVersion(
                    revision=version,
                    written_at=version.created_at,
                    basis=self.basis,
                    slug=each.slug,
                    examination=key,
                    may_stop=_may_stop(found[key]),
                )
                for key, each in examined
                if (version := each.record.latest_revision) is not None
            ]
        )


def _may_stop(found: Kept) -> bool:
    """Whether it stops sealing, or names a figure of another record, which may be gone by now."""
    return bool(found.named) or any(finding.severity == Severity.BLOCKING for finding in found.findings)


def _together(kept: Sequence[Kept]) -> list[dict[str, Any]]:
    figures = _figures({each.item for of_record in kept for each in of_record.named})
    found = (finding for each in kept for finding in (*each.findings, *_unresolved(each.named, figures)))
    return [msgspec.to_builtins(finding) for finding in found]


@cache
def _code() -> bytes:
    """What stands for all that examines, this file too: a changed check examines everything again."""
    here = Path(__file__).resolve()
    search = here.parents[1] / "records" / "term_use.py"
    return digest_of_checks(here.parents[2]).encode() + here.read_bytes() + search.read_bytes()


def _key(basis: Any, loaded: Loaded) -> str:
    digest = basis.copy()
    revision = loaded.record.latest_revision
    # an item's figures and sources count beside its texts
    texts = loaded.all_texts
    content = revision.content if loaded.kind == "item" and revision else [each.text for each in texts]
    said = [loaded.kind, loaded.slug, content, [each.place for each in texts]]
    digest.update(
        json.dumps(said, cls=DjangoJSONEncoder, default=msgspec.to_builtins, sort_keys=True).encode()
    )
    return str(digest.hexdigest())


def _terms() -> tuple[AgreedTerm, ...]:
    return tuple(
        AgreedTerm(
            term.identifier,
            trilingual_of(term, "preferred"),
            *(term.variants(language) for language in LANGUAGES),
            proposed=msgspec.UNSET if term.status == TermStatus.AGREED else True,
        )
        for term in terms_of_today()
    )


# one record ---------------------------------------------------------------------------------------


def _examined_by_itself(loaded: Loaded, rules: Rules, search: TermSearch) -> _Examined | None:
    """What was found in a record; nothing of one that cannot be examined, which keeps no other back."""
    try:
        found = _examined(loaded, rules)
        return _Examined(found.findings, found.named, search.uses(loaded))
    except (OperationalError, InterfaceError):
        raise  # of PostgreSQL itself: the others would fare no better
    except Exception as error:
        # the words of an error may hold a text's
        logger.error("not examined", model=loaded.label, key=loaded.record.pk, error=type(error).__name__)
        return None


def _examined(loaded: Loaded, rules: Rules) -> Kept:
    if loaded.kind == "item":
        return _examined_item(loaded, rules)
    printable = printable_code_points()
    findings: list[Finding] = []
    named: list[Named] = []
    texts = []
    for each in loaded.texts:
        place = Place(loaded.kind, loaded.slug, field_of(each.place))
        written = PlacedText(place, each.text, rich=each.rich)
        for language in LANGUAGES:
            findings += character_findings(written.at(language), written.words(language), printable)
        placed = PlacedText(place, cleaned_value(each.text, printable), rich=each.rich)
        findings += findings_of_text(placed, rules)
        named += (
            Named(found.place, found.reference.item, found.reference.key)
            for found in figures_elsewhere(placed)
        )
        texts.append((place.field, placed.text))
    return Kept(_known(findings, loaded, texts), tuple(named))


def _examined_item(loaded: Loaded, rules: Rules) -> Kept:
    page = loaded.record.specific.get_latest_revision_as_object()
    item, changes = cleaned_item(item_of(page), printable_code_points())
    checked = check_item(item, rules)
    texts = [(placed.place.field, placed.text) for placed in item_texts(item)]
    named = tuple(
        Named(found.place, found.reference.item or found.own, found.reference.key)
        for found in checked.elsewhere
    )
    return Kept(_known([*changes, *checked.findings], loaded, texts), named)


def field_of(place: str) -> str:
    """How findings name the place of a record's text."""
    rows, _dot, _rest = place.partition(".")
    return place.rpartition(".")[0] if rows in _WITHOUT_FIELD else place


def _known(
    findings: Iterable[Finding], loaded: Loaded, texts: list[tuple[str, Trilingual]]
) -> tuple[Finding, ...]:
    """With the digest by which a run knows each: a waiver holds for the same text wherever it is found."""
    of_record = {(loaded.kind, loaded.slug): texts}
    return tuple(msgspec.structs.replace(each, digest=digest_of(each, of_record)) for each in findings)


# figures that a text names ------------------------------------------------------------------------


def _figures(slugs: Collection[str]) -> Mapping[str, set[str]]:
    """The keys of these items' figures in their newest versions."""
    items = CooperationItem.objects.filter(slug__in=slugs)
    figures: dict[str, set[str]] = {slug: set() for slug in slugs}
    for slug, rows in items.values_list("slug", "latest_revision__content__figures"):
        figures[slug] |= {row["key"] for row in rows or ()}
    for slug, key in items.filter(latest_revision=None).values_list("slug", "figures__key"):
        figures[slug].add(key)
    return figures


def _unresolved(named: Sequence[Named], figures: Mapping[str, set[str]]) -> Iterator[Finding]:
    for each in named:
        if each.key == WATCHING_GROUPS and not each.item:
            continue
        if each.key not in figures.get(each.item, ()):
            figure = f"{each.item}/{each.key}" if each.item else each.key
            yield Finding("figure-unresolved", Severity.BLOCKING, each.place, {"figure": figure})
