"""Titles that a page has as its own heading, above what it says of the document."""

import pytest

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.html import read

TITLE = "Keeping of lighthouses"
ADOPTED = "<p>Resolution adopted by the General Assembly on 3 May 1989</p><p>A/RES/44/99</p>"
BODY = (
    "<div><p>The General Assembly,</p><p>Recalling its resolutions on the lamps of lighthouses,</p>"
    "<p>1. Decides to keep the lighthouses under review<sup>1</sup>.</p>"
    "<p><sup>1</sup> See A/44/12.</p></div>"
)


def parsed(body: str, *, called: str = "") -> ParsedResolution:
    reading = read(f"<html><head><title>{called}</title></head><body>{body}</body></html>".encode())
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


def title_of(body: str, *, called: str = "") -> str | None:
    return parsed(body, called=called).masthead.title


@pytest.mark.parametrize("called", ["", "Lamps", f"{TITLE.upper()} | Site"])
def test_the_only_heading_above_the_line_of_adoption_is_the_title(called: str) -> None:
    assert title_of(f"<h1>{TITLE}</h1>{ADOPTED}{BODY}", called=called) == TITLE


def test_a_title_below_the_number_stands_over_the_heading_of_the_page() -> None:
    front = f"<h1>Lamps and wicks</h1>{ADOPTED}<p>44/99. {TITLE}</p>"
    assert title_of(front + BODY, called="Lamps and wicks") == TITLE


def test_a_line_where_titles_are_printed_stands_over_a_heading_that_nothing_supports() -> None:
    assert title_of(f"<h1>Lamps and wicks</h1>{ADOPTED}<p>{TITLE}</p>{BODY}") == TITLE


def test_a_heading_that_the_page_is_called_by_may_stand_outside_the_text() -> None:
    front = (
        f"<div><h1><span>{TITLE}</span></h1></div><div><p>By</p><p>Resolution 44/99</p><p>By</p>"
        "<p>General Assembly resolution 44/99</p>"
    )
    found = parsed(f"<main>{front}{BODY}</div></main>", called=f"{TITLE} | Keepers")
    assert found.masthead.title == TITLE
    assert found.masthead.symbol == "A/RES/44/99"
    assert "By" in found.leftovers


@pytest.mark.parametrize(
    "heading",
    [
        "United Nations General Assembly Resolutions",
        "Resolution 44/99",
        "Lighthouses",
        "Lamp " * 200,
    ],
)
def test_the_name_of_a_site_or_a_collection_is_no_title(heading: str) -> None:
    assert title_of(f"<h1>{heading}</h1>{ADOPTED}{BODY}", called=heading) is None


def test_two_headings_of_the_first_rank_decide_nothing() -> None:
    headings = f"<h1>{TITLE}</h1><h1>Lamps and wicks</h1>"
    found = parsed(f"<div>{headings}{ADOPTED}{BODY}</div>")
    assert found.masthead.title is None


def test_a_heading_below_the_text_is_no_title() -> None:
    assert title_of(f"<div>{ADOPTED}{BODY}<h1>{TITLE}</h1></div>", called=TITLE) is None


def test_what_a_page_is_called_is_not_among_its_words() -> None:
    found = parsed(f"<svg><title>Drawn lamp</title></svg>{ADOPTED}{BODY}", called="A page")
    words = [*found.leftovers, *found.masthead.lines]
    assert not [line for line in words if "page" in line or "Drawn" in line]


def test_only_the_start_of_a_long_name_of_a_page_is_compared() -> None:
    front = f"<div><h1>{TITLE}</h1></div><div>{ADOPTED}<p>Lamps</p>"
    page = f"<main>{front}{BODY}</div></main>"
    assert title_of(page, called="Lamps " * 300 + TITLE) == TITLE
    assert title_of(page, called="Lamps " * 400 + TITLE) == "Lamps"
