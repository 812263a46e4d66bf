"""Drafts on the editors' screens: who publishes one, and which of a briefing's records are ahead of what is published.

An assembly reads published records only.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from briefings import access
from briefings.assembly.collect import would_enter
from briefings.checking.findings import forms_open_to
from briefings.checking.places import Places, form_address
from briefings.models import Briefing
from projects.drafts import unpublished
from stakeholders.models import Perspective
from vocabulary.interface import listed


def tell_who_publishes(request: HttpRequest, record: Any) -> None:
    """After saving a draft: whoever may not publish it is told whose list it stands in now.

    Args:
        record: a page, or a snippet with drafts.
    """
    model = type(record)
    if not model._default_manager.filter(unpublished(), pk=record.pk).exists():
        return
    if access.records_to_publish(request.user, model).filter(pk=record.pk).exists():
        return
    roles = access.who_may_publish(record)
    if roles:
        sentence = _(
            "This is a draft, and your account may not publish it. It waits under “Yours to do” for: %(roles)s."
        )
        messages.info(request, sentence % {"roles": listed(roles)})
    else:
        messages.warning(request, _("This is a draft, and no role may publish it. Ask an administrator."))


def unpublished_of(briefing: Briefing, reader: access.Reader) -> list[dict[str, str]]:
    """What of a briefing's material nobody has published yet, changed or new: each with its name and its form.

    Args:
        briefing: whose material, as an assembly would collect it now.
        reader: who looks; a form that they may not open has no address.
    """
    waits = unpublished()
    speaking = Perspective.objects.filter(waits, interests__group__core=True)
    of_kinds = (
        ("briefing", Briefing.objects.filter(waits, pk=briefing.pk).values_list("slug", flat=True)),
        ("item", sorted(would_enter(briefing, waits))),
        ("perspective", speaking.order_by("slug").values_list("slug", flat=True).distinct()),
    )
    records = [(kind, slug) for kind, found in of_kinds for slug in found]
    places = Places(records)
    forms = forms_open_to(reader, places)
    return [
        {
            "name": places.name(*record),
            "url": form_address(record[0], places.pks[record] if record in forms else None, ""),
        }
        for record in records
    ]
