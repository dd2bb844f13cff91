"""What is cited: values of ``archive.citing`` made from rows, with the addresses of their pages."""

from collections.abc import Callable
from dataclasses import replace

from archive.citing.cited import Cited
from archive.data.work_days import day_of
from archive.models import READING_LANGUAGE, Footnote, Paragraph, Resolution, Text
from archive.parsing.symbols import Organ
from archive.web.languages import address_in

#: Writes a path as an address with its host: ``request.build_absolute_uri``.
Absolute = Callable[[str], str]


def cited_resolution(
    resolution: Resolution,
    *,
    absolute: Absolute,
    text: Text | None,
    date_is_unverified: bool,
) -> Cited:
    """A resolution as a whole; it comes from ``with_what_was_adopted``, its text if one is held.

    A translation is cited by the title it prints, in its own language.
    """
    language = text.language if text else READING_LANGUAGE
    return Cited(
        symbol=resolution.identity,
        organ=Organ(resolution.organ),
        url=absolute(address_in(resolution, language)),
        title=(text.title if text and text.is_translation else "") or resolution.title,
        dated_on=day_of(resolution),
        date_is_unverified=date_is_unverified,
        is_held=text is not None,
        adopted_as=str(resolution.adopted_as or ""),
        language=language,
    )


def cited_place(of: Cited, place: Paragraph | Footnote) -> Cited:
    """A paragraph or note of what is cited."""
    return replace(
        of,
        anchor=place.anchor,
        label=place.label if isinstance(place, Paragraph) else "",
        wording=place.wording,
        place_url=place_address(of.url, place.anchor),
    )


def place_address(of: str, anchor: str) -> str:
    """The address of a place in what has an address: a paragraph has a page, a note has none."""
    if anchor.startswith("fn"):
        return f"{of}#{anchor}"
    address, mark, query = of.partition("?")
    return f"{address}{anchor}/{mark}{query}"
