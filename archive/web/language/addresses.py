"""The addresses of a question for agreed language: of its page, and of its files."""

from archive.search.agreed.params import LanguageParams
from archive.templatetags.addresses import path_of


def language_address(params: LanguageParams, name: str = "language") -> str:
    """The one address of a question; ``name`` is that of the page's address, or of a file's."""
    query = params.query_string
    return f"{path_of(name)}?{query}" if query else path_of(name)


def language_of(words: str) -> str:
    """The address of the page that asks for these words."""
    return language_address(LanguageParams(q=words))
