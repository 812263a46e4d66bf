"""The words of the search index lose the marks of their Latin letters, as those of new editions do.

Nothing is made anew of the editions: a tsvector is written as text, and each letter takes one place with its mark or
without it.
"""

import unicodedata

from django.db import migrations

_STROKES = {"đ": "d", "ł": "l", "ø": "o"}


def forget_marks(apps, schema_editor):
    letters = {chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))}
    bare = {
        letter: _STROKES.get(letter) or unicodedata.normalize("NFD", letter)[0] for letter in sorted(letters)
    }
    bare = {letter: base for letter, base in bare.items() if base.isascii()}
    marked, without = "".join(bare), "".join(bare.values())
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE briefings_searchentry SET words = translate(words::text, %s, %s)::tsvector
            WHERE translate(words::text, %s, '') <> words::text
            """,
            [marked, without, marked],
        )


class Migration(migrations.Migration):
    dependencies = [("briefings", "0019_changes_of_releases")]
    operations = [migrations.RunPython(forget_marks, migrations.RunPython.noop)]
