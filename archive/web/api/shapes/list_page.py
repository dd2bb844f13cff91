"""A page of a list: what stands around its results."""

from django.utils.translation import gettext_noop as _
from pydantic import Field

from archive.web.api.shapes.shape import Shape


class ListTotal(Shape):
    """How many there are in the whole list."""

    number: int = Field(description=_("How many there are; no more than 10,000 are counted."))
    is_exact: bool = Field(description=_("False where there are more than were counted."))


class ListLinks(Shape):
    """Addresses of pages of the same list."""

    own: str = Field(alias="self", description=_("The address of this page."))
    first: str = Field(description=_("The first page."))
    next: str | None = Field(description=_("The next page; null on the last one."))


class ListPage(Shape):
    """A page of a list."""

    total: ListTotal
    links: ListLinks
