"""Lineages in addresses: by the place of the paragraph that each was first made for."""

from django.urls import register_converter

from archive.web.named_places import NamedPlace, PlaceConverter


class LineageConverter(PlaceConverter):
    """The name of a lineage and a slash: ``A/RES/56/163/op3/``; the symbol in any spelling."""

    def to_url(self, value: NamedPlace | str) -> str:
        """The name and its closing slash."""
        return f"{written(value)}/"


class LineageFileConverter(LineageConverter):
    """The name of a lineage before the suffix of a format: ``A/RES/56/163/op3.json``."""

    regex = rf"{PlaceConverter.regex.removesuffix('/?')}(?=\.json)"

    def to_url(self, value: NamedPlace | str) -> str:
        """The name."""
        return written(value)


def written(place: NamedPlace | str) -> str:
    """The one way to write the name of a lineage."""
    return place if isinstance(place, str) else f"{place.symbol}/{place.anchor}"


def register() -> None:
    """Make the converters known to addresses, as ``lineage`` and ``lineage_file``."""
    register_converter(LineageConverter, "lineage")
    register_converter(LineageFileConverter, "lineage_file")
