"""Kinship: what speaks for a resolution being of a series, by its title and by what it recalls.

Reads: titles, and the symbols of members. Writes: whether it is to be proposed, and the reason.
Nothing is decided here: whoever keeps the series accepts or refuses what is proposed.
"""

from collections.abc import Collection, Sequence

from archive.comparison.folded import folded_words

#: A resolution recalls its own series again and again; one member alone is recalled by many.
_FEWEST_RECALLED = 2
#: A title of fewer words, such as "Human rights", is one of several subjects.
_FEWEST_WORDS = 3
_MOST_NAMED = 5


def is_telling(title: str) -> bool:
    """Whether a title says enough for two resolutions that have it to be on one subject."""
    return len(folded_words(title)) >= _FEWEST_WORDS


def by_title(member: str) -> str:
    """The reason where a resolution has the title of a member, given by its symbol."""
    return f"It has the title of {member}."


def by_citation(recalled: Collection[str]) -> str:
    """The reason where a resolution recalls members, by their symbols; empty for too few."""
    if len(recalled) < _FEWEST_RECALLED:
        return ""
    return f"It recalls {_told(sorted(recalled))}, which are of the series."


def _told(symbols: Sequence[str]) -> str:
    """Symbols in a sentence; of many the first and how many more."""
    if len(symbols) > _MOST_NAMED:
        named = ", ".join(symbols[:_MOST_NAMED])
        return f"{named} and {len(symbols) - _MOST_NAMED} more"
    *first, last = symbols
    return f"{', '.join(first)} and {last}" if first else last
