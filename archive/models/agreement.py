"""Agreement: a rule that spans two rows, held by the database as a composite foreign key."""

from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import BaseConstraint, Model


class Agreement(BaseConstraint):
    """Where a row names another by ``link``, the two have the same values in ``fields``.

    ``fields`` gives for each field of the row the field of the named row that it must equal. The
    named model needs a unique constraint over ``id`` and those fields, in that order. Checked when
    the transaction ends, as Django's own foreign keys are; a row that names none always obeys.
    """

    def __init__(self, *, name: str, link: str, fields: Mapping[str, str]) -> None:
        super().__init__(name=name)
        self.link = link
        self.fields = dict(fields)

    def constraint_sql(
        self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """The constraint as a table's definition has it."""
        assert model is not None, "a constraint is of a model"
        assert schema_editor is not None, "a constraint is written by an editor"
        quote = schema_editor.quote_name
        named = _named_model(model, self.link)
        ours = ", ".join(quote(_column(model, one)) for one in (self.link, *self.fields))
        theirs = ", ".join(quote(_column(named, one)) for one in ("id", *self.fields.values()))
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({ours}) "
            f"REFERENCES {quote(named._meta.db_table)} ({theirs}) DEFERRABLE INITIALLY DEFERRED"
        )

    def create_sql(
        self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """The statement that adds it to a table."""
        return f"{_alter(model, schema_editor)} ADD {self.constraint_sql(model, schema_editor)}"

    def remove_sql(
        self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """The statement that takes it away."""
        return f'{_alter(model, schema_editor)} DROP CONSTRAINT "{self.name}"'

    def validate(  # noqa: PLR0917 Django's signature
        self,
        model: type[Model],
        instance: Model,
        exclude: Collection[str] | None = None,
        using: str = "default",
    ) -> None:
        """Raise ValidationError where an unsaved row would break it, as a form asks."""
        if {self.link, *self.fields} & set(exclude or ()):
            return
        key = getattr(instance, _field(model, self.link).attname)
        if key is None:
            return
        values = {theirs: _value(instance, ours) for ours, theirs in self.fields.items()}
        named = _named_model(model, self.link)
        if not named.objects.using(using).filter(pk=key, **values).exists():
            raise ValidationError(self.get_violation_error_message())

    def deconstruct(self) -> Any:
        """Path and arguments, for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"link": self.link, "fields": self.fields}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Agreement):
            return NotImplemented
        return bool(self.deconstruct() == other.deconstruct())

    def __hash__(self) -> int:
        return hash(self.name)


def _alter(model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None) -> str:
    assert model is not None, "a constraint is of a model"
    assert schema_editor is not None, "a constraint is written by an editor"
    return f"ALTER TABLE {schema_editor.quote_name(model._meta.db_table)}"


def _field(model: type[Model], name: str) -> Any:
    return model._meta.get_field(name)


def _column(model: type[Model], name: str) -> str:
    return str(_field(model, name).column)


def _named_model(model: type[Model], link: str) -> Any:
    return _field(model, link).related_model


def _value(instance: Model, name: str) -> Any:
    """What a row has in a field; of one the database generates, the expression."""
    field = _field(type(instance), name)
    return field.expression if field.generated else getattr(instance, field.attname)
