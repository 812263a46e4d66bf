"""Who works with the portal, as groups of permissions. A role may be given to any account."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Page

from briefings import access
from briefings.models import HomePage
from projects.models import Bureau

ITEM_EDITOR = "협력과제 편집자 · Item editor"
TRANSLATOR = "번역·언어 검토자 · Translator"
BRIEFING_EDITOR = "브리핑 편집자 · Briefing editor"
APPROVER = "승인자 · Approver"
OFFICIAL = "공무원 열람자 · Official"

_ADMIN = ("wagtailadmin.access_admin",)
_READ_ALL = (access.READ_EDITIONS, access.READ_UNRELEASED)
_VOCABULARY = (
    ("vocabulary", "term"),
    ("vocabulary", "unit"),
    ("stakeholders", "stakeholdergroup"),
    ("stakeholders", "perspective"),
)

_WRITE = ("add", "change", "publish")
_SNIPPET_EDITORS = (ITEM_EDITOR, TRANSLATOR, BRIEFING_EDITOR)


class _Role(msgspec.Struct, frozen=True):
    """Rights on pages, as Wagtail names them, and the other permissions."""

    permissions: tuple[str, ...]
    everywhere: tuple[str, ...] = ()
    """On the home page, so on all items and briefings."""
    bureaus: tuple[str, ...] = ()
    """On each bureau, so on items alone."""


_ROLES: dict[str, _Role] = {
    ITEM_EDITOR: _Role((*_ADMIN, *_READ_ALL), bureaus=_WRITE),
    TRANSLATOR: _Role((*_ADMIN, *_READ_ALL, access.REVIEW, access.WAIVE), everywhere=("change",)),
    BRIEFING_EDITOR: _Role(
        (
            *_ADMIN,
            *_READ_ALL,
            access.ASSEMBLE,
            access.WAIVE,
            # what is said to one group has to fit what all the others are told: that is known where the briefing is
            "stakeholders.publish_perspective",
        ),
        everywhere=_WRITE,
    ),
    APPROVER: _Role((*_ADMIN, *_READ_ALL, access.APPROVE, access.RELEASE)),
    OFFICIAL: _Role((access.READ_EDITIONS,)),
}


def ensure_roles() -> None:
    """The groups above that do not exist yet, with their permissions.

    One that exists is left as it is: an administrator may have given it more, or less.
    """
    for name, role in _ROLES.items():
        with transaction.atomic():
            group, made = Group.objects.get_or_create(name=name)
            if not made:
                continue
            group.permissions.add(*_permissions(role.permissions))
            if name in _SNIPPET_EDITORS:
                verbs = ("change", "view") if name == TRANSLATOR else ("add", "change", "view")
                names = [f"{app}.{verb}_{model}" for app, model in _VOCABULARY for verb in verbs]
                group.permissions.add(*_permissions(names))
            _grant(group, HomePage.objects.get(), role.everywhere)
            for bureau in Bureau.objects.all():
                _grant(group, bureau, role.bureaus)


def open_bureau(bureau: Bureau) -> None:
    """Give a new bureau to the roles that work in every bureau."""
    for group in Group.objects.filter(name__in=_ROLES):
        _grant(group, bureau, _ROLES[group.name].bureaus)


def _grant(group: Group, page: Page, rights: Iterable[str]) -> None:
    for right in rights:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{right}_page")
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _permissions(names: Iterable[str]) -> list[Permission]:
    found = []
    for name in names:
        app, codename = name.split(".")
        found.append(Permission.objects.get(content_type__app_label=app, codename=codename))
    return found
