"""The file a text is from, as it was received."""

from base64 import b64encode
from hashlib import sha256
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Text
from tests import factories as make

pytestmark = pytest.mark.django_db

CONTENT = b"\xff\x00 <script>alert(1)</script>"
ADDRESS = "/A/RES/66/164/source"


@pytest.fixture
def text() -> Text:
    """A text from a page that somebody sent."""
    file = make.make_source_file(CONTENT, name="A “page”.html", media_type="text/html")
    return make.make_text(make.adopted("A/RES/66/164", 2011), source_file=file)


def _content(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def test_it_is_given_byte_for_byte_with_its_media_type_and_name(client: Client, text: Text) -> None:
    response = client.get(ADDRESS)
    assert _content(response) == CONTENT
    assert response["Content-Length"] == str(len(CONTENT))
    assert response["Content-Type"] == "text/html"
    assert "filename*=utf-8''A%20%E2%80%9Cpage%E2%80%9D.html" in response["Content-Disposition"]


def test_it_is_not_compressed_on_its_way(client: Client) -> None:
    content = b"Calls upon all States. " * 99
    file = make.make_source_file(content, name="two\nlines.txt\n")
    make.make_text(make.adopted("A/RES/66/164", 2011), source_file=file)
    response = client.get(ADDRESS, headers={"accept-encoding": "gzip"})
    assert _content(response) == content
    assert response["Content-Length"] == str(len(content))
    assert not response.has_header("Content-Encoding")
    assert response["Content-Disposition"] == 'attachment; filename="two_lines.txt_"'


def test_nothing_in_it_runs(client: Client, text: Text) -> None:
    response = client.get(ADDRESS)
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_its_digest_is_told(client: Client, text: Text) -> None:
    digest = b64encode(sha256(CONTENT).digest()).decode()
    assert client.get(ADDRESS)["Repr-Digest"] == f"sha-256=:{digest}:"


def test_it_takes_two_queries(
    client: Client, text: Text, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        client.get(ADDRESS)


def test_a_translation_has_a_file_of_its_own(client: Client, text: Text) -> None:
    make.make_text(text.resolution, language="fr", source_file=make.make_source_file(b"mots"))
    assert _content(client.get(f"{ADDRESS}?lang=fr")) == b"mots"


def test_another_spelling_leads_to_the_one_address(client: Client, text: Text) -> None:
    response = client.get("/a/res/66/164/source?lang=fr")
    assert (response.status_code, response["Location"]) == (301, f"{ADDRESS}?lang=fr")


def test_what_is_only_cited_has_no_file(client: Client) -> None:
    make.make_resolution("A/RES/53/144")
    response = client.get("/A/RES/53/144/source")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "holds no text of A/RES/53/144" in response.content.decode()


def test_what_the_archive_does_not_know_has_no_file(client: Client) -> None:
    assert client.get("/A/RES/1/1/source").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?lang=fr"])
def test_the_files_of_a_withdrawn_text_are_gone(client: Client, text: Text, address: str) -> None:
    make.make_text(text.resolution, language="fr", source_file=make.make_source_file(b"mots"))
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    response = client.get(address)
    assert response.status_code == HTTPStatus.GONE
    assert "A person is named in it." in response.content.decode()
