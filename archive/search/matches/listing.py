"""Lists: all that a search found, in the order in which its pages show it."""

from archive.search.matches.matching import Search
from archive.search.matches.paragraph_ranking import Hit, places_in_order
from archive.search.matches.ranking import in_order as _in_order

__all__ = ["Hit", "in_order", "places_in_order"]


def in_order(search: Search, *, most: int) -> list[int]:
    """The keys of the resolutions found, the first so many of them: at most two statements."""
    return _in_order(search, last=most)
