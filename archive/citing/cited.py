"""What is cited: a resolution or draft, or one place in it, with what a reference says of it."""

from dataclasses import dataclass
from datetime import date

from archive.citing.pinpoints import Pinpoint
from archive.parsing.places import in_words
from archive.parsing.symbols import Organ, Symbol

#: Whose acts all of them are.
PUBLISHER = "United Nations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A resolution, decision, statement or draft; with an ``anchor``, one place in it.

    ``url`` is absolute and leads to the whole, ``place_url`` to the place. ``dated_on`` is when it
    was adopted; of a draft, when it was distributed. ``adopted_as`` is the symbol of what was
    adopted in a draft’s place. ``language`` is that of the text, by its ISO 639-1 letters;
    ``title`` is the text’s own, or the English one where a translation prints none. ``label`` and
    ``wording`` are of the paragraph or note that the anchor names.
    """

    symbol: Symbol
    organ: Organ
    url: str
    title: str = ""
    dated_on: date | None = None
    date_is_unverified: bool = False
    is_held: bool = True
    adopted_as: str = ""
    language: str = "en"
    anchor: str = ""
    label: str = ""
    wording: str = ""
    place_url: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft, never to be cited as adopted: all that is no act."""
        return not self.symbol.is_act

    @property
    def checked_day(self) -> date | None:
        """The day, for formats that cannot say that it is unverified; None where it is."""
        return None if self.date_is_unverified else self.dated_on

    @property
    def kind(self) -> str:
        """What it is: “resolution”, “decision”, “statement” or “draft resolution”."""
        return "draft resolution" if self.is_draft else self.symbol.kind.value

    @property
    def author(self) -> str:
        """The body whose act it is: “United Nations General Assembly”."""
        return f"{PUBLISHER} {self.organ.full_name}"

    @property
    def name(self) -> str:
        """Its title; where the archive knows none, the organ and number."""
        return self.title or self.identity

    @property
    def leads_to(self) -> str:
        """The address of what is cited: of the place, or else of the whole."""
        return self.place_url or self.url

    @property
    def identity(self) -> str:
        """The organ and number: “General Assembly resolution 66/164”; a draft as one."""
        return f"Draft resolution {self.symbol}" if self.is_draft else self.symbol.in_words

    @property
    def place(self) -> str:
        """The place that is cited, as the archive’s pages name it: “op. 10 (a)”, “note 2”."""
        found = self.pinpoint.place if self.pinpoint else None
        return found.in_words if found else in_words(self.anchor)

    @property
    def pinpoint(self) -> Pinpoint | None:
        """The place in it that is cited; None where it is cited as a whole."""
        return Pinpoint.read(self.anchor, label=self.label) if self.anchor else None
