"""The admin as this portal needs it."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea

from config import amended_wagtail

_CLOSED = frozenset(("images", "documents", "collections"))


@hooks.register("construct_main_menu")
@hooks.register("construct_settings_menu")
def without_what_is_closed(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """No entry leads to a page that is closed (config/urls.py)."""
    menu_items[:] = [item for item in menu_items if item.name not in _CLOSED]


@hooks.register("construct_settings_menu")
def without_sites(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """The portal has one site, and its address is a setting (PORTAL_ADDRESS). Wagtail's page of sites stays: lists link to it."""
    menu_items[:] = [item for item in menu_items if item.name != "sites"]


@hooks.register("construct_help_menu")
def without_wagtails_own_help(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """What is new in Wagtail concerns who develops the portal, and Wagtail's guide tells of pages that it does not have.

    Both are named once, in the language of the start, and a number beside the menu says that nobody has opened them.
    """
    menu_items[:] = [
        item for item in menu_items if not item.name.startswith(("whats-new-in", "editor-guide"))
    ]


@hooks.register("construct_search")
def no_search_for_files(request: HttpRequest, search_areas: list[SearchArea]) -> None:
    """Nor does the search offer them."""
    search_areas[:] = [area for area in search_areas if area.name not in _CLOSED]


@hooks.register("register_admin_urls")
def amended() -> list[URLPattern]:
    """What no hook is for is replaced before the first page."""
    amended_wagtail.amend()
    return []
