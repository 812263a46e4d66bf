"""The fields of this app that exist in three languages."""

from modeltranslation.translator import TranslationOptions, register

from stakeholders.models import Interest, Message, StakeholderGroup


@register(StakeholderGroup)
class StakeholderGroupTranslation(TranslationOptions):
    fields = ("name", "members")
    required_languages = {"ko": ("name",)}


@register(Interest)
class InterestTranslation(TranslationOptions):
    fields = ("interest",)
    required_languages = ("ko",)


@register(Message)
class MessageTranslation(TranslationOptions):
    fields = ("message",)
    required_languages = ("ko",)
