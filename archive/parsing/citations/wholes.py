"""Wholes: the document that prints a lettered part, beside the part.

Reads: the citations of a text, the text with plain signs. Writes: for "45/58 P", which is
A/RES/45/58P, a citation of A/RES/45/58 whose words are "45/58". Since the thirty-first session
the parts of one number are printed in one document under the number alone, and the United Nations
links to that. A part and its whole are one mention. See docs/decisions/0006.
"""

import re
from collections.abc import Iterable, Iterator

from archive.parsing.citations.words import Found

_PART = re.compile(r"(?P<whole>(?:A|E|A/HRC)/RES/(?P<number>(?:E?S-)?\d{1,4}/\d{1,4}))[A-Z]{1,2}")


def wholes_of(found: Iterable[Found], plain: str) -> Iterator[Found]:
    """A citation of the whole for each number printed with letters."""
    for one in found:
        part = _PART.fullmatch(one.target or "")
        start = -1
        if part and not one.by_name:
            start = plain.rfind(part["number"], one.start, one.end)
        if part and start >= 0:
            end = start + len(part["number"])
            yield Found(
                start=start,
                end=end,
                target=part["whole"],
                dated_on=one.dated_on,
                pinpoint=one.pinpoint,
                of_whole=True,
            )
