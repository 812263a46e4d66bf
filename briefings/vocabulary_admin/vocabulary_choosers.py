"""Choosing a record of the vocabulary, by its name in the editor's language.

Wagtail names records as their `__str__` does: in Korean, which revisions and logs keep.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.functional import lazy
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.paginator import WagtailPaginator
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from languages.columns import columns
from stakeholders.models import Perspective
from vocabulary.interface import name_shown
from vocabulary.models import Unit


def _said_of_kind(words: str, name: Any) -> str:
    return _(words) % {"object": name}


_of_kind = lazy(_said_of_kind, str)
"""Put together whenever it is shown."""


class NamingChooser(AdminSnippetChooser):
    """Wagtail's words for its buttons are those of whoever opened such a form first, or of the portal's start."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        name = self.model._meta.verbose_name
        self.choose_one_text = _of_kind(gettext_noop("Choose %(object)s"), name)
        self.choose_another_text = _of_kind(gettext_noop("Choose another %(object)s"), name)
        self.link_to_chosen_text = _of_kind(gettext_noop("Edit this %(object)s"), name)

    def get_display_title(self, instance: Any) -> str:
        return name_shown(instance)


class PerspectiveChooser(NamingChooser):
    def get_instance(self, value: Any) -> Perspective | None:
        if value is None or isinstance(value, Perspective):
            return value
        return Perspective.objects.prefetch_related("interests__group").filter(pk=value).first()


class _Named:
    """For a chooser's window: its title, and the names in its list.

    Wagtail translates the title once, when the portal starts.
    """

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        kind = self.model._meta.verbose_name  # type: ignore[attr-defined]
        return context | {"page_title": _("Choose %(object)s") % {"object": kind}, "page_subtitle": ""}

    @property
    def title_column(self) -> Any:
        column = super().title_column  # type: ignore[misc]
        column.accessor = name_shown
        return column


class NamedChooseView(_Named, ChooseView):
    pass


class NamedChooseResultsView(_Named, ChooseResultsView):
    pass


class NamedChosenView(SnippetChosenView):
    def get_display_title(self, instance: Any) -> str:
        return name_shown(instance)


class NamedChooserViewSet(SnippetChooserViewSet):
    base_widget_class = NamingChooser
    choose_view_class = NamedChooseView
    choose_results_view_class = NamedChooseResultsView
    chosen_view_class = NamedChosenView


class _PerspectivesReadAtOnce:
    def get_object_list(self) -> QuerySet[Perspective]:
        return Perspective.objects.prefetch_related("interests__group")


class PerspectiveChooseView(_PerspectivesReadAtOnce, NamedChooseView):
    pass


class PerspectiveChooseResultsView(_PerspectivesReadAtOnce, NamedChooseResultsView):
    pass


class PerspectiveChooserViewSet(NamedChooserViewSet):
    base_widget_class = PerspectiveChooser
    choose_view_class = PerspectiveChooseView
    choose_results_view_class = PerspectiveChooseResultsView


class _UnitPaginator(WagtailPaginator):
    model = Unit
    """Which a sorted list does not tell: Wagtail would count “items”, which here are something else."""


class _UnitsByName:
    """In the order of their names in the editor's language."""

    paginator_class = _UnitPaginator

    def filter_object_list(self, objects: QuerySet[Unit]) -> list[Unit]:
        return sorted(super().filter_object_list(objects), key=_place_in_a_dictionary)  # type: ignore[misc]


def _place_in_a_dictionary(unit: Unit) -> tuple[bytes, str]:
    """By letters, Hangul as Unicode has it; Chinese by its sound, as GB 2312 orders the common characters.

    The portal's own database server has no collations of languages.
    """
    chinese = get_language() == "zh-hans"
    return (unit.name or "").casefold().encode("gb18030" if chinese else "utf-8"), unit.slug


class UnitSearchForm(BaseFilterForm):
    """A unit is found by what stands in its identifier, its name or its counter, in any language."""

    q = forms.CharField(
        label=_lazy("Search term"),
        widget=forms.TextInput(attrs={"placeholder": _lazy("Search")}),
        required=False,
    )

    def filter(self, objects: QuerySet[Unit]) -> QuerySet[Unit]:
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        for word in (self.search_query or "").split():
            holding = Q()
            for name in ("slug", "singular", "symbol", "currency", *columns("name"), *columns("counter")):
                holding |= Q(**{f"{name}__icontains": word})
            objects = objects.filter(holding)
        return objects


class UnitChooseView(_UnitsByName, NamedChooseView):
    filter_form_class = UnitSearchForm


class UnitChooseResultsView(_UnitsByName, NamedChooseResultsView):
    filter_form_class = UnitSearchForm


class UnitChooserViewSet(NamedChooserViewSet):
    choose_view_class = UnitChooseView
    choose_results_view_class = UnitChooseResultsView
