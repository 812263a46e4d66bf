"""The admin as this portal needs it."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

_CLOSED = frozenset(("images", "documents"))


@hooks.register("construct_main_menu")
def without_files(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """No entry leads to a page that is closed (config/urls.py)."""
    menu_items[:] = [item for item in menu_items if item.name not in _CLOSED]
