"""APA style, seventh edition: a list of references, and a citation in the text.

Sources: Publication Manual of the American Psychological Association, 9.11 (a body as author),
9.14 and 9.17 (dates; “n.d.” without one), 9.21 (a description in square brackets), 10.4 (reports:
the title in italics, its number in brackets), 6.8 (no round brackets within round ones), 8.11
(author and year in the text), 8.13 and 8.28 (specific parts of a source stand in the text alone).
The parent body is in the author’s name, and so is no publisher.
"""

from archive.citing.cited import Cited
from archive.citing.numbers import spaced_number
from archive.citing.pinpoints import APA
from archive.citing.written import Reference, Run, plain
from archive.parsing.dates import MONTHS

_NO_DATE = "n.d."


def apa(cited: Cited) -> tuple[Reference, ...]:
    """The entry for the list, then the citation in the text, which alone has the pinpoint."""
    return (_entry(cited), _in_text(cited))


def _entry(cited: Cited) -> Reference:
    day = cited.dated_on
    date = f"{day.year}, {MONTHS[day.month - 1]} {day.day}" if day else _NO_DATE
    draft = " [Draft resolution]" if cited.is_draft else ""
    runs = (
        Run(f"{cited.author}. ({date}). "),
        Run(cited.title or _named(cited), is_italic=True),
        Run(f" {_bracketed(cited.symbol.text)}{draft}. {cited.url}"),
    )
    return Reference(runs=runs, use="list")


def _named(cited: Cited) -> str:
    """What stands for the title of what has none: “Resolution 1325 (2000)”."""
    return f"{cited.kind.capitalize()} {spaced_number(cited)}"


def _bracketed(symbol: str) -> str:
    """A symbol in brackets: in square ones where it has round ones, which must stay as they are."""
    return f"[{symbol}]" if "(" in symbol else f"({symbol})"


def _in_text(cited: Cited) -> Reference:
    year = str(cited.dated_on.year) if cited.dated_on else _NO_DATE
    place = cited.pinpoint.written(APA) if cited.pinpoint else ""
    return plain(f"({', '.join(filter(None, [cited.author, year, place]))})", use="text")
