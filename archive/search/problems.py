"""What can be wrong with a search, in two sentences: what happened, and what to do."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from http import HTTPStatus

from archive.parsing.symbols import Symbol
from archive.search.query import Query, either


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there are no results. ``happened`` and ``advice`` are sentences; ``status`` is HTTP's."""

    happened: str
    advice: str
    _: KW_ONLY
    status: HTTPStatus = HTTPStatus.OK


EMPTY = Problem(
    "Search the archive",
    "Type words, a phrase in quotation marks, or the symbol of a resolution.",
)
NO_WORDS = Problem(
    "There is no word and no number in this search.",
    "Type words, a phrase in quotation marks, or the symbol of a resolution.",
)
ONLY_STOP_WORDS = Problem(
    "These words stand in every text, so nothing can be found by them.",
    "Add a word that says what the text is about.",
)
ONLY_EXCLUSIONS = Problem(
    "This search says only what to leave out.",
    "Add a word to look for; after OR too.",
)
NUL = Problem(
    "The search has a NUL character in it, which no text has.",
    "Type the words again, without it.",
    status=HTTPStatus.BAD_REQUEST,
)
TOO_SLOW = Problem(
    "The search took too long, and was stopped.",
    "Look for fewer words, or for words that are less common.",
    status=HTTPStatus.SERVICE_UNAVAILABLE,
)


def too_long(size_bytes: int, most_bytes: int) -> Problem:
    """More text than a search may have."""
    return Problem(
        f"The search is {size_bytes:,} bytes long; {most_bytes:,} is the most.",
        "Look for one paragraph, or for its most telling words.",
        status=HTTPStatus.BAD_REQUEST,
    )


def too_many_words(count: int, most: int) -> Problem:
    """More words than are looked for at once."""
    return Problem(
        f"The search has {count:,} words; {most:,} is the most.",
        "Look for one paragraph, or for its most telling words.",
        status=HTTPStatus.BAD_REQUEST,
    )


def too_long_a_word(size_bytes: int, most_bytes: int) -> Problem:
    """A word longer than any that PostgreSQL can look for."""
    return Problem(
        f"A word of the search is {size_bytes:,} bytes long; {most_bytes:,} is the most.",
        "Look for words that a text may have.",
        status=HTTPStatus.BAD_REQUEST,
    )


def unknown_parameters(names: list[str]) -> Problem:
    """Parameters in the address that no search has."""
    noun = "parameter" if len(names) == 1 else "parameters"
    return Problem(
        f"A search has no {noun} {_named(names)}.",
        "The address may have “q”, what is sought, and “page”, a number from 1.",
        status=HTTPStatus.BAD_REQUEST,
    )


def repeated_parameters(names: list[str]) -> Problem:
    """Parameters that are in the address more than once."""
    verb = "is" if len(names) == 1 else "are"
    return Problem(
        f"{_named(names)} {verb} in the address more than once.",
        "Keep the one that is meant.",
        status=HTTPStatus.BAD_REQUEST,
    )


def no_page_number(written: str) -> Problem:
    """A page that is no whole number from 1."""
    return Problem(
        f"{_named([written])} is not the number of a page.",
        "Pages are numbered from 1.",
        status=HTTPStatus.BAD_REQUEST,
    )


def beyond_the_last(page: int, page_count: int) -> Problem:
    """A page after the last page of results."""
    pages = "is 1 page" if page_count == 1 else f"are {page_count:,} pages"
    return Problem(
        f"There is no page {page}: there {pages} of results.",
        "Take one of the pages there are.",
        status=HTTPStatus.NOT_FOUND,
    )


def nothing_found(query: Query, *, symbols: Sequence[Symbol]) -> Problem:
    """No text says what was sought, or names the symbols, none of which the archive knows."""
    if symbols:
        return Problem(
            f"The archive does not know {either([symbol.text for symbol in symbols])}.",
            "No text in it names that number. Check it, or look for words of the title.",
        )
    advice = "Look for another word, as a text may put it."
    if len(query.terms) > 1:
        advice = "Look for fewer words, or for others, as a text may put it."
    if any(term.is_phrase for term in query.sought):
        advice = "Look for fewer words, or leave out the quotation marks."
    return Problem(f"No resolution says {query.in_words}.", advice)


def _named(names: list[str]) -> str:
    shown = ("".join(filter(str.isprintable, name[:40])) for name in sorted(names)[:5])
    return ", ".join(f"“{name}”" for name in shown)
