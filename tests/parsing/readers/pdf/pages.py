"""Pages of PDF with lines at given places, for tests of what is read from them."""

from collections.abc import Sequence

from archive.parsing.blocks import BlockKind, Reading
from tests.parsing.readers.pdf.files import Look, Typesetter


def of_kind(reading: Reading, kind: BlockKind) -> list[str]:
    """The words of the blocks of one kind."""
    return [block.text for block in reading.blocks if block.kind is kind]


def file_of(
    *placed: tuple[float, float, str], font: str = "Times-Roman", size: float = 10
) -> bytes:
    """A file of one page that holds words at their places."""
    setter = Typesetter(Look(job_number=""))
    for x, y, words in placed:
        setter.at(x, y, words, font=font, size=size)
    return setter.data()


def file_of_pages(*pages: Sequence[tuple[float, float, str]]) -> bytes:
    """A file whose pages hold lines at their places."""
    setter = Typesetter(Look(job_number=""))
    for number, page in enumerate(pages):
        if number:
            setter.turn()
        for x, y, words in page:
            setter.at(x, y, words)
    return setter.data()


BODY = [
    (72.0, 100.0 + 12 * row, f"Words of line {row} that go on to the margin") for row in range(9)
]
