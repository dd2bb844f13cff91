"""What is printed before the text: the cells of the masthead, the title, the sponsors.

Reads: the lines before the organ's line. Writes: a paragraph per cell or title. Cells stand beside
one another, so a line may go on with any of those that are open above it.
"""

from collections.abc import Iterable

from archive.parsing.printed_lines import LineKind, kind_of_line
from archive.parsing.readers.pdf_flow import Measures
from archive.parsing.readers.pdf_lines import PageLine
from archive.parsing.readers.pdf_paragraphs import Paragraph

_SAME_SIZE = 0.8
_WIDEST_LEADING = 1.4
_GOES_ON = {
    None,
    LineKind.TITLED_NUMBER,
    LineKind.ADOPTED_BY,
    LineKind.ADOPTED_AT,
    LineKind.REPORT,
    LineKind.SPONSORS,
}


def cells_of(lines: Iterable[tuple[PageLine, Measures]]) -> list[Paragraph]:
    """The cells and titles before the text, each as one paragraph."""
    cells: list[Paragraph] = []
    for line, measures in lines:
        above = next((cell for cell in reversed(cells[-4:]) if _goes_on(cell, line)), None)
        if above is None:
            above = Paragraph()
            cells.append(above)
        above.add(line, measures)
    return cells


def _goes_on(cell: Paragraph, line: PageLine) -> bool:
    """Whether a line goes on with the cell above it: as near, and it looks alike."""
    last = cell.last
    looks_alike = (
        abs(last.style.size - line.style.size) <= _SAME_SIZE
        and last.style.is_bold == line.style.is_bold
        and last.style.is_slanted == line.style.is_slanted
    )
    is_below = last.page == line.page and 0 < line.y - last.y <= _WIDEST_LEADING * line.style.size
    overlaps = line.x0 <= last.x1 and last.x0 <= line.x1
    if not (looks_alike and is_below and overlaps):
        return False
    return kind_of_line(cell.text) in _GOES_ON and kind_of_line(line.text) in {
        None,
        LineKind.SPONSORS,
    }
