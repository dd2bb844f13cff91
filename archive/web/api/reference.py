"""The reference: ``/api/``, the description of the API as a page for people.

Everything on it follows from what programs read at ``/api/openapi.json``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from archive.web.api.openapi import document
from archive.web.api.types_in_words import TypeInWords, type_in_words
from archive.web.freshness import fresh_for_a_day
from archive.web.one_address import reads_only


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What can be asked: its type, and how it is written."""

    name: str
    type: TypeInWords
    description: str
    usual: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An address and what it answers; ``example`` is one with its parameters filled in."""

    name: str
    address: str
    summary: str
    example: str
    parameters: tuple[Parameter, ...]
    answer: TypeInWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of an object."""

    name: str
    type: TypeInWords
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeTable:
    """An object by its name, with its members."""

    name: str
    members: tuple[Member, ...]


@require_safe
@reads_only()
@fresh_for_a_day
def reference(request: HttpRequest) -> HttpResponse:
    """The page."""
    described = document()
    context = {
        "operations": tuple(_operations(described)),
        "shapes": tuple(_shapes(described)),
        "canonical_url": request.build_absolute_uri(request.path),
    }
    return render(request, "api/api.html", context)


def _operations(described: dict[str, Any]) -> Iterator[Operation]:
    for address, methods in described["paths"].items():
        told = methods["get"]
        [answer] = told["responses"]["200"]["content"].values()
        yield Operation(
            name=told["operationId"],
            address=address,
            summary=gettext(told["summary"]),
            example=_example(address, told["parameters"]),
            parameters=tuple(map(_parameter, told["parameters"])),
            answer=type_in_words(answer["schema"]),
        )


def _example(address: str, parameters: list[dict[str, Any]]) -> str:
    """An address that answers something: of a path with its example, of a list with none."""
    for one in parameters:
        if one["in"] == "path":
            address = address.replace(f"{{{one['name']}}}", one["example"])
    needed = {
        one["name"]: one["example"]
        for one in parameters
        if one["required"] and one["in"] == "query"
    }
    if needed:
        return f"{address}?{urlencode(needed, safe='/')}"
    return f"{address}?q=impunity" if address.endswith("/search") else address


def _parameter(told: dict[str, Any]) -> Parameter:
    return Parameter(
        name=told["name"],
        type=type_in_words(told["schema"]),
        description=gettext(told.get("description", "")),
        usual=str(told["schema"].get("default", "")),
        example="" if "enum" in told["schema"] else str(told.get("example", "")),
    )


def _shapes(described: dict[str, Any]) -> Iterator[ShapeTable]:
    for name, told in described["components"]["schemas"].items():
        members = told["properties"].items()
        yield ShapeTable(
            name=name,
            members=tuple(
                Member(
                    name=member,
                    type=type_in_words(schema),
                    description=gettext(schema.get("description", "")),
                )
                for member, schema in members
            ),
        )
