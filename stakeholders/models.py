"""Who is watching, what they want to know, and what we say to them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import DraftStateMixin, Orderable, RevisionMixin

from languages.trilingual import Language
from reviews.panels import OneLanguagePanel
from vocabulary.interface import listed
from vocabulary.panels import Rows, trilingual
from vocabulary.versions import OpenableVersions

_INTEREST_SHOWN = 50
"""Characters of an interest that tell perspectives of the same groups apart."""


class GroupKind(models.TextChoices):
    STATE = "state", _("state")
    BLOC = "bloc", _("bloc")
    COMPETITOR = "competitor", _("competitors")
    MULTILATERAL = "multilateral", _("international organization")
    DOMESTIC_PUBLIC = "domestic-public", _("Korean public body")
    DOMESTIC_PRIVATE = "domestic-private", _("Korean company")
    PEOPLE = "people", _("people")
    CLIENT = "client", _("recipient of the briefing")


class StakeholderGroup(RevisionMixin, models.Model):
    """Someone who watches Korea's infrastructure, aviation and urban policy."""

    slug = models.SlugField(_("identifier"), max_length=80, unique=True)
    order = models.PositiveSmallIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=20, choices=GroupKind.choices)
    core = models.BooleanField(
        _("answered in every briefing"),
        default=False,
        help_text=_("A briefing says what this group asks and what we say."),
    )
    name = models.CharField(_("name"), max_length=200)
    members = models.CharField(
        _("members"), max_length=300, blank=True, help_text=_("Who belongs to it, as named in brackets.")
    )

    in_sentence = models.CharField(
        _("inside an English sentence"),
        max_length=300,
        blank=True,
        help_text=_(
            "With its article and members: the United States; competitors (the EU, Japan, Singapore)."
        ),
    )

    in_one_language: ClassVar[dict[str, Language]] = {"in_sentence": "en"}
    panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("order"), FieldPanel("kind"), FieldPanel("core")]),
        trilingual("name", _("Name")),
        trilingual("members", _("Members")),
        OneLanguagePanel("in_sentence"),
    ]

    class Meta:
        verbose_name = _("stakeholder group")
        verbose_name_plural = _("stakeholder groups")
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        return self.name_ko or self.slug


class Perspective(OpenableVersions, DraftStateMixin, RevisionMixin, ClusterableModel):
    """What one or more groups want to know, and the messages we give them.

    Officials' editions only: it holds what we say to a group, so it never leaves to that group.
    """

    slug = models.SlugField(_("identifier"), max_length=80, unique=True)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_("After this day no edition is sealed with it."),
    )
    sensitive = models.BooleanField(
        _("sensitive"),
        default=False,
        help_text=_("Read it together with what other groups are told before you change it."),
    )
    note = models.TextField(_("note for editors"), blank=True)

    name_needs: ClassVar = ("interests__group",)
    panels = [
        FieldRowPanel(
            [
                FieldPanel("slug"),
                FieldPanel("valid_from"),
                FieldPanel("valid_until"),
                FieldPanel("sensitive"),
            ]
        ),
        Rows(
            "interests",
            heading=_("Groups and what they ask"),
            label=pgettext_lazy("of stakeholders", "group"),
            min_num=1,
        ),
        Rows(
            "messages",
            heading=_("What we say, in this order"),
            label=_("message"),
            min_num=1,
            help_text=_("Korean messages end in 합니다: they are spoken."),
        ),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("perspective")
        verbose_name_plural = _("perspectives")
        ordering = ["slug"]

    def __str__(self) -> str:
        """Its groups: editors know it by them. Korean, as every record's name; Wagtail keeps it in revisions."""
        return ", ".join(str(interest.group) for interest in self.interests.all()) or self.slug

    @property
    @display(description=pgettext_lazy("whom a perspective speaks to", "groups"))
    def groups_named(self) -> str:
        """Its groups in the language of the interface."""
        return listed(interest.group.name for interest in self.interests.all()) or self.slug

    @property
    @display(description=_("interest"))
    def interest_named(self) -> str:
        """The beginning of what its first group asks, in the language of the interface."""
        first = next(iter(self.interests.all()), None)
        interest = first.interest or "" if first else ""
        if len(interest) <= _INTEREST_SHOWN:
            return interest
        beginning = interest[:_INTEREST_SHOWN]
        # not inside a word; Chinese has no spaces to cut at
        return f"{beginning.rpartition(' ')[0] or beginning}…"

    @property
    def name_shown(self) -> str:
        """What people tell it by, in the language of the interface: its groups and what the first one asks."""
        named = {"groups": self.groups_named, "interest": self.interest_named}
        if not named["interest"]:
            return named["groups"]
        return gettext("%(groups)s: %(interest)s") % named

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("This date is before the date it is valid from.")})


class InterestKind(models.TextChoices):
    STATEMENT = "statement", _("statement")
    QUESTION = "question", _("question")
    TOPIC = "topic", _("topic")


class Interest(Orderable):
    """What one group sees, asks or cares about."""

    perspective = ParentalKey(Perspective, on_delete=models.CASCADE, related_name="interests")
    group = models.ForeignKey(
        StakeholderGroup,
        on_delete=models.PROTECT,
        related_name="interests",
        verbose_name=pgettext_lazy("of stakeholders", "group"),  # a group of accounts is another thing
    )
    kind = models.CharField(_("kind"), max_length=10, choices=InterestKind.choices)
    interest = models.TextField(_("interest"))

    panels = [
        FieldRowPanel([FieldPanel("group"), FieldPanel("kind")]),
        trilingual("interest", _("Interest")),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("interest")
        constraints = [
            models.UniqueConstraint(
                fields=["perspective", "group"],
                name="interest_once",
                deferrable=models.Deferrable.DEFERRED,
            )
        ]

    def __str__(self) -> str:
        return f"{self.group}"


class Message(Orderable):
    """One line to be said to the groups of a perspective."""

    perspective = ParentalKey(Perspective, on_delete=models.CASCADE, related_name="messages")
    message = models.TextField(_("message"))

    panels = [trilingual("message", _("Message"))]

    class Meta(Orderable.Meta):
        verbose_name = _("message")

    def __str__(self) -> str:
        return self.message_ko or ""
