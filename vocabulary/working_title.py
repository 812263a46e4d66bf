"""`Page.title` kept equal to the Korean headline.

Wagtail's own tables stay untouched: the three languages live in our fields, and the title is a
plain working title for the admin's lists.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import COMMENTS_RELATION_NAME, Page, ReferenceIndex
from wagtail.search import index

from languages.characters import unkeepable
from languages.columns import column, columns, field_and_language
from vocabulary.beginnings import beginnings
from vocabulary.identifiers import as_identifier, validate_identifier
from vocabulary.interface import interface_language, listed
from vocabulary.versions import wait_for_savers

UNNAMED_SLUG = "page"
"""Of a page without an English name."""
_UNNAMED = re.compile(rf"{UNNAMED_SLUG}(-\d+)?")

_DRAFT_FIELDS = frozenset(
    (
        *("latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"),
        COMMENTS_RELATION_NAME,
    )
)
"""What a new revision alone changes on its page, comments on it too: none of it refers to a record."""

_LOCK_FIELDS = frozenset(("locked", "locked_by", "locked_at"))


class WorkingTitle:
    """Mixin for pages, to stand before `Page`: sets title and slug before Wagtail checks them."""

    working_title_field: ClassVar[str]
    named_by: ClassVar[tuple[str, ...]]
    """The translated fields by which editors look for the page."""

    exclude_fields_in_copy: ClassVar = ["first_published_at", "last_published_at"]
    """Wagtail takes them out of the copied page and leaves them in its draft, which says then when the original was
    published.
    """

    slug_is_chosen = False
    """Whether somebody has just typed the slug into the form."""
    slug_was_proposed = False
    """Whether the slug was made while nobody knew yet below which page it is to stand, and so beside which others."""

    search_fields: ClassVar = [*Page.search_fields, index.AutocompleteField("searched_by")]

    def searched_by(self) -> str:
        """What the admin's search finds the page by: its names in every language, a draft's too, and its address."""
        draft = self.latest_revision.content if self.has_unpublished_changes and self.latest_revision else {}  # type: ignore[attr-defined]
        names = columns(*self.named_by)
        found = [getattr(self, name) or "" for name in names] + [draft.get(name) or "" for name in names]
        text = " ".join(dict.fromkeys(found))
        return " ".join((text, self.slug, *beginnings(text)))

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """As Wagtail saves a page with its rows, but what it refers to is read once, behind the last row.

        Wagtail reads the whole page again for every row: a third of the time of a save.
        """
        # this module of Wagtail's reads models as it loads
        from wagtail.signal_handlers import disable_reference_index_auto_update
        from wagtail.signal_handlers import reference_index_auto_update_disabled as auto_update_disabled

        fields = kwargs.get("update_fields")
        if fields is not None and _LOCK_FIELDS.issuperset(fields):
            # a page that would be refused today is locked all the same: who could not unlock it could not mend it
            kwargs["clean"] = False
        of_a_draft = fields is not None and _DRAFT_FIELDS.issuperset(fields)
        if getattr(auto_update_disabled, "value", False) or (fields is not None and not of_a_draft):
            return super().save(*args, **kwargs)  # type: ignore[misc]
        with transaction.atomic():
            with disable_reference_index_auto_update():
                saved = super().save(*args, **kwargs)  # type: ignore[misc]
            if not of_a_draft:
                ReferenceIndex.create_or_update_for_object(self)
        return saved

    def set_working_title(self) -> None:
        """The Korean headline, or any other language's, or a word: a draft may still be without all."""
        field, _korean = field_and_language(self.working_title_field)
        names = [column(field, language) for language in ("ko", "en", "zh-hans")]
        written = next((text for name in names if (text := getattr(self, name, "") or "")), "")
        self.title = (written or self.title or _("Untitled"))[:255]
        self.draft_title = self.title
        english = as_identifier(getattr(self, column(field, "en"), "") or "")
        if not self.slug or self.slug_was_proposed or (english and self._waits_for_its_name()):
            self.slug = self.free_slug(english or UNNAMED_SLUG)
            self.slug_was_proposed = not self.path  # type: ignore[attr-defined]

    def _waits_for_its_name(self) -> bool:
        """Whether it was saved before it had an English name, and no reader knows its address yet.

        One that has kept the word beside such a name was given it by somebody.
        """
        unnamed = _UNNAMED.fullmatch(self.slug or "") and self.first_published_at is None  # type: ignore[attr-defined]
        if not unnamed or self.slug_is_chosen:
            return False
        english = column(field_and_language(self.working_title_field)[0], "en")
        if self.latest_revision is not None:  # type: ignore[attr-defined]
            before = self.latest_revision.content.get(english)  # type: ignore[attr-defined]
        else:
            rows = type(self)._base_manager.filter(pk=self.pk)  # type: ignore[attr-defined]
            before = rows.values_list(english, flat=True).first()
        return not as_identifier(before or "")

    def free_slug(self, base: str) -> str:
        """`base`, with a number if another page has it. Where pages are known by their slug alone, it is free among them all."""
        return str(self._get_autogenerated_slug(base))  # type: ignore[attr-defined]

    def wait_for_slugs(self) -> None:
        """Until the end of the transaction nobody else gives a page a slug that this one must not have.

        Wagtail asks before the page is written, and no constraint of its table can refuse the second of two siblings.
        """
        parent = self.get_parent()  # type: ignore[attr-defined]
        if parent is not None:
            wait_for_savers(parent)

    def _check_slug_is_unique(self) -> None:
        stored = Page.objects.filter(pk=self.pk, slug=self.slug)  # type: ignore[attr-defined]
        if connection.in_atomic_block and not stored.exists():
            self.wait_for_slugs()
        super()._check_slug_is_unique()  # type: ignore[misc]

    def kept_slug(self) -> str:
        """The stored slug, if it may not change any more; else nothing."""
        return ""

    def clean(self) -> None:
        super().clean()  # type: ignore[misc]
        try:
            validate_identifier(self.slug)
        except ValidationError as error:
            # one that an edition names stays as it is: from before there was this rule
            if self.slug != self.kept_slug():
                raise ValidationError({"slug": error}) from error

    def get_admin_display_title(self) -> str:
        """In lists: the headline in the language of the interface; where it has none, the working title."""
        field, _korean = field_and_language(self.working_title_field)
        own = column(field, interface_language())
        if own == self.working_title_field or not getattr(self, own, ""):
            return str(super().get_admin_display_title())  # type: ignore[misc]
        return str(getattr(self, own))

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.set_working_title()
        super().full_clean(*args, **kwargs)  # type: ignore[misc]

    def minimal_clean(self) -> None:
        self.set_working_title()
        super().minimal_clean()  # type: ignore[misc]


class WorkingTitleForm(WagtailAdminPageForm):
    """The editor's form of such a page: the address may be left empty and is made of the English name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            # Wagtail's own would say that letters of every script are taken
            self.fields["slug"].validators = [validate_identifier]

    def clean(self) -> dict[str, Any]:
        """Rich text comes as JSON, in which a browser can write what no database holds."""
        values: dict[str, Any] = super().clean()
        self.instance.slug_is_chosen = "slug" in self.changed_data and bool(values.get("slug"))
        for name, value in list(values.items()):
            points = unkeepable(value) if isinstance(value, str) else ()
            if points:
                message = _("No text can hold these characters; delete them: %(characters)s.")
                self.add_error(name, message % {"characters": listed(points)})
        return values
