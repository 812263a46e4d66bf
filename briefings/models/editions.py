"""Sealed editions, their files, and what people decided about them.

Triggers refuse every change to an edition's row and to what was decided about it (migrations 0004, 0009, 0011). A
release alone can be set otherwise until its minute, beside a record of that (0019).
Approval, refusal, release and withdrawal are rows of their own; "superseded" follows from them.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency
from briefings.choices import Audience, Fault, FileFormat, RenditionState
from briefings.models.pages import Briefing
from briefings.models.runs import Lease
from languages.trilingual import Trilingual


class Editions(models.QuerySet["Edition"]):
    """What is asked of editions everywhere. Who may read them is asked of `access`."""

    def without_content(self) -> Editions:
        """Without what each holds: half a megabyte, or two hundred of ten thousand items."""
        return self.defer("content", "manifest", "item_slugs")

    def beside(self, edition: Edition) -> Editions:
        """Those of its briefing and audience, itself too: one replaces another."""
        return self.filter(briefing=edition.briefing_id, audience=edition.audience)

    def before(self, edition: Edition) -> Editions:
        """Those of its briefing and audience with lower numbers."""
        lower = models.Q(major__lt=edition.major) | models.Q(major=edition.major, minor__lt=edition.minor)
        return self.beside(edition).filter(lower)

    def after(self, edition: Edition) -> Editions:
        """Those of its briefing and audience with higher numbers."""
        higher = models.Q(major__gt=edition.major) | models.Q(major=edition.major, minor__gt=edition.minor)
        return self.beside(edition).filter(higher)


class Edition(models.Model):
    """A briefing sealed for one audience, in all three languages: canonical JSON and its SHA-256."""

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="editions")
    audience = models.CharField(max_length=12, choices=Audience.choices)
    major = models.PositiveSmallIntegerField()
    minor = models.PositiveSmallIntegerField()
    content = models.BinaryField()
    """Canonical JSON, UTF-8; bytes, because jsonb would reorder and round."""
    digest = models.CharField(max_length=64, db_index=True)
    """SHA-256 of `content`."""
    material_digest = models.CharField(max_length=64)
    """SHA-256 of the material alone: equal material makes no new edition."""
    manifest = models.BinaryField()
    name_ko = models.TextField()
    name_zh_hans = models.TextField()
    name_en = models.TextField()
    """The briefing's name as it was sealed: lists name an edition by it without reading its content."""
    item_slugs = ArrayField(models.SlugField(max_length=255), default=list)
    """Items that the edition holds: an item's page is found by them."""
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    """The edition of the same briefing and audience after which it was made: its change note speaks of that one."""
    sealed_at = models.DateTimeField()
    assembled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = Editions.as_manager()

    class Meta:
        verbose_name = _("edition")
        ordering = ["-sealed_at", "-pk"]
        permissions = [
            ("read_editions", "Can read released editions of every audience"),
            ("read_unreleased", "Can read editions before their release"),
            ("assemble_briefing", "Can assemble a briefing"),
            ("approve_edition", "Can approve an edition"),
            ("release_edition", "Can release and withdraw an edition"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["briefing", "audience", "major", "minor"], name="edition_number_once"
            )
        ]
        indexes = [GinIndex(fields=["item_slugs"], name="edition_items")]

    def __str__(self) -> str:
        return f"{self.briefing.slug} {self.audience} {self.number}"

    @property
    def number(self) -> str:
        """As its address has it."""
        return f"{self.major}.{self.minor}"

    @property
    def order(self) -> tuple[int, int]:
        """Its number as editions of a briefing and audience follow each other: 1.10 comes after 1.9."""
        return self.major, self.minor

    @property
    def name(self) -> Trilingual:
        """The briefing's name when it was sealed, whatever its page is called today."""
        return Trilingual(self.name_ko, self.name_zh_hans, self.name_en)


class Rendition(Lease):
    """An edition in one language and one format."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="renditions")
    language = models.CharField(max_length=7, choices=settings.LANGUAGES)
    format = models.CharField(max_length=4, choices=FileFormat.choices)
    state = models.CharField(max_length=9, choices=RenditionState.choices, default=RenditionState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    file = models.FileField(upload_to="editions/", blank=True)
    digest = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    renderer = models.CharField(max_length=80, blank=True)
    """Name and version of what made the file: another version may make other bytes."""
    fault = models.CharField(max_length=11, choices=Fault.choices, blank=True)
    error = models.TextField(blank=True)
    """Details for the operator."""
    seconds = models.FloatField(null=True, blank=True)
    """How long making the file took."""
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("rendition")
        ordering = ["edition", "format", "language"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "language", "format"], name="rendition_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.language} {self.format}"


class Approval(models.Model):
    """A second person has read the edition as its readers will. A trigger refuses the assembler's own."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="approval")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.TextField(blank=True)


class Refusal(models.Model):
    """Somebody who may approve has refused instead, and why. A later approval is the last word."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="refusal")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()


class Release(models.Model):
    """From `at` on the edition is readable by its audience. It stands on an approval.

    A trigger refuses the assembler's own, and every change but that of a `ReleaseChange`.
    """

    approval = models.OneToOneField(Approval, on_delete=models.PROTECT, related_name="release")
    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="release")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("readable from"), db_index=True)
    decided_at = models.DateTimeField()
    public = models.BooleanField(_("readable by anyone"), default=False)
    agencies = models.ManyToManyField(Agency, blank=True, related_name="releases")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(at__gte=models.F("decided_at")), name="release_not_backdated"
            )
        ]


class ReleaseChange(models.Model):
    """Before its minute came a release was set otherwise: who did it, when, and what had been set until then.

    Triggers let a release change in the transaction of such a row alone, before its minute, and by a second person;
    they write `was_agencies` themselves.
    """

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="changes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    was_at = models.DateTimeField()
    was_public = models.BooleanField()
    was_agencies = models.ManyToManyField(Agency, blank=True, related_name="former_releases")

    class Meta:
        ordering = ["at", "pk"]


class Withdrawal(models.Model):
    """The edition's address stays and says that it was withdrawn, and why."""

    release = models.OneToOneField(Release, on_delete=models.PROTECT, related_name="withdrawal")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason_ko = models.TextField()
    reason_zh_hans = models.TextField(blank=True)
    reason_en = models.TextField(blank=True)

    @property
    def reason(self) -> Trilingual:
        """Why, in the words of who withdrew it. Korean is always there."""
        return Trilingual(self.reason_ko, self.reason_zh_hans, self.reason_en)
