"""Items of a page’s lists have the labels that browsers show, whatever the page does."""

import pytest

from archive.parsing.readers.html import read

HEAD = "<html><body><p>The General Assembly,</p><p>Recalling all that was said of the lamps,</p>"
NOTE = "<p><sup>1</sup> See A/44/12, chap. II."


def test_marks_out_of_place_and_lists_without_end_do_no_harm() -> None:
    page = "<li>x</li></ol><td>y</td><sup><p>z</sup><a href='#q'>1<div>w</a><table><td>t</table>"
    reading = read(page.encode())
    shown = "".join("".join(block.text for block in reading.blocks).split())
    assert sorted(shown) == sorted("xyz1wt")


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [
        ("", ["1.", "2.", "3."]),
        ("start=4", ["4.", "5.", "6."]),
        ("type=A", ["(A)", "(B)", "(C)"]),
        ("type=i start=3", ["(iii)", "(iv)", "(v)"]),
        ("type=I start=9", ["(IX)", "(X)", "(XI)"]),
        ("type=a start=26", ["(z)", "(aa)", "(ab)"]),
        ("type=a start=-1", ["-1.", "0.", "(a)"]),
        ("type=i start=4000", ["4000.", "4001.", "4002."]),
        ("style='list-style-type: lower-alpha'", ["(a)", "(b)", "(c)"]),
        ("style='list-style: none'", ["", "", ""]),
        ("style='list-style: url(x)'", ["1.", "2.", "3."]),
        ("start=many type=z", ["1.", "2.", "3."]),
    ],
)
def test_a_list_counts_as_browsers_do(attributes: str, labels: list[str]) -> None:
    items = "<li>Lamps<sup>1</sup>,<li>Wicks,<li>Oil."
    body = f"{HEAD}<ol {attributes}>{items}</ol><ul><li>Rest</ul>{NOTE}"
    blocks = [block for block in read(body.encode()).blocks if block.text[:4] in "LampWickOil."]
    assert [block.label for block in blocks] == labels


def test_an_item_may_name_its_number_and_print_its_own_label() -> None:
    body = f"{HEAD}<ol><li value=7>Lamps<sup>1</sup>,<li>(b) Wicks,</ol>{NOTE}"
    blocks = read(body.encode()).blocks
    assert [block.label for block in blocks if block.text.endswith(",")] == ["", "", "7.", ""]
