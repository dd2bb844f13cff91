"""Bytes go in, a whole parse or one named refusal comes out."""

import pickle

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.pipeline import PARSER_VERSION, parse
from tests.parsing.printed import codes_of, parsed, texts_of, word_text

LETTER = (
    "Dear colleague,\n\nI send you the minutes of our meeting, and a list:\n1. Bread;\n2. Milk.\n"
)


def _refusal(text: str) -> ParseError:
    with pytest.raises(ParseError) as refused:
        parsed(text)
    return refused.value


@pytest.mark.parametrize(
    "text",
    [
        LETTER,
        "Lorem ipsum dolor sit amet. " * 50,
        "A story whose lines were cut by width and that\ngoes on and on for many lines and\n" * 9,
        "Recalling its resolution 53/144,\n",
        "Recalling its resolution 53/144,\nNoting it,\n",
        "1. Decides to remain seized of the matter.\n",
        "The General Assembly,\nwas large that year.\n",
        "L’Assemblée générale,\nRappelant sa résolution 53/144,\n1. Décide de rester saisie.\n",
    ],
)
def test_a_text_that_is_no_resolution_in_english_is_refused_with_advice(text: str) -> None:
    refused = _refusal(text)
    assert refused.code == "not_a_resolution"
    assert "check that the file is a resolution in English" in refused.message


def test_one_paragraph_below_an_organ_is_a_resolution() -> None:
    assert list(texts_of(parsed("The General Assembly,\n1. Decides to act.\n"))) == ["op1"]


def test_a_text_without_an_organ_needs_a_preamble_and_a_decision() -> None:
    assert list(texts_of(parsed("Recalling it,\n1. Decides to act.\n"))) == ["pp1", "op1"]


def test_words_known_from_elsewhere_mend_words() -> None:
    text = word_text(["Recalling the rights of the Chak ma people,"])
    assert texts_of(parsed(text))["pp1"].endswith("Chak ma people,")
    found = parse(text.encode(), vocabulary=frozenset({"chakma"}))
    assert texts_of(found)["pp1"].endswith("Chakma people,")


def test_what_was_done_to_the_encoding_is_among_the_warnings() -> None:
    found = parse(word_text(["Recalling the “Declaration”,"]).encode("cp1252"))
    assert codes_of(found) == ["encoding_mended"]
    assert texts_of(found)["pp1"] == "Recalling the “Declaration”,"


def test_a_parse_carries_the_version_of_the_parser_and_the_format() -> None:
    found = parsed(word_text())
    assert (found.parser_version, found.format) == (PARSER_VERSION, "text")


def test_markup_in_a_text_stays_text() -> None:
    found = parsed(word_text(["Recalling the <script>alert(1)</script> of the Declaration,"]))
    assert texts_of(found)["pp1"] == "Recalling the <script>alert(1)</script> of the Declaration,"


def test_a_refusal_crosses_processes_with_its_code_and_its_words() -> None:
    error = pickle.loads(pickle.dumps(ParseError("empty_file", "The file is empty.")))
    assert (error.code, error.message, str(error)) == (
        "empty_file",
        "The file is empty.",
        "The file is empty.",
    )
