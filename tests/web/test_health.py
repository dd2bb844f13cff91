"""The health check says ok while the tables can be read, and is never kept in a cache."""

import pytest
from django.db import OperationalError, ProgrammingError
from django.test import Client

from archive.models.resolution_questions import ResolutionQuerySet

pytestmark = pytest.mark.django_db


def test_ok_while_the_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response["Content-Type"].startswith("text/plain")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("fault", [OperationalError("refused"), ProgrammingError("no such table")])
def test_503_when_it_does_not(
    client: Client, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fail(_: object) -> bool:
        raise fault

    monkeypatch.setattr(ResolutionQuerySet, "exists", fail)
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (503, b"the database does not answer\n")
    assert "no-store" in response["Cache-Control"]
