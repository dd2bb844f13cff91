"""What readers of comparable sites complain of when they search, tried as one would meet it."""

import pytest
from django.test import Client

from tests import factories as make
from tests.web.markup import Element, markup
from tests.web.searching import (  # noqa: F401 a fixture
    address_of,
    all_pages,
    archive,
    counted,
    facet_lines,
    found,
    in_figures,
    listed,
    say,
    visited,
)

pytestmark = pytest.mark.django_db

HELD = "/A/RES/66/164/"


# -- A slash, colon, ampersand, quote or bracket fails or finds nothing -------------------------


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("q", "address"),
    [
        ("A/RES/66/164", HELD),
        ("66/164", HELD),
        (" 66 / 164 ", HELD),
        ("2200 A (XXI)", "/A/RES/2200A(XXI)/"),
        ("2200(XXI)", "/A/RES/2200A(XXI)/"),
        ("A/C.3/70/L.46", "/A/C.3/70/L.46/"),
        ("Human Rights Council resolution 13/13", "/A/HRC/RES/13/13/"),
    ],
)
def test_a_symbol_leads_to_its_page(client: Client, q: str, address: str) -> None:
    response = client.get(address_of(q), follow=True)
    assert response.redirect_chain[-1] == (address, 302)
    assert response.status_code == 200


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "q",
    [
        "53/144 journalists",
        "“gender-based violence”",
        '"gender-based violence"',
        "«gender-based violence»",
        '"gender-based violence',
        "promotion: protection",
        "impunity & killings",
        "impunity (killings)",
        "[impunity] {killings}",
        "impunity\\ killings/",
        "impunity! *killings* ?",
        "'killings'",
        "killings;--",
        "<b>killings</b>",
        "“above all” journalist*",
    ],
)
def test_signs_among_the_words_do_not_keep_them_from_being_found(client: Client, q: str) -> None:
    assert found(client, address_of(q)) == [HELD]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("q", "naming"),
    [
        ("E/CN.4/2001/94", {HELD}),
        ("“53/144”", {HELD, "/A/RES/62/152/", "/A/RES/53/144/"}),
        ("“A/RES/53/144”", {HELD, "/A/RES/62/152/", "/A/RES/53/144/"}),
        ("53/144 gender", {HELD, "/A/RES/62/152/"}),
    ],
)
def test_a_symbol_among_others_or_in_quotation_marks_finds_it_and_those_that_name_it(
    client: Client, q: str, naming: set[str]
) -> None:
    assert set(found(client, address_of(q))) == naming


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "q",
    [
        "",
        '"',
        "“",
        "'",
        "&",
        "*",
        "(",
        ")",
        "\\",
        "%",
        "/",
        ":",
        "-",
        "the of and",
        "OR",
        "💚",
        "حقوق",
    ],
)
def test_what_asks_for_nothing_gets_an_answer_with_the_box(client: Client, q: str) -> None:
    response = client.get(address_of(q), follow=True)
    page = markup(response.content)
    assert response.status_code == 200
    assert page.one("h1").words
    assert page.one("input", id="q").attributes["value"] == q


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "q",
    [
        "impunity " * 1_200,
        "x" * 10_000,
        "a/b " * 2_500,
        "(" * 10_000,
        '"' * 10_001,
        "-" * 10_000,
        "impunity OR " * 800,
        "حقوق " * 1_100,
        "💚" * 2_500,
    ],
    ids=["words", "word", "slashes", "brackets", "quotes", "hyphens", "ORs", "RTL", "emoji"],
)
def test_ten_thousand_bytes_are_searched_for(client: Client, q: str) -> None:
    response = client.get(address_of(q), follow=True)
    assert response.status_code == 200
    page = markup(response.content)
    assert page.one("h1").words
    assert page.one("input", id="q").attributes["value"].strip() == q.strip()


@pytest.mark.usefixtures("archive")
def test_ten_thousand_bytes_of_a_text_find_that_text(client: Client) -> None:
    said = "Condemns gender-based violence & impunity (killings), “above all” of journalists; "
    typed = said * (10_000 // len(said.encode()))
    assert found(client, address_of(typed)) == [HELD]


@pytest.mark.usefixtures("archive")
def test_a_sign_that_no_text_can_have_does_not_hide_the_rest(client: Client) -> None:
    response = client.get("/search/?q=impunity%00+killings", follow=True)
    assert response.status_code == 200
    page = markup(response.content)
    assert listed(page) == [HELD]
    value = page.one("input", id="q").attributes["value"]
    assert value.replace("\0", "").split() == ["impunity", "killings"]


@pytest.mark.usefixtures("archive")
def test_words_too_common_to_be_found_are_said_to_be_passed_over(client: Client) -> None:
    page = visited(client, address_of("the killings"))
    assert listed(page) == [HELD]
    assert "the" in page.one("p", class_="search-ignored").words.split("for:")[1]


# -- A typo gives nothing -----------------------------------------------------------------------


def _corrections(page: Element) -> list[Element]:
    return [
        line
        for line in page.one("main").every("p")
        if line.words.strip().startswith("Did you mean")
    ]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [("impunty", "impunity"), ("jurnalists", "journalists"), ("gendr violence", "gender violence")],
)
def test_a_typo_gets_the_word_that_may_be_meant_with_its_own_count(
    client: Client, typed: str, meant: str
) -> None:
    page = visited(client, address_of(typed))
    assert listed(page) == []
    [line] = _corrections(page)
    link = line.one("a")
    assert link.words == meant
    found = visited(client, link.attributes["href"])
    assert in_figures(line.words) == len(listed(found)) == counted(found) > 0


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("q", ["impunity", "violence", "impunity OR impunty"])
def test_nothing_is_corrected_where_something_was_found(client: Client, q: str) -> None:
    page = visited(client, address_of(q))
    assert listed(page)
    assert _corrections(page) == []


# -- Counts that do not match the list ----------------------------------------------------------

SEARCHES = [
    "q=impunity",
    "q=impunity&view=paragraphs",
    "q=violence+OR+impunity&in=operative",
    "opening=condemn",
    "cites=53/144",
    "organ=GA",
    "held=no",
    "from=2005&to=2012",
    "stage=draft",
    "q=impunity&sort=newest",
]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("query", SEARCHES)
def test_the_count_of_a_search_is_that_of_its_list(client: Client, query: str) -> None:
    page = visited(client, f"/search/?{query}")
    assert len(listed(page)) == counted(page) > 0


@pytest.mark.parametrize("query", ["q=impunity", "q=impunity&view=paragraphs", "opening=condemn"])
def test_all_pages_together_list_as_many_as_the_title_says(client: Client, query: str) -> None:
    for number in range(1, 46):
        text = make.make_text(make.adopted(f"A/RES/66/{number}", 2011))
        say(text, f"Condemns impunity, {'again ' * number};")
    pages = list(all_pages(client, f"/search/?{query}"))
    addresses = [address for page in pages for address in listed(page)]
    assert {counted(page) for page in pages} == {len(addresses)} == {len(set(addresses))} == {45}
    assert len(pages) == 3


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("query", [*SEARCHES[:3], "q=impunity&organ=GA&from=2007", "organ=GA"])
def test_the_count_beside_each_facet_is_that_of_the_list_it_leads_to(
    client: Client, query: str
) -> None:
    lines = facet_lines(visited(client, f"/search/?{query}"))
    assert lines
    for facet, line in lines:
        if any("remove" in part.words for part in line.every("span")):
            continue
        page = visited(client, line.one("a").attributes["href"])
        said = int(line.every("span")[-1].words.replace(",", ""))
        assert said == counted(page) == len(listed(page)) > 0, (facet, line.words)


@pytest.mark.usefixtures("archive")
def test_recalled_by_counts_those_that_the_page_lists(client: Client) -> None:
    page = visited(client, address_of("declaration on defenders"))
    assert "recalled by 2" in page.one("section", **{"aria-label": "Results"}).tidy_words
    citing = visited(client, "/A/RES/53/144/").every("section", class_="citing-resolution")
    assert len(citing) == 2
