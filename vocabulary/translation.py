"""The fields of this app that exist in three languages."""

from modeltranslation.translator import TranslationOptions, register

from vocabulary.models import Pillar, Strategy, Term, Unit


@register(Strategy)
class StrategyTranslation(TranslationOptions):
    fields = ("name", "phrase", "phrase_in_sentence", "linking_sentence", "rule")
    required_languages = ("ko",)


@register(Pillar)
class PillarTranslation(TranslationOptions):
    fields = ("name", "message")
    required_languages = ("ko",)


@register(Unit)
class UnitTranslation(TranslationOptions):
    fields = ("name", "counter")
    required_languages = {"ko": ("name",)}


@register(Term)
class TermTranslation(TranslationOptions):
    fields = ("preferred", "forbidden", "definition")
    required_languages = {"ko": ("preferred",)}
