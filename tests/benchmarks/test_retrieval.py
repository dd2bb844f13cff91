"""The measure of relevance: what it asks, how it counts, and what it finds in five documents."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from django.conf import settings
from django.core.management import call_command

from archive.search.form.params import View
from tests.benchmarks.retrieval.engines import BM25, Archive
from tests.benchmarks.retrieval.passages import Passage, Passages, paragraphs, titles
from tests.benchmarks.retrieval.questions import (
    Question,
    consecutive_words,
    rarest_words,
    sampled,
    whole_titles,
)
from tests.benchmarks.retrieval.ranks import FARTHEST, score
from tests.benchmarks.retrieval.report import Trial, misses
from tests.benchmarks.retrieval.trials import trials

_STATES = "All States shall promote the universal respect of each right that they have recognized"
_ALIKE = "All States shall promote the universal respect of every right that they have recognized"


def _passages(*wordings: str) -> Passages:
    return Passages(
        Passage(address=f"/A/RES/66/{number}/#op1", wording=wording)
        for number, wording in enumerate(wordings)
    )


class _Fixed:
    """An engine that answers always the same."""

    name = "fixed"

    def __init__(self, *answers: str) -> None:
        self._answers = answers

    def answers(self, typed: str) -> Iterator[str]:  # noqa: ARG002 whatever is typed
        return iter(self._answers)


def _only_question(passages: Passages) -> Question:
    (question,) = whole_titles([next(iter(passages))], passages)
    return question


def test_the_five_words_of_fewest_passages_are_typed_in_the_order_they_stand() -> None:
    passages = _passages(
        "One two three four five six", "one two three", "one two", "Four, five: one two"
    )
    (question,) = rarest_words([passages.by_address["/A/RES/66/0/#op1"]], passages)
    assert question.typed in {"one three four five six", "two three four five six"}


def test_every_passage_that_says_the_five_words_is_right() -> None:
    passages = _passages(_STATES, _ALIKE, "All States shall promote respect")
    sought = passages.by_address["/A/RES/66/0/#op1"]
    (question,) = rarest_words([sought], passages)
    assert "/A/RES/66/2/#op1" not in question.right
    assert question.right == {"/A/RES/66/0/#op1"} or not question.has_one_answer


def test_eight_words_follow_one_another_with_the_signs_between_them() -> None:
    passages = _passages("Calls upon all States, in particular “those concerned”, to act at once;")
    for seed in range(20):
        (question,) = consecutive_words(list(passages), passages, random=Random(seed))
        assert question.typed in next(iter(passages)).wording
        assert len(question.typed.split()) == 8


def test_passages_that_say_all_eight_apart_are_not_right() -> None:
    words = "Urges States to act at once and together"
    passages = _passages(words, "Together and at once urges States to act", f"It {words.lower()};")
    (question,) = consecutive_words([next(iter(passages))], passages, random=Random(1))
    assert question.right == {"/A/RES/66/0/#op1", "/A/RES/66/2/#op1"}


def test_headings_tables_and_short_paragraphs_are_not_asked_for() -> None:
    passages = [
        Passage(address="heading", wording=_STATES, is_reading_text=False),
        Passage(
            address="short", wording="Eleven words are too few to tell a paragraph from others"
        ),
        Passage(address="fit", wording=_STATES),
    ]
    assert [one.address for one in sampled(passages, 10, random=Random(1))] == ["fit"]


def test_ranks_are_of_the_first_right_answer_the_same_wording_and_the_very_passage() -> None:
    passages = _passages("Human rights", "Human rights", "Other matters")
    question = _only_question(passages)
    others = "/A/RES/66/2/#op1", "/A/RES/66/1/#op1", "/A/RES/66/0/#op1"
    (rank,) = score(_Fixed(*others), [question]).ranks
    assert (rank.right, rank.alike, rank.very) == (2, 2, 3)


def test_what_is_too_far_down_counts_as_not_found() -> None:
    question = _only_question(_passages("Human rights"))
    elsewhere = [f"/A/RES/66/{number}/" for number in range(1, FARTHEST + 1)]
    found = score(_Fixed(*elsewhere, question.sought.address), [question])
    assert found.mrr == found.very_mrr == found.in_three == 0.0
    assert list(misses(found, 5)) == ["  not found  “Human rights”  /A/RES/66/0/#op1"]


def test_a_trial_fails_where_its_target_is_missed_or_bm25_is_better() -> None:
    question = _only_question(_passages("Human rights", "Other matters"))
    first = score(_Fixed(question.sought.address), [question])
    second = score(_Fixed("elsewhere", question.sought.address), [question])
    is_reached = [
        [reached for reached, _ in trial.verdicts]
        for trial in (
            Trial(name="a", own=first, others=[second], target=0.9),
            Trial(name="b", own=second, others=[first], target=0.9),
        )
    ]
    assert is_reached == [[True, True, True], [False, False, False]]


def test_bm25_is_asked_for_all_words_or_any_whatever_signs_they_have() -> None:
    passages = _passages("The right to privacy", "Privacy", 'A "quoted" AND (bracketed) word')
    asked = {
        operator: list(BM25(passages, tokeniser="porter", operator=operator).answers(typed))
        for operator, typed in (("AND", "right privacy"), ("OR", "rights privacy NEAR("))
    }
    assert asked["AND"] == ["/A/RES/66/0/#op1"]
    assert set(asked["OR"]) == {"/A/RES/66/0/#op1", "/A/RES/66/1/#op1"}


def test_of_equal_scores_bm25_gives_what_stands_first_among_equals() -> None:
    passages = [
        Passage(address="/rare/", wording="The right to privacy", standing=(0, "A", False, 1)),
        Passage(address="/recalled/", wording="The right to privacy", standing=(-9, "B", False, 2)),
        Passage(address="/shorter/", wording="Privacy", standing=(0, "C", False, 3)),
    ]
    engine = BM25(passages, tokeniser="porter", operator="AND")
    assert list(engine.answers("privacy")) == ["/shorter/", "/recalled/", "/rare/"]


@pytest.fixture
def founding_documents(db: None) -> None:
    fixtures = Path(settings.BASE_DIR) / "fixtures"
    call_command("load_facts", fixtures / "resolutions.csv")
    call_command("ingest", fixtures, jobs=1)


@pytest.mark.usefixtures("founding_documents")
def test_paragraphs_and_titles_of_the_founding_documents_are_found() -> None:
    for trial in trials(paragraph_count=40, title_count=5, seed=7):
        figure = trial.own.in_three if trial.counts_three else trial.own.mrr
        assert figure >= trial.target, list(misses(trial.own, 5))
        assert trial.own.one_answer_mrr >= trial.target
        assert trial.table.count("BM25") in {4, 8}


@pytest.mark.usefixtures("founding_documents")
def test_the_archive_is_asked_page_after_page_by_addresses_that_it_has() -> None:
    found = list(Archive(View.PARAGRAPHS).answers("human rights defenders"))
    assert len(found) == len(set(found)) > 20
    assert set(found) <= paragraphs().by_address.keys()
    assert set(Archive(View.RESOLUTIONS).answers("defenders")) <= titles().by_address.keys()
