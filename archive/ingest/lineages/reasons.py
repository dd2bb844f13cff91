"""Reasons: what a person gives with each decision on series and pairings."""

from archive.models.lengths import too_long

NO_REASON = "Say why; whoever looks at it later will ask."


class DecisionError(Exception):
    """A decision that cannot be made; the message says why and what to do."""


def checked_reason(reason: str) -> str:
    """A reason with even spaces. Raises DecisionError where there is none, or it is too long."""
    words = " ".join(reason.split())
    if not words:
        raise DecisionError(NO_REASON)
    excess = too_long(words, what="The reason")
    if excess:
        raise DecisionError(excess)
    return words
