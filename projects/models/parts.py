"""The rows inside an item: facts stored once, and texts in three languages."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from languages.dates import hides_end
from languages.trilingual import Language
from projects import choices
from projects.country_field import CountryField
from projects.figure_link import FigureLink
from projects.may_wait import MAY_WAIT
from projects.models.items import CooperationItem
from projects.numbers import PlainNumberInput
from reviews.panels import OneLanguagePanel
from stakeholders.models import Perspective
from vocabulary.identifiers import validate_identifier
from vocabulary.models import Pillar, Unit
from vocabulary.panels import key_panel, trilingual


class Contribution(Orderable):
    """How the item serves one pillar of the strategy, in one self-contained sentence."""

    item = ParentalKey(CooperationItem, on_delete=models.CASCADE, related_name="contributions")
    pillar = models.ForeignKey(
        Pillar, on_delete=models.PROTECT, related_name="contributions", verbose_name=_("pillar")
    )
    role = models.CharField(_("role"), max_length=15, choices=choices.Role.choices)
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        default=50,
        help_text=_("1 to 100. An item leads in the pillar where it weighs most."),
    )
    sentence = models.TextField(
        _("sentence"), help_text=_("Names who did what, and how it serves the pillar.")
    )
    point = models.CharField(
        _("short Korean point"),
        max_length=120,
        help_text=_("For reports in outline form: at most 60 characters as printed, ending in a noun."),
    )
    follows = models.ForeignKey(
        CooperationItem,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("follows from"),
        help_text=_("Only if this contribution really rests on that item's: the text will say so."),
    )

    in_one_language: ClassVar[dict[str, Language]] = {"point": "ko"}
    panels = [
        FieldRowPanel([FieldPanel("pillar"), FieldPanel("role"), FieldPanel("weight")]),
        trilingual("sentence", _("Sentence")),
        OneLanguagePanel("point"),
        PageChooserPanel("follows"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("contribution")
        constraints = [
            models.UniqueConstraint(
                fields=["item", "pillar"],
                name="contribution_once",
                # swapping two rows passes through a moment with the same pillar twice
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gte=1, weight__lte=100), name="contribution_weight"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pillar}: {self.point}"

    def clean(self) -> None:
        super().clean()
        # the database's constraint says the same, but not to an editor and not beside the field
        if self.weight is not None and not 1 <= self.weight <= 100:
            raise ValidationError({"weight": _("Enter a value from 1 to 100.")})


class Commitment(Orderable):
    """Who will do what by when, and how firmly."""

    item = ParentalKey(CooperationItem, on_delete=models.CASCADE, related_name="commitments")
    actor = models.CharField(_("who"), max_length=200)
    action = models.TextField(_("will do what"))
    date = models.DateField(_("by when"), null=True, blank=True)
    date_precision = models.CharField(
        _("how exact"), max_length=12, choices=choices.DatePrecision.choices, default="none"
    )
    firmness = models.CharField(_("how firmly"), max_length=12, choices=choices.Firmness.choices)

    panels = [
        trilingual("actor", _("Who")),
        trilingual("action", _("Will do what")),
        FieldRowPanel([FieldPanel("date"), FieldPanel("date_precision"), FieldPanel("firmness")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("commitment")

    def clean(self) -> None:
        super().clean()
        if self.date and self.date_precision == choices.DatePrecision.NONE:
            # as with the item's own: the date may stand in a draft before how exact it is
            raise ValidationError({"date_precision": ValidationError(choices.UNDATED_DATE, code=MAY_WAIT)})


class Figure(Orderable):
    """A number or date with its unit, qualifier, status, date and source. Texts refer to it by its key."""

    item = ParentalKey(CooperationItem, on_delete=models.CASCADE, related_name="figures")
    key = models.CharField(
        _("key"),
        max_length=60,
        db_index=True,
        validators=[validate_identifier],
        help_text=_("Texts refer to it as [[key]]."),
    )
    register = models.CharField(_("row of the register"), max_length=12, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=choices.FigureKind.choices)
    label = models.CharField(_("what it is"), max_length=200)
    value = models.DecimalField(_("value"), max_digits=24, decimal_places=6, null=True, blank=True)
    maximum = models.DecimalField(_("to"), max_digits=24, decimal_places=6, null=True, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    date_end = models.DateField(_("until"), null=True, blank=True)
    date_precision = models.CharField(
        _("how exact"), max_length=12, choices=choices.DatePrecision.choices, default="day"
    )
    literal = models.CharField(
        _("letter by letter"), max_length=60, blank=True, help_text=_("For names that hold a number: HBM3E.")
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit")
    )
    qualifier = models.CharField(
        _("qualifier"), max_length=10, choices=choices.Qualifier.choices, default="exact"
    )
    status = models.CharField(
        _("status"), max_length=6, choices=choices.FigureStatus.choices, default="actual"
    )
    as_of = models.DateField(_("as of"), null=True, blank=True)
    printable = models.CharField(
        _("may be printed"), max_length=12, choices=choices.Printable.choices, default="after-check"
    )
    source_key = models.SlugField(
        _("source"), max_length=60, blank=True, help_text=_("Key of one of the item's sources.")
    )
    note = models.TextField(_("note for editors"), blank=True)

    keys = ("key", "source_key")
    panels = [
        FieldRowPanel([key_panel("key"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("status"), FieldPanel("printable")]),
        trilingual("label", _("What it is")),
        FieldRowPanel(
            [
                FieldPanel("qualifier"),
                FieldPanel("value", widget=PlainNumberInput),
                FieldPanel("maximum", widget=PlainNumberInput),
                FieldPanel("unit"),
            ]
        ),
        FieldRowPanel([FieldPanel("date"), FieldPanel("date_end"), FieldPanel("date_precision")]),
        FieldRowPanel([FieldPanel("literal"), FieldPanel("as_of")]),
        FieldRowPanel([key_panel("source_key"), FieldPanel("register")]),
        FieldPanel("note"),
        FigureLink(),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("figure")
        constraints = [
            models.UniqueConstraint(
                fields=["item", "key"], name="figure_key", deferrable=models.Deferrable.DEFERRED
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.label_ko}"

    def clean(self) -> None:
        super().clean()
        match self.kind:
            case "date":
                if not self.date:
                    raise ValidationError({"date": _("A date figure needs its date.")})
                if self.date_end and self.date_end < self.date:
                    raise ValidationError({"date_end": _("This date is before the first one.")})
                # both wait in a draft: the dates may stand there before how exact they are
                if self.date_precision == choices.DatePrecision.NONE:
                    said = ValidationError(choices.UNDATED_FIGURE, code=MAY_WAIT)
                    raise ValidationError({"date_precision": said})
                if hides_end(self.date, self.date_end, self.date_precision):
                    said = ValidationError(choices.END_NOT_PRINTED, code=MAY_WAIT)
                    raise ValidationError({"date_precision": said})
            case "name":
                if not self.literal:
                    raise ValidationError({"literal": _("Write the name as it is printed.")})
            case _:
                if self.value is None and not self.literal:
                    raise ValidationError({"value": _("Give the value.")})
                self._refuse_other_numbers()
        if self.kind == "amount" and not (self.unit and self.unit.currency):
            raise ValidationError({"unit": _("An amount of money needs a currency as its unit.")})

    def _refuse_other_numbers(self) -> None:
        """What would be printed as another number, or in an order that nobody reads."""
        if self.kind in ("rank", "ordinal"):
            for name in ("value", "maximum"):
                number = getattr(self, name)
                if number is not None and (number < 1 or number != int(number)):
                    raise ValidationError({name: _("Ranks and ordinals are whole numbers from 1 on.")})
            return  # a rank may fall
        if self.value is None or self.maximum is None:
            return
        if self.kind == "change":
            if self.value * self.maximum < 0:
                message = _("One end rises and the other falls: make two figures of them.")
                raise ValidationError({"maximum": message})
        elif self.maximum < self.value:
            raise ValidationError(
                {"maximum": _("This is less than the value: write the smaller number first.")}
            )


class Source(Orderable):
    """Where a statement comes from, and how strong it is. Shown as a note, never in running text (R-07)."""

    item = ParentalKey(CooperationItem, on_delete=models.CASCADE, related_name="sources")
    key = models.SlugField(_("key"), max_length=60)
    publisher = models.CharField(_("publisher"), max_length=200)
    title = models.CharField(_("title"), max_length=300, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    strength = models.CharField(_("strength"), max_length=12, choices=choices.SourceStrength.choices)
    shown = models.BooleanField(
        _("printed as a note"),
        default=True,
        help_text=_("Without this mark it is an editor's check only, and no edition names it."),
    )
    note = models.TextField(_("note for editors"), blank=True)

    keys = ("key",)
    panels = [
        FieldRowPanel([key_panel("key"), FieldPanel("strength")]),
        FieldRowPanel([FieldPanel("date"), FieldPanel("language")]),
        trilingual("publisher", _("Publisher")),
        trilingual("title", _("Title")),
        FieldRowPanel([FieldPanel("url"), FieldPanel("shown")]),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        constraints = [
            models.UniqueConstraint(
                fields=["item", "key"], name="source_key", deferrable=models.Deferrable.DEFERRED
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.publisher_ko}"


class Partner(Orderable):
    """Who the item is done with: an office or organisation, never a person."""

    item = ParentalKey(CooperationItem, on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(_("name"), max_length=200)
    country = CountryField(_("country"), blank=True)

    panels = [trilingual("name", _("Name")), FieldPanel("country")]

    class Meta(Orderable.Meta):
        verbose_name = _("partner")


class Country(Orderable):
    """A country that takes part, by its ISO code."""

    item = ParentalKey(CooperationItem, on_delete=models.CASCADE, related_name="countries")
    code = CountryField(_("country"))

    panels = [FieldPanel("code")]

    class Meta(Orderable.Meta):
        verbose_name = _("country")


class MinistryView(Orderable):
    """One effect as the ministry sees it."""

    item = ParentalKey(CooperationItem, on_delete=models.CASCADE, related_name="ministry_views")
    text = models.TextField(_("effect"))

    panels = [trilingual("text", _("Effect"))]

    class Meta(Orderable.Meta):
        verbose_name = _("effect")


class RelatedItem(Orderable):
    """Another item that belongs to this one."""

    item = ParentalKey(CooperationItem, on_delete=models.CASCADE, related_name="related_items")
    related = models.ForeignKey(
        CooperationItem, on_delete=models.CASCADE, related_name="+", verbose_name=_("item")
    )

    panels = [PageChooserPanel("related")]

    class Meta(Orderable.Meta):
        verbose_name = _("related item")


class PerspectiveLink(Orderable):
    """The item is proof of what a perspective says."""

    item = ParentalKey(CooperationItem, on_delete=models.CASCADE, related_name="perspective_links")
    perspective = models.ForeignKey(
        Perspective, on_delete=models.PROTECT, related_name="item_links", verbose_name=_("perspective")
    )

    panels = [FieldPanel("perspective")]

    class Meta(Orderable.Meta):
        verbose_name = _("perspective")
