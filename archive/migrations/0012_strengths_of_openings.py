"""The scale of openings with its first places, and who of the staff may change it."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import simple_history.models
from django.apps.registry import Apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

_REASON = "The first scale"
_COLUMNS = ("family", "phrase", "rank", "source", "doubt")
_LOOK = ["view_openingstrength"]
_CHANGE = ["add_openingstrength", "change_openingstrength", "delete_openingstrength"]
#: What a role may do besides what it could; readers of the archive see a change at once.
ROLES = {"reader": _LOOK, "editor": _LOOK, "publisher": [*_LOOK, *_CHANGE]}


def write_first_scale(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the first places."""
    write_scale(apps, using=schema_editor.connection.alias)


def write_scale(apps: Apps, *, using: str) -> None:
    """Write the places of the first scale, each as its own first state, where there are none."""
    model = apps.get_model("archive", "OpeningStrength")
    strengths = model._default_manager.using(using)
    if strengths.exists():
        return
    first = import_module("archive.migrations._first_scale")
    rows = strengths.bulk_create([model(**place) for place in first.places()])
    history = apps.get_model("archive", "HistoricalOpeningStrength")
    history._default_manager.using(using).bulk_create(
        [_first_state(history, row) for row in rows]
    )


def _first_state(history: Any, row: Any) -> Any:
    return history(
        id=row.pk,
        history_date=timezone.now(),
        history_type="+",
        history_change_reason=_REASON,
        **{name: getattr(row, name) for name in _COLUMNS},
    )


def let_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let each role do with the scale what it may."""
    give(ROLES, apps, using=schema_editor.connection.alias)


def give(roles: Mapping[str, Iterable[str]], apps: Apps, *, using: str) -> None:
    """Let roles do more; permissions come into being after all migrations unless asked for now."""
    config = apps.get_app_config("archive")
    config.models_module = True  # makes Django take the state's models for the app's
    create_permissions(config, apps=apps, verbosity=0, using=using)
    write_roles(roles, apps, using=using)


def write_roles(roles: Mapping[str, Iterable[str]], apps: Apps, *, using: str) -> None:
    """Let roles do more, where there are such groups. The permissions must be there."""
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for group in apps.get_model("auth", "Group").objects.using(using).filter(name__in=roles):
        group.permissions.add(
            *permissions.filter(
                content_type__app_label="archive", codename__in=roles[group.name]
            )
        )


def take_back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the permissions away; the table goes with them."""
    take_from(ROLES, apps, using=schema_editor.connection.alias)


def take_from(roles: Mapping[str, Iterable[str]], apps: Apps, *, using: str) -> None:
    """Delete the permissions that roles have been given, so that no group has them any more."""
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    codenames = {one for some in roles.values() for one in some}
    permissions.filter(content_type__app_label="archive", codename__in=codenames).delete()


class Migration(migrations.Migration):
    """A table of phrases with their ranks, its history, and the first scale in it."""

    dependencies = [
        ("archive", "0011_history_of_what_is_held"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalOpeningStrength",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("family", models.CharField(help_text="What phrases of the same kind do, in a word or two: “Concern”. Only phrases of one family are compared.", max_length=120)),
                ("phrase", models.CharField(help_text="The opening in its base form, without “also”, “further” and the like: “take note with appreciation”, “deeply concerned”, “express deep concern”.", max_length=120)),
                ("rank", models.PositiveSmallIntegerField(help_text="Its place in the family, from 1, the weakest. Phrases that are as strong as each other have the same.")),
                ("source", models.TextField(help_text="What its place rests on. Shown to everybody.")),
                ("doubt", models.TextField(blank=True, help_text="What can be said against its place. Shown to everybody.")),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                ("history_type", models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                ("history_user", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "verbose_name": "historical strength of an opening",
                "verbose_name_plural": "historical strengths of openings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="OpeningStrength",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("family", models.CharField(help_text="What phrases of the same kind do, in a word or two: “Concern”. Only phrases of one family are compared.", max_length=120)),
                ("phrase", models.CharField(help_text="The opening in its base form, without “also”, “further” and the like: “take note with appreciation”, “deeply concerned”, “express deep concern”.", max_length=120, unique=True)),
                ("rank", models.PositiveSmallIntegerField(help_text="Its place in the family, from 1, the weakest. Phrases that are as strong as each other have the same.")),
                ("source", models.TextField(help_text="What its place rests on. Shown to everybody.")),
                ("doubt", models.TextField(blank=True, help_text="What can be said against its place. Shown to everybody.")),
            ],
            options={
                "verbose_name": "strength of an opening",
                "verbose_name_plural": "strengths of openings",
                "constraints": [
                    models.CheckConstraint(condition=~models.Q(family=""), name="strength_has_a_family"),
                    models.CheckConstraint(condition=models.Q(phrase__regex="^[a-z-]+( [a-z-]+)*$"), name="strength_phrase_is_in_small_letters"),
                    models.CheckConstraint(condition=models.Q(rank__gte=1), name="strength_rank_starts_at_one"),
                    models.CheckConstraint(condition=~models.Q(source=""), name="strength_has_a_source"),
                    models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length("source"), 4000)), name="strength_source_is_short"),
                    models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length("doubt"), 4000)), name="strength_doubt_is_short"),
                ],
            },
        ),
        migrations.RunPython(write_first_scale, migrations.RunPython.noop),
        migrations.RunPython(let_roles, take_back),
    ]
