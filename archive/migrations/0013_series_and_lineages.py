"""Series, who is of them, which paragraphs became which, and the lineages that these make.

Of what is held they are made by ``manage.py migrate`` afterwards, by the same rules as of what is
published (archive/management/commands/migrate.py).
"""

from importlib import import_module

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import simple_history.models
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

#: Who looks at series and pairings, and who changes what readers then see.
_LOOKS_AT = ("view_series", "view_membership", "view_paragraphpairing", "view_lineage")
_CHANGES = (
    *("add_series", "change_series", "add_membership", "change_membership"),
    *("add_paragraphpairing", "change_paragraphpairing"),
)
ROLES = {"reader": _LOOKS_AT, "editor": _LOOKS_AT, "publisher": (*_LOOKS_AT, *_CHANGES)}


def let_roles(apps, schema_editor):
    """Let each role do with series and pairings what it may, where it is there."""
    using = schema_editor.connection.alias
    config = apps.get_app_config("archive")
    config.models_module = True  # makes Django take the state's models for the app's
    create_permissions(config, apps=apps, verbosity=0, using=using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for name, codenames in ROLES.items():
        found = permissions.filter(content_type__app_label="archive", codename__in=codenames)
        for group in apps.get_model("auth", "Group").objects.using(using).filter(name=name):
            group.permissions.add(*found)

def take_back(apps, schema_editor):
    """Take from the roles what they may do with series and pairings."""
    strengths = import_module("archive.migrations.0012_strengths_of_openings")
    strengths.take_from(ROLES, apps, using=schema_editor.connection.alias)


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0012_strengths_of_openings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ComparedTexts',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('earlier_hash', models.CharField(blank=True, max_length=64)),
                ('later_hash', models.CharField(blank=True, max_length=64)),
                ('method', models.CharField(blank=True, max_length=20)),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='archive.text')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='archive.text')),
            ],
            options={
                'verbose_name_plural': 'compared texts',
            },
        ),
        migrations.CreateModel(
            name='HistoricalParagraphPairing',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('fate', models.CharField(choices=[('kept', 'Kept'), ('moved', 'Moved'), ('reworded', 'Reworded'), ('split', 'Split'), ('merged', 'Merged')], max_length=8)),
                ('likeness', models.FloatField(help_text='From 0 to 1, which is the same words.')),
                ('is_moved', models.BooleanField(default=False)),
                ('decision', models.CharField(choices=[('machine', 'Found by comparing'), ('confirmed', 'Confirmed by a person'), ('denied', 'Denied by a person')], default='machine', max_length=10)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True, help_text='Why the person says so.')),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField()),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('compared', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='archive.comparedtexts')),
                ('decided_by', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('earlier', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='archive.paragraph')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('later', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='archive.paragraph')),
            ],
            options={
                'verbose_name': 'historical paragraph pairing',
                'verbose_name_plural': 'historical paragraph pairings',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalSeries',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('slug', models.SlugField(db_index=False, help_text='As the address has it.', max_length=80)),
                ('name', models.CharField(help_text='As facts name the series.', max_length=80)),
                ('title', models.CharField(help_text='As readers see it.', max_length=200)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField()),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical series',
                'verbose_name_plural': 'historical series',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Lineage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=162, unique=True)),
                ('became', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='absorbed', to='archive.lineage')),
            ],
        ),
        migrations.CreateModel(
            name='LineagePlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fate', models.CharField(choices=[('new', 'New'), ('kept', 'Kept'), ('moved', 'Moved'), ('reworded', 'Reworded'), ('split', 'Split'), ('merged', 'Merged')], max_length=8)),
                ('likeness', models.FloatField(help_text='With the one before, from 0 to 1; 0 without one.')),
                ('is_moved', models.BooleanField(default=False)),
                ('before', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='archive.paragraph')),
                ('lineage', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='archive.lineage')),
                ('paragraph', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='lineage_place', to='archive.paragraph')),
            ],
        ),
        migrations.CreateModel(
            name='ParagraphPairing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fate', models.CharField(choices=[('kept', 'Kept'), ('moved', 'Moved'), ('reworded', 'Reworded'), ('split', 'Split'), ('merged', 'Merged')], max_length=8)),
                ('likeness', models.FloatField(help_text='From 0 to 1, which is the same words.')),
                ('is_moved', models.BooleanField(default=False)),
                ('decision', models.CharField(choices=[('machine', 'Found by comparing'), ('confirmed', 'Confirmed by a person'), ('denied', 'Denied by a person')], default='machine', max_length=10)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True, help_text='Why the person says so.')),
                ('compared', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pairings', to='archive.comparedtexts')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pairings_with_later', to='archive.paragraph')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pairings_with_earlier', to='archive.paragraph')),
            ],
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='As the address has it.', max_length=80, unique=True)),
                ('name', models.CharField(help_text='As facts name the series.', max_length=80, unique=True)),
                ('title', models.CharField(help_text='As readers see it.', max_length=200)),
            ],
            options={
                'verbose_name_plural': 'series',
                'constraints': [models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9]+(-[a-z0-9]+)*$')), name='series_slug_is_plain', violation_error_message='Small letters, figures, and hyphens between them.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='series_has_a_name'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='series_has_a_title')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('accepted', 'Accepted'), ('refused', 'Refused')], max_length=10)),
                ('origin', models.CharField(choices=[('fact', 'the fact that names its series'), ('citation', 'what it recalls'), ('title', 'its title'), ('person', 'a person of the archive')], max_length=10)),
                ('reason', models.TextField(help_text='Why, as a sentence; shown to everybody.')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('resolution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='archive.resolution')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='archive.series')),
            ],
        ),
        migrations.AddField(
            model_name='lineage',
            name='series',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lineages', to='archive.series'),
        ),
        migrations.CreateModel(
            name='HistoricalMembership',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('accepted', 'Accepted'), ('refused', 'Refused')], max_length=10)),
                ('origin', models.CharField(choices=[('fact', 'the fact that names its series'), ('citation', 'what it recalls'), ('title', 'its title'), ('person', 'a person of the archive')], max_length=10)),
                ('reason', models.TextField(help_text='Why, as a sentence; shown to everybody.')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField()),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('decided_by', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('resolution', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='archive.resolution')),
                ('series', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='archive.series')),
            ],
            options={
                'verbose_name': 'historical membership',
                'verbose_name_plural': 'historical memberships',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddConstraint(
            model_name='comparedtexts',
            constraint=models.UniqueConstraint(fields=('earlier', 'later'), name='compared_once'),
        ),
        migrations.AddConstraint(
            model_name='comparedtexts',
            constraint=models.CheckConstraint(condition=models.Q(('earlier', models.F('later')), _negated=True), name='compared_with_another_text'),
        ),
        migrations.AddConstraint(
            model_name='comparedtexts',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('earlier_hash', ''), ('later_hash', ''), ('method', '')), models.Q(models.Q(('method', ''), _negated=True), ('earlier_hash__regex', '^[0-9a-f]{64}$'), ('later_hash__regex', '^[0-9a-f]{64}$')), _connector='OR'), name='compared_by_a_method_or_by_people'),
        ),
        migrations.AddConstraint(
            model_name='lineageplace',
            constraint=models.CheckConstraint(condition=models.Q(('fate__in', ['new', 'kept', 'moved', 'reworded', 'split', 'merged'])), name='lineage_place_fate_is_known'),
        ),
        migrations.AddConstraint(
            model_name='lineageplace',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('before__isnull', True), ('fate', 'new'), ('likeness', 0)), models.Q(models.Q(('fate', 'new'), _negated=True), ('before__isnull', False)), _connector='OR'), name='lineage_place_is_new_where_nothing_was_before'),
        ),
        migrations.AddConstraint(
            model_name='lineageplace',
            constraint=models.CheckConstraint(condition=models.Q(('likeness__gte', 0), ('likeness__lte', 1)), name='lineage_place_likeness_is_a_share'),
        ),
        migrations.AddConstraint(
            model_name='paragraphpairing',
            constraint=models.UniqueConstraint(fields=('earlier', 'later'), name='pairing_one_for_two'),
        ),
        migrations.AddConstraint(
            model_name='paragraphpairing',
            constraint=models.CheckConstraint(condition=models.Q(('fate__in', ['kept', 'moved', 'reworded', 'split', 'merged'])), name='pairing_fate_is_known'),
        ),
        migrations.AddConstraint(
            model_name='paragraphpairing',
            constraint=models.CheckConstraint(condition=models.Q(('likeness__gte', 0), ('likeness__lte', 1)), name='pairing_likeness_is_a_share'),
        ),
        migrations.AddConstraint(
            model_name='paragraphpairing',
            constraint=models.CheckConstraint(condition=models.Q(('decision__in', ['machine', 'confirmed', 'denied'])), name='pairing_decision_is_known'),
        ),
        migrations.AddConstraint(
            model_name='paragraphpairing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('decision', 'machine'), ('reason', '')), models.Q(models.Q(('decision', 'machine'), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='pairing_is_decided_by_somebody_for_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='paragraphpairing',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('reason'), 4000)), name='pairing_reason_is_short'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(fields=('series', 'resolution'), name='membership_one_for_each_series'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'accepted')), fields=('resolution',), name='membership_accepted_in_one_series', violation_error_message='It is a member of another series; refuse that first.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'accepted', 'refused'])), name='membership_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('origin__in', ['fact', 'citation', 'title', 'person'])), name='membership_origin_is_known'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='membership_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('reason'), 4000)), name='membership_reason_is_short'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('state', 'proposed'), _negated=True)), models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), models.Q(models.Q(('origin', 'fact'), ('state', 'accepted')), models.Q(('origin__in', ['citation', 'title', 'fact']), ('state', 'proposed')), _connector='OR')), _connector='OR'), name='membership_is_decided_by_somebody_or_a_fact'),
        ),
        migrations.AddConstraint(
            model_name='lineage',
            constraint=models.CheckConstraint(condition=models.Q(('name__regex', '^[A-Z][A-Za-z0-9./()-]+/[a-z][a-z0-9-]*$')), name='lineage_name_is_a_place'),
        ),
        migrations.AddConstraint(
            model_name='lineage',
            constraint=models.CheckConstraint(condition=models.Q(('became__isnull', True), models.Q(('became', models.F('pk')), _negated=True), _connector='OR'), name='lineage_did_not_become_itself'),
        ),
        migrations.AddIndex(
            model_name='resolution',
            index=django.contrib.postgres.indexes.HashIndex(fields=['title'], name='resolution_by_title'),
        ),
        migrations.RunPython(let_roles, take_back),
    ]
