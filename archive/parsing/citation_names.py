"""Names: instruments cited by name, or by their place in the Treaty Series.

Reads: a text with plain signs, the table of instruments. Writes: citations by name.
"""

import re

from archive.parsing.citation_pinpoints import pinpoint_before
from archive.parsing.citation_words import Found, even
from archive.parsing.instruments import INSTRUMENTS, Instrument

_BY_NAME = {even(name): instrument for instrument in INSTRUMENTS for name in instrument.names}
_BY_TREATY = {one.treaty: one for one in INSTRUMENTS if one.treaty}
_NAME = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(_BY_NAME, key=len, reverse=True)))})(?![\w-])"
)
_TREATY = re.compile(
    r"(?:(?:United Nations, )?Treaty Series, |[Ii]bid\., )vol\. (?P<volume>\d{1,4}), "
    r"No\. (?P<number>\d{1,6})(?!\d)"
)
#: Another instrument, which the table does not know, ends in the name of one it knows.
_OF_ANOTHER = re.compile(r"(?:Protocols?|Amendments?|Annex(?:es)?) to the $")
_LOOK_BACK = 20


def named_in(plain: str) -> list[Found]:
    """Each instrument that a text cites by name, or by its place in the Treaty Series."""
    found = []
    for match in _NAME.finditer(plain):
        if not _OF_ANOTHER.search(plain, max(0, match.start() - _LOOK_BACK), match.start()):
            place = pinpoint_before(plain, match.start())
            found.append(_found(match, _BY_NAME[match.group()], place=place))
    for match in _TREATY.finditer(plain):
        treaty = _BY_TREATY.get((int(match["volume"]), int(match["number"])))
        if treaty:
            found.append(_found(match, treaty, place=None))
    return found


def _found(match: re.Match[str], instrument: Instrument, *, place: str | None) -> Found:
    return Found(
        start=match.start(),
        end=match.end(),
        target=instrument.target,
        pinpoint=place or instrument.pinpoint,
        by_name=True,
    )
