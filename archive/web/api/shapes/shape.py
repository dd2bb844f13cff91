"""Shape: what every description of an answer's members has in common."""

from typing import Any

from ninja import Schema
from pydantic import ConfigDict


def _without_titles(schema: dict[str, Any]) -> None:
    """Take away the titles that are made of names, and say nothing else."""
    for described in schema.get("properties", {}).values():
        described.pop("title", None)


class Shape(Schema):
    """The members of an object: all of them, and no others."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra=_without_titles, populate_by_name=True
    )
