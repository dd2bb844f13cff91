"""A resolution as it is named beside what stands in it: enough never to take a draft for an act."""

from datetime import date
from typing import Literal

from django.utils.translation import gettext_noop as _
from pydantic import Field

from archive.web.api.shapes.shape import Shape


class NamedResolution(Shape):
    """What a resolution is."""

    symbol: str = Field(description=_("Its symbol, which never changes."))
    url: str = Field(description=_("Its page."))
    api_url: str = Field(description=_("All that is held of it, as JSON."))
    name: str = Field(description=_("As a sentence names it."))
    title: str
    organ: str = Field(description=_("GA, HRC, CHR, ECOSOC or SC."))
    session: str = Field(description=_("As its symbol writes it."))
    stage: Literal["adopted", "draft"]
    adopted_as: str | None = Field(
        description=_("Of a draft: the symbol of what was adopted in its place.")
    )
    dated_on: date | None = Field(
        description=_("When it was adopted; a draft, when it was distributed.")
    )
    date_is_unverified: bool = Field(description=_("Whether nobody has checked the date."))
