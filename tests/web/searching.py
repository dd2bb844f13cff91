"""A small archive to search, and what a reader sees of a search in the markup of its pages."""

import re
from collections.abc import Iterator
from urllib.parse import quote_plus

import pytest
from django.test import Client

from archive.models import Text
from tests import factories as make
from tests.web.markup import Element, markup

_COUNTED = re.compile(r"\b([\d,]+) (?:adopted |operative )?(?:resolution|draft|paragraph)s?\b")


@pytest.fixture
def archive() -> None:
    """Three texts that are held, one of them of the Council, a draft, and what they cite."""
    covenants = make.adopted("A/RES/2200A(XXI)", 1966, title="International Covenants")
    declaration = make.adopted("A/RES/53/144", 1998, title="Declaration on defenders")
    text = make.make_text(make.adopted("A/RES/66/164", 2011, title="Promotion: protection"))
    words = "Recalling resolutions 53/144 and 2200 A (XXI), and the report E/CN.4/2001/94,"
    recalling = make.make_paragraph(
        text, words, kind="preambular", opening="Recalling", form="recall"
    )
    make.make_citation(recalling, "resolutions 53/144", declaration)
    make.make_citation(recalling, "2200 A (XXI)", covenants)
    make.make_citation(recalling, "E/CN.4/2001/94", "E/CN.4/2001/94")
    say(text, "Condemns gender-based violence & impunity (killings), “above all” of journalists;")
    other = make.make_text(make.adopted("A/RES/62/152", 2007, title="Situation of women"))
    recalling = make.make_paragraph(
        other, "Recalling resolution 53/144,", kind="preambular", opening="Recalling", form="recall"
    )
    make.make_citation(recalling, "resolution 53/144", declaration)
    say(other, "Condemns violence based on gender, and impunity;")
    council = make.make_text(make.adopted("A/HRC/RES/13/13", 2010, title="Protection of women"))
    say(council, "Urges States to end impunity: every State;", opening="Urges", form="urge")
    say(make.make_text(make.make_draft(title="Of a draft")), "Condemns impunity everywhere;")


def say(text: Text, words: str, *, opening: str = "Condemns", form: str = "condemn") -> None:
    make.make_paragraph(text, words, opening=opening, form=form)


def address_of(q: str, rest: str = "") -> str:
    return f"/search/?q={quote_plus(q, safe='/')}{rest}"


def visited(client: Client, address: str, *, status: int = 200) -> Element:
    response = client.get(address, follow=True)
    assert response.status_code == status, address
    return markup(response.content)


def listed(page: Element) -> list[str]:
    """Where the results of a page lead, in their order, without what is to be marked there."""
    found = page.every("section", **{"aria-label": "Results"})
    headings = [heading for section in found for heading in section.every("h2")]
    links = [link.attributes["href"] for heading in headings for link in heading.every("a")]
    return [re.sub(r"\?q=[^#]*", "", link) for link in links]


def found(client: Client, address: str) -> list[str]:
    return listed(visited(client, address))


def counted(page: Element) -> int:
    """The count that the title of a page says."""
    return in_figures(page.one("h1").words)


def in_figures(words: str) -> int:
    return sum(int(number.replace(",", "")) for number in _COUNTED.findall(words))


def all_pages(client: Client, address: str) -> Iterator[Element]:
    """Every page of a list, by the links between them."""
    yield (page := visited(client, address))
    for number in range(2, 100):
        near = page.every("nav", **{"aria-label": "Pages of results"})
        links = [link for nav in near for link in nav.every("a") if link.words == f"Page {number}"]
        if not links:
            return
        yield (page := visited(client, links[0].attributes["href"]))


def facet_lines(page: Element) -> list[tuple[str, Element]]:
    """The name of each facet and each of its lines."""
    [facets] = page.every("nav", **{"aria-label": "Narrow by what was found"})
    return [
        (section.every("h2")[0].words, line)
        for section in facets.every("section")
        for line in section.every("li")
    ]
