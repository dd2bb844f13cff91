"""Values of columns in words."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import ForeignKey

from archive.parsing.dates import date_in_words


def told(field: Any, value: Any, *, named: Mapping[tuple[str, int], str]) -> str:
    """A value of a column as people read it; nothing where there is none.

    ``named`` are the rows that keys lead to, by column and key.
    """
    if value in (None, "", [], {}):
        return ""
    if isinstance(field, ForeignKey):
        return named.get((field.name, value), "one that is gone")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{date_in_words(value.date())}, {value:%H:%M} UTC"
    if isinstance(value, date):
        return date_in_words(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
