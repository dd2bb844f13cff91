"""Two texts compared, for programs: the same as the file, and problems as the API tells them."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client

from archive.models import Resolution
from tests.web.compare.conftest import NEWER, OLDER, texts  # noqa: F401 a fixture

pytestmark = pytest.mark.django_db

ADDRESS = f"/api/v1/comparison?from={OLDER}&to={NEWER}"
Rows = Mapping[str, Resolution]


def _refused(client: Client, query: str, *, status: int) -> dict[str, Any]:
    response = client.get(f"/api/v1/comparison{query}")
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    told: dict[str, Any] = response.json()
    return told


def test_a_comparison_is_what_its_file_has(client: Client, texts: Rows) -> None:  # noqa: F811
    file = client.get(f"/compare.json?from={OLDER}&to={NEWER}").json()
    assert client.get(ADDRESS).json() == file
    assert client.get("/api/v1/comparison?from=62/152&to=66/164").json() == file


def test_what_is_missing_or_meant_twice_is_a_problem(client: Client, texts: Rows) -> None:  # noqa: F811
    told = _refused(client, f"?from={OLDER}", status=400)
    assert told["errors"] == [{"parameter": "to", "detail": "It is not given, and is needed."}]
    told = _refused(client, f"?from={OLDER}&to={OLDER}", status=400)
    assert told["errors"][0]["parameter"] == "to"
    assert "Two different texts are compared" in told["title"]


def test_what_is_not_held_is_a_problem(client: Client, texts: Rows) -> None:  # noqa: F811
    told = _refused(client, f"?from={OLDER}&to=A/RES/70/161", status=404)
    assert "holds no text of A/RES/70/161" in told["title"]
