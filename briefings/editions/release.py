"""What people decide about a sealed edition: approve, refuse, release, set otherwise, withdraw. Each is a row of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.models import Agency
from briefings import access, clock
from briefings.choices import Audience, RenditionState
from briefings.models import Approval, Edition, Refusal, Release, ReleaseChange, Rendition, Withdrawal
from languages.trilingual import Trilingual


class Refused(Exception):
    """A decision that cannot be taken; the message tells the person why and what to do.

    `field` names the argument that has to be another one; without it, no other would help.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


@transaction.atomic
def approve(*, edition: Edition, by: AbstractBaseUser, note: str = "") -> Approval:
    """Say that a second person has read the edition as its readers will.

    Raises:
        Refused: the person may not approve, assembled it, or it is approved already.
    """
    _must_be_allowed(by, access.APPROVE)
    if edition.assembled_by_id == by.pk:
        raise Refused(_("You assembled this edition. Somebody else has to approve it."))
    _wait_for_other_decisions(edition)
    if Approval.objects.filter(edition=edition).exists():
        raise Refused(_("This edition is approved already."))
    unready = Rendition.objects.filter(edition=edition).exclude(state=RenditionState.READY)
    if unready.exists():
        raise Refused(_("Not every file of this edition is ready. Wait, or make the failed one again."))
    try:
        with transaction.atomic():
            return Approval.objects.create(edition=edition, by=by, at=clock.now(), note=note)
    except IntegrityError as error:
        raise Refused(_("This edition cannot be approved by you now. Load the page again.")) from error


@transaction.atomic
def refuse(*, edition: Edition, by: AbstractBaseUser, reason: str) -> Refusal:
    """Send an edition back to those who made it, with a reason. Somebody may still approve it later.

    Raises:
        Refused: the person may not approve, assembled it, gives no reason, or it is decided already.
    """
    _must_be_allowed(by, access.APPROVE)
    if edition.assembled_by_id == by.pk:
        raise Refused(_("You assembled this edition. Somebody else has to decide about it."))
    if not reason.strip():
        raise Refused(_("Say why you refuse the edition: its editor will read it."), field="reason")
    _wait_for_other_decisions(edition)
    if Approval.objects.filter(edition=edition).exists():
        raise Refused(_("This edition is approved already."))
    try:
        with transaction.atomic():
            return Refusal.objects.create(edition=edition, by=by, at=clock.now(), reason=reason.strip())
    except IntegrityError as error:
        raise Refused(_("This edition is refused already.")) from error


def _wait_for_other_decisions(edition: Edition) -> None:
    """Who decides about the same edition at the same time waits here, and then finds what was decided."""
    Edition.objects.select_for_update(no_key=True).values_list("pk").get(pk=edition.pk)


@transaction.atomic
def release(
    *,
    edition: Edition,
    by: AbstractBaseUser,
    at: datetime | None = None,
    agencies: Iterable[Agency] = (),
    public: bool = False,
) -> Release:
    """Make an approved edition readable by its audience from `at` on; without it, at once.

    Args:
        edition: an approved edition.
        by: who decides it; not the one who assembled it.
        at: the embargo time; a moment that has passed is refused.
        agencies: who may download a partner edition.
        public: whether anyone may read a partner edition.

    Raises:
        Refused: not approved, already released, out of its order among the editions of its briefing and audience, the
            time has passed, or a partner edition without readers.
    """
    _must_be_allowed(by, access.RELEASE)
    if edition.assembled_by_id == by.pk:
        raise Refused(_("You assembled this edition. Somebody else has to release it."))
    series = _series_for_a_decision(edition)
    approval = Approval.objects.filter(edition=edition).first()
    if approval is None:
        raise Refused(_("This edition is not approved yet. Approve it first."))
    if (made := Release.objects.select_related("withdrawal").filter(edition=edition).first()) is not None:
        raise Refused(_released_already(made))
    if why := why_not_after(edition, series):
        raise Refused(why)
    now, chosen = clock.now(), list(agencies)
    _must_be_possible(edition, at, now, chosen, public)
    _must_be_in_order(edition, at or now, series)
    made = Release.objects.create(
        edition=edition, approval=approval, by=by, at=at or now, decided_at=now, public=public
    )
    made.agencies.set(chosen)
    return made


def _must_be_possible(
    edition: Edition, at: datetime | None, now: datetime, agencies: list[Agency], public: bool
) -> None:
    """Refuse a moment that has passed, and readers that the edition's audience has not or lacks."""
    if at is not None and at < now:
        raise Refused(_("This moment has passed. Choose a later one, or release at once."), field="at")
    if edition.audience != Audience.PARTNER and (public or agencies):
        raise Refused(_("Only a partner edition may be given to agencies or to anyone."))
    if edition.audience == Audience.PARTNER and not public and not agencies:
        raise Refused(
            _("Choose the agencies that may read this edition, or make it public."), field="agencies"
        )


def _released_already(made: Release) -> str:
    if hasattr(made, "withdrawal"):
        return _("This edition is withdrawn already. Assemble again: the same texts then get a new number.")
    if made.at > clock.now():
        return _("The release of this edition is set already. Change its time or its readers instead.")
    return _("This edition is released already.")


def _series_for_a_decision(edition: Edition) -> list[Edition]:
    """The editions of the same briefing and audience with their releases.

    Whether one of them may be released depends on the others: who decides about another at the same time waits here,
    and then finds what was decided.
    """
    series = Edition.objects.beside(edition)
    list(series.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    # a statement of its own: the one that waited still sees the releases of before
    return list(series.select_related("release__withdrawal").without_content())


def why_not_after(edition: Edition, series: Iterable[Edition]) -> str:
    """Why an edition cannot be released after what was decided about the others; empty if it can.

    Readers get the editions of a briefing and audience in the order of their numbers, and each says what is new since
    the one that they had before it.

    Args:
        series: the editions of its briefing and audience, with their releases. None of these queries then.
    """
    others = {each.pk: each for each in series if each.pk != edition.pk}
    before, after = _of_readers(edition, others.values())
    if after:
        return _(
            "Edition %(number)s is released already, or set to be: no earlier edition comes after it. Assemble again:"
            " the new edition gets a number after it."
        ) % {"number": after[-1].number}
    corrects = edition.corrects_id
    if corrects is not None and corrects not in {each.pk for each in before}:
        return _(
            "This edition says that it corrects edition %(number)s, which was withdrawn before its time had come."
            " Assemble again: the new edition no longer says so."
        ) % {"number": others[corrects].number}
    if before and before[-1].pk != corrects:
        return _(
            "This edition was sealed before it was decided that edition %(number)s is released, and does not say what"
            " has changed since that one. Assemble again."
        ) % {"number": before[-1].number}
    return ""


def _must_be_in_order(edition: Edition, at: datetime, series: Iterable[Edition]) -> None:
    """Refuse a moment before that of an earlier edition, or after that of a later one."""
    before, after = _of_readers(edition, series)
    if before and at < before[-1].release.at:
        raise Refused(
            _(
                "Edition %(number)s, which comes before this one, is readable from %(at)s on. Choose that time or a"
                " later one."
            )
            % _named(before[-1]),
            field="at",
        )
    if after and at > after[0].release.at:
        raise Refused(
            _(
                "Edition %(number)s, which comes after this one, is readable from %(at)s on. Choose that time or an"
                " earlier one."
            )
            % _named(after[0]),
            field="at",
        )


def _of_readers(edition: Edition, series: Iterable[Edition]) -> tuple[list[Edition], list[Edition]]:
    """The others of its series that readers have or are to have: those before it, and those after it, in their order."""
    in_order = sorted(filter(access.is_set, series), key=attrgetter("order"))
    before = [each for each in in_order if each.order < edition.order]
    return before, [each for each in in_order if each.order > edition.order]


def _named(edition: Edition) -> dict[str, str]:
    return {"number": edition.number, "at": f"{timezone.localtime(edition.release.at):%Y-%m-%d %H:%M}"}


@transaction.atomic
def change(
    *,
    edition: Edition,
    by: AbstractBaseUser,
    at: datetime | None = None,
    agencies: Iterable[Agency] = (),
    public: bool = False,
) -> ReleaseChange:
    """Set another time or other readers for a release whose minute has not come. What was set before is kept on record.

    Args:
        as of `release`: all of it, also what stays as it is.

    Raises:
        Refused: no release waits for its minute, nothing would be different, the time is out of order, or as `release`.
    """
    _must_be_allowed(by, access.RELEASE)
    if edition.assembled_by_id == by.pk:
        raise Refused(_("You assembled this edition. Somebody else has to release it."))
    series = _series_for_a_decision(edition)
    made = Release.objects.filter(edition=edition).first()
    if made is None:
        raise Refused(_("This edition is not released, so there is nothing to change."))
    if Withdrawal.objects.filter(release=made).exists():
        raise Refused(_("This edition is withdrawn already."))
    now, chosen, before = clock.now(), list(agencies), list(made.agencies.all())
    its_time_has_come = Refused(
        _("Its time has come: its readers have this edition. Withdraw it, or release a correction.")
    )
    if made.at <= now:
        raise its_time_has_come
    _must_be_possible(edition, at, now, chosen, public)
    _must_be_in_order(edition, at or now, series)
    if (at, public, set(chosen)) == (made.at, made.public, set(before)):
        raise Refused(_("Nothing is different. Choose another time or other readers."), field="at")
    try:
        with transaction.atomic():
            # first the record, to which the database adds the agencies of before: it lets a release change beside it
            # alone, and only until its minute, so the time comes last
            changed = ReleaseChange.objects.create(
                release=made, by=by, at=now, was_at=made.at, was_public=made.public
            )
            made.agencies.set(chosen)
            Release.objects.filter(pk=made.pk).update(at=at or now, public=public)
    except IntegrityError as error:
        raise its_time_has_come from error
    return changed


@transaction.atomic
def withdraw(*, edition: Edition, by: AbstractBaseUser, reason: Trilingual) -> Withdrawal:
    """Take a released edition back. Its address stays and says so.

    Args:
        edition: a released edition.
        by: who decides it.
        reason: for its readers. Where Chinese or English is empty they are shown the Korean.

    Raises:
        Refused: not released, withdrawn already, no reason given in Korean, or before its minute while another one is
            set to be released as its correction.
    """
    _series_for_a_decision(edition)
    released = withdrawable(edition=edition, by=by, reason=reason)
    reason = reason.map(lambda _language, text: text.strip())
    return Withdrawal.objects.create(
        release=released,
        by=by,
        at=clock.now(),
        reason_ko=reason.ko,
        reason_zh_hans=reason.zh_hans,
        reason_en=reason.en,
    )


def withdrawable(*, edition: Edition, by: AbstractBaseUser, reason: Trilingual) -> Release:
    """The release that `withdraw` would take back for the same reason: it is asked for before a person confirms.

    Raises:
        Refused: as `withdraw`.
    """
    _must_be_allowed(by, access.RELEASE)
    if not reason.ko.strip():
        raise Refused(
            _("Say in Korean why the edition is withdrawn: its readers will be told."), field="reason_ko"
        )
    released = Release.objects.filter(edition=edition).first()
    if released is None:
        raise Refused(_("This edition is not released, so there is nothing to withdraw."))
    if Withdrawal.objects.filter(release=released).exists():
        raise Refused(_("This edition is withdrawn already."))
    if released.at > clock.now():
        correction = Edition.objects.filter(access.SET, corrects=edition).without_content().first()
        if correction is not None:
            raise Refused(
                _(
                    "Edition %(number)s is set to be released, and says that it corrects this one. Withdraw that one"
                    " first, then this one."
                )
                % {"number": correction.number}
            )
    return released


def _must_be_allowed(by: AbstractBaseUser, permission: str) -> None:
    if not access.may(by, permission):
        raise Refused(_("Your account may not do this. Ask an administrator for the role."))


# Who may decide what now. Pages ask this before they offer a decision; the verbs above refuse everything else.
# An edition is asked with its approval, refusal, release, withdrawal and files read before: none of these queries.


def may_approve(edition: Edition, by: AbstractBaseUser) -> bool:
    """Whether this person may approve the edition now. One that was refused too: the later approval counts."""
    return _is_open_to(edition, by) and files_are_ready(edition)


def may_refuse(edition: Edition, by: AbstractBaseUser) -> bool:
    """Whether this person may refuse the edition now, ready or not; once."""
    return _is_open_to(edition, by) and not access.is_refused(edition)


def may_release(edition: Edition, by: AbstractBaseUser) -> bool:
    """Whether this person may release the edition now."""
    return (
        access.may(by, access.RELEASE)
        and edition.assembled_by_id != by.pk
        and is_approved(edition)
        and not _is_set_to_be_read(edition)
    )


def may_change(edition: Edition, by: AbstractBaseUser) -> bool:
    """Whether this person may set the edition's release otherwise, as long as its minute has not come."""
    return may_withdraw(edition, by) and edition.assembled_by_id != by.pk


def may_withdraw(edition: Edition, by: AbstractBaseUser) -> bool:
    """Whether this person may take the edition back now; before its minute has come too, and their own as well."""
    return access.may(by, access.RELEASE) and _is_set_to_be_read(edition) and not access.is_withdrawn(edition)


def awaits_approval_by(edition: Edition, by: AbstractBaseUser) -> bool:
    """Whether it is for this person to read the edition and decide. A refused one waits for its editors instead."""
    return may_approve(edition, by) and not access.is_refused(edition)


def is_approved(edition: Edition) -> bool:
    """Whether a second person has approved it."""
    return getattr(edition, "approval", None) is not None


def files_are_ready(edition: Edition) -> bool:
    """Whether every file of the edition is there to be read."""
    return all(file.state == RenditionState.READY for file in edition.renditions.all())


def _is_open_to(edition: Edition, by: AbstractBaseUser) -> bool:
    """Nobody has approved it, and this person may."""
    return access.may(by, access.APPROVE) and edition.assembled_by_id != by.pk and not is_approved(edition)


def _is_set_to_be_read(edition: Edition) -> bool:
    """A release exists, whether or not its minute has come."""
    return getattr(edition, "release", None) is not None
