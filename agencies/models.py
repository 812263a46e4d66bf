"""Partner agencies: organisations whose members may download the editions released to them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, RevisionMixin

from vocabulary.panels import Rows, trilingual


class AgencyKind(models.TextChoices):
    EMBASSY = "embassy", _("embassy")
    DEVELOPMENT_BANK = "development-bank", _("development bank")
    CITY = "city", _("city")
    PUBLIC_CORPORATION = "public-corporation", _("public corporation")


class Agency(RevisionMixin, ClusterableModel):
    """An organisation outside the ministry that receives partner editions."""

    slug = models.SlugField(_("identifier"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=AgencyKind.choices)
    language = models.CharField(
        _("language"),
        max_length=7,
        choices=settings.LANGUAGES,
        help_text=_(
            "Its members begin in this language when they have signed in. Every page offers the others."
        ),
    )
    active = models.BooleanField(
        _("may download"),
        default=True,
        help_text=_("Without this mark its members read only what anyone may."),
    )

    panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("kind"), FieldPanel("language"), FieldPanel("active")]),
        trilingual("name", _("Name")),
        Rows("memberships", heading=_("Members"), label=_("member")),
    ]

    class Meta:
        verbose_name = _("partner agency")
        verbose_name_plural = _("partner agencies")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name_ko or self.slug


class Membership(Orderable):
    """A person who reads on behalf of an agency."""

    agency = ParentalKey(Agency, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="agency_memberships",
        verbose_name=_("account"),
    )

    panels = [FieldPanel("user")]

    class Meta(Orderable.Meta):
        verbose_name = _("member")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "user"],
                name="membership_once",
                # swapping two rows passes through a moment with the same person twice
                deferrable=models.Deferrable.DEFERRED,
            )
        ]

    def __str__(self) -> str:
        return f"{self.agency} · {self.user}"
