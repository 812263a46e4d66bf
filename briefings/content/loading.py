"""Content files into the database, and back. Only what differs is written, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from agencies.models import Agency
from briefings.chapters import record_basis
from briefings.content import briefings, items, vocabulary
from briefings.content.files import Content, ContentError, Located
from briefings.models import Briefing, BriefingIndex, HomePage
from briefings.tree import ensure_tree
from projects.models import Bureau, CooperationItem
from stakeholders.models import Perspective, StakeholderGroup
from vocabulary.models import Pillar, Strategy, Term, Unit
from vocabulary.validity import faults

type Report = Callable[[str, int, int], None]
"""Called with what is being loaded, how many are done, how many there are."""


def load(content: Content, *, report: Report = lambda what, done, of: None) -> dict[str, int]:
    """Upsert every record by its slug; how many records of each kind were written.

    Raises:
        ContentError: a record refers to one that does not exist, or a form would refuse it. Nothing
            is loaded then.
    """
    # Wagtail would bring its reference index up to date for every inline row: half of the time.
    # Each record does it once instead, in `_indexed`.
    with transaction.atomic(), disable_reference_index_auto_update():
        ensure_tree()
        return {
            "units": _snippets(
                Unit, content.units, vocabulary.unit_record, vocabulary.apply_unit, key="slug", report=report
            ),
            "strategies": _strategies(content),
            "terms": _terms(content),
            "agencies": _snippets(
                Agency, content.agencies, vocabulary.agency_record, vocabulary.apply_agency, key="slug"
            ),
            "groups": _snippets(
                StakeholderGroup, content.groups, vocabulary.group_record, vocabulary.apply_group, key="slug"
            ),
            "perspectives": _perspectives(content),
            "bureaus": _bureaus(content),
            "items": _items(content, report),
            "briefings": _briefings(content),
        }


def read(folder: Path) -> Content:
    """The database's live content in the shape of content files below `folder`."""

    def located(records: Iterable[Any]) -> list[Any]:
        return [Located(record, folder, 0) for record in records]

    specific = CooperationItem.objects.filter(live=True).order_by("slug").specific()
    return Content(
        units=located(vocabulary.unit_record(unit) for unit in Unit.objects.order_by("pk")),
        strategies=located(vocabulary.strategy_record(each) for each in Strategy.objects.order_by("slug")),
        terms=[
            (term.subject, Located(vocabulary.term_record(term), folder, 0))
            for term in Term.objects.order_by("subject", "pk")
        ],
        bureaus=located(briefings.bureau_record(each) for each in Bureau.objects.order_by("path")),
        agencies=located(vocabulary.agency_record(each) for each in Agency.objects.order_by("pk")),
        groups=located(vocabulary.group_record(each) for each in StakeholderGroup.objects.order_by("order")),
        perspectives=located(
            vocabulary.perspective_record(each)
            for each in Perspective.objects.filter(live=True).order_by("slug")
        ),
        items=located(items.item_record(item) for item in specific),
        briefings=located(
            briefings.briefing_record(each) for each in Briefing.objects.filter(live=True).order_by("slug")
        ),
    )


def _snippets(
    model: type[Any],
    located: list[Located[Any]],
    record_of: Callable[[Any], Any],
    apply: Callable[[Any, Any], None],
    *,
    key: str,
    report: Report | None = None,
) -> int:
    existing = {getattr(row, key): row for row in model.objects.all()}
    written = 0
    for each in located:
        row = existing.get(each.record.slug) or model()
        if row.pk and record_of(row) == each.record:
            continue
        _refused_by_form(each, apply, row, each.record)
        _save_snippet(row, each)
        written += 1
    return written


def _save_snippet(row: Any, located: Located[Any]) -> None:
    _checked(row, located)
    logged = "wagtail.edit" if row.pk else "wagtail.create"
    row.save()
    row.save_revision(log_action=logged)
    _indexed(row)


def _indexed(row: Any) -> None:
    """Which records this one refers to, for the admin's "used in" pages."""
    ReferenceIndex.create_or_update_for_object(row)


def _strategies(content: Content) -> int:
    written = 0
    for each in content.strategies:
        strategy = Strategy.objects.filter(slug=each.record.slug).first() or Strategy()
        if strategy.pk and vocabulary.strategy_record(strategy) == each.record:
            continue
        vocabulary.apply_strategy(strategy, each.record)
        _save_snippet(strategy, each)
        for record in each.record.pillars:
            pillar = Pillar.objects.filter(slug=record.slug).first() or Pillar()
            pillar.strategy = strategy
            vocabulary.apply_pillar(pillar, record)
            _save_snippet(pillar, each)
        written += 1
    return written


def _terms(content: Content) -> int:
    existing = {term.identifier: term for term in Term.objects.all()}
    written = 0
    for subject, each in content.terms:
        term = existing.get(each.record.id) or Term()
        if term.pk and term.subject == subject and vocabulary.term_record(term) == each.record:
            continue
        vocabulary.apply_term(term, each.record, subject)
        _save_snippet(term, each)
        written += 1
    return written


def _perspectives(content: Content) -> int:
    groups = {group.slug: group for group in StakeholderGroup.objects.all()}
    existing = {perspective.slug: perspective for perspective in Perspective.objects.all()}
    written = 0
    for each in content.perspectives:
        perspective = existing.get(each.record.slug) or Perspective()
        if perspective.pk and vocabulary.perspective_record(perspective) == each.record:
            continue
        _refused_by_form(each, vocabulary.apply_perspective, perspective, each.record, groups)
        _checked(perspective, each)
        logged = "wagtail.edit" if perspective.pk else "wagtail.create"
        perspective.save()
        perspective.save_revision(log_action=logged).publish()
        _indexed(perspective)
        written += 1
    return written


def _bureaus(content: Content) -> int:
    home = HomePage.objects.get()
    existing = {bureau.slug: bureau for bureau in Bureau.objects.all()}
    written = 0
    for each in content.bureaus:
        bureau = existing.get(each.record.slug) or Bureau()
        if bureau.pk and briefings.bureau_record(bureau) == each.record:
            continue
        briefings.apply_bureau(bureau, each.record)
        _publish(bureau, home, each)
        written += 1
    return written


def _items(content: Content, report: Report) -> int:
    bureaus = {bureau.slug: bureau for bureau in Bureau.objects.all()}
    for each in content.items:
        if each.record.bureau not in bureaus:
            raise _error(each, "bureau", f"there is no bureau “{each.record.bureau}”")
        if each.record.type not in items.TYPES:
            raise _error(each, "type", f"“{each.record.type}” is none of {', '.join(items.TYPES)}")
        for key in items.misplaced_keys(each.record):
            raise _error(each, key, f"an item of type {each.record.type} has no such key")
    # items refer to each other, so each must stand in the tree before any of them is filled
    present = set(CooperationItem.objects.values_list("slug", flat=True))
    for each in content.items:
        if each.record.slug not in present:
            parent = Bureau.objects.get(slug=each.record.bureau)
            parent.add_child(instance=_stub(each.record))
    known = items.Known()
    pages = {page.slug: page for page in CooperationItem.objects.all().specific()}
    written = 0
    for position, each in enumerate(content.items, start=1):
        page = pages[each.record.slug]
        if type(page) is not items.TYPES[each.record.type]:
            raise _error(each, "type", "the item exists with another type, which cannot change")
        if not page.live or items.item_record(page) != each.record:
            if page.get_parent().slug != each.record.bureau:
                page.move(Bureau.objects.get(slug=each.record.bureau), pos="last-child")
                page = page.specific_class.objects.get(pk=page.pk)
            _refused_by_form(each, items.apply_item, page, each.record, known)
            _publish(page, None, each)
            written += 1
        report("items", position, len(content.items))
    return written


def _stub(record: Any) -> CooperationItem:
    model = items.TYPES[record.type]
    return model(
        title=record.headline.ko[:255],
        slug=record.slug,
        live=False,
        headline_ko=record.headline.ko,
        summary_ko=record.summary.ko,
        kind=record.kind,
        status=record.status,
        classification="partial",
        legal_clause="-",
        **({"forum_ko": "-", "instrument_ko": "-"} if record.type == "declaration-clause" else {}),
    )


def _briefings(content: Content) -> int:
    index = BriefingIndex.objects.get()
    existing = {briefing.slug: briefing for briefing in Briefing.objects.all()}
    written = 0
    for each in content.briefings:
        briefing = existing.get(each.record.slug) or Briefing()
        if briefing.pk and briefings.briefing_record(briefing) == each.record:
            continue
        _refused_by_form(each, briefings.apply_briefing, briefing, each.record)
        # the file's texts were written on the items of the same files
        chapters = list(briefing.chapters.all())
        record_basis(briefing, chapters)
        briefing.chapters = chapters
        _publish(briefing, index, each)
        written += 1
    return written


def _publish(page: Any, parent: Page | None, located: Located[Any]) -> None:
    """Through a revision, and logged, so that the page's history opens, compares and takes back what was loaded.

    An entry of a publication alone offers nothing: Wagtail looks for the entry of the version that was published.
    """
    if not page.pk:
        assert parent is not None
        page.set_working_title()
        page.live = False
        _checked(page, located, exclude=["path", "depth", "content_type", "locale"])
        parent.add_child(instance=page)
        parent.refresh_from_db()
    else:
        _checked(page, located)
    page.save_revision(log_action=True).publish()
    _indexed(page)


def _checked(instance: Any, located: Located[Any], exclude: list[str] | None = None) -> None:
    """Ask the same questions as the form; `save_revision().publish()` does not ask inline rows."""
    for fault in faults(instance, exclude=exclude):
        key = f"{fault.rows} {fault.position}: {fault.field}" if fault.rows else fault.field
        raise _error(located, key.removesuffix(": "), fault.message)


def _refused_by_form(located: Located[Any], apply: Callable[..., None], *arguments: Any) -> None:
    try:
        apply(*arguments)
    except KeyError as error:
        name = error.args[0]
        raise _error(located, _key_that_names(located.record, str(name)), f"there is no “{name}”") from error


def _key_that_names(record: Any, value: str) -> str:
    """Where in the record the name stands that leads nowhere."""

    def search(node: Any, path: str) -> str:
        if isinstance(node, str):
            return path if node == value else ""
        if isinstance(node, list):
            return next((found for n, each in enumerate(node) if (found := search(each, f"{path}[{n}]"))), "")
        for name in getattr(node, "__struct_fields__", ()):
            if found := search(getattr(node, name), f"{path}.{name}" if path else name):
                return found
        return ""

    return search(record, "") or "?"


def _error(located: Located[Any], key: str, what: str) -> ContentError:
    return ContentError(f"{located.file}, line {located.line}, key {key}: {what}")
