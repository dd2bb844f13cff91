"""What can be wrong with a search, in two sentences: what happened, and what to do."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from http import HTTPStatus

from django.utils.translation import gettext, gettext_noop, ngettext

from archive.parsing.symbols import Symbol
from archive.search.form.params import SearchParams
from archive.search.headings import heading
from archive.search.language.query import Query, either
from archive.search.matches.counts import Count


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there are no results. ``happened`` and ``advice`` are sentences; ``status`` is HTTP's.

    Those that are always the same are translated where they are shown.
    """

    happened: str
    advice: str
    _: KW_ONLY
    status: HTTPStatus = HTTPStatus.OK


EMPTY = Problem(
    gettext_noop("Search the archive"),
    gettext_noop("Type words, a phrase in quotation marks, or the symbol of a resolution."),
)
NO_WORDS = Problem(
    gettext_noop("There is no word and no number in this search."),
    gettext_noop("Type words, a phrase in quotation marks, or the symbol of a resolution."),
)
ONLY_STOP_WORDS = Problem(
    gettext_noop("These words stand in every text, so nothing can be found by them."),
    gettext_noop("Add a word that says what the text is about."),
)
TITLES_ARE_NO_PARAGRAPHS = Problem(
    gettext_noop("Titles are no paragraphs, so none can be listed."),
    gettext_noop("List resolutions, or look in another part of them."),
)
TOO_SLOW = Problem(
    gettext_noop("The search took too long, and was stopped."),
    gettext_noop("Look for fewer words, or for words that are less common."),
    status=HTTPStatus.SERVICE_UNAVAILABLE,
)


def beyond_the_last(page: int, page_count: int) -> Problem:
    """A page after the last page of results."""
    words = ngettext(
        "There is no page %(page)s: there is %(count)s page of results.",
        "There is no page %(page)s: there are %(count)s pages of results.",
        page_count,
    )
    return Problem(
        words % {"page": page, "count": f"{page_count:,}"},
        gettext("Take one of the pages there are."),
        status=HTTPStatus.NOT_FOUND,
    )


def nothing_found(params: SearchParams, query: Query, *, symbols: Sequence[Symbol] = ()) -> Problem:
    """No text says what was sought, or names the symbols, none of which the archive knows."""
    if symbols:
        return Problem(
            gettext("The archive does not know %(symbols)s.")
            % {"symbols": either([symbol.text for symbol in symbols])},
            gettext("No text in it names that number. Check it, or look for words of the title."),
        )
    nothing = heading(params, query, count=Count(number=0))
    said = f"{nothing}." if _is_sentence(params, query) else f"There is n{nothing[1:]}."
    return Problem(said, _advice(params, query))


def _is_sentence(params: SearchParams, query: Query) -> bool:
    """Whether the heading says what resolutions do, not only which they are."""
    return bool(query.alternatives or params.openings or params.cites)


def _advice(params: SearchParams, query: Query) -> str:
    if params.is_narrowed:
        return gettext("Take away something that narrows the search, or look for other words.")
    if any(term.is_phrase for term in query.sought):
        return gettext("Look for fewer words, or leave out the quotation marks.")
    if len(query.terms) > 1:
        return gettext("Look for fewer words, or for others, as a text may put it.")
    return gettext("Look for another word, as a text may put it.")
