"""The United Nations Editorial Manual: how the Organization itself names its resolutions.

Sources: Editorial Manual Online, “Resolutions and other formal decisions”, I (identification: the
organ in full and the number; a title does not identify; from the thirty-first session a letter
stands after both numerals, 31/16 A) and II.E (references to paragraphs); “Footnotes and other
references”, III.A and III.E (documents by symbol; “General Assembly resolution 60/1, para. 5”).
"""

from archive.citing.cited import Cited
from archive.citing.numbers import spaced_number
from archive.citing.pinpoints import EDITORIAL
from archive.citing.written import Reference, plain
from archive.parsing.dates import date_in_words
from archive.parsing.symbols import SymbolKind


def editorial_manual(cited: Cited) -> tuple[Reference, ...]:
    """“General Assembly resolution 66/164 of 19 December 2011, para. 10 (a)”."""
    day = f" of {date_in_words(cited.dated_on)}" if cited.dated_on else ""
    place = f", {cited.pinpoint.written(EDITORIAL)}" if cited.pinpoint else ""
    return (plain(f"{_named(cited, day)}{place}"),)


def _named(cited: Cited, day: str) -> str:
    if cited.is_draft:
        return f"Draft resolution {cited.symbol}{day}"
    if cited.symbol.kind is SymbolKind.STATEMENT:
        return f"Statement by the President of the {cited.organ.full_name}{day} ({cited.symbol})"
    return f"{cited.organ.full_name} {cited.kind} {spaced_number(cited)}{day}"
