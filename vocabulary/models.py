"""What everyone refers to: the strategy and its pillars, units, agreed terms."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import RevisionMixin

from languages.columns import column, one_a_line, trilingual_of
from languages.trilingual import LANGUAGES, Language
from reviews.panels import OneLanguagePanel
from vocabulary.panels import trilingual
from vocabulary.subjects import subject_choices, subject_label
from vocabulary.versions import OpenableVersions


class Strategy(RevisionMixin, models.Model):
    """The one national strategy that every briefing argues, valid for a span of time."""

    slug = models.SlugField(_("identifier"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    phrase = models.CharField(
        _("four-term phrase"),
        max_length=300,
        help_text=_("The four pillars in their fixed order. Every edition holds exactly these words."),
    )
    phrase_in_sentence = models.CharField(_("phrase inside a sentence"), max_length=300)
    linking_sentence = models.TextField(
        _("linking sentence"),
        help_text=_("One sentence that says how the four pillars lead to one another."),
    )
    rule = models.TextField(_("rule of the presidential edition"), blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("valid_from"), FieldPanel("valid_until")]),
        trilingual("name", _("Name")),
        trilingual("phrase", _("Four-term phrase")),
        trilingual("phrase_in_sentence", _("Phrase inside a sentence")),
        trilingual("linking_sentence", _("Linking sentence")),
        trilingual("rule", _("Rule of the presidential edition")),
    ]

    class Meta:
        verbose_name = _("national strategy")
        verbose_name_plural = _("national strategies")
        ordering = ["-valid_from"]

    def __str__(self) -> str:
        return self.name_ko or self.slug

    def clean(self) -> None:
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("This date is before the date it is valid from.")})


class Pillar(OpenableVersions, RevisionMixin, models.Model):
    """One of the four headings of the strategy, with its message."""

    slug = models.SlugField(_("identifier"), max_length=40, unique=True)
    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, related_name="pillars", verbose_name=_("strategy")
    )
    order = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("name"), max_length=100)
    message = models.TextField(_("message"), help_text=_("What this pillar means in the strategy."))
    point = models.CharField(
        _("short Korean point"),
        max_length=60,
        blank=True,
        help_text=_("For reports in outline form: at most 60 characters, ending in a noun."),
    )

    in_one_language: ClassVar[dict[str, Language]] = {"point": "ko"}
    panels = [
        FieldRowPanel([FieldPanel("strategy"), FieldPanel("slug"), FieldPanel("order")]),
        trilingual("name", _("Name")),
        trilingual("message", _("Message")),
        OneLanguagePanel("point"),
    ]

    class Meta:
        verbose_name = _("pillar")
        verbose_name_plural = _("pillars")
        ordering = ["strategy", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "order"], name="pillar_order", deferrable=models.Deferrable.DEFERRED
            )
        ]

    def __str__(self) -> str:
        return self.name_ko or self.slug


class Unit(RevisionMixin, models.Model):
    """What is counted, and how each language counts it: 대, 架, aircraft."""

    slug = models.SlugField(_("identifier"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    counter = models.CharField(
        _("counter behind the number"),
        max_length=40,
        blank=True,
        help_text=_("Korean 대, Chinese 架; in English the plural: aircraft."),
    )
    singular = models.CharField(_("English singular"), max_length=40, blank=True)
    currency = models.CharField(
        _("currency"), max_length=3, blank=True, help_text=_("ISO 4217 code, for amounts of money.")
    )
    symbol = models.CharField(
        _("symbol"), max_length=8, blank=True, help_text=_("Printed behind the number in every language.")
    )

    not_parallel = ("counter",)
    """English may count without a word where Korean and Chinese need one."""
    panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("currency"), FieldPanel("symbol")]),
        trilingual("name", _("Name")),
        trilingual("counter", _("Counter")),
        FieldPanel("singular"),
    ]

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["slug"]

    def __str__(self) -> str:
        return f"{self.name_ko} ({self.slug})"

    @property
    def name_shown(self) -> str:
        """What editors choose it by, in the language of the interface."""
        return gettext("%(name)s (%(identifier)s)") % {"name": self.name, "identifier": self.slug}


class TermStatus(models.TextChoices):
    AGREED = "agreed", _("agreed")
    PROPOSED = "proposed", _("proposed")
    REJECTED = "rejected", _("rejected")


class TermForm(WagtailAdminModelForm):
    """Notes who agreed to a name, and when, as its status becomes agreed. Subjects are chosen by their labels."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "subject" in self.fields:
            choices = [("", gettext("- Select an option -")), *subject_choices()]
            self.fields["subject"] = forms.ChoiceField(choices=choices, label=self.fields["subject"].label)

    def save(self, commit: bool = True) -> Any:
        if "status" in self.changed_data:
            self.instance.note_agreement(self.for_user)
        return super().save(commit)


class Term(RevisionMixin, models.Model):
    """A name in three languages, with the variants that no edition may use once it is agreed."""

    identifier = models.CharField(_("identifier"), max_length=20, unique=True)
    subject = models.SlugField(_("subject"), max_length=40)
    preferred = models.CharField(_("preferred"), max_length=200)
    traditional = models.CharField(_("Traditional Chinese"), max_length=200, blank=True)
    forbidden = models.TextField(
        _("must not be used"),
        blank=True,
        help_text=_("One variant a line. Once the name is agreed, no edition is sealed with it."),
    )
    definition = models.TextField(_("definition"), blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=TermStatus.choices, default=TermStatus.PROPOSED
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    note = models.TextField(_("note for editors"), blank=True)
    agreed_by = models.CharField(
        _("agreed by"),
        max_length=200,
        blank=True,
        help_text=_("The office or account that agreed. Filled in by itself when the status becomes agreed."),
    )
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)

    not_parallel = ("forbidden",)
    """Each language forbids its own variants: they are no translations of each other."""
    base_form_class = TermForm
    panels = [
        FieldRowPanel([FieldPanel("identifier"), FieldPanel("subject"), FieldPanel("status")]),
        trilingual("preferred", _("Preferred")),
        FieldPanel("traditional"),
        trilingual("forbidden", _("Must not be used")),
        trilingual("definition", _("Definition")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")])], _("Validity")
        ),
        MultiFieldPanel([FieldRowPanel([FieldPanel("agreed_by"), FieldPanel("agreed_on")])], _("Agreement")),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["identifier"]

    def __str__(self) -> str:
        # in the language of the interface; in Korean where there is no name in it
        return f"{self.identifier} {self.preferred}"

    def note_agreement(self, by: AbstractBaseUser | None) -> None:
        """Note who made the name binding, and when, unless somebody has written it: as its status becomes agreed."""
        if self.status == TermStatus.AGREED:
            self.agreed_by = self.agreed_by or (by.get_username() if by else "")
            self.agreed_on = self.agreed_on or timezone.localdate()

    @property
    def subject_shown(self) -> str:
        """The subject in words."""
        return subject_label(self.subject)

    @property
    def forbidden_shown(self) -> str:
        """Every variant that must not be used, of all languages."""
        return " · ".join(dict.fromkeys(name for language in LANGUAGES for name in self.variants(language)))

    def variants(self, language: Language) -> tuple[str, ...]:
        """What the term forbids in a language."""
        return one_a_line(getattr(self, column("forbidden", language)))

    def clean(self) -> None:
        itself = _("This is the preferred name itself: %(name)s")
        for language, preferred in trilingual_of(self, "preferred").items():
            name = preferred.strip()
            if name in self.variants(language):
                wrong = ValidationError(itself, params={"name": name})
                raise ValidationError({column("forbidden", language): wrong})
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("This date is before the date it is valid from.")})
