"""Links from one row's page to the rows beside it."""

from urllib.parse import urlencode

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html

from archive.models import Resolution


def link_to(row: Model | None, *, label: str = "") -> str:
    """A link to a row's page, or a dash where there is no row."""
    if row is None:
        return "–"
    name = f"admin:archive_{row._meta.model_name}_change"
    return format_html('<a href="{}">{}</a>', reverse(name, args=[row.pk]), label or str(row))


def link_to_resolution(resolution: Resolution | None) -> str:
    """A link to a resolution that says when it is a draft."""
    if resolution is None or not resolution.is_draft:
        return link_to(resolution)
    return link_to(resolution, label=f"{resolution} (draft)")


def link_to_rows(model: type[Model], *, count: int, noun: str, **filters: object) -> str:
    """How many rows of a model these filters leave, as a link to them where there are any."""
    label = f"{count:,} {noun if count == 1 else noun + 's'}"
    if not count:
        return label
    address = reverse(f"admin:archive_{model._meta.model_name}_changelist")
    return format_html('<a href="{}?{}">{}</a>', address, urlencode(filters), label)
