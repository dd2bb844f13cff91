"""An opening is the words a paragraph begins with, up to where its object begins."""

import pytest

from archive.parsing.openings import find_declared_opening, find_opening, normal_form

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
    ("Remaining deeply concerned about", "Remaining deeply concerned", "concerned"),
    ("Having been made aware of", "Having been made aware", "be made aware"),
    ("Being of the opinion that", "Being of the opinion", "be of the opinion"),
    ("Believing it necessary to", "Believing it necessary", "believe necessary"),
    ("Taking special note of", "Taking special note", "take note"),
    ("Calling attention also to the", "Calling attention also", "call attention to"),
    ("Whereas it is desirable that", "Whereas", "whereas"),
    ("Having heard and considered the statements", "Having heard and considered", "hear"),
    ("Acutely conscious of the", "Acutely conscious", "conscious"),
    ("Emphasizing equally the importance", "Emphasizing equally", "emphasize"),
    ("Noting highly indebted countries", "Noting", "note"),
    ("Welcoming in this regard the efforts", "Welcoming", "welcome"),
    ("Taking stock of the", "Taking stock", "take stock"),
    ("Taking the necessary measures", "Taking", "take"),
    ("Building upon the results", "Building upon", "build upon"),
    ("Drawing on the lessons", "Drawing on", "draw on"),
    ("Recalling its decision to", "Recalling", "recall"),
    ("Recalling its request that", "Recalling its request", "recall"),
    ("Expressing its fears about", "Expressing its fears", "express fear"),
    ("Deeply concerned further about", "Deeply concerned further", "concerned"),
    ("Expressing its concern with respect to", "Expressing its concern", "express concern"),
    ("Expressing gravest concerns about", "Expressing gravest concerns", "express concern"),
    ("Affirming its strong support for", "Affirming", "affirm"),
    ("Reaffirming also its desire to", "Reaffirming also", "reaffirm"),
    ("Proceeding from the fact that", "Proceeding from", "proceed from"),
]
OPERATIVE = [
    ("Appeals to Member States", "Appeals", "appeal to"),
    ("Calls attention to and reaffirms", "Calls attention to and reaffirms", "call attention to"),
    ("Draws the attention of Governments", "Draws the attention", "draw the attention of"),
    ("Considers it alarming that", "Considers it alarming", "consider alarming"),
    ("Condemns unequivocally measures", "Condemns unequivocally", "condemn"),
    ("Condemns without any reservation all", "Condemns without any reservation", "condemn"),
    ("Acknowledges and profoundly regrets", "Acknowledges and profoundly regrets", "acknowledge"),
    ("Reiterates its invitation to States", "Reiterates its invitation", "reiterate"),
    ("Reiterates its previous requests to", "Reiterates its previous requests", "reiterate"),
    ("Underscores its very serious concern", "Underscores its very serious concern", "underscore"),
    ("Takes notes with satisfaction of", "Takes notes with satisfaction", "take note"),
    ("Takes the opportunity to", "Takes", "take"),
    ("Admits the Republic", "Admits", "admit"),
    ("Calls upon all States", "Calls upon", "call upon"),
    ("Calls also upon all States", "Calls also upon", "call upon"),
    ("Also calls upon all States", "Also calls upon", "call upon"),
    ("Strongly condemns the violence", "Strongly condemns", "condemn"),
    ("Takes note with appreciation of", "Takes note with appreciation", "take note"),
    ("Continues to express concern about", "Continues to express concern", "express concern"),
    ("Expresses concern about", "Expresses concern", "express concern"),
    ("Condemns in the strongest terms all", "Condemns in the strongest terms", "condemn"),
    ("Pays tribute to the", "Pays tribute", "pay tribute to"),
    ("Decides to remain seized", "Decides", "decide"),
    ("Notes with interest the", "Notes with interest", "note"),
    ("Calls also for", "Calls also for", "call for"),
    ("Calls States to account", "Calls", "call"),
    ("Appeals also and again", "Appeals also", "appeal"),
    ("Calls once again upon Israel", "Calls once again upon", "call upon"),
    ("Calls, in particular, for the", "Calls", "call for"),
    ("Calls, in particular, States", "Calls", "call"),
    ("Calls for further measures", "Calls for", "call for"),
    ("Encourages further efforts", "Encourages", "encourage"),
    ("Encourages further the States", "Encourages further", "encourage"),
    ("Encourages further States", "Encourages further", "encourage"),
    ("Recognizes and calls for further measures", "Recognizes and calls for", "recognize"),
    ("Welcomes and calls for the", "Welcomes and calls for", "welcome"),
    ("Commends and expresses its thanks to", "Commends and expresses its thanks", "commend"),
    ("In that regard, notes the", "In that regard, notes", "note"),
    ("Accordingly decides to", "Accordingly decides", "decide"),
    ("Remains deeply concerned at", "Remains deeply concerned", "concerned"),
    ("Remains of that view", "Remains", "remain"),
    ("States that it", "States", "state"),
    ("Questions the need", "Questions", "question"),
    ("Lays down the rules", "Lays down", "lay down"),
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
    "In that regard, the States",
    "States should act",
    "Questions of procedure",
    "Offers by States",
    "Objects and purpose of the Fund",
    "Taking Forward the Group of 20 and the Assembly",
    "Taking action against hunger",
    "Building a culture of peace",
    "Bringing peace to the region",
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


@pytest.mark.parametrize(
    ("text", "printed", "normal"),
    [
        ("We reaffirm our commitment", "We reaffirm", "reaffirm"),
        ("We also call upon States", "We also call upon", "call upon"),
        ("We are also determined to", "We are also determined", "determined"),
        ("Reaffirm that", "Reaffirm", "reaffirm"),
        ("Note with concern the", "Note with concern", "note"),
        ("Firmly believe that", "Firmly believe", "believe"),
        ("We will spare no effort", "We will spare", "spare"),
        ("We must redouble our efforts", "We must redouble", "redouble"),
        ("Note that", "Note", "note"),
        ("Aim to ensure", "Aim", "aim"),
    ],
)
def test_paragraphs_of_declarations_open_in_the_first_person(
    text: str, printed: str, normal: str
) -> None:
    found = find_declared_opening(text)
    assert found is not None
    assert (found.printed, found.normal, found.is_preambular) == (printed, normal, False)
    assert find_opening(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "We, heads of State, act",
        "We are of one mind",
        "reaffirm it",
        "Concerned at",
        "The",
        "Direct expenses of the Administration",
        "We will not",
    ],
)
def test_other_words_of_declarations_open_none(text: str) -> None:
    assert find_declared_opening(text) is None
