"""The form's panels for one language of a text, with its findings and its state below it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from languages.columns import field_and_language, trilingual_of
from languages.states import Reviews, states_of
from languages.trilingual import Language, Trilingual
from reviews import checking
from reviews.marks import Marked, marked
from reviews.states import korean_changes, reviews_of
from reviews.texts import RecordText, texts_of, translated_fields

_TAGS: dict[Language, str] = {"ko": "ko", "zh-hans": "zh-Hans", "en": "en"}


class LanguagePanel(FieldPanel):
    """A translated field's panel in one language: `summary_zh_hans`."""

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "reviews/language_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.bound_field is not None:
                attrs = self.bound_field.field.widget.attrs
                attrs["lang"] = self._tag
                # the label in view says the language alone, below the text's name
                attrs["aria-label"] = str(self.bound_field.field.label)

        @property
        def _tag(self) -> str:
            """The language as HTML names it: for spelling, fonts, punctuation and voices."""
            return _TAGS[field_and_language(self.field_name)[1]]

        def get_editable_context_data(self) -> dict[str, Any]:
            context: dict[str, Any] = super().get_editable_context_data()
            if isinstance(self.panel.db_field, RichTextField):
                # the editor stands beside the widget's hidden field, so it takes the language from around it
                context["rendered_field"] = format_html(
                    '<div lang="{}">{}</div>', self._tag, context["rendered_field"]
                )
            return context

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            name, language = field_and_language(self.field_name)
            record = _record(self.instance)
            return context | {
                "language": language if name in _parallel(type(self.instance)) else "",
                "findings": self._findings(name, language, record),
                "state": self._state(name, language, record),
                "review_address": review_address(record) if record is not None else "",
            }

        def _findings(self, name: str, language: Language, record: Any) -> list[checking.TextFinding]:
            fields = _parallel(type(self.instance))
            text = trilingual_of(self.instance, name)
            if name not in fields or self.request is None or not text:
                return []
            field = f"{_rows(self.instance)}{name}"
            found = checking.check_text(self.request, record, field, text, rich=fields[name])
            return [finding for finding in found if finding.language == language]

        def _state(self, name: str, language: Language, record: Any) -> Marked | None:
            fields = _parallel(type(self.instance))
            if name not in fields or self.request is None:
                return None
            rich = fields[name]
            text = trilingual_of(self.instance, name)
            reviews = _reviews(self.request, record)
            state = states_of(text, reviews, rich=rich).get(language)
            if state is None:
                return None
            changes = korean_changes(RecordText(name, "", "", text, rich), language, reviews)
            return marked(state, changes)


class OneLanguagePanel(FieldPanel):
    """The panel for a text that exists in one language alone: it is checked, but nobody translates or reviews it."""

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "reviews/one_language_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.bound_field is not None:
                self.bound_field.field.widget.attrs["lang"] = _TAGS[self._only]

        @property
        def _only(self) -> Language:
            language: Language = type(self.instance).in_one_language[self.field_name]
            return language

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"only": self._only, "findings": self._findings()}

        def _findings(self) -> list[checking.TextFinding]:
            written = getattr(self.instance, self.field_name)
            own = Trilingual().map(lambda language, _text: written if language == self._only else "")
            if self.request is None or not own:
                return []
            field = f"{_rows(self.instance)}{self.field_name}"
            return checking.check_text(
                self.request, _record(self.instance), field, own, rich=False, only=self._only
            )


def _parallel(model: Any) -> dict[str, bool]:
    """The fields whose languages say the same, and whether each is rich text."""
    return {field: rich for field, _label, rich in translated_fields(model)}


def review_address(record: Any) -> str:
    """The page on which this record's texts are reviewed (`briefings.texts.language_review`)."""
    if record.pk is None:
        return ""
    try:
        return reverse("language-review", args=[record._meta.label_lower, record.pk])
    except NoReverseMatch:
        return ""


def _record(instance: Any) -> Any:
    """The page or snippet that a row belongs to, or the instance itself; None for a row without parent."""
    for field in instance._meta.fields:
        if isinstance(field, ParentalKey):
            try:
                return getattr(instance, field.name)
            except ObjectDoesNotExist:
                return None
    return instance


def _rows(instance: Any) -> str:
    """What the rows of the instance's kind are called in their parent, and a dot; empty outside rows."""
    parents = [field for field in instance._meta.fields if isinstance(field, ParentalKey)]
    return f"{parents[0].remote_field.get_accessor_name()}." if parents else ""


def _reviews(request: Any, record: Any) -> Reviews:
    """The reviews of all texts of a form, asked for once."""
    kept: dict[Any, Reviews] = request.__dict__.setdefault("_reviews_of_records", {})
    key = (type(record), record.pk) if record is not None else None
    if key not in kept:
        kept[key] = reviews_of(texts_of(record)) if record is not None else Reviews()
    return kept[key]
