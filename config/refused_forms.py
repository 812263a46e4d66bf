"""A form that is refused names the fields to be mended, those of other tabs and languages too, and leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.forms import BaseForm, BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages

from vocabulary.interface import listed
from vocabulary.panels import as_shown

NAMED_AT_ONCE = 3
"""Fields that a line names; it counts the others."""


class Refused(NamedTuple):
    """A field that a form refuses, or a list of rows as a whole."""

    label: str
    said: list[str]
    place: str
    """CSS selector of what to go to."""


def refused_fields(form: BaseForm, row: str = "") -> Iterator[Refused]:
    """Fields of the form, then those of its rows; `row` is what the row is called that the form is of."""
    for name, said in form.errors.items():
        if name in form.fields:
            field = form[name]
            label = f"{row} · {field.label}" if row else str(field.label)
            yield Refused(label, list(said), f"[data-field]:has([name='{field.html_name}']) .error-message")
    for formset in getattr(form, "formsets", {}).values():
        yield from _refused_rows(formset, row)


def _refused_rows(formset: BaseFormSet, row: str) -> Iterator[Refused]:
    kind = capfirst(str(formset.model._meta.verbose_name))  # type: ignore[attr-defined]
    if row:
        kind = f"{row} · {kind}"
    if said := formset.non_form_errors():
        yield Refused(kind, list(said), f"#id_{formset.prefix}-FORMS")
    for number, form in enumerate(as_shown(formset.forms), start=1):
        yield from refused_fields(form, f"{kind} {number}")


def tell(
    request: HttpRequest, message: str | Promise, form: BaseForm, buttons: list[Any] | None = None
) -> None:
    """In place of `wagtail.admin.messages.validation_error`, which names no field unless all of a form is refused."""
    whole = format_html_join("", "<li>{}</li>", ((said,) for said in form.non_field_errors()))
    fields = format_html_join(
        "",
        '<li><a href="#" data-controller="w-focus" data-w-focus-target-value="{}"'
        ' data-action="w-focus#focus:prevent">{}</a> {}</li>',
        (
            (place, _("%(field_label)s:") % {"field_label": label}, " ".join(said))
            for label, said, place in refused_fields(form)
        ),
    )
    detail = format_html('<ul class="refused">{}{}</ul>', whole, fields) if whole or fields else ""
    messages.error(request, messages.render(message, buttons, detail=detail))


def sentence(form: BaseForm) -> str:
    """What is told below a form that could not be saved by itself; empty where no field is to blame."""
    labels = [refused.label for refused in refused_fields(form)]
    if not labels:
        return ""
    named, more = listed(labels[:NAMED_AT_ONCE]), len(labels) - NAMED_AT_ONCE
    if more > 0:
        return _(
            "Not saved by itself. To be mended first: %(fields)s and %(more)s more. Press Save to be led there."
        ) % {"fields": named, "more": more}
    return _("Not saved by itself. To be mended first: %(fields)s. Press Save to be led there.") % {
        "fields": named
    }


def name_fields_of_autosave(answer: Any) -> Any:
    """Makes a view's `json_error_response` name the fields."""

    def named(view: Any, error_code: str, error_message: str) -> HttpResponse:
        told = sentence(view.form) if error_code == "validation_error" else ""
        return answer(view, error_code, told or error_message)  # type: ignore[no-any-return]

    return named
