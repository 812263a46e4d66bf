"""One menu for what items and briefings refer to: strategy, groups, perspectives, terms, units, agencies."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import HeaderButton
from wagtail.snippets.views.snippets import (
    CopyView,
    CreateView,
    DeleteView,
    EditView,
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from agencies.models import Agency
from briefings import access
from briefings.vocabulary_admin.vocabulary_choosers import (
    NamedChooserViewSet,
    PerspectiveChooserViewSet,
    UnitChooserViewSet,
)
from languages.columns import columns
from projects.drafts import unpublished
from stakeholders.models import Perspective, StakeholderGroup
from vocabulary.interface import name_shown
from vocabulary.models import Pillar, Strategy, Term, Unit
from vocabulary.subjects import subject_choices


class YesNoColumn(Column):
    """A mark of a record in words: Wagtail would print True and False, in every language."""

    def get_value(self, instance: Any) -> str:
        return str(_("yes") if super().get_value(instance) else _("no"))


class _SavedByHand:
    """A form that saves while somebody types only where that makes a draft.

    Wagtail saves by itself whatever has revisions. Without drafts that would be what holds from now on: half a
    forbidden variant would stop every edition, and an agency would lose its files by a box not meant.
    """

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)  # type: ignore[misc]
        self.autosave_enabled = self.autosave_enabled and self.draftstate_enabled

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # from a form that was opened before this was so
        if self.expects_json_response and not self.draftstate_enabled:  # type: ignore[attr-defined]
            sentence = str(_("Nothing was saved. Load the page again: it is saved when you press Save."))
            return self.json_error_response("internal_error", sentence)  # type: ignore[attr-defined, no-any-return]
        return super().post(request, *args, **kwargs)  # type: ignore[misc, no-any-return]


class AddView(_SavedByHand, CreateView):
    pass


class CopiedView(_SavedByHand, CopyView):
    pass


class ChangeView(_SavedByHand, EditView):
    pass


class RemovalView(DeleteView):
    def get_page_subtitle(self) -> str:
        return name_shown(self.object)


class VocabularyIndexView(IndexView):
    """A list with the menu of each row beside its name: below it, it would take a line of its own."""

    title_classes = "title--beside"

    def _get_title_column(self, *args: Any, **kwargs: Any) -> Any:
        return super()._get_title_column(*args, **kwargs, classname=self.title_classes)


class VocabularyViewSet(SnippetViewSet):
    """Records that are saved by hand, named in the editor's language where they are chosen.

    So is the way back from their list, which Wagtail translates once, when the portal starts.
    """

    add_view_class = AddView
    copy_view_class = CopiedView
    edit_view_class = ChangeView
    delete_view_class = RemovalView

    index_view_class = VocabularyIndexView
    chooser_viewset_class = NamedChooserViewSet

    @property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [{"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}]


class SearchedInRows(VocabularyIndexView):
    """A list whose search reaches into rows: a record with several that match stands in it once."""

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return super().search_queryset(queryset).distinct()


class PerspectiveFilterSet(WagtailFilterSet):
    """Whether they are sensitive, by the group that asks, and what is not published."""

    drafts = ChoiceFilter(label=_("drafts"), method="filter_drafts", choices=[("all", _("not published"))])

    class Meta:
        model = Perspective
        fields = ["sensitive", "interests__group"]

    def filter_drafts(self, queryset: QuerySet[Perspective], name: str, value: str) -> QuerySet[Perspective]:
        return queryset.filter(unpublished())


class PerspectiveViewSet(VocabularyViewSet):
    model = Perspective
    chooser_viewset_class = PerspectiveChooserViewSet
    icon = "openquote"
    list_display = [
        "groups_named",
        "interest_named",
        "slug",
        "valid_from",
        "valid_until",
        YesNoColumn("sensitive", label=_("sensitive"), sort_key="sensitive"),
    ]
    filterset_class = PerspectiveFilterSet
    index_view_class = SearchedInRows
    search_fields = [
        "slug",
        *columns("interests__group__name", "interests__interest", "messages__message"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Perspective]:
        return Perspective.objects.prefetch_related("interests__group")


class StakeholderGroupViewSet(VocabularyViewSet):
    model = StakeholderGroup
    icon = "group"
    list_display = [
        "name_ko",
        "name_zh_hans",
        "name_en",
        "kind",
        YesNoColumn("core", label=_("answered in every briefing"), sort_key="core"),
    ]
    list_filter = ["kind", "core"]
    search_fields = ["slug", *columns("name", "members")]


class TermIndexView(VocabularyIndexView):
    """The list of terms, with the way to their files."""

    title_classes = "title--beside title--code"

    @cached_property
    def header_buttons(self) -> list[Any]:
        if not access.may_see_texts(self.request.user):
            return super().header_buttons
        return [
            *super().header_buttons,
            HeaderButton(str(_("Termbase files")), url=reverse("termbase-files"), icon_name="download"),
            _followers_button(reverse("terms-renamed")),
        ]


class TermChangeView(ChangeView):
    """A term's form; once the term has had another name, with the way to the texts that may still use it."""

    @cached_property
    def header_buttons(self) -> list[Any]:
        # whoever only starts a command does not pay for what looks for names
        from briefings.termbase.following import renames_of

        if (
            not access.may_see_texts(self.request.user)
            or not renames_of([self.live_object])[self.live_object]
        ):
            return []
        return [_followers_button(reverse("term-follow", args=[self.object.pk]))]


def _followers_button(address: str) -> HeaderButton:
    return HeaderButton(str(_("Texts that must follow")), url=address, icon_name="list-ul", priority=50)


class TermFilterSet(WagtailFilterSet):
    """By subject, in words, and by status."""

    subject = ChoiceFilter(choices=subject_choices, label=_("subject"))

    class Meta:
        model = Term
        fields = ["subject", "status"]


class TermViewSet(VocabularyViewSet):
    model = Term
    index_view_class = TermIndexView
    edit_view_class = TermChangeView
    icon = "openquote"
    list_display = [
        "identifier",
        "preferred_ko",
        "preferred_zh_hans",
        "preferred_en",
        Column("forbidden_shown", label=_("must not be used")),
        Column("subject_shown", label=_("subject"), sort_key="subject"),
        "status",
    ]
    filterset_class = TermFilterSet
    search_fields = ["identifier", *columns("preferred", "forbidden")]


class UnitViewSet(VocabularyViewSet):
    model = Unit
    chooser_viewset_class = UnitChooserViewSet
    chooser_per_page = 500  # all of them
    icon = "order"
    list_display = ["slug", "counter_ko", "counter_zh_hans", "counter_en", "currency"]


class StrategyViewSet(VocabularyViewSet):
    model = Strategy
    icon = "pick"
    list_display = ["name_ko", "name_zh_hans", "name_en", "valid_from", "valid_until"]


class PillarViewSet(VocabularyViewSet):
    model = Pillar
    icon = "list-ol"
    list_display = ["order", "name_ko", "name_zh_hans", "name_en"]


class AgencyViewSet(VocabularyViewSet):
    model = Agency
    icon = "globe"
    list_display = [
        "name_ko",
        "name_zh_hans",
        "name_en",
        "kind",
        "language",
        YesNoColumn("active", label=_("may download"), sort_key="active"),
    ]
    list_filter = ["kind", "active"]


class VocabularyMenu(SnippetViewSetGroup):
    """Everything that is referred to, under one heading."""

    menu_label = _("Groups and terms")
    menu_icon = "group"
    menu_order = 120
    items = (
        StakeholderGroupViewSet,
        PerspectiveViewSet,
        TermViewSet,
        UnitViewSet,
        StrategyViewSet,
        PillarViewSet,
        AgencyViewSet,
    )
