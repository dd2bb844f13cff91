"""Written references: words, some of them in italics."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are set alike."""

    words: str
    is_italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference in one style, ready to be copied.

    ``use`` says where it belongs, in styles that have one form for the list of references and
    another for the text; else it is empty.
    """

    runs: tuple[Run, ...]
    use: str = ""

    def __str__(self) -> str:
        return "".join(run.words for run in self.runs)


def plain(words: str, *, use: str = "") -> Reference:
    """A reference without italics."""
    return Reference(runs=(Run(words),), use=use)
