"""What does not hold of a parse is named, with the place and the words."""

from dataclasses import replace

import pytest

from archive.parsing.checks import account, check, check_account
from archive.parsing.parsed import (
    Footnote,
    Marker,
    Masthead,
    Mend,
    Paragraph,
    ParagraphKind,
    ParsedResolution,
)
from tests.parsing.printed import parsed, word_text


def _paragraph(anchor: str, **fields: object) -> Paragraph:
    values: dict[str, object] = {
        "id": anchor,
        "kind": ParagraphKind.OPERATIVE,
        "number": None,
        "label": None,
        "parent": None,
        "opening": "Urges",
        "text": "Urges States;",
    }
    return Paragraph(**(values | fields))  # type: ignore[arg-type]


def _operative(number: int, anchor: str | None = None) -> Paragraph:
    return _paragraph(anchor or f"op{number}", number=number, label=f"{number}.")


def _sub(label: str) -> Paragraph:
    return _paragraph(f"op1-{label.strip('()')}", label=label, parent="op1", opening=None)


def _note(number: str = "1", *, marked_in: str | None = "op1") -> Footnote:
    return Footnote(id=f"fn{number}", number=number, text="See it.", marked_in=marked_in)


def _parse(
    *paragraphs: Paragraph, notes: tuple[Footnote, ...] = (), **more: object
) -> ParsedResolution:
    return ParsedResolution(
        format="text", parser_version="1", paragraphs=paragraphs, footnotes=notes, **more  # type: ignore[arg-type]
    )  # fmt: skip


def _found(*paragraphs: Paragraph, **more: object) -> list[tuple[str, str, str]]:
    warnings = check(_parse(*paragraphs, **more))  # type: ignore[arg-type]
    return [(warning.code, warning.where, warning.message) for warning in warnings]


def test_a_sound_parse_has_no_warnings() -> None:
    marked = replace(_operative(1), markers=(Marker(number="1", offset=3),))
    assert _found(marked, _operative(2), notes=(_note(),)) == []


def test_numbers_that_do_not_run_on_are_named() -> None:
    assert _found(_operative(2), _operative(3), _operative(5)) == [
        ("number_gap", "op2", "Paragraph 1 was expected and 2 was found."),
        ("number_gap", "op5", "Paragraph 4 was expected and 5 was found."),
    ]


def test_each_part_has_numbers_of_its_own() -> None:
    assert _found(_operative(1), _operative(1, "part-2-op1"), _operative(2, "part-2-op2")) == []


def test_an_operative_opening_without_a_number_among_numbered_paragraphs_is_named() -> None:
    resolves = _paragraph(
        "pp2", kind=ParagraphKind.PREAMBULAR, number=2, opening="Resolves", text="Resolves that:"
    )
    noting = replace(resolves, id="pp1", number=1, opening="Noting", text="Noting it,")
    unknown = replace(resolves, id="pp3", number=3, opening="Sustaining", text="Sustaining it,")
    assert _found(noting, resolves, unknown, _operative(1)) == [
        ("number_missing", "pp2", "“Resolves” opens an operative paragraph that has no number.")
    ]


@pytest.mark.parametrize(
    "labels", [["(a)", "(b)"], ["(i)", "(ii)"], ["(h)", "(i)"][1:], ["(1)", "(2)"], ["a.", "b."]]
)
def test_sub_paragraphs_that_run_on_are_sound(labels: list[str]) -> None:
    assert _found(_operative(1), *map(_sub, labels)) == []


def test_sub_paragraphs_that_do_not_run_on_are_named() -> None:
    assert _found(_operative(1), _sub("(b)"), _sub("(d)")) == [
        ("letter_gap", "op1-b", "The sub-paragraph (b) stands first."),
        ("letter_gap", "op1-d", "The sub-paragraph (d) stands after (b)."),
    ]


def test_a_label_printed_twice_is_named() -> None:
    assert _found(_operative(1), _paragraph("op1-again1", label="1.")) == [
        ("label_repeated", "op1-again1", "The label 1. is printed more than once here.")
    ]


def test_markers_and_notes_that_do_not_meet_are_named() -> None:
    marked = replace(_operative(1), markers=(Marker(number="2", offset=3),))
    assert _found(marked, notes=(_note("1", marked_in=None),)) == [
        ("marker_without_note", "op1", "Note 2 is marked here and the file has no such note."),
        ("note_without_marker", "fn1", "No paragraph was found that marks note 1."),
    ]


def test_two_notes_of_one_number_are_named() -> None:
    marked = replace(_operative(1), markers=(Marker(number="1", offset=3),))
    assert _found(marked, notes=(_note(), _note())) == [
        ("note_repeated", "fn1", "2 notes carry the number 1.")
    ]


def test_markers_out_of_order_are_named() -> None:
    markers = (Marker(number="2", offset=3), Marker(number="1", offset=5))
    found = _found(replace(_operative(1), markers=markers), notes=(_note("1"), _note("2")))
    assert found == [("marker_out_of_order", "op1", "Note 1 is marked after note 2.")]


def test_a_paragraph_that_opens_with_unknown_words_is_named() -> None:
    assert _found(replace(_operative(1), opening=None)) == [
        ("opening_unknown", "op1", "No known opening: “Urges States;”.")
    ]


@pytest.mark.parametrize("words", ["Recalling it,", "3. It decides", "long " * 40])
def test_words_left_over_that_may_be_text_are_named(words: str) -> None:
    assert [code for code, _, _ in _found(leftovers=("3", "____", words))] == ["text_left_over"]


@pytest.mark.parametrize(
    "words",
    ["iiResolution 217 A (III).", "ivA/78/131 and Add.1.", "Ibid., p. 3.", "See “A/C.3/1.”"],
)
def test_a_note_left_over_is_named_however_short_and_whatever_numbers_it(words: str) -> None:
    assert [code for code, _, _ in _found(leftovers=(words,))] == ["text_left_over"]


@pytest.mark.parametrize("words", ["A/RES/53/144", "Resolution 53/144", "All rights reserved."])
def test_symbols_and_sentences_around_a_text_are_no_notes_of_it(words: str) -> None:
    assert _found(leftovers=(words,)) == []


def test_characters_lost_or_made_up_are_counted_and_shown() -> None:
    parse = _parse(_paragraph("op1", text="Urges States now;"))
    warnings = check_account("Urges all States;", parse)
    assert [(warning.code, warning.message) for warning in warnings] == [
        ("content_missing", "The parse lost 2 characters: “ll”."),
        ("content_invented", "The parse invented 3 characters: “now”."),
    ] or [warning.code for warning in warnings] == ["content_missing", "content_invented"]


def test_every_part_of_a_parse_counts_and_mends_are_undone() -> None:
    parse = _parse(
        _paragraph("op1", label="1.", text="funda", markers=(Marker(number="7", offset=5),)),
        notes=(_note("8"),),
        masthead=Masthead(lines=("66/164",)),
        leftovers=("__",),
        mends=(Mend(where="op1", found="fun-da", mended="funda"),),
    )
    source = "66/164 1. fun-da7 __ 8 See it."
    missing, invented = account(source, parse)
    assert (missing.total(), invented.total()) == (0, 0)


def test_a_whole_file_is_accounted_for() -> None:
    assert parsed(word_text()).warnings == ()


def test_numbers_and_letters_put_in_between_leave_no_gap() -> None:
    between = _paragraph("op2bis", number=2, label="2 bis.")
    assert _found(_operative(1), _operative(2), between, _operative(3)) == []
    assert _found(_operative(1), _sub("(a)"), _sub("(a bis)"), _sub("(b)"), _sub("•")) == []


def test_a_first_letter_within_the_words_above_leaves_no_gap() -> None:
    assert _found(replace(_operative(1), text="(a) Urges;"), _sub("(b)")) == []


def _lettered(first: str, second: str) -> str:
    """Two resolutions of one number, each below what heads it."""
    body = ["The General Assembly,", "Recalling its resolution 78/87,", "1. Decides so."]
    end = ["54th plenary meeting", "17 December 2024"]
    head = ["A/RES/79/912 A-B", "79/912. Questions relating to records"]
    return "\n".join([*head, first, *body, *end, second, *body, *end]) + "\n"


def test_a_file_of_resolutions_under_letters_is_said_to_hold_them() -> None:
    found = parsed(_lettered("A", "B"))
    assert [(w.code, w.where) for w in found.warnings] == [("several_resolutions", "masthead")]
    assert "holds 2 resolutions under A/RES/79/912;" in found.warnings[0].message


@pytest.mark.parametrize(
    "printed",
    [
        _lettered("A first title", "A second title"),
        word_text(after=["A", "Urges States;", "B", "Urges States again;"]),
    ],
)
def test_other_parts_are_not_said_to_be_several_resolutions(printed: str) -> None:
    assert "several_resolutions" not in [warning.code for warning in parsed(printed).warnings]
