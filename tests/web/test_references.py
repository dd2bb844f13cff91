"""References: what the words of a citation lead to, on the screen and on paper."""

import pytest
from django.test import Client

from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


def _paragraph(client: Client, symbol: str) -> Element:
    """The first operative paragraph on the page of a resolution."""
    return markup(client.get(f"/{symbol}/").content).one("div", id="op1")


def test_a_citation_of_a_paragraph_that_is_held_leads_to_it(client: Client) -> None:
    held = make.make_text(make.adopted("A/RES/53/144", 1998))
    make.make_paragraph(held, "Adopts the Declaration;", opening="Adopts")
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    paragraph = make.make_paragraph(text, "As in op. 1 and op. 2 of 53/144;", opening="")
    for words, pinpoint in (("op. 1", "op1"), ("op. 2 of 53/144", "op2")):
        make.make_citation(paragraph, words, held.resolution, pinpoint=pinpoint)
    links = _paragraph(client, "A/RES/66/164").every("a", class_="held")
    assert [link.attributes["href"] for link in links] == ["/A/RES/53/144/#op1", "/A/RES/53/144/"]


def test_paper_adds_a_symbol_to_a_link_unless_the_link_says_it(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "As in A/HRC/RES/13/13 and 13/13;")
    cited = make.make_resolution("A/HRC/RES/13/13")
    for words in ("A/HRC/RES/13/13", "13/13;"):
        make.make_citation(paragraph, words, cited)
    shown = _paragraph(client, str(paragraph.text.resolution))
    links = shown.every("a", class_="not-held")
    assert [link.attributes.get("data-symbol") for link in links] == [None, "A/HRC/RES/13/13"]
