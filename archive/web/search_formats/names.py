"""Names of a search: what a feed of it is called, and a file of what it found."""

from collections.abc import Iterator

from django.utils.text import slugify

from archive.search.facets.chips import chips
from archive.search.form.params import SearchParams, View

_LONGEST_TITLE = 200
#: File systems take 255 bytes; the number of rows and the suffix come after it.
_LONGEST_NAME_BYTES = 180


def title(params: SearchParams) -> str:
    """A search in words that never change: "impunity, General Assembly, adopted 2000 to 2015"."""
    words = ", ".join(_words(params)) or "all resolutions"
    return words if len(words) <= _LONGEST_TITLE else f"{words[:_LONGEST_TITLE].rstrip()}…"


def file_name(params: SearchParams, suffix: str, *, first: int = 0) -> str:
    """A file name that says the search: ``recalling-impunity-general-assembly.csv``.

    ``first`` is how many of more are in the file; 0 where all are.
    """
    words = " ".join(["recalling", *_words(params)]).replace("/", "-").replace(".", "-")
    slug = slugify(words, allow_unicode=True).encode()[:_LONGEST_NAME_BYTES].decode(errors="ignore")
    ending = f"-first-{first}" if first else ""
    return f"{slug.strip('-')}{ending}.{suffix}"


def _words(params: SearchParams) -> Iterator[str]:
    typed = " ".join("".join(filter(str.isprintable, word)) for word in params.q.split()).strip()
    if typed:
        yield typed
    yield from (chip.label for chip in chips(params))
    if params.view is View.PARAGRAPHS:
        yield "paragraphs"
