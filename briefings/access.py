"""Who may read what: decided here and nowhere else, for page, list, file and item alike.

Released editions: officials and the ministry's staff read every audience's; an agency's members
read the partner editions released to it; anyone reads public partner editions. Before release an
edition exists only for those who work on it. What may not be read looks like what does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group
from django.core.exceptions import PermissionDenied
from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Now
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from agencies.models import Agency
from briefings import succession
from briefings.choices import Audience, FileFormat
from briefings.models import Edition, Editions, Release, Rendition
from briefings.succession import Released, Standing
from languages.trilingual import LANGUAGES
from projects.models import CooperationItem

type Reader = AbstractBaseUser | AnonymousUser

SET = Q(release__isnull=False) & (
    Q(release__withdrawal__isnull=True) | Q(release__withdrawal__at__gte=F("release__at"))
)
"""In a query of editions: those that readers have had, or that are to be theirs at a minute that is set. What was
withdrawn before its minute is neither."""
RELEASED = SET & Q(release__at__lte=Now())
"""In a query of editions: those whose minute has come. What was withdrawn before it was never released: no
reader has had it, so none is told of it or of why."""

_RANK = Case(
    *(
        When(audience=audience, then=place)
        for place, audience in enumerate((Audience.PRESIDENTIAL, Audience.FULL))
    ),
    default=2,
)
"""In an order of editions: of several audiences, whose edition is made for who may read them all."""

READ_EDITIONS = "briefings.read_editions"
READ_UNRELEASED = "briefings.read_unreleased"
ASSEMBLE = "briefings.assemble_briefing"
APPROVE = "briefings.approve_edition"
RELEASE = "briefings.release_edition"
REVIEW = "reviews.review_texts"
WAIVE = "reviews.waive_findings"
CHANGE_TERMS = "vocabulary.change_term"

_SENT_WITH_A_FILE = (
    *("language", "format", "state", "file", "size", "digest"),
    *(f"edition__{name}" for name in ("audience", "major", "minor", "sealed_at", "briefing__slug")),
    *("edition__release__at", "edition__release__withdrawal__at"),
)
"""What the answer with a file says and needs; a briefing has columns by the hundred."""

_NUMBER = re.compile(r"([1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})")
"""An edition's number written in the one way that its address has."""


def may(reader: Reader, permission: str) -> bool:
    """Whether an active account has one of the permissions above."""
    return bool(reader.is_active and reader.has_perm(permission))


def must(reader: Reader, permission: str) -> None:
    """Refuse a page of the admin to an account that lacks one of the permissions above.

    Raises:
        PermissionDenied: it lacks it.
    """
    if not may(reader, permission):
        raise PermissionDenied


def may_see_texts(reader: Reader) -> bool:
    """Whether somebody may see every record's texts in every language: those who work on editions."""
    return may(reader, READ_UNRELEASED)


def must_see_texts(reader: Reader) -> None:
    """Refuse a page of texts to an account that may not see every record's.

    Raises:
        PermissionDenied: it may not.
    """
    must(reader, READ_UNRELEASED)


def may_change(reader: Reader, record: Any) -> bool:
    """Whether somebody may change a page or a snippet, or snippets of a model, as Wagtail's permissions say."""
    if isinstance(record, Page):
        return bool(record.permissions_for_user(reader).can_edit())
    meta = record._meta
    return may(reader, f"{meta.app_label}.change_{meta.model_name}")


def may_delete(reader: Reader, page: Page) -> bool:
    """Whether somebody may delete a page: who may publish it, and whoever wrote it.

    Wagtail lets everybody delete a draft who may change it, a translator too, who only brings its languages level.
    """
    rights = page.permissions_for_user(reader)
    # asked for each row of a list, and Wagtail looks for published pages below each
    return bool((rights.can_publish() or page.owner_id == reader.pk) and rights.can_delete())


def pages_to_change(reader: Reader, pages: Iterable[Page | int]) -> set[int]:
    """Which of these pages, or of the pages with these keys, somebody may change: asked for all of them at once."""
    may_be_changed = policy_registry.get_by_type(Page).instances_user_has_permission_for(reader, "change")
    keys = [page.pk if isinstance(page, Page) else page for page in pages]
    return set(may_be_changed.filter(pk__in=keys).values_list("pk", flat=True))


def locked_pages(reader: Reader, pages: Iterable[Page]) -> set[int]:
    """Which of these pages a lock keeps from somebody, by their keys: another person's, or of a set publication."""
    by_key = {page.pk: page for page in pages}
    revisions = Revision.page_revisions.filter(
        approved_go_live_at__isnull=False, object_id__in=[str(key) for key in by_key]
    )
    scheduled = {int(revision.object_id): revision for revision in revisions.defer("content")}
    for key, page in by_key.items():
        page.scheduled_revision = scheduled.get(key)  # else `get_lock` would ask for each page's
    return {key for key, page in by_key.items() if (lock := page.get_lock()) and lock.for_user(reader)}


def items_to_change(reader: Reader) -> QuerySet[CooperationItem]:
    """The items that somebody may change: those of the bureaus that Wagtail's page permissions give them."""
    return records_to_change(reader, CooperationItem)


def records_to_change(reader: Reader, model: type[Any]) -> QuerySet[Any]:
    """The pages or snippets of a model that somebody may change."""
    return _records(reader, "change", model)


def records_to_publish(reader: Reader, model: type[Any]) -> QuerySet[Any]:
    """The pages, or snippets of a model with drafts, that somebody may publish."""
    return _records(reader, "publish", model)


def _records(reader: Reader, right: str, model: type[Any]) -> QuerySet[Any]:
    if issubclass(model, Page):
        pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(reader, right)
        return model.objects.filter(pk__in=pages.values("pk"))
    permission = f"{model._meta.app_label}.{right}_{model._meta.model_name}"
    return model.objects.all() if may(reader, permission) else model.objects.none()


def who_may_publish(record: Any) -> list[str]:
    """The roles whose members may publish a page, or a snippet with drafts; those that nobody has are left out."""
    peopled = Group.objects.filter(user__is_active=True)
    if isinstance(record, Page):
        pages = record.get_ancestors(inclusive=True).values("pk")
        found = peopled.filter(
            page_permissions__page__in=pages, page_permissions__permission__codename="publish_page"
        )
    else:
        found = peopled.filter(
            permissions__content_type__app_label=record._meta.app_label,
            permissions__codename=f"publish_{record._meta.model_name}",
        )
    return list(found.order_by("name").values_list("name", flat=True).distinct())


def may_say_minor(reader: Reader, record: Any) -> bool:
    """Whether somebody may say that a change of the Korean leaves its translations right."""
    return may(reader, REVIEW) or may_change(reader, record)


def agency_of(reader: Reader) -> Agency | None:
    """The agency that the reader reads for; the first one if there are several."""
    return _agencies_of(reader).first()


def _agencies_of(reader: Reader) -> QuerySet[Agency]:
    if not reader.is_authenticated or not reader.is_active:
        return Agency.objects.none()
    return Agency.objects.filter(active=True, memberships__user=reader).order_by("slug")


def readable_editions(reader: Reader, *, unreleased: bool = False) -> Editions:
    """Editions that exist for this reader: of the newest briefing first, in it by audience, the newest of each first.

    Withdrawn ones are among them.

    Args:
        reader: an account, or nobody in particular.
        unreleased: whether those who work on editions also see what is not released yet.
    """
    editions = (
        Edition.objects.select_related("briefing", "release", "release__withdrawal")
        # the content is needed when a page is made for the first time, the items' slugs at each page of an item
        .defer("content", "manifest")
        .order_by(
            "-briefing__period_end",
            "-briefing_id",
            "-audience",  # happens to be: presidential, partner, full
            "-major",
            "-minor",
        )
    )
    if unreleased and may(reader, READ_UNRELEASED):
        return editions
    released = editions.filter(RELEASED)
    if may(reader, READ_EDITIONS):
        return released
    partner = released.filter(audience=Audience.PARTNER)
    public = Q(release__public=True)
    if not reader.is_authenticated or not reader.is_active:
        return partner.filter(public)
    own = Agency.objects.filter(active=True, memberships__user=reader, releases=OuterRef("release"))
    return partner.filter(public | Exists(own))


def find_edition(reader: Reader, *, slug: str, audience: str, number: str) -> Edition | None:
    """The edition at an address, if it exists for this reader."""
    return editions_at(reader, slug=slug, audience=audience, number=number).first()


def editions_at(reader: Reader, *, slug: str, audience: str, number: str) -> QuerySet[Edition]:
    """None or one: the edition at an address, if it exists for this reader."""
    written = _NUMBER.fullmatch(number)
    if written is None:
        return Edition.objects.none()
    return readable_editions(reader, unreleased=True).filter(
        briefing__slug=slug, audience=audience, major=int(written[1]), minor=int(written[2])
    )


def find_by_digest(reader: Reader, digest: str) -> Edition | None:
    """The edition with this SHA-256, if it exists for this reader; a file's own digest finds it too."""
    editions = readable_editions(reader, unreleased=True)
    files = Rendition.objects.filter(edition=OuterRef("pk"), digest=digest)
    return editions.filter(Q(digest=digest) | Exists(files)).first()


def is_a_file(language: str, kind: str) -> bool:
    """Whether an edition has a file of this name, whoever asks."""
    return language in LANGUAGES and kind in FileFormat.values


def find_file(
    reader: Reader, *, slug: str, audience: str, number: str, language: str, kind: str
) -> Rendition | None:
    """A file that the reader may have, with its edition, whether it is ready or not. A withdrawn edition gives none.

    Who may read and for whom is asked in one statement: `reads_for` is the key of the reader's agency, or None.
    Of several agencies it is one that the edition was released to; among equals the first by its slug.
    """
    if not is_a_file(language, kind):
        return None
    editions = editions_at(reader, slug=slug, audience=audience, number=number)
    released_to = Agency.objects.filter(pk=OuterRef("pk"), releases=OuterRef(OuterRef("edition__release")))
    agencies = _agencies_of(reader).alias(named=Exists(released_to)).order_by("-named", "slug")
    return (
        Rendition.objects.filter(
            edition__in=editions.filter(release__withdrawal__isnull=True).order_by().values("pk"),
            language=language,
            format=kind,
        )
        .select_related("edition__briefing", "edition__release__withdrawal")
        .only(*_SENT_WITH_A_FILE)
        .annotate(reads_for=Subquery(agencies.values("pk")[:1]))
        .first()
    )


def with_released(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """The editions, each with `readable_now`: whether its release's minute has come, by PostgreSQL's clock."""
    return editions.annotate(readable_now=ExpressionWrapper(RELEASED, BooleanField()))


def is_released(edition: Edition) -> bool:
    """Whether readers may read it now, by PostgreSQL's clock."""
    return Edition.objects.filter(RELEASED, pk=edition.pk).exists()


def is_set(edition: Edition) -> bool:
    """Whether readers have had it, or are to at a minute that is set: as `SET`, of an edition that was read."""
    release = getattr(edition, "release", None)
    if release is None:
        return False
    withdrawal = getattr(release, "withdrawal", None)
    return withdrawal is None or withdrawal.at >= release.at


def is_refused(edition: Edition) -> bool:
    """Whether the last word of those who may approve is no. Before a release nobody else reads it anyway."""
    return getattr(edition, "refusal", None) is not None and getattr(edition, "approval", None) is None


def is_withdrawn(edition: Edition) -> bool:
    """Whether it was taken back."""
    release = getattr(edition, "release", None)
    return release is not None and getattr(release, "withdrawal", None) is not None


def is_public(edition: Edition) -> bool:
    """Whether anyone may read it now."""
    public = Edition.objects.filter(RELEASED, pk=edition.pk, audience=Audience.PARTNER, release__public=True)
    return not is_withdrawn(edition) and public.exists()


def standings(reader: Reader, editions: Iterable[Edition]) -> dict[int, Standing]:
    """What became of these editions and of the others of their briefings and audiences, by their keys.

    Of what is not released, and of what the reader may not read, it says nothing.
    """
    series = {(edition.briefing_id, edition.audience) for edition in editions}
    beside = readable_editions(reader, unreleased=True).filter(
        RELEASED,
        briefing__in={briefing for briefing, _audience in series},
        audience__in={audience for _briefing, audience in series},
    )
    rows = beside.order_by().values_list(
        "pk", "briefing_id", "audience", "major", "minor", "release__withdrawal__pk"
    )
    return succession.standings(
        Released(pk, (briefing, audience), (major, minor), withdrawal is not None)
        for pk, briefing, audience, major, minor, withdrawal in rows
    )


def as_released(edition: Edition) -> Released:
    """A released edition as `succession` takes it."""
    return Released(edition.pk, (edition.briefing_id, edition.audience), edition.order, is_withdrawn(edition))


def valid_edition(reader: Reader, edition: Edition) -> Edition | None:
    """The newest edition that holds of the same briefing, if the reader may read one.

    It is one for the same audience if there is one, else one for the audience that comes next for this reader.
    """
    return (
        readable_editions(reader)
        .filter(briefing=edition.briefing_id, release__withdrawal__isnull=True)
        .order_by(Case(When(audience=edition.audience, then=0), default=1), _RANK, "-major", "-minor")
        .first()
    )


def agencies_left_behind(made: Release) -> list[Agency]:
    """The agencies that have an earlier edition for the same audience, and to which this release gives nothing.

    Also one that may not download now: once it may again, it reads the earlier edition as the one that holds.
    """
    edition = made.edition
    if made.public:
        return []
    earlier = Edition.objects.before(edition).filter(RELEASED, release__withdrawal__isnull=True)
    left = Agency.objects.filter(releases__edition__in=earlier.values("pk"))
    return list(left.exclude(releases=made).order_by("slug").distinct())


class Left(NamedTuple):
    """Readers of an edition, and what they would have if it were withdrawn."""

    agency: Agency | None
    anyone: bool
    """Whoever has no account. If it is no agency either, those who read every audience's editions."""
    edition: Edition | None
    """The newest that holds of the same briefing and audience, as far as they may read it."""
    again: bool
    """Whether it is an earlier one, which holds again."""


def readers_without(edition: Edition) -> list[Left]:
    """Who may read a released edition, or is to, and which other one each of them would have without it."""
    others = (
        Edition.objects.beside(edition)
        .filter(RELEASED, release__withdrawal__isnull=True)
        .exclude(pk=edition.pk)
        .select_related("release")
        .prefetch_related("release__agencies")
        .without_content()
        .order_by("-major", "-minor")
    )
    holding, made = list(others), edition.release

    def left(editions: Iterable[Edition], agency: Agency | None = None, *, anyone: bool = False) -> Left:
        found = next(iter(editions), None)
        again = found is not None and found.order < edition.order
        return Left(agency, anyone, found, again)

    public = [each for each in holding if each.release.public]
    readers = [left(public, anyone=True)] if made.public else []
    for agency in made.agencies.filter(active=True):
        given = (each for each in holding if each in public or agency in each.release.agencies.all())
        readers.append(left(given, agency))
    return [*readers, left(holding)]


def corrected_edition(reader: Reader, edition: Edition) -> Edition | None:
    """The edition that this one corrects, if the reader may read it. It may be withdrawn.

    It was decided when this one was sealed, so what is said of a correction stays the same for ever.
    """
    return readable_editions(reader).filter(pk=edition.corrects_id).first()


def corrections_of(reader: Reader, edition: Edition) -> list[Edition]:
    """Later editions of the same briefing and audience that hold and that the reader may read, the oldest first."""
    holding = readable_editions(reader).after(edition).filter(release__withdrawal__isnull=True)
    return list(holding.order_by("major", "minor"))


def latest_edition(reader: Reader) -> Edition | None:
    """What a reader finds on the first page: of the newest briefing the edition made for them.

    Where every edition for their audience is withdrawn it is the newest of those, whose page says so and why and
    leads on: another audience's edition would be taken for their own.
    """
    return (
        readable_editions(reader)
        .order_by(
            "-briefing__period_end",
            "-briefing_id",
            _RANK,
            Case(When(release__withdrawal__isnull=True, then=0), default=1),
            "-major",
            "-minor",
        )
        .first()
    )
