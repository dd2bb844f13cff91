"""Files made to hurt cost time in proportion to their length, and end in a parse or a refusal.

The same files at 10 MB, with their memory: ``tests/benchmarks/hostile.py``.
"""

import gc
import time
from contextlib import suppress
from importlib import import_module

import pytest

from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import parse
from tests.benchmarks.hostile_formats import FORMAT_FILES
from tests.benchmarks.shapes import HEAD, ODD_FILES, SHAPES

SMALL, LARGE = 5_000, 40_000
#: Eight times the text may take eight times the time, and some more; a square would take 64 times.
MOST_GROWTH = 30
MOST_SECONDS = 5.0


def _seconds(data: bytes) -> float:
    started = time.process_time()
    with suppress(ParseError):
        parse(data)
    return time.process_time() - started


@pytest.fixture(scope="module", autouse=True)
def _readers_are_loaded() -> None:
    """Loading the library of a format is no work of the file that comes first."""
    for name in ("akn4un", "html", "pdf", "text", "word"):
        import_module(f"archive.parsing.readers.{name}")


@pytest.fixture(scope="module", autouse=True)
def _others_leave_nothing_to_collect() -> None:
    """Nor is it to go over all that the tests before have left in memory."""
    gc.collect()
    gc.freeze()


@pytest.mark.parametrize("name", SHAPES)
def test_a_hostile_text_takes_time_in_proportion_to_its_length(name: str) -> None:
    small = min(_seconds(SHAPES[name](SMALL).encode()) for _ in range(2))
    large = _seconds(SHAPES[name](LARGE).encode())
    assert large < MOST_GROWTH * max(small, 0.01)


@pytest.mark.parametrize("name", ODD_FILES)
def test_bytes_that_are_hardly_text_are_refused_or_parsed_at_once(name: str) -> None:
    assert _seconds(ODD_FILES[name](LARGE)) < MOST_SECONDS


@pytest.mark.parametrize("name", FORMAT_FILES)
def test_a_file_with_markup_made_to_hurt_is_refused_or_parsed_at_once(name: str) -> None:
    assert _seconds(FORMAT_FILES[name](LARGE)) < MOST_SECONDS


@pytest.mark.parametrize("name", ["docx: external references", "akn: external references"])
def test_nothing_outside_the_file_is_read(name: str) -> None:
    """The files name /etc/passwd, which every system has."""
    try:
        found = repr(parse(FORMAT_FILES[name](LARGE)))
    except ParseError as refused:
        found = refused.message
    assert "root:" not in found


@pytest.mark.parametrize("count", [10_000, 1_000_000])
def test_open_brackets_are_words_however_many_there_are(count: int) -> None:
    found = parse(f"{HEAD}Recalling {'(' * count}\n1. Decides.\n".encode())
    assert isinstance(found, ParsedResolution)
    assert max(one.text.count("(") for one in found.paragraphs) == count


@pytest.mark.parametrize("name", ["NULs", "NULs among words", "control characters"])
def test_what_is_no_text_is_refused_by_name(name: str) -> None:
    with pytest.raises(ParseError) as refused:
        parse(ODD_FILES[name](LARGE))
    assert refused.value.code == "binary_file"
