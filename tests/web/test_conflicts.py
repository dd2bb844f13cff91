"""What speaks against a citation is told below the text, and pointed out at its words."""

import pytest
from django.test import Client

from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


def _page(client: Client, symbol: str) -> Element:
    response = client.get(f"/{symbol}/")
    assert response.status_code == 200
    return markup(response.content)


def test_a_citation_in_conflict_leads_to_what_speaks_against_it(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls 53/144;", opening="")
    cited = make.adopted("A/RES/53/144", 1998)
    conflicts = {"conflict": "It has no such session.", "date_conflict": "Another day."}
    make.make_citation(paragraph, "53/144", cited, **conflicts)
    page = _page(client, paragraph.text.resolution.symbol)
    assert page.one("div", id="op1").one("p").words == "Recalls 53/144 (not held) [in doubt];"
    [mark] = page.every("a", class_="conflict")
    told = page.one("li", id=mark.attributes["href"].removeprefix("#"))
    assert told.words == "“53/144”: It has no such session. Another day."
    assert told.one("a").attributes["href"] == "#op1"


def test_a_warning_of_a_conflict_is_not_told_beside_it(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls 53/144;", opening="")
    make.make_citation(
        paragraph, "53/144", make.adopted("A/RES/53/144", 1998), conflict="It has no such session."
    )
    warnings = [
        {
            "code": "citation_conflict",
            "message": "“53/144”: It has no such session.",
            "where": "op1",
        },
        {"code": "number_gap", "message": "Paragraph 2 was expected.", "where": "op3"},
    ]
    make.make_ingestion(paragraph.text, warnings=warnings)
    page = _page(client, paragraph.text.resolution.symbol)
    told = [one.words for one in page.one("section", class_="warnings").every("li")]
    assert told == [
        "“53/144”: It has no such session.",
        "Paragraph 2 was expected. (op3)",
    ]


def test_a_conflict_of_words_that_a_mark_parts_is_pointed_out_once(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls 53/144 of 1998;", opening="")
    cited = make.adopted("A/RES/53/144", 1998)
    make.make_citation(paragraph, "53/144 of 1998", cited, date_conflict="Another day.")
    make.make_footnote(paragraph, "See above.", marker_offset=14)
    page = _page(client, paragraph.text.resolution.symbol)
    assert len(page.every("a", class_="conflict")) == 1


def test_a_citation_in_agreement_is_not_in_doubt(client: Client) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls 53/144;", opening="")
    make.make_citation(paragraph, "53/144", make.adopted("A/RES/53/144", 1998))
    page = _page(client, paragraph.text.resolution.symbol)
    assert page.one("div", id="op1").one("p").words == "Recalls 53/144 (not held);"
    assert not page.every("a", class_="conflict")
