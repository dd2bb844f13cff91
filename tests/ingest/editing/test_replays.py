"""A replay that goes on from where another ended gives what all corrections give at once."""

from random import Random

import pytest

from archive.corrections.applying import corrected
from archive.ingest.editing.replays import Replay
from tests.corrections.texts import plain_text, some_corrections


def test_without_corrections_a_text_is_as_the_parser_had_it() -> None:
    parsed = plain_text()
    assert Replay.of(parsed).corrected == corrected(parsed, [])


@pytest.mark.parametrize("seed", range(12))
def test_step_by_step_and_all_at_once_give_the_same(seed: int) -> None:
    parsed = plain_text()
    made, _ = some_corrections(parsed, Random(seed), count=6)
    first, then = made[:2], made[2:]
    replay = Replay.of(parsed).on(first).on(then)
    assert replay.corrected == corrected(parsed, made)
    assert len(replay.states) == len(made) + 1
