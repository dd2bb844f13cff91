"""Facts are written with their evidence; a lower origin never overwrites a higher."""

from dataclasses import replace
from datetime import date
from typing import TypeAlias

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.ingest.fact_columns import COLUMNS, Sponsors, Value, in_words, read_value
from archive.ingest.facts import FactsWritten, Statement, write_facts
from archive.models import Evidence, Resolution
from archive.parsing.parsed import Adoption, AdoptionMethod
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db

Fact: TypeAlias = Evidence.Fact
Origin: TypeAlias = Evidence.Origin
MASTHEAD, MANIFEST, FACTS = Origin.MASTHEAD, Origin.MANIFEST, Origin.FACTS
VOTE = Adoption(method=AdoptionMethod.RECORDED_VOTE, in_favour=127, against=14, abstaining=41)


def _said(
    value: Value, *, fact: Fact = Fact.TITLE, origin: Origin = FACTS, words: str = "seen"
) -> Statement:
    return Statement(fact=fact, value=value, origin=origin, words=words)


def _write(*statements: Statement) -> FactsWritten:
    """Write statements about the one resolution of a test, as a transaction of its own would."""
    resolution = Resolution.objects.select_related("adopted_as").get(symbol="A/RES/66/164")
    return write_facts(
        {"A/RES/66/164": statements}, rows={"A/RES/66/164": resolution}, records=build.records()
    )


@pytest.fixture(autouse=True)
def _resolution() -> Resolution:
    return make.make_resolution("A/RES/66/164", title="")


def _held(fact: Fact = Fact.TITLE) -> tuple[Value | None, Evidence]:
    resolution = Resolution.objects.get(symbol="A/RES/66/164")
    return read_value(resolution, fact), resolution.evidence.get(fact=fact)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        (Fact.TITLE, "Promotion"),
        (Fact.ADOPTED_ON, date(2011, 12, 19)),
        (Fact.ADOPTION, VOTE),
        (Fact.ADOPTION, Adoption(method=AdoptionMethod.WITHOUT_VOTE)),
        (Fact.MEETING, 89),
        (Fact.COMMITTEE_REPORT, "A/66/462/Add.2"),
        (Fact.AGENDA_ITEM, "69 (b)"),
        (Fact.DISTRIBUTED_ON, date(2012, 4, 10)),
        (Fact.SERIES, "human rights defenders"),
        (Fact.DRAFT_SYMBOL, "A/C.3/66/L.29"),
        (Fact.SPONSORS, Sponsors(first=("Chile",), additional=("Cuba",))),
    ],
)
def test_a_fact_is_written_with_what_it_rests_on(fact: Fact, value: Value) -> None:
    assert _write(_said(value, fact=fact, words="the table")).changed == {"A/RES/66/164"}
    held, evidence = _held(fact)
    assert held == value
    assert (evidence.origin, evidence.words, evidence.is_verified) == (FACTS, "the table", True)


def test_every_fact_has_its_columns() -> None:
    columns = {field.name for field in Resolution._meta.get_fields()}
    assert set(COLUMNS) == set(Fact.values)
    assert {name for names in COLUMNS.values() for name in names} <= columns


def test_a_draft_keeps_what_it_was_adopted_as() -> None:
    draft, act = make.make_draft(), Resolution.objects.get(symbol="A/RES/66/164")
    said = _said("A/RES/66/164", fact=Fact.ADOPTED_AS, origin=MANIFEST)
    rows = {draft.symbol: draft, act.symbol: act}
    assert write_facts({draft.symbol: [said]}, rows=rows, records=build.records()).changed == {
        draft.symbol
    }
    draft.refresh_from_db()
    assert draft.adopted_as == act
    assert (
        write_facts(
            {draft.symbol: [said]}, rows={draft.symbol: draft}, records=build.records()
        ).changed
        == set()
    )


def test_a_symbol_has_evidence_and_no_column_to_write() -> None:
    _write(_said("A/RES/66/164", fact=Fact.SYMBOL, origin=MASTHEAD, words="66/164."))
    assert Resolution.objects.get().symbol == "A/RES/66/164"
    assert Evidence.objects.get(fact=Fact.SYMBOL).words == "66/164."


@pytest.mark.parametrize(
    ("first", "second"), [(MASTHEAD, MANIFEST), (MASTHEAD, FACTS), (MANIFEST, FACTS)]
)
@pytest.mark.parametrize("is_higher_first", [True, False])
def test_the_higher_origin_is_kept_whichever_comes_first(
    first: Origin, second: Origin, *, is_higher_first: bool
) -> None:
    sides = [_said("High", origin=first), _said("Low", origin=second)]
    if not is_higher_first:
        sides.reverse()
    assert _write(sides[0]).warnings == []
    [warning] = _write(sides[1]).warnings
    value, evidence = _held()
    assert (value, evidence.origin) == ("High", first)
    assert warning.code == "facts_disagree"
    assert warning.message == (
        f"A/RES/66/164, title: {first.label} says “High” and is kept; {second.label} says “Low”."
    )


@pytest.mark.parametrize(("item", "warned"), [("69 b)", 0), ("69 (ب)", 0), ("96 b)", 1)])
def test_languages_write_the_letter_of_an_agenda_item_each_in_its_own_way(
    item: str, warned: int
) -> None:
    printed = _said("69 (b)", fact=Fact.AGENDA_ITEM, origin=MASTHEAD)
    _write(printed)
    translated = replace(printed, value=item, is_of_translation=True)
    assert len(_write(translated).warnings) == warned
    assert _held(Fact.AGENDA_ITEM)[0] == "69 (b)"


def test_origins_in_one_writing_are_weighed_too() -> None:
    written = _write(_said("Low"), _said("High", origin=MASTHEAD))
    assert _held()[0] == "High"
    assert len(written.warnings) == 1


def test_a_higher_origin_that_agrees_becomes_the_evidence_without_a_warning() -> None:
    _write(_said("Promotion"))
    assert _write(_said("Promotion", origin=MASTHEAD)).warnings == []
    assert _held()[1].origin == MASTHEAD


def test_a_lower_origin_that_agrees_changes_nothing() -> None:
    _write(_said("Promotion", origin=MASTHEAD))
    assert _write(_said("Promotion", words="the table")) == FactsWritten()
    assert _held()[1].words == "seen"


def test_an_origin_corrects_itself_without_a_warning() -> None:
    _write(_said("Promtion"))
    assert _write(_said("Promotion", words="read again")) == FactsWritten({"A/RES/66/164"}, [])
    value, evidence = _held()
    assert (value, evidence.words) == ("Promotion", "read again")


def test_the_same_statement_again_changes_nothing() -> None:
    _write(_said("Promotion"), _said(VOTE, fact=Fact.ADOPTION))
    assert _write(_said("Promotion"), _said(VOTE, fact=Fact.ADOPTION)) == FactsWritten()


def test_new_words_for_the_same_value_are_written() -> None:
    _write(_said("Promotion", words="verify before showing"))
    assert _write(_said("Promotion", words="its own text")).changed == {"A/RES/66/164"}
    assert _held()[1].is_verified


@pytest.mark.parametrize("words", ["verify before showing as fact", "Verify: seen once"])
def test_evidence_that_asks_to_verify_leaves_the_fact_unverified(words: str) -> None:
    _write(_said("Promotion", words=words))
    assert not _held()[1].is_verified


def test_a_vote_of_which_a_count_is_unknown_keeps_none() -> None:
    vote = Adoption(method=AdoptionMethod.RECORDED_VOTE, in_favour=127, against=14)
    _write(_said(vote, fact=Fact.ADOPTION))
    assert _held(Fact.ADOPTION)[0] == Adoption(method=AdoptionMethod.RECORDED_VOTE)
    assert _write(_said(vote, fact=Fact.ADOPTION)) == FactsWritten()


def test_facts_of_many_resolutions_take_as_many_queries_as_facts_of_one() -> None:
    assert _queries(1) == _queries(30)


def _queries(count: int) -> int:
    rows = {row.symbol: row for row in (make.make_resolution(title="") for _ in range(count))}
    stated = {symbol: [_said("One"), _said(VOTE, fact=Fact.ADOPTION)] for symbol in rows}
    with CaptureQueriesContext(
        connection,
    ) as queries:
        write_facts(stated, rows=rows, records=build.records())
    return len(queries)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2011, 12, 9), "9 December 2011"),
        (VOTE, "recorded vote 127-14-41"),
        (Adoption(method=AdoptionMethod.RECORDED_VOTE), "recorded vote"),
        (Adoption(method=AdoptionMethod.WITHOUT_VOTE), "without a vote"),
        (Sponsors(first=("Chile",), additional=("Cuba",)), "Chile, Cuba"),
        (89, "89"),
        (None, "nothing"),
    ],
)
def test_a_value_is_told_in_words(value: Value | None, words: str) -> None:
    assert in_words(value) == words
