"""Tables of Akoma Ntoso are one paragraph each, with cells, marks and notes of their own."""

import pytest

from tests.parsing.readers.akn4un.files import (
    note,
    numbered,
    table,
)
from tests.parsing.readers.akn4un.parses import by_id, resolution


def test_a_table_is_one_paragraph_with_cells_and_marks() -> None:
    rows = table(("State", "Share"), (f"Fiji{note('1', 'In 2011.')}", "0.004"))
    found = by_id(resolution(body=numbered("Decides on shares:") + rows))
    shares = found["op1-p1"]
    assert [[shares.text[start:end] for start, end in row] for row in shares.rows] == [
        ["State", "Share"],
        ["Fiji", "0.004"],
    ]
    assert [marker.number for marker in shares.markers] == ["1"]


def test_cells_that_reach_over_others_leave_them_empty() -> None:
    rows = (
        "<table><caption>Shares</caption><thead><tr><th rowspan='2'><p>State</p></th>"
        "<th colspan='2'><p>Share</p></th></tr></thead><tbody>"
        "<tr><td><p>Old</p></td><td colspan='nonsense'><p>New</p></td></tr>"
        "<tr><td><p>Fiji</p></td></tr></tbody></table>"
    )
    found = by_id(resolution(body=numbered("Decides on shares:") + rows))
    shares = next(one for one in found.values() if one.rows)
    assert found["heading1"].text == "Shares"
    assert [[shares.text[start:end] for start, end in row] for row in shares.rows] == [
        ["State", "Share", ""],
        ["", "Old", "New"],
        ["Fiji"],
    ]


@pytest.mark.parametrize("raised", ["<sup>a</sup>", "<span><sup>a</sup></span>"])
def test_a_raised_letter_in_a_table_marks_the_note_below_it(raised: str) -> None:
    below = (
        f"<paragraph class='FootnoteText'><content><p>{raised}\tIn 2011.</p></content></paragraph>"
    )
    body = numbered("Decides on shares:") + table((f"Fiji{raised}", "0.004")) + below
    found = resolution(body=body)
    assert [(one.id, one.text, one.marked_in) for one in found.footnotes] == [
        ("fna", "In 2011.", "op1-p1")
    ]


@pytest.mark.parametrize(
    "below",
    [
        "<p><sup>b</sup> In 2011.</p>",
        "<p>In 2011.<sup>a</sup></p>",
        "<p>Abbreviations: F, Fiji.</p>",
    ],
)
def test_a_note_of_a_table_that_the_table_does_not_mark_stays_a_paragraph(below: str) -> None:
    body = numbered("Decides on shares:") + table(("Fiji<sup>a</sup>", "0.004"))
    body += f"<paragraph class='FootnoteText'><content>{below}</content></paragraph>"
    found = resolution(body=body)
    assert found.footnotes == ()
    assert len(found.paragraphs) == 4


def test_two_notes_below_a_table_are_both_its_notes() -> None:
    below = "".join(
        f"<paragraph class='FootnoteText'><content><p><sup>{letter}</sup> In 2011.</p></content>"
        "</paragraph>"
        for letter in "xaba"
    )
    body = numbered("Decides:") + table(("Fiji<sup>a</sup>", "1<sup>b</sup>"))
    found = resolution(
        body=body.replace("<container name='table'>", "").replace("</container>", "") + below
    )
    assert [one.id for one in found.footnotes] == ["fna", "fnb"]
    assert [one.text for one in found.paragraphs][-2:] == ["x In 2011.", "a In 2011."]


def test_raised_letters_without_a_table_are_words() -> None:
    below = (
        "<paragraph class='FootnoteText'><content><p><sup>a</sup> Rest.</p></content></paragraph>"
    )
    found = resolution(body=below + numbered("Decides to rest."))
    assert found.footnotes == ()


def test_a_table_of_empty_cells_without_end_is_cut() -> None:
    rows = "<tr><td colspan='30' rowspan='99999'><p>Fiji</p></td></tr>" + "<tr/>" * 3000
    found = resolution(body=numbered("Decides on shares:") + f"<table>{rows * 2}</table>")
    shares = by_id(found)["op1-p1"]
    assert sum(map(len, shares.rows)) <= 50_000 + 2


@pytest.mark.parametrize(
    "stray",
    [
        "<table>Shares<tr><td><p>Fiji</p></td></tr></table>",
        "<table><tr>Shares<td><p>Fiji</p></td></tr></table>",
        "<table><tr><td><p>Fiji</p></td>Shares</tr></table>",
        "<table><tbody><tr><th><p>Fiji</p></th></tr>Shares</tbody></table>",
        "<table><tr><td><p>Fiji</p></td></tr><p>Shares</p></table>",
        "<table><tr><td><p>Fiji</p></td><p>Shares</p></tr></table>",
    ],
)
def test_words_outside_the_cells_of_a_table_are_not_lost(stray: str) -> None:
    found = resolution(body=numbered("Decides on shares:") + stray)
    assert {"Fiji", "Shares"} <= {one.text for one in found.paragraphs}
