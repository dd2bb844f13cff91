"""Words that the United Nations shortens with a full stop: such a stop ends no sentence.

Reads: words. Writes: whether they end in one. Source: the Editorial Manual on abbreviations.
"""

import re

#: In small letters, without the stop.
ABBREVIATIONS = frozenset(
    "no nos add corr rev amend res dec art arts chap chaps para paras sect sects vol vols p pp cn "
    "c l".split()
)
_LAST_WORD = re.compile(r"([^\W\d_]{2,})\.$")


def ends_in_abbreviation(words: str) -> bool:
    """Whether the words end in "No.", "chap." and the like; one letter may be a section's name."""
    match = _LAST_WORD.search(words)
    return match is not None and match[1].lower() in ABBREVIATIONS
