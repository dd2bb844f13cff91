from django.db import migrations, models
from django.db.models import F


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0007_search_in_one_narrow_row"),
    ]

    operations = [
        migrations.AddIndex(
            "cataloguecard",
            models.Index((F("resolution") * 2654435761).bitand(4294967295), name="card_spread"),
        ),
    ]
