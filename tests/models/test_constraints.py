"""Every rule about a row is a named constraint, and the database refuses a row that breaks it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import BaseConstraint, CheckConstraint, Field, Model, Q, UniqueConstraint

from tests import factories as make
from tests.models.broken_rows import BROKEN as BROKEN_ROWS
from tests.models.broken_rows import footnote, paragraph
from tests.models.broken_series import BROKEN_SERIES

if TYPE_CHECKING:
    AnyField = Field[Any, Any]
else:
    AnyField = Field

pytestmark = pytest.mark.django_db

BROKEN = {**BROKEN_ROWS, **BROKEN_SERIES}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_database_refuses_a_row_that_breaks(name: str) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic(), _checked_at_the_end():
        BROKEN[name]()


@contextmanager
def _checked_at_the_end() -> Iterator[None]:
    """What is checked when a transaction ends is checked here, though the test's goes on."""
    yield
    connection.check_constraints()


def _models() -> Iterator[type[Model]]:
    """Those of the archive; not those that keep the past states of their rows."""
    models = apps.get_app_config("archive").get_models()
    yield from (one for one in models if not hasattr(one, "instance_type"))


def _is_only_referred_to(constraint: BaseConstraint) -> bool:
    """Whether it is a key for others to refer to; one with ``id`` in it forbids no row."""
    return isinstance(constraint, UniqueConstraint) and "id" in constraint.fields


def _is_an_index(constraint: BaseConstraint) -> bool:
    """Whether PostgreSQL keeps it as an index: a rule of some rows that no two have the same."""
    return isinstance(constraint, UniqueConstraint) and constraint.condition is not None


def _constraints() -> Iterator[BaseConstraint]:
    for model in _models():
        yield from model._meta.constraints


def test_every_constraint_of_every_model_is_tried() -> None:
    rules = (one for one in _constraints() if not _is_only_referred_to(one))
    assert {one.name for one in rules} == set(BROKEN)


def test_the_database_has_no_constraint_but_those_of_the_models() -> None:
    tables = [model._meta.db_table for model in _models()]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT conname FROM pg_constraint JOIN pg_class AS of ON of.oid = conrelid
            WHERE relname = ANY(%s) AND NOT starts_with(conname, left(relname, 20))
            """,
            [tables],
        )
        found = sorted(name for (name,) in cursor.fetchall())
    assert found == sorted(one.name for one in _constraints() if not _is_an_index(one))


def _fields_with_choices() -> Iterator[AnyField]:
    for model in _models():
        yield from (one for one in model._meta.fields if one.choices)


def _known_values(field: AnyField) -> list[set[str]]:
    """What the constraints list as the values of a field."""
    checks = (one for one in field.model._meta.constraints if isinstance(one, CheckConstraint))
    conditions = (one.condition for one in checks if isinstance(one.condition, Q))
    lookups = (child for one in conditions for child in one.children if isinstance(child, tuple))
    return [set(values) for lookup, values in lookups if lookup == f"{field.name}__in"]


@pytest.mark.parametrize("field", list(_fields_with_choices()), ids=str)
def test_the_database_knows_the_values_a_field_can_have(field: AnyField) -> None:
    values = {value for value, _ in field.flatchoices}
    assert _known_values(field) == [values | {""} if field.blank else values]


def test_two_source_files_never_have_the_same_bytes() -> None:
    make.make_source_file(b"the same words")
    with pytest.raises(IntegrityError, match="sha256"), transaction.atomic():
        make.make_source_file(b"the same words")


def test_a_symbol_names_one_resolution() -> None:
    make.make_resolution("A/RES/66/164")
    with pytest.raises(IntegrityError, match="symbol"), transaction.atomic():
        make.make_resolution("A/RES/66/164")


def test_operative_words_that_introduce_numbered_ones_are_kept_without_a_number() -> None:
    assert paragraph(number=None, anchor="part-2-introduction1").pk


@pytest.mark.parametrize("sign", ["1", "a", "iv", "*", "**", "†", "‡", "§"])
def test_a_note_may_be_marked_by_a_figure_a_letter_or_a_sign(sign: str) -> None:
    assert footnote(number=sign).number == sign
