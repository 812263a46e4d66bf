from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class BriefingsConfig(AppConfig):
    name = "briefings"
    verbose_name = "Briefings"

    def ready(self) -> None:
        from briefings.preview import preview_item
        from briefings.tree import ensure_tree
        from projects import previewing

        previewing.preview_item = preview_item
        # the roles need every app's permissions, which Django makes app by app
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(ensure_tree, sender=last, dispatch_uid="briefings.tree")
