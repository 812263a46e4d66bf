"""An edition says in three columns how its briefing was called: those sealed before are told from their content."""

from django.db import migrations, models

# what is sealed never changes, and does not here: the columns repeat what the content says
NAMED = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE briefings_edition DISABLE TRIGGER edition_is_sealed;
UPDATE briefings_edition SET
    (name_ko, name_zh_hans, name_en) = (
        SELECT COALESCE(name ->> 'ko', ''), COALESCE(name ->> 'zh-hans', ''), COALESCE(name ->> 'en', '')
        FROM (SELECT convert_from(content, 'UTF8')::json #> '{material,briefing,name}' AS name) sealed
    );
ALTER TABLE briefings_edition ENABLE TRIGGER edition_is_sealed;
"""


def _column(name: str) -> migrations.AddField:
    return migrations.AddField("edition", name, models.TextField(default=""), preserve_default=False)


class Migration(migrations.Migration):
    dependencies = [("briefings", "0012_faults_of_other_bytes")]

    operations = [
        _column("name_ko"),
        _column("name_zh_hans"),
        _column("name_en"),
        migrations.RunSQL(NAMED, migrations.RunSQL.noop),
    ]
