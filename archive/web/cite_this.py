"""Cite this: what is cited in every style, and what tools that read the page are told of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy

from archive.citing.cited import Cited
from archive.citing.coins import coins
from archive.citing.editorial_manual import editorial_manual
from archive.citing.legislation import Mention, legislation
from archive.citing.meta_tags import meta_tags
from archive.citing.styles import STYLES
from archive.citing.written import Run
from archive.models import Citation
from archive.parsing.symbols import read_symbol
from archive.web.cited import Absolute
from archive.web.citing_files import CITING_FORMATS

#: Where a reference belongs, in styles that have several.
_USES = {"list": gettext_lazy("list"), "text": gettext_lazy("in the text")}


@dataclass(frozen=True, slots=True, kw_only=True)
class StyledReference:
    """A reference in one style: ``key`` is its own on the page, ``name`` that of the style."""

    key: str
    name: str
    runs: tuple[Run, ...]

    def __str__(self) -> str:
        return "".join(run.words for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingFile:
    """A file with the reference."""

    name: str
    media_type: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteThis:
    """What is cited, for a page to show; ``unverified`` names what of it nobody has checked."""

    cited: Cited
    unverified: str = ""
    citations: tuple[Mention, ...] = ()

    @property
    def references(self) -> tuple[StyledReference, ...]:
        """In every style, the United Nations’ own first."""
        return references(self.cited)

    @property
    def files(self) -> tuple[CitingFile, ...]:
        """For reference managers: of the paragraph, or else of the whole resolution."""
        found = urlsplit(self.cited.leads_to)
        path, query = found.path.rstrip("/"), f"?{found.query}" if found.query else ""
        return tuple(
            CitingFile(
                name=one.name, media_type=one.media_type, address=f"{path}.{one.suffix}{query}"
            )
            for one in CITING_FORMATS.values()
        )

    @property
    def coins(self) -> str:
        """The reference within the page, for browsers’ tools."""
        return coins(self.cited)

    @property
    def tags(self) -> tuple[tuple[str, str], ...]:
        """Names and contents of ``meta`` elements."""
        return meta_tags(self.cited)

    @property
    def legislation(self) -> dict[str, Any]:
        """The page as schema.org has it."""
        return legislation(self.cited, citations=self.citations)


def references(cited: Cited) -> tuple[StyledReference, ...]:
    """What is cited in every style."""
    return tuple(
        StyledReference(
            key=f"{style.key}-{one.use}".rstrip("-"),
            name=f"{style.name}, {_USES[one.use]}" if one.use else style.name,
            runs=one.runs,
        )
        for style in STYLES
        for one in style.write(cited)
    )


def own_reference(cited: Cited) -> str:
    """What is cited as the United Nations themselves name it."""
    return str(editorial_manual(cited)[0])


def mentions(citations: Iterable[Citation], *, absolute: Absolute) -> tuple[Mention, ...]:
    """What a text cites besides itself, in order of first mention; from ``around``."""
    found = {one.cited_symbol: one for one in citations if one.cited_symbol}
    return tuple(_mention(one, absolute) for one in found.values())


def _mention(citation: Citation, absolute: Absolute) -> Mention:
    symbol, cited = read_symbol(citation.cited_symbol), citation.cited_resolution
    return Mention(
        symbol=citation.cited_symbol,
        title=cited.title if cited else "",
        url=absolute(cited.get_absolute_url()) if cited else "",
        is_act=symbol is not None and symbol.is_act,
    )
