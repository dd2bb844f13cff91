"""What kind of value a JSON column holds, as PostgreSQL tells it, for constraints."""

from typing import Any

from django.db import models
from django.db.models import F, Func, Value
from django.db.models.lookups import Exact


class JsonType(Func):
    """The kind of a JSON value: an array, an object, a string."""

    function = "jsonb_typeof"
    output_field: Any = models.CharField()


def is_array(column: str) -> "Exact[Any]":
    """That a column holds an array."""
    return Exact(JsonType(F(column)), Value("array"))


def is_object(column: str) -> "Exact[Any]":
    """That a column holds an object."""
    return Exact(JsonType(F(column)), Value("object"))
