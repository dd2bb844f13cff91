"""Claims: what says which resolution an edition is, the strongest first.

A person who has set the symbol, with evidence; the masthead; the text that it is or is to take the
place of; at last whoever brought the file.
"""

from dataclasses import dataclass
from enum import Enum

from archive.ingest.editing.editions import Edition
from archive.models import Text
from archive.parsing.symbols import Symbol, SymbolError


class Claimant(Enum):
    """Who or what says it, as the subject of a sentence."""

    PERSON = "A person of the archive says"
    MASTHEAD = "The masthead prints"
    HELD = "The text that readers see is"
    GIVEN = "Whoever brought the file says that it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One symbol as it is written, and who says that the edition has it."""

    claimant: Claimant
    written: str

    @property
    def symbol(self) -> Symbol | None:
        """The symbol, or None where the words are none."""
        try:
            return Symbol.read(self.written)
        except SymbolError:
            return None

    @property
    def canonical(self) -> str:
        """The symbol in its canonical form, or the words as they are."""
        return str(self.symbol or self.written)

    def __str__(self) -> str:
        return f"{self.claimant.value} {self.canonical}"


def claims(edition: Edition, *, held: Text | None) -> tuple[Claim, ...]:
    """Everything that says which resolution it is; ``held`` is the text it is or follows."""
    by_person = edition.corrected.facts.get("symbol")
    printed = None if "symbol" in edition.corrected.facts else edition.parsed.masthead.symbol
    written = (
        (Claimant.PERSON, by_person),
        (Claimant.MASTHEAD, printed),
        (Claimant.HELD, held.resolution.symbol if held else None),
        (Claimant.GIVEN, edition.ingestion.given_symbol),
    )
    return tuple(Claim(claimant=who, written=words) for who, words in written if words)


def held_by(edition: Edition) -> Text | None:
    """The text that an ingestion has become, or that of the one it follows: two queries at most."""
    ingestion = edition.ingestion
    key = ingestion.text_id or (ingestion.follows.text_id if ingestion.follows else None)
    if key is None:
        return None
    texts = Text.objects.select_related("resolution", "source_file")
    return texts.defer("search_vector", "source_file__content").get(pk=key)
