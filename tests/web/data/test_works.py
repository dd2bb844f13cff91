"""Addresses of Akoma Ntoso lead to pages and files."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from archive.data.akoma_ntoso.work_addresses import WorkAddress
from archive.models import Resolution
from archive.parsing.symbols import Symbol
from tests import factories as make

pytestmark = pytest.mark.django_db

WORK = "/akn/un/statement/deliberation/unga/2011-12-19/66-164"


@pytest.fixture(autouse=True)
def resolution() -> Resolution:
    """Of a day that is known."""
    return make.make_resolution("A/RES/66/164", adopted_on="2011-12-19")


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        (WORK, "/A/RES/66/164/"),
        (f"{WORK}/", "/A/RES/66/164/"),
        (f"{WORK}.xml", "/A/RES/66/164.xml"),
        (f"{WORK}/eng@.xml", "/A/RES/66/164.xml"),
        (f"{WORK}/fra@", "/A/RES/66/164/?lang=fr"),
        (f"{WORK}/fra@/!main.json", "/A/RES/66/164.json?lang=fr"),
        (f"{WORK}/eng@/!main~para_10__point_a", "/A/RES/66/164/#op10-a"),
        (f"{WORK}/!annex", "/A/RES/66/164/#annex"),
        (f"{WORK}/eng@/!annex_2", "/A/RES/66/164/#annex-2"),
        (f"{WORK}/eng@!main/annex", "/A/RES/66/164/#annex"),
        (f"{WORK}/eng@/!annex.xml", "/A/RES/66/164.xml"),
        (f"{WORK}/eng@!main/", "/A/RES/66/164/"),
        (WORK.replace("2011-12-19", "0001-01-01"), "/A/RES/66/164/"),
    ],
)
def test_an_address_leads_to_what_it_names(client: Client, asked: str, address: str) -> None:
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, address)


def test_the_addresses_of_annexes_in_a_file_lead_to_their_headings(
    client: Client, resolution: Resolution
) -> None:
    text = make.make_text(resolution)
    make.make_paragraph(text, "Adopts the annexed Rules.")
    for anchor in ("annex-1", "annex-2"):
        make.make_paragraph(text, "Annex", kind="heading", anchor=anchor, number=None)
        make.make_paragraph(text, "Act.", kind="annex", anchor=f"{anchor}-op1")
    file = etree.fromstring(client.get("/A/RES/66/164.xml").content)
    told = [one.attrib["value"] for one in file.iterfind(".//{*}attachment//{*}FRBRthis")]
    assert len(told) == 6
    page = client.get("/A/RES/66/164/").content.decode()
    for address in told:
        path, _, anchor = client.get(address.removesuffix(".xml"))["Location"].partition("#")
        assert (path, f'id="{anchor}"' in page) == ("/A/RES/66/164/", True)
        assert f"!{anchor.replace('-', '_')}" in address


def test_an_act_of_another_day_is_another_work(client: Client) -> None:
    response = client.get(WORK.replace("2011-12-19", "2011-12-20"))
    assert response.status_code == HTTPStatus.NOT_FOUND
    told = response.content.decode()
    assert "A/RES/66/164 as of 19 December 2011, and no act of that number of 20" in told
    assert WORK in told


def test_what_the_archive_does_not_know_is_said(client: Client) -> None:
    response = client.get(WORK.replace("66-164", "66-165"))
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "does not know A/RES/66/165" in response.content.decode()


def test_a_draft_is_found_by_the_day_it_was_distributed(client: Client) -> None:
    make.make_draft("A/C.3/70/L.46", distributed_on="2015-11-04")
    response = client.get("/akn/un/statement/draft/unga/2015-11-04/A-C.3-70-L.46.txt")
    assert response["Location"] == "/A/C.3/70/L.46.txt"


def test_what_no_act_can_have_is_no_address(client: Client) -> None:
    assert client.get("/akn/un/statement/poem/unga/2011-12-19/1-2").status_code == 404


def test_a_view_knows_the_address_of_a_work(resolution: Resolution) -> None:
    named = WorkAddress(symbol=Symbol.read("A/RES/66/164"), day=None)
    assert reverse("work", args=[named]) == WORK.replace("2011-12-19", "0001-01-01")
