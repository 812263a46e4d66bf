"""The fixed part of the page tree, and the roles: made after every migration, changed by nobody."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from wagtail.models import Page, Site

from briefings.models import BriefingIndex, HomePage


def ensure_tree(**_signal: Any) -> None:
    """Home page, shelf of briefings and roles, where they do not exist yet."""
    from briefings.roles import ensure_roles

    home = HomePage.objects.first() or _make_home()
    if not BriefingIndex.objects.exists():
        home.add_child(instance=BriefingIndex(title=BriefingIndex.called.ko, slug="briefings"))
    ensure_roles()


def _make_home() -> HomePage:
    root = Page.get_first_root_node()
    home = HomePage(title=HomePage.called.ko, slug="portal")
    root.add_child(instance=home)
    Site.objects.update(root_page=home)
    if not Site.objects.exists():
        Site.objects.create(hostname="localhost", port=80, root_page=home, is_default_site=True)
    # Wagtail's own welcome page
    for page in Page.objects.child_of(root).exclude(pk=home.pk).filter(slug="home"):
        page.delete()
    # and its groups, whose members would work on every page past the roles
    Group.objects.filter(name__in=("Editors", "Moderators"), user=None).delete()
    return home
