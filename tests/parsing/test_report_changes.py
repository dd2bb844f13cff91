"""Two parses of a file compared: what is gone is lost, what is new gained, the rest changed."""

from copy import deepcopy

import pytest

from archive.parsing.contract import Record, record_of
from archive.parsing.parsed import ParseError
from archive.parsing.report_changes import Turn, changes_between
from archive.parsing.report_items import compact
from tests.parsing.printed import parsed, word_text

VOTE = (
    "Adopted at the 89th meeting, on 19 December 2011, by a recorded vote of 98 to 0, "
    "with 2 abstentions"
)
TEXT = word_text(
    [
        "Recalling its resolution 53/144 of 9 December 1998,1",
        "Noting the words of A/62/53 with care, and nothing else at all,",
        "Welcoming the third thing,",
    ],
    ["Calls upon all States:\n\t\t(a)\tTo act;\n\t\t(b)\tTo wait;", "Decides it.2"],
    notes=["Resolution 53/144, annex.", "See A/66/203."],
    front=[VOTE],
    after=["A/RES/66/164"],
)


@pytest.fixture
def before() -> Record:
    return record_of("a.txt", TEXT.encode(), outcome=parsed(TEXT))


@pytest.fixture
def after(before: Record) -> Record:
    return deepcopy(before)


def _said(before: Record, after: Record) -> list[tuple[str, str]]:
    return [(change.turn.value, change.what) for change in changes_between(before, after)]


def test_the_same_parse_has_no_changes(before: Record, after: Record) -> None:
    assert changes_between(before, after) == []


def test_a_compact_record_says_the_same(before: Record) -> None:
    small = compact(before)
    assert changes_between(small, before) == changes_between(before, small) == []
    assert "conflict" not in small["citations"][0]
    assert small["masthead"]["adoption"]["against"] == 0


@pytest.mark.parametrize(
    ("key", "index", "what"),
    [
        (
            "paragraphs",
            1,
            "pp2 paragraph “Noting the words of A/62/53 with care, and nothing else at ",
        ),
        ("footnotes", 1, "fn2 note “See A/66/203.”"),
        ("citations", 0, "pp1 citation “resolution 53/144 of 9 December 1998”"),
    ],
)
def test_what_vanished_is_lost_and_what_appeared_is_gained(
    before: Record, after: Record, key: str, index: int, what: str
) -> None:
    found = before[key][index]
    del after[key][index]
    words = found["text"]
    lost, gained = _said(before, after), _said(after, before)
    assert [turn for turn, _ in lost] == ["lost"]
    assert [turn for turn, _ in gained] == ["gained"]
    assert lost[0][1] == gained[0][1]
    assert lost[0][1].startswith(what[:40])
    assert words[:30] in lost[0][1]


def test_a_marker_is_lost_when_its_note_is_marked_no_more(before: Record, after: Record) -> None:
    after["paragraphs"][0]["footnote_markers"].clear()
    after["footnotes"][0]["marked_in"] = None
    assert ("lost", "pp1 marker “1”") in _said(before, after)
    assert any(
        turn == "lost" and what.startswith("fn1 note") and "marked_in “pp1” → “”" in what
        for turn, what in _said(before, after)
    )


def test_a_marker_elsewhere_is_changed(before: Record, after: Record) -> None:
    after["paragraphs"][0]["footnote_markers"][0]["offset"] = 9
    [(turn, what)] = _said(before, after)
    assert turn == "changed"
    assert what.startswith("pp1 marker “1”: after “")
    assert what.endswith("→ “Recalling”")


@pytest.mark.parametrize("field", ["symbol", "adopted_on"])
def test_a_field_of_the_masthead_is_lost_by_name(before: Record, after: Record, field: str) -> None:
    value = after["masthead"][field]
    after["masthead"][field] = None
    assert _said(before, after) == [("lost", f"{field} “{value}”")]
    assert _said(after, before) == [("gained", f"{field} “{value}”")]
    after["masthead"][field] = "other"
    assert _said(before, after) == [("changed", f"{field} “{value}” → “other”")]


def test_a_count_of_none_is_a_count(before: Record, after: Record) -> None:
    after["masthead"]["adoption"]["against"] = None
    assert _said(before, after) == [("lost", "against “0”")]


def test_a_list_loses_its_entries_one_by_one(before: Record, after: Record) -> None:
    before["masthead"]["sponsors"] = ["Chad", "France", "Peru"]
    after["masthead"]["sponsors"] = ["Chad", "Peru", "Togo"]
    assert _said(before, after) == [("lost", "sponsors “France”"), ("gained", "sponsors “Togo”")]


def test_paragraphs_after_a_lost_one_keep_their_words_under_other_anchors(
    before: Record, after: Record
) -> None:
    del after["paragraphs"][1]
    after["paragraphs"][1]["id"] = "pp2"
    after["citations"] = [one for one in after["citations"] if one["source"] != "pp2"]
    said = _said(before, after)
    assert sum(turn == "lost" for turn, _ in said) == 2
    assert (
        "changed",
        "pp3 paragraph “Welcoming the third thing,”: anchor “pp3” → “pp2”",
    ) in said


def test_what_points_to_a_renamed_paragraph_has_not_changed(before: Record, after: Record) -> None:
    for one in after["paragraphs"]:
        one["id"] = one["id"].replace("op1", "op7")
        one["parent"] = one["parent"] and one["parent"].replace("op1", "op7")
    assert [what.partition(" ")[0] for _, what in _said(before, after)] == ["op1", "op1-a", "op1-b"]


def test_a_paragraph_that_reads_otherwise_shows_where(before: Record, after: Record) -> None:
    after["paragraphs"][1]["text"] = before["paragraphs"][1]["text"].replace("nothing", "no thing")
    assert _said(before, after) == [
        (
            "changed",
            (
                "pp2 paragraph “Noting the words of A/62/53 with care, and nothing else at a…”: "
                "text “…53 with care, and nothing else at all,” → “…53 with care, and no thing "
                "else at all,”"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("key", "index", "field"),
    [
        ("paragraphs", 0, "opening"),
        ("paragraphs", 0, "form"),
        ("paragraphs", 3, "label"),
        ("paragraphs", 4, "parent"),
        ("citations", 0, "target"),
        ("citations", 0, "date"),
    ],
)
def test_a_value_that_is_there_no_more_is_lost(
    before: Record, after: Record, key: str, index: int, field: str
) -> None:
    assert before[key][index][field]
    after[key][index][field] = None
    [(turn, what)] = _said(before, after)
    assert (turn, f": {field} “" in what) == ("lost", True)
    assert [turn for turn, _ in _said(after, before)] == ["gained"]


@pytest.mark.parametrize("words", ["Recalling its resolution 53/144,", "Recalling"])
def test_words_that_are_in_no_paragraph_any_more_are_lost(
    before: Record, after: Record, words: str
) -> None:
    after["paragraphs"][0]["text"] = words
    count = sum(map(str.isalnum, before["paragraphs"][0]["text"])) - sum(map(str.isalnum, words))
    assert ("lost", f"{count} letters and figures of the paragraphs and notes") in _said(
        before, after
    )


def test_words_that_go_from_one_paragraph_to_another_are_not_lost(
    before: Record, after: Record
) -> None:
    first, second = after["paragraphs"][:2]
    first["text"] = first["text"].removesuffix(" of 9 December 1998,")
    second["text"] = f"of 9 December 1998, {second['text']}"
    assert {turn for turn, _ in _said(before, after)} == {"changed"}


def test_other_words_under_the_same_anchor_are_another_paragraph(
    before: Record, after: Record
) -> None:
    after["paragraphs"][2]["text"] = "Deeply alarmed by much that happened elsewhere,"
    assert [turn for turn, _ in _said(before, after)] == ["lost", "gained"]


def test_a_citation_that_leads_elsewhere_is_changed(before: Record, after: Record) -> None:
    after["citations"][0]["target"] = "A/HRC/RES/53/144"
    assert _said(before, after) == [
        (
            "changed",
            (
                "pp1 citation “resolution 53/144 of 9 December 1998”: target “A/RES/53/144” → "
                "“A/HRC/RES/53/144”"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("key", "entry", "name"),
    [
        (
            "warnings",
            {"code": "number_gap", "message": "!", "where": "op3"},
            "op3 warning “number_gap”",
        ),
        ("mends", {"where": "pp1", "found": "a b", "mended": "ab"}, "pp1 mend “ab”"),
        ("leftovers", "2/7", "file leftover “2/7”"),
        ("candidates", {"session": 66, "symbol": None, "evidence": "x"}, "file candidate “x”"),
    ],
)
def test_what_is_said_of_a_parse_is_no_loss(
    before: Record, after: Record, key: str, entry: object, name: str
) -> None:
    after[key].append(entry)
    assert _said(before, after) == [("changed", f"{name} new")]
    assert _said(after, before) == [("changed", f"{name} gone")]


@pytest.mark.parametrize(
    ("earlier", "later", "said"),
    [
        (None, "binary_file", [("lost", "the whole file: binary_file: It is binary.")]),
        ("binary_file", None, [("gained", "the whole file, which was refused: binary_file")]),
        ("binary_file", "too_large", [("changed", "its refusal: binary_file → too_large")]),
        ("binary_file", "binary_file", []),
    ],
)
def test_a_refusal_is_a_loss_of_the_whole_file(
    before: Record, earlier: str | None, later: str | None, said: list[tuple[str, str]]
) -> None:
    def record(code: str | None) -> Record:
        refused = ParseError(code or "", "It is binary.")
        return record_of("a.txt", b"x", outcome=refused) if code else before

    assert _said(record(earlier), record(later)) == said


def test_a_baseline_without_newer_keys_can_be_compared(before: Record, after: Record) -> None:
    for one in before["paragraphs"]:
        del one["form"]
    turns = {change.turn for change in changes_between(before, after)}
    assert turns == {Turn.GAINED}
