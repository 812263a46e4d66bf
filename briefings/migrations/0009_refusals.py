"""The approver can refuse, with a reason; the row stays as it is, like an approval's."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SEALED = """
CREATE TRIGGER refusal_stays BEFORE UPDATE OR DELETE ON briefings_refusal
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();

CREATE FUNCTION refuse_own_refusal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.by_id = (SELECT assembled_by_id FROM briefings_edition WHERE id = NEW.edition_id) THEN
        RAISE EXCEPTION 'a refusal needs a second person'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refusal_by_second_person BEFORE INSERT ON briefings_refusal
    FOR EACH ROW EXECUTE FUNCTION refuse_own_refusal();
"""

UNSEALED = """
DROP TRIGGER refusal_by_second_person ON briefings_refusal;
DROP FUNCTION refuse_own_refusal();
DROP TRIGGER refusal_stays ON briefings_refusal;
"""


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("briefings", "0008_examinations"),
    ]

    operations = [
        migrations.CreateModel(
            name="Refusal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("reason", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refusal",
                        to="briefings.edition",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(SEALED, UNSEALED),
    ]
