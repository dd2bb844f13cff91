"""Of a new reading all is published, some, or nothing; what people have set wins."""

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User

from archive.comparison.texts import differences
from archive.corrections.values import Action, CorrectionError
from archive.ingest.editing.correcting import undo
from archive.ingest.editing.editions import edition_of
from archive.ingest.editing.revisions import StaleRevisionError
from archive.ingest.outcomes import Verdict
from archive.ingest.publishing.publication import PublishRefusedError, reject
from archive.ingest.reparsing.comparing import Comparison, comparison_of
from archive.ingest.reparsing.deciding import accept, keep_as_published
from archive.ingest.reparsing.settling import keep_value
from archive.ingest.reparsing.turning_down import key_of
from archive.models import Ingestion, Text
from archive.parsing.parsed import Citation, Footnote, Marker, Paragraph, ParsedResolution
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, set_right
from tests.ingest.reparsing.parsers import NEXT_VERSION, Change, parsed_again, plant, reworded

pytestmark = pytest.mark.django_db
SIGN = b"General Assembly"
OPERATIVE = ["Calls upon all States to act;", "Welcomes the report;", "Decides to remain seized."]


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher")


@pytest.fixture
def held() -> Ingestion:
    ingestion = parsed(build.resolution_text(operative=OPERATIVE))
    published(ingestion)
    ingestion.refresh_from_db()
    return ingestion


def _paragraphs(change: Any) -> Change:
    """A parse with other paragraphs."""

    def changed(found: ParsedResolution) -> ParsedResolution:
        return replace(found, paragraphs=tuple(change(found.paragraphs)))

    return changed


def _read(
    monkeypatch: pytest.MonkeyPatch, held: Ingestion, *changes: Change, by: User
) -> Ingestion:
    """The next reading of a file, by a parser with changes."""

    def change(found: ParsedResolution) -> ParsedResolution:
        for one in changes:
            found = one(found)
        return found

    plant(monkeypatch, {SIGN: change})
    return parsed_again(held, by=by)


def _compared(row: Ingestion) -> Comparison:
    row.refresh_from_db()
    found = comparison_of(row)
    assert found is not None
    return found


def _keys(row: Ingestion) -> list[str]:
    return [key_of(one) for one in _compared(row).differences]


def _text() -> Text:
    return Text.objects.get()


def _words(text: Text) -> dict[str, str]:
    return dict(text.paragraphs.values_list("anchor", "wording"))


def test_a_parser_that_reads_the_same_differs_in_nothing(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _compared(_read(monkeypatch, held, by=publisher))
    assert found.is_same
    assert not found.differences


def test_all_of_it_is_published(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _read(monkeypatch, held, reworded("op1", "Calls on all States;"), by=publisher)
    assert _keys(made) == ["paragraph:op1"]
    assert _words(_text())["op1"] == OPERATIVE[0]
    outcome = accept(made.pk, but=(), by=publisher, revision=made.revision, reason="Better.")
    assert outcome.verdict is Verdict.CORRECTED
    assert _words(_text())["op1"] == "Calls on all States;"
    assert _text().parser_version == NEXT_VERSION
    held.refresh_from_db()
    assert "Why: Better." in held.reason


def test_some_of_it_is_published_and_the_rest_is_as_before_in_the_name_of_a_person(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _read(
        monkeypatch,
        held,
        reworded("op1", "Calls on all States;"),
        reworded("op2", "Welcomes nothing;"),
        by=publisher,
    )
    accept(made.pk, but=["paragraph:op2"], by=publisher, revision=made.revision)
    words = _words(_text())
    assert (words["op1"], words["op2"]) == ("Calls on all States;", OPERATIVE[1])
    kept = made.corrections.get()
    assert (kept.author, kept.where, kept.after) == (publisher, "op2", OPERATIVE[1])
    assert kept.evidence == "Kept as published; what was read by parser 99 was turned down."


def test_none_of_it_leaves_the_text_and_says_why(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _read(monkeypatch, held, reworded("op1", "Calls;"), by=publisher)
    reject(made.pk, by=publisher, revision=made.revision, reason="It loses words.")
    assert _words(_text())["op1"] == OPERATIVE[0]
    assert _text().parser_version != NEXT_VERSION
    assert not Text.objects.behind_the_parser()


def test_what_a_person_set_wins_where_the_parser_reads_on_as_before(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_right(held, Action.SET_WORDING, "op1", before=OPERATIVE[0], after="Calls on us all;")
    published(held)
    made = _read(monkeypatch, held, reworded("op2", "Welcomes it;"), by=publisher)
    assert _keys(made) == ["paragraph:op2"]
    accept(made.pk, but=(), by=publisher, revision=made.revision)
    assert _words(_text())["op1"] == "Calls on us all;"


def test_what_a_person_set_wins_over_another_reading_and_the_conflict_is_told(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_right(held, Action.SET_WORDING, "op1", before=OPERATIVE[0], after="Calls on us all;")
    published(held)
    made = _read(monkeypatch, held, reworded("op1", "Calls upon all to act;"), by=publisher)
    found = _compared(made)
    assert made.state == Ingestion.State.NEEDS_ATTENTION
    (conflict,) = found.edition.conflicts
    assert (conflict.found, conflict.is_applied) == ("Calls upon all to act;", True)
    assert not found.differences
    with pytest.raises(PublishRefusedError, match="does not meet what it was made for"):
        accept(made.pk, but=(), by=publisher, revision=made.revision)


def test_a_stale_decision_changes_nothing(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _read(monkeypatch, held, reworded("op1", "Calls;"), by=publisher)
    with pytest.raises(StaleRevisionError):
        accept(made.pk, but=["paragraph:op1"], by=publisher, revision=made.revision + 1)
    assert not made.corrections.exists()


def test_where_publishing_is_refused_nothing_is_turned_down_either(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    gap = _paragraphs(lambda found: [one for one in found if one.id != "op2"])
    made = _read(monkeypatch, held, gap, reworded("op1", "Calls;"), by=publisher)
    with pytest.raises(PublishRefusedError):
        accept(made.pk, but=["paragraph:op1"], by=publisher, revision=made.revision)
    assert not made.corrections.exists()


def test_a_difference_that_is_none_is_refused(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _read(monkeypatch, held, reworded("op1", "Calls;"), by=publisher)
    with pytest.raises(CorrectionError, match="Some of what was ticked is no difference any more"):
        keep_as_published(made.pk, ["paragraph:op3"], by=publisher, revision=made.revision)


def test_where_nothing_is_published_there_is_nothing_to_keep(publisher: User) -> None:
    waiting = parsed()
    with pytest.raises(CorrectionError, match="nothing published to keep"):
        keep_as_published(waiting.pk, ["paragraph:op1"], by=publisher, revision=0)


def _without(anchor: str) -> Change:
    return _paragraphs(lambda found: [one for one in found if one.id != anchor])


def _with(new: Paragraph) -> Change:
    return _paragraphs(lambda found: [*found, new])


def _changed(anchor: str, **fields: Any) -> Change:
    return _paragraphs(
        lambda found: [replace(one, **fields) if one.id == anchor else one for one in found]
    )


def _untitled(found: ParsedResolution) -> ParsedResolution:
    return replace(found, masthead=replace(found.masthead, title="Another title"))


def _unlinked(found: ParsedResolution) -> ParsedResolution:
    return replace(found, citations=())


def _swapped(found: ParsedResolution) -> ParsedResolution:
    first, *others = found.citations
    return replace(found, citations=(replace(first, target="A/RES/60/161"), *others))


def _with_a_citation(found: ParsedResolution) -> ParsedResolution:
    new = Citation(source="op2", start=13, end=19, text="report", target="A/66/203")
    return replace(found, citations=(*found.citations, new))


def _noted(found: ParsedResolution) -> ParsedResolution:
    note = Footnote(id="fn1", number="1", text="See above.", marked_in="op2")
    marked = _changed("op2", markers=(Marker(number="1", offset=8),))(found)
    return replace(marked, footnotes=(note,))


NEW = build.paragraph("op4", "Requests a report.", number=4, label="4.")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(reworded("op2", "Welcomes;"), id="words"),
        pytest.param(_without("op3"), id="the last paragraph gone"),
        pytest.param(_without("op2"), id="a paragraph gone"),
        pytest.param(_with(NEW), id="a paragraph new"),
        pytest.param(_changed("op2", label="2.bis"), id="label"),
        pytest.param(_untitled, id="title"),
        pytest.param(_unlinked, id="citations gone"),
        pytest.param(_swapped, id="another target"),
        pytest.param(_with_a_citation, id="a citation new"),
        pytest.param(_noted, id="a note new"),
    ],
)
def test_each_kind_of_difference_can_be_turned_down(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch, *, change: Change
) -> None:
    made = _read(monkeypatch, held, change, by=publisher)
    keys = _keys(made)
    assert keys
    keep_as_published(made.pk, keys, by=publisher, revision=made.revision)
    found = _compared(made)
    assert found.published is not None
    assert differences(found.published, edition_of(made).parsed) == ()


def test_a_note_that_is_gone_comes_back_with_its_mark(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = _read(monkeypatch, held, _noted, by=publisher)
    accept(noted.pk, but=(), by=publisher, revision=noted.revision)
    noted.refresh_from_db()
    plant(monkeypatch)
    Ingestion.objects.filter(pk=noted.pk).update(parser_version="98")
    made = parsed_again(noted, by=publisher)
    assert "note:fn1" in _keys(made)
    accept(made.pk, but=_keys(made), by=publisher, revision=made.revision)
    note = _text().footnotes.get()
    assert note.paragraph is not None
    assert (note.wording, note.paragraph.anchor, note.marker_offset) == ("See above.", "op2", 8)


def _in_conflict(monkeypatch: pytest.MonkeyPatch, held: Ingestion, *, by: User) -> Ingestion:
    """The reading of a paragraph that a person has set, in other words than before."""
    set_right(held, Action.SET_WORDING, "op1", before=OPERATIVE[0], after="Calls on us all;")
    published(held)
    return _read(monkeypatch, held, reworded("op1", "Calls upon all to act;"), by=by)


def test_a_conflict_is_settled_by_keeping_the_value_with_its_author(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _in_conflict(monkeypatch, held, by=publisher)
    copy, original = made.corrections.get(), held.corrections.get()
    keep_value(copy.pk, by=publisher, revision=made.revision)
    copy.refresh_from_db()
    assert (copy.author, copy.made_at) == (original.author, original.made_at)
    assert copy.evidence.startswith(f"as printed Kept by {publisher} over what parser 99 read on")
    assert not _compared(made).edition.conflicts
    assert made.state == Ingestion.State.PARSED
    assert not _compared(made).left_behind
    accept(made.pk, but=(), by=publisher, revision=made.revision)
    assert _words(_text())["op1"] == "Calls on us all;"


def test_a_conflict_is_settled_by_taking_the_new_reading(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _in_conflict(monkeypatch, held, by=publisher)
    undo(made.corrections.get().pk, by=publisher, revision=made.revision)
    assert not _compared(made).left_behind
    accept(made.pk, but=(), by=publisher, revision=made.revision)
    assert _words(_text())["op1"] == "Calls upon all to act;"


def test_what_is_in_no_conflict_is_not_settled(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _in_conflict(monkeypatch, held, by=publisher)
    copy = made.corrections.get()
    keep_value(copy.pk, by=publisher, revision=made.revision)
    with pytest.raises(CorrectionError, match="in no conflict any more"):
        keep_value(copy.pk, by=publisher, revision=made.revision + 1)
    with pytest.raises(CorrectionError, match="made for this very reading"):
        keep_value(held.corrections.get().pk, by=publisher, revision=_revision(held))


def _revision(row: Ingestion) -> int:
    row.refresh_from_db()
    return row.revision


def test_a_value_without_a_place_cannot_be_kept(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_right(held, Action.SET_WORDING, "op3", before=OPERATIVE[2], after="Decides to end;")
    published(held)
    made = _read(monkeypatch, held, _without("op3"), by=publisher)
    with pytest.raises(CorrectionError, match="is not there any more"):
        keep_value(made.corrections.get().pk, by=publisher, revision=made.revision)
