"""Agreement: whether peers answer the same question, as far as they mean the same by it.

SQLite's stemmer and tantivy's differ a little from PostgreSQL's, and titles and notes are searched
in the archive alone; so counts may differ by a few per cent, in a few of the questions.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.benchmarks.searching.questions import Kind, Question

#: By how much a count may differ, in hits or as a share, whichever is more.
_MOST_HITS, _MOST_SHARE = 5, 0.05
#: Of so many questions one may differ by more.
_ONE_IN = 10
#: The kinds of which a resolution that says it has one paragraph that does.
SAID_IN_ONE_PARAGRAPH = frozenset({Kind.COMMON, Kind.PHRASE, Kind.MID, Kind.RARE, Kind.NOTHING})


@dataclass(frozen=True, slots=True)
class Count:
    """How many hits two who should agree have for one question."""

    question: Question
    ours: int
    theirs: int

    @property
    def agrees(self) -> bool:
        """Whether they differ by no more than stemmers and titles may."""
        most = max(_MOST_HITS, _MOST_SHARE * max(self.ours, self.theirs))
        return abs(self.ours - self.theirs) <= most

    def __str__(self) -> str:
        return f"{self.question.said} ({self.ours:,} and {self.theirs:,})"


def disagreements(name: str, counts: Iterable[Count]) -> Iterator[str]:
    """A line where too many counts differ, with the first of them."""
    counted = list(counts)
    differing = [one for one in counted if not one.agrees]
    if len(differing) * _ONE_IN > len(counted):
        some = "; ".join(map(str, differing[:4]))
        yield f"{name}: {len(differing)} of {len(counted)} counts differ, as of {some}."
