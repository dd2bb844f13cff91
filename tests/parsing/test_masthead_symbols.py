"""A document's symbol is the one that its own masthead prints, whatever the format."""

from collections.abc import Callable

import pytest

from archive.parsing.parsed import Masthead
from archive.parsing.pipeline import parse
from tests.parsing.printed import OPERATIVE, PREAMBLE, parsed, word_text
from tests.parsing.readers.pdf.files import Look, Part, Typesetter
from tests.parsing.readers.pdf.files import masthead as print_masthead
from tests.parsing.readers.word import files as word_files

SPONSORS = "Chile and Peru: draft resolution"
DRAFTS = ("S/2024/999", "E/2012/L.99", "A/HRC/22/L.99", "A/C.3/70/L.99/Rev.1")


def _text(symbol: str) -> bytes:
    front = ["United Nations", symbol, "Distr.: Limited", "24 April 2024", SPONSORS]
    return word_text(front=front).encode()


def _glued_text(symbol: str) -> bytes:
    after = [f"United Nations{symbol}", "Distr.: Limited"]
    return word_text(front=[SPONSORS], after=after).encode()


def _word(symbol: str) -> bytes:
    operative = (f"{number}. {words}" for number, words in enumerate(OPERATIVE, start=1))
    lines = ["United Nations", symbol, SPONSORS, "The General Assembly,", *PREAMBLE, *operative]
    return word_files.document("".join(map(word_files.p, lines)))


def _pdf(symbol: str) -> bytes:
    setter = Typesetter(Look(head=symbol, job_number=""))
    print_masthead(setter, symbol=symbol, date="24 April 2024")
    setter.begin_at(230)
    setter.add(Part(SPONSORS, align="left"))
    setter.add(Part("The General Assembly,"))
    for words in (*PREAMBLE, *(PREAMBLE[1:] * 40)):
        setter.add(Part(words))
    for number, words in enumerate(OPERATIVE, start=1):
        setter.add(Part(f"{number}. {words}"))
    return setter.data()


@pytest.mark.parametrize("symbol", DRAFTS)
@pytest.mark.parametrize("form", [_text, _glued_text, _word, _pdf])
def test_a_draft_has_the_symbol_its_masthead_prints(
    form: Callable[[str], bytes], symbol: str
) -> None:
    found = parse(form(symbol))
    assert (found.masthead.symbol, found.masthead.is_draft) == (symbol, True)
    assert not [one for one in found.warnings if one.code == "symbol_contradiction"]


def _masthead(front: list[str], after: list[str] | None = None) -> Masthead:
    return parsed(word_text(front=front, after=after or [])).masthead


def test_the_symbol_of_a_report_is_no_symbol_of_a_text_that_nobody_proposes() -> None:
    assert _masthead(["S/2024/999"]).symbol is None
    assert _masthead(["A/66/462", "66/164. Defenders"]).symbol == "A/RES/66/164"


def test_a_running_head_below_the_sponsors_is_no_symbol_of_the_draft() -> None:
    found = _masthead([SPONSORS, "S/2024/998", "Titled"])
    assert (found.symbol, found.is_draft) == (None, True)
    assert _masthead(["S/2024/999", SPONSORS, "S/2024/998"]).symbol == "S/2024/999"
