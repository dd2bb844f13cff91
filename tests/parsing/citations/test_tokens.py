"""What lists of citations are made of is found wherever it stands, though few signs are tried."""

import pytest

from archive.parsing.citations.lists import _TOKEN, _tokens
from archive.parsing.symbols import DOCUMENT_SERIES

_HEADS = (
    "resolution 66/164|Resolutions 66/164|decision 66/516|Decisions 66/516|draft resolution 1/2|"
    "Draft decision 1/2|presidential statement 1/2|President's statement 1/2|"
    "agreed conclusions 1/2|general comment 1/2|General Comments 1/2|advisory opinion 1/2|"
    "Advisory Opinions 1/2|decree 1/2|decrees 1/2"
).split("|")
_ACTS = ("66/164", "S-21/2", "ES-10/14", "PRST/29/1", "HRC/PRST/29/1", "217 A (III)/", "8/PRST/1")
_DOCUMENTS = [f"{series}/66/1" for series in DOCUMENT_SERIES.split("|")]


@pytest.mark.parametrize("words", [*_HEADS, *_ACTS, *_DOCUMENTS])
def test_the_search_for_tokens_passes_none_over(words: str) -> None:
    text = f"of {words}, and ({words}) (66/1)"
    tokens = [token.span() for token in _tokens(text)]
    assert tokens == [token.span() for token in _TOKEN.finditer(text)]
    assert tokens[0][0] == len("of ")
