"""Item editors had their rights on the home page, and so on briefings too: each bureau gives them now."""

from django.db import migrations

ITEM_EDITOR = "협력과제 편집자 · Item editor"


def move_to_bureaus(apps, schema_editor):
    rights = apps.get_model("wagtailcore", "GroupPagePermission").objects
    home = apps.get_model("briefings", "HomePage").objects.values("pk")
    for right in rights.filter(group__name=ITEM_EDITOR, page__in=home):
        for bureau in apps.get_model("projects", "Bureau").objects.values_list("pk", flat=True):
            rights.get_or_create(group=right.group, page_id=bureau, permission=right.permission)
        right.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("briefings", "0013_names_of_editions"),
        ("projects", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]
    operations = [migrations.RunPython(move_to_bureaus, migrations.RunPython.noop, elidable=True)]
