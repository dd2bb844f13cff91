"""Counts with their nouns, as templates for Jinja2 say them, in the language of the interface."""

from django.utils.translation import gettext, ngettext

from archive.templatetags.addresses import grouped


def counted_pages(count: int) -> str:
    """How many pages there are: 2 pages."""
    return ngettext("%(count)s page", "%(count)s pages", count) % {"count": grouped(count)}


def counted_more_paragraphs(count: int) -> str:
    """How many paragraphs are not shown: 3 more paragraphs."""
    words = ngettext("%(count)s more paragraph", "%(count)s more paragraphs", count)
    return words % {"count": grouped(count)}


def approximately(count: int, *, is_approximate: bool) -> str:
    """A count, with a word for one that is estimated: about 1,200."""
    return (
        gettext("about %(count)s") % {"count": grouped(count)} if is_approximate else grouped(count)
    )
