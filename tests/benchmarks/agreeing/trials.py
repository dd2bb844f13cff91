"""Trials: how often the right wording comes first, and how long an answer takes."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from statistics import median, quantiles

from django.db.models import Max

from archive.models import Paragraph
from archive.search.agreed.finder import agreed
from archive.search.agreed.language import language
from archive.search.agreed.params import LanguageParams
from archive.search.matches.patience import at_most
from archive.search.results import SECONDS
from tests.benchmarks.agreeing.engines import Engine, by_archive, index_trigrams
from tests.benchmarks.agreeing.questions import KINDS, Question, reworded, wordings_said_twice

_DRAFT = 100
#: Paragraphs of which a page, or of a draft, is asked at once.
_AT_ONCE = 10
_TIMED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Questions of one kind put to one engine; ``wanted`` hundredths must be right, if any."""

    engine: str
    hundredths: int
    wanted: int
    count: int
    missed: tuple[Question, ...]
    milliseconds: float

    @property
    def right(self) -> float:
        """In hundredths: for how many the right wording came first."""
        return 100 * (1 - len(self.missed) / self.count)

    @property
    def is_missed(self) -> bool:
        """Whether too few were right."""
        return self.right < self.wanted

    def __str__(self) -> str:
        wanted = f", {self.wanted} wanted" if self.wanted else ""
        return (
            f"{self.engine:12} {self.hundredths:3} of 100 words reworded: {self.right:5.1f} of 100 "
            f"first{wanted}; {self.count} asked, median {self.milliseconds:,.1f} ms"
        )


def trials(*, questions: int, peers: Mapping[Engine, int], seed: int) -> Iterator[Trial]:
    """Every kind of question, put to the archive, and the first so many to each of its peers.

    Then those of few words, which are a small part of all, put to the archive.
    """
    random = Random(seed)
    said = wordings_said_twice(questions, random=random)
    index_trigrams()
    for hundredths, wanted in KINDS:
        asked = reworded(said, hundredths, random=random)
        yield _trial(by_archive, asked, hundredths=hundredths, wanted=wanted)
        for peer, count in peers.items():
            if count:
                yield _trial(peer, asked[:count], hundredths=hundredths)
    short = wordings_said_twice(questions, random=random, are_short=True)
    for hundredths, _ in KINDS:
        asked = reworded(short, hundredths, random=random)
        yield replace(_trial(by_archive, asked, hundredths=hundredths), engine="of few words")


def _trial(engine: Engine, asked: Sequence[Question], *, hundredths: int, wanted: int = 0) -> Trial:
    missed, times = [], []
    for one in asked:
        start = time.perf_counter()
        found = engine(one.words)
        times.append(1000 * (time.perf_counter() - start))
        if found != one.right:
            missed.append(one)
    return Trial(
        engine=engine.__name__.replace("_", " "),
        hundredths=hundredths,
        wanted=wanted,
        count=len(asked),
        missed=tuple(missed),
        milliseconds=median(times),
    )


def times(*, seed: int) -> Iterator[str]:
    """What a page takes, and a draft of a hundred paragraphs, in the archive as it is."""
    random = Random(seed)
    texts = _paragraphs(random)
    asked = {
        "a phrase of two words": [" ".join(one.split()[1:3]) for one in texts],
        "a phrase of five words": [" ".join(one.split()[2:7]) for one in texts],
        "a whole paragraph": texts,
        "one reworded": [one.words for one in reworded(_questions(texts), 10, random=random)],
    }
    for name, questions in asked.items():
        yield f"{name}: {_told([_page(one) for one in questions[:_TIMED]])}"
    draft = [one.words for one in reworded(_questions(texts), 10, random=random)][:_DRAFT]
    start = time.perf_counter()
    for first in range(0, len(draft), _AT_ONCE):
        with at_most(SECONDS):
            agreed(draft[first : first + _AT_ONCE], adopted_only=True)
    yield f"a draft of {len(draft)} paragraphs: {time.perf_counter() - start:.2f} s"


def _paragraphs(random: Random) -> list[str]:
    """Paragraphs at random of a dozen words and more."""
    last = Paragraph.objects.aggregate(last=Max("pk"))["last"] or 0
    keys = random.sample(range(1, last + 1), min(last, 20 * _DRAFT))
    rows = Paragraph.objects.filter(pk__in=keys, rows=[]).exclude(kind="heading").order_by("pk")
    long = [one for one in rows.values_list("wording", flat=True) if 12 <= len(one.split()) <= 300]
    return random.sample(long, min(_DRAFT, len(long)))


def _questions(texts: Sequence[str]) -> list[Question]:
    return [Question(text, 0) for text in texts]


def _page(words: str) -> float:
    """The milliseconds of a first page."""
    start = time.perf_counter()
    language(LanguageParams(q=words))
    return 1000 * (time.perf_counter() - start)


def _told(measured: Sequence[float]) -> str:
    last = quantiles(measured, n=20)[-1]
    return f"median {median(measured):,.0f} ms, 95th percentile {last:,.0f} ms"
