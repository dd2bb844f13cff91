"""Addresses of works: ``/akn/un/statement/deliberation/unga/2011-12-19/66-164``.

Written as the naming convention of Akoma Ntoso has it: country, type and subtype of the document,
actor, day, number. The United Nations fixes the actor of the General Assembly and the subtype of
its resolutions; what it does not fix is in the two tables here. A number is the symbol's own, with
hyphens for slashes and brackets: ``66-164``, ``217A-III``, ``1325-2000``, ``S-21-2``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive.parsing.symbols import RESOLUTION_SERIES, Organ, Symbol, SymbolKind, read_symbol

ACTORS = {
    Organ.GA: "unga",
    Organ.HRC: "unhrc",
    Organ.CHR: "unchr",
    Organ.ECOSOC: "ecosoc",
    Organ.SC: "unsc",
}
SUBTYPES = {
    SymbolKind.RESOLUTION: "deliberation",
    SymbolKind.DECISION: "decision",
    SymbolKind.STATEMENT: "presidential-statement",
    SymbolKind.DRAFT: "draft",
}
#: Stands where a day is not known, as in the files of the United Nations.
UNKNOWN_DAY = date(1, 1, 1)
#: Languages as the naming convention writes them (ISO 639-2), by the two letters of ISO 639-1.
LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
_TWO_LETTERS = {three: two for two, three in LANGUAGES.items()}
_SERIES_NAMES = {
    SymbolKind.RESOLUTION: "RES",
    SymbolKind.DECISION: "DEC",
    SymbolKind.STATEMENT: "PRST",
}
_ADDRESS = re.compile(
    r"/akn/un/statement/(?P<subtype>[a-z-]{1,30})/(?P<actor>[a-z]{1,10})/(?P<day>\d{4}-\d\d-\d\d)"
    r"/(?P<number>[A-Za-z0-9._-]{1,80}?)"
    r"(?:/(?P<language>[a-z]{3})@?[0-9-]{0,10})??"
    r"(?:/?!(?:main|(?:main/)?(?P<annex>annex(?:_\d{1,3})?)))?"
    r"/?(?P<place>~[A-Za-z0-9_.-]{1,200})?/?"
    r"(?:\.(?P<suffix>csl\.json|json|xml|txt|bib|ris))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkAddress:
    """What an address names: an act or a draft and its day, a language, an element, a format.

    ``day`` is None for the one that stands for no day; ``language`` has two letters and is empty,
    as are the ``element`` (an eId) and the ``suffix``, where the address does not say. An annex is
    the element of that name, ``annex`` or ``annex_2``.
    """

    symbol: Symbol
    day: date | None
    language: str = ""
    element: str = ""
    suffix: str = ""


def work_address(symbol: Symbol, day: date | None) -> str:
    """The address of the work a symbol names; empty for what is neither act nor draft."""
    if symbol.organ is None or symbol.kind not in SUBTYPES:
        return ""
    subtype, actor = SUBTYPES[symbol.kind], ACTORS[symbol.organ]
    return f"/akn/un/statement/{subtype}/{actor}/{day or UNKNOWN_DAY}/{number_of(symbol)}"


def number_of(symbol: Symbol) -> str:
    """The number in the address of a work; a draft's is its whole symbol."""
    if symbol.kind is SymbolKind.DRAFT:
        return symbol.text.replace("/", "-")
    is_bracketed = symbol.text.endswith(")")
    first, last = (
        (symbol.number, symbol.session) if is_bracketed else (symbol.session, symbol.number)
    )
    return f"{first}-{last}"


def read_work_address(address: str) -> WorkAddress | None:
    """What an address names; None for one that no act or draft can have."""
    found = _ADDRESS.fullmatch(address)
    day = _day(found["day"]) if found else None
    language = _TWO_LETTERS.get(found["language"] or "eng") if found else None
    symbol = _symbol(found["subtype"], found["actor"], number=found["number"]) if found else None
    if found is None or day is None or language is None or symbol is None:
        return None
    return WorkAddress(
        symbol=symbol,
        day=None if day == UNKNOWN_DAY else day,
        language=language if found["language"] else "",
        element=(found["place"] or found["annex"] or "").removeprefix("~"),
        suffix=found["suffix"] or "",
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _symbol(subtype: str, actor: str, *, number: str) -> Symbol | None:
    """The symbol whose number, kind and organ these are."""
    kind = next((kind for kind, name in SUBTYPES.items() if name == subtype), None)
    organ = next((organ for organ, name in ACTORS.items() if name == actor), None)
    if kind is None or organ is None:
        return None
    read = (read_symbol(written) for written in _spellings(kind, organ, number=number))
    return next(
        (
            one
            for one in read
            if one
            and (one.kind, one.organ) == (kind, organ)
            and number_of(one).lower() == number.lower()
        ),
        None,
    )


def _spellings(kind: SymbolKind, organ: Organ, *, number: str) -> Iterator[str]:
    """Every symbol a number may stand for."""
    if kind is SymbolKind.DRAFT:
        parts = number.split("-")
        yield "/".join(parts)
        yield from _with_hyphens(parts)
        return
    series = RESOLUTION_SERIES[organ].replace("RES", _SERIES_NAMES[kind])
    before, _, last = number.rpartition("-")
    first, _, after = number.partition("-")
    yield f"{series}{before}/{last}"
    yield f"{series}{first}({after})"


def _with_hyphens(parts: list[str]) -> Iterator[str]:
    """A draft of a special session, ``A-S-21-L.1``: one hyphen is the session's own."""
    for place in range(1, len(parts)):
        joined = [*parts[: place - 1], "-".join(parts[place - 1 : place + 1]), *parts[place + 1 :]]
        yield "/".join(joined)
