"""Cited text: what an address asks for, as references cite it."""

from archive.citing.cited import Cited
from archive.web.asked_text import AskedText
from archive.web.cited import Absolute, cited_resolution


def cited_text(asked: AskedText, *, absolute: Absolute) -> Cited:
    """The resolution as a whole, with the text in the language that is asked for."""
    return cited_resolution(
        asked.resolution,
        absolute=absolute,
        text=asked.text,
        date_is_unverified=asked.date_is_unverified,
    )
