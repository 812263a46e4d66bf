"""Who works with the portal, as groups of permissions. A role may be given to any account."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from briefings.models import BriefingIndex, HomePage

ITEM_EDITOR = "협력과제 편집자 · Item editor"
TRANSLATOR = "번역·언어 검토자 · Translator"
BRIEFING_EDITOR = "브리핑 편집자 · Briefing editor"
APPROVER = "승인자 · Approver"
OFFICIAL = "공무원 열람자 · Official"

_ADMIN = ("wagtailadmin.access_admin",)
_READ_ALL = ("briefings.read_editions", "briefings.read_unreleased")
_VOCABULARY = (
    "vocabulary.term",
    "vocabulary.unit",
    "stakeholders.stakeholdergroup",
    "stakeholders.perspective",
)

# page permissions by where they hold, then what else the role may do
_ROLES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    ITEM_EDITOR: (("add", "change", "publish"), (), (*_ADMIN, *_READ_ALL)),
    TRANSLATOR: (
        ("change",),
        ("change",),
        (*_ADMIN, *_READ_ALL, "reviews.review_texts", "reviews.waive_findings"),
    ),
    BRIEFING_EDITOR: (
        ("add", "change", "publish"),
        ("add", "change", "publish"),
        (*_ADMIN, *_READ_ALL, "briefings.assemble_briefing", "reviews.waive_findings"),
    ),
    APPROVER: ((), (), (*_ADMIN, *_READ_ALL, "briefings.approve_edition", "briefings.release_edition")),
    OFFICIAL: ((), (), ("briefings.read_editions",)),
}
_SNIPPET_EDITORS = (ITEM_EDITOR, TRANSLATOR, BRIEFING_EDITOR)


def ensure_roles() -> None:
    """Groups with the permissions above. What an administrator added to them stays."""
    home, shelf = HomePage.objects.get(), BriefingIndex.objects.get()
    for name, (item_rights, briefing_rights, permissions) in _ROLES.items():
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.add(*_permissions(permissions))
        if name in _SNIPPET_EDITORS:
            verbs = ("change", "view") if name == TRANSLATOR else ("add", "change", "view")
            group.permissions.add(
                *_permissions(
                    [f"{m.split('.')[0]}.{v}_{m.split('.')[1]}" for m in _VOCABULARY for v in verbs]
                )
            )
        for page, rights in ((home, item_rights), (shelf, briefing_rights)):
            for right in rights:
                permission = Permission.objects.get(
                    content_type__app_label="wagtailcore", codename=f"{right}_page"
                )
                GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _permissions(names: list[str] | tuple[str, ...]) -> list[Permission]:
    found = []
    for name in names:
        app, codename = name.split(".")
        found.append(Permission.objects.get(content_type__app_label=app, codename=codename))
    return found
