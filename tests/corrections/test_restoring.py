"""The corrections that make one text another: few where they can be, right where they must be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.corrections import making
from archive.corrections.applying import corrected
from archive.corrections.making import towards
from archive.corrections.values import Action, Correction
from archive.parsing.parsed import Masthead, Paragraph, ParsedResolution
from archive.parsing.pipeline import parse
from tests.corrections.texts import (
    annexed_text,
    cited_in,
    plain_text,
    some_corrections,
    uncounted_text,
    with_corrections,
)
from tests.parsing.printed import word_text

_TEXTS = (plain_text, annexed_text, uncounted_text)


def _frame(parsed: ParsedResolution) -> list[Paragraph]:
    """Paragraphs but for what the words of each say by themselves."""
    return [replace(one, opening=None, form=None) for one in parsed.paragraphs]


def _cited(parsed: ParsedResolution) -> set[tuple[str, int, int, str]]:
    return {
        (one.source, one.start, one.end, one.target or one.pinpoint or "")
        for one in parsed.citations
        if not one.of_whole
    }


def _assert_same(one: ParsedResolution, other: ParsedResolution) -> None:
    assert _frame(one) == _frame(other)
    assert one.footnotes == other.footnotes
    assert _cited(one) == _cited(other)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(_TEXTS), st.randoms(use_true_random=False), st.integers(1, 6))
def test_a_state_comes_back_after_whatever_was_corrected(
    text_of: Callable[[], ParsedResolution], chance: Random, count: int
) -> None:
    text = text_of()
    made, now = some_corrections(text, chance, count=count)
    set_by = corrected(text, made).set_by
    back = towards(now, text, set_by=set_by)
    found = corrected(text, [*made, *back])
    _assert_same(found.parsed, text)
    assert found.conflicts == ()
    _assert_same(corrected(text, towards(text, now)).parsed, now)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(_TEXTS), st.sampled_from(_TEXTS))
def test_any_text_becomes_any_other(
    one_of: Callable[[], ParsedResolution], other_of: Callable[[], ParsedResolution]
) -> None:
    one, other = one_of(), other_of()
    found = corrected(one, towards(one, other))
    _assert_same(found.parsed, other)
    assert found.conflicts == ()


def test_a_text_is_itself_without_corrections() -> None:
    assert towards(plain_text(), plain_text()) == ()


def test_only_the_words_that_changed_are_corrected() -> None:
    text = plain_text()
    made = [making.wording_set(text, "op1", text="Calls upon all;")]
    made.append(making.wording_set(text, "fn2", text="See A/66/1."))
    now = with_corrections(text, *made)
    assert towards(now, text) == (
        Correction(
            action=Action.SET_WORDING,
            where="op1",
            before="Calls upon all;",
            after="Calls upon all States to give effect to resolution 66/164;",
        ),
        Correction(
            action=Action.SET_WORDING, where="fn2", before="See A/66/1.", after="See A/HRC/13/13."
        ),
    )


def test_only_the_paragraphs_between_are_taken_out_and_put_in() -> None:
    text = plain_text()
    now = with_corrections(text, making.removed(text, "pp2"))
    (one,) = towards(now, text)
    assert (one.action, one.where, one.after["anchor"]) == (Action.INSERT, "pp1", "pp2")
    _assert_same(corrected(now, [one]).parsed, text)


@pytest.mark.parametrize(
    ("where", "after"), [("pp1", "pp3"), ("op2", None), ("op2-b", "op2"), ("op4", "pp1")]
)
def test_paragraphs_in_another_order_are_moved(where: str, after: str | None) -> None:
    text = plain_text()
    now = with_corrections(text, making.moved(text, where, after=after))
    back = towards(now, text)
    assert {one.action for one in back} == {Action.MOVE}
    _assert_same(corrected(now, back).parsed, text)


def test_notes_that_are_marked_elsewhere_are_marked_as_before() -> None:
    text = plain_text()
    now = with_corrections(text, making.marker_set(text, "fn3", place=("pp1", 51)))
    back = towards(now, text)
    _assert_same(corrected(now, back).parsed, text)
    assert corrected(now, back).conflicts == ()


def test_facts_come_back_too() -> None:
    text = replace(plain_text(), masthead=Masthead(title="A title", adopted_on=date(2011, 12, 19)))
    now = with_corrections(text, making.fact_set(text, "title", words="Another"))
    assert [(one.where, one.after) for one in towards(now, text)] == [("masthead.title", "A title")]


def test_what_a_person_took_out_is_cited_again() -> None:
    text = plain_text()
    made = [making.uncited(text, "op1", start=40, end=57)]
    now = corrected(text, made)
    back = towards(now.parsed, text, set_by=now.set_by)
    assert [(one.action, one.after) for one in back] == [(Action.CITE, "A/RES/66/164")]
    found = corrected(text, [*made, *back])
    assert cited_in(found.parsed, "op1") == [("resolution 66/164", "A/RES/66/164")]


def test_citations_that_share_their_words_come_back_together() -> None:
    text = parse(word_text(["Recalling documents A/66/203/Add.1-4,"]).encode())
    shared = [one for one in text.citations if one.source == "pp1"]
    assert len({(one.start, one.end) for one in shared}) < len(shared)
    one = making.uncited(text, "pp1", start=shared[1].start, end=shared[1].end)
    now = corrected(text, [one])
    back = towards(now.parsed, text, set_by=now.set_by)
    found = corrected(text, [one, *back])
    _assert_same(found.parsed, text)
    assert found.conflicts == ()


@pytest.mark.parametrize("text_of", _TEXTS)
def test_a_whole_text_is_put_in_paragraph_by_paragraph(
    text_of: Callable[[], ParsedResolution],
) -> None:
    text = text_of()
    nothing = replace(text, paragraphs=(), footnotes=(), citations=())
    _assert_same(corrected(nothing, towards(nothing, text)).parsed, text)
    _assert_same(corrected(text, towards(text, nothing)).parsed, nothing)
