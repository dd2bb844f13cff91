"""OSCOLA, the Oxford University Standard for the Citation of Legal Authorities.

Sources: the fourth edition, 1.2 (pinpoints) and 1.3.2 (as little punctuation as may be), which
leaves international law to “Citing international law sources” (OSCOLA 2006), III: author or
organ, title or number, date in brackets, “UN Doc” and symbol, as in “UNGA Res 51/210 (17 December
1996) UN Doc A/RES/51/210” and “UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373”; the
letter of a part before the session and close to it, as in “UNGA Res 217 A(III)”.
"""

from archive.citing.cited import Cited
from archive.citing.numbers import dated_number, dated_symbol, with_letter_closed_up
from archive.citing.pinpoints import OSCOLA
from archive.citing.written import Reference, plain
from archive.parsing.dates import date_in_words
from archive.parsing.symbols import Organ, SymbolKind

_ORGANS = {
    Organ.GA: "UNGA",
    Organ.HRC: "UNHRC",
    Organ.CHR: "UNCHR",
    Organ.ECOSOC: "ECOSOC",
    Organ.SC: "UNSC",
}
_KINDS = {
    SymbolKind.RESOLUTION: "Res",
    SymbolKind.DECISION: "Dec",
    SymbolKind.STATEMENT: "Presidential Statement",
}


def oscola(cited: Cited) -> tuple[Reference, ...]:
    """“UNGA Res 66/164 (19 December 2011) UN Doc A/RES/66/164 para 10(a)”."""
    day = f" ({date_in_words(cited.dated_on)})" if cited.dated_on else ""
    place = f" {cited.pinpoint.written(OSCOLA)}" if cited.pinpoint else ""
    return (plain(f"{_named(cited)}{day} UN Doc {dated_symbol(cited)}{place}"),)


def _named(cited: Cited) -> str:
    organ = _ORGANS[cited.organ]
    if cited.is_draft:
        title = f" ‘{cited.title}’" if cited.title else ""
        return f"{organ}{title} Draft Res"
    number = with_letter_closed_up(dated_number(cited))
    return f"{organ} {_KINDS.get(cited.symbol.kind, 'Doc')} {number}"
