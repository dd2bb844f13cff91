"""Verbatim: a wording by its words alone, so that what is typed can be found as it was typed.

Case and the signs between words say nothing: “States, in particular” is said by "states in
particular". Words have a space on both sides, so that none is found within another.
"""

from archive.search.language.query import Query
from archive.search.language.terms import WORD

#: The words of a ``wording``, a column, in the database.
SPELLED = "' ' || btrim(regexp_replace(lower({wording}), '[^[:alnum:]]+', ' ', 'g')) || ' '"
#: How many words one so spelled has, and whether they stand in the order of an ``in_order``.
WORD_COUNT = "(length({spelled}) - length(replace({spelled}, ' ', '')) - 1)"
IN_ORDER = "({ordered} <> '' AND replace({spelled}, ' ', '  ') LIKE {ordered})"


def spelled(wording: str) -> str:
    """The same of a wording that is not in the database; empty where it has no words."""
    words = " ".join(WORD.findall(wording.lower()))
    return f" {words} " if words else ""


def wording_of(query: Query, *, typed: str) -> str:
    """The words of a search as a text may say them; empty if it has alternatives or exclusions."""
    is_wording = len(query.alternatives) == 1 and all(not term.is_excluded for term in query.terms)
    return spelled(typed) if is_wording else ""


def in_order(wording: str) -> str:
    """The pattern of its words in their order, whatever stands between; empty without words.

    Two words that follow one another have two spaces between them, so that each has its own.
    """
    words = wording.split()
    return f"% {' % '.join(words)} %" if words else ""


def single_words(query: Query) -> list[str]:
    """Every word that is sought, once, as it was typed."""
    words = (word for term in query.sought for word in WORD.findall(term.words.lower()))
    return [spelled(word) for word in dict.fromkeys(words)]
