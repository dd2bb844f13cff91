"""The tables of the history have the indexes that they are asked by, and no others."""

import pytest
from django.db import connection
from django.db.models import Model

from archive.ingest.publishing.history import history_of
from archive.models import (
    Citation,
    Footnote,
    Membership,
    OpeningStrength,
    Paragraph,
    ParagraphPairing,
    Resolution,
    Series,
    Text,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "asked_by"),
    [
        (Resolution, {"id", "history_user_id"}),
        (Text, {"id", "history_user_id"}),
        *(
            (one, {"id", "history_user_id"})
            for one in (OpeningStrength, Series, Membership, ParagraphPairing)
        ),
        *((one, {"id", "text_id", "history_user_id"}) for one in (Paragraph, Footnote, Citation)),
    ],
)
def test_states_are_found_by_what_they_are_of_and_by_who_made_them(
    model: type[Model], asked_by: set[str]
) -> None:
    table = history_of(model).model._meta.db_table
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, table).values()
    columns = {tuple(one["columns"]) for one in known if one["index"] and not one["primary_key"]}
    assert columns == {(column,) for column in asked_by}
