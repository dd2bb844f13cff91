"""JSON: the documented contract, member by member."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from archive.models import Evidence, Resolution
from tests import factories as make

pytestmark = pytest.mark.django_db

CONTRACT = (Path(settings.BASE_DIR) / "docs" / "exports.md").read_text()


def _json(client: Client, address: str, *, status: int = 200) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == status
    found: dict[str, Any] = response.json()
    return found


def _path(address: str) -> str:
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc) == ("http", "testserver")
    return f"{parts.path}?{parts.query}".rstrip("?")


def _text_of(fragments: list[dict[str, Any]]) -> str:
    return "".join(one["text"] for one in fragments)


def _hits(fragments: list[dict[str, Any]]) -> list[str]:
    return [one["text"] for one in fragments if one["is_hit"]]


@pytest.fixture
def held() -> Resolution:
    resolution = make.adopted("A/RES/66/164", 2011, title="On impunity")
    make.make_paragraph(make.make_text(resolution), "Ends all impunity;")
    return resolution


@pytest.fixture
def many() -> None:
    for number in range(1, 46):
        make.adopted(f"A/RES/66/{number}", 1970 + number, title="On impunity")


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("view", ["resolutions", "paragraphs"])
def test_the_contract_names_every_member_and_no_other(client: Client, view: str) -> None:
    found = _json(client, f"/search.json?q=impunity&view={view}".replace("&view=resolutions", ""))
    table = CONTRACT.split("| member | holds |")[1].split("\n\n")[0]
    assert list(found) == re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    named = set(re.findall(r"`(\w+)`", CONTRACT.split("## JSON")[1].split("## CSV")[0]))
    assert set(found["results"][0]) <= named
    assert set(found["total"]) | set(found["page"]) | set(found["links"]) <= named


@pytest.mark.usefixtures("held")
def test_a_resolution_has_what_the_page_shows_of_it(client: Client) -> None:
    found = _json(client, "/search.json?q=impunity")
    assert found["version"] == 1
    assert found["total"] == {
        "number": 1,
        "is_exact": True,
        "certainty": "exact",
        "of": "resolutions",
    }
    [result] = found["results"]
    snippets, title = result.pop("snippets"), result.pop("title_fragments")
    assert result == {
        "symbol": "A/RES/66/164",
        "title": "On impunity",
        "url": "http://testserver/A/RES/66/164/",
        "organ": "GA",
        "session": "66",
        "stage": "adopted",
        "adopted_as": None,
        "dated_on": "2011-12-19",
        "date_is_unverified": False,
        "is_held": True,
        "times_recalled": 0,
        "more_places": [],
        "more_count": 0,
    }
    assert (_text_of(title), _hits(title)) == ("On impunity", ["impunity"])
    [snippet] = snippets
    assert (snippet["place"], snippet["anchor"]) == ("op. 1", "op1")
    assert snippet["url"] == "http://testserver/A/RES/66/164/#op1"
    assert _text_of(snippet["fragments"]) == "Ends all impunity;"
    assert _hits(snippet["fragments"]) == ["impunity"]


@pytest.mark.usefixtures("held")
def test_a_paragraph_has_what_the_page_shows_of_it(client: Client) -> None:
    found = _json(client, "/search.json?q=impunity&view=paragraphs")
    assert found["total"]["of"] == "paragraphs"
    [result] = found["results"]
    assert result["symbol"] == "A/RES/66/164"
    assert result["reference"] == (
        "General Assembly resolution 66/164 of 19 December 2011, para. 1"
    )
    assert result["paragraph_url"] == "http://testserver/A/RES/66/164/#op1"
    assert _hits(result["fragments"]) == ["impunity"]


def test_a_draft_and_a_doubt_are_told(client: Client) -> None:
    adopted = make.adopted("A/RES/70/161", 2015, title="Impunity")
    make.make_evidence(adopted, fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    make.make_draft(title="Impunity", adopted_as=adopted)
    results = {one["symbol"]: one for one in _json(client, "/search.json?q=impunity")["results"]}
    draft = results["A/C.3/70/L.46"]
    assert (draft["stage"], draft["adopted_as"]) == ("draft", "A/RES/70/161")
    assert (draft["is_held"], draft["dated_on"]) == (False, None)
    assert results["A/RES/70/161"]["date_is_unverified"]


@pytest.mark.usefixtures("many")
def test_links_lead_through_the_pages_and_back(client: Client) -> None:
    address, seen = "/search.json?q=impunity", []
    while address:
        found = _json(client, address)
        assert _path(found["links"]["self"]) == address
        seen += [one["symbol"] for one in found["results"]]
        previous, address = address, found["links"]["next"] and _path(found["links"]["next"])
    assert len(set(seen)) == len(seen) == found["total"]["number"] == 45
    assert found["page"] == {"number": 3, "count": 3, "results_per_page": 20}
    assert _path(found["links"]["last"]) == previous
    assert _path(found["links"]["first"]) == "/search.json?q=impunity"
    assert _path(found["links"]["prev"]) == "/search.json?q=impunity&page=2"
    assert _json(client, "/search.json?q=impunity")["links"]["prev"] is None


@pytest.mark.usefixtures("many")
def test_links_lead_to_the_page_and_to_every_format(client: Client) -> None:
    links = _json(client, "/search.json?q=impunity&organ=GA&page=2")["links"]
    assert _path(links["html"]) == "/search/?q=impunity&organ=GA&page=2"
    for suffix in ("csv", "atom", "ris", "bib", "csl.json"):
        address = _path(links[suffix.partition(".")[0]])
        assert address == f"/search.{suffix}?q=impunity&organ=GA"
        assert client.get(address).status_code == 200


@pytest.mark.usefixtures("held")
def test_the_link_to_the_page_of_a_symbol_stays_a_search(client: Client) -> None:
    links = _json(client, "/search.json?q=66/164")["links"]
    assert _path(links["html"]) == "/search/?q=66/164&view=resolutions"


@pytest.mark.usefixtures("held")
def test_parameters_are_told_in_their_normal_forms_with_their_defaults(client: Client) -> None:
    address = (
        "/search.json?q=impunity&in=title&in=operative&organ=GA&session=66&from=2010"
        "&to=2011-12-31&opening=call+upon&cites=A/RES/53/144&stage=adopted&held=no&sort=oldest"
    )
    assert _json(client, address)["parameters"] == {
        "q": "impunity",
        "in": ["title", "operative"],
        "view": "resolutions",
        "organ": "GA",
        "session": "66",
        "from": "2010",
        "to": "2011-12-31",
        "opening": ["call upon"],
        "cites": ["A/RES/53/144"],
        "stage": "adopted",
        "held": False,
        "sort": "oldest",
        "page": 1,
    }


@pytest.mark.usefixtures("many")
def test_each_facet_leads_to_a_search_of_its_count(client: Client) -> None:
    make.make_resolution("A/HRC/RES/13/13", title="On impunity")
    facets = {one["name"]: one for one in _json(client, "/search.json?q=impunity")["facets"]}
    counts = {one["label"]: one["count"] for one in facets["organ"]["values"]}
    assert counts == {"General Assembly": 45, "Human Rights Council": 1}
    for facet in facets.values():
        for value in facet["values"]:
            found = _json(client, _path(value["url"]))
            assert found["total"]["number"] == value["count"], value
            assert value["is_exact"]


@pytest.mark.usefixtures("many")
def test_years_are_told_with_their_searches(client: Client) -> None:
    years = _json(client, "/search.json?q=impunity")["years"]
    assert [one["year"] for one in years] == list(range(1971, 2016))
    assert all(one["is_exact"] for one in years)
    assert _json(client, _path(years[7]["url"]))["total"]["number"] == years[7]["count"] == 1


def test_what_is_ignored_is_told(client: Client) -> None:
    make.make_resolution("A/RES/66/164", title="On the impunity")
    assert _json(client, "/search.json?q=the+impunity")["ignored"]


@pytest.mark.usefixtures("held")
def test_where_nothing_is_found_it_says_why_and_what_could_be_sought(client: Client) -> None:
    found = _json(client, "/search.json?q=impunety")
    assert found["results"] == []
    assert found["total"]["number"] == 0
    assert found["problem"]["happened"]
    [correction] = found["corrections"]
    assert (correction["q"], correction["total"]["number"]) == ("impunity", 1)
    assert _json(client, _path(correction["url"]))["total"]["number"] == 1
    [loosened] = _json(client, "/search.json?q=impunity&session=65")["loosened"]
    assert (loosened["dropped"], loosened["total"]["number"]) == ("sixty-fifth session", 1)
    assert _json(client, _path(loosened["url"]))["total"]["number"] == 1


def test_what_is_wrong_is_told_as_a_problem(client: Client) -> None:
    response = client.get("/search.json?q=impunity&organ=UNESCO")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    reason = "“UNESCO” is none of the choices: GA, HRC, CHR, ECOSOC or SC."
    assert response.json() == {
        "type": "about:blank",
        "title": reason,
        "status": 400,
        "detail": "Change it, or leave it out.",
        "errors": [{"parameter": "organ", "detail": reason}],
    }


def test_everything_that_is_wrong_is_told(client: Client) -> None:
    problem = _json(client, "/search.json?q=x&from=yesterday&page=0&colour=red", status=400)
    assert problem["title"] == "Several things in this search cannot be read."
    assert sorted(one["parameter"] for one in problem["errors"]) == ["", "from", "page"]


@pytest.mark.usefixtures("held")
def test_a_page_after_the_last_is_not_found(client: Client) -> None:
    problem = _json(client, "/search.json?q=impunity&page=2", status=404)
    assert problem["title"].startswith("There is no page 2")
    assert problem["errors"] == []


def test_letters_beyond_ascii_are_themselves(client: Client) -> None:
    make.make_resolution("A/RES/66/164", title="Défenseurs, “х”")
    assert "Défenseurs, “х”".encode() in client.get("/search.json?q=defenseurs").content
