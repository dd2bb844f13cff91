"""Days as pages write them, with the doubt there is about them."""

from datetime import date

from django import template
from django.conf import settings
from django.utils.dateformat import format as written
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.parsing.dates import date_in_words

register = template.Library()


def day_in_words(day: date) -> str:
    """A day for people, in the language of the interface: "19 December 2011".

    Where there is one language, the day is in it: a list has many.
    """
    is_in_english = len(settings.LANGUAGES) == 1 or get_language() == settings.LANGUAGE_CODE
    return date_in_words(day) if is_in_english else written(day, "j F Y")


@register.simple_tag
def adopted_on(day: date, *, is_unverified: bool) -> str:
    """The day for people, and whether nobody has checked it: "19 December 2011"."""
    in_words = day_in_words(day)
    return _("%(day)s (date unverified)") % {"day": in_words} if is_unverified else in_words
