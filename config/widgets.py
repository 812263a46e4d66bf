"""The fields of forms as Django writes them, but for the most frequent ones without templates.

An item's form has four hundred of them, each of which Django renders by templates inside templates: an eighth of the
page's time. tests/projects/test_form_fields.py holds that this writes the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.formats import localize
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeData, SafeString, mark_safe

type Widget = Mapping[str, Any]


class FormRenderer(DjangoTemplates):
    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        write = _WRITTEN.get(template_name)
        if write is None or _has_own_options(context["widget"]):
            return super().render(template_name, context, request)
        return mark_safe(write(context["widget"]))  # noqa: S308  each part is escaped


def _has_own_options(widget: Widget) -> bool:
    return any(
        option["template_name"] != "django/forms/widgets/select_option.html"
        for _group, options, _index in widget.get("optgroups", ())
        for option in options
    )


def _input(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{_said(widget["value"])}"'
    return (
        f'<input type="{conditional_escape(widget["type"])}" name="{conditional_escape(widget["name"])}"'
        f"{value}{_attributes(widget['attrs'])}>"
    )


def _textarea(widget: Widget) -> str:
    text = conditional_escape(widget["value"]) if widget["value"] else ""
    name = conditional_escape(widget["name"])
    return f'<textarea name="{name}"{_attributes(widget["attrs"])}>\n{text}</textarea>'


def _select(widget: Widget) -> str:
    written = []
    for group, options, _index in widget["optgroups"]:
        listed = "".join(f"\n  {_option(option)}\n" for option in options)
        label = f'\n  <optgroup label="{conditional_escape(group)}">' if group else ""
        written.append(f"{label}{listed}\n  </optgroup>" if group else listed)
    name = conditional_escape(widget["name"])
    return f'<select name="{name}"{_attributes(widget["attrs"])}>{"".join(written)}\n</select>'


def _option(option: Widget) -> str:
    label = conditional_escape(localize(option["label"]))
    return f'<option value="{_said(option["value"])}"{_attributes(option["attrs"])}>{label}</option>'


def _attributes(attributes: Mapping[str, Any]) -> str:
    return "".join(
        f" {conditional_escape(name)}" + ("" if value is True else f'="{_said(value)}"')
        for name, value in attributes.items()
        if value is not False
    )


def _said(value: Any) -> SafeString:
    """As the filter `stringformat:"s"` says it: safe only if it was."""
    return value if isinstance(value, SafeData) else escape(str(value))


_WRITTEN: dict[str, Callable[[Widget], str]] = {
    **dict.fromkeys(
        (
            f"django/forms/widgets/{kind}.html"
            for kind in ("date", "email", "hidden", "number", "text", "url")
        ),
        _input,
    ),
    "django/forms/widgets/select.html": _select,
    "django/forms/widgets/textarea.html": _textarea,
}
