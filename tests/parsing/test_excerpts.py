"""Excerpts: what delegates paste is read by paragraphs, with its own labels and brackets."""

import pytest

from archive.parsing.aside import outcome_of
from archive.parsing.parsed import Paragraph, ParagraphKind, ParsedResolution, ParseError
from tests.parsing.readers.word.files import NUMBERING, document, listed, p

CITES = "Recalling its resolution 53/144 of 9 December 1998,"
LONG = (
    "all States to take the measures that are needed for the protection of human rights defenders "
    "wherever they may be;"
)


def _read(text: str) -> ParsedResolution:
    parsed = outcome_of(text.encode())
    assert isinstance(parsed, ParsedResolution)
    assert not {"content_missing", "content_invented"} & {one.code for one in parsed.warnings}
    return parsed


def _paragraphs(*lines: str) -> list[Paragraph]:
    return list(_read("\n".join(lines)).paragraphs)


def _anchors(*lines: str) -> list[str]:
    return [one.id for one in _paragraphs(*lines)]


@pytest.mark.parametrize(
    ("label", "anchor"),
    [
        ("5.", "op5"),
        ("5", "op5"),
        ("5)", "op5"),
        ("5:", "op5"),
        ("5 –", "op5"),
        ("OP5.", "op5"),
        ("OP 5", "op5"),
        ("OP5bis.", "op5bis"),
        ("5bis.", "op5bis"),
        ("5. bis", "op5bis"),
        ("5 sexies.", "op5sexies"),
        ("5 alt.", "op5alt"),
        ("OP5alt", "op5alt"),
        ("5bis alt.", "op5bisalt"),
        ("PP5.", "pp1"),
        ("•", "op1"),
        ("-", "op1"),
    ],
)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("[", "]"), ("[", ""), ("[[", "]]")])
def test_a_paragraph_has_its_number_whatever_its_label(
    label: str, anchor: str, before: str, after: str
) -> None:
    opens = "Recalling" if label.startswith("PP") else "Urges"
    [paragraph] = _paragraphs(f"{before}{label} {opens} {LONG}{after}")
    assert (paragraph.id, paragraph.opening) == (anchor, opens)
    assert paragraph.text == f"{before}{opens} {LONG}{after}"


def test_labels_begin_paragraphs_where_lines_are_cut_by_width() -> None:
    words = LONG.replace("measures that ", "measures that\n").replace("wherever ", "wherever\n")
    labels = ("OP1.", "[2.", "3bis.", "4 alt.", "PP3")
    found = _anchors(*(f"{label} Urges {words}" for label in labels[:-1]), f"PP3 Noting {words}")
    assert found == ["op1", "op2", "op3bis", "op4alt", "pp1"]


def test_what_is_in_brackets_cites_and_opens_as_without() -> None:
    parsed = _read(f"[{CITES}]\nNoting the above,\n[1. Urges all States to act;]")
    first = parsed.paragraphs[0]
    assert (parsed.masthead.title, first.id, first.kind) == (None, "pp1", ParagraphKind.PREAMBULAR)
    [citation] = parsed.citations
    assert citation.target == "A/RES/53/144"
    assert first.text[citation.start : citation.end] == citation.text


@pytest.mark.parametrize("words", ["[Calls upon States to act];", "[Calls upon States to act;]"])
def test_a_paragraph_in_brackets_opens_though_it_has_no_number(words: str) -> None:
    first, second = _paragraphs("1. Urges all;", words)
    assert (first.id, second.text, second.opening) == ("op1", words, "Calls upon")


def test_options_in_brackets_are_words_of_the_paragraph() -> None:
    [paragraph] = _paragraphs("1. [Calls upon] [Urges] States to act;")
    assert paragraph.text == "[Calls upon] [Urges] States to act;"
    assert paragraph.opening is None


@pytest.mark.parametrize(
    "words", ["Urges [all] States to act;", "Urges States to [act];", "Urges [all] [States];"]
)
def test_brackets_around_some_words_stay_where_they_are(words: str) -> None:
    assert [one.text for one in _paragraphs(f"1. {words}", f"[2. {words}]")] == [
        words,
        f"[{words}]",
    ]


def test_sub_paragraphs_without_their_paragraph_are_counted_and_told() -> None:
    parsed = _read("(b) Ensure that all are safe;\n(c) Ensure more;\n5. Urges:\n(a) All to act;")
    assert [one.id for one in parsed.paragraphs][2:] == ["op5", "op5-a"]
    assert [one.text for one in parsed.paragraphs][:2] == [
        "Ensure that all are safe;",
        "Ensure more;",
    ]
    told = [one.message for one in parsed.warnings if one.code == "label_not_kept"]
    assert [one[:13] for one in told] == ["The label “(b", "The label “(c"]


@pytest.mark.parametrize("label", ["PP5", "PP1bis", "PP1 alt."])
def test_a_number_of_the_preamble_that_is_not_kept_is_told(label: str) -> None:
    assert [one.code for one in _read(f"PP1 {CITES}").warnings] == []
    [warning] = _read(f"{label} {CITES}").warnings
    assert (warning.code, warning.where) == ("label_not_kept", "pp1")


def test_paragraphs_of_the_preamble_may_stand_behind_operative_ones() -> None:
    parsed = _read(
        f"PP1 Noting all,\nOP1. Urges all;\n[PP2 {CITES}]\nPP: Aware of all,\nOP2. Asks all;"
    )
    assert [one.id for one in parsed.paragraphs] == ["pp1", "op1", "pp2", "pp3", "op2"]
    second = parsed.paragraphs[2]
    assert (second.kind, second.opening) == (ParagraphKind.PREAMBULAR, "Recalling")
    assert second.text == f"[{CITES}]"
    assert [one.source for one in parsed.citations] == ["pp2"]
    assert parsed.warnings == ()


def test_a_list_may_stand_below_a_paragraph_of_the_preamble() -> None:
    assert _anchors("PP1 Noting:", "(a) The one,", "(b) The other,") == ["pp1", "pp1-a", "pp1-b"]


def test_a_label_on_a_line_of_its_own_is_that_of_the_words_below() -> None:
    assert _anchors("OP2.", "Urges all;", "[", "3 bis.", "Calls upon all;]") == ["op2", "op3bis"]


def test_lists_with_dashes_are_below_their_paragraph() -> None:
    found = _anchors("1. Urges States to:", "- look at it", "- do it", "2. Decides to act.")
    assert found == ["op1", "op1-item1", "op1-item2", "op2"]


def test_bullets_before_paragraphs_that_open_are_nothing() -> None:
    assert _anchors("• Recalling this,", "• Noting that,", "- Urges all;") == ["pp1", "pp2", "op1"]
    assert _anchors("1. Notes that:", "• Addressing threats;") == ["op1", "op1-item1"]


@pytest.mark.parametrize(
    "line", ["Dear colleagues, lunch is at one.", "Lunch is at one", "53 States have acted."]
)
def test_whatever_has_words_is_a_paragraph(line: str) -> None:
    assert _paragraphs(line)[0].text == line
    assert _paragraphs(line)[0].kind is ParagraphKind.PREAMBULAR


def test_a_sentence_above_the_first_opening_is_a_paragraph_and_a_line_a_title() -> None:
    assert _anchors("States shall protect all;", "5. Urges all;") == ["pp1", "op5"]
    assert _read("Human rights defenders\n5. Urges all;").masthead.title == "Human rights defenders"


def test_what_has_no_words_is_refused() -> None:
    assert isinstance(outcome_of(b"["), ParseError)


def test_words_in_brackets_that_open_nothing_are_a_paragraph_where_they_end_like_one() -> None:
    found = _paragraphs("Noting the above,", "[and other texts];", "1. Urges all States to act;")
    assert [(one.id, one.text) for one in found[:2]] == [
        ("pp1", "Noting the above,"),
        ("pp2", "[and other texts];"),
    ]


def test_tables_and_numbered_lists_of_a_page_are_read_as_they_stand() -> None:
    table = "<table><tr><td>One</td><td>Two</td></tr><tr><td>Three</td><td>Four</td></tr></table>"
    page = (
        f"<html><body><p>{CITES}</p><p>1. Urges all States to act;</p><p>2.</p>{table}"
        "<ol start=3><li>Calls upon States to report;</li><li>Decides so.</li></ol></body></html>"
    )
    found = {one.id: one.text for one in _read(page).paragraphs}
    assert found["op1-p2"] == "One Two Three Four"
    assert (found["op3"], found["op4"]) == ("Calls upon States to report;", "Decides so.")


def test_numbers_that_a_document_counts_itself_stay() -> None:
    body = "".join([p(CITES), listed("Urges all States to act;"), listed("Decides so.")])
    parsed = outcome_of(document(body, numbering=NUMBERING))
    assert isinstance(parsed, ParsedResolution)
    assert [one.id for one in parsed.paragraphs] == ["pp1", "op1", "op2"]
