"""Particulars: what reference managers are told of what is cited, whatever the format.

BibTeX, RIS and CSL-JSON say the same, each in its own way; docs/formats/citing.md says which field
holds what, and why a resolution is a report.
"""

from collections.abc import Iterator

from archive.citing.cited import Cited
from archive.parsing.dates import date_in_words


def key_of(cited: Cited) -> str:
    """Its own name among all references: A/RES/66/164, A/RES/2200A:XXI, A/RES/66/164:op10-a.

    BibTeX allows no brackets in it.
    """
    symbol = cited.symbol.text.replace("(", ":").replace(")", "")
    return f"{symbol}:{cited.anchor}" if cited.anchor else symbol


def kind_of(cited: Cited) -> str:
    """What it is, with a capital letter: “Draft resolution”."""
    return cited.kind.capitalize()


def notes_on(cited: Cited) -> tuple[str, ...]:
    """Sentences: the place that is cited and its words; what a citation must not hide."""
    return tuple(_notes(cited))


def _notes(cited: Cited) -> Iterator[str]:
    if cited.anchor:
        yield f"{cited.place}: “{cited.wording}”" if cited.wording else f"{cited.place}."
    if cited.is_draft:
        adopted = f"; see {cited.adopted_as}" if cited.adopted_as else ""
        yield f"Draft. Not adopted in these words{adopted}."
        if cited.dated_on:
            yield f"Distributed on {date_in_words(cited.dated_on)}."
    if cited.date_is_unverified:
        yield "Nobody has checked the date."
    if not cited.is_held:
        yield "Known from texts that cite it; the archive does not hold its text."
