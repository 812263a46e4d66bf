"""Editor's panels: a text's three languages beside each other, tabs, and lists of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.widgets import BaseChooser

from languages.columns import SUFFIX, column
from reviews.panels import LanguagePanel
from vocabulary.identifiers import ask_for_key
from vocabulary.opened_rows import read_rows


class Tab(ObjectList):
    """A form's tab with a fixed identifier. Wagtail makes one of the heading, in the first reader's language;
    a finding's link to `#tab-strategy` has to open the tab in every language.
    """

    def __init__(
        self, children: Sequence[Panel] = (), *args: Any, identifier: str = "", **kwargs: Any
    ) -> None:
        super().__init__(children, *args, **kwargs)
        self.identifier = identifier

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "identifier": self.identifier}

    @property
    def clean_name(self) -> str:
        return self.identifier


def as_shown(rows: Iterable[Any]) -> list[Any]:
    """The forms of rows without those that are to be deleted, in the order of the page, where rows may have been moved.

    Django's `ordered_forms` gives none of them once one is refused.
    """
    shown = [form for form in rows if not form.cleaned_data.get(DELETION_FIELD_NAME)]
    return sorted(shown, key=lambda form: form.cleaned_data.get(ORDERING_FIELD_NAME) or 0)


class RowForms(BaseChildFormSet):
    """The forms of a record's rows. What may stand in one row only is refused in the next one, at its field."""

    def __init__(self, data: Any = None, files: Any = None, instance: Any = None, **options: Any) -> None:
        if data is None and instance is not None:
            read_rows(instance)
        self._offered: dict[str, list[Any]] = {}
        super().__init__(data, files, instance, **options)

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for name, kept in self._kept_keys.items():
            ask_for_key(form.fields[name], kept)
        for name, field in form.fields.items():
            if isinstance(field.widget, BaseChooser):
                # read for all rows at once, where the form was opened
                field.widget.named = form.instance._state.fields_cache.get(name)
            elif isinstance(field, forms.ModelChoiceField) and isinstance(field.widget, forms.Select):
                # so is what each of them may choose
                if name not in self._offered:
                    self._offered[name] = list(field.choices)
                field.choices = self._offered[name]

    @cached_property
    def _kept_keys(self) -> dict[str, set[str]]:
        """By field, the keys that the record has already."""
        names = getattr(self.model, "keys", ())
        rows = list(getattr(self.instance, self.rel_name).all()) if names else []
        return {name: {getattr(row, name) for row in rows} for name in names}

    def _construct_form(self, i: int, **options: Any) -> Any:
        name = f"{self.add_prefix(i)}-{self.model._meta.pk.name}"
        if self.is_bound and i < self.initial_form_count() and self._is_gone(self.data.get(name) or ""):
            # somebody else has taken the row out since the form was opened: here it is a new one, which the form still has
            self.data = self.data.copy()
            self.data[name] = ""
        return super()._construct_form(i, **options)

    def _is_gone(self, key: str) -> bool:
        if key in {str(row.pk) for row in self.get_queryset()} or not (key.isascii() and key.isdecimal()):
            return False
        # Python reads no number of thousands of digits: what is no key at all is refused by its field
        return len(key) < 19 and not self.model._base_manager.filter(pk=key).exists()

    def validate_unique(self) -> None:
        """In place of the general sentence that names columns and no row."""
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, models.UniqueConstraint):
                self._refuse_repeated([name for name in constraint.fields if name != self.fk.name])

    def _refuse_repeated(self, names: Sequence[str]) -> None:
        shown = as_shown(form for form in self.forms if hasattr(form, "cleaned_data"))
        sent = {form.instance.pk for form in self.initial_forms}
        # rows that stay though this form knows nothing of them: somebody else has added them since it was opened
        kept = [row for row in self.get_queryset() if row.pk is not None and row.pk not in sent]
        seen = {tuple(getattr(row, name) for name in names) for row in kept}
        for form in shown:
            values = tuple(form.cleaned_data.get(name) for name in names)
            if any(value in (None, "") for value in values):
                continue
            if values in seen:
                form.add_error(names[0], _("Another row already has this. Choose a different one."))
            seen.add(values)


class Rows(InlinePanel):
    """The panel for a record's rows."""

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = RowForms
        return options


def key_panel(name: str) -> FieldPanel:
    """The panel for a key: it keeps what is typed. Wagtail's would rewrite it, and take all Korean letters out."""
    return FieldPanel(name, widget=forms.TextInput)


def trilingual(field: str, heading: str | Promise = "") -> Panel:
    """The panel for a translated field: one row with a column for each language.

    Columns carry a class by language, so that an editor can hide one (static/admin/portal.js). The
    field's help stands under the Korean column alone: it is the same for all three.
    """
    names = dict(settings.LANGUAGES)
    panels = [
        LanguagePanel(
            column(field, language),
            classname=f"language language--{suffix}",
            heading=names[language],
            help_text="" if language == "ko" else " ",
        )
        for language, suffix in SUFFIX.items()
    ]
    return MultiFieldPanel([FieldRowPanel(panels)], heading=heading, classname="trilingual")
