"""What is told of agreed language; docs/formats/language.md is the contract."""

from datetime import date
from typing import Literal

from django.utils.translation import gettext_noop as _
from pydantic import Field

from archive.web.api.shapes.list_page import ListLinks, ListTotal
from archive.web.api.shapes.shape import Shape

_Method = Literal["without_vote", "recorded_vote"] | None


class WordingUse(Shape):
    """A paragraph that says a wording, and the resolution or draft that it stands in."""

    symbol: str
    title: str | None
    organ: str
    stage: Literal["adopted", "draft"]
    dated_on: date | None
    date_is_unverified: bool
    adoption_method: _Method
    anchor: str
    place: str = Field(description=_("As readers write it: op. 10 (a)."))
    url: str


class AgreedWordingMembers(Shape):
    """A wording, how near it is to what is asked, and who uses it."""

    wording: str = Field(description=_("As its first use prints it."))
    opening: str | None
    opening_form: str | None = Field(description=_("In its normal form: “call upon”."))
    match: Literal["same", "within", "near"] = Field(
        description=_("The same words, or within it as they are asked, or near.")
    )
    likeness: float = Field(description=_("Between 0 and 1, which the same words have."))
    resolutions_count: int = Field(description=_("How many adopted resolutions have it."))
    drafts_count: int
    organs: list[str]
    adoption_methods: list[_Method] = Field(
        description=_("How those were adopted; null for what is not known.")
    )
    first: WordingUse = Field(description=_("The first that was adopted, or else the first draft."))
    last: WordingUse
    uses: list[WordingUse] = Field(description=_("By date, adopted ones first, ten at most."))


class LanguageLinks(ListLinks):
    """Addresses of pages of the same answer."""

    page: str = Field(description=_("What people read."))


class LanguageAnswer(Shape):
    """The wordings that have the words that are asked, and those that are near."""

    q: str
    organ: str | None
    stage: Literal["adopted", "draft"] | None
    sort: Literal["most-used", "oldest", "newest"]
    page: int
    page_count: int
    total: ListTotal
    links: LanguageLinks
    saying: list[AgreedWordingMembers] = Field(
        description=_("Those that have the words as they are asked, twenty to a page.")
    )
    near: list[AgreedWordingMembers] = Field(
        description=_("Those that are near, the nearest first; on the first page alone.")
    )
