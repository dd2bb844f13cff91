"""Lengths: how much somebody may write about one thing, held by the database too.

Lengths are in characters, as PostgreSQL and Python count them.
"""

from django.db.models import CheckConstraint, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

#: A reason, an answer, a report: some two pages.
LONGEST_WORDS = 4_000
#: The same for people, before they write.
ROOM = f"Up to {LONGEST_WORDS:,} signs."
#: The same with what the archive writes before it, such as the lines of the file that it rests on.
LONGEST_WITH_LINES = 2 * LONGEST_WORDS


def fits(column: str, *, name: str, most: int = LONGEST_WORDS) -> CheckConstraint:
    """The rule that a column has no more characters than that."""
    return CheckConstraint(name=name, condition=Q(LessThanOrEqual(Length(column), most)))


def too_long(words: str, *, what: str) -> str:
    """A sentence for whoever wrote more than there is room for; empty for what fits.

    ``what`` begins it: “The reason”.
    """
    if len(words) <= LONGEST_WORDS:
        return ""
    return f"{what} has {len(words):,} signs, and there is room for {LONGEST_WORDS:,}. Shorten it."
