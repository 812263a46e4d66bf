"""No role could publish a perspective: briefing editors can, also where their role was made before."""

from django.db import migrations

BRIEFING_EDITOR = "브리핑 편집자 · Briefing editor"


def let_publish(apps, schema_editor):
    # in a new database there is neither: Django makes permissions, and then the roles, after all migrations
    publish = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="stakeholders", codename="publish_perspective"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name=BRIEFING_EDITOR):
        group.permissions.add(*publish)


class Migration(migrations.Migration):
    dependencies = [
        ("briefings", "0016_run_names_its_request"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(let_publish, migrations.RunPython.noop, elidable=True)]
