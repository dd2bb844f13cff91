"""What readers of comparable sites complain of in links, exports and facets, tried over HTTP."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from tests.web.searching import archive, counted, facet_lines, found, visited  # noqa: F401 a fixture

pytestmark = pytest.mark.django_db

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
HELD = "/A/RES/66/164/"
#: How many entries a file has, by its media type.
_ENTRIES: dict[str, Callable[[str], int]] = {
    "text/csv": lambda body: len(body.strip().splitlines()) - 1,
    "application/atom+xml": lambda body: body.count("<entry>"),
    "application/x-research-info-systems": lambda body: body.count("TY  - "),
    "application/x-bibtex": lambda body: len(re.findall(r"^@(?!comment)", body, re.MULTILINE)),
    "application/vnd.citationstyles.csl+json": lambda body: len(json.loads(body)),
}


# -- Linked citations that are wrong; citations that never link ---------------------------------


@pytest.mark.usefixtures("archive")
def test_a_citation_that_leads_nowhere_is_no_link_and_says_so(client: Client) -> None:
    paragraph = visited(client, HELD).one("div", id="pp1")
    assert "E/CN.4/2001/94 (no page here)" in paragraph.words
    links = paragraph.one("p").every("a") + paragraph.every("a", class_="place")
    addresses = {link.attributes["href"] for link in links}
    assert addresses == {"#pp1", "/A/RES/53/144/", "/A/RES/2200A(XXI)/"}
    assert all(client.get(at).status_code == 200 for at in addresses if at.startswith("/"))


def test_a_citation_links_to_the_text_that_arrives_later(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    def links() -> str:
        page = visited(client, "/A/C.3/70/L.46/")
        return " ".join(link.words for link in page.every("a", href=HELD))

    manifest = FIXTURES / "manifest.toml"
    call_command("ingest", FIXTURES / "002_6c4a68e8a7cd0e6b.txt", jobs=1, manifest=manifest)
    assert "(not held)" in links()
    call_command("ingest", FIXTURES / "001_7956f2d681d4ea9d.txt", jobs=1, manifest=manifest)
    assert "1 added" in capsys.readouterr().out
    assert "66/164" in links()
    assert "(not held)" not in links()


# -- Permalinks that need JavaScript, or change -------------------------------------------------


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("alias", ["/a/res/66/164", "/A/RES/66/164", "/resolution/66-164/"])
def test_another_spelling_of_an_address_leads_to_the_one(client: Client, alias: str) -> None:
    response = client.get(alias, follow=True)
    assert response.redirect_chain[-1][0] == HELD
    assert response.status_code == 200


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("query", ["q=killings", "q=killings&view=paragraphs"])
def test_a_place_that_was_found_has_an_anchor_written_by_the_server(
    client: Client, query: str
) -> None:
    found = visited(client, f"/search/?{query}").one("section", **{"aria-label": "Results"})
    links = [link for link in found.every("a") if link.attributes.get("class") != "tool"]
    places = [link.attributes["href"] for link in links]
    [(address, anchor)] = {tuple(at.split("#")) for at in places if "#" in at}
    assert len(visited(client, address).every(id=anchor)) == 1


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("page=1&q=impunity", "q=impunity"),
        ("q=++impunity++", "q=impunity"),
        ("organ=ga&q=impunity&in=Operative", "q=impunity&in=operative&organ=GA"),
        ("sort=relevance&q=impunity&view=resolutions", "q=impunity"),
        ("cites=53%2F144&q=impunity", "q=impunity&cites=A/RES/53/144"),
        ("opening=Calls+upon&q=impunity", "q=impunity&opening=call+upon"),
        ("q=impunity&utm_source=letter&fbclid=1", "q=impunity"),
        ("in=title&in=operative&q=impunity", "q=impunity&in=title&in=operative"),
    ],
)
def test_an_old_form_of_a_search_leads_to_the_one_with_everything_kept(
    client: Client, old: str, new: str
) -> None:
    response = client.get(f"/search/?{old}")
    assert (response.status_code, response["Location"]) == (302, f"/search/?{new}")
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "query", ["q=impunity&organ=XX", "q=impunity&from=soon", "q=impunity&colour=red"]
)
def test_what_cannot_be_read_is_said_and_the_rest_is_kept(client: Client, query: str) -> None:
    page = visited(client, f"/search/?{query}", status=400)
    assert page.one("input", id="q").attributes["value"] == "impunity"
    value = query.rpartition("=")[2]
    assert value in page.one("main").words or "colour" in page.one("main").words


# -- No way to cite or export -------------------------------------------------------------------


@pytest.mark.usefixtures("archive")
def test_a_resolution_says_how_to_cite_it(client: Client) -> None:
    page = visited(client, HELD)
    section = page.one("section", **{"aria-labelledby": "cite"})
    assert "resolution 66/164" in section.words
    assert f"http://testserver{HELD}" in section.words


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("query", ["q=impunity", "q=impunity&organ=GA", "cites=A/RES/53/144"])
def test_a_list_can_be_taken_away_whole_in_every_format(client: Client, query: str) -> None:
    page = visited(client, f"/search/?{query}")
    total = counted(page)
    files = page.one("nav", class_="search-tools").every("a")
    links = {link.attributes.get("type"): link for link in files}
    for media_type, entries in _ENTRIES.items():
        response = client.get(links[media_type].attributes["href"])
        assert response["Content-Type"].split(";")[0] == media_type
        assert entries(response.getvalue().decode()) == total, media_type
    whole = client.get(links["application/json"].attributes["href"])
    answer = json.loads(whole.getvalue())
    assert (answer["total"]["number"], len(answer["results"])) == (total, total)


# -- Facets that a screen reader cannot use -----------------------------------------------------


@pytest.mark.usefixtures("archive")
def test_facets_are_headings_lists_and_links(client: Client) -> None:
    page = visited(client, "/search/?q=impunity+OR+recalling")
    [facets] = page.every("nav", **{"aria-label": "Narrow by what was found"})
    names = [section.every("h2")[0].words for section in facets.every("section")]
    assert {"Organ", "Part", "Opening"} <= set(names)
    for _, line in facet_lines(page):
        assert line.one("a").words
    assert not facets.every("input")


@pytest.mark.usefixtures("archive")
def test_a_chosen_facet_says_so_and_its_link_takes_it_back(client: Client) -> None:
    page = visited(client, "/search/?q=impunity&organ=GA")
    [chosen] = [
        line.one("a") for _, line in facet_lines(page) if line.every(**{"aria-current": "true"})
    ]
    assert chosen.words.startswith("General Assembly")
    assert chosen.attributes["href"] == "/search/?q=impunity"


# -- Is it complete? ----------------------------------------------------------------------------


@pytest.mark.usefixtures("archive")
def test_what_is_held_and_what_is_only_cited_is_counted_and_listed(client: Client) -> None:
    words = visited(client, "/").one("main").tidy_words
    assert "The texts of 3 resolutions and 1 draft are held. 2 more are known" in words
    assert found(client, "/search/?held=no&sort=oldest") == [
        "/A/RES/2200A(XXI)/",
        "/A/RES/53/144/",
    ]
