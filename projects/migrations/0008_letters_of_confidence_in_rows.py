"""Confidence that was typed before only its letters were taken: `a +` becomes `A+`.

What is left, such as `E` or `?`, has no one right reading: it stays, and its form asks for a letter when it is opened.
"""

import re
import unicodedata

from django.db import migrations

RIGHT = re.compile(r"[ABCDN][+!]?")


def put_right(written):
    """The letters that were meant; what was written if they cannot be told."""
    meant = "".join(unicodedata.normalize("NFKC", written).split()).upper()
    return meant if RIGHT.fullmatch(meant) or not meant else written


def mend(apps, schema_editor):
    items = apps.get_model("projects", "CooperationItem").objects.exclude(confidence="")
    for pk, written in items.values_list("pk", "confidence"):
        if put_right(written) != written:
            items.filter(pk=pk).update(confidence=put_right(written))
    # what somebody set to be published at a time: nobody would be there to mend it
    waiting = apps.get_model("wagtailcore", "Revision").objects.filter(
        approved_go_live_at__isnull=False, content__confidence__isnull=False
    )
    for revision in waiting:
        written = revision.content["confidence"]
        if put_right(written) != written:
            revision.content["confidence"] = put_right(written)
            revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0007_keys_as_texts_write_them"),
    ]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
