"""Headings: a search and its count, in words.

"12 resolutions of the General Assembly, adopted 2000 to 2015, say “gender-based violence” and
impunity, open a paragraph with “urge” and cite A/RES/53/144."
"""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, ngettext

from archive.search.facets.chips import parts_in_words
from archive.search.form.params import SearchParams, View
from archive.search.language.query import Query, alternatively, comma_separated, listed
from archive.search.language.terms import Term
from archive.search.matches.counts import Count
from archive.search.subjects import belongings, counted


def heading(params: SearchParams, query: Query, *, count: Count) -> str:
    """A search and its count as one sentence without its full stop; nothing is left out of it.

    ``query`` is what of ``params.q`` is looked for, ``count`` what was found.
    """
    number = max(count.number, 1)  # of none, as of one
    belonging = belongings(params, number=number)
    told = {
        "things": counted(count, params),
        "belonging": comma_separated(belonging),
        "said": listed(list(_predicates(params, query, number=number)), "and"),
    }
    return _sentence(told, has_commas=len(belonging) > 1)


def _sentence(told: dict[str, str], *, has_commas: bool) -> str:
    """What is counted, whose it is and what it says; those two may be empty."""
    if not told["said"]:
        return gettext("%(things)s %(belonging)s") % told if told["belonging"] else told["things"]
    if not told["belonging"]:
        return gettext("%(things)s %(said)s") % told
    if has_commas:
        return gettext("%(things)s %(belonging)s, %(said)s") % told
    return gettext("%(things)s %(belonging)s %(said)s") % told


def _predicates(params: SearchParams, query: Query, *, number: int) -> Iterator[str]:
    """What they say, open with and cite."""
    if query.alternatives:
        said, where = _said(query, number=number), _where(params)
        told = {"said": said, "where": where}
        yield gettext("%(said)s %(where)s") % told if where else said
    if params.openings:
        yield _opening(params, number=number)
    if params.cites:
        words = ngettext("cites %(symbols)s", "cite %(symbols)s", number)
        yield words % {"symbols": listed(params.cites, "and")}


def _opening(params: SearchParams, *, number: int) -> str:
    words = (
        ngettext("opens with %(openings)s", "open with %(openings)s", number)
        if params.view is View.PARAGRAPHS
        else ngettext(
            "opens a paragraph with %(openings)s", "open a paragraph with %(openings)s", number
        )
    )
    return words % {"openings": listed([f"“{opening}”" for opening in params.openings], "or")}


def _where(params: SearchParams) -> str:
    """In which parts of resolutions it is said; for paragraphs, their name says it."""
    return "" if params.view is View.PARAGRAPHS else listed(parts_in_words(params), "or")


def _said(query: Query, *, number: int) -> str:
    """What alternatives say and name: "say threats and name 53/144, or say attacks"."""
    if not any(term.is_symbol for term in query.sought) and not query.only_excludes:
        return _saying(query.in_words, number=number)
    return alternatively([_clause(terms, number=number) for terms in query.alternatives])


def _saying(words: str, *, number: int) -> str:
    return ngettext("says %(words)s", "say %(words)s", number) % {"words": words}


def _clause(terms: Sequence[Term], *, number: int) -> str:
    """What one alternative says, names, and does not say."""
    absent = listed([term.in_heading for term in terms if term.is_excluded], "or")
    said = listed(list(_sought(terms, number=number)), "and")
    if not said:
        words = ngettext("does not say %(words)s", "do not say %(words)s", number)
        return words % {"words": absent}
    told = {"said": said, "absent": absent}
    return gettext("%(said)s but not %(absent)s") % told if absent else said


def _sought(terms: Sequence[Term], *, number: int) -> Iterator[str]:
    """What is said of words, and of documents."""
    sought = [term for term in terms if not term.is_excluded]
    words = listed([term.in_heading for term in sought if not term.is_symbol], "and")
    names = listed([term.in_heading for term in sought if term.is_symbol], "and")
    if words:
        yield _saying(words, number=number)
    if names:
        yield ngettext("names %(symbols)s", "name %(symbols)s", number) % {"symbols": names}
