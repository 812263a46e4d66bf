"""Readers are told in their own language why an edition was withdrawn."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("briefings", "0009_refusals")]

    operations = [
        migrations.RenameField("withdrawal", "reason", "reason_ko"),
        migrations.AddField("withdrawal", "reason_zh_hans", models.TextField(blank=True, default=""), False),
        migrations.AddField("withdrawal", "reason_en", models.TextField(blank=True, default=""), False),
    ]
