"""An opening is the words a paragraph begins with, up to where its object begins."""

import pytest

from archive.parsing.openings import find_opening, normal_form

PREAMBULAR = [
    ("Recalling its resolution", "Recalling", "recall"),
    ("Recalling also all previous", "Recalling also", "recall"),
    ("Noting further with deep concern that", "Noting further with deep concern", "note"),
    ("Gravely concerned also by the", "Gravely concerned also", "concerned"),
    ("Bearing in mind the", "Bearing in mind", "bear in mind"),
    ("Taking into account the", "Taking into account", "take into account"),
    ("Having considered the report", "Having considered", "consider"),
    ("Having also taken note of", "Having also taken note", "take note"),
    ("Having regard to the report", "Having regard to", "have regard to"),
    ("Having in mind the report", "Having in mind", "have in mind"),
    ("Being deeply concerned at", "Being deeply concerned", "concerned"),
    ("Being aware of", "Being aware", "aware"),
    (
        "Expressing its deep appreciation to",
        "Expressing its deep appreciation",
        "express appreciation",
    ),
    ("Expressing regret and concern at", "Expressing regret and concern", "express regret"),
    ("Expressing concern and surprise at", "Expressing concern", "express concern"),
    ("Reaffirming its determination to", "Reaffirming its determination", "reaffirm"),
    ("Reiterating its call upon States", "Reiterating its call upon", "reiterate"),
    ("Alarmed and concerned at", "Alarmed and concerned", "alarmed"),
    ("Recognizing and affirming that", "Recognizing and affirming", "recognize"),
    ("Fulfilling its mandate", "Fulfilling", "fulfil"),
    ("Agreeing that", "Agreeing", "agree"),
    ("Stressing in particular that", "Stressing in particular", "stress"),
    ("Noting with States that", "Noting", "note"),
]
OPERATIVE = [
    ("Calls upon all States", "Calls upon", "call upon"),
    ("Calls also upon all States", "Calls also upon", "call upon"),
    ("Also calls upon all States", "Also calls upon", "call upon"),
    ("Strongly condemns the violence", "Strongly condemns", "condemn"),
    ("Takes note with appreciation of", "Takes note with appreciation", "take note"),
    ("Continues to express concern about", "Continues to express concern", "express concern"),
    ("Expresses concern about", "Expresses concern", "express concern"),
    ("Condemns in the strongest terms all", "Condemns in the strongest terms", "condemn"),
    ("Pays tribute to the", "Pays tribute to", "pay tribute to"),
    ("Decides to remain seized", "Decides", "decide"),
    ("Notes with interest the", "Notes with interest", "note"),
    ("Calls also for", "Calls also for", "call for"),
    ("Calls States to account", "Calls", "call"),
    ("Appeals also and again", "Appeals also", "appeal"),
]  # fmt: skip
NONE = [
    "",
    "recalling it",
    "The States",
    "Human rights defenders",
    "Having dinner",
    "With concern",
    "1. Urges",
    "“Recalling",
    "Further to the report",
]


@pytest.mark.parametrize(("text", "printed", "normal"), PREAMBULAR)
def test_a_preambular_opening_ends_where_its_object_begins(
    text: str, printed: str, normal: str
) -> None:
    found = find_opening(text)
    assert found is not None
    assert (found.printed, found.normal, found.is_preambular) == (printed, normal, True)


@pytest.mark.parametrize(("text", "printed", "normal"), OPERATIVE)
def test_an_operative_opening_ends_where_its_object_begins(
    text: str, printed: str, normal: str
) -> None:
    found = find_opening(text)
    assert found is not None
    assert (found.printed, found.normal, found.is_preambular) == (printed, normal, False)


@pytest.mark.parametrize("text", NONE)
def test_words_that_open_no_paragraph_are_no_opening(text: str) -> None:
    assert find_opening(text) is None


@pytest.mark.parametrize("text", ["Noting, with concern", "Noting  with concern", "Noting – it"])
def test_anything_but_a_single_space_ends_an_opening(text: str) -> None:
    found = find_opening(text)
    assert found is not None
    assert found.printed == "Noting"


@pytest.mark.parametrize(
    ("opening", "normal"),
    [
        ("Also calls upon", "call upon"),
        ("also calls upon", "call upon"),
        ("Noting further with deep concern", "note"),
        ("Sustains", "sustains"),
    ],
)
def test_the_normal_form_leaves_modifiers_out(opening: str, normal: str) -> None:
    assert normal_form(opening) == normal
