"""One value comes back by itself: words, a label, a kind, a fact, what is cited."""

from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import User

from archive.corrections.values import Action
from archive.corrections.values import Correction as Value
from archive.ingest.publishing.history import history_of
from archive.ingest.restoring.restoration import RestoringError, make_and_publish
from archive.ingest.restoring.single_values import (
    can_come_back,
    fact_in_words,
    value_restoration,
)
from archive.models import Citation, Footnote, Ingestion, Paragraph, Resolution, Text
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, set_right

if TYPE_CHECKING:
    from django.db.models import Model

pytestmark = pytest.mark.django_db
ONE = "Calls upon all States to act;"
NOTED = build.resolution_text(operative=[ONE, "Decides to remain seized."])


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher")


@pytest.fixture
def held() -> Ingestion:
    ingestion = parsed(NOTED)
    published(ingestion)
    return ingestion


def _correct(held: Ingestion, action: Action, where: str, **values: Any) -> None:
    set_right(held, action, where, **values)
    published(held)


def _restore(row: Any, column: str, *, by: User, before: int = 1) -> None:
    """Bring back what a row had so many records ago."""
    row.refresh_from_db()
    record = history_of(type(row)).filter(id=row.pk)[before].history_id
    found = value_restoration(type(row), row.pk, record=record, column=column)
    make_and_publish(found, by=by, revision=found.ingestion.revision)
    row.refresh_from_db()


@pytest.mark.parametrize(
    ("column", "action", "before", "after"),
    [
        ("wording", Action.SET_WORDING, ONE, "Calls;"),
        ("label", Action.SET_LABEL, "1.", "1)"),
    ],
)
def test_a_value_of_a_paragraph_comes_back(
    held: Ingestion, publisher: User, *, column: str, action: Action, before: str, after: str
) -> None:
    row = Paragraph.objects.get(anchor="op1")
    _correct(held, action, "op1", before=before, after=after)
    row.refresh_from_db()
    assert getattr(row, column) == after
    _restore(row, column, by=publisher)
    assert getattr(row, column) == before


def test_the_words_of_a_note_come_back(held: Ingestion, publisher: User) -> None:
    _correct(
        held, Action.INSERT_NOTE, "fn1", before=None, after={"number": "1", "text": "See above."}
    )
    _correct(held, Action.SET_MARKER, "fn1", before=None, after=["op1", 5])
    _correct(held, Action.SET_WORDING, "fn1", before="See above.", after="See below.")
    row = Footnote.objects.get()
    assert row.wording == "See below."
    _restore(row, "wording", by=publisher)
    assert row.wording == "See above."


def _written(row: Any, column: str, **values: Any) -> Value:
    """What would bring a column back to values that the row had once: written, and undone."""
    was = {name: getattr(row, name) for name in values}
    for some in (values, was):
        for name, value in some.items():
            setattr(row, name, value)
        row.save()
    record = history_of(type(row)).filter(id=row.pk)[1].history_id
    (value,) = value_restoration(type(row), row.pk, record=record, column=column).values
    return value


def test_the_number_of_a_note_and_its_mark_come_back(held: Ingestion) -> None:
    _correct(
        held, Action.INSERT_NOTE, "fn1", before=None, after={"number": "1", "text": "See above."}
    )
    _correct(held, Action.SET_MARKER, "fn1", before=None, after=["op1", 5])
    row, other = Footnote.objects.get(), Paragraph.objects.get(anchor="op2")
    number = _written(row, "number", number="7")
    assert (number.action, number.where, number.after) == (Action.SET_NOTE_NUMBER, "fn1", "7")
    for column in ("paragraph", "marker_offset"):
        mark = _written(row, column, paragraph=other, marker_offset=7)
        assert (mark.action, mark.before, mark.after) == (
            Action.SET_MARKER,
            ["op1", 5],
            ["op2", 7],
        )


def test_what_a_paragraph_was_part_of_comes_back(held: Ingestion) -> None:
    row, other = Paragraph.objects.get(anchor="op2"), Paragraph.objects.get(anchor="op1")
    found = _written(row, "parent", parent=other)
    assert (found.action, found.where, found.after) == (Action.SET_PARENT, "op2", "op1")


def test_a_value_comes_back_to_where_its_paragraph_stands_now(held: Ingestion) -> None:
    row = Paragraph.objects.get(anchor="op2")
    found = _written(row, "kind", anchor="op9", kind="heading")
    assert (found.action, found.where, found.after) == (Action.SET_KIND, "op2", "heading")


def test_what_is_cited_comes_back(held: Ingestion, publisher: User) -> None:
    row = Citation.objects.get()
    place = row.paragraph
    assert place is not None
    where = f"{place.anchor}:{row.start}-{row.end}"
    _correct(held, Action.CITE, where, before="A/RES/53/144", after="A/RES/60/161")
    row.refresh_from_db()
    assert row.cited_symbol == "A/RES/60/161"
    _restore(row, "cited_symbol", by=publisher)
    assert row.cited_symbol == "A/RES/53/144"


def test_a_fact_comes_back_with_its_evidence(held: Ingestion, publisher: User) -> None:
    row = Resolution.objects.get(symbol="A/RES/66/164")
    day, values = row.adopted_on, {"before": "2011-12-19", "after": "2011-12-20"}
    _correct(held, Action.SET_FACT, "masthead.adopted_on", **values, evidence="a slip")
    row.refresh_from_db()
    assert row.adopted_on != day
    _restore(row, "adopted_on", by=publisher)
    assert row.adopted_on == day
    words = row.evidence.get(fact="adopted_on").words
    assert words.startswith("As it was on ")


def test_what_the_row_has_already_is_refused(held: Ingestion, publisher: User) -> None:
    with pytest.raises(RestoringError, match="is so already"):
        _restore(Paragraph.objects.get(anchor="op1"), "wording", by=publisher, before=0)


@pytest.mark.parametrize("column", ["position", "nothing", "text"])
def test_other_columns_do_not_come_back(held: Ingestion, *, column: str) -> None:
    row = Paragraph.objects.get(anchor="op1")
    with pytest.raises(RestoringError, match="no such value in its history"):
        value_restoration(Paragraph, row.pk, record=1, column=column)


def test_the_record_of_another_row_is_none(held: Ingestion) -> None:
    row, other = Paragraph.objects.order_by("pk")[:2]
    record = history_of(Paragraph).filter(id=other.pk)[0].history_id
    with pytest.raises(RestoringError, match="no such value"):
        value_restoration(Paragraph, row.pk, record=record, column="wording")


def test_a_fact_of_what_is_not_held_is_not_restored() -> None:
    row = make.make_resolution()
    record = history_of(Resolution).filter(id=row.pk)[0].history_id
    with pytest.raises(RestoringError, match="No text of it is held"):
        value_restoration(Resolution, row.pk, record=record, column="title")


def test_a_citation_whose_words_are_gone_is_refused(held: Ingestion) -> None:
    row = Citation.objects.get()
    record = history_of(Citation).filter(id=row.pk)[0].history_id
    place = row.paragraph
    assert place is not None
    set_right(held, Action.SET_WORDING, place.anchor, before=place.wording, after="Recalling it,")
    with pytest.raises(RestoringError, match="does not stand in"):
        value_restoration(Citation, row.pk, record=record, column="cited_symbol")


@pytest.mark.parametrize(
    ("fields", "fact", "words"),
    [
        (
            {"sponsors": ["Chile"], "additional_sponsors": ["Peru"]},
            "sponsors",
            "Chile; additional: Peru",
        ),
        ({"series": "Defenders"}, "series", "Defenders"),
        ({}, "meeting", None),
        ({"adoption_method": "without_vote"}, "adoption", "without a vote"),
    ],
)
def test_facts_are_in_the_words_in_which_people_set_them(
    *, fields: dict[str, Any], fact: str, words: str | None
) -> None:
    assert fact_in_words(make.make_resolution(**fields), fact) == words


def test_what_can_come_back_is_what_people_can_set() -> None:
    columns: dict[type[Model], list[str]] = {
        Paragraph: ["wording", "kind", "label", "parent"],
        Footnote: ["wording", "number", "paragraph", "marker_offset"],
        Citation: ["cited_symbol"],
        Text: [],
    }
    for model, wanted in columns.items():
        found = [one.name for one in model._meta.concrete_fields if can_come_back(model, one.name)]
        assert sorted(found) == sorted(wanted)
    assert can_come_back(Resolution, "adoption_method")
    assert not can_come_back(Resolution, "stage")
