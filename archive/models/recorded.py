"""Recorded models: every state of a row is kept, with who made it, when and why."""

from collections.abc import Sequence

from django.db import models
from simple_history.models import HistoricalRecords


def recorded(*left_out: str, unasked: Sequence[str] = ()) -> HistoricalRecords:
    """The history of a model, but for columns that follow from others.

    States are looked for by the row and by the text they are of; ``unasked`` are the other columns
    that have an index in the model, and need none here.

    Rows saved one by one are recorded by the library; archive/ingest/history.py records those that
    are written many at once.
    """
    return HistoricalRecords(
        excluded_fields=list(left_out),
        history_change_reason_field=models.TextField(null=True),
        no_db_index=list(unasked),
    )
