"""Styles: the ways of writing a reference that people are asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from archive.citing.apa import apa
from archive.citing.bluebook import bluebook
from archive.citing.cited import Cited
from archive.citing.editorial_manual import editorial_manual
from archive.citing.oscola import oscola
from archive.citing.written import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style: ``key`` for addresses and data, ``name`` as its users call it, and its rules."""

    key: str
    name: str
    write: Callable[[Cited], tuple[Reference, ...]]


#: In the order in which they are offered: the United Nations’ own first.
STYLES = (
    Style(key="un", name="UN Editorial Manual", write=editorial_manual),
    Style(key="oscola", name="OSCOLA", write=oscola),
    Style(key="bluebook", name="Bluebook", write=bluebook),
    Style(key="apa", name="APA 7", write=apa),
)
