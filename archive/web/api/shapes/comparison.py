"""What is told of two texts that are compared, as ``/compare.json`` has it."""

from typing import Literal

from django.utils.translation import gettext_noop as _
from pydantic import Field

from archive.web.api.shapes.named import NamedResolution
from archive.web.api.shapes.shape import Shape


class ComparedPassage(Shape):
    """A paragraph of either text."""

    anchor: str = Field(description=_("Its name within the text: pp3, op10-a."))
    url: str = Field(description=_("Its page."))
    kind: Literal["preambular", "operative", "heading", "annex"]
    place: str = Field(description=_("As readers write it: op. 10 (a)."))
    opening: str | None = Field(description=_("As it is printed: “Calls upon”."))
    wording: str


class WordChange(Shape):
    """A stretch of words, and what became of it."""

    kind: Literal["kept", "deleted", "inserted"]
    text: str


class ParagraphFate(Shape):
    """Paragraphs of the first text, and what they became in the second."""

    fate: Literal["kept", "moved", "reworded", "split", "merged", "new", "dropped"]
    is_moved: bool = Field(description=_("Whether they left the order of the others."))
    is_confirmed: bool = Field(description=_("Whether people have said that they belong together."))
    likeness: float = Field(description=_("From 0 to 1, which is the same words."))
    step: Literal["stronger", "same", "weaker"] | None = Field(
        description=_("How the opening stands to the earlier one; null where the scale says not.")
    )
    before: list[ComparedPassage]
    after: list[ComparedPassage]
    changes: list[WordChange] = Field(
        description=_("What makes the words before, joined by spaces, those after.")
    )


class FateCounts(Shape):
    """How many met which fate, and how many openings are stronger or weaker."""

    kept: int
    moved: int
    reworded: int
    split: int
    merged: int
    new: int
    dropped: int
    stronger: int
    weaker: int


class ComparisonMembers(Shape):
    """Two texts compared."""

    version: Literal[1] = Field(description=_("Of this contract; members may be added to it."))
    url: str = Field(description=_("The page that shows the same."))
    earlier: NamedResolution = Field(alias="from", description=_("The text it starts from."))
    later: NamedResolution = Field(alias="to", description=_("The text it leads to."))
    counts: FateCounts
    pairings: list[ParagraphFate] = Field(description=_("In the order of the second text."))
