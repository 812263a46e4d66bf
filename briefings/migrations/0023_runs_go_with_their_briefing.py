"""What was only checked may be deleted, and its runs go with it: editions keep a briefing that was sealed."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("briefings", "0022_corrected_editions"),
    ]

    operations = [
        migrations.AlterField(
            model_name="assemblyrun",
            name="briefing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="runs", to="briefings.briefing"
            ),
        ),
    ]
