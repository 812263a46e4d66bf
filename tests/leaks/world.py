"""Editions of every audience in every state, and every kind of reader: what the walk goes over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from agencies.models import Agency, Membership
from briefings.editions import release, renditions
from briefings.models import Briefing, Edition, Rendition
from languages.trilingual import Trilingual
from tests.briefings.editions import let_the_embargo_pass, seal_sample
from tests.leaks.canaries import Canaries, plant

ENTITLED, OTHER, SUSPENDED = "demo-embassy", "demo-development-bank", "suspended"
LANGUAGES = ("ko", "zh-hans", "en")
# the later one is sealed later, so that the first is superseded by the second; one that is recalled was
# withdrawn before its embargo, which has passed since
STATES = ("superseded", "released", "withdrawn", "recalled", "embargoed", "approved", "sealed")
AFTER_RELEASE = ("superseded", "released", "withdrawn")
RENDERED = (
    *(("partner", language, kind) for language in LANGUAGES for kind in ("pdf", "html")),
    *((audience, "ko", "html") for audience in ("presidential", "full")),
    ("presidential", "en", "pdf"),
    ("full", "zh-hans", "pdf"),
)
"""Files that are really made; the others hold their edition's word, which is enough to be found."""


@dataclass(frozen=True)
class Shelved:
    """An edition and how it stands."""

    edition: Edition
    audience: str
    state: str
    public: bool
    word: str
    reason: str = ""
    """A word in why it was recalled, which no reader is told."""

    @property
    def slug(self) -> str:
        return str(self.edition.briefing.slug)

    def __str__(self) -> str:
        readers = "" if self.audience != "partner" else ", for anyone" if self.public else ", for one agency"
        return f"the {self.state} {self.audience} edition {self.edition.number}{readers}"


@dataclass(frozen=True)
class Reader:
    """Somebody who asks, and what product.md says they may read."""

    name: str
    kind: str
    """staff, official, entitled, other (signed in, of no use) or nobody."""
    client: Client

    def may_read(self, shelved: Shelved) -> bool:
        if self.kind == "staff":
            return True
        if shelved.state not in AFTER_RELEASE:
            return False
        if self.kind == "official":
            return True
        return shelved.audience == "partner" and (shelved.public or self.kind == "entitled")

    def __str__(self) -> str:
        return self.name


@dataclass
class World:
    briefing: Briefing
    canaries: Canaries
    shelf: list[Shelved] = field(default_factory=list)
    readers: list[Reader] = field(default_factory=list)

    def words_of(self, shelved: Shelved) -> set[str]:
        """What the edition's own pages and files may hold; of its texts nothing once it is withdrawn."""
        if shelved.state in ("withdrawn", "recalled"):
            return {shelved.reason} - {""}
        return {shelved.word, *self.canaries.may_stand_in(shelved.audience)}

    def find(self, audience: str, state: str, *, public: bool = False) -> Shelved:
        return next(s for s in self.shelf if (s.audience, s.state, s.public) == (audience, state, public))

    def reader(self, name: str) -> Reader:
        return next(reader for reader in self.readers if reader.name == name)


def build() -> World:
    """Editions sealed from pages with a word in each class of text."""
    canaries = Canaries()
    world = World(plant(canaries), canaries)
    Agency.objects.create(slug=SUSPENDED, name_ko="정지 기관", kind="city", language="ko", active=False)
    for audience in ("presidential", "full"):
        for state in STATES:
            world.shelf.append(_shelve(world, audience, state, public=False))
    # an edition for anyone supersedes those for one agency, so these come first
    for state, public in (
        ("superseded", False),
        ("released", False),
        ("withdrawn", False),
        ("withdrawn", True),
        ("released", True),
        ("recalled", True),
        ("recalled", False),
        ("embargoed", True),
        ("embargoed", False),
        ("approved", False),
        ("sealed", False),
    ):
        world.shelf.append(_shelve(world, "partner", state, public=public))
    world.readers = list(_readers())
    return world


def _shelve(world: World, audience: str, state: str, *, public: bool) -> Shelved:
    # no edition's word may stand in an edition for another audience, or of another state
    word = world.canaries.new(f"the {state} {audience} edition's own word", frozenset())
    briefing = world.briefing
    texts = {f"headline_{suffix}": f"네 축의 협력 {word}" for suffix in ("ko", "zh_hans", "en")}
    Briefing.objects.filter(pk=briefing.pk).update(**texts)
    edition = seal_sample(audience)
    _make_files(edition, word, really=state == "released")
    users = get_user_model()
    approver = users.objects.get(username="approver")
    if state != "sealed":
        release.approve(edition=edition, by=approver)
    if state not in ("sealed", "approved"):
        named = audience == "partner" and not public
        agencies = Agency.objects.filter(slug__in=(ENTITLED, SUSPENDED)) if named else []
        embargo = {"embargoed": timedelta(days=1), "recalled": timedelta(hours=1)}.get(state)
        at = timezone.now() + embargo if embargo else None
        release.release(edition=edition, by=approver, agencies=agencies, public=public, at=at)
    if state == "withdrawn":
        release.withdraw(edition=edition, by=approver, reason=Trilingual(ko="수치 재확인"))
    reason = ""
    if state == "recalled":
        reason = world.canaries.new(
            f"why the {audience} edition was withdrawn before its embargo", frozenset()
        )
        release.withdraw(edition=edition, by=approver, reason=Trilingual(ko=reason))
        let_the_embargo_pass(edition)
    return Shelved(Edition.objects.get(pk=edition.pk), audience, state, public, word, reason)


def _make_files(edition: Edition, word: str, *, really: bool) -> None:
    for rendition in edition.renditions.all():
        if really and (edition.audience, rendition.language, rendition.format) in RENDERED:
            renditions.make(rendition.pk)
            continue
        content = f"{word} {rendition.language} {rendition.format}".encode()
        digest = hashlib.sha256(content).hexdigest()
        name = default_storage.save(f"editions/{edition.digest[:16]}/{digest[:16]}", ContentFile(content))
        Rendition.objects.filter(pk=rendition.pk).update(
            state="ready", file=name, digest=digest, size=len(content), renderer="-"
        )


def _readers() -> Iterator[Reader]:
    yield Reader("nobody", "nobody", Client(raise_request_exception=False))
    for name, kind in (
        ("official", "official"),
        (f"member-{ENTITLED}", "entitled"),
        (f"member-{OTHER}", "other"),
        ("item-editor", "staff"),
        ("translator", "staff"),
        ("briefing-editor", "staff"),
        ("approver", "staff"),
        ("administrator", "staff"),
    ):
        yield _signed_in(name, kind)
    users = get_user_model()
    users.objects.create_user("somebody")
    yield _signed_in("somebody", "other")
    users.objects.create_user("in-the-django-admin", is_staff=True)
    yield _signed_in("in-the-django-admin", "other")
    # their sessions began before their accounts were closed
    for name, of in (
        ("former-official", "official"),
        ("former-member", None),
        ("former-administrator", None),
    ):
        account = users.objects.create_user(name, is_superuser=name == "former-administrator")
        if of:
            account.groups.set(users.objects.get(username=of).groups.all())
        if name == "former-member":
            Membership.objects.create(agency=Agency.objects.get(slug=ENTITLED), user=account)
        reader = _signed_in(name, "nobody")
        users.objects.filter(pk=account.pk).update(is_active=False)
        yield reader
    account = users.objects.create_user("member-of-a-suspended-agency")
    Membership.objects.create(agency=Agency.objects.get(slug=SUSPENDED), user=account)
    yield _signed_in("member-of-a-suspended-agency", "other")


def _signed_in(name: str, kind: str) -> Reader:
    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.get(username=name))
    return Reader(name, kind, client)


def body_of(answer: Any) -> str:
    """The body as text, whatever it is sent as."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode("utf-8", "replace")
