"""How far every record is in each language: one row a record, at a number of queries that does not grow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from briefings.records.record_kinds import MODELS, identifier_field
from languages.states import TextState, tally
from languages.trilingual import LANGUAGES, Language
from projects.models import Bureau
from reviews.counting import COUNTS, Counts, bring_up_to_date

type Tally = dict[TextState, int]


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
        record = Record(kind, pk, of_kind._meta.label_lower, slug, bureaus.get(path[: -Page.steplen], ""))
        yield record, counts or others.get(pk, {})


def total(found: Iterable[Status], languages: Iterable[Language]) -> dict[Language, Tally]:
    """All records' counts together, in these languages."""
    sums = {language: tally(()) for language in languages}
    for status in found:
        for language, of_language in sums.items():
            for state, number in status.counted.get(language, {}).items():
                of_language[TextState(state)] += number
    return sums
