"""Guides: what they promise is there, and what they show as an example works."""

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

import archive
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

GUIDES = ["/about/", "/help/", "/accessibility/"]


def _page(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    return markup(response.content)


@pytest.mark.parametrize("address", GUIDES)
def test_every_link_of_a_guide_leads_somewhere(client: Client, address: str) -> None:
    page = _page(client, address)
    for link in page.one("main").every("a"):
        path, _, anchor = link.attributes["href"].partition("#")
        response = client.get(path, follow=True)
        assert response.status_code in {200, 404 if "q=" in path else 200}, path
        if anchor:
            assert markup(response.content).every(id=anchor)


@pytest.mark.parametrize("address", GUIDES)
def test_a_guide_has_one_title_and_parts_with_headings(client: Client, address: str) -> None:
    page = _page(client, address)
    [title] = page.every("h1")
    sections = page.one("article").every("section")
    assert title.attributes["id"] == "title"
    assert sections
    for section in sections:
        heading = section.one("h2")
        assert heading.attributes["id"] == section.attributes["aria-labelledby"]


def test_the_help_says_where_all_references_are_and_that_a_result_has_the_first(
    client: Client,
) -> None:
    make.make_paragraph(make.make_text(make.adopted("A/RES/66/164", 2011)), "Calls upon States;")
    said = _page(client, "/help/").one("section", **{"aria-labelledby": "quoting"}).words
    assert "Each resolution and each paragraph has references ready to copy on its page" in said
    assert "A result of a search has the first of them, and its link “Cite” leads to all" in said
    result = _page(client, "/search/?q=calls+upon+states").one("ol", class_="results")
    [cite] = [one for one in result.every("a", class_="tool") if one.words.startswith("Cite")]
    place, _, anchor = cite.attributes["href"].partition("#")
    styles = _page(client, place).one("section", **{"aria-labelledby": anchor}).every("dt")
    assert [one.words for one in styles][:3] == ["UN Editorial Manual", "OSCOLA", "Bluebook"]


def test_each_example_of_the_help_is_a_search_that_can_be_read(client: Client) -> None:
    make.make_resolution("A/RES/53/144")
    make.make_resolution("A/RES/2200(XXI)")
    searches = [
        link.attributes["href"]
        for link in _page(client, "/help/").one("main").every("a")
        if "?q=" in link.attributes["href"]
    ]
    answers = {one: client.get(one, follow=True) for one in searches}
    assert len(answers) == 9
    assert {answer.status_code for answer in answers.values()} == {200}
    led_to = [answer.redirect_chain[-1][0] for answer in answers.values() if answer.redirect_chain]
    assert led_to == ["/A/RES/53/144/", "/A/RES/2200A(XXI)/"]


def test_the_licence_of_texts_and_data_has_an_address(client: Client) -> None:
    section = _page(client, "/about/").one("h2", id="reuse")
    assert section.words == "Use of texts and data"


def test_what_is_held_is_counted_where_the_archive_is_described(client: Client) -> None:
    make.make_text()
    assert "The texts of 1 resolution and 0 drafts are held." in _page(client, "/about/").tidy_words


def test_the_statement_says_of_which_version_it_is_and_whom_to_tell(client: Client) -> None:
    page = _page(client, "/accessibility/").one("main")
    assert f"This is version {archive.__version__}." in page.tidy_words
    assert page.one("a", href="/report/?page=/accessibility/").words == "Report a problem"
    assert not [link for link in page.every("a") if link.attributes["href"].startswith("mailto:")]


@pytest.mark.parametrize("address", ["/about/", "/accessibility/"])
def test_whom_to_write_to_is_named_where_there_is_somebody(
    client: Client, settings: object, address: str
) -> None:
    settings.CONTACT_ADDRESS = "keeper@archive.example"  # type: ignore[attr-defined]
    links = _page(client, address).one("main").every("a", href="mailto:keeper@archive.example")
    assert [link.words for link in links] == ["keeper@archive.example"]


def test_the_choice_of_keys_is_hidden_until_a_script_shows_it(client: Client) -> None:
    [choice] = [
        one for one in _page(client, "/accessibility/").every("p") if "data-keys" in one.attributes
    ]
    assert "hidden" in choice.attributes


@pytest.mark.parametrize("address", GUIDES)
def test_reading_sets_no_cookie(client: Client, address: str) -> None:
    assert not client.get(address).cookies


@pytest.mark.parametrize(
    ("address", "queries"), [("/about/", 2), ("/help/", 1), ("/accessibility/", 1)]
)
def test_a_guide_costs_few_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, *, address: str, queries: int
) -> None:
    with django_assert_num_queries(queries):
        _page(client, address)


@pytest.mark.parametrize(
    "address", ["/about/", "/help/", "/accessibility/", "/browse/", "/coverage/"]
)
def test_no_page_for_staff_can_hide_a_room(address: str) -> None:
    assert address.strip("/") in settings.PUBLIC_WORDS
