"""Words that texts hide until, or since, they are not published: two for each reason to hide."""

from dataclasses import dataclass

from tests import builders as build


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Two words that stand side by side wherever they stand; only one is ever typed."""

    typed: str
    told: str

    @property
    def words(self) -> str:
        return f"{self.typed} {self.told}"

    @property
    def beginning(self) -> str:
        """What somebody types who has not finished."""
        return self.typed[:6]

    @property
    def misspelt(self) -> str:
        """The word with a letter wrong."""
        return f"{self.typed[:-2]}z{self.typed[-1]}"

    def text_of(self, number: str) -> str:
        """A file whose title and paragraphs have the hidden words."""
        words = build.resolution_text(
            number,
            operative=[f"Calls upon all {self.words} States to act;", "Decides to remain seized."],
        )
        return words.replace("Promotion", f"Promotion {self.words}")


OF_UNPUBLISHED = Hidden(typed="quondamite", told="zibelline")
OF_REJECTED = Hidden(typed="xylophagous", told="jentacular")
OF_CORRECTION = Hidden(typed="ferruginous", told="widdershins")
OF_WITHDRAWN = Hidden(typed="marmorean", told="pulchritude")
OF_REPLACED = Hidden(typed="sesquipedal", told="limitrophe")
HIDDEN = (OF_UNPUBLISHED, OF_REJECTED, OF_CORRECTION, OF_WITHDRAWN, OF_REPLACED)
