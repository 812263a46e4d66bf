"""Places of findings as editors read them: 건의 1, 연결성 장 · 남은 과제, not `requests.1`, `chapters.connectivity.gap`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from briefings.assembly import wording
from briefings.models import Chapter
from briefings.records.record_kinds import MODELS, ONE, identifier_field
from languages.columns import SUFFIX, column
from languages.trilingual import Trilingual
from projects.models import Commitment, Contribution, CooperationItem, Figure, Partner, Source
from reviews.texts import RowNames, newest_texts
from stakeholders.models import Perspective
from vocabulary.interface import interface_language
from vocabulary.models import Strategy

_TITLES = {"item": "headline", "term": "preferred"}
"""Field that names a record to people; `name` for the others."""

_ROWS: dict[str, str | Promise] = {
    "chapters": gettext_lazy("Chapter “%(which)s”"),
    "requests": gettext_lazy("Request %(which)s"),
    "cautions": gettext_lazy("Point to watch %(which)s"),
    "key_figures": gettext_lazy("Key figure %(which)s"),
    "highlights": gettext_lazy("Highlight %(which)s"),
    "interests": gettext_lazy("What “%(which)s” asks"),
    "messages": gettext_lazy("Message %(which)s"),
    "ministry_views": gettext_lazy("The ministry's view %(which)s"),
    "contributions": gettext_lazy("Contribution to “%(which)s”"),
    "commitments": gettext_lazy("What happens next %(which)s"),
    "figures": gettext_lazy("Figure “%(which)s”"),
    "sources": gettext_lazy("Source “%(which)s”"),
    "partners": gettext_lazy("Partner %(which)s"),
}
_LISTS: dict[str, str | Promise] = {
    "picks": gettext_lazy("Items picked by hand"),
    "contributions": gettext_lazy("How it serves the strategy"),
    "pillars": gettext_lazy("pillars"),
}
_ROW_MODELS: dict[str, type[models.Model]] = {
    "chapters": Chapter,
    "contributions": Contribution,
    "commitments": Commitment,
    "figures": Figure,
    "sources": Source,
    "partners": Partner,
}
_SECTIONS: dict[str, Trilingual] = {
    "box": wording.BOX,
    "one-page": wording.ONE_PAGE,
    "why-now": wording.WHY_NOW,
    "logic": wording.LOGIC,
    "pillar-*": wording.CLAIMS,
    "groups": wording.GROUPS,
    "cautions": wording.CAUTIONS,
    "next": wording.NEXT,
    "conclusions": wording.CONCLUSIONS,
    "annex": wording.ANNEX,
    "use": wording.PARTNER_USE,
    "overview": wording.FULL_OVERVIEW,
    "items": wording.FULL_ITEMS,
    "perspectives": wording.FULL_PERSPECTIVES,
    "korea-view": wording.KOREA_VIEW,
    "national-interest": wording.NATIONAL_INTEREST,
}


class Places:
    """Names of places, read with one query for each kind of record."""

    def __init__(self, records: Iterable[tuple[str, str]]) -> None:
        wanted: dict[str, set[str]] = {}
        for kind, slug in records:
            wanted.setdefault(kind, set()).add(slug)
        # chapters and interests are named by them
        found = {kind: _titles(kind, slugs) for kind, slugs in wanted.items() if kind in MODELS}
        self._titles = {
            kind: {slug: title for slug, (_pk, title) in rows.items()} for kind, rows in found.items()
        }
        self.pks: dict[tuple[str, str], int] = {
            (kind, slug): pk for kind, rows in found.items() for slug, (pk, _title) in rows.items()
        }
        self._rows: dict[str, Mapping[str, str]] = {}

    def name(self, record: str, slug: str, field: str = "") -> str:
        """Record and place in it, in the active language."""
        part = self.part(record, field)
        whole = self._record(record, slug)
        return f"{whole} · {part}" if part else whole

    def title(self, record: str, slug: str) -> str:
        """What a record is called in the active language; where it has no name there, in Korean."""
        return self._titles.get(record, {}).get(slug, slug)

    def part(self, record: str, field: str) -> str:
        """A place in a record of this kind; empty for the record as a whole."""
        if not field:
            return ""
        if record == "document" and (field in _SECTIONS or field.startswith("pillar-")):
            return _("The part “%(which)s”") % {"which": section_name(field)}
        first, *rest = field.split(".")
        if first in wording.FACT:
            return wording.FACT[first][interface_language()]
        if not rest:
            return str(_LISTS.get(first) or _label(_models_of(record), first))
        row = str(_ROWS[first]) % {"which": self._which(first, rest[0])} if first in _ROWS else first
        label = _label([_ROW_MODELS[first]], rest[1]) if first in _ROW_MODELS and len(rest) > 1 else ""
        return f"{row} · {label}" if label else row

    def positions(self, named: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str, str], int]:
        """Of the rows among these places, by place: where each stands among the rows of its kind in the record's form.

        Reads the newest versions of the records of which a row is named, and of no others.
        """
        rows = {place: (*place[:2], ".".join(place[2].split(".")[:2])) for place in named if "." in place[2]}
        records = {place[:2]: self.pks[place[:2]] for place in rows if place[:2] in self.pks}
        found = _positions(records)
        return {place: found[row] for place, row in rows.items() if row in found}

    def _record(self, record: str, slug: str) -> str:
        if record == "document" and slug in wording.AUDIENCE:
            return wording.AUDIENCE[slug][interface_language()]  # type: ignore[index]
        names = {"kind": ONE.get(record, record), "title": self.title(record, slug)}
        return _("%(kind)s “%(title)s”") % names

    def _which(self, rows: str, which: str) -> str:
        kind = {"chapters": "pillar", "contributions": "pillar", "interests": "group"}.get(rows)
        if kind is None:
            return which
        if kind not in self._rows:
            self._rows[kind] = {slug: title for slug, (_pk, title) in _titles(kind, None).items()}
        return self._rows[kind].get(which, which)


def section_name(key: str) -> str:
    """A part of an edition, as its heading in the active language."""
    title = _SECTIONS.get("pillar-*" if key.startswith("pillar-") else key)
    return title[interface_language()] if title else key


def form_address(kind: str, pk: int | None, field: str, *, language: str = "", position: int = -1) -> str:
    """The form in which a place is mended, opened there as far as its address can say; empty if there is none.

    Args:
        kind: of the record, and `pk` its key; None if it is not known.
        field: the place in it, as findings name it.
        language: of the text, if it is one in three languages.
        position: of the row among its kind, from 0; -1 where only its name is known.
    """
    return form_of(MODELS[kind], pk) + _anchor(field, language, position) if pk is not None else ""


def form_of(model: type[Any], pk: int) -> str:
    """The form of a page or of a snippet."""
    if issubclass(model, Page):
        return reverse("wagtailadmin_pages:edit", args=[pk])
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[pk])


_TABS = {
    "contributions": "strategy",
    "commitments": "strategy",
    "figures": "figures_and_sources",
    "sources": "figures_and_sources",
    "chapters": "chapters",
    "cautions": "care_and_conclusions",
    "picks": "scope",
}


def _anchor(field: str, language: str, position: int) -> str:
    """What Wagtail opens from the address: the field, or its row, or the tab that holds the rows."""
    rows, dot, _rest = field.partition(".")
    if dot and position >= 0:
        return f"#inline_child_{rows}-{position}-panel-section"
    if language in SUFFIX and field and not dot:
        return f"#:w:contentpath={column(field, language)}"
    return f"#tab-{_TABS[rows]}" if rows in _TABS else ""


def _positions(records: Mapping[tuple[str, str], int]) -> dict[tuple[str, str, str], int]:
    """Of each row with texts in the newest versions of these records, by kind, identifier and `chapters.uam`."""
    names = RowNames()
    found = {}
    for kind in {kind for kind, _slug in records}:
        slugs = {pk: slug for (each, slug), pk in records.items() if each == kind}
        newest = MODELS[kind]._default_manager.filter(pk__in=slugs).select_related("latest_revision")
        for record in newest:
            for text in newest_texts(record, names):
                rows, _dot, field = text.place.partition(".")
                if field:
                    found[kind, slugs[record.pk], f"{rows}.{text.row}"] = text.position
    return found


def _titles(kind: str, slugs: set[str] | None) -> dict[str, tuple[int, str]]:
    """Number and title of records by slug, the title in Korean where the active language has none."""
    if kind == "perspective":
        return _perspectives(slugs)
    model, field = MODELS[kind], _TITLES.get(kind, "name")
    key = identifier_field(kind)
    titles = (column(field, interface_language()), column(field, "ko"))
    records = model._default_manager.all()
    if slugs is not None:
        records = records.filter(**{f"{key}__in": slugs})
    return {
        row[key]: (row["pk"], next((row[title] for title in titles if row[title]), row[key]))
        for row in records.values(key, "pk", *titles)
    }


def _perspectives(slugs: set[str] | None) -> dict[str, tuple[int, str]]:
    """Perspectives have no name of their own: they are told by their groups and what these ask."""
    records = Perspective.objects.prefetch_related("interests__group")
    if slugs is not None:
        records = records.filter(slug__in=slugs)
    return {record.slug: (record.pk, record.name_shown) for record in records}


def _models_of(record: str) -> list[type[models.Model]]:
    if record == "item":
        return [CooperationItem, *CooperationItem.__subclasses__()]
    if record == "document":
        return [Strategy]
    return [MODELS[record]] if record in MODELS else []


def _label(of: Iterable[type[Any]], field: str) -> str:
    """What the form calls a field."""
    for model in of:
        try:
            return str(capfirst(model._meta.get_field(field).verbose_name))
        except (FieldDoesNotExist, AttributeError):
            continue
    return field
