"""Notes that point to the note before them, as "Ibid., annex II" does.

Reads: a note's text with plain signs, what the note before cites. Writes: a citation. The note
takes from the one before only what it does not state, so it is read so only where it states
nothing but a place; a note that prints a symbol of its own cites that.
"""

import re
from collections.abc import Sequence

from archive.parsing.citations.pinpoints import pinpoint_behind
from archive.parsing.citations.words import Found

_IBID = re.compile(r"(?:See (?:also )?)?[Ii]bid\.")
_END = re.compile(r"\.?$|;")


def same_as_before(plain: str, before: Sequence[Found]) -> list[Found]:
    """The citation of a note that repeats the one before, which cites a single document."""
    ibid = _IBID.match(plain)
    before = [one for one in before if not one.of_whole]
    targets = {one.target for one in before}
    if ibid is None or len(targets) != 1:
        return []
    place, end = pinpoint_behind(plain, ibid.end())
    if not _END.match(plain, end):
        return []
    return [
        Found(
            start=ibid.end() - len("ibid."),
            end=end,
            target=before[-1].target,
            pinpoint=place or before[-1].pinpoint,
            by_name=True,
        )
    ]
