"""Measuring: the same questions put to the archive and to its peers, one after another."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from random import Random

from tests.benchmarks.searching import datasette_peer
from tests.benchmarks.searching.archives import Archive
from tests.benchmarks.searching.figures import Times
from tests.benchmarks.searching.questions import Kind, Question
from tests.benchmarks.searching.servers import WORKERS
from tests.benchmarks.searching.tantivy_peer import Paragraphs
from tests.benchmarks.searching.visits import Visitor, pages_per_second

#: How often each question is put; a peer that takes seconds is asked once.
ROUNDS, PEER_ROUNDS, LIBRARY_ROUNDS = 3, 1, 5
_SECONDS_OF_LOAD = 8.0
_OFTEN_ASKED_FOR = 20
#: So many visits in a row, and each worker has surely made the page.
_VISITS_TILL_WARM = 4 * WORKERS

TimesOfKinds = Mapping[Kind, Times]


def cold_pages(
    address: str, questions: Sequence[Question], *, archive: Archive, rounds: int = ROUNDS
) -> TimesOfKinds:
    """Pages that nobody has asked for since the archive changed."""
    visitor = Visitor(address)
    _warm_up(visitor, questions)

    def visit(question: Question) -> float:
        archive.make_pages_old()
        return visitor.visit(question.address()).seconds

    return _timed(visit, questions, rounds=rounds)


def warm_pages(address: str, questions: Sequence[Question]) -> TimesOfKinds:
    """Pages that each worker has made since the archive changed."""
    visitor = Visitor(address)

    def visit(question: Question) -> float:
        for _ in range(_VISITS_TILL_WARM):
            visitor.visit(question.address())
        return visitor.visit(question.address()).seconds

    return _timed(visit, questions, rounds=1)


def pages_of_datasette(address: str, questions: Sequence[Question]) -> TimesOfKinds:
    """Its pages of the same questions, each asked once before; but for those it has no page for."""
    visitor = Visitor(address)
    asked = [one for one in questions if one.kind not in datasette_peer.HAS_NO_PAGE]
    for question in asked:
        visitor.visit(datasette_peer.address(question))

    def visit(question: Question) -> float:
        return visitor.visit(datasette_peer.address(question)).seconds

    return _timed(visit, asked, rounds=PEER_ROUNDS)


def lists_of_tantivy(paragraphs: Paragraphs, questions: Sequence[Question]) -> TimesOfKinds:
    """Its lists of the best paragraphs, without anything that narrows them."""
    asked = [one for one in questions if not one.narrowed or one.kind is Kind.PARAGRAPHS]
    return _timed(paragraphs.seconds_for, asked, rounds=LIBRARY_ROUNDS)


def archive_under_load(
    address: str, questions: Sequence[Question], *, archive: Archive
) -> dict[str, float]:
    """Pages a second that several clients get: cold ones, and those that are often asked for."""
    paths = [one.address() for one in _shuffled(questions)]

    def before_each() -> None:
        archive.make_pages_old()

    cold = pages_per_second(address, paths, seconds=_SECONDS_OF_LOAD, before_each=before_each)
    often = paths[:_OFTEN_ASKED_FOR]
    pages_per_second(address, often, seconds=_SECONDS_OF_LOAD)
    warm = pages_per_second(address, often, seconds=_SECONDS_OF_LOAD)
    return {"cold": cold, "warm": warm}


def datasette_under_load(address: str, questions: Sequence[Question]) -> float:
    """Pages a second of the same questions, but for those it has no page for."""
    asked = [one for one in _shuffled(questions) if one.kind not in datasette_peer.HAS_NO_PAGE]
    paths = [datasette_peer.address(one) for one in asked]
    return pages_per_second(address, paths, seconds=_SECONDS_OF_LOAD)


def _timed(
    visit: Callable[[Question], float], questions: Sequence[Question], *, rounds: int
) -> TimesOfKinds:
    """Each question so often, in another order each time, by kind."""
    seconds: dict[Kind, list[float]] = defaultdict(list)
    for number in range(rounds):
        for question in _shuffled(questions, seed=number):
            seconds[question.kind].append(visit(question))
    return {kind: Times.of(each) for kind, each in seconds.items()}


def _shuffled(questions: Sequence[Question], *, seed: int = 0) -> list[Question]:
    return Random(seed).sample(list(questions), k=len(questions))


def _warm_up(visitor: Visitor, questions: Sequence[Question]) -> None:
    """Let each worker load what it needs, and the database what it reads, by all the questions."""
    for question in questions:
        visitor.visit(question.address())
