"""The report: for each kind of question a table of all engines, and whether the targets are met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.retrieval.ranks import Score

_COLUMNS = ("right", "one answer", "same wording", "very one", "in three", "very in three")
_WIDTH, _NAME_WIDTH = 15, 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Questions of a kind, the score of the archive and of others, and what is to be reached.

    ``target`` is for the mean reciprocal rank, or, of titles, for the share found in three.
    """

    name: str
    own: Score
    others: Sequence[Score]
    target: float
    counts_three: bool = False

    @property
    def table(self) -> str:
        """All figures of every engine, the archive first."""
        several = sum(not rank.question.has_one_answer for rank in self.own.ranks)
        head = f"{self.name}: {len(self.own.ranks)} questions, {several} with several right answers"
        columns = " " * _NAME_WIDTH + "".join(f"{column:>{_WIDTH}}" for column in _COLUMNS)
        return "\n".join([head, columns, *map(_row, [self.own, *self.others])])

    @property
    def verdicts(self) -> list[tuple[bool, str]]:
        """Each thing to be reached, and whether it is."""
        return list(self._verdicts())

    def _verdicts(self) -> Iterator[tuple[bool, str]]:
        unit = "in the first three" if self.counts_three else "mean reciprocal rank"
        for words, figure in self._figures(self.own):
            said = f"{self.name}, {words}: {figure:.3f} {unit}, at least {self.target}"
            yield figure >= self.target, said
        for words, figure in self._compared(self.own):
            best = max((dict(self._compared(one))[words] for one in self.others), default=0.0)
            said = f"{self.name}, {words}: {figure:.3f} {unit}, BM25 at best {best:.3f}"
            yield figure >= best, said

    def _figures(self, score: Score) -> Iterator[tuple[str, float]]:
        """What the target is for."""
        if self.counts_three:
            yield "one of the same title", score.in_three
        else:
            yield "a right answer", score.mrr
            yield "where one wording is right", score.one_answer_mrr

    def _compared(self, score: Score) -> Iterator[tuple[str, float]]:
        """What must not be worse than that of the others."""
        if self.counts_three:
            yield "one of the same title", score.in_three
        else:
            yield "the same wording", score.alike_mrr


def _row(score: Score) -> str:
    figures = (
        score.mrr,
        score.one_answer_mrr,
        score.alike_mrr,
        score.very_mrr,
        score.in_three,
        score.very_in_three,
    )
    return f"{score.engine:<{_NAME_WIDTH}}" + "".join(f"{one:>{_WIDTH}.3f}" for one in figures)


def misses(score: Score, most: int) -> Iterator[str]:
    """The questions that nothing right comes first for, each with where it comes."""
    for rank in score.missed[:most]:
        sought = rank.question.sought
        yield f"  {rank.right or 'not found'}  “{rank.question.typed}”  {sought.address}"
