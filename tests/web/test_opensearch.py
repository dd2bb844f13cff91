"""The description of the archive's search, as OpenSearch 1.1 has it."""

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client, override_settings
from lxml import etree

from tests import factories as make
from tests.web.markup import markup

pytestmark = pytest.mark.django_db

_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_ELEMENTS = {
    "ShortName",
    "LongName",
    "Description",
    "Tags",
    "Contact",
    "Url",
    "Image",
    "Query",
    "Language",
    "OutputEncoding",
    "InputEncoding",
}
#: How often each element may stand, and how many signs it may have at most, by the specification.
_ONCE = {"ShortName": 16, "LongName": 48, "Description": 1024, "Tags": 256}


def _description(client: Client) -> etree._Element:
    response = client.get("/opensearch.xml")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    return etree.fromstring(response.content)


def _children(description: etree._Element, name: str) -> list[etree._Element]:
    return description.findall(f"{{{_NAMESPACE}}}{name}")


def _templates(client: Client) -> dict[str, str]:
    urls = _children(_description(client), "Url")
    return {str(url.get("type")): str(url.get("template")) for url in urls}


def test_it_has_the_elements_that_the_specification_knows_and_no_others(client: Client) -> None:
    description = _description(client)
    assert description.tag == f"{{{_NAMESPACE}}}OpenSearchDescription"
    assert {etree.QName(child).namespace for child in description} == {_NAMESPACE}
    assert {etree.QName(child).localname for child in description} <= _ELEMENTS


@pytest.mark.parametrize(("name", "most"), _ONCE.items())
def test_names_stand_once_are_plain_and_not_too_long(client: Client, name: str, most: int) -> None:
    [element] = _children(_description(client), name)
    assert 0 < len(element.text or "") <= most
    assert not len(element)


def test_each_address_is_absolute_and_takes_the_words_sought(client: Client) -> None:
    urls = _children(_description(client), "Url")
    assert len(urls) == 4
    for url in urls:
        template = str(url.get("template"))
        assert urlsplit(template)[:2] == ("http", "testserver")
        names = re.findall(r"{([^}]*)}", template)
        assert names == ([] if url.get("rel") == "self" else ["searchTerms"])


@pytest.mark.parametrize(
    ("media_type", "rel"),
    [
        ("text/html", None),
        ("application/atom+xml", None),
        ("application/x-suggestions+json", "suggestions"),
        ("application/opensearchdescription+xml", "self"),
    ],
)
def test_what_an_address_answers_is_of_the_type_it_names(
    client: Client, media_type: str, rel: str | None
) -> None:
    make.make_paragraph(make.make_text(), "Condemns impunity;")
    [url] = [url for url in _children(_description(client), "Url") if url.get("type") == media_type]
    response = client.get(str(url.get("template")).replace("{searchTerms}", "impunity"))
    assert response.status_code == 200
    assert response["Content-Type"].split(";")[0] == media_type
    assert url.get("rel") == rel


def test_the_example_is_a_search(client: Client) -> None:
    [example] = _children(_description(client), "Query")
    assert example.get("role") == "example"
    words = str(example.get("searchTerms"))
    template = _templates(client)["text/html"]
    assert client.get(template.replace("{searchTerms}", words)).status_code == 200


@override_settings(CONTACT_ADDRESS="archive@example.org")
def test_it_names_whom_to_write_to_where_there_is_somebody(client: Client) -> None:
    [contact] = _children(_description(client), "Contact")
    assert contact.text == "archive@example.org"


def test_it_names_nobody_where_there_is_nobody(client: Client) -> None:
    assert _children(_description(client), "Contact") == []


def test_the_icon_is_there(client: Client) -> None:
    [image] = _children(_description(client), "Image")
    assert image.text == "http://testserver/static/icon.svg"
    assert (image.get("type"), image.get("height")) == ("image/svg+xml", "16")


@pytest.mark.parametrize("address", ["/", "/search/", "/A/RES/66/164/", "/nothing"])
def test_every_page_leads_browsers_to_it(client: Client, address: str) -> None:
    make.make_text(make.make_resolution("A/RES/66/164"))
    page = markup(client.get(address).content)
    link = page.one("head").one("link", rel="search").attributes
    assert link["type"] == "application/opensearchdescription+xml"
    assert link["title"]
    assert client.get(link["href"]).status_code == 200


def test_it_is_kept_for_a_day_and_takes_no_query(client: Client) -> None:
    assert client.get("/opensearch.xml")["Cache-Control"] == "public, max-age=86400"
