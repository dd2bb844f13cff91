"""What holds of citations in any text, and that no text takes long."""

from collections.abc import Iterator
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parsing.citations import find_citations
from archive.parsing.parsed import Citation
from archive.parsing.symbols import Organ, Symbol
from tests.parsing.citations.citing import note, paragraph

PIECES = [
    "Recalling ",
    "its ",
    "resolution ",
    "resolutions ",
    "decisions ",
    "draft ",
    "General Assembly ",
    "Human Rights Council ",
    "Council ",
    "Commission on Human Rights ",
    "Governing Council ",
    "Security Council's ",
    "President's statement ",
    "PRST/29/1",
    "8/PRST/1",
    "S/RES/1325 (2000)",
    " of 7 and 8 November 2000",
    "that resolution",
    " and the annex thereto",
    "annex to the present resolution",
    " of the present section",
    "Conference of the Parties to the ",
    "Vienna Declaration",
    "66/164",
    "5/1",
    "2000/61",
    "1325 (2000)",
    "217 A (III)",
    "3411 A and B (XXX)",
    " A to E",
    "S-21/1",
    "ES-10/24",
    "0/0",
    "9999/9999",
    "S-0/1",
    "1 (IC)",
    " of 9 December 1998",
    ", of 31 February 2001",
    ", on titles",
    ", annex",
    ", paras. 3-5 and 7",
    ", chap. II, sect. A",
    "paragraph 14 (c) of ",
    "paragraphs ",
    "1 to 3",
    " above",
    "of the present resolution",
    "annexed to that resolution",
    "A/56/341",
    "E/CN.4/2002/106",
    " and Add.1 and 2",
    " and Corr.1-4",
    "/Add.1",
    "-S/2003/529",
    "(",
    ")",
    " (Part I)",
    "A/",
    "“",
    "”",
    '"',
    "Ibid.",
    "vol. 999, No. 14668",
    "United Nations, Treaty Series, ",
    "Universal Declaration of Human Rights",
    "the Paris Principles",
    " and ",
    ", ",
    "; ",
    ". ",
    " by the Subcommission",
    " adopted by the Economic and Social Council",
    "\u00a0",
    "\u2011",
    "\0",
    "\U0001f54a",
    "٣/٤",
    "²",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25).map("".join)
ORGANS = st.sampled_from([None, *Organ])


def _is_part(one: Citation, whole: Citation) -> bool:
    """Whether a citation is of a lettered part of the whole, and its words hold those of that."""
    holds = one.source == whole.source and one.start <= whole.start and whole.end <= one.end
    return holds and (one.target or "")[:-1] == whole.target


def _by_source(citations: tuple[Citation, ...]) -> Iterator[list[Citation]]:
    for source in dict.fromkeys(one.source for one in citations):
        yield [one for one in citations if one.source == source]


@given(st.lists(TEXTS, max_size=3), st.lists(TEXTS, max_size=3), ORGANS)
def test_citations_of_any_text_hold_what_they_promise(
    texts: list[str], notes: list[str], organ: Organ | None
) -> None:
    paragraphs = [paragraph(text, f"op{number}") for number, text in enumerate(texts, start=1)]
    footnotes = [note(text, str(number)) for number, text in enumerate(notes, start=1)]
    sources = {one.id: one.text for one in paragraphs} | {one.id: one.text for one in footnotes}
    citations = find_citations(paragraphs, footnotes, organ=organ)
    for one in citations:
        assert 0 <= one.start < one.end
        assert one.text == sources[one.source][one.start : one.end]
        assert one.target or one.pinpoint in sources
        assert one.target is None or str(Symbol.read(one.target)) == one.target
    for whole in (one for one in citations if one.of_whole):
        assert whole.target
        assert any(_is_part(one, whole) for one in citations)
    for together in _by_source(tuple(one for one in citations if not one.of_whole)):
        for before, after in pairwise(together):
            shares = (before.start, before.end) == (after.start, after.end)
            assert shares or before.end <= after.start
    order = list(sources)
    places = [(order.index(one.source), one.start) for one in citations]
    assert places == sorted(places)
    assert citations == find_citations(paragraphs, footnotes, organ=organ)


HOSTILE = {
    "open brackets": "(" * 100_000,
    "markers": "1 " * 100_000,
    "heads": "resolution " * 10_000,
    "heads before a name": "resolution " * 10_000 + "General Assembly",
    "items": "resolutions " + "66/164, " * 10_000,
    "letters": "resolution 66/1 " + "A, " * 100_000,
    "symbols": "A/56/1-" * 10_000,
    "dots": "Add.1-999999999" * 10_000,
    "ranges of letters": "resolution 66/1 A to Z, " * 10_000,
    "ranges of suffixes": "A/56/1/Add.1-99, " * 10_000,
    "numbers joined": "resolutions 66/1" + " and 1" * 100_000,
    "brackets of sessions": "resolution 1 (X) (X" * 10_000,
    "words that point back": "resolution 66/1 " + "that resolution " * 20_000,
    "places before": "paragraph 1, " * 20_000 + "of resolution 66/1",
    "names before": "Convention on the Rights of the Child " * 10_000,
    "bodies before": "Committee on the " * 10_000 + "Convention on the Rights of the Child",
    "days": "resolution 66/1 of 7 and 8 November 2000 and " * 5_000,
    "conflicts": "resolution 66/1 of 7 November 2000, resolution 66/1 of 8 May 1999, " * 5_000,
    "suffixes": "A/56/1" + " and Add.1" * 10_000,
    "places": "A/56/1" + ", annex" * 10_000,
    "numbers": "paragraphs " + "1, " * 10_000,
    "ranges": "paragraphs 1 to 99 above, " * 3_000,
    "titles": "resolutions 66/1, entitled “resolution 66/2” " * 2_000,
    "quotation marks": "“resolution " * 5_000,
    "names": "Optional Protocol to the " * 10_000,
    "one line": "Recalling its resolution 66/164 of 19 December 2011 (A/65/53), chap. II. " * 2_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_no_faster_than_the_text(name: str) -> None:
    text = HOSTILE[name]
    started = process_time()
    find_citations([paragraph(text)], [note(text)], organ=Organ.GA)
    assert process_time() - started < 10
