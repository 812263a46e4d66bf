from __future__ import annotations

from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, post_save
from django.http import HttpRequest, HttpResponse


def _preview_item(request: HttpRequest, *, item: Any, language: str) -> HttpResponse:
    # composing and its checks are read when somebody previews: every command's start would pay for them
    from briefings.desk.preview import preview_item

    return preview_item(request, item=item, language=language)


def _check_text(*about: Any, **how: Any) -> list[Any]:
    from briefings.checking.live_check import check_for_form

    return check_for_form(*about, **how)


def _open_bureau(instance: Any, created: bool, raw: bool = False, **_signal: Any) -> None:
    from briefings.roles import open_bureau

    if created and not raw:
        open_bureau(instance)


def _item_stands_in_an_edition(slug: str) -> bool:
    from briefings.models import Edition

    return Edition.objects.filter(item_slugs__contains=[slug]).exists()


class BriefingsConfig(AppConfig):
    name = "briefings"
    verbose_name = "Briefings"

    def ready(self) -> None:
        from briefings.tree import ensure_tree
        from projects import addresses, previewing
        from reviews import checking

        addresses.item_stands_in_an_edition = _item_stands_in_an_edition
        previewing.preview_item = _preview_item
        checking.check_text = _check_text
        # the roles need every app's permissions, which Django makes app by app
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_save.connect(_open_bureau, sender="projects.Bureau", dispatch_uid="briefings.roles")
        post_migrate.connect(ensure_tree, sender=last, dispatch_uid="briefings.tree")
