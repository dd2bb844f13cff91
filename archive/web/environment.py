"""The environment of templates for Jinja2: what they may call, and how they are laid out."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.utils import timezone
from django.utils.translation import get_language, gettext
from jinja2 import BaseLoader, Environment, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from archive.templatetags.addresses import (
    grouped,
    marks,
    path_of,
    search_address,
    with_addresses,
)
from archive.templatetags.counts import (
    approximately,
    counted_more_paragraphs,
    counted_pages,
)
from archive.templatetags.dates import adopted_on, day_in_words
from archive.templatetags.typesetting import without_line_breaks


class Tight(Extension):
    """Every template without its own line breaks, which are for those who read its source."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The words of a template as they are printed; what stands in brackets as it is."""
        for token in stream:
            value = without_line_breaks(token.value) if token.type == "data" else token.value
            yield Token(token.lineno, token.type, value)


def static(name: str) -> str:
    """The address of a static file."""
    return _static(storages["staticfiles"], name)


def translated(message: str) -> str:
    """A message in the language of the interface, looked for once: a page says some 300.

    Where there is one language, messages are in it.
    """
    return message if len(settings.LANGUAGES) == 1 else _translated(get_language(), message)


def environment(*, loader: BaseLoader, auto_reload: bool, **_defaults: Any) -> Environment:
    """The environment, made once: values are text, and a name that nothing has is an error.

    Django says where templates are, and whether to look for changes of them.
    """
    made = Environment(
        loader=loader,
        auto_reload=auto_reload,
        autoescape=True,
        undefined=StrictUndefined,
        extensions=[Tight],
    )
    made.filters |= {
        "day_in_words": day_in_words,
        "grouped": grouped,
        "marks": marks,
        "search_address": search_address,
        "with_addresses": with_addresses,
    }
    made.globals |= {
        "_": translated,
        "adopted_on": adopted_on,
        "approximately": approximately,
        "counted_more_paragraphs": counted_more_paragraphs,
        "counted_pages": counted_pages,
        "path_of": path_of,
        "static": static,
        "today": timezone.localdate,
    }
    return made


@lru_cache  # every page has them all, and a process serves the same ones to its end
def _static(storage: Storage, name: str) -> str:
    return storage.url(name)


@lru_cache(maxsize=2000)  # more than there are, in two languages
def _translated(_language: str | None, message: str) -> str:
    return gettext(message)
