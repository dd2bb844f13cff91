"""Lists of lines as a field of a page."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join


def listed(lines: Iterable[str]) -> str:
    """The lines under one another, or a dash where there is none."""
    shown = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    return format_html("<ul>{}</ul>", shown) if shown else "–"
