"""What an edition is called in the language of the interface, and its address."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from briefings.assembly import wording
from briefings.models import Edition
from vocabulary.interface import interface_language


def briefing_name(edition: Edition) -> str:
    """The briefing's name as the edition says it, in the language of the page."""
    return edition.name[interface_language()] or edition.name.ko


def audience_name(edition: Edition) -> str:
    """For whom the edition is, in the words that the edition itself uses."""
    return wording.AUDIENCE[edition.audience][interface_language()]


def edition_name(edition: Edition) -> str:
    """Audience and number, as readers see them."""
    return _("%(audience)s %(number)s") % {"audience": audience_name(edition), "number": edition.number}


def edition_arguments(edition: Edition) -> tuple[str, str, str]:
    """What an edition's address is made of."""
    return edition.briefing.slug, edition.audience, edition.number


def edition_url(edition: Edition) -> str:
    return reverse("edition", args=edition_arguments(edition))
