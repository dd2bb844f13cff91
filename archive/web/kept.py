"""What is kept, by values that have names for people: formats, languages, documents cited."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from archive.models import SourceFile
from archive.models.counts import CitedDocument, Kept
from archive.models.text import LANGUAGES
from archive.search.form.params import SearchParams


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What is kept of one value, with its name for people."""

    label: str
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A document that is cited and has no page, with the search for those that cite it."""

    document: CitedDocument

    @property
    def search(self) -> SearchParams:
        """The search for the resolutions that cite it."""
        return SearchParams(cites=(self.document.symbol,))


def formats(kept: Iterable[Kept]) -> tuple[Named, ...]:
    """Media types by the names the archive has for them."""
    return tuple(Named(label=str(SourceFile.MediaType(one.value).label), kept=one) for one in kept)


def languages(kept: Iterable[Kept]) -> tuple[Named, ...]:
    """Languages by their names; one that is not official by its letters."""
    return tuple(
        Named(label=gettext(LANGUAGES.get(one.value, (one.value, ""))[0]), kept=one) for one in kept
    )


def cited(documents: Iterable[CitedDocument]) -> tuple[Cited, ...]:
    """Documents, each with its search."""
    return tuple(Cited(document=one) for one in documents)
