"""A PDF file gives the paragraphs, notes and masthead that it prints."""

from archive.parsing.pipeline import parse
from tests.parsing.pdf_files import BOLD, Look, Part, Typesetter, masthead
from tests.parsing.printed import codes_of, markers_of, texts_of

PREAMBLE = (
    (
        "Recalling its resolution 53/144 of 9 December 1998,{1} by which it adopted the "
        "Declaration on the right and responsibility of everyone to promote human rights,"
    ),
    (
        "Gravely concerned by the threats and the reprisals that people who speak for the rights "
        "of others face in many countries,{2}"
    ),
)
OPERATIVE = (
    (
        "1. Calls upon all States to give effect to the Declaration and to keep safe those who "
        "act on it, at home and abroad;"
    ),
    "2. Decides to remain seized of the matter.",
)
NOTES = {"1": "Resolution 53/144, annex.", "2": "See A/66/203, paras. 12 to 14."}


def _document(look: Look) -> bytes:
    setter = Typesetter(look, NOTES)
    masthead(setter, symbol="A/RES/70/999", date="15 February 2016")
    setter.begin_at(230)
    setter.add(Part("70/999. Safety of those who speak", font=BOLD, align="left"))
    setter.add(Part("<i>The General Assembly,</i>"))
    for words in (*PREAMBLE, *OPERATIVE):
        setter.add(Part(words))
    return setter.data()


def test_a_document_is_read_as_it_is_printed() -> None:
    found = parse(_document(Look(head="A/RES/70/999")))
    assert list(texts_of(found)) == ["pp1", "pp2", "op1", "op2"]
    assert texts_of(found)["op2"] == "Decides to remain seized of the matter."
    assert markers_of(found) == {"pp1": [("1", 51)], "pp2": [("2", 121)]}
    assert [note.text for note in found.footnotes] == list(NOTES.values())
    assert (found.format, found.masthead.symbol) == ("pdf", "A/RES/70/999")
    assert found.masthead.title == "Safety of those who speak"
    assert codes_of(found) == []
