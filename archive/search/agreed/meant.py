"""What may have been meant by words that no wording is near, where one of them is mistyped."""

from archive.search.form.params import SearchParams
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches.matching import Search
from archive.search.matches.patience import SearchTooSlowError, at_most
from archive.search.remedies.corrections import correction

#: How long the database may look for it, in seconds: the page is of use without it.
_SECONDS = 1.0


def meant_by(words: str) -> str:
    """The words with those mended that no text says; empty where none is mistyped."""
    try:
        with at_most(_SECONDS):
            found = correction(Search.of(SearchParams(q=words), ask(Query.read(words))))
    except SearchTooSlowError:
        return ""
    return found.q if found else ""
