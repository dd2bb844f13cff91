"""The API described: to programs by OpenAPI, to people by a page, and in docs."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from archive.web.api.openapi import document
from archive.web.api.types_in_words import TypeInWords, type_in_words
from tests import factories as make
from tests.web.markup import markup

pytestmark = pytest.mark.django_db

CONTRACT = (Path(settings.BASE_DIR) / "docs" / "formats" / "api.md").read_text()
CELL = {"$ref": "#/components/schemas/Cell"}
OPERATIONS: dict[str, Any] = {
    address: methods["get"] for address, methods in document()["paths"].items()
}


def _references(described: Any) -> Iterator[str]:
    """The names of shapes that any part of a description refers to."""
    return iter(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(described)))


def test_programs_read_the_description_as_openapi(client: Client) -> None:
    response = client.get("/api/openapi.json")
    assert response["Content-Type"] == "application/json"
    described = response.json()
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == set(OPERATIONS)
    assert "United Nations’ own" in described["info"]["description"]


def test_every_shape_that_is_referred_to_is_described_and_no_other() -> None:
    assert set(_references(document())) == set(document()["components"]["schemas"])


def test_operations_have_one_name_each_and_are_for_reading() -> None:
    names = [one["operationId"] for one in OPERATIONS.values()]
    assert len(set(names)) == len(names)
    assert all(set(methods) == {"get"} for methods in document()["paths"].values())


@pytest.mark.parametrize("address", OPERATIONS)
def test_every_parameter_says_what_it_is(address: str) -> None:
    for one in OPERATIONS[address]["parameters"]:
        assert one["description"], one["name"]
        is_needed = one["in"] == "path" or address.endswith("/comparison")
        is_needed |= address.endswith("/language") and one["name"] == "q"
        assert one["required"] is is_needed
        assert "default" not in one["schema"] or one["schema"]["default"]


@pytest.mark.parametrize("address", OPERATIONS)
def test_what_is_wrong_is_described_as_a_problem(address: str) -> None:
    for status, answer in OPERATIONS[address]["responses"].items():
        types = list(answer.get("content", {}))
        wanted = {"2": ["application/json"], "3": []}.get(status[0], ["application/problem+json"])
        assert types == wanted, status
        assert answer["description"]


def test_the_document_names_every_address_parameter_and_member() -> None:
    named = set(re.findall(r"`([\w/.]+)`", CONTRACT))
    for address, one in OPERATIONS.items():
        assert re.sub(r"/\{\w+\}", "", address) in named
        if not address.endswith("/search"):
            parameters = {two["name"] for two in one["parameters"] if two["in"] == "query"}
            assert parameters <= named, address
    shapes = document()["components"]["schemas"]
    assert set(shapes["ResolutionSummary"]["properties"]) <= named


def test_the_page_tells_people_all_that_programs_are_told(client: Client) -> None:
    response = client.get("/api/")
    page = markup(response.content)
    words = page.words
    for address, one in OPERATIONS.items():
        assert address in words
        assert all(two["name"] in words for two in one["parameters"])
    for name, shape in document()["components"]["schemas"].items():
        assert name in words
        assert all(member in words for member in shape["properties"])


def test_the_examples_on_the_page_answer(client: Client) -> None:
    for symbol, year in (("A/RES/62/152", 2007), ("A/RES/66/164", 2011)):
        text = make.make_text(make.adopted(symbol, year))
        for _number in range(5):
            make.make_paragraph(text, "Calls upon all States to act;")
    examples = re.findall(r'<a href="(/api/v1/[^"]*)">', client.get("/api/").content.decode())
    assert len(examples) == len(OPERATIONS)
    assert [client.get(unescape(one)).status_code for one in examples] == [200] * len(examples)


@pytest.mark.parametrize(
    ("schema", "words", "shapes"),
    [
        ({"type": "string"}, "words", ()),
        ({"type": "string", "format": "date"}, "day", ()),
        ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "number or null", ()),
        ({"enum": ["yes", "no"], "type": "string"}, "“yes” or “no”", ()),
        ({"const": "a"}, "“a”", ()),
        (
            {"type": "array", "items": {"$ref": "#/components/schemas/Cell"}},
            "list: object",
            ("Cell",),
        ),
        ({"type": "object", "additionalProperties": CELL}, "object", ("Cell",)),
        ({}, "any value", ()),
    ],
)
def test_types_are_said_in_words(
    schema: dict[str, Any], words: str, shapes: tuple[str, ...]
) -> None:
    assert type_in_words(schema) == TypeInWords(words=words, shapes=shapes)
