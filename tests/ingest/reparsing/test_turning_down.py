"""What a person turns down of another reading is as it is published, whatever it is."""

from dataclasses import replace
from typing import Any

import pytest

from archive.comparison.texts import differences
from archive.corrections.values import Correction, CorrectionError
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.replays import Replay
from archive.ingest.reparsing.comparing import Comparison
from archive.ingest.reparsing.left_behind import LeftBehind
from archive.ingest.reparsing.turning_down import key_of, ways_back
from archive.models import Ingestion
from archive.parsing.parsed import Footnote, Marker, ParsedResolution
from archive.parsing.pipeline import parse

TEXT = """Resolution adopted by the General Assembly on 19 December 2011
66/164.\tPromotion of the Declaration


\tThe General Assembly,
\tRecalling its resolution 53/144 of 9 December 1998,
\t1.\tCalls upon all States:
\t(a)\tTo act without delay;
\t(b)\tTo report to the Council;
\t2.\tWelcomes the report;
\t3.\tDecides to remain seized.
89th plenary meeting
19 December 2011
"""


def _with_notes(parsed: ParsedResolution) -> ParsedResolution:
    """The text with two notes, marked in op. 2."""
    notes = (
        Footnote(id="fn1", number="1", text="See above.", marked_in="op2"),
        Footnote(id="fn2", number="2", text="See below.", marked_in="op2"),
    )
    marks = (Marker(number="1", offset=8), Marker(number="2", offset=12))
    return replace(_changed(parsed, "op2", markers=marks), footnotes=notes)


def _changed(parsed: ParsedResolution, anchor: str, **fields: Any) -> ParsedResolution:
    return replace(
        parsed,
        paragraphs=tuple(
            replace(one, **fields) if one.id == anchor else one for one in parsed.paragraphs
        ),
    )


PUBLISHED = _with_notes(parse(TEXT.encode()))


def _noted(number: str, **fields: Any) -> ParsedResolution:
    notes = (replace(n, **fields) if n.number == number else n for n in PUBLISHED.footnotes)
    return replace(PUBLISHED, footnotes=tuple(notes))


def _in_order(*places: int) -> ParsedResolution:
    return replace(PUBLISHED, paragraphs=tuple(PUBLISHED.paragraphs[n] for n in places))


def _without_note(number: str) -> ParsedResolution:
    kept = tuple(note for note in PUBLISHED.footnotes if note.number != number)
    marks = tuple(one for one in _at("op2").markers if one.number != number)
    return _changed(replace(PUBLISHED, footnotes=kept), "op2", markers=marks)


def _at(anchor: str) -> Any:
    return next(one for one in PUBLISHED.paragraphs if one.id == anchor)


def _cited(**fields: Any) -> ParsedResolution:
    (one,) = PUBLISHED.citations
    return replace(PUBLISHED, citations=(replace(one, **fields),))


def _edition(now: ParsedResolution) -> Edition:
    replay = Replay.of(now)
    return Edition(
        ingestion=Ingestion(),
        corrections=(),
        as_parsed=now,
        corrected=replay.corrected,
        replay=replay,
    )


def _back(now: ParsedResolution) -> tuple[list[Correction], ParsedResolution]:
    """The corrections that turn all differences down, and the text with them."""
    edition = _edition(now)
    keys = [key_of(one) for one in differences(PUBLISHED, now)]
    assert keys
    made = ways_back(edition, PUBLISHED, keys=keys)
    return made, edition.after(made).parsed


def _masthead(**fields: Any) -> ParsedResolution:
    return replace(PUBLISHED, masthead=replace(PUBLISHED.masthead, **fields))


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(_noted("1", text="See elsewhere."), id="words of a note"),
        pytest.param(_without_note("2"), id="a note gone"),
        pytest.param(
            _changed(PUBLISHED, "op2", markers=(Marker(number="1", offset=8),)), id="a mark gone"
        ),
        pytest.param(
            _changed(
                PUBLISHED,
                "op2",
                markers=(Marker(number="1", offset=3), Marker(number="2", offset=12)),
            ),
            id="a mark elsewhere",
        ),
        pytest.param(_changed(PUBLISHED, "op1-b", label="(b) bis"), id="a label"),
        pytest.param(_changed(PUBLISHED, "op1", text="Urges all States:"), id="words"),
        pytest.param(_in_order(0, 1, 2, 4, 5), id="a part gone"),
        pytest.param(_in_order(0, 4, 5), id="a paragraph gone with its parts"),
        pytest.param(_in_order(0, 1, 3, 2, 4, 5), id="another order"),
        pytest.param(_masthead(meeting=90), id="a number"),
        pytest.param(_masthead(adopted_on=None), id="a day"),
        pytest.param(_masthead(sponsors=("Chile",)), id="sponsors"),
        pytest.param(_masthead(additional_sponsors=("Peru",)), id="sponsors who joined"),
        pytest.param(_cited(target="A/RES/60/161"), id="another target"),
    ],
)
def test_all_is_as_published(now: ParsedResolution) -> None:
    _, after = _back(now)
    assert differences(PUBLISHED, after) == ()


def test_what_is_turned_down_alone_leaves_the_rest() -> None:
    now = _changed(_changed(PUBLISHED, "op2", text="Welcomes it;"), "op3", text="Ends.")
    made = ways_back(_edition(now), PUBLISHED, keys=["paragraph:op3"])
    assert [(one.where, one.after) for one in made] == [("op3", "Decides to remain seized.")]


def test_a_citation_that_went_with_its_words_comes_back_with_them() -> None:
    now = replace(_changed(PUBLISHED, "pp1", text="Recalling it,"), citations=())
    made, after = _back(now)
    assert [one.where for one in made] == ["pp1"]
    assert after.citations == PUBLISHED.citations


@pytest.mark.parametrize(
    ("now", "key", "said"),
    [
        (_masthead(is_draft=True), "", "follows from the symbol"),
        (_cited(conflict="It is not."), "", "read from the words around it"),
        (
            replace(_changed(PUBLISHED, "pp1", text="Recalling it,"), citations=()),
            "citation:",
            "keep its words first",
        ),
        (replace(_in_order(1, 2, 3, 4, 5), citations=()), "citation:", "is gone; keep that first"),
        (_changed(PUBLISHED, "op3", rows=(((0, 7), (8, 10)),)), "", "by itself"),
    ],
)
def test_what_cannot_be_turned_down_by_itself_says_what_to_do(
    now: ParsedResolution, key: str, said: str
) -> None:
    keys = [key_of(one) for one in differences(PUBLISHED, now) if key_of(one).startswith(key)]
    with pytest.raises(CorrectionError, match=said):
        ways_back(_edition(now), PUBLISHED, keys=keys)


def _compared(now: ParsedResolution) -> Comparison:
    return Comparison(
        edition=_edition(now),
        held=None,
        published=PUBLISHED,
        differences=differences(PUBLISHED, now),
        left_behind=LeftBehind(),
    )


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (_changed(PUBLISHED, "op2", opening="Welcomes the"), "op2: the opening is “Welcomes the"),
        (_cited(opening="Noting"), "is told otherwise as a citation"),
        (_masthead(lines=("A line",)), "The lines that the file prints around the text"),
    ],
)
def test_what_differs_beside_words_is_told(now: ParsedResolution, said: str) -> None:
    found = _compared(now)
    assert not found.differences
    assert not found.is_same
    (told,) = found.besides
    assert said in told


def test_what_only_staff_see_of_a_parse_makes_no_difference() -> None:
    now = replace(PUBLISHED, parser_version="99", leftovers=("x",), layout="another")
    assert _compared(now).is_same
    assert _compared(now).besides == []


def test_what_has_left_something_behind_is_not_the_same() -> None:
    found = replace(_compared(PUBLISHED), left_behind=LeftBehind(made=(Any,)))  # type: ignore[arg-type]
    assert not found.is_same
    assert not replace(found, published=None).is_same
    assert replace(found, published=None).besides == []
