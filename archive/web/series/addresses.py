"""Series in addresses: by the name that the address has, ``human-rights-defenders``."""

from dataclasses import dataclass, replace

from django.urls import register_converter, reverse

from archive.search.lineages.params import SeriesParams
from archive.web.paging import Paging


class SeriesConverter:
    """The name of a series in an address, in small letters; others are read as such."""

    regex = "[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"

    def to_python(self, value: str) -> str:
        """The name in small letters."""
        return value.lower()

    def to_url(self, value: str) -> str:
        """As it is written."""
        return value


def register() -> None:
    """Make the converter known to addresses, as ``series``."""
    register_converter(SeriesConverter, "series")


def series_address(slug: str, params: SeriesParams, *, name: str = "series") -> str:
    """The one address of a series as it was narrowed; ``name`` is that of its page, or a file."""
    path, query = reverse(name, args=[slug]), params.query_string
    return f"{path}?{query}" if query else path


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPages(Paging):
    """The pages of a matrix as it was narrowed."""

    slug: str
    params: SeriesParams

    def _address(self, number: int) -> str:
        return series_address(self.slug, replace(self.params, page=number))
