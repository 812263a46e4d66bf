"""PostgreSQL writes when a run was asked for, and the newest is the last that was written."""

import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("briefings", "0025_figures_of_sealed_editions"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="assemblyrun",
            options={"ordering": ["-pk"], "verbose_name": "assembly run"},
        ),
        migrations.AlterField(
            model_name="assemblyrun",
            name="requested_at",
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
        ),
    ]
