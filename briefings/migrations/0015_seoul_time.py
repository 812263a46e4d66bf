"""The portal's times are Seoul's for everybody: what an account had chosen counts no more."""

from django.db import migrations


def forget_time_zones(apps, schema_editor):
    profiles = apps.get_model("wagtailusers", "UserProfile").objects
    profiles.exclude(current_time_zone="").update(current_time_zone="")


class Migration(migrations.Migration):
    dependencies = [
        ("briefings", "0014_item_editors_on_bureaus"),
        ("wagtailusers", "0007_userprofile_current_time_zone"),
    ]
    operations = [migrations.RunPython(forget_time_zones, migrations.RunPython.noop, elidable=True)]
