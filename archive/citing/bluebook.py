"""The Bluebook: A Uniform System of Citation, for law journals of the United States.

Sources: rule 21.7.2 (resolutions by number or symbol, the date last, as in “G.A. Res. 62/228,
¶ 35, U.N. Doc. A/RES/62/228 (Dec. 22, 2007)” and “S.C. Res. 1325, ¶ 8, U.N. Doc. S/RES/1325 (Oct.
31, 2000)”; the letter of a part after the session, as in “G.A. Res. 217 (III) A”); 21.7.3
(documents by body, title and symbol); 3.3 (paragraphs); tables T3 and T6 (abbreviations of organs
and words) and T12 (months).
"""

from archive.citing.cited import Cited
from archive.citing.numbers import dated_number, dated_symbol, with_letter_last
from archive.citing.pinpoints import BLUEBOOK
from archive.citing.written import Reference, plain
from archive.parsing.symbols import Organ, SymbolKind

_ORGANS = {
    Organ.GA: "G.A.",
    Organ.HRC: "Hum. Rts. Council",
    Organ.CHR: "Comm’n on Hum. Rts.",
    Organ.ECOSOC: "E.S.C.",
    Organ.SC: "S.C.",
}
_KINDS = {
    SymbolKind.RESOLUTION: "Res.",
    SymbolKind.DECISION: "Dec.",
    SymbolKind.STATEMENT: "Pres. Statement",
}
_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()


def bluebook(cited: Cited) -> tuple[Reference, ...]:
    """“G.A. Res. 66/164, ¶ 10(a), U.N. Doc. A/RES/66/164 (Dec. 19, 2011)”."""
    day = cited.dated_on
    date = f" ({_MONTHS[day.month - 1]} {day.day}, {day.year})" if day else ""
    place = f", {cited.pinpoint.written(BLUEBOOK)}" if cited.pinpoint else ""
    return (plain(f"{_named(cited)}{place}, U.N. Doc. {dated_symbol(cited)}{date}"),)


def _named(cited: Cited) -> str:
    organ = _ORGANS[cited.organ]
    if cited.is_draft:
        return ", ".join(filter(None, [f"{organ} Draft Res.", cited.title]))
    number = with_letter_last(dated_number(cited))
    return f"{organ} {_KINDS.get(cited.symbol.kind, 'Doc.')} {number}"
