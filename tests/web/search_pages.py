"""A small archive to search, and what a page of a search has where."""

from http import HTTPStatus
from urllib.parse import quote_plus

import pytest
from django.test import Client

from archive.models import Resolution
from tests import factories as make
from tests.web.markup import Element, markup


def address(q: str, rest: str = "") -> str:
    return f"/search/?q={quote_plus(q, safe='/')}{rest}"


def page(client: Client, q: str, rest: str = "") -> Element:
    response = client.get(address(q, rest))
    assert response.status_code == HTTPStatus.OK
    return markup(response.content)


def results(found: Element) -> list[Element]:
    return found.every("li", class_="result")


def symbols(found: Element) -> list[str]:
    return [result.one("b", class_="symbol").words for result in results(found)]


def held(symbol: str, wording: str, *, year: int = 2011) -> Resolution:
    resolution = make.adopted(symbol, year, title="Promotion of the Declaration")
    make.make_paragraph(make.make_text(resolution), wording, opening="Condemns", form="condemn")
    return resolution


@pytest.fixture
def archive() -> None:
    """Three resolutions that are held, one that is cited only, and a draft."""
    with make.catalogued_once():
        _make_archive()


def _make_archive() -> None:
    violence = "Condemns gender-based violence against human rights defenders;"
    adopted = held("A/RES/66/164", violence)
    held("A/RES/62/152", "Condemns violence based on gender, and impunity;", year=2007)
    held("A/HRC/RES/13/13", "Condemns violence of every kind;", year=2010)
    declaration = make.adopted("A/RES/53/144", 1998, title="Declaration on human rights defenders")
    citing = make.make_text(make.make_draft(adopted_as=adopted, title="Of a draft"))
    paragraph = make.make_paragraph(
        citing,
        "Recalling resolution 53/144;",
        kind="preambular",
        opening="Recalling",
        form="recall",
    )
    note = make.make_footnote(paragraph, "See E/CN.4/2001/94.")
    make.make_citation(paragraph, "resolution 53/144", declaration)
    make.make_citation(note, "E/CN.4/2001/94", "E/CN.4/2001/94")
