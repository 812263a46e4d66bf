"""Items whose kind has facts of its own."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable

from projects.choices import Phase
from projects.country_field import CountryField
from projects.models.items import CooperationItem
from vocabulary.panels import Rows, key_panel, trilingual


class AirMobilityDeal(CooperationItem):
    """An agreement about aircraft for urban air mobility."""

    aircraft = models.CharField(_("aircraft"), max_length=200, blank=True)
    quantity = models.SlugField(
        _("number of aircraft"), max_length=60, blank=True, help_text=_("Key of the figure that holds it.")
    )
    exclusivity = models.CharField(_("exclusivity"), max_length=300, blank=True)
    operator = models.CharField(_("operator"), max_length=200, blank=True)
    certification = models.CharField(_("certification"), max_length=300, blank=True)

    kind_panels = [
        trilingual("aircraft", _("Aircraft")),
        key_panel("quantity"),
        trilingual("exclusivity", _("Exclusivity")),
        trilingual("operator", _("Operator")),
        trilingual("certification", _("Certification")),
    ]

    class Meta:
        verbose_name = _("air-mobility deal")
        verbose_name_plural = _("air-mobility deals")


class CityNetworkProject(CooperationItem):
    """A project of the K-City Network."""

    host_city = models.CharField(_("host city"), max_length=200, blank=True)
    host_country = CountryField(_("host country"), blank=True)
    call_year = models.PositiveSmallIntegerField(_("year of the call"), null=True, blank=True)
    operator = models.CharField(_("operator"), max_length=200, blank=True)
    phase = models.CharField(_("phase"), max_length=15, choices=Phase.choices, default=Phase.NOT_STATED)

    kind_panels = [
        trilingual("host_city", _("Host city")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("host_country"), FieldPanel("call_year"), FieldPanel("phase")])],
            heading=_("Call"),
        ),
        Rows("solution_fields", heading=_("Solution fields"), label=_("field")),
        trilingual("operator", _("Operator")),
    ]

    class Meta:
        verbose_name = _("city-network project")
        verbose_name_plural = _("city-network projects")


class SolutionField(Orderable):
    """A field of solutions that a city-network project tries out, such as ITS."""

    item = ParentalKey(CityNetworkProject, on_delete=models.CASCADE, related_name="solution_fields")
    name = models.CharField(_("name"), max_length=120)

    panels = [trilingual("name", _("Name"))]

    class Meta(Orderable.Meta):
        verbose_name = _("solution field")


class DeclarationClause(CooperationItem):
    """A clause of an international declaration."""

    forum = models.CharField(_("forum"), max_length=200)
    instrument = models.CharField(_("instrument"), max_length=200)
    clause = models.CharField(_("clause"), max_length=300, blank=True)
    wording_checked = models.BooleanField(
        _("wording checked"),
        default=False,
        help_text=_("Only checked wording may stand in quotation marks; until then we paraphrase."),
    )

    kind_panels = [
        trilingual("forum", _("Forum")),
        trilingual("instrument", _("Instrument")),
        trilingual("clause", _("Clause")),
        FieldPanel("wording_checked"),
    ]

    class Meta:
        verbose_name = _("clause of a declaration")
        verbose_name_plural = _("clauses of declarations")
