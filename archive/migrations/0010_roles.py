"""The roles of staff, as groups: who looks, who uploads and mends, who publishes."""

from typing import Any

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import QuerySet

_LOOKS_AT = (
    *("batch", "batchfile", "citation", "correction", "evidence", "footnote", "ingestion"),
    *("paragraph", "problemreport", "resolution", "sourcefile", "text"),
)
READER = [f"view_{model}" for model in _LOOKS_AT]
EDITOR = [
    *READER,
    *("add_batch", "add_ingestion", "change_ingestion", "add_correction", "change_correction"),
    "change_problemreport",
]
PUBLISHER = [*EDITOR, "publish_ingestion", "reparse_ingestion", "withdraw_text"]
ROLES = {"reader": READER, "editor": EDITOR, "publisher": PUBLISHER}


def make_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the groups; permissions come into being after all migrations unless asked for now.

    A group that has the name of a role already keeps its members, and what else it may do.
    """
    using = schema_editor.connection.alias
    config = apps.get_app_config("archive")
    config.models_module = True  # makes Django take the state's models for the app's
    create_permissions(config, apps=apps, verbosity=0, using=using)
    write_roles(apps, using=using)


def write_roles(apps: Apps, *, using: str) -> None:
    """Make the groups that are missing, and let each do what its role may; nothing is taken away.

    The permissions must be there.
    """
    groups = apps.get_model("auth", "Group").objects.using(using)
    for name, codenames in ROLES.items():
        group, _ = groups.get_or_create(name=name)
        group.permissions.add(*_permissions(apps, codenames, using=using))


def take_roles_back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take from the groups what they may do by their role; without members and more, they go."""
    using = schema_editor.connection.alias
    for name, codenames in ROLES.items():
        group = apps.get_model("auth", "Group").objects.using(using).filter(name=name).first()
        if group is None:
            continue
        group.permissions.remove(*_permissions(apps, codenames, using=using))
        if not (group.permissions.exists() or group.user_set.exists()):
            group.delete()


def _permissions(apps: Apps, codenames: list[str], *, using: str) -> QuerySet[Any]:
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    return permissions.filter(content_type__app_label="archive", codename__in=codenames)


class Migration(migrations.Migration):
    """Groups named reader, editor and publisher, each with what the one before may do."""

    dependencies = [
        ("archive", "0009_curation"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, take_roles_back)]
