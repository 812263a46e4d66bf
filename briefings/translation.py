"""The fields of this app that exist in three languages."""

from modeltranslation.translator import TranslationOptions, register

from briefings.models import Briefing, Caution, Chapter, Highlight, KeyFigure, Request


@register(Briefing)
class BriefingTranslation(TranslationOptions):
    fields = (
        "name",
        "recipient",
        "officer",
        "headline",
        "conclusion",
        "why_now_norm",
        "why_now_market",
        "why_now_technology",
        "theme_title",
        "conclusion_korea_view",
        "conclusion_national_interest",
        "change_note",
    )
    required_languages = {"ko": ("name", "headline", "conclusion")}


@register(Chapter)
class ChapterTranslation(TranslationOptions):
    fields = ("claim", "why_now", "gap", "bridge")
    required_languages = {"ko": ("claim",)}


@register(KeyFigure)
class KeyFigureTranslation(TranslationOptions):
    fields = ("label",)


@register(Request)
class RequestTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("ko",)


@register(Caution)
class CautionTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("ko",)


@register(Highlight)
class HighlightTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("ko",)
