"""A tag for the date of a resolution, with the doubt there is about it."""

from datetime import date

from django import template

from archive.parsing.dates import date_in_words

register = template.Library()


@register.simple_tag
def adopted_on(day: date, *, is_unverified: bool) -> str:
    """The day for people, and whether nobody has checked it: "19 December 2011"."""
    return f"{date_in_words(day)}{' (date unverified)' if is_unverified else ''}"
