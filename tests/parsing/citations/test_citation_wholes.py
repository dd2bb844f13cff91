"""The document that prints a lettered part is cited beside the part."""

import pytest

from archive.parsing.citations import find_citations
from archive.parsing.symbols import Organ
from tests.parsing.citations.citing import note, paragraph

Whole = tuple[str, str | None, str | None]


def wholes_in(text: str, organ: Organ = Organ.GA) -> list[Whole]:
    citations = find_citations([paragraph(text)], [], organ=organ)
    return [
        (one.text, one.target, one.dated_on.isoformat() if one.dated_on else None)
        for one in citations
        if one.of_whole
    ]


WHOLES: dict[str, list[Whole]] = {
    "its resolution 45/58 P of 4 December 1990,": [("45/58", "A/RES/45/58", "1990-12-04")],
    "its resolutions 55/33 H and 55/20,": [("55/33", "A/RES/55/33", None)],
    "its resolutions 75/101 A and B,": [("75/101", "A/RES/75/101", None)],
    "its resolutions 75/253 B and 75/253 C.": [
        ("75/253", "A/RES/75/253", None),
        ("75/253", "A/RES/75/253", None),
    ],
    "Economic and Social Council resolution 2021/2 A,": [("2021/2", "E/RES/2021/2", None)],
    "its resolution 53/77 AA,": [("53/77", "A/RES/53/77", None)],
    "see A/RES/66/253A.": [("66/253", "A/RES/66/253", None)],
}


@pytest.mark.parametrize("text", WHOLES)
def test_a_lettered_part_cites_the_document_that_prints_it(text: str) -> None:
    assert wholes_in(text) == WHOLES[text]


@pytest.mark.parametrize(
    "text",
    [
        "its resolution 217 A (III)",
        "its resolution 3411 A and B (XXX)",
        "its resolution 45/58",
        "A/76/6 (Sect. 29A)",
        "its decision 2021/2 A",
    ],
)
def test_no_other_act_has_a_whole(text: str) -> None:
    assert wholes_in(text) == []


def test_a_note_that_says_ibid_repeats_the_part_alone() -> None:
    notes = [note("Resolution 45/58 P."), note("Ibid.", "2")]
    citations = find_citations([], notes, organ=Organ.GA)
    assert [(one.source, one.target) for one in citations] == [
        ("fn1", "A/RES/45/58P"),
        ("fn1", "A/RES/45/58"),
        ("fn2", "A/RES/45/58P"),
    ]


def test_a_reference_back_to_a_part_is_to_the_part() -> None:
    text = "its resolution 45/58 P, and the annex to that resolution"
    citations = find_citations([paragraph(text)], [], organ=Organ.GA)
    assert [(one.target, one.pinpoint) for one in citations if one.by_name] == [
        ("A/RES/45/58P", "annex")
    ]
