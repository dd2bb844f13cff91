"""Naming: how messages name the place they are about, and quote what somebody wrote.

Reads: places as corrections have them, words. Writes: "op. 10 (a)", "note 2", “the first words…”.
"""

from archive.corrections.values import MASTHEAD, START
from archive.parsing.places import in_words

_LONGEST_QUOTE = 60


#: Facts that people call otherwise than corrections do.
_FACTS = {
    "adopted_on": "the date of adoption",
    "adoption": "the way of adoption",
    "distributed_on": "the date of distribution",
    "draft_symbol": "the symbol of the draft",
    "adopted_as": "the symbol it was adopted under",
}
_WHOLE = {START: "the beginning of the text", "file": "the file", "masthead": "the masthead"}


def fact_named(fact: str) -> str:
    """A fact of the masthead as a person calls it."""
    return _FACTS.get(fact, f"the {fact.replace('_', ' ')}")


def named(where: str) -> str:
    """A place as a person names it; of words that cite, that of their paragraph or note."""
    if where in _WHOLE:
        return _WHOLE[where]
    if where.startswith(MASTHEAD):
        return fact_named(where.removeprefix(MASTHEAD))
    return in_words(where.partition(":")[0]) or quoted(where)


def named_note(anchor: str) -> str:
    """A note in words, whether or not a note can have the name."""
    found = named(anchor)
    return found if found.startswith("note ") else f"note {found}"


def begun(where: str) -> str:
    """The same at the beginning of a sentence."""
    found = named(where)
    return found[0].upper() + found[1:]


def quoted(words: object) -> str:
    """Words between quotation marks, shortened where somebody pasted a whole text."""
    told = " ".join(str(words).split())
    return f"“{told}”" if len(told) <= _LONGEST_QUOTE else f"“{told[:_LONGEST_QUOTE].rstrip()}…”"
