"""A database that would search wrongly says so before texts are put into it."""

from collections.abc import Iterator

import pytest
from django.core.checks import Tags, run_checks
from django.db import connection

from archive.search.checks import words_are_told_from_signs

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def database_without_letters() -> Iterator[None]:
    """A connection to a database for which every sign beyond ASCII is a letter."""
    usual = connection.settings_dict["NAME"]
    name = f"{usual}_c"[:63]
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(
            f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' "
            "LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc"
        )
    _connect_to(name)
    yield
    _connect_to(usual)
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}"')


def _connect_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def test_a_database_that_knows_its_letters_passes() -> None:
    assert words_are_told_from_signs(databases=["default"]) == []


def test_no_database_is_asked_where_none_is_named() -> None:
    assert words_are_told_from_signs(databases=None) == []


@pytest.mark.usefixtures("database_without_letters")
def test_a_database_that_takes_quotation_marks_for_letters_is_warned_of() -> None:
    (warning,) = run_checks(tags=[Tags.database], databases=["default"])
    assert warning.id == "archive.W001"
    assert "LC_CTYPE 'C.UTF-8'" in str(warning.hint)
