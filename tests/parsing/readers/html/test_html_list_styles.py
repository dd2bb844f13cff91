"""Labels of lists as a page's styles show them, and labels in elements of their own."""

import pytest

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.html import read

FRONT = "<p>The General Assembly,</p><p>Recalling its resolutions on the lamps of lighthouses,</p>"


def parsed(body: str, *, style: str = "") -> ParsedResolution:
    """The parse of a page, every character of which must be accounted for."""
    page = f"<html><head><style>{style}</style></head><body>{FRONT}{body}</body></html>"
    reading = read(page.encode())
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


def labels_of(body: str, *, style: str = "") -> list[tuple[str | None, str]]:
    return [(one.label, one.text) for one in parsed(body, style=style).paragraphs[1:]]


NESTED = (
    "<ol><li>Requests all keepers of lighthouses:<ol class='x deep'><li>To fill the lamps;"
    "<li>To trim the wicks;</ol><li>Decides to keep the lighthouses under review.</ol>"
)


@pytest.mark.parametrize(
    ("style", "label"),
    [
        ("ol.deep { margin: 0; list-style-type: lower-alpha }", "(a)"),
        (".Deep{list-style:lower-roman inside}", "(i)"),
        (
            "ol.deep{list-style:none}.deep>li:before{content:'(' counter(deep-1,lower-latin) ')'}",
            "(a)",
        ),
        ("ol.other{list-style-type:lower-alpha}", "1."),
        ("ol.deep{list-style-type:hebrew}", "1."),
    ],
)
def test_a_list_counts_as_the_page_s_style_sheet_says(style: str, label: str) -> None:
    assert labels_of(NESTED, style=style)[:2] == [
        ("1.", "Requests all keepers of lighthouses:"),
        (label, "To fill the lamps;"),
    ]


def test_a_list_whose_style_shows_no_numbers_has_no_labels() -> None:
    body = "<ol class=deep><li>Keeping the lamps of all lighthouses lit,</ol>"
    assert labels_of(body, style="ol.deep{list-style-type:none}") == [
        (None, "Keeping the lamps of all lighthouses lit,")
    ]


def test_a_label_in_an_element_of_its_own_goes_before_the_next_words() -> None:
    body = (
        "<dl><dt>1.</dt><dd>Requests all keepers of lighthouses:<dl><dt>(a)</dt><dd>To fill the "
        "lamps;</dd></dl></dd></dl><div>2.</div><div>Decides to keep them under review.</div>"
    )
    assert labels_of(body) == [
        ("1.", "Requests all keepers of lighthouses:"),
        ("(a)", "To fill the lamps;"),
        ("2.", "Decides to keep them under review."),
    ]


@pytest.mark.parametrize("below", ["(b) To fill the lamps;", "3 May 1989"])
def test_a_label_goes_before_no_line_that_has_its_own_or_says_another_thing(below: str) -> None:
    body = f"<p>1. Requests all keepers of lighthouses:</p><p>(a)</p><p>{below}</p>"
    blocks = read(f"<body>{FRONT}{body}</body>".encode()).blocks
    assert [block.text for block in blocks][-2:] == ["(a)", below]
