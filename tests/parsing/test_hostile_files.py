"""Files made to hurt cost time in proportion to their length, and end in a parse or a refusal."""

import time
from contextlib import suppress

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.pipeline import parse

HEAD = "The General Assembly,\nRecalling its resolution 53/144 of 9 December 1998,\n"
SMALL, LARGE = 20_000, 160_000
#: Eight times the text may take eight times the time, and some more; a square would take 64 times.
MOST_GROWTH = 30

HOSTILE = {
    "one long line": lambda size: HEAD + "Recalling " + "a" * size,
    "one long number": lambda size: HEAD + "Recalling " + "1" * size,
    "many words": lambda size: HEAD + "Recalling " + "hu man " * (size // 7),
    "many glued numbers": lambda size: (
        HEAD + "Recalling " + "word1, " * (size // 7) + "\n1. Decides.\n1 Note.\n"
    ),
    "many glued years": lambda size: (
        HEAD + "Recalling " + "25 March 20101 and " * (size // 19) + "\n1. Decides.\n1 Note.\n"
    ),
    "many acts without spaces": lambda size: HEAD + "Recalling " + "A/66/1," * (size // 7),
    "many brackets": lambda size: HEAD + "Recalling " + "(" * size,
    "many nested labels": lambda size: (
        HEAD + "1. Decides\n" + "(a) x\n(i) y\n(1) z\n" * (size // 18)
    ),
    "many labels on a line": lambda size: HEAD + "1. Decides\n" + "(a) " * (size // 4),
    "many notes": lambda size: HEAD + "1. Decides it.\n" + "1 Note\nof a thing\n" * (size // 18),
    "many lines after the end": lambda size: HEAD + "1. Decides it.\n" + "Xx yy.\n" * (size // 7),
    "many numbers alone": lambda size: (
        HEAD + "Recalling a line that is cut by its width and goes on\n1\n" * (size // 56)
    ),
    "many rules": lambda size: (
        HEAD + "Recalling a line that is cut by its width and goes on\n____\n1 See\n" * (size // 65)
    ),
    "many hyphens": lambda size: HEAD + "Recalling " + "a-" * (size // 2),
    "many parts": lambda size: HEAD + "1. Decides it.\n" * (size // 15),
    "many symbols": lambda size: ("A/" + "1" * 390 + "!\n") * (size // 394) + HEAD,
    "a title of stars": lambda size: "Title " + "*" * size + "x\n" + HEAD,
    "many title lines": lambda size: "A line of a title\n" * (size // 18) + HEAD,
    "a long adoption": lambda size: "Adopted by the " + "Aa " * (size // 3) + "\n" + HEAD,
    "many empty lines": lambda size: "\n" * size + HEAD,
}


def _seconds(text: str) -> float:
    data = text.encode()
    started = time.process_time()
    with suppress(ParseError):
        parse(data)
    return time.process_time() - started


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_takes_time_in_proportion_to_its_length(name: str) -> None:
    small = min(_seconds(HOSTILE[name](SMALL)) for _ in range(2))
    large = _seconds(HOSTILE[name](LARGE))
    assert large < MOST_GROWTH * max(small, 0.01)
