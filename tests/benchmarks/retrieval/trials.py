"""Trials: every kind of question, asked of the archive and of BM25."""

from collections.abc import Iterator, Sequence
from random import Random

from archive.search.form.params import View
from tests.benchmarks.retrieval.engines import Archive, bm25_of_paragraphs, bm25_of_titles
from tests.benchmarks.retrieval.passages import paragraphs, titles
from tests.benchmarks.retrieval.questions import (
    Question,
    consecutive_words,
    rarest_words,
    sampled,
    whole_titles,
)
from tests.benchmarks.retrieval.ranks import Engine, Score, score
from tests.benchmarks.retrieval.report import Trial

RAREST_TARGET, CONSECUTIVE_TARGET, TITLE_TARGET = 0.97, 0.99, 0.95


def trials(*, paragraph_count: int, title_count: int, seed: int) -> Iterator[Trial]:
    """The three trials over what the database holds."""
    yield from _of_paragraphs(paragraph_count, random=Random(seed))
    yield _of_titles(title_count, random=Random(seed))


def _of_paragraphs(count: int, *, random: Random) -> Iterator[Trial]:
    passages = paragraphs()
    chosen = sampled(passages, count, random=random)
    others = list(bm25_of_paragraphs(passages))
    own = Archive(View.PARAGRAPHS)
    for name, target, questions in (
        ("Five rarest words", RAREST_TARGET, rarest_words(chosen, passages)),
        (
            "Eight consecutive words",
            CONSECUTIVE_TARGET,
            consecutive_words(chosen, passages, random=random),
        ),
    ):
        first, *rest = _scores([own, *others], list(questions))
        yield Trial(name=name, own=first, others=rest, target=target)


def _of_titles(count: int, *, random: Random) -> Trial:
    passages = titles()
    chosen = sampled(passages, count, random=random, fewest_words=1)
    engines: list[Engine] = [Archive(View.RESOLUTIONS), *bm25_of_titles(passages)]
    first, *rest = _scores(engines, list(whole_titles(chosen, passages)))
    return Trial(
        name="Words of a title", own=first, others=rest, target=TITLE_TARGET, counts_three=True
    )


def _scores(engines: Sequence[Engine], questions: list[Question]) -> list[Score]:
    return [score(engine, questions) for engine in engines]
