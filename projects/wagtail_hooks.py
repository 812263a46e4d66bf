"""The items' part of the admin."""

from django.utils.safestring import SafeString
from wagtail import hooks

from projects.countries import offered_names
from projects.listing import ItemListing, item_listing


@hooks.register("register_admin_viewset")
def register_item_listing() -> ItemListing:
    return item_listing


@hooks.register("insert_editor_js")
def country_names_to_offer() -> SafeString:
    return offered_names()
