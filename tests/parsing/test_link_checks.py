"""A link that leads elsewhere than its words is reported; every other is left alone."""

import pytest

from archive.parsing.pipeline import parse
from tests.parsing.readers.akn4un.files import (
    ORGAN,
    RECALLING,
    akn,
    linked,
    note,
    numbered,
    statement,
    table,
)

MESSAGE = (
    "The link on “65/146” leads to A/HRC/RES/65/146, and the words cite A/RES/65/146, which is "
    "kept."
)
WORDS = "Recalling its resolution {} of 18 December 2010,"


def _warnings(words: str) -> list[tuple[str, str]]:
    preamble = f"{ORGAN}{RECALLING}<container><p>{words}</p></container>"
    found = parse(akn(statement(preamble=preamble)))
    return [(one.where, one.message) for one in found.warnings if one.code == "link_contradiction"]


def test_both_sides_are_named() -> None:
    assert _warnings(WORDS.format(linked("65/146", "A/HRC/RES/65/146"))) == [
        (
            "pp2",
            MESSAGE,
        )
    ]


@pytest.mark.parametrize(
    "link",
    [
        linked("65/146", "A/RES/65/146"),
        linked("65/146", "A/RES/65/146a-c"),
        linked("65/146", "A/RES/65/146(SUPP)"),
        linked("65/146", "nonsense"),
        "<a>65/146</a>",
        "<a href='https://example.org/A/RES/1/1'>65/146</a>",
        "<a href='https://docs.un.org/A/RES/65/146'>65/146</a>",
    ],
)
def test_a_link_that_agrees_or_leads_to_no_document_is_no_contradiction(link: str) -> None:
    assert _warnings(WORDS.format(link)) == []


def test_a_volume_of_what_is_named_agrees() -> None:
    words = f"Recalling the report ({linked('A/66/49', 'A/66/49 (Vol. I)')}),"
    assert _warnings(words) == []


def test_a_link_on_words_that_cite_nothing_is_left_alone() -> None:
    link = linked("the sea", "A/RES/65/146")
    assert _warnings(f"Recalling its resolution 65/147 and {link},") == []


def test_a_link_in_a_cell_of_a_table_is_looked_at_with_its_own_words() -> None:
    link = linked("65/146", "A/HRC/RES/65/146")
    rows = table(("Act", "Lamps"), (f"General Assembly resolution {link}", "Oil"))
    found = parse(akn(statement(body=numbered("Decides on lamps:") + rows)))
    told = [one for one in found.warnings if one.code == "link_contradiction"]
    assert [(one.where, one.message) for one in told] == [("op1-p1", MESSAGE)]


def test_a_link_in_a_note_is_looked_at() -> None:
    link = linked("A/66/203", "A/66/204")
    assert [where for where, _ in _warnings(f"Recalling rest,{note('1', f'See {link}.')}")] == [
        "fn1"
    ]


def test_words_that_a_mend_has_moved_are_found() -> None:
    link = linked("65/146", "A/HRC/RES/65/146")
    words = "Recalling the hu man rights and human rights of all and its resolution {} of 2010,"
    assert len(_warnings(words.format(link))) == 1


def test_words_that_a_mend_has_changed_are_left_alone() -> None:
    body = numbered(f"Recalls the {linked('hu man', 'A/RES/65/146')} rights, as humans do.")
    found = parse(akn(statement(body=body)))
    assert "link_contradiction" not in [one.code for one in found.warnings]
