"""The site's root, the shelf of briefings, and a briefing: one page for one period, edited once."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.models import Orderable, Page

from briefings.assembly.wording import PORTAL
from briefings.choices import Audience, CautionKind, Licence, PickMode
from briefings.desk.forms import BriefingCopyForm, BriefingForm
from briefings.desk.panels import DeskPanel, StillRightPanel
from languages.trilingual import Trilingual
from projects.addresses import KeptAddress
from projects.choices import Classification
from projects.clauses import CLAUSE_HELP, clause_errors
from projects.models import Bureau, CooperationItem
from vocabulary.interface import interface_language
from vocabulary.models import Pillar, Strategy
from vocabulary.panels import Rows, Tab, key_panel, trilingual
from vocabulary.versions import OpenableVersions
from vocabulary.working_title import WorkingTitle


class Fixed(models.Model):
    """A page that every tree has: it is called in the language of the interface, unless somebody renamed it."""

    called: ClassVar[Trilingual]

    class Meta:
        abstract = True

    def get_admin_display_title(self) -> str:
        title = str(super().get_admin_display_title())  # type: ignore[misc]
        return self.called[interface_language()] if title == self.called.ko else title


class HomePage(Fixed, Page):
    """The root of the page tree. Readers' pages are views over editions, so it only sends them there."""

    called = PORTAL
    subpage_types: ClassVar = ["projects.Bureau", "briefings.BriefingIndex"]
    max_count = 1
    preview_modes: ClassVar = []

    class Meta:
        verbose_name = _("portal")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("home")


class BriefingIndex(Fixed, Page):
    """The shelf that briefings stand on in the page tree."""

    called = Trilingual("브리핑", "简报", "Briefings")
    parent_page_types: ClassVar = ["briefings.HomePage"]
    subpage_types: ClassVar = ["briefings.Briefing"]
    max_count = 1
    preview_modes: ClassVar = []

    class Meta:
        verbose_name = _("briefings")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise Http404


class Briefing(KeptAddress, OpenableVersions, WorkingTitle, Page):
    """One briefing: its period and the editor's own texts. Everything else comes from the items."""

    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, related_name="briefings", verbose_name=_("national strategy")
    )
    name = models.CharField(
        _("name"), max_length=120, help_text=_("2025년 11월호, 2025年11月号, November 2025 issue")
    )
    period_start = models.DateField(_("period from"))
    period_end = models.DateField(_("period until"))
    recipient = models.CharField(_("recipient"), max_length=200, blank=True)
    responsible_bureau = models.ForeignKey(
        Bureau,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="briefings",
        verbose_name=_("responsible bureau"),
    )
    officer = models.CharField(
        _("officer in charge"), max_length=200, blank=True, help_text=_("A post, never a person's name.")
    )
    classification = models.CharField(
        _("classification of the presidential and full editions"),
        max_length=8,
        choices=Classification.choices,
        default=Classification.PARTIAL,
    )
    legal_clause = models.CharField(_("legal clause"), max_length=60, blank=True)
    licence = models.CharField(
        _("licence of the partner edition"), max_length=1, choices=Licence.choices, default=Licence.TYPE_4
    )

    headline = models.CharField(
        _("headline"), max_length=200, help_text=_("The one message of this briefing. At most three lines.")
    )
    conclusion = models.TextField(
        _("conclusion"), help_text=_("Two sentences that can be read aloud: where we stand, what follows.")
    )
    why_now_norm = models.TextField(_("why now: norm"), blank=True)
    why_now_market = models.TextField(_("why now: market"), blank=True)
    why_now_technology = models.TextField(_("why now: technology"), blank=True)
    theme_title = models.CharField(
        _("title of the items' section"), max_length=200, blank=True, help_text=_("Full edition only.")
    )
    conclusion_korea_view = models.TextField(_("conclusion: Korea's viewpoint"), blank=True)
    conclusion_national_interest = models.TextField(
        _("conclusion: national interest"),
        blank=True,
        help_text=_("[[watching-groups]] prints the list of the groups shown."),
    )
    change_note = models.TextField(
        _("what this edition corrects"),
        blank=True,
        help_text=_("For a new edition after a released one: said on its first page."),
    )

    working_title_field = "headline_ko"
    named_by = ("headline", "name")
    base_form_class = BriefingForm
    copy_form_class = BriefingCopyForm
    text_panels = [
        trilingual("name", _("Name")),
        trilingual("headline", _("Headline")),
        trilingual("conclusion", _("Conclusion")),
        Rows("key_figures", heading=_("The three figures that matter"), label=_("figure"), max_num=3),
        Rows("requests", heading=_("What is asked of the reader"), label=_("request")),
        trilingual("why_now_norm", _("Why now: norm")),
        trilingual("why_now_market", _("Why now: market")),
        trilingual("why_now_technology", _("Why now: technology")),
    ]
    chapter_panels = [
        Rows("chapters", heading=_("One chapter a pillar"), label=_("chapter"), max_num=4),
    ]
    closing_panels = [
        Rows("cautions", heading=_("Points to watch"), label=_("point")),
        trilingual("conclusion_korea_view", _("Conclusion: Korea's viewpoint")),
        trilingual("conclusion_national_interest", _("Conclusion: national interest")),
        trilingual("change_note", _("What this edition corrects")),
    ]
    scope_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("period_start"), FieldPanel("period_end"), FieldPanel("strategy")]),
                FieldRowPanel(
                    [
                        FieldPanel("classification"),
                        FieldPanel("legal_clause", help_text=CLAUSE_HELP),
                        FieldPanel("licence"),
                    ]
                ),
                FieldPanel("responsible_bureau"),
            ],
            heading=_("Period, classification, office"),
        ),
        trilingual("recipient", _("Recipient")),
        trilingual("officer", _("Officer in charge")),
        Rows(
            "picks",
            heading=_("Items picked or held back by hand"),
            label=_("item"),
            help_text=_("Items dated in the period and undated ongoing ones enter by themselves."),
        ),
    ]
    full_panels = [
        trilingual("theme_title", _("Title of the items' section")),
        Rows("highlights", heading=_("Highlights"), label=_("highlight")),
    ]
    promote_panels = [FieldPanel("slug")]
    edit_handler = TabbedInterface(
        [
            Tab([DeskPanel(), *text_panels], heading=_("One page"), identifier="one_page"),
            Tab(chapter_panels, heading=_("Chapters"), identifier="chapters"),
            Tab(closing_panels, heading=_("Care and conclusions"), identifier="care_and_conclusions"),
            Tab(full_panels, heading=_("Full edition"), identifier="full_edition"),
            Tab(scope_panels, heading=_("Scope"), identifier="scope"),
            Tab([*promote_panels, *Page.settings_panels], heading=_("Settings"), identifier="settings"),
        ]
    )

    parent_page_types: ClassVar = ["briefings.BriefingIndex"]
    subpage_types: ClassVar = []

    class Meta:
        verbose_name = _("briefing")
        verbose_name_plural = _("briefings")

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.period_start and self.period_end and self.period_end < self.period_start:
            errors["period_end"] = _("The period ends before it begins. Change one of the two dates.")
        errors |= clause_errors(self)
        if errors:
            raise ValidationError(errors)

    def get_admin_display_title(self) -> str:
        """In lists: which issue it is, before the headline: those of several months are much alike."""
        headline = super().get_admin_display_title()
        return f"{self.name} · {headline}" if self.name else headline

    def stands_in_an_edition(self, slug: str) -> bool:
        """Editions have the briefing's slug in their address."""
        return self.editions.exists()

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """Every audience in every language."""
        return [
            (f"{audience.value}:{code}", f"{audience.label} · {name}")
            for audience in Audience
            for code, name in settings.LANGUAGES
        ]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        from briefings.desk.preview import preview

        audience, _colon, language = (mode_name or "presidential:ko").partition(":")
        return preview(request, briefing=self, audience=audience, language=language)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Readers see editions; the page itself is the editors' desk."""
        raise Http404


class Chapter(Orderable):
    """The editor's text for one pillar: claim, why now, gap, and the bridge to the next pillar."""

    briefing = ParentalKey(Briefing, on_delete=models.CASCADE, related_name="chapters")
    pillar = models.ForeignKey(Pillar, on_delete=models.PROTECT, related_name="+", verbose_name=_("pillar"))
    claim = models.TextField(
        _("claim"), help_text=_("What this pillar achieves. The chapter's first sentence.")
    )
    why_now = models.TextField(_("why now"), blank=True)
    gap = models.TextField(_("gap"), blank=True, help_text=_("What is still missing."))
    bridge = models.TextField(_("bridge"), blank=True, help_text=_("How it leads to the next pillar."))
    basis = models.CharField(max_length=64, blank=True, editable=False)
    """Digest of the contributions that the texts were written on; when it differs they are stale."""
    still_right = models.BooleanField(
        _("checked against the contributions"),
        default=False,
        help_text=_("Tick when the contributions changed and the texts are still right."),
    )

    panels = [
        FieldRowPanel([FieldPanel("pillar"), StillRightPanel("still_right")]),
        trilingual("claim", _("Claim")),
        trilingual("why_now", _("Why now")),
        trilingual("gap", _("Gap")),
        trilingual("bridge", _("Bridge")),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("chapter")
        constraints = [
            models.UniqueConstraint(
                fields=["briefing", "pillar"],
                name="chapter_once",
                deferrable=models.Deferrable.DEFERRED,
            )
        ]


class KeyFigure(Orderable):
    """One of the three figures of the first page."""

    briefing = ParentalKey(Briefing, on_delete=models.CASCADE, related_name="key_figures")
    item = models.ForeignKey(
        CooperationItem, on_delete=models.PROTECT, related_name="+", verbose_name=_("item")
    )
    figure = models.SlugField(_("key of the figure"), max_length=60)
    label = models.CharField(_("what it is"), max_length=200, blank=True)

    keys = ("figure",)
    panels = [
        FieldRowPanel([PageChooserPanel("item"), key_panel("figure")]),
        trilingual("label", _("What it is")),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("key figure")


class Request(Orderable):
    """Something asked of the reader (건의)."""

    briefing = ParentalKey(Briefing, on_delete=models.CASCADE, related_name="requests")
    text = models.TextField(_("request"))

    panels = [trilingual("text", _("Request"))]

    class Meta(Orderable.Meta):
        verbose_name = _("request")


class Caution(Orderable):
    """A point to watch (쟁점·유의사항)."""

    briefing = ParentalKey(Briefing, on_delete=models.CASCADE, related_name="cautions")
    kind = models.CharField(_("kind"), max_length=15, choices=CautionKind.choices, default=CautionKind.OTHER)
    text = models.TextField(_("point"))

    panels = [FieldPanel("kind"), trilingual("text", _("Point"))]

    class Meta(Orderable.Meta):
        verbose_name = _("point to watch")


class Highlight(Orderable):
    """One of the developments that open the full edition; each stands on an item (R-04)."""

    briefing = ParentalKey(Briefing, on_delete=models.CASCADE, related_name="highlights")
    item = models.ForeignKey(
        CooperationItem, on_delete=models.PROTECT, related_name="+", verbose_name=_("item")
    )
    text = models.TextField(_("highlight"), help_text=_("At most two sentences."))

    panels = [PageChooserPanel("item"), trilingual("text", _("Highlight"))]

    class Meta(Orderable.Meta):
        verbose_name = _("highlight")


class Pick(Orderable):
    """An item that the editor takes in or holds back, whatever its date."""

    briefing = ParentalKey(Briefing, on_delete=models.CASCADE, related_name="picks")
    item = models.ForeignKey(
        CooperationItem, on_delete=models.PROTECT, related_name="+", verbose_name=_("item")
    )
    mode = models.CharField(_("how"), max_length=10, choices=PickMode.choices, default=PickMode.INCLUDE)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    panels = [FieldRowPanel([PageChooserPanel("item"), FieldPanel("mode")]), FieldPanel("reason")]

    class Meta(Orderable.Meta):
        verbose_name = _("item")
        constraints = [
            models.UniqueConstraint(
                fields=["briefing", "item"], name="pick_once", deferrable=models.Deferrable.DEFERRED
            )
        ]
