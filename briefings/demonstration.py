"""The demonstration: accounts named by their role, and the sample briefing assembled and released."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Group
from django.db import transaction

from agencies.models import Agency, Membership
from briefings import access, roles
from briefings.content.files import read_content
from briefings.content.loading import load
from briefings.editions import release
from briefings.models import Briefing, Edition, Release
from briefings.records.newest_texts import load_texts
from reviews.models import Decision, Review
from reviews.reviewing import record
from reviews.states import in_languages, reviews_of

SAMPLE = "2025-11"
BRIEFING_EDITOR = "briefing-editor"
APPROVER = "approver"
TRANSLATOR = "translator"
_ACCOUNTS = {
    "item-editor": roles.ITEM_EDITOR,
    TRANSLATOR: roles.TRANSLATOR,
    BRIEFING_EDITOR: roles.BRIEFING_EDITOR,
    APPROVER: roles.APPROVER,
    "official": roles.OFFICIAL,
}


def is_empty() -> bool:
    """Whether nobody has worked with this database yet."""
    return not Briefing.objects.exists()


def load_sample() -> dict[str, int]:
    """The content files, into an empty database."""
    return load(read_content(settings.BASE_DIR / "fixtures"))


@transaction.atomic
def ensure_accounts() -> dict[str, str]:
    """An account for each role and for a member of each agency; name and what it is for."""
    users = get_user_model().objects
    accounts = {}
    for username, role in _ACCOUNTS.items():
        user, _made = users.get_or_create(username=username)
        user.groups.add(Group.objects.get(name=role))
        accounts[username] = role
    users.get_or_create(username="administrator", defaults={"is_staff": True, "is_superuser": True})
    accounts["administrator"] = "관리자 · Administrator"
    for agency in Agency.objects.order_by("slug"):
        user, _made = users.get_or_create(username=f"member-{agency.slug}")
        Membership.objects.get_or_create(agency=agency, user=user)
        accounts[user.username] = f"{agency.name_ko} · {agency.name_en}"
    _agree_on_the_password(list(users.filter(username__in=accounts)))
    return accounts


def _agree_on_the_password(users: list[AbstractBaseUser]) -> None:
    """The password that the demonstration prints, for accounts that are new.

    For all of them where none has it: it is kept in the project's folder, and the database may have outlived that one.
    """
    password = settings.DEMO_PASSWORD or None
    without = [user for user in users if not user.password]
    if not without and password and not any(user.check_password(password) for user in users):
        without = users
    for user in without:
        user.set_password(password)
        user.save()


def review_sample() -> int:
    """Mark the sample's texts as reviewed by the translator's account, where nobody has reviewed any yet."""
    if Review.objects.exists():
        return 0
    loaded = list(load_texts())
    reviews = reviews_of(text for each in loaded for text in each.texts)
    translator = get_user_model().objects.get(username=TRANSLATOR)
    return sum(
        record(
            in_languages(each.texts, reviews),
            decision=Decision.REVIEWED,
            by=translator,
            where=f"{each.record._meta.verbose_name} {each.name}",
            note="시연",
        )
        for each in loaded
    )


def editions() -> list[Edition]:
    """The sample's editions: for each audience the newest that readers may read, else the newest that was withdrawn."""
    released = (
        Edition.objects.filter(access.RELEASED, briefing__slug=SAMPLE)
        .select_related("briefing", "release__withdrawal")
        .order_by("-audience", "-major", "-minor")
    )
    newest: dict[str, Edition] = {}
    for edition in sorted(released, key=access.is_withdrawn):
        newest.setdefault(edition.audience, edition)
    return sorted(newest.values(), key=lambda edition: edition.audience, reverse=True)


def release_sample(edition: Edition) -> Release | None:
    """Approve and release a sample edition by the approver's account; None if that was done before."""
    if Release.objects.filter(edition=edition).exists():
        return None
    approver = get_user_model().objects.get(username=APPROVER)
    if not hasattr(edition, "approval"):
        release.approve(edition=edition, by=approver, note="시연")
    agencies = list(Agency.objects.all()) if edition.audience == "partner" else []
    return release.release(edition=edition, by=approver, agencies=agencies)
