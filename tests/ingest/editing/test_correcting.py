"""Corrections are written once, in order, for the revision that their author has seen, or not."""

import threading
from contextlib import closing
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from archive.corrections import making
from archive.corrections.values import Action, CorrectionError
from archive.corrections.values import Correction as Value
from archive.ingest.editing.correcting import (
    NotCorrectableError,
    correct,
    correct_all,
    undo,
)
from archive.ingest.editing.editions import Edition, edition_at_revision, edition_of
from archive.ingest.editing.proposals import Proposal
from archive.ingest.editing.revisions import StaleRevisionError
from archive.models import Correction, Ingestion
from tests import factories as make
from tests.ingest.editing.texts import in_review
from tests.ingest.publishing.ways import parsed, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db: None) -> User:
    return make.make_staff("editor")


def _now(ingestion: Ingestion) -> Edition:
    ingestion.refresh_from_db()
    return edition_of(ingestion)


def _correct(ingestion: Ingestion, value: Value, *, by: User, **options: Any) -> Correction:
    ingestion.refresh_from_db()
    return correct(ingestion.pk, value, by=by, revision=ingestion.revision, **options)


def _words(ingestion: Ingestion) -> dict[str, str]:
    return {one.id: one.text for one in _now(ingestion).parsed.paragraphs}


def _reworded(ingestion: Ingestion, where: str, text: str) -> Value:
    return making.wording_set(_now(ingestion).parsed, where, text=text)


def test_a_correction_is_kept_with_its_author_its_revision_and_what_stood_there(
    editor: User,
) -> None:
    ingestion = in_review()
    made = _correct(
        ingestion, _reworded(ingestion, "op4", "Decides so."), by=editor, evidence=" p. 3 "
    )
    made.refresh_from_db()
    assert (made.author, made.evidence, made.position) == (editor, "p. 3", 1)
    assert (made.before, made.after) == ("Decides to remain seized of the matter.", "Decides so.")
    assert made.made_in_revision == _now(ingestion).ingestion.revision == 1
    assert _words(ingestion)["op4"] == "Decides so."


def test_several_corrections_are_one_revision_in_their_order(editor: User) -> None:
    ingestion = in_review()
    to = Proposal(edition_of(ingestion))
    to.take(making.wording_set(to.parsed, "op4", text="Decides so."))
    anchor = to.take(making.label_set(to.parsed, "op4", label="7."))
    to.take(making.kind_set(to.parsed, anchor, kind="annex"))
    rows = correct_all(ingestion.pk, to.values, by=editor, revision=0)
    assert [row.position for row in rows] == [1, 2, 3]
    assert {row.made_in_revision for row in rows} == {1}
    assert _now(ingestion).ingestion.revision == 1
    assert _now(ingestion).parsed.paragraphs == to.parsed.paragraphs
    assert not _now(ingestion).conflicts


def test_where_one_of_several_cannot_be_made_none_is(editor: User) -> None:
    ingestion = in_review()
    good = _reworded(ingestion, "op4", "Decides so.")
    bad = Value(action=Action.SET_WORDING, where="op9", before="x", after="y")
    with pytest.raises(CorrectionError, match=r"Op\. 9 is not as it was"):
        correct_all(ingestion.pk, [good, bad], by=editor, revision=0)
    assert not Correction.objects.exists()
    assert _now(ingestion).ingestion.revision == 0


def test_a_correction_for_an_earlier_revision_is_refused_and_nothing_written(
    editor: User,
) -> None:
    ingestion = in_review()
    mine, theirs = (_reworded(ingestion, "op4", words) for words in ("Mine.", "Theirs."))
    correct(ingestion.pk, theirs, by=make.make_staff("editor"), revision=0)
    with pytest.raises(StaleRevisionError) as refused:
        correct(ingestion.pk, mine, by=editor, revision=0)
    assert (refused.value.asked, refused.value.current) == (0, 1)
    assert _words(ingestion)["op4"] == "Theirs."


@pytest.mark.django_db(transaction=True)
def test_of_two_corrections_at_the_same_moment_one_is_refused() -> None:
    ingestion, results = in_review(), []
    editors = [make.make_staff("editor") for _ in range(2)]
    value = _reworded(ingestion, "op4", "Decides so.")
    start = threading.Barrier(2)

    def attempt(by: User) -> None:
        with closing(connection):
            start.wait(timeout=10)
            try:
                correct(ingestion.pk, value, by=by, revision=0)
                results.append("written")
            except StaleRevisionError:
                results.append("refused")

    threads = [threading.Thread(target=attempt, args=[one]) for one in editors]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=30)
    assert sorted(results) == ["refused", "written"]
    assert Correction.objects.count() == 1


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"state": "queued", "parse_result": None, "parser_version": ""}, "waits to be parsed"),
        ({"state": "failed", "failure": "No.", "failure_code": "no"}, "could not be read"),
        ({"state": "rejected", "reason": "Twice."}, "turned down"),
        (
            {"state": "published", "published_revision": 1, "reason": "Replaced by a.pdf."},
            "in its place by now",
        ),
    ],
)
def test_what_waits_failed_or_was_turned_down_or_replaced_is_not_corrected(
    state: dict[str, Any], said: str, editor: User
) -> None:
    ingestion = in_review()
    value = _reworded(ingestion, "op4", "Decides so.")
    made = _correct(ingestion, value, by=editor)
    Ingestion.objects.update(**state)
    with pytest.raises(NotCorrectableError, match=said):
        correct(ingestion.pk, value, by=editor, revision=1)
    with pytest.raises(NotCorrectableError, match=said):
        undo(made.pk, by=editor, revision=1)
    assert Correction.objects.get().undone_at is None


def test_what_has_no_parse_is_not_corrected(editor: User) -> None:
    ingestion = make.make_ingestion(make.make_text())
    value = Value(action=Action.EXPLAIN, where="op1", before="number_gap")
    with pytest.raises(NotCorrectableError, match="no parse"):
        correct(ingestion.pk, value, by=editor, revision=0, evidence="as printed")


@pytest.mark.parametrize("evidence", ["", " \n"])
def test_a_fact_and_an_explanation_rest_on_something(evidence: str, editor: User) -> None:
    ingestion = in_review()
    value = making.fact_set(_now(ingestion).parsed, "meeting", words="90")
    with pytest.raises(CorrectionError, match="what it rests on"):
        _correct(ingestion, value, by=editor, evidence=evidence)
    assert not Correction.objects.exists()


def test_no_correction_at_all_is_none(editor: User) -> None:
    with pytest.raises(CorrectionError, match="Nothing is changed"):
        correct_all(in_review().pk, [], by=editor, revision=0)


def test_a_correction_is_checked_beside_those_that_stand(editor: User) -> None:
    """A stage has no place in the masthead of a parse, so that only corrections tell of it."""
    ingestion = in_review()
    first = making.fact_set(_now(ingestion).parsed, "stage", words="adopted")
    _correct(ingestion, first, by=editor, evidence="as printed")
    second = making.fact_set(_now(ingestion).parsed, "stage", words="draft")
    with pytest.raises(CorrectionError, match=r"The stage is not as it was"):
        _correct(ingestion, second, by=editor, evidence="as printed")


def test_positions_go_on_behind_those_that_were_undone(editor: User) -> None:
    ingestion = in_review()
    first = _correct(ingestion, _reworded(ingestion, "op4", "Once."), by=editor)
    undo(first.pk, by=editor, revision=1)
    second = _correct(ingestion, _reworded(ingestion, "op4", "Twice."), by=editor)
    assert (first.position, second.position) == (1, 2)
    assert second.before == "Decides to remain seized of the matter."
    assert second.made_in_revision == 3


def test_what_is_undone_stands_in_the_list_and_nowhere_else(editor: User) -> None:
    ingestion = in_review()
    made = _correct(ingestion, _reworded(ingestion, "op4", "Once."), by=editor)
    publisher = make.make_staff("publisher")
    undone = undo(made.pk, by=publisher, revision=1)
    assert (undone.undone_by, undone.undone_in_revision) == (publisher, 2)
    assert _words(ingestion)["op4"] == "Decides to remain seized of the matter."
    assert Correction.objects.count() == 1


def test_what_is_undone_already_is_left_so(editor: User) -> None:
    ingestion = in_review()
    made = _correct(ingestion, _reworded(ingestion, "op4", "Once."), by=editor)
    at = undo(made.pk, by=editor, revision=1).undone_at
    assert undo(made.pk, by=make.make_staff(), revision=2).undone_at == at
    assert _now(ingestion).ingestion.revision == 2


def test_undoing_for_an_earlier_revision_is_refused(editor: User) -> None:
    ingestion = in_review()
    made = _correct(ingestion, _reworded(ingestion, "op4", "Once."), by=editor)
    with pytest.raises(StaleRevisionError):
        undo(made.pk, by=editor, revision=0)
    assert Correction.objects.get().undone_at is None


def test_one_in_the_middle_is_undone_where_the_others_do_not_rest_on_it(editor: User) -> None:
    ingestion = in_review()
    first = _correct(
        ingestion, making.label_set(_now(ingestion).parsed, "op4", label="7."), by=editor
    )
    _correct(ingestion, _reworded(ingestion, "op3", "Welcomes it;"), by=editor)
    undo(first.pk, by=editor, revision=2)
    assert _words(ingestion)["op3"] == "Welcomes it;"
    assert _words(ingestion)["op4"] == "Decides to remain seized of the matter."
    assert not _now(ingestion).conflicts


def test_one_that_a_later_one_rests_on_is_not_undone_before_that(editor: User) -> None:
    ingestion = in_review()
    inserted = making.inserted(_now(ingestion).parsed, "op3", kind="operative", text="Notes it;")
    first = _correct(ingestion, inserted, by=editor)
    [new] = [anchor for anchor, words in _words(ingestion).items() if words == "Notes it;"]
    later = _correct(ingestion, _reworded(ingestion, new, "Notes it well;"), by=editor)
    with pytest.raises(CorrectionError, match="“Set wording” at op"):
        undo(first.pk, by=editor, revision=2)
    undo(later.pk, by=editor, revision=2)
    undo(first.pk, by=editor, revision=3)
    assert _now(ingestion).parsed == _now(ingestion).as_parsed


def test_a_later_one_never_comes_upon_other_words(editor: User) -> None:
    """Without the removal, op3 would be another paragraph, which has the same kind to be set."""
    texts = ["Calls upon all;", "Notes this;", "Notes that;", "Decides so."]
    unnumbered = "\n".join(["\tThe General Assembly,", *(f"\t{one}" for one in texts), ""])
    ingestion = parsed(unnumbered)
    ids = list(_words(ingestion))
    first = _correct(ingestion, making.removed(_now(ingestion).parsed, ids[1]), by=editor)
    now = [one for one, words in _words(ingestion).items() if words == "Notes that;"]
    _correct(ingestion, making.kind_set(_now(ingestion).parsed, now[0], kind="heading"), by=editor)
    with pytest.raises(CorrectionError, match="rests on it"):
        undo(first.pk, by=editor, revision=2)


def test_what_was_split_off_and_removed_does_not_come_back_unseen(editor: User) -> None:
    ingestion = in_review()
    split = making.split(_now(ingestion).parsed, "op4", at=len("Decides to remain"))
    first = _correct(ingestion, split, by=editor)
    removed = making.removed(_now(ingestion).parsed, "op4-p1")
    second = _correct(ingestion, removed, by=editor)
    with pytest.raises(CorrectionError, match=r"“Remove” at op\. 4, closing words"):
        undo(first.pk, by=editor, revision=2)
    undo(second.pk, by=editor, revision=2)
    undo(first.pk, by=editor, revision=3)
    assert _words(ingestion)["op4"] == "Decides to remain seized of the matter."


def test_an_explained_gap_is_kept_while_its_explanation_stands(editor: User) -> None:
    ingestion = in_review()
    first = _correct(
        ingestion, making.label_set(_now(ingestion).parsed, "op4", label="9."), by=editor
    )
    explained = making.explained(_now(ingestion).parsed, "number_gap", where="op9")
    _correct(ingestion, explained, by=editor, evidence="So it is printed.")
    with pytest.raises(CorrectionError, match=r"“Explain” at op\. 9"):
        undo(first.pk, by=editor, revision=2)


def test_corrections_of_what_is_published_leave_readers_what_they_have(editor: User) -> None:
    ingestion = in_review()
    published(ingestion)
    _correct(ingestion, _reworded(ingestion, "op4", "Decides so."), by=editor)
    row = _now(ingestion).ingestion
    assert (row.state, row.has_unpublished_changes) == ("published", True)
    assert row.text is not None
    assert row.text.paragraphs.get(anchor="op4").wording.startswith("Decides to remain")


def test_an_edition_is_told_as_it_was_at_any_revision(editor: User) -> None:
    ingestion = in_review()
    first = _correct(ingestion, _reworded(ingestion, "op4", "Once."), by=editor)
    _correct(ingestion, _reworded(ingestion, "op4", "Twice."), by=editor)
    undo(first.pk, by=editor, revision=2)
    told = [
        {one.id: one.text for one in edition_at_revision(ingestion, number).parsed.paragraphs}
        for number in range(4)
    ]
    start = "Decides to remain seized of the matter."
    assert [one["op4"] for one in told] == [start, "Once.", "Twice.", "Twice."]


def test_each_step_of_many_gives_the_same_as_all_at_once(editor: User) -> None:
    ingestion = in_review()
    to = Proposal(edition_of(ingestion))
    to.take(making.split(to.parsed, "op4", at=8))
    to.take(making.merged(to.parsed, "op3"))
    for value in to.values:
        _correct(ingestion, value, by=editor)
    assert _now(ingestion).parsed == to.parsed
