"""A filter for wordings that have hits in them."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html

from archive.search.excerpts.fragments import Fragment

register = template.Library()


@register.filter
def marked(fragments: Sequence[Fragment]) -> str:
    """The words of fragments, hits marked; whatever the words look like, they are text.

    All of a wording is set at once: a page has a thousand fragments.
    """
    layout = "".join("<mark>{}</mark>" if fragment.is_hit else "{}" for fragment in fragments)
    return format_html(layout, *(fragment.text for fragment in fragments)) if fragments else ""
