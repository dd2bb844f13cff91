"""Links from one row's page to the rows beside it."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import ManyToOneRel, Model
from django.urls import reverse
from django.utils.html import format_html

from archive.models import Resolution, Text


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


def address_of(text: Text) -> str:
    """The page for readers that shows a text."""
    address = text.resolution.get_absolute_url()
    return f"{address}?lang={text.language}" if text.is_translation else address


def rows_beside(relation: str, *, title: str) -> Callable[[Any, Model], str]:
    """A field of a page: how many rows point to its own by a relation, with a link to them."""

    @admin.display(description=title)
    def shown(_page: Any, row: Model) -> str:
        pointing = row._meta.get_field(relation)
        assert isinstance(pointing, ManyToOneRel)
        count = getattr(row, relation).count()
        label = _counted(count, of=pointing.related_model)
        filters = {f"{pointing.field.name}__id__exact": row.pk}
        return _link_to_rows(pointing.related_model, label=label, **filters) if count else label

    return shown


def _counted(count: int, *, of: type[Model]) -> str:
    """A count with the model's name: ``1 citation``, ``3 citations``."""
    names = of._meta
    return f"{count:,} {names.verbose_name if count == 1 else names.verbose_name_plural}"


def _link_to_rows(model: type[Model], *, label: str, **filters: object) -> str:
    address = reverse(f"admin:archive_{model._meta.model_name}_changelist")
    return format_html('<a href="{}?{}">{}</a>', address, urlencode(filters), label)
