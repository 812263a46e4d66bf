"""The items' part of the admin."""

from wagtail import hooks

from projects.listing import ItemListing, item_listing


@hooks.register("register_admin_viewset")
def register_item_listing() -> ItemListing:
    return item_listing
