"""Records: all that is held of resolutions, with as many queries for many as for one."""

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.data.records import records_of
from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Evidence, Paragraph, Resolution, Text
from tests import factories as make

pytestmark = pytest.mark.django_db

QUERIES = 7


def _held(symbol: str, year: int, *, cites: Resolution | None = None) -> Text:
    text = make.make_text(make.adopted(symbol, year))
    first = make.make_paragraph(
        text, "Recalling resolution 53/144,", kind=Paragraph.Kind.PREAMBULAR
    )
    make.make_footnote(first, "See above.", marker_offset=9)
    if cites:
        make.make_citation(first, "resolution 53/144", cites)
    return text


def test_many_resolutions_take_as_many_queries_as_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    cited = make.adopted("A/RES/53/144", 1998)
    symbols = [f"A/RES/66/{number}" for number in (164, 165, 166)]
    for symbol in symbols:
        _held(symbol, 2011, cites=cited)
    for wanted in (symbols[:1], symbols):
        with django_assert_num_queries(QUERIES):
            found = records_of(wanted)
            held = [
                (one.resolution.card.is_held, one.times_recalled, one.anchor_of(citation))
                for one in found
                for citation in one.citations
            ]
        assert held == [(True, 0, "pp1")] * len(wanted)


def test_records_come_in_the_order_of_the_symbols_that_were_asked() -> None:
    for symbol in ("A/RES/66/164", "A/RES/53/144"):
        make.make_resolution(symbol)
    asked = ["A/RES/66/164", "A/RES/1/1", "A/RES/53/144"]
    found = [record.resolution.symbol for record in records_of(asked)]
    assert found == ["A/RES/66/164", "A/RES/53/144"]


def test_what_is_only_cited_has_a_record_without_a_text() -> None:
    cited = make.adopted("A/RES/53/144", 1998)
    _held("A/RES/66/164", 2011, cites=cited)
    [record] = records_of(["A/RES/53/144"])
    assert (record.text, record.paragraphs, record.times_recalled) == (None, (), 1)


def test_a_text_is_that_in_the_language_asked_for() -> None:
    text = _held("A/RES/66/164", 2011)
    make.make_text(text.resolution, language="fr", title="Défenseurs")
    [record] = records_of(["A/RES/66/164"], language="fr")
    assert record.text is not None
    assert (record.text.title, record.languages) == ("Défenseurs", ("en", "fr"))
    assert record.paragraphs == ()


def test_a_withdrawn_text_takes_its_resolution_along() -> None:
    text = _held("A/RES/66/164", 2011)
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    assert records_of(["A/RES/66/164"]) == []


def test_a_withdrawn_translation_is_in_no_record() -> None:
    text = _held("A/RES/66/164", 2011)
    french = make.make_text(text.resolution, language="fr")
    withdraw(french.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    [record] = records_of(["A/RES/66/164"], language="fr")
    assert (record.text, record.languages) == (None, ("en",))


def test_a_record_says_whether_anybody_has_checked_the_date() -> None:
    resolution = make.adopted("A/RES/66/164", 2011)
    make.make_evidence(resolution, fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    [record] = records_of(["A/RES/66/164"])
    assert record.date_is_unverified


def test_marks_come_in_the_order_in_which_they_stand() -> None:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    paragraph = make.make_paragraph(text, "Calls upon all States;")
    make.make_footnote(paragraph, "Second.", marker_offset=22)
    make.make_footnote(paragraph, "First.", marker_offset=5)
    [record] = records_of(["A/RES/66/164"])
    assert [note.wording for note in record.marks[paragraph.pk]] == ["First.", "Second."]
