"""Antecedents: words that point back to the act cited last, and print no symbol.

Reads: a text with plain signs, the acts it cites. Writes: citations by name: "that resolution",
"the annex thereto", "paragraph 4 of the said decision". Words between that speak of another
resolution or decision, or of a report or a treaty ("thereto"), leave nothing to point back to.
"""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from archive.parsing.citations.pinpoints import start_of_places
from archive.parsing.citations.words import Found
from archive.parsing.symbols import SymbolKind, read_symbol

_ACT = r"(?:that|the said) (?P<act>resolution|decision)\b(?!s)"
_PLACE = (
    r"(?:[Aa]nnexed|[Aa]nnex(?: [IVX]{1,4})?|"
    r"(?:[Pp]aragraphs?|[Ss]ections?|[Pp]arts?|[Aa]rticles?) (?:\d{1,3}|[IVX]{1,5})(?: \([a-z]\))?)"
)
_BACK = re.compile(
    rf"\b(?:(?P<place>{_PLACE}) (?:to|of) )?{_ACT}|\b(?P<there>{_PLACE}) there(?:to|of)\b"
)
_ANOTHER = re.compile(r"\b(?:resolutions?|decisions?)\b")
_OTHER_TEXT = re.compile(
    r"\b(?:[Rr]eports?|Charter|Convention|Covenant|Protocol|Statute|Treaty|Agreement)\b"
)
#: Without one of these no words of a text point back.
_SIGNS = ("thereto", "thereof", "that resolution", "that decision", "the said ")
_FARTHEST = 2000
_END = attrgetter("end")


def references_back(
    plain: str, acts: Sequence[Found], *, named: Sequence[Found]
) -> Iterator[Found]:
    """Each reference back to what is cited last before it.

    "That resolution" is the act printed last; "thereto" and "thereof" are said of what is cited
    last, be it ``named``.
    """
    if not (acts or named) or not any(sign in plain for sign in _SIGNS):
        return
    earlier = iter(sorted((*acts, *named), key=_END))
    last, printed, coming = None, None, next(earlier, None)
    for match in _BACK.finditer(plain):
        while coming and coming.end <= match.start():
            last, printed = coming, printed if coming.by_name else coming
            coming = next(earlier, None)
        meant = last if match["there"] else printed
        if meant and _is_meant(plain, match, meant=meant):
            yield _found(plain, match, last=meant)


def _is_meant(plain: str, match: re.Match[str], *, meant: Found) -> bool:
    """Whether an act is of the kind that the words name, and no other text stands between."""
    if match.start() - meant.end > _FARTHEST:
        return False
    if match["there"]:
        others = _OTHER_TEXT.findall(plain, meant.end, match.start())
        return all(other in plain[meant.start : meant.end] for other in others)
    symbol = read_symbol(meant.target or "")
    is_kind = symbol is not None and symbol.kind is SymbolKind(match["act"])
    return is_kind and _ANOTHER.search(plain, meant.end, match.start()) is None


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
