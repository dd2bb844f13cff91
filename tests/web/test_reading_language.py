"""Page, lists and search agree on whether a resolution is held where its text is French alone."""

import pytest
from django.test import Client

from archive.models import Resolution
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

WORDS = "resolution 53/144"


@pytest.fixture
def declaration() -> Resolution:
    """53/144, held in French alone; 66/164, held in English, cites it."""
    cited = make.make_resolution("A/RES/53/144", title="Declaration on defenders")
    make.make_paragraph(make.make_text(cited, language="fr"), "Rappelle la Declaration;")
    paragraph = make.make_paragraph(
        make.make_text(make.make_resolution("A/RES/66/164", title="Promotion")), f"Recalls {WORDS};"
    )
    make.make_citation(paragraph, WORDS, cited)
    return cited


def _page(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    return markup(response.content)


def test_its_own_page_says_that_it_is_not_held_and_who_recalls_it(
    client: Client, declaration: Resolution
) -> None:
    page = _page(client, f"/{declaration}/")
    assert page.one("p", class_="standing").tidy_words.startswith("Not held. ")
    assert "Rappelle" not in page.words
    assert f"Recalls {WORDS};" in page.tidy_words


@pytest.mark.usefixtures("declaration")
def test_a_link_to_it_says_that_it_is_not_held(client: Client) -> None:
    main = _page(client, "/A/RES/66/164/").one("main")
    assert {one.attributes["href"] for one in main.every("a", class_="not-held")} == {
        "/A/RES/53/144/"
    }


@pytest.mark.usefixtures("declaration")
@pytest.mark.parametrize("sought", ["declaration", "defenders"])
def test_search_finds_it_by_its_title_and_says_that_it_is_not_held(
    client: Client, sought: str
) -> None:
    words = _page(client, f"/search/?q={sought}").one("main").tidy_words
    assert "A/RES/53/144" in words
    assert "not held" in words
    assert "Rappelle" not in words


@pytest.mark.usefixtures("declaration")
def test_search_does_not_read_what_pages_do_not_show(client: Client) -> None:
    assert "A/RES/53/144" not in _page(client, "/search/?q=rappelle").one("main").words


@pytest.mark.usefixtures("declaration")
def test_the_home_page_counts_it_among_those_not_held(client: Client) -> None:
    assert "1 more is known by citation" in _page(client, "/").tidy_words
