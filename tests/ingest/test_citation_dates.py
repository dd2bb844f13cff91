"""Dates of citations are held against what is known of the resolutions they cite."""

from datetime import date

import pytest

from archive.ingest.citation_dates import doubts_about_dates
from archive.ingest.storage import store
from archive.models import Citation as CitationRow
from archive.models import Ingestion, Resolution
from archive.parsing.parsed import Citation
from tests import builders as build
from tests import factories as make

PARAGRAPH = build.paragraph("pp1", build.CITING)
DECLARED_ON = date(1998, 12, 9)


def _citing(dated_on: date | None = None) -> Citation:
    return build.citation(PARAGRAPH, "resolution 53/144", "A/RES/53/144", dated_on=dated_on)


def _doubts(
    citation: Citation, *, known: date | None = DECLARED_ON, own: date | None = None
) -> list[tuple[str, str, str]]:
    cited = Resolution(symbol="A/RES/53/144", adopted_on=known)
    found = doubts_about_dates([citation], rows={"A/RES/53/144": cited}, adopted_on=own)
    return [(one.code, one.where, one.message) for one in found]


def test_another_date_is_doubted() -> None:
    assert _doubts(_citing(date(1999, 12, 9))) == [
        (
            "citation_date_differs",
            "pp1",
            (
                "“resolution 53/144” is given the date 9 December 1999, but A/RES/53/144 was "
                "adopted on 9 December 1998."
            ),
        )
    ]


def test_what_is_cited_before_it_was_adopted_is_doubted() -> None:
    assert _doubts(_citing(), own=date(1998, 12, 8)) == [
        (
            "citation_of_later",
            "pp1",
            (
                "“resolution 53/144” is cited on 8 December 1998, but A/RES/53/144 was adopted on "
                "9 December 1998."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("dated_on", "known", "own"),
    [
        (DECLARED_ON, DECLARED_ON, date(2011, 12, 19)),
        (None, DECLARED_ON, DECLARED_ON),
        (date(1999, 12, 9), None, date(1900, 1, 1)),
    ],
)
def test_dates_that_agree_or_are_unknown_are_not_doubted(
    dated_on: date | None, known: date | None, own: date
) -> None:
    assert _doubts(_citing(dated_on), known=known, own=own) == []


def test_a_citation_of_nothing_known_is_not_doubted() -> None:
    other = build.citation(PARAGRAPH, "resolution 53/144", "A/53/144", dated_on=DECLARED_ON)
    assert _doubts(other) == []


@pytest.mark.django_db
def test_of_dated_citations_only_the_one_that_differs_is_doubted() -> None:
    make.make_resolution("A/RES/53/144", adopted_on=DECLARED_ON)
    make.make_resolution("A/RES/60/161", adopted_on=date(2005, 12, 16))
    wording = "Recalling its resolutions 53/144 of 9 December 1998 and 60/161 of 1 May 2006,"
    paragraph = build.paragraph("pp1", wording)
    citations = (
        build.citation(paragraph, "53/144", "A/RES/53/144", dated_on=DECLARED_ON),
        build.citation(paragraph, "60/161", "A/RES/60/161", dated_on=date(2006, 5, 1)),
    )
    parsed = build.parse_of(paragraphs=(paragraph,), footnotes=(), citations=citations)
    outcome = store(build.received(), parsed, replace=False)
    [doubt] = outcome.warnings
    assert doubt.message.startswith("“60/161” is given the date 1 May 2006")


@pytest.mark.django_db
def test_a_doubt_is_kept_with_the_ingestion_and_the_citation_stays_as_it_is() -> None:
    make.make_resolution("A/RES/53/144", adopted_on=date(1999, 12, 9))
    outcome = store(build.received(), build.parse_of(), replace=False)
    assert [one.code for one in outcome.warnings] == ["citation_date_differs"]
    assert [one["code"] for one in Ingestion.objects.get().warnings] == ["citation_date_differs"]
    assert CitationRow.objects.get(cited_symbol="A/RES/53/144").dated_on == DECLARED_ON
