"""Every state of what is published is kept once, with who made it, when and why."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from pytest_django import DjangoAssertNumQueries

from archive.corrections.restoring import towards
from archive.corrections.values import Action
from archive.ingest.facts import Statement, write_known_facts
from archive.ingest.facts_table import HEADER, load_facts
from archive.ingest.publishing.history import history_of, states_of
from archive.ingest.publishing.past import UnknownStateError, edition_at
from archive.ingest.publishing.records import Consequence
from archive.ingest.storage import store
from archive.models import Citation, Evidence, Footnote, Paragraph, Resolution, Text
from archive.parsing.pipeline import parse
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, read_again, set_right

pytestmark = pytest.mark.django_db

RECORDED: tuple[type[Model], ...] = (Resolution, Text, Paragraph, Footnote, Citation)


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher", name="Amina")


def _signs() -> dict[str, dict[str, int]]:
    """How many rows of each model were added, changed and removed."""
    told: dict[str, dict[str, int]] = {}
    for model in RECORDED:
        for row in history_of(model):
            signs = told.setdefault(model.__name__, {})
            signs[row.history_type] = signs.get(row.history_type, 0) + 1
    return told


def _store(by: int | None = None, *, replace: bool = False, content: bytes = b"words") -> None:
    store(build.received(content), build.parse_of(), replace=replace, by=by)


def _latest(model: type[Model]) -> Any:
    return history_of(model).first()


def test_each_row_that_a_file_brings_is_recorded_once() -> None:
    _store()
    expected = {model.__name__: {"+": model._base_manager.count()} for model in RECORDED}
    assert expected["Paragraph"] == {"+": 3}
    assert _signs() == expected


def test_what_is_recorded_is_what_the_row_has_at_the_end() -> None:
    _store()
    for model in RECORDED:
        for row in model._base_manager.all():
            recorded = history_of(model).get(id=row.pk)
            for field in recorded.tracked_fields:
                assert getattr(recorded, field.attname) == getattr(row, field.attname)


def test_a_command_is_named_and_so_is_the_person_for_whom_it_ran(publisher: User) -> None:
    _store()
    assert {(row.history_change_reason, row.history_user) for row in history_of(Paragraph)} == {
        ("manage.py ingest", None)
    }
    _store(publisher.pk, replace=True, content=b"other")
    row = _latest(Text)
    assert (row.history_change_reason, row.history_user) == (
        "manage.py ingest --replace",
        publisher,
    )


def test_bytes_that_are_held_leave_no_trace() -> None:
    _store()
    before = _signs()
    _store()
    assert _signs() == before


def test_a_correction_records_the_rows_it_changes_and_no_others(publisher: User) -> None:
    ingestion = parsed()
    published(ingestion)
    before = _signs()
    set_right(
        ingestion,
        Action.SET_WORDING,
        "op1",
        before="Calls upon all States to act;",
        after="Calls upon all States to act at once;",
    )
    published(ingestion, by=publisher, reason="A slip of the pen")
    after = _signs()
    changed = {name: signs.get("~", 0) for name, signs in after.items()}
    assert changed == {"Resolution": 0, "Text": 1, "Paragraph": 1, "Citation": 0}
    assert after["Citation"] == before["Citation"]
    row = _latest(Paragraph)
    assert (row.anchor, row.wording) == ("op1", "Calls upon all States to act at once;")
    assert (row.history_change_reason, row.history_user) == (
        "Corrected: A slip of the pen",
        publisher,
    )


def test_what_goes_is_recorded_as_it_was() -> None:
    ingestion = parsed()
    published(ingestion)
    published(
        read_again(ingestion, build.resolution_text(operative=["Calls upon all States to act;"]))
    )
    row = _latest(Paragraph)
    assert (row.history_type, row.anchor, row.wording) == ("-", "op2", "Decides to remain seized.")
    assert row.history_change_reason == "Read again by parser 99"
    assert _signs()["Paragraph"] == {"+": 3, "-": 1}


def test_facts_of_the_table_are_recorded_with_the_command(tmp_path: Any) -> None:
    table = tmp_path / "facts.csv"
    table.write_text(",".join(HEADER) + "\nA/RES/53/144,The Declaration,,,,seen\n")
    load_facts(table)
    [row] = history_of(Resolution)
    assert (row.title, row.history_type, row.history_change_reason) == (
        "The Declaration",
        "+",
        "manage.py load_facts",
    )
    load_facts(table)
    assert history_of(Resolution).count() == 1


def test_a_citation_that_links_itself_says_so() -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 66/164;")
    waiting = make.make_citation(paragraph, "resolution 66/164", "A/RES/66/164")
    published(parsed())
    row = history_of(Citation).filter(id=waiting.pk).first()
    assert row.history_change_reason == "What it cites has become known"
    assert row.cited_resolution_id == Resolution.objects.get(symbol="A/RES/66/164").pk


def test_a_citation_that_dates_contradict_says_so() -> None:
    _store()
    citation = Citation.objects.get(cited_symbol="A/RES/53/144")
    cited = Resolution.objects.get(symbol="A/RES/53/144")
    assert citation.date_conflict == ""
    records = build.records()
    said = Statement(
        fact=Evidence.Fact.ADOPTED_ON,
        value=date(1999, 12, 9),
        words="a list",
        origin=Evidence.Origin.FACTS,
    )
    write_known_facts({cited.symbol: [said]}, rows={cited.symbol: cited}, records=records)
    records.write()
    row = history_of(Citation).filter(id=citation.pk).first()
    assert row.history_change_reason == "Dates that speak for or against it have become known"
    assert "1999" in row.date_conflict


class TestStates:
    """The states of a text, the latest first."""

    @pytest.fixture(autouse=True)
    def _published(self, publisher: User) -> None:
        self.ingestion = parsed()
        published(self.ingestion, by=publisher)
        set_right(
            self.ingestion,
            Action.SET_WORDING,
            "op1",
            before="Calls upon all States to act;",
            after="Calls upon all States to act at once;",
        )
        published(self.ingestion, by=publisher)
        self.text = Text.objects.get()

    def test_each_says_who_made_it_why_and_what_changed(self, publisher: User) -> None:
        latest, first = states_of(self.text)
        assert (latest.reason, latest.by, latest.is_first) == ("Corrected", publisher, False)
        assert latest.counts == {("text", "~"): 1, ("paragraph", "~"): 1}
        assert (first.reason, first.by, first.is_first) == ("Published", publisher, True)
        assert first.counts == {
            ("text", "+"): 1,
            ("resolution", "+"): 1,
            ("paragraph", "+"): 3,
            ("citation", "+"): 1,
        }
        assert first.at < latest.at

    def test_they_take_the_same_queries_however_many_there_are(
        self, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_num_queries(7):
            states_of(self.text)

    def test_a_state_that_other_texts_made_known_says_so(self) -> None:
        citation = Citation.objects.get()
        citation._change_reason = Consequence.LINKED.value  # type: ignore[attr-defined]
        citation.save()
        assert states_of(self.text)[0].reason == "What it cites has become known"
        assert states_of(self.text)[0].counts == {("citation", "~"): 1}

    def test_an_earlier_state_can_be_read_as_it_was(self) -> None:
        latest, first = states_of(self.text)
        then, now = edition_at(self.text, first.at), edition_at(self.text, latest.at)
        assert [one.text for one in then.paragraphs][1] == "Calls upon all States to act;"
        assert [one.text for one in now.paragraphs][1] == "Calls upon all States to act at once;"
        assert then.citations == now.citations

    def test_a_whole_state_can_be_brought_back(self, publisher: User) -> None:
        latest, first = states_of(self.text)
        then = edition_at(self.text, first.at)
        for value in towards(edition_at(self.text, latest.at), then):
            fields = {"before": value.before, "after": value.after}
            set_right(self.ingestion, value.action, value.where, **fields)
        published(self.ingestion, by=publisher)
        restored = edition_at(self.text, states_of(self.text)[0].at)
        assert restored == then

    def test_before_there_was_a_text_there_is_nothing_to_read(self) -> None:
        with pytest.raises(UnknownStateError):
            edition_at(self.text, self.ingestion.ingested_at.replace(year=2000))


def test_a_past_state_is_the_parse_that_was_published() -> None:
    content = (build.resolution_text(operative=["Calls upon all States:", "Acts."])).encode()
    whole = build.parse_of()
    store(build.received(content), whole, replace=False)
    text = Text.objects.get()
    past = edition_at(text, states_of(text)[0].at)
    assert past.paragraphs == whole.paragraphs
    assert past.footnotes == whole.footnotes
    assert past.citations == whole.citations
    assert past.masthead.symbol == whole.masthead.symbol
    assert past.masthead.title == whole.masthead.title


def test_a_real_parse_comes_back_with_its_masthead() -> None:
    found = parse(build.resolution_text().encode())
    published(parsed())
    text = Text.objects.get()
    past = edition_at(text, states_of(text)[0].at)
    for name in ("symbol", "title", "adopted_on", "meeting", "committee_report", "adoption"):
        assert getattr(past.masthead, name) == getattr(found.masthead, name)
    assert past.paragraphs == found.paragraphs
    assert past.citations == found.citations
