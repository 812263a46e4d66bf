"""How far every record is in each language: one row a record, at a number of queries that does not grow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any

import msgspec
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Page

from briefings.assembly.checks.languages import ReviewsOfMaterial
from briefings.assembly.checks.places import PlacedText, item_texts, texts_beside_items
from briefings.assembly.material import Material
from briefings.records.record_kinds import MODELS, identifier_field
from languages.states import Reviews, TextState, are_reviewed, digests_of, states_of_digests, tally
from languages.trilingual import LANGUAGES, Language, Trilingual
from projects.models import Bureau
from reviews.counting import COUNTS, Counts, bring_up_to_date
from reviews.states import reviews_of_digests
from reviews.texts import RecordText, RowNames, newest_content, texts_in, texts_in_one_language
from stakeholders.models import Perspective

type Tally = dict[TextState, int]


class Loaded(msgspec.Struct, frozen=True):
    """A record's newest version with its texts."""

    kind: str
    record: Any
    label: str
    """The model's name, such as `projects.airmobilitydeal`."""
    name: str
    texts: list[RecordText]
    in_one_language: list[RecordText]
    """Printed texts that nobody translates, such as the short Korean points."""

    @property
    def all_texts(self) -> list[RecordText]:
        """What an agreed name may stand in."""
        return [*self.texts, *self.in_one_language]

    @property
    def slug(self) -> str:
        """What findings and content files name the record by."""
        return str(getattr(self.record, identifier_field(self.kind)))


class Record(msgspec.Struct, frozen=True):
    """A record whose texts are known without having been read."""

    kind: str
    pk: int
    label: str
    """The model's name, such as `projects.airmobilitydeal`."""
    slug: str
    """What findings and content files name the record by."""
    bureau: str
    """Identifier of the bureau that an item stands in."""


class Status(msgspec.Struct, frozen=True):
    """A record's texts counted by state, for each language."""

    record: Record
    counted: Counts
    languages: tuple[Language, ...]

    @property
    def counts(self) -> dict[Language, Tally]:
        """How many texts are in each state, in each of these languages."""
        return {
            language: {state: self.counted.get(language, {}).get(state.value, 0) for state in TextState}
            for language in self.languages
        }


def per_cent(counts: Tally) -> int:
    """Reviewed texts among all, rounded down: 100 means that nothing is left."""
    total = sum(counts.values())
    return 100 * counts[TextState.REVIEWED] // total if total else 100


def load_texts(
    kinds: Iterable[str] = tuple(MODELS),
    *,
    slugs: Collection[str] | None = None,
    keys: Collection[int] | None = None,
    holding: str = "",
) -> Iterator[Loaded]:
    """The newest version of every record: drafts too, as they will be published.

    Args:
        kinds: of the records.
        slugs: of the records that alone are loaded; terms have none.
        keys: primary keys of the records that alone are loaded.
        holding: a regular expression of PostgreSQL's: records of whose newest version it finds nothing, as that is
            stored, are left out.
    """
    names = RowNames()
    for kind in kinds:
        records = _records(MODELS[kind])
        if slugs is not None:
            records = records.filter(slug__in=slugs)
        if keys is not None:
            records = records.filter(pk__in=keys)
        if holding:
            stored = Cast("latest_revision__content", TextField())
            found = Q(stored__regex=holding) | Q(latest_revision__isnull=True)
            records = records.alias(stored=stored).filter(found)
        for record in records:
            model, data = newest_content(record)
            texts = texts_in(model, data, names)
            alone = texts_in_one_language(model, data, names)
            yield Loaded(kind, record, model._meta.label_lower, str(record), texts, alone)


def _records(model: type[Any]) -> QuerySet[Any]:
    records = model.objects.select_related("latest_revision").order_by("pk")
    if model is Perspective:
        records = records.prefetch_related("interests__group")  # it is named by its groups
    return records.order_by("path") if issubclass(model, Page) else records


def statuses(
    kinds: Iterable[str] = tuple(MODELS),
    *,
    bureau: str = "",
    language: str = "",
    state: str = "",
) -> list[Status]:
    """Counts for each record, those with at least one text in `state` and `language` if these are given."""
    chosen: tuple[Language, ...] = tuple(code for code in LANGUAGES if code == language) or LANGUAGES
    return [
        Status(record, counted, chosen)
        for kind in kinds
        for record, counted in _counted(kind)
        if (not bureau or record.bureau == bureau)
        and (not state or any(counted.get(code, {}).get(state) for code in chosen))
    ]


def _counted(kind: str) -> Iterator[tuple[Record, Counts]]:
    """Every record of a kind with its texts counted, none of them read."""
    model = MODELS[kind]
    others = bring_up_to_date(model.objects.all())
    if not issubclass(model, Page):
        rows = model.objects.order_by("pk").values_list("pk", identifier_field(kind), COUNTS)
        for pk, slug, counts in rows:
            yield Record(kind, pk, model._meta.label_lower, slug, ""), counts or others.get(pk, {})
        return
    bureaus = dict(Bureau.objects.values_list("path", "slug")) if kind == "item" else {}
    pages = model.objects.order_by("path").values_list("pk", "slug", "path", "content_type", COUNTS)
    for pk, slug, path, content_type, counts in pages:
        of_kind = ContentType.objects.get_for_id(content_type).model_class() or model
        record = Record(kind, pk, of_kind._meta.label_lower, slug, bureaus.get(path[:-4], ""))
        yield record, counts or others.get(pk, {})


def total(found: Iterable[Status], languages: Iterable[Language]) -> dict[Language, Tally]:
    """All records' counts together, in these languages."""
    sums = {language: tally(()) for language in languages}
    for status in found:
        for language, of_language in sums.items():
            for state, number in status.counted.get(language, {}).items():
                of_language[TextState(state)] += number
    return sums


class _Digested(msgspec.Struct, frozen=True, gc=False):
    """A text that reviews may say something of."""

    text: Trilingual
    digests: Trilingual
    reviewed: bool

    def needs_nothing(self, reviews: Reviews) -> bool:
        """Whether a check of the reviews finds nothing: of what nobody reviews, it asks only whether it is stale."""
        if are_reviewed(self.digests, reviews):
            return True
        return not self.reviewed and TextState.STALE not in states_of_digests(self.digests, reviews).values()


def reviews_of_material(material: Material) -> ReviewsOfMaterial:
    """What people said about the texts of an edition's material, for its checks."""
    beside = _digested(texts_beside_items(material))
    of_items = [(item.slug, _digested(item_texts(item))) for item in material.items]
    texts = chain(beside, *(of_item for _slug, of_item in of_items))
    digests = {
        digest for each in texts for digest in (each.digests.ko, each.digests.zh_hans, each.digests.en)
    }
    reviews = reviews_of_digests(digests - {""})
    settled_items = {
        slug for slug, of_item in of_items if all(each.needs_nothing(reviews) for each in of_item)
    }
    others = chain(beside, *(of_item for slug, of_item in of_items if slug not in settled_items))
    settled = {id(each.text): each.text for each in others if are_reviewed(each.digests, reviews)}
    return ReviewsOfMaterial(reviews.standing, reviews.originals, frozenset(settled_items), settled)


def _digested(texts: Iterable[PlacedText]) -> list[_Digested]:
    return [
        _Digested(each.text, digests_of(each.text, rich=each.rich), each.reviewed)
        for each in texts
        if each.may_be_reviewed
    ]
