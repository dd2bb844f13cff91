"""Files of a resolution: the address of its page with a suffix."""

from http import HTTPStatus

import pytest
from django.test import Client

from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_suffix_gives_the_same_resolution_as_json(client: Client) -> None:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    make.make_paragraph(text, "Calls upon all States;", opening="Calls upon")
    response = client.get("/A/RES/66/164.json")
    assert response.status_code == HTTPStatus.OK
    members = response.json()
    assert members["symbol"] == "A/RES/66/164"
    assert [one["wording"] for one in members["paragraphs"]] == ["Calls upon all States;"]
