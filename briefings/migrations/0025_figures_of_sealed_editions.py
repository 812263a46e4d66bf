"""What the editions that are sealed already printed for each figure: one after another, inside PostgreSQL."""

from django.db import migrations

FIGURES_OF = """
    INSERT INTO briefings_figureentry (edition_id, item, key, printed_ko, printed_zh_hans, printed_en)
    SELECT
        edition.id, figure ->> 'item', figure ->> 'key', COALESCE(figure #>> '{printed,ko}', ''),
        COALESCE(figure #>> '{printed,zh-hans}', ''), COALESCE(figure #>> '{printed,en}', '')
    FROM
        briefings_edition edition,
        json_array_elements(convert_from(edition.content, 'UTF8')::json #> '{document,figures}') figure
    WHERE edition.id = %s
"""


def fill(apps, schema_editor):
    editions = apps.get_model("briefings", "Edition").objects.order_by("pk").values_list("pk", flat=True)
    with schema_editor.connection.cursor() as cursor:
        # a statement for each: a large edition is opened while no other one is
        for edition in list(editions):
            cursor.execute(FIGURES_OF, [edition])


class Migration(migrations.Migration):
    dependencies = [("briefings", "0024_figure_entries")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
