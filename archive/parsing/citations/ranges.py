"""Ranges: "A to E", "Add.1-4", "paragraphs 2 to 9", and how many citations they may imply.

Reads: how much a range implies without printing it. Writes: whether that is listed. A range that
implies more than any in use, or comes after thousands of them, lists its ends only, and says so.
"""

LONGEST_RANGE = 100
_MOST_IN_A_TEXT = 10_000

NOT_LISTED = (
    "What the range implies between its ends is not listed, for it is more than 100 or comes after "
    "10,000 others in the text."
)


class Allowance:
    """How many more citations the ranges of one text may imply."""

    def __init__(self) -> None:
        self._left = _MOST_IN_A_TEXT

    def grants(self, count: int) -> bool:
        """Whether a range that implies so many is listed; those that are use the allowance up."""
        is_granted = count <= min(LONGEST_RANGE, self._left)
        self._left -= max(count, 0) if is_granted else 0
        return is_granted
