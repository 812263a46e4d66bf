from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("briefings", "0029_examined_versions"),
    ]

    operations = [
        migrations.RemoveField(model_name="assemblyrun", name="today"),
    ]
