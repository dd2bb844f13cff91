"""The addresses of a question for agreed language: of its page, and of its files."""

from archive.comparison.folded import folded_words
from archive.search.agreed.form import FEWEST_WORDS
from archive.search.agreed.params import LanguageParams
from archive.search.form.fields import tidy
from archive.templatetags.addresses import path_of

#: In characters: some browsers and servers cut longer addresses.
LONGEST_IN_A_LINK = 1_200


def language_address(params: LanguageParams, name: str = "language") -> str:
    """The one address of a question; ``name`` is that of the page's address, or of a file's."""
    query = params.query_string
    return f"{path_of(name)}?{query}" if query else path_of(name)


def language_of(words: str) -> str:
    """The address of the page that asks for a wording; empty where that is one word at most.

    Of a long one, as much is asked as an address has room for.
    """
    asked = tidy(words)
    if len(asked) > LONGEST_IN_A_LINK:
        asked = asked[:LONGEST_IN_A_LINK].rpartition(" ")[0]
    is_asked = len(folded_words(asked)) >= FEWEST_WORDS
    return language_address(LanguageParams(q=asked)) if is_asked else ""
