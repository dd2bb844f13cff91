"""Recorded models: every state of a row is kept, with who made it, when and why."""

from django.db import models
from simple_history.models import HistoricalRecords


def recorded(*left_out: str) -> HistoricalRecords:
    """The history of a model, but for columns that follow from others.

    Rows saved one by one are recorded by the library; archive/ingest/history.py records those that
    are written many at once.
    """
    return HistoricalRecords(
        excluded_fields=list(left_out),
        history_change_reason_field=models.TextField(null=True),
    )
