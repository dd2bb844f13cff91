"""Ranks: at which place an answer gives what was sought, and what that comes to for many.

A rank is counted in three ways: the place of the first right answer, as the question says what is
right; of the first passage that says exactly what the sought one says, in whichever resolution;
and of the very passage. What is not among the first 200 has a reciprocal rank of 0.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import fmean
from typing import Protocol

from tests.benchmarks.retrieval.questions import Question

#: Ten pages of results; few read on.
FARTHEST = 200


class Engine(Protocol):
    """What answers a question."""

    @property
    def name(self) -> str:
        """Its name in a table."""

    def answers(self, typed: str) -> Iterator[str]:
        """The addresses of what is found, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """The places, from 1, of the first right answer, the same wording and the very passage."""

    question: Question
    right: int | None
    alike: int | None
    very: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well an engine answers questions of a kind."""

    engine: str
    ranks: Sequence[Rank]

    @property
    def mrr(self) -> float:
        """The mean reciprocal rank of the first right answer."""
        return _mean_reciprocal(rank.right for rank in self.ranks)

    @property
    def alike_mrr(self) -> float:
        """That of the first passage with the same wording."""
        return _mean_reciprocal(rank.alike for rank in self.ranks)

    @property
    def very_mrr(self) -> float:
        """That of the very passage."""
        return _mean_reciprocal(rank.very for rank in self.ranks)

    @property
    def one_answer_mrr(self) -> float:
        """That of the questions that no other wording answers."""
        return _mean_reciprocal(rank.alike for rank in self.ranks if rank.question.has_one_answer)

    @property
    def in_three(self) -> float:
        """The share of questions with a right answer among the first three."""
        return _share(rank.right for rank in self.ranks)

    @property
    def very_in_three(self) -> float:
        """The share of questions with the very passage among the first three."""
        return _share(rank.very for rank in self.ranks)

    @property
    def missed(self) -> list[Rank]:
        """The ranks of questions that no right answer comes first for."""
        return [rank for rank in self.ranks if rank.right != 1]


def _mean_reciprocal(places: Iterable[int | None]) -> float:
    return fmean([1 / place if place else 0.0 for place in places] or [0.0])


def _share(places: Iterable[int | None]) -> float:
    return fmean([place is not None and place <= 3 for place in places] or [0.0])


def score(engine: Engine, questions: Iterable[Question]) -> Score:
    """Ask an engine all questions."""
    return Score(engine=engine.name, ranks=[_rank(engine, one) for one in questions])


def _rank(engine: Engine, question: Question) -> Rank:
    right = alike = very = None
    for place, address in enumerate(islice(engine.answers(question.typed), FARTHEST), start=1):
        if address in question.right:
            right = right or place
        if question.is_alike(address):
            alike = alike or place
        if address == question.sought.address:
            very = place
            break
    return Rank(question=question, right=right, alike=alike, very=very)
