"""An edition's row names the edition that it corrects: of those sealed before, the one that readers were told."""

import django.db.models.deletion
from django.db import migrations, models

# what is sealed never changes, and does not here: the column repeats what the pages have said
CORRECTED = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE briefings_edition DISABLE TRIGGER edition_is_sealed;
UPDATE briefings_edition edition SET corrects_id = (
    SELECT earlier.id FROM briefings_edition earlier
    JOIN briefings_release made ON made.edition_id = earlier.id
    LEFT JOIN briefings_withdrawal withdrawal ON withdrawal.release_id = made.id
    WHERE earlier.briefing_id = edition.briefing_id AND earlier.audience = edition.audience
        AND (earlier.major, earlier.minor) < (edition.major, edition.minor)
        AND made.at <= edition.sealed_at AND (withdrawal.id IS NULL OR withdrawal.at >= made.at)
    ORDER BY earlier.major DESC, earlier.minor DESC
    LIMIT 1
);
ALTER TABLE briefings_edition ENABLE TRIGGER edition_is_sealed;
"""


class Migration(migrations.Migration):
    dependencies = [("briefings", "0021_names_of_rows")]

    operations = [
        migrations.AddField(
            "edition",
            "corrects",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrections",
                to="briefings.edition",
            ),
        ),
        migrations.RunSQL(CORRECTED, migrations.RunSQL.noop),
    ]
