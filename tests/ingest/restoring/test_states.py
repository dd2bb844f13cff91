"""A whole state of a text comes back, by corrections, and the rows agree with the edition."""

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from archive.comparison.texts import differences
from archive.corrections.values import Action
from archive.ingest.editing.editions import edition_of
from archive.ingest.editing.revisions import StaleRevisionError
from archive.ingest.facts import Statement, write_known_facts
from archive.ingest.publishing.history import states_of
from archive.ingest.publishing.past import UnknownStateError, edition_at
from archive.ingest.publishing.records import Change, Records
from archive.ingest.restoring.restoration import RestoringError, make, make_and_publish
from archive.ingest.restoring.states import state_at, state_restoration
from archive.models import Correction, Evidence, Ingestion, Resolution, Text
from tests import builders as build
from tests import factories as make_rows
from tests.ingest.publishing.ways import parsed, published, read_again, set_right

pytestmark = pytest.mark.django_db
ONE = "Calls upon all States to act;"
NEW = {"kind": "operative", "label": "3.", "text": "Adds."}
THREE = [ONE, "Welcomes the report;", "Decides to remain seized."]


@pytest.fixture
def publisher() -> User:
    return make_rows.make_staff("publisher", name="Amina")


@pytest.fixture
def held() -> Ingestion:
    ingestion = parsed(build.resolution_text(operative=THREE))
    published(ingestion)
    return ingestion


def _text() -> Text:
    return Text.objects.get()


def _first() -> datetime:
    """When the text came into being."""
    return states_of(_text())[-1].at


def _correct(held: Ingestion, action: Action, where: str, **values: Any) -> None:
    set_right(held, action, where, **values)
    published(held)


def _wordings() -> list[str]:
    return [*_text().paragraphs.in_reading_order().values_list("wording", flat=True)]


def _restored(at: datetime, by: User) -> None:
    found = state_restoration(_text(), at)
    make_and_publish(found, by=by, revision=found.ingestion.revision, words="A mistake.")


def _rows_are_the_edition() -> bool:
    """Whether rows say what the edition says: words, anchors, notes and citations."""
    now = edition_at(_text(), timezone.now())
    edition = edition_of(Ingestion.objects.filter(text=_text()).get()).parsed
    found = [one for one in differences(now, edition) if one.place != "fact"]
    return found == []


def test_a_corrected_wording_comes_back(held: Ingestion, publisher: User) -> None:
    first = _first()
    _correct(held, Action.SET_WORDING, "op1", before=ONE, after="Calls upon us;")
    found = state_restoration(_text(), first)
    assert [(one.where, one.after) for one in found.differences] == [("op1", ONE)]
    assert not found.left
    make_and_publish(found, by=publisher, revision=found.ingestion.revision, words="A mistake.")
    assert ONE in _wordings()
    assert _rows_are_the_edition()


def test_restoring_is_itself_in_the_history(held: Ingestion, publisher: User) -> None:
    first = _first()
    _correct(held, Action.SET_WORDING, "op1", before=ONE, after="Calls upon us;")
    _restored(first, publisher)
    latest = states_of(_text())[0]
    assert latest.by == publisher
    assert latest.reason.startswith("Corrected: Restored the state of ")
    assert latest.reason.endswith("UTC. A mistake.")
    made = Correction.objects.latest("pk")
    assert made.evidence.startswith("As it was published on ")
    assert made.evidence.endswith("A mistake.")


def test_paragraphs_that_were_removed_and_put_in_come_back_as_they_were(
    held: Ingestion, publisher: User
) -> None:
    before, first = _wordings(), _first()
    _correct(held, Action.REMOVE, "op3", before=THREE[2])
    _correct(held, Action.INSERT, "op2", before=None, after=NEW)
    assert _wordings() != before
    _restored(first, publisher)
    assert _wordings() == before
    assert _rows_are_the_edition()


def test_a_state_between_comes_back_as_well(held: Ingestion, publisher: User) -> None:
    _correct(held, Action.SET_WORDING, "op1", before=ONE, after="Calls upon us;")
    between = states_of(_text())[0].at
    _correct(held, Action.SET_WORDING, "op1", before="Calls upon us;", after="Calls;")
    _restored(between, publisher)
    assert "Calls upon us;" in _wordings()


def test_a_fact_that_a_person_had_set_comes_back_with_evidence(
    held: Ingestion, publisher: User
) -> None:
    first, title = _first(), _text().title
    _correct(
        held, Action.SET_FACT, "masthead.title", before=title, after="Another title", evidence="it"
    )
    assert Resolution.objects.get(symbol="A/RES/66/164").title == "Another title"
    _restored(first, publisher)
    resolution = Resolution.objects.get(symbol="A/RES/66/164")
    assert resolution.title == title
    evidence = resolution.evidence.get(fact=Evidence.Fact.TITLE)
    assert (evidence.origin, evidence.stated_by) == ("person", publisher)


def test_facts_that_came_from_elsewhere_and_stayed_are_left_alone(
    held: Ingestion, publisher: User
) -> None:
    _know("draft_symbol", "A/66/462/Add.2")
    first = states_of(_text())[0].at
    _correct(held, Action.SET_WORDING, "op1", before=ONE, after="Calls upon us;")
    found = state_restoration(_text(), first)
    assert [one.where for one in found.values] == ["op1"]


def _know(fact: str, value: str) -> None:
    rows = {row.symbol: row for row in Resolution.objects.all()}
    said = Statement(
        fact=Evidence.Fact(fact), value=value, words="it", origin=Evidence.Origin.FACTS
    )
    records = Records(Change(reason="manage.py load_facts"))
    write_known_facts({"A/RES/66/164": [said]}, rows=rows, records=records)
    records.write()


def test_the_state_before_another_reading_comes_back(held: Ingestion, publisher: User) -> None:
    before, first = _wordings(), _first()
    again = read_again(held, build.resolution_text(operative=[ONE]))
    published(again)
    assert _wordings() != before
    _restored(first, publisher)
    assert _wordings() == before


def test_an_editor_restores_and_readers_wait(held: Ingestion) -> None:
    first = _first()
    _correct(held, Action.SET_WORDING, "op1", before=ONE, after="Calls upon us;")
    found = state_restoration(_text(), first)
    make(found, by=make_rows.make_staff("editor"), revision=found.ingestion.revision)
    held.refresh_from_db()
    assert held.has_unpublished_changes
    assert "Calls upon us;" in _wordings()


def test_changes_that_wait_are_told(held: Ingestion) -> None:
    first = _first()
    _correct(held, Action.SET_WORDING, "op1", before=ONE, after="Calls upon us;")
    assert not state_restoration(_text(), first).has_company
    set_right(held, Action.SET_WORDING, "op2", before=THREE[1], after="Welcomes it;")
    found = state_restoration(_text(), first)
    assert found.has_company


def test_what_others_changed_meanwhile_refuses_it(held: Ingestion, publisher: User) -> None:
    first = _first()
    _correct(held, Action.SET_WORDING, "op1", before=ONE, after="Calls upon us;")
    found = state_restoration(_text(), first)
    with pytest.raises(StaleRevisionError):
        make_and_publish(found, by=publisher, revision=found.ingestion.revision - 1)
    assert "Calls upon us;" in _wordings()


def test_the_present_state_is_not_restored(held: Ingestion) -> None:
    with pytest.raises(RestoringError, match="reads so already"):
        state_restoration(_text(), _first())


def test_a_text_without_a_parse_says_what_to_do(held: Ingestion) -> None:
    Ingestion.objects.update(parse_result={})
    with pytest.raises(RestoringError, match="Have the file parsed again"):
        state_restoration(_text(), _first())


def test_a_state_tells_what_changed_with_it(held: Ingestion) -> None:
    _correct(held, Action.SET_WORDING, "op1", before=ONE, after="Calls upon us;")
    latest, first = states_of(_text())
    seen = state_at(_text(), latest.at)
    assert (seen.is_present, [one.where for one in seen.differences]) == (True, ["op1"])
    seen = state_at(_text(), first.at)
    assert (seen.is_present, seen.differences) == (False, ())


def test_an_instant_without_a_state_is_none(held: Ingestion) -> None:
    with pytest.raises(UnknownStateError, match="took no new state"):
        state_at(_text(), timezone.now())
