"""What is printed before the text: the cells of the masthead, the title, the sponsors.

Reads: the lines before the organ's line. Writes: a paragraph per cell or title. Cells stand beside
one another, so a line may go on with any of those that are open above it.
"""

from collections.abc import Iterable

from archive.parsing.printed_lines import LineKind, kind_of_line
from archive.parsing.readers.pdf.flow import Measures
from archive.parsing.readers.pdf.lines import PageLine
from archive.parsing.readers.pdf.paragraphs import Paragraph

_SAME_SIZE = 0.8
_WIDEST_LEADING = 1.4
#: Whatever looks like them below them is part of them.
_TITLES = {LineKind.TITLED_NUMBER, LineKind.ADOPTED_BY}
_GOES_ON = {
    None,
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
    if last.rows or line.rows:
        return False
    looks_alike = (
        abs(last.style.size - line.style.size) <= _SAME_SIZE
        and last.style.is_bold == line.style.is_bold
        and last.style.is_slanted == line.style.is_slanted
    )
    is_below = last.page == line.page and 0 < line.y - last.y <= _WIDEST_LEADING * line.style.size
    overlaps = line.x0 <= last.x1 and last.x0 <= line.x1
    if not (looks_alike and is_below and overlaps):
        return False
    kind = kind_of_line(cell.text)
    following = kind_of_line(line.text)
    return kind in _TITLES or (kind in _GOES_ON and following in {None, LineKind.SPONSORS})
