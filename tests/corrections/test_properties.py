"""Whatever people correct: a text stays one, nothing is lost unasked, and a replay is the same."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.corrections.applying import applied, corrected
from archive.corrections.places import texts_of
from archive.corrections.values import MASTHEAD, Action, Correction
from archive.parsing.contract import parsed_of, record_of
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse
from tests.benchmarks.rules import broken_rules
from tests.corrections.texts import (
    annexed_text,
    plain_text,
    some_corrections,
    uncounted_text,
)

FIXTURES = sorted((Path(__file__).resolve().parents[2] / "fixtures").glob("*.txt"))
_TEXTS = (plain_text, annexed_text, uncounted_text)
#: What changes nothing but the order and the places of words.
_KEEPS_WORDS = {
    Action.SET_KIND,
    Action.SET_PARENT,
    Action.MOVE,
    Action.SPLIT,
    Action.MERGE,
    Action.CITE,
    Action.UNCITE,
    Action.SET_FACT,
}
_given = given(st.sampled_from(_TEXTS), st.randoms(use_true_random=False), st.integers(1, 7))


def _signs(parsed: ParsedResolution) -> Counter[str]:
    signs: Counter[str] = Counter()
    for paragraph in parsed.paragraphs:
        signs.update(f"{paragraph.label or ''}{paragraph.text}")
        signs.update("".join(one.number for one in paragraph.markers))
    for note in parsed.footnotes:
        signs.update(f"{note.number}{note.text}")
    del signs[" "]
    return signs


def _assert_whole(parsed: ParsedResolution) -> None:
    """Anchors are unique, parents stand before, and every span holds its words."""
    assert list(broken_rules(parsed, b"text")) == []
    words = dict(texts_of(parsed))
    assert all(words[one.source][one.start : one.end] == one.text for one in parsed.citations)
    marked = {marker.number for one in parsed.paragraphs for marker in one.markers}
    assert all((note.marked_in is not None) == (note.number in marked) for note in parsed.footnotes)
    places = {anchor: at for at, (anchor, _) in enumerate(texts_of(parsed))}
    order = [(places[one.source], one.start) for one in parsed.citations]
    assert order == sorted(order)
    assert [one.id for one in parsed.footnotes] == [f"fn{one.number}" for one in parsed.footnotes]


@settings(max_examples=80, deadline=None)
@_given
def test_a_corrected_text_keeps_every_rule_of_a_text(
    text_of: Callable[[], ParsedResolution], chance: Random, count: int
) -> None:
    text = text_of()
    made, now = some_corrections(text, chance, count=count)
    _assert_whole(now)
    found = corrected(text, made)
    assert found.conflicts == ()
    anchors = dict(texts_of(now))
    for place, index in found.set_by.items():
        assert place.startswith(MASTHEAD) or place.partition(":")[0] in anchors
        assert 0 <= index < len(made)


@settings(max_examples=60, deadline=None)
@_given
def test_no_correction_loses_a_sign_that_it_was_not_told_to(
    text_of: Callable[[], ParsedResolution], chance: Random, count: int
) -> None:
    text = text_of()
    made, _ = some_corrections(text, chance, count=count)
    states = [corrected(text, made[:index]).parsed for index in range(len(made) + 1)]
    for one, (before, after) in zip(made, pairwise(states), strict=True):
        if one.action in _KEEPS_WORDS:
            assert _signs(after) == _signs(before)
        if one.action is Action.INSERT:
            added = Counter(f"{one.after['label'] or ''}{one.after['text']}".replace(" ", ""))
            assert _signs(after) == _signs(before) + added


@settings(max_examples=60, deadline=None)
@_given
def test_a_replay_is_the_same_and_goes_on_from_any_state(
    text_of: Callable[[], ParsedResolution], chance: Random, count: int
) -> None:
    text = text_of()
    made, now = some_corrections(text, chance, count=count)
    assert corrected(text, made).parsed == now
    if made:
        before = corrected(text, made[:-1]).parsed
        alone = applied(before, made[-1])
        assert [(one.id, one.text) for one in alone.paragraphs] == [
            (one.id, one.text) for one in now.paragraphs
        ]
        assert corrected(before, made[-1:]).conflicts == ()


@settings(max_examples=60, deadline=None)
@_given
def test_over_any_other_parse_a_text_stays_a_text(
    text_of: Callable[[], ParsedResolution], chance: Random, count: int
) -> None:
    made, _ = some_corrections(text_of(), chance, count=count)
    for other in _TEXTS:
        _assert_whole(corrected(other(), made).parsed)
    for index in range(len(made)):
        _assert_whole(corrected(text_of(), made[:index] + made[index + 1 :]).parsed)


@settings(max_examples=40, deadline=None)
@_given
def test_anchors_of_what_did_not_change_stay(
    text_of: Callable[[], ParsedResolution], chance: Random, count: int
) -> None:
    text = text_of()
    wordings = {Action.SET_WORDING, Action.CITE, Action.UNCITE, Action.SET_FACT, Action.SET_MARKER}
    made, _ = some_corrections(text, chance, count=count)
    for one in made:
        if one.action in wordings:
            alone = corrected(text, [one]).parsed
            assert [p.id for p in alone.paragraphs] == [p.id for p in text.paragraphs]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_a_text_of_the_archive_is_corrected_and_comes_back_from_its_record(path: Path) -> None:
    data = path.read_bytes()
    text = parse(data)
    chance = Random(7)
    made, now = some_corrections(text, chance, count=25)
    assert len(made) > 8
    _assert_whole(now)
    record = record_of("file", data, outcome=text)
    values = [
        Correction(action=one.action, where=one.where, before=one.before, after=one.after)
        for one in made
    ]
    assert corrected(parsed_of(record), values).parsed == now
