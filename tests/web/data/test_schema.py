"""The schema describes what the JSON of a resolution has, all of it and nothing else."""

from typing import Any

import pytest
from django.test import Client

from archive.models import Paragraph
from archive.web.api.shapes.resolution import ResolutionMembers
from archive.web.data.schema import resolution_schema
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def members(client: Client) -> dict[str, Any]:
    """The JSON of a resolution that has one of everything."""
    resolution = make.adopted("A/RES/66/164", 2011, adoption_method="without_vote")
    make.make_evidence(resolution)
    text = make.make_text(resolution)
    first = make.make_paragraph(
        text, "Recalling resolution 53/144,", kind=Paragraph.Kind.PREAMBULAR
    )
    make.make_citation(first, "resolution 53/144", make.adopted("A/RES/53/144", 1998))
    make.make_footnote(first, "See the annex.")
    make.make_paragraph(text, "One Two", rows=[[[0, 3], [4, 7]]])
    members: dict[str, Any] = client.get("/A/RES/66/164.json").json()
    return members


def test_the_json_has_every_member_and_no_other(members: dict[str, Any]) -> None:
    described = resolution_schema("https://archive.example/schema")
    assert set(members) == set(described["properties"]) == set(described["required"])
    read = ResolutionMembers.model_validate(members | {"api_url": ""})
    assert read.symbol == "A/RES/66/164"


def test_the_schema_is_given_at_its_own_address(client: Client) -> None:
    response = client.get("/data/resolution.schema.json")
    assert response["Content-Type"] == "application/schema+json"
    assert response.json()["$id"] == "http://testserver/data/resolution.schema.json"
    assert "api_url" not in response.json()["properties"]
