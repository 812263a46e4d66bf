"""What waits for a person: the list "yours to do" on the admin's home page.

Each line is work that this person can do now, with its number and the page where it is done. What a
person may do is asked in `briefings/access.py`. The number of queries does not grow with the content.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

import msgspec
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, Revision

from briefings import access
from briefings.checking.places import Places, form_address
from briefings.choices import RenditionState
from briefings.editions import release
from briefings.editions.edition_names import edition_name
from briefings.home.found_in_all import Record, blocking_in_drafts
from briefings.models import AssemblyRun, Briefing, Edition, Rendition
from briefings.records.record_kinds import MODELS, SEVERAL
from briefings.work.newest_runs import checked_runs, failed_runs
from languages.states import TextState
from projects.drafts import unpublished
from projects.models import Bureau, CooperationItem
from reviews.counting import total_of, with_a_text
from reviews.models import Waiver
from stakeholders.models import Perspective
from vocabulary.interface import listed

TRANSLATIONS = ("zh-hans", "en")
_LATE = timedelta(minutes=5)
"""Pages are published within a minute of their time."""


class Waiting(msgspec.Struct, frozen=True):
    """One line of the list."""

    number: int
    what: str
    url: str
    about: str = ""
    """The briefing, edition or draft, or what kinds of records; empty for a line about items or texts."""


def waiting_for(user: Any) -> list[Waiting]:
    """Everything that waits for this person, in the order in which an edition comes about."""
    if not access.may_see_texts(user):
        return []
    runs = checked_runs()
    blocking = _blocking(runs)
    found: list[Waiting] = []
    if access.may(user, access.REVIEW):
        found += _texts()
    else:
        found += _own_records(user, blocking)
    found += _late(user)
    found += _drafts_to_publish(user)
    if access.may(user, access.ASSEMBLE):
        found += _runs(runs, blocking)
        found += _failed_files()
    found += _editions(user)
    return found


# texts and items ------------------------------------------------------------------------------


def _texts() -> Iterator[Waiting]:
    """Texts of every record, for those who bring the languages level."""
    numbers: Counter[tuple[str, TextState]] = Counter()
    for model in MODELS.values():
        numbers.update(total_of(model.objects.all()))
    for language in TRANSLATIONS:
        for state in (TextState.MISSING, TextState.STALE, TextState.DRAFT):
            number = numbers[language, state]
            if number:
                yield Waiting(
                    number, _text_sentence(language, state, number), _status(language=language, state=state)
                )


def _text_sentence(language: str, state: TextState, number: int) -> str:
    chinese = language == "zh-hans"
    if state is TextState.MISSING:
        if chinese:
            return ngettext("Chinese text to write", "Chinese texts to write", number)
        return ngettext("English text to write", "English texts to write", number)
    if state is TextState.STALE:
        if chinese:
            return ngettext(
                "Chinese text whose Korean has changed", "Chinese texts whose Korean has changed", number
            )
        return ngettext(
            "English text whose Korean has changed", "English texts whose Korean has changed", number
        )
    if chinese:
        return ngettext("Chinese text to review", "Chinese texts to review", number)
    return ngettext("English text to review", "English texts to review", number)


def _own_records(user: Any, blocking: list[dict[str, Any]]) -> Iterator[Waiting]:
    """What the person may change and whose languages or findings hold an edition up."""
    own = dict(access.items_to_change(user).values_list("slug", "pk"))
    others = _others_to_change(user)
    if not own and not others:
        return
    yield from _languages_of_items(user, own)
    stopped = {("item", each["place"]["slug"]) for each in blocking if each["place"]["record"] == "item"}
    in_drafts, unexamined = blocking_in_drafts()
    stopped |= _let_stand_by_nobody(in_drafts)
    if number := len(_slugs(stopped, "item") & own.keys()):
        what = ngettext(
            "item with findings that stop sealing", "items with findings that stop sealing", number
        )
        yield Waiting(number, what, _address("report-open-findings", severity="blocking"))
    if found := stopped & others:
        what = ngettext(
            "record with findings that stop sealing", "records with findings that stop sealing", len(found)
        )
        url = _address("report-open-findings", severity="blocking")
        yield Waiting(len(found), what, url, _kinds_of(found))
    if number := len(own.keys() & _slugs(unexamined, "item")):
        what = ngettext(
            "item that has changed and is not checked yet",
            "items that have changed and are not checked yet",
            number,
        )
        yield Waiting(number, what, _address("report-open-findings"))
    if found := unexamined & others:
        what = ngettext(
            "record that has changed and is not checked yet",
            "records that have changed and are not checked yet",
            len(found),
        )
        yield Waiting(len(found), what, _address("report-open-findings"), _kinds_of(found))


def _languages_of_items(user: Any, own: dict[str, int]) -> Iterator[Waiting]:
    """Items whose translations are missing or stale."""
    items = access.items_to_change(user)
    numbers = {
        (language, state): items.filter(with_a_text(CooperationItem.objects.all(), language, state)).count()
        for language in TRANSLATIONS
        for state in (TextState.MISSING, TextState.STALE)
    }
    if not any(numbers.values()):
        return
    bureau = _only_bureau(own)
    for (language, state), number in numbers.items():
        if number:
            url = _status(kind="item", bureau=bureau, language=language, state=state)
            yield Waiting(number, _item_sentence(language, state, number), url)


def _others_to_change(user: Any) -> set[Record]:
    """Perspectives, briefings and whatever else than items the person may change."""
    # a term names what it forbids, and is not checked
    kinds = [(kind, model) for kind, model in MODELS.items() if kind not in ("item", "term")]
    return {
        (kind, slug)
        for kind, model in kinds
        for slug in access.records_to_change(user, model).values_list("slug", flat=True)
    }


def _let_stand_by_nobody(found: Iterable[tuple[str, str, str]]) -> set[Record]:
    """The records among these that have a finding which nobody let stand."""
    all_found = list(found)
    stand = _waived(digest for _kind, _slug, digest in all_found)
    return {(kind, slug) for kind, slug, digest in all_found if digest not in stand}


def _slugs(records: Iterable[Record], kind: str) -> set[str]:
    return {slug for each, slug in records if each == kind}


def _kinds_of(records: Iterable[Record]) -> str:
    """What kinds of records these are, in the order of the reports."""
    met = {kind for kind, _slug in records}
    return listed(name for kind, name in SEVERAL.items() if kind in met)


def _late(user: Any) -> Iterator[Waiting]:
    """What was set to be published by now and could not be: its form says what is wrong, when somebody publishes it."""
    late = Revision.objects.filter(approved_go_live_at__lt=timezone.now() - _LATE)
    pks: dict[str, list[str]] = {}
    for kind, pk in late.values_list("base_content_type__model", "object_id"):
        pks.setdefault(kind, []).append(pk)
    if not pks:
        return
    kinds = (
        ("item", CooperationItem),
        ("bureau", Bureau),
        ("briefing", Briefing),
        ("perspective", Perspective),
    )
    records = [
        (kind, record)
        for kind, model in kinds
        for record in access.records_to_publish(user, model).filter(
            pk__in=pks.get("page" if issubclass(model, Page) else kind, [])
        )
    ]
    names = Places((kind, record.slug) for kind, record in records)
    for kind, record in records:
        what = _("draft that could not be published at its time")
        yield Waiting(1, what, form_address(kind, record.pk, ""), names.name(kind, record.slug))


def _drafts_to_publish(user: Any) -> Iterator[Waiting]:
    """Drafts that the person may publish, whoever saved them last: an assembly reads published records only."""
    waits = unpublished()
    if number := access.records_to_publish(user, CooperationItem).filter(waits).count():
        what = ngettext(
            "item saved as a draft and not published", "items saved as drafts and not published", number
        )
        yield Waiting(number, what, _address("cooperation-items:index", drafts="to-publish"))
    if number := access.records_to_publish(user, Perspective).filter(waits).count():
        what = ngettext(
            "perspective saved as a draft and not published",
            "perspectives saved as drafts and not published",
            number,
        )
        url = _address(Perspective.snippet_viewset.get_url_name("list"), drafts="all")
        yield Waiting(number, what, url)
    drafts = [
        (kind, record)
        for kind, model in (("bureau", Bureau), ("briefing", Briefing))
        for record in access.records_to_publish(user, model).filter(waits)
    ]
    names = Places((kind, record.slug) for kind, record in drafts)
    for kind, record in drafts:
        what = _("draft that is not published")
        yield Waiting(1, what, form_address(kind, record.pk, ""), names.name(kind, record.slug))


def _item_sentence(language: str, state: TextState, number: int) -> str:
    chinese = language == "zh-hans"
    if state is TextState.MISSING:
        if chinese:
            return ngettext("item without its Chinese", "items without their Chinese", number)
        return ngettext("item without its English", "items without their English", number)
    if chinese:
        return ngettext("item whose Chinese is stale", "items whose Chinese is stale", number)
    return ngettext("item whose English is stale", "items whose English is stale", number)


def _only_bureau(own: dict[str, int]) -> str:
    """The bureau's identifier if all these items stand in one: the report can show a bureau alone."""
    paths = set(CooperationItem.objects.filter(pk__in=own.values()).values_list("path", flat=True))
    homes = {path[:-4] for path in paths}
    bureau = Bureau.objects.filter(path__in=homes).first() if len(homes) == 1 else None
    return bureau.slug if bureau else ""


# runs and files -------------------------------------------------------------------------------


def _blocking(runs: list[AssemblyRun]) -> list[dict[str, Any]]:
    """Findings of these runs that stop sealing and that nobody let stand, each with its briefing."""
    found = [
        {**finding, "briefing": run.briefing_id}
        for run in runs
        for finding in run.findings
        if finding["severity"] == "blocking"
    ]
    stand = _waived(finding.get("digest", "") for finding in found)
    return [finding for finding in found if finding.get("digest") not in stand]


def _waived(digests: Iterable[str]) -> set[str]:
    """Those of these digests whose findings somebody let stand."""
    waivers = Waiver.objects.filter(digest__in=set(digests) - {""}, taken_back_at__isnull=True)
    return set(waivers.values_list("digest", flat=True))


def _runs(runs: list[AssemblyRun], blocking: list[dict[str, Any]]) -> Iterator[Waiting]:
    for run in failed_runs():
        about = run.briefing.get_admin_display_title()
        yield Waiting(1, _("assembly failed: ask for it again"), _desk(run.briefing_id), about)
    numbers = Counter(finding["briefing"] for finding in blocking)
    for run in runs:
        if number := numbers[run.briefing_id]:
            what = ngettext("finding that stops sealing", "findings that stop sealing", number)
            yield Waiting(number, what, _desk(run.briefing_id), run.briefing.get_admin_display_title())


def _failed_files() -> Iterator[Waiting]:
    """Files of editions that are still wanted: a withdrawn one gives out none."""
    failed = Rendition.objects.filter(
        state=RenditionState.FAILED, edition__release__withdrawal__isnull=True
    ).select_related("edition__briefing")
    numbers: Counter[int] = Counter()
    editions: dict[int, Edition] = {}
    for file in failed.defer("edition__content", "edition__manifest"):
        numbers[file.edition_id] += 1
        editions[file.edition_id] = file.edition
    for pk, number in numbers.items():
        what = ngettext("file failed: make it again", "files failed: make them again", number)
        yield Waiting(number, what, _at_the_desk(editions[pk]), _name(editions[pk]))


# editions -------------------------------------------------------------------------------------


def _editions(user: Any) -> Iterator[Waiting]:
    """The newest edition for each audience, as long as it is not released."""
    for edition in _unreleased():
        what = ""
        if release.may_release(edition, user):
            what = _("edition to release")
        elif release.awaits_approval_by(edition, user):
            what = _("edition to read and approve")
        elif access.may(user, access.ASSEMBLE):
            what = _at_its_editors(edition)
        if what:
            yield Waiting(1, what, _at_the_desk(edition), _name(edition))


def _at_its_editors(edition: Edition) -> str:
    """What those who assemble are told of an edition that they cannot bring on themselves."""
    if access.is_refused(edition):
        return _("edition was refused: %(reason)s") % {"reason": edition.refusal.reason}
    if release.is_approved(edition):
        return _("edition that somebody else has to release")
    if release.files_are_ready(edition):
        return _("edition that somebody else has to read and approve")
    return ""


def _unreleased() -> QuerySet[Edition]:
    newest = Edition.objects.order_by("briefing", "audience", "-major", "-minor").distinct(
        "briefing", "audience"
    )
    return (
        Edition.objects.filter(pk__in=newest.values("pk"), release__isnull=True)
        .select_related("briefing", "approval", "refusal", "release")
        .prefetch_related("renditions")
        .without_content()
        .order_by("briefing__period_end", "audience")
    )


def _name(edition: Edition) -> str:
    title = edition.briefing.get_admin_display_title()
    return f"{title} · {edition_name(edition)}"


# addresses ------------------------------------------------------------------------------------


def _at_the_desk(edition: Edition) -> str:
    """Where the edition stands at its briefing's desk, which may be long."""
    return f"{_desk(edition.briefing_id)}#edition-{edition.pk}"


def _desk(briefing: int) -> str:
    return reverse("briefing-desk", args=[briefing])


def _status(**chosen: str) -> str:
    return _address("report-language-status", **chosen)


def _address(name: str, **chosen: str) -> str:
    return f"{reverse(name)}?{urlencode({key: value for key, value in chosen.items() if value})}"
