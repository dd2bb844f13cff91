"""Antecedents: words that point back to the act cited last, and print no symbol.

Reads: a text with plain signs, the acts it cites. Writes: citations by name: "that resolution",
"the annex thereto", "paragraph 4 of the said decision". Words between that speak of another
resolution or decision leave nothing to point back to.
"""

import re
from collections.abc import Iterator, Sequence

from archive.parsing.citation_pinpoints import start_of_places
from archive.parsing.citation_words import Found
from archive.parsing.symbols import SymbolKind, read_symbol

_ACT = r"(?:that|the said) (?P<act>resolution|decision)\b(?!s)"
_PLACE = (
    r"(?:[Aa]nnexed|[Aa]nnex(?: [IVX]{1,4})?|"
    r"(?:[Pp]aragraphs?|[Ss]ections?|[Pp]arts?) (?:\d{1,3}|[IVX]{1,5})(?: \([a-z]\))?)"
)
_BACK = re.compile(
    rf"\b(?:(?P<place>{_PLACE}) (?:to|of) )?{_ACT}|\b(?P<there>{_PLACE}) there(?:to|of)\b"
)
_ANOTHER = re.compile(r"\b(?:resolutions?|decisions?)\b")
_FARTHEST = 2000


def references_back(plain: str, acts: Sequence[Found]) -> Iterator[Found]:
    """Each reference back to the act cited last before it."""
    earlier = iter(acts)
    last, coming = None, next(earlier, None)
    for match in _BACK.finditer(plain) if acts else ():
        while coming and coming.end <= match.start():
            last, coming = coming, next(earlier, None)
        if last and _is_meant(plain, match, last=last):
            yield _found(plain, match, last=last)


def _is_meant(plain: str, match: re.Match[str], *, last: Found) -> bool:
    """Whether the act cited last is of the kind that the words name, and none stands between."""
    symbol = read_symbol(last.target or "")
    if match["there"]:
        return symbol is not None
    named = SymbolKind(match["act"])
    if symbol is None or symbol.kind is not named or match.start() - last.end > _FARTHEST:
        return False
    return _ANOTHER.search(plain, last.end, match.start()) is None


def _found(plain: str, match: re.Match[str], *, last: Found) -> Found:
    """The citation, with the place it names: "paragraph 5 of the annex to that resolution"."""
    place, start = match["place"] or match["there"], match.start()
    if place:
        place = "annex" if place.casefold() == "annexed" else place
        start = start_of_places(plain, match.start())
        place = plain[start : match.start()] + place
    return Found(
        start=start,
        end=match.end(),
        target=last.target,
        pinpoint=place,
        by_name=True,
    )
