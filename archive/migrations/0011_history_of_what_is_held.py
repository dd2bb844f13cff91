"""The first state of what an archive held before its history was kept."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_RECORDED = ("resolution", "text", "paragraph", "footnote", "citation")
_OF_HISTORY = frozenset(
    {"history_id", "history_date", "history_type", "history_user_id", "history_change_reason"}
)
_REASON = "Held before the history began"


def record_what_is_held(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Copy every row as it is; what was changed since it was made is not known."""
    with schema_editor.connection.cursor() as cursor:
        for name in _RECORDED:
            history = apps.get_model("archive", f"historical{name}")._meta
            quote = schema_editor.quote_name
            columns = ", ".join(
                quote(field.column)
                for field in history.concrete_fields
                if field.column not in _OF_HISTORY
            )
            cursor.execute(
                f"INSERT INTO {quote(history.db_table)} ({columns}, history_date, history_type, "
                f"history_change_reason) SELECT {columns}, now(), '+', %s FROM archive_{name}",
                [_REASON],
            )


class Migration(migrations.Migration):
    """Rows of resolutions, texts, paragraphs, notes and citations, as their own first states."""

    dependencies = [("archive", "0010_roles")]

    operations = [migrations.RunPython(record_what_is_held, migrations.RunPython.noop)]
