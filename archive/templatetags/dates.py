"""A tag for the date of a resolution, with the doubt there is about it."""

from datetime import date

from django import template
from django.utils.translation import gettext as _

from archive.parsing.dates import date_in_words

register = template.Library()


@register.simple_tag
def adopted_on(day: date, *, is_unverified: bool) -> str:
    """The day for people, and whether nobody has checked it: "19 December 2011"."""
    in_words = date_in_words(day)
    return _("%(day)s (date unverified)") % {"day": in_words} if is_unverified else in_words
