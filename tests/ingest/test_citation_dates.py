"""Dates of citations are held against what is known of the resolutions they cite."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.ingest.citation_dates import note_date_conflicts
from archive.ingest.facts import Statement, write_known_facts
from archive.ingest.storage import store
from archive.models import Citation, Evidence, Ingestion, Resolution
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db

DECLARED_ON = date(1998, 12, 9)
ANOTHER_DAY = date(1999, 12, 9)
WORDS = "resolution 53/144"
DIFFERS = (
    "The date given here, 9 December 1999, is not that of A/RES/53/144, which was adopted on "
    "9 December 1998."
)
IS_LATER = (
    "A/RES/53/144 was adopted on 9 December 1998, later than this text, which is of "
    "8 December 1998."
)


def _citing(
    dated_on: date | None = None,
    *,
    known: date | None = DECLARED_ON,
    own: date | None = None,
    of_whole: bool = False,
) -> Citation:
    """A citation of 53/144 in a text of some date."""
    cited, _ = Resolution.objects.get_or_create(symbol="A/RES/53/144", organ="GA", number="144")
    Resolution.objects.filter(pk=cited.pk).update(adopted_on=known)
    paragraph = make.make_paragraph(
        make.make_text(make.make_resolution(adopted_on=own)), f"Recalls {WORDS};"
    )
    return make.make_citation(paragraph, WORDS, cited, dated_on=dated_on, of_whole=of_whole)


def _conflict(citation: Citation) -> str:
    assert citation.cited_resolution_id is not None
    note_date_conflicts([citation.cited_resolution_id], records=build.records())
    citation.refresh_from_db()
    return citation.date_conflict


def _learn(symbol: str, day: date) -> list[str]:
    """The table of facts gives a date; what citations are said to be in conflict."""
    statement = Statement(
        fact=Evidence.Fact.ADOPTED_ON, value=day, words="seen", origin=Evidence.Origin.FACTS
    )
    rows = {symbol: Resolution.objects.get(symbol=symbol)}
    return [
        one.message
        for one in write_known_facts(
            {symbol: [statement]}, rows=rows, records=build.records()
        ).warnings
    ]


def test_another_date_is_a_conflict() -> None:
    assert _conflict(_citing(ANOTHER_DAY)) == DIFFERS


@pytest.mark.parametrize(
    ("said", "conflict"),
    [
        ("It is dated 9 December 1999; A/RES/53/144 was adopted on 9 December 1998.", ""),
        ("It is dated 9 December 1999, which is no day of the session.", DIFFERS),
    ],
)
def test_what_the_text_itself_has_against_a_date_is_not_said_again(
    said: str, conflict: str
) -> None:
    citation = _citing(ANOTHER_DAY)
    Citation.objects.filter(pk=citation.pk).update(conflict=said)
    assert _conflict(citation) == conflict


def test_what_is_cited_before_it_was_adopted_is_a_conflict() -> None:
    assert _conflict(_citing(own=date(1998, 12, 8))) == IS_LATER


def test_both_are_told_together() -> None:
    citation = _citing(ANOTHER_DAY, own=date(1998, 12, 8))
    assert _conflict(citation) == f"{DIFFERS} {IS_LATER}"


def test_the_day_of_a_draft_is_that_of_its_distribution() -> None:
    citation = _citing()
    Resolution.objects.filter(texts=citation.text).update(distributed_on=date(1998, 12, 8))
    assert _conflict(citation) == IS_LATER


@pytest.mark.parametrize(
    ("dated_on", "known", "own"),
    [
        (DECLARED_ON, DECLARED_ON, date(2011, 12, 19)),
        (None, DECLARED_ON, DECLARED_ON),
        (ANOTHER_DAY, None, date(1900, 1, 1)),
        (None, None, None),
    ],
)
def test_dates_that_agree_or_are_unknown_are_no_conflict(
    dated_on: date | None, known: date | None, own: date | None
) -> None:
    assert not _conflict(_citing(dated_on, known=known, own=own))


def test_the_whole_that_prints_a_cited_part_is_held_against_no_date() -> None:
    assert not _conflict(_citing(ANOTHER_DAY, of_whole=True))


def test_a_conflict_is_written_when_the_date_of_what_is_cited_becomes_known() -> None:
    citation = _citing(ANOTHER_DAY, known=None)
    assert _learn("A/RES/53/144", DECLARED_ON) == [f"“{WORDS}”: {DIFFERS}"]
    citation.refresh_from_db()
    assert citation.date_conflict == DIFFERS


def test_a_conflict_is_written_when_the_date_of_what_cites_becomes_known() -> None:
    citation = _citing()
    assert _learn(citation.text.resolution.symbol, date(1998, 12, 8)) == [f"“{WORDS}”: {IS_LATER}"]
    citation.refresh_from_db()
    assert citation.date_conflict == IS_LATER


def test_a_conflict_ends_when_the_date_is_put_right() -> None:
    citation = _citing(ANOTHER_DAY)
    assert _conflict(citation)
    assert _learn("A/RES/53/144", ANOTHER_DAY) == []
    citation.refresh_from_db()
    assert not citation.date_conflict


def test_a_conflict_ends_when_nothing_is_known_any_more() -> None:
    citation = _citing(ANOTHER_DAY)
    assert _conflict(citation)
    Resolution.objects.filter(symbol="A/RES/53/144").update(adopted_on=None)
    assert not _conflict(citation)


def test_what_the_parser_has_against_a_citation_stays_as_it_is() -> None:
    citation = _citing(ANOTHER_DAY)
    Citation.objects.update(conflict="The session ended before that day.")
    assert _conflict(citation) == DIFFERS
    assert citation.conflict == "The session ended before that day."


def test_a_conflict_that_stands_already_is_not_told_again() -> None:
    citation = _citing(ANOTHER_DAY)
    assert len(note_date_conflicts([citation.text.resolution_id], records=build.records())) == 1
    assert note_date_conflicts([citation.text.resolution_id], records=build.records()) == []


def test_any_number_of_conflicts_takes_one_query() -> None:
    for _ in range(4):
        _citing(ANOTHER_DAY)
    cited = Resolution.objects.get(symbol="A/RES/53/144")
    with CaptureQueriesContext(connection) as queries:
        conflicts = note_date_conflicts([cited.pk], records=build.records())
    assert (len(queries), len(conflicts)) == (1, 4)


def test_no_resolution_has_no_conflict() -> None:
    assert note_date_conflicts([], records=build.records()) == []


def test_of_dated_citations_only_the_one_that_differs_is_in_conflict() -> None:
    make.make_resolution("A/RES/53/144", adopted_on=DECLARED_ON)
    make.make_resolution("A/RES/60/161", adopted_on=date(2005, 12, 16))
    wording = "Recalling its resolutions 53/144 of 9 December 1998 and 60/161 of 1 May 2006,"
    paragraph = build.paragraph("pp1", wording)
    citations = (
        build.citation(paragraph, "53/144", "A/RES/53/144", dated_on=DECLARED_ON),
        build.citation(paragraph, "60/161", "A/RES/60/161", dated_on=date(2006, 5, 1)),
    )
    parsed = build.parse_of(paragraphs=(paragraph,), footnotes=(), citations=citations)
    [conflict] = store(build.received(), parsed, replace=False).warnings
    assert conflict.message.startswith("“60/161”: The date given here, 1 May 2006, is not that")
    assert conflict.where == "A/RES/66/164 pp1"


def test_a_conflict_is_kept_with_the_citation_which_stays_as_it_is() -> None:
    make.make_resolution("A/RES/53/144", adopted_on=ANOTHER_DAY)
    outcome = store(build.received(), build.parse_of(), replace=False)
    assert [one.code for one in outcome.warnings] == ["citation_date_conflict"]
    assert Ingestion.objects.get().warnings == []
    citation = Citation.objects.get(cited_symbol="A/RES/53/144")
    assert citation.date_conflict.startswith("The date given here, 9 December 1998, is not that")
    assert citation.dated_on == DECLARED_ON


def test_a_text_that_arrives_with_its_date_is_held_against_what_cites_it() -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 66/164;")
    waiting = make.make_citation(
        paragraph, "resolution 66/164", "A/RES/66/164", dated_on=date(2011, 12, 20)
    )
    masthead = build.masthead(adopted_on=date(2011, 12, 19))
    outcome = store(build.received(), build.parse_of(masthead=masthead), replace=False)
    waiting.refresh_from_db()
    assert waiting.date_conflict.endswith("which was adopted on 19 December 2011.")
    assert [one.where for one in outcome.warnings] == [f"{waiting.text.resolution} op1"]
