"""Readers' addresses, below /ko/, /zh-hans/ and /en/."""

from django.urls import path

from briefings import views

EDITION = "editions/<slug:slug>/<slug:audience>/<str:number>/"

urlpatterns = [
    path("", views.home, name="home"),
    path("editions/", views.editions, name="editions"),
    path(EDITION, views.edition, name="edition"),
    path(EDITION + "items/<slug:item>/", views.edition_item, name="edition-item"),
    path(EDITION + "<str:filename>", views.edition_file, name="edition-file"),
    path("items/<slug:item>/", views.newest_item, name="item"),
    path("search/", views.search, name="search"),
    path("verify/", views.verify, name="verify"),
]
