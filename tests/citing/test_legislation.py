"""A page is a node of schema.org’s Legislation, and says what it cites."""

from dataclasses import replace

import pytest

from archive.citing.cited import Cited
from archive.citing.legislation import Mention, legislation
from tests.citing.cases import HOST, cited, defenders, draft

ORGAN = {"@type": "Organization", "name": "United Nations General Assembly"}
CITATIONS = (
    Mention(symbol="A/RES/53/144", title="Declaration", url=f"{HOST}/A/RES/53/144/"),
    Mention(symbol="A/66/203", is_act=False),
)


def test_a_resolution_is_legislation_with_who_passed_it_and_what_it_cites() -> None:
    assert legislation(defenders(), citations=CITATIONS) == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": f"{HOST}/A/RES/66/164/",
        "url": f"{HOST}/A/RES/66/164/",
        "name": defenders().title,
        "alternateName": "General Assembly resolution 66/164",
        "legislationIdentifier": "A/RES/66/164",
        "legislationType": "Resolution",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "United Nations"},
        "legislationDate": "2011-12-19",
        "legislationPassedBy": ORGAN,
        "citation": [
            {
                "@type": "Legislation",
                "@id": f"{HOST}/A/RES/53/144/",
                "url": f"{HOST}/A/RES/53/144/",
                "legislationIdentifier": "A/RES/53/144",
                "name": "Declaration",
            },
            {"@type": "CreativeWork", "identifier": "A/66/203"},
        ],
    }


def test_a_draft_was_passed_by_nobody() -> None:
    found = legislation(draft())
    assert found["creativeWorkStatus"] == "Draft"
    assert found["datePublished"] == "2015-11-06"
    assert found["sourceOrganization"] == ORGAN
    assert not {"legislationDate", "legislationPassedBy"} & set(found)


def test_a_place_is_part_of_the_whole() -> None:
    address = f"{HOST}/A/RES/66/164/op10/"
    found = legislation(
        defenders(anchor="op10", label="10.", wording="To act;", place_url=address),
        citations=CITATIONS[1:],
    )
    whole = found.pop("isPartOf")
    assert found == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": address,
        "url": address,
        "name": "General Assembly resolution 66/164, para. 10",
        "text": "To act;",
        "inLanguage": "en",
        "citation": [{"@type": "CreativeWork", "identifier": "A/66/203"}],
    }
    assert whole["@id"] == f"{HOST}/A/RES/66/164/"


@pytest.mark.parametrize(
    ("what", "name"), [(defenders(), "legislationDate"), (draft(), "datePublished")]
)
def test_a_date_that_nobody_has_checked_is_not_given_as_a_fact(what: Cited, name: str) -> None:
    assert name in legislation(what)
    unverified = replace(what, date_is_unverified=True)
    place = replace(unverified, anchor="op1", place_url=f"{what.url}op1/")
    assert name not in legislation(unverified)
    assert name not in legislation(place)["isPartOf"]


def test_what_is_not_known_is_left_out() -> None:
    found = legislation(cited("S/RES/1325(2000)"))
    assert found["name"] == "Security Council resolution 1325 (2000)"
    assert not {"alternateName", "legislationDate", "citation"} & set(found)
