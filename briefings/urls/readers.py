"""Readers' addresses, below /ko/, /zh-hans/ and /en/."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from briefings.readers import views


class AnySlug(StringConverter):
    """Of every script: editors can no longer give such a slug, but what was sealed with one stays readable."""

    regex = r"[-\w]+"


register_converter(AnySlug, "any_slug")

EDITION = "editions/<any_slug:slug>/<slug:audience>/<str:number>/"

urlpatterns = [
    path("", views.home, name="home"),
    path("editions/", views.editions, name="editions"),
    path(EDITION, views.edition, name="edition"),
    path(EDITION + "items/<any_slug:item>/", views.edition_item, name="edition-item"),
    path(EDITION + "<str:filename>", views.edition_file, name="edition-file"),
    path("items/<any_slug:item>/", views.newest_item, name="item"),
    path("search/", views.search, name="search"),
    path("verify/", views.verify, name="verify"),
]
