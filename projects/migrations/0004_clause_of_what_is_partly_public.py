from django.db import migrations, models


class Migration(migrations.Migration):
    """The help of the clause says what it is needed for. Changes no table."""

    dependencies = [("projects", "0003_selection")]

    operations = [
        migrations.AlterField(
            model_name="cooperationitem",
            name="legal_clause",
            field=models.CharField(
                blank=True,
                help_text=(
                    "For content that is partly public or not public: the clause of Article 9(1) of the Disclosure"
                    " Act, for example 제9조제1항제5호. A draft may be saved without it; to publish, it is needed."
                ),
                max_length=60,
                verbose_name="legal clause",
            ),
        )
    ]
