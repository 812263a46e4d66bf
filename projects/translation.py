"""The fields of this app that exist in three languages. Korean is required, the others are reported when missing."""

from modeltranslation.translator import TranslationOptions, register

from projects import models


@register(models.Bureau)
class BureauTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("ko",)


@register(models.CooperationItem)
class CooperationItemTranslation(TranslationOptions):
    fields = ("place", "headline", "summary", "background", "significance", "message")
    required_languages = {"ko": ("headline", "summary")}


@register(models.AirMobilityDeal)
class AirMobilityDealTranslation(TranslationOptions):
    fields = ("aircraft", "exclusivity", "operator", "certification")


@register(models.CityNetworkProject)
class CityNetworkProjectTranslation(TranslationOptions):
    fields = ("host_city", "operator")


@register(models.DeclarationClause)
class DeclarationClauseTranslation(TranslationOptions):
    fields = ("forum", "instrument", "clause")
    required_languages = {"ko": ("forum", "instrument")}


@register(models.SolutionField)
class SolutionFieldTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("ko",)


@register(models.Contribution)
class ContributionTranslation(TranslationOptions):
    fields = ("sentence",)
    required_languages = ("ko",)


@register(models.Commitment)
class CommitmentTranslation(TranslationOptions):
    fields = ("actor", "action")
    required_languages = ("ko",)


@register(models.Figure)
class FigureTranslation(TranslationOptions):
    fields = ("label",)
    required_languages = ("ko",)


@register(models.Source)
class SourceTranslation(TranslationOptions):
    fields = ("publisher", "title")
    required_languages = {"ko": ("publisher",)}


@register(models.Partner)
class PartnerTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("ko",)


@register(models.MinistryView)
class MinistryViewTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("ko",)
