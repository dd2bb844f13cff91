"""The indexes that answer a search, exclusions among it."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("index", ["card_keys", "paragraph_search", "footnote_search"])
def test_what_is_excluded_is_known_with_the_rest_of_its_row(index: str) -> None:
    """With entries to come, a row's keys become known one by one, and "!" finds it meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = %s", [index])
        assert "fastupdate=off" in (cursor.fetchone()[0] or [])
