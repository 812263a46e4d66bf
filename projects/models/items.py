"""Bureaus as sections of the page tree, and the cooperation items that stand in them."""

from __future__ import annotations

import unicodedata
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    TabbedInterface,
)
from wagtail.fields import RichTextField
from wagtail.models import Page

from languages.dates import hides_end
from projects import addresses, previewing
from projects.addresses import KeptAddress, KeptAddressForm
from projects.choices import (
    END_NOT_PRINTED,
    UNDATED_DATE,
    Classification,
    DatePrecision,
    ItemKind,
    ItemStatus,
)
from projects.clauses import CLAUSE_HELP, clause_errors
from projects.copying import ItemCopyForm
from projects.may_wait import MAY_WAIT, MayWaitInDraft
from vocabulary.copying import SinglePageCopyForm, numbered
from vocabulary.identifiers import ask_for_key
from vocabulary.panels import Rows, Tab, trilingual
from vocabulary.versions import OpenableVersions
from vocabulary.working_title import WorkingTitle, WorkingTitleForm

RICH_TEXT = ["bold", "link", "ul"]
_TAKEN = _("Another item has this identifier. Choose a different one.")


class Bureau(WorkingTitle, Page):
    """A section of the tree: who may edit the items below it follows from Wagtail's page permissions."""

    name = models.CharField(_("name"), max_length=200)
    phone = models.CharField(
        _("public number"),
        max_length=40,
        blank=True,
        help_text=_("An office's number that may be printed. Never a person's."),
    )
    note = models.TextField(_("note for editors"), blank=True)

    working_title_field = "name_ko"
    named_by = ("name",)
    base_form_class = WorkingTitleForm
    copy_form_class = SinglePageCopyForm
    content_panels = [trilingual("name", _("Name")), FieldPanel("phone"), FieldPanel("note")]
    promote_panels = [FieldPanel("slug")]
    parent_page_types: ClassVar = ["briefings.HomePage"]
    subpage_types: ClassVar = [
        "projects.CooperationItem",
        "projects.AirMobilityDeal",
        "projects.CityNetworkProject",
        "projects.DeclarationClause",
    ]
    # it is no page of a reader: without this its history offers a preview that is an error
    preview_modes: ClassVar = []

    class Meta:
        verbose_name = _("bureau")
        verbose_name_plural = _("bureaus")

    def get_url_parts(self, request: HttpRequest | None = None) -> None:
        """None: `serve` shows nothing, and no list may offer to view it there."""
        return

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise Http404


class ItemForm(MayWaitInDraft, KeptAddressForm):
    """The editor's form of an item of any kind."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "quantity" in self.fields:
            ask_for_key(self.fields["quantity"], {self.initial.get("quantity")})

    def clean_confidence(self) -> str:
        """A small or a full-width letter says the same."""
        return unicodedata.normalize("NFKC", self.cleaned_data["confidence"] or "").upper()


class CooperationItem(KeptAddress, OpenableVersions, WorkingTitle, Page):
    """One thing the ministry does with others: a deal, meeting, program, pilot, clause and so on."""

    kind = models.CharField(_("kind"), max_length=20, choices=ItemKind.choices)
    status = models.CharField(_("status"), max_length=10, choices=ItemStatus.choices)
    classification = models.CharField(
        _("classification"),
        max_length=8,
        choices=Classification.choices,
        default=Classification.PARTIAL,
        help_text=_("Content marked 대외비 (confidential) does not belong here, but in the secure system."),
    )
    legal_clause = models.CharField(
        _("legal clause"),
        max_length=60,
        blank=True,
        help_text=CLAUSE_HELP,
    )
    event_date = models.DateField(_("date"), null=True, blank=True)
    event_end = models.DateField(_("until"), null=True, blank=True)
    date_precision = models.CharField(
        _("how exact"), max_length=12, choices=DatePrecision.choices, default=DatePrecision.NONE
    )
    year_inferred = models.BooleanField(
        _("the year is inferred"), default=False, help_text=_("The source does not print the year.")
    )
    headline = models.CharField(
        _("headline"), max_length=200, help_text=_("The item's name, as it is cited in an edition.")
    )
    summary = models.TextField(
        _("summary"), help_text=_("What happened, in one or two sentences. Figures as [[key]].")
    )
    background = RichTextField(_("background"), blank=True, features=RICH_TEXT)
    significance = RichTextField(_("significance"), blank=True, features=RICH_TEXT)
    message = models.TextField(
        _("message"),
        blank=True,
        help_text=_("A line to be spoken. Empty if there is none: never invent one."),
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    confidence = models.CharField(
        _("confidence"),
        max_length=2,
        blank=True,
        validators=[
            RegexValidator(
                r"^[ABCDN][+!]?\Z",
                _("Write A, B, C, D or N, and behind it + or ! where somebody outside was asked."),
            )
        ],
        help_text=_(
            "A stated, B second-hand or a plan, C in conflict, D damaged text, N a name only;"
            " + an outside check agrees, ! it differs. N enters no edition by itself."
        ),
    )
    editor_note = models.TextField(
        _("note for editors"), blank=True, help_text=_("Doubts, conflicts, open questions. Never printed.")
    )

    working_title_field = "headline_ko"
    named_by = ("headline",)
    base_form_class = ItemForm
    copy_form_class = ItemCopyForm
    fact_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("status"), FieldPanel("confidence")]),
                FieldRowPanel([FieldPanel("classification"), FieldPanel("legal_clause")]),
                FieldRowPanel(
                    [
                        FieldPanel("event_date"),
                        FieldPanel("event_end"),
                        FieldPanel("date_precision"),
                        FieldPanel("year_inferred"),
                    ]
                ),
            ],
            heading=_("What, how far, who may read, when"),
        ),
        trilingual("place", _("Place")),
        Rows("countries", heading=_("Countries"), label=_("country")),
        Rows("partners", heading=_("Partners"), label=_("partner")),
    ]
    text_panels = [
        trilingual("headline", _("Headline")),
        trilingual("summary", _("Summary")),
        trilingual("background", _("Background")),
        trilingual("significance", _("Significance")),
        Rows("ministry_views", heading=_("The ministry's view"), label=_("effect")),
        trilingual("message", _("Message")),
    ]
    strategy_panels = [
        Rows(
            "contributions",
            heading=_("How it serves the strategy"),
            label=_("contribution"),
            help_text=_("One self-contained sentence a pillar: an item without it enters no chapter."),
        ),
        Rows("commitments", heading=_("What happens next"), label=_("commitment")),
        Rows("perspective_links", heading=_("Whom it concerns"), label=_("perspective")),
        Rows("related_items", heading=_("Related items"), label=_("item")),
    ]
    evidence_panels = [
        Rows(
            "figures",
            heading=_("Figures"),
            label=_("figure"),
            help_text=_("A figure is stored once. Texts refer to it as [[key]]."),
        ),
        Rows("sources", heading=_("Sources"), label=_("source")),
        FieldPanel("editor_note"),
    ]
    kind_panels: ClassVar[list[Any]] = []
    promote_panels = [FieldPanel("slug")]

    parent_page_types: ClassVar = ["projects.Bureau"]
    subpage_types: ClassVar = []

    class Meta:
        verbose_name = _("cooperation item")
        verbose_name_plural = _("cooperation items")
        indexes = [
            # a briefing's few items are found among all others by their dates
            models.Index(fields=["event_date"], name="item_by_date"),
            models.Index(
                fields=["event_end"], name="item_by_end", condition=models.Q(event_end__isnull=False)
            ),
            models.Index(
                fields=["status"], name="item_without_date", condition=models.Q(event_date__isnull=True)
            ),
        ]

    @classmethod
    def get_edit_handler(cls) -> Any:
        """The form in tabs; a kind's own fields stand first under "Facts"."""
        tabs = TabbedInterface(
            [
                Tab(cls.text_panels, heading=_("Text"), identifier="text"),
                Tab([*cls.kind_panels, *cls.fact_panels], heading=_("Facts"), identifier="facts"),
                Tab(cls.strategy_panels, heading=_("Strategy"), identifier="strategy"),
                Tab(cls.evidence_panels, heading=_("Figures and sources"), identifier="figures_and_sources"),
                Tab(
                    [*cls.promote_panels, *cls.settings_panels], heading=_("Settings"), identifier="settings"
                ),
            ]
        )
        return tabs.bind_to_model(cls)

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {**clause_errors(self)}
        if self.event_date and self.event_end and self.event_end < self.event_date:
            errors["event_end"] = _("This date is before the first one.")
        if self.date_precision != DatePrecision.NONE and not self.event_date:
            errors["event_date"] = _("Give a date, or choose “undated”.")
        elif self.event_end and not self.event_date:
            said = _("An end is not printed without a first day. Give that too, or leave the end empty.")
            errors["event_date"] = ValidationError(said, code=MAY_WAIT)
        if self.event_date and self.date_precision == DatePrecision.NONE:
            # while a draft is written, the date may stand there before how exact it is
            errors["date_precision"] = ValidationError(UNDATED_DATE, code=MAY_WAIT)
        elif self.event_date and hides_end(self.event_date, self.event_end, self.date_precision):
            errors["date_precision"] = ValidationError(END_NOT_PRINTED, code=MAY_WAIT)
        if self.date_precision == DatePrecision.RANGE and not self.event_end:
            errors["event_end"] = _("A span needs its last day.")
        if self._is_taken():
            errors["slug"] = _TAKEN
        if errors:
            raise ValidationError(errors)

    def minimal_clean(self) -> None:
        super().minimal_clean()
        if self._is_taken():
            raise ValidationError({"slug": _TAKEN})

    def wait_for_slugs(self) -> None:
        """Not for those of the items beside it alone: `_is_taken` waits for those of all, before a bureau's row is taken."""

    def _is_taken(self) -> bool:
        """Whether another item has the slug: editions, other items and content files name an item by it alone.

        What was asked holds until the end of the transaction that saves the item: who gives an item a slug waits
        until others have given theirs.
        """
        if not Page.objects.filter(pk=self.pk, slug=self.slug).exists():
            addresses.wait_for_others()
        return self._others().filter(slug=self.slug).exists()

    def free_slug(self, base: str) -> str:
        addresses.wait_for_others()
        taken = set(self._others().filter(slug__startswith=base).values_list("slug", flat=True))
        return next(slug for slug in numbered(base) if slug not in taken)

    def _others(self) -> models.QuerySet[Any]:
        return CooperationItem.objects.exclude(pk=self.pk)

    def stands_in_an_edition(self, slug: str) -> bool:
        return addresses.item_stands_in_an_edition(slug)

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return list(settings.LANGUAGES)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The item's sheet as an edition would print it, in the language of the mode."""
        return previewing.preview_item(request, item=self, language=mode_name or "ko")

    def get_url_parts(self, request: HttpRequest | None = None) -> None:
        """None: for each row of its list Wagtail would ask the cache under which site it stands, to offer what shows nothing."""
        return

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """An item's own address shows nothing: readers see it as the newest edition they may read holds it."""
        raise Http404
