"""Every search has one address: other spellings lead to it, and what is none is refused kindly."""

from http import HTTPStatus
from urllib.parse import quote_plus

import pytest
from django.test import Client

from archive.search.form.fields import LONGEST_QUERY_BYTES
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("q=impunity&page=1", "?q=impunity"),
        ("page=2&q=impunity", "?q=impunity&page=2"),
        ("q=++impunity+", "?q=impunity"),
        ("q=impunity&view=resolutions&sort=relevance", "?q=impunity"),
        ("organ=ga&q=a", "?q=a&organ=GA"),
        ("q=a&in=annex&in=Title&in=annex", "?q=a&in=title&in=annex"),
        ("q=a&opening=Recalling&opening=Also+calls+upon", "?q=a&opening=call+upon&opening=recall"),
        ("cites=53/144&q=a&cites=a/res/66/164", "?q=a&cites=A/RES/53/144&cites=A/RES/66/164"),
        ("q=a&from=+2011+&to=", "?q=a&from=2011"),
        ("q=a&stage=Draft&held=YES&sort=Newest", "?q=a&stage=draft&held=yes&sort=newest"),
        ("q=a&utm_source=letter&fbclid=x&organ=SC&gclid=y", "?q=a&organ=SC"),
        ("sort=newest&organ=SC", "?organ=SC"),
        ("in=title&q=a&in=annex", "?q=a&in=title&in=annex"),
        ("q=", ""),
        ("q=+", ""),
        ("page=3", ""),
        ("utm_source=letter", ""),
    ],
)
def test_other_ways_to_write_a_search_lead_to_the_one(
    client: Client, query: str, canonical: str
) -> None:
    response = client.get(f"/search/?{query}")
    assert (response.status_code, response["Location"]) == (302, f"/search/{canonical}")
    assert client.get(response["Location"]).status_code in {200, 404}


@pytest.mark.parametrize(
    "query",
    [
        "q=impunity",
        "q=impunity&in=title&organ=GA&from=2000&to=2011-12-19&cites=A/RES/53/144&sort=oldest",
        "opening=call+upon&opening=recall&held=no",
        "q=66/164&view=resolutions",
        "q=%22a%20b%22",
        "q=%FF",
    ],
)
def test_the_one_address_answers_and_names_itself(client: Client, query: str) -> None:
    response = client.get(f"/search/?{query}")
    assert response.status_code == HTTPStatus.OK
    canonical = markup(response.content).one("link", rel="canonical").attributes["href"]
    assert client.get(canonical.removeprefix("http://testserver")).status_code == HTTPStatus.OK


@pytest.fixture
def known() -> None:
    for symbol in ("A/RES/66/164", "A/RES/2200A(XXI)", "A/HRC/RES/13/13"):
        make.make_resolution(symbol)
    make.make_draft("A/C.3/70/L.46")


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("q", "address"),
    [
        ("66/164", "/A/RES/66/164/"),
        ("A/RES/66/164", "/A/RES/66/164/"),
        ("a/res/66/164", "/A/RES/66/164/"),
        ("General Assembly resolution 66/164 of 19 December 2011", "/A/RES/66/164/"),
        ("2200 A (XXI)", "/A/RES/2200A(XXI)/"),
        ("2200(XXI)", "/A/RES/2200A(XXI)/"),
        ("13/13", "/A/HRC/RES/13/13/"),
        ("A/C.3/70/L.46", "/A/C.3/70/L.46/"),
    ],
)
def test_a_known_symbol_alone_leads_to_its_page(client: Client, q: str, address: str) -> None:
    response = client.get(f"/search/?q={quote_plus(q, safe='/')}")
    assert (response.status_code, response["Location"]) == (302, address)


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    "query",
    [
        "q=66/164&view=resolutions",
        "q=66/164&view=paragraphs",
        "q=66/164&organ=GA",
        "q=66/164&sort=oldest",
        "q=%22A/RES/66/164%22",
        "q=66/165",
        "q=66/164+impunity",
    ],
)
def test_anything_else_of_a_symbol_stays_a_search(client: Client, query: str) -> None:
    assert client.get(f"/search/?{query}").status_code == HTTPStatus.OK


@pytest.mark.usefixtures("known")
def test_a_search_for_a_symbol_keeps_its_view_in_every_link_to_itself(client: Client) -> None:
    page = markup(client.get("/search/?q=66/164&view=resolutions").content)
    assert page.one("link", rel="canonical").attributes["href"] == (
        "http://testserver/search/?q=66/164&view=resolutions"
    )
    narrowed = markup(client.get("/search/?q=66/164&organ=GA").content)
    chips = [link.attributes["href"] for link in narrowed.every("a", class_="chip")]
    assert chips == ["/search/?q=66/164&view=resolutions"] * 2


# -- What is no search ----------------------------------------------------------------------------

REFUSED = {
    "q=impunity&page=0": "page",
    "q=impunity&organ=XX": "organ",
    "q=impunity&session=zz": "session",
    "q=impunity&from=20": "from",
    "q=impunity&to=2011-02-30": "to",
    "q=impunity&from=2015&to=2000": "to",
    "q=impunity&opening=%00": "opening",
    "q=impunity&cites=defenders": "cites",
    "q=impunity&stage=x": "stage",
    "q=impunity&held=x": "held",
    "q=impunity&sort=date": "sort",
    "q=impunity&view=x": "view",
    "q=impunity&in=body": "in",
    "organ=GA&organ=SC&q=impunity": "organ",
}


def _refused(client: Client, query: str) -> Element:
    response = client.get(f"/search/?{query}")
    assert response.status_code == HTTPStatus.BAD_REQUEST
    return markup(response.content).one("main")


@pytest.mark.parametrize("query", REFUSED)
def test_a_value_that_cannot_be_read_is_refused_and_the_rest_kept(
    client: Client, query: str
) -> None:
    main = _refused(client, query)
    assert main.one("h1").words.endswith(".")
    [reason] = main.one("ul", class_="search-reasons").every("li")
    assert main.one("h1").words in reason.words
    assert main.one("input", id="id_q").attributes["value"] == "impunity"
    rest = main.one("a", class_="search-rest").attributes["href"]
    assert rest.startswith("/search/?q=impunity")
    assert client.get(rest).status_code == HTTPStatus.OK
    assert not main.every("ol", class_="results")


@pytest.mark.parametrize("query", [query for query in REFUSED if "page" not in query])
def test_the_reason_stands_beside_its_field_and_leads_there(client: Client, query: str) -> None:
    main = _refused(client, query)
    [link] = main.one("ul", class_="search-reasons").every("a")
    field = main.one(id=link.attributes["href"].removeprefix("#"))
    assert field.attributes["id"] == f"id_{REFUSED[query]}"
    error = f"{field.attributes['id']}-error"
    assert error in field.attributes["aria-describedby"].split()
    assert main.one(id=error).tidy_words in main.one("h1").words
    assert "open" in main.one("details", class_="narrow").attributes


def test_a_form_that_is_refused_is_filled_as_it_was(client: Client) -> None:
    main = _refused(
        client,
        "q=a%00b&in=title&organ=HRC&session=zz&from=x&to=2015&opening=recall&opening=Urges"
        "&cites=53/144&stage=draft&held=no&view=paragraphs&sort=oldest",
    )
    values = {
        name: [box.attributes["value"] for box in main.every("input", name=name)]
        for name in ("q", "session", "from", "to", "opening", "cites")
    }
    assert values == {
        "q": ["ab"],
        "session": ["zz"],
        "from": ["x"],
        "to": ["2015"],
        "opening": ["recall", "Urges", ""],
        "cites": ["53/144", ""],
    }
    chosen = [option.words for option in main.every("option") if "selected" in option.attributes]
    assert chosen == ["Paragraphs", "Human Rights Council", "Draft", "Not held", "Oldest"]
    [checked] = [box for box in main.every("input") if "checked" in box.attributes]
    assert checked.attributes["value"] == "title"


@pytest.mark.parametrize(
    ("query", "happened"),
    [
        ("q=impunity&date=2011", "A search has no parameter “date”."),
        ("q=impunity&a=1&b=2", "A search has no parameters “a”, “b”."),
        ("q=impunity&%00=1", "A search has no parameter “”."),
        ("q=impunity&q=violence", "“q” is in the address more than once; one is meant."),
    ],
)
def test_what_no_search_has_is_named(client: Client, query: str, happened: str) -> None:
    assert _refused(client, query).one("h1").words == happened


def test_several_reasons_for_one_field_stand_together(client: Client) -> None:
    main = _refused(client, "organ=XX&organ=YY")
    assert [line.words for line in main.one(id="id_organ-error").every("p")] == [
        "“YY” is none of the choices: GA, HRC, CHR, ECOSOC or SC.",
        "“organ” is in the address more than once; one is meant.",
    ]


def test_several_reasons_are_each_said(client: Client) -> None:
    main = _refused(client, "organ=XX&from=x&foo=1")
    assert main.one("h1").words == "Several things in this search cannot be read."
    reasons = [reason.words for reason in main.one("ul", class_="search-reasons").every("li")]
    assert reasons == [
        "Organ: “XX” is none of the choices: GA, HRC, CHR, ECOSOC or SC.",
        "From: “x” is neither a year, such as 2011, nor a day, such as 2011-12-19.",
        "A search has no parameter “foo”.",
    ]
    assert not main.every("a", class_="search-rest")


def test_more_words_than_any_paragraph_has_are_refused_whole(client: Client) -> None:
    words = "a" * (LONGEST_QUERY_BYTES + 1)
    main = _refused(client, f"q={words}&organ=GA")
    assert main.one("h1").words == "The search is 32,769 bytes long; 32,768 is the most."
    assert main.one("input", id="id_q").attributes["value"] == words


def test_hostile_values_are_shown_as_text(client: Client) -> None:
    hostile = '"><script>alert(1)</script>'
    response = client.get(f"/search/?organ={quote_plus(hostile)}&cites={quote_plus(hostile)}")
    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert hostile not in response.content.decode()
    shown = {one.attributes.get("value") for one in markup(response.content).every()}
    assert hostile in shown
    assert not markup(response.content).one("main").every("script")
