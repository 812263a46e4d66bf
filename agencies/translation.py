"""The fields of this app that exist in three languages."""

from modeltranslation.translator import TranslationOptions, register

from agencies.models import Agency


@register(Agency)
class AgencyTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("ko",)
