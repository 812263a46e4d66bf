"""Content files into the database, and back. Only what differs is written, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from agencies.models import Agency
from briefings.content import briefings, items, vocabulary
from briefings.content.files import Content
from briefings.content.keys import place_of
from briefings.content.places import ContentError, Located, Place, line_of
from briefings.content.references import NamesNothing
from briefings.models import Briefing, BriefingIndex, HomePage
from briefings.records.chapters import record_basis
from briefings.records.item_rows import with_rows
from briefings.tree import ensure_tree
from languages.columns import columns
from projects import addresses
from projects.choices import ItemKind, ItemStatus
from projects.models import Bureau, CooperationItem
from stakeholders.models import Perspective, StakeholderGroup
from vocabulary.identifiers import validate_identifier
from vocabulary.models import Pillar, Strategy, Term, Unit
from vocabulary.validity import faults
from vocabulary.versions import wait_for_savers_of


def load(content: Content) -> dict[str, int]:
    """Upsert every record by its slug; how many records of each kind were written.

    Raises:
        ContentError: a record refers to one that does not exist, or a form would refuse it. Nothing
            is loaded then.
    """
    # Wagtail would bring its reference index up to date for every inline row: half of the time.
    # Each record does it once instead, in `_indexed`.
    with transaction.atomic(), disable_reference_index_auto_update():
        _wait_for_editors(content)
        ensure_tree()
        return {
            "units": _snippets(Unit, content.units, vocabulary.unit_record, vocabulary.apply_unit),
            "strategies": _strategies(content),
            "terms": _terms(content),
            "agencies": _snippets(
                Agency, content.agencies, vocabulary.agency_record, vocabulary.apply_agency
            ),
            "groups": _snippets(
                StakeholderGroup, content.groups, vocabulary.group_record, vocabulary.apply_group
            ),
            "perspectives": _perspectives(content),
            "bureaus": _bureaus(content),
            "items": _items(content),
            "briefings": _briefings(content),
        }


def read(folder: Path) -> Content:
    """The database's live content in the shape of content files below `folder`."""

    def located(records: Iterable[Any]) -> list[Any]:
        return [Located(record, folder) for record in records]

    live = with_rows(CooperationItem.objects.filter(live=True).order_by("slug"))
    bureaus = _bureaus_by_path()
    return Content(
        units=located(vocabulary.unit_record(unit) for unit in Unit.objects.order_by("pk")),
        strategies=located(vocabulary.strategy_record(each) for each in Strategy.objects.order_by("slug")),
        terms=[
            (term.subject, Located(vocabulary.term_record(term), folder))
            for term in Term.objects.order_by("subject", "pk")
        ],
        bureaus=located(briefings.bureau_record(each) for each in Bureau.objects.order_by("path")),
        agencies=located(vocabulary.agency_record(each) for each in Agency.objects.order_by("pk")),
        groups=located(
            vocabulary.group_record(each) for each in StakeholderGroup.objects.order_by("order", "pk")
        ),
        perspectives=located(
            vocabulary.perspective_record(each)
            for each in Perspective.objects.filter(live=True).order_by("slug")
        ),
        items=located(items.item_record(item, bureaus[item.path[: -Page.steplen]]) for item in live),
        briefings=located(
            briefings.briefing_record(each) for each in Briefing.objects.filter(live=True).order_by("slug")
        ),
    )


def _bureaus_by_path() -> dict[str, str]:
    """The slugs of bureaus by their places in the tree: an item's begins with its bureau's."""
    return dict(Bureau.objects.values_list("path", "slug"))


def _wait_for_editors(content: Content) -> None:
    """Wait for whoever is saving one of the items or giving one a slug; they wait for this load from now on.

    A form takes first its page, then the lock on slugs, and a bureau that gets a new item after that. Who loads takes
    them in the same order, or the two would wait for each other.
    """
    slugs = [each.record.slug for each in content.items]
    named = CooperationItem.objects.filter(slug__in=slugs).values("pk")
    wait_for_savers_of(Page.objects.filter(pk__in=named))
    addresses.wait_for_others()


def _written(located: Iterable[Located[Any]], load_one: Callable[[Located[Any]], bool]) -> int:
    """How many of the records were written.

    Raises:
        ContentError: what is wrong with all of them, for whoever corrects many files at once. What refers to
            them is not looked at any more.
    """
    written = 0
    problems: list[str] = []
    for each in located:
        try:
            written += load_one(each)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(*problems)
    return written


def _snippets(
    model: type[Any],
    located: list[Located[Any]],
    record_of: Callable[[Any], Any],
    apply: Callable[[Any, Any], None],
) -> int:
    existing = {row.slug: row for row in model.objects.all()}

    def load_one(each: Located[Any]) -> bool:
        row = existing.get(each.record.slug) or model()
        if row.pk and record_of(row) == each.record:
            return False
        apply(row, each.record)
        _save_snippet(row, each)
        return True

    return _written(located, load_one)


def _save_snippet(row: Any, located: Located[Any], *within: str | int) -> None:
    _checked(row, located, within=within)
    logged = "wagtail.edit" if row.pk else "wagtail.create"
    row.save()
    row.save_revision(log_action=logged)
    _indexed(row)


def _indexed(row: Any) -> None:
    """Which records this one refers to, for the admin's "used in" pages."""
    ReferenceIndex.create_or_update_for_object(row)


_ASIDE = 32_767
"""The last order that a pillar can have."""


def _strategies(content: Content) -> int:
    def load_one(each: Located[Any]) -> bool:
        strategy = Strategy.objects.filter(slug=each.record.slug).first() or Strategy()
        if strategy.pk and vocabulary.strategy_record(strategy) == each.record:
            return False
        vocabulary.apply_strategy(strategy, each.record)
        _save_snippet(strategy, each)
        # pillars that change places would be refused for each other's; the database asks at the end
        slugs = [record.slug for record in each.record.pillars]
        Pillar.objects.filter(strategy=strategy, slug__in=slugs).update(order=_ASIDE)
        for number, record in enumerate(each.record.pillars):
            pillar = Pillar.objects.filter(slug=record.slug).first() or Pillar()
            pillar.strategy = strategy
            vocabulary.apply_pillar(pillar, record)
            _save_snippet(pillar, each, "pillars", number)
        return True

    return _written(content.strategies, load_one)


def _terms(content: Content) -> int:
    existing = {term.identifier: term for term in Term.objects.all()}
    subjects = {each.file: subject for subject, each in content.terms}

    def load_one(each: Located[Any]) -> bool:
        subject = subjects[each.file]
        term = existing.get(each.record.id) or Term()
        if term.pk and term.subject == subject and vocabulary.term_record(term) == each.record:
            return False
        vocabulary.apply_term(term, each.record, subject)
        _save_snippet(term, each)
        return True

    return _written((each for _subject, each in content.terms), load_one)


def _perspectives(content: Content) -> int:
    groups = {group.slug: group for group in StakeholderGroup.objects.all()}
    existing = {perspective.slug: perspective for perspective in Perspective.objects.all()}

    def load_one(each: Located[Any]) -> bool:
        perspective = existing.get(each.record.slug) or Perspective()
        if perspective.pk and perspective.live and vocabulary.perspective_record(perspective) == each.record:
            return False
        _applied(each, vocabulary.apply_perspective, perspective, each.record, groups)
        _checked(perspective, each)
        logged = "wagtail.edit" if perspective.pk else "wagtail.create"
        perspective.save()
        perspective.save_revision(log_action=logged).publish()
        _indexed(perspective)
        return True

    return _written(content.perspectives, load_one)


def _bureaus(content: Content) -> int:
    home = HomePage.objects.get()
    existing = {bureau.slug: bureau for bureau in Bureau.objects.all()}

    def load_one(each: Located[Any]) -> bool:
        bureau = existing.get(each.record.slug) or Bureau()
        if bureau.pk and bureau.live and briefings.bureau_record(bureau) == each.record:
            return False
        briefings.apply_bureau(bureau, each.record)
        _publish(bureau, home, each)
        return True

    return _written(content.bureaus, load_one)


def _items(content: Content) -> int:
    _place_items(content.items)
    known, bureaus = items.Known(), _bureaus_by_path()
    slugs = [each.record.slug for each in content.items]
    pages = {page.slug: page for page in with_rows(CooperationItem.objects.filter(slug__in=slugs))}

    def load_one(each: Located[Any]) -> bool:
        page = pages[each.record.slug]
        bureau = bureaus[page.path[: -Page.steplen]]
        if page.live and items.item_record(page, bureau) == each.record:
            return False
        if bureau != each.record.bureau:
            page.move(Bureau.objects.get(slug=each.record.bureau), pos="last-child")
            page = page.specific_class.objects.get(pk=page.pk)
        _applied(each, items.apply_item, page, each.record, known)
        _publish(page, None, each)
        return True

    return _written(content.items, load_one)


def _place_items(located: list[Located[Any]]) -> None:
    """Items refer to each other, so each must stand in the tree before any of them is filled."""
    bureaus = {bureau.slug: bureau for bureau in Bureau.objects.all()}
    slugs = [each.record.slug for each in located]
    named = CooperationItem.objects.filter(slug__in=slugs)
    present = {page.slug: page.specific_class for page in named}
    problems = [said for each in located for said in _misplaced(each, bureaus, present.get(each.record.slug))]
    if problems:
        raise ContentError(*problems)
    for each in located:
        if each.record.slug not in present:
            parent = Bureau.objects.get(slug=each.record.bureau)
            parent.add_child(instance=_stub(each.record))


def _misplaced(
    each: Located[Any], bureaus: Collection[str], existing: type[CooperationItem] | None
) -> Iterator[str]:
    """Why the item cannot stand in the tree as what it says it is."""
    record = each.record
    if record.bureau not in bureaus:
        yield str(each.wrong(("bureau",), f"there is no bureau “{record.bureau}”."))
    if record.type not in items.TYPES:
        yield str(each.wrong(("type",), f"“{record.type}” is none of {', '.join(items.TYPES)}."))
    elif existing and existing is not items.TYPES[record.type]:
        yield str(each.wrong(("type",), "the item exists with another type, which cannot change."))
    else:
        for key in items.misplaced_keys(record):
            yield str(each.wrong((key,), f"an item of type {record.type} has no such key."))
    if existing is None and (what := _said_of_slug(record.slug)):
        yield str(each.wrong(("slug",), what))


def _said_of_slug(slug: str) -> str:
    """Why no page can have the slug. Wagtail would say that it takes letters of every script."""
    if len(slug) > 255:
        return "at most 255 characters."
    try:
        validate_identifier(slug)
    except ValidationError as error:
        with translation.override("en"):
            return str(error.messages[0])
    return ""


def _stub(record: Any) -> CooperationItem:
    """An item that holds nothing of its record yet: nobody has asked whether it fits."""
    model = items.TYPES[record.type]
    return model(
        title=record.slug,
        slug=record.slug,
        live=False,
        headline_ko="-",
        summary_ko="-",
        kind=ItemKind.values[0],
        status=ItemStatus.values[0],
        classification="partial",
        legal_clause="-",
        **({"forum_ko": "-", "instrument_ko": "-"} if record.type == "declaration-clause" else {}),
    )


def _briefings(content: Content) -> int:
    index = BriefingIndex.objects.get()
    existing = {briefing.slug: briefing for briefing in Briefing.objects.all()}

    def load_one(each: Located[Any]) -> bool:
        briefing = existing.get(each.record.slug) or Briefing()
        before = briefings.briefing_record(briefing) if briefing.pk else None
        if briefing.live and before == each.record:
            return False
        rested_on = (
            {chapter.pillar.slug: chapter.basis for chapter in briefing.chapters.all()} if before else {}
        )
        _applied(each, briefings.apply_briefing, briefing, each.record)
        # the file's texts were written on the items of the same files; what it leaves as it was, nobody has read again
        chapters = list(briefing.chapters.all())
        record_basis(briefing, chapters)
        kept = {chapter.pillar for chapter in each.record.chapters if before and chapter in before.chapters}
        for chapter in chapters:
            if chapter.pillar.slug in kept:
                chapter.basis = rested_on[chapter.pillar.slug]
        briefing.chapters = chapters
        _publish(briefing, index, each)
        return True

    return _written(content.briefings, load_one)


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


def _checked(
    instance: Any, located: Located[Any], *, exclude: list[str] | None = None, within: Place = ()
) -> None:
    """Ask the same questions as the form; `save_revision().publish()` does not ask inline rows."""
    problems: dict[Place, str] = {}
    with translation.override("en"):  # the terminal's language; not that of what is written
        found = list(faults(instance, exclude=exclude))
    fields = {(fault.rows, fault.position, fault.field) for fault in found}
    for fault in found:
        if any((fault.rows, fault.position, column) in fields for column in columns(fault.field)):
            continue  # a text in three languages is asked once more as a whole
        place, what = (*within, *place_of(fault)), fault.message
        if isinstance(instance, Page) and place == ("slug",):
            what = _said_of_slug(instance.slug) or what
        if isinstance(instance, Term) and place == ("subject",):
            what = f"the subject is the name of the file, {located.file.name}: {what}"
        problems.setdefault(place, what)
    if problems:
        in_order = sorted(problems, key=lambda place: line_of(located.node, place))
        raise ContentError(*(str(located.wrong(place, problems[place])) for place in in_order))


def _applied(located: Located[Any], apply: Callable[..., None], *arguments: Any) -> None:
    try:
        apply(*arguments)
    except NamesNothing as error:
        raise located.wrong(error.place, str(error)) from error
