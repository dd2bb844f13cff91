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
    page = _page(client, "/search/?q=rappelle")
    assert page.one("h1").tidy_words == "No resolution says rappelle."
    assert not page.every("ol", class_="results")


@pytest.mark.usefixtures("declaration")
def test_the_home_page_counts_it_among_those_not_held(client: Client) -> None:
    assert "1 more is known by citation" in _page(client, "/").tidy_words


@pytest.fixture
def arabic() -> Resolution:
    """66/164, held in English, Arabic and French."""
    resolution = make.adopted("A/RES/66/164", 2011, title="Promotion")
    make.make_paragraph(make.make_text(resolution), "Calls upon all States to act;")
    text = make.make_text(resolution, language="ar", title="تعزيز")
    make.make_paragraph(text, "تهيب بالدول", opening="")
    make.make_text(resolution, language="fr")
    return resolution


def _links_to_languages(page: Element) -> list[tuple[str, str]]:
    links = page.one("table", class_="masthead").every("a")
    return [(one.words, one.attributes["href"]) for one in links if "hreflang" in one.attributes]


@pytest.mark.usefixtures("arabic")
def test_a_text_in_another_language_has_an_address_and_is_marked_as_what_it_is(
    client: Client,
) -> None:
    page = _page(client, "/A/RES/66/164/?lang=ar")
    for element in (page.one("section", class_="paragraphs"), page.one("h1")):
        assert (element.attributes["lang"], element.attributes["dir"]) == ("ar", "rtl")
    assert page.one("h1").words == "تعزيز"
    assert "تهيب بالدول" in page.one("div", id="op1").words
    assert page.one("p", class_="standing").words.startswith("This is the Arabic text.")
    assert not page.every("h2", id="recalls")
    canonical = page.one("link", rel="canonical").attributes["href"]
    assert canonical.endswith("/A/RES/66/164/?lang=ar")


@pytest.mark.usefixtures("arabic")
def test_each_page_leads_to_the_other_languages_held(client: Client) -> None:
    arabic = ("العربية", "/A/RES/66/164/?lang=ar")
    french = ("Français", "/A/RES/66/164/?lang=fr")
    assert _links_to_languages(_page(client, "/A/RES/66/164/")) == [french, arabic]
    english = ("English", "/A/RES/66/164/")
    assert _links_to_languages(_page(client, "/A/RES/66/164/?lang=ar")) == [english, french]


@pytest.mark.usefixtures("arabic")
def test_the_english_page_shows_the_english_text(client: Client) -> None:
    page = _page(client, "/A/RES/66/164/")
    assert page.one("section", class_="paragraphs").attributes["dir"] == "ltr"
    assert page.one("h1").words == "Promotion"
    assert not page.every("p", class_="standing")


def test_what_is_held_in_french_alone_leads_there(client: Client, declaration: Resolution) -> None:
    page = _page(client, f"/{declaration}/")
    assert page.one("p", class_="standing").tidy_words.startswith(
        "Not held. The archive has no English text of A/RES/53/144."
    )
    assert _links_to_languages(page) == [("Français", "/A/RES/53/144/?lang=fr")]
    assert "Rappelle" in _page(client, f"/{declaration}/?lang=fr").words


@pytest.mark.parametrize("language", ["es", "xx", "FR"])
def test_a_language_that_is_not_held_is_nothing(
    client: Client, declaration: Resolution, language: str
) -> None:
    response = client.get(f"/{declaration}/?lang={language}")
    assert response.status_code == 404
    assert "holds no text of A/RES/53/144 in that language" in response.content.decode()


@pytest.mark.usefixtures("arabic")
def test_a_text_in_a_language_that_is_not_official_is_named_by_its_letters(client: Client) -> None:
    make.make_text(Resolution.objects.get(symbol="A/RES/66/164"), language="pt")
    links = _links_to_languages(_page(client, "/A/RES/66/164/"))
    assert ("pt", "/A/RES/66/164/?lang=pt") in links
    assert (
        _page(client, "/A/RES/66/164/?lang=pt")
        .one("p", class_="standing")
        .words.startswith("This is the pt text.")
    )
