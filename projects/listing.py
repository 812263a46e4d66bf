"""The editors' list of items, with the filters that they need."""

from __future__ import annotations

import unicodedata
from typing import Any

import django_filters
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ModelChoiceField
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from languages.columns import columns
from languages.states import TextState
from projects import choices
from projects.countries import country_name
from projects.drafts import unpublished
from projects.models import Contribution, CooperationItem, Country, Partner
from reviews.counting import with_a_text
from vocabulary.models import Pillar


class _PillarField(ModelChoiceField):
    """Pillars by their names in the editor's language."""

    def label_from_instance(self, pillar: Any) -> str:
        return str(pillar.name)


class _PillarFilter(django_filters.ModelChoiceFilter):
    field_class = _PillarField


def _countries_of_items() -> list[tuple[str, str]]:
    codes = set(Country.objects.values_list("code", flat=True))
    return sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])


class ItemFilters(WagtailFilterSet):
    """By pillar, kind, country, status, classification, state of the languages, and what is not published."""

    pillar = _PillarFilter(
        label=_("pillar"), queryset=Pillar.objects.all(), field_name="contributions__pillar", distinct=True
    )
    kind = django_filters.ChoiceFilter(label=_("kind"), choices=choices.ItemKind.choices)
    status = django_filters.ChoiceFilter(label=_("status"), choices=choices.ItemStatus.choices)
    classification = django_filters.ChoiceFilter(
        label=_("classification"), choices=choices.Classification.choices
    )
    country = django_filters.ChoiceFilter(
        label=_("country"), choices=_countries_of_items, field_name="countries__code", distinct=True
    )
    languages = django_filters.ChoiceFilter(
        label=_("languages"),
        method="filter_languages",
        choices=[
            ("complete", _("complete in three languages")),
            ("zh_hans", _("Chinese is missing")),
            ("en", _("English is missing")),
            ("zh-hans:draft", _("Chinese is not reviewed")),
            ("en:draft", _("English is not reviewed")),
            ("zh-hans:stale", _("Chinese is stale")),
            ("en:stale", _("English is stale")),
        ],
    )

    drafts = django_filters.ChoiceFilter(
        label=_("drafts"),
        method="filter_drafts",
        choices=[
            ("to-publish", _("for me to publish")),
            ("mine", _("saved by me, not published")),
            ("all", _("not published")),
        ],
    )

    class Meta:
        model = CooperationItem
        fields: list[str] = []

    def filter_drafts(
        self, queryset: QuerySet[CooperationItem], name: str, value: str
    ) -> QuerySet[CooperationItem]:
        """Those to publish are those that "yours to do" counts."""
        user = self.request.user
        if value == "to-publish":
            pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "publish")
            queryset = queryset.filter(pk__in=pages.values("pk"))
        return queryset.filter(unpublished(user if value == "mine" else None))

    def filter_languages(
        self, queryset: QuerySet[CooperationItem], name: str, value: str
    ) -> QuerySet[CooperationItem]:
        """An item is complete when its headline, summary and every contribution are.

        Whether a text is reviewed or stale follows from reviews, for any text of the newest version.
        """
        language, _colon, state = value.partition(":")
        if state:
            return queryset.filter(with_a_text(CooperationItem.objects.all(), language, TextState(state)))
        if value == "complete":
            return queryset.exclude(_missing("zh_hans") | _missing("en")).distinct()
        return queryset.filter(_missing(value)).distinct()


def _missing(suffix: str) -> Q:
    missing = Q()
    for field in ("headline", "summary", "contributions__sentence"):
        name = f"{field}_{suffix}"
        missing |= Q(**{name: ""})
        if field.startswith("contributions"):
            missing |= Q(**{f"{name}__isnull": True, "contributions__isnull": False})
        else:
            missing |= Q(**{f"{name}__isnull": True})
    return missing


_MOST_WORDS = 8
_NAMED_IN = tuple(columns("headline", "summary", "place"))
_NAMED_IN_ROWS = ((Partner, "name"), (Contribution, "sentence"))


class ItemIndex(IndexView):
    """The list, searched in all three languages at once.

    Wagtail's own search knows the Korean working title alone, and by whole words. Here every word of the search
    has to stand somewhere in the item's texts, inside longer words too, as in readers' search (decision 0013).
    """

    def search_queryset(self, queryset: QuerySet[CooperationItem]) -> QuerySet[CooperationItem]:
        for word in unicodedata.normalize("NFC", self.search_query or "").split()[:_MOST_WORDS]:
            queryset = queryset.filter(_holding(word))
        if self.is_searching and not self.is_explicitly_ordered:
            queryset = queryset.order_by(F("latest_revision_created_at").desc(nulls_last=True), "pk")
        return queryset


def _holding(word: str) -> Q:
    """Items in whose identifier, draft title, texts, partners or contributions the word stands."""
    holding = Q(slug__icontains=word) | Q(draft_title__icontains=word)
    for name in _NAMED_IN:
        holding |= Q(**{f"{name}__icontains": word})
    for model, field in _NAMED_IN_ROWS:
        in_row = Q()
        for name in columns(field):
            in_row |= Q(**{f"{name}__icontains": word})
        holding |= Q(pk__in=model._default_manager.filter(in_row).values("item"))
    return holding


class PagesMenuItem(MenuItem):
    """Shown to those for whom Wagtail opens its lists of pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return user_has_any_page_permission(request.user)


class ItemListing(PageListingViewSet):
    """Cooperation items of every bureau in one list."""

    model = CooperationItem
    icon = "doc-full"
    menu_label = _("Cooperation items")
    menu_order = 110
    add_to_admin_menu = True
    name = "cooperation-items"
    url_prefix = "cooperation-items"
    filterset_class = ItemFilters
    index_view_class = ItemIndex
    menu_item_class = PagesMenuItem

    @property
    def columns(self) -> list[Any]:
        return [
            *PageListingViewSet.columns[:2],
            Column("kind", label=_("kind"), accessor="get_kind_display"),
            *PageListingViewSet.columns[2:],
        ]


item_listing = ItemListing("cooperation-items")
