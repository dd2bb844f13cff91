"""Links that a file ties to its words, against what the words cite.

Reads: blocks with their links, the paragraphs and notes made of them, citations. Writes: a warning
wherever a link leads to another document than its words name. The words decide what is cited; the
link is never followed.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from archive.parsing.blocks import Block, Link
from archive.parsing.parsed import Citation, Footnote, Paragraph, ParsedResolution, ParseWarning
from archive.parsing.symbols import read_symbol

_ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?:[a-z]{2}/)?(?=[A-Z])", re.IGNORECASE
)
_SUPPLEMENT = re.compile(r"\(SUPP\)$", re.IGNORECASE)
_LETTERS = re.compile(r"(?<=\d)[A-Z](?:-[A-Z])?$|(?<=\d)[A-Z](?=\()", re.IGNORECASE)
#: How far words may have moved by mends before them.
_REACH = 20


def check_links(
    body: Sequence[Block], notes: Sequence[Block], *, parsed: ParsedResolution
) -> Iterator[ParseWarning]:
    """A warning for each link that contradicts its words.

    ``body`` and ``notes`` are the blocks that the paragraphs and notes were made of, in order.
    """
    cited: dict[str, list[Citation]] = {}
    for citation in parsed.citations:
        cited.setdefault(citation.source, []).append(citation)
    for block, paragraph in zip(body, parsed.paragraphs, strict=False):
        yield from _contradictions(block, paragraph, cited=cited.get(paragraph.id, []))
    for block, note in zip(notes, parsed.footnotes, strict=False):
        yield from _contradictions(block, note, cited=cited.get(note.id, []))


def _contradictions(
    block: Block, source: Paragraph | Footnote, *, cited: Sequence[Citation]
) -> Iterator[ParseWarning]:
    for link in block.links if cited else ():
        yield from _contradiction(block, source, link=link, cited=cited)


def _contradiction(
    block: Block, source: Paragraph | Footnote, *, link: Link, cited: Sequence[Citation]
) -> Iterator[ParseWarning]:
    words = block.text[link.start : link.end]
    linked = _linked(link.href)
    at = _place_of(words, source.text, near=link.start)
    named = [
        one.target
        for one in cited
        if one.target and at >= 0 and one.start < at + len(words) and at < one.end
    ]
    if linked and named and not any(_agree(linked, target) for target in named):
        yield ParseWarning(
            code="link_contradiction",
            message=f"The link on “{words}” leads to {linked}, and the words cite "
            f"{' and '.join(named)}, which is kept.",
            where=source.id,
        )


def _place_of(words: str, text: str, *, near: int) -> int:
    """Where words stand: where they were, or close by if words before them were mended."""
    if text.startswith(words, near):
        return near
    return text.find(words, max(0, near - _REACH), near + len(words) + _REACH)


def _agree(linked: str, named: str) -> bool:
    """Whether a link leads to what is named, to the whole of it, or to a volume of it."""
    return _plain(linked) == _plain(named) or linked.startswith(f"{named}(")


def _linked(href: str) -> str | None:
    """The symbol an address of the document system leads to."""
    match = _ADDRESS.match(href)
    written = _SUPPLEMENT.sub("", unquote(href[match.end() :])) if match else ""
    symbol = read_symbol(written)
    return symbol.text if symbol else None


def _plain(symbol: str) -> str:
    """The symbol without the letter of a part, by which a link may lead to the whole."""
    return _LETTERS.sub("", symbol)
