"""Short texts drafted for tests of comparing."""

from collections.abc import Sequence

from archive.comparison.pairings import compared
from archive.comparison.passages import Pairing, Passage
from archive.parsing.openings import find_opening
from archive.parsing.parsed import ParagraphKind


def text(*paragraphs: str) -> tuple[Passage, ...]:
    """Operative paragraphs; one that begins with "- " is a sub-paragraph of the one before."""
    passages: list[Passage] = []
    above, below = 0, 0
    for words in paragraphs:
        if words.startswith("- "):
            below += 1
            passages.append(passage(words[2:], f"op{above}-{below}", parent=f"op{above}"))
        else:
            above, below = above + 1, 0
            passages.append(passage(words, f"op{above}"))
    return tuple(passages)


def passage(
    words: str,
    anchor: str,
    *,
    parent: str | None = None,
    kind: ParagraphKind = ParagraphKind.OPERATIVE,
) -> Passage:
    """A paragraph with the opening that the parser finds in its words."""
    found = find_opening(words) if parent is None else None
    opening, form = (found.printed, found.normal) if found else ("", "")
    return Passage(anchor=anchor, kind=kind, text=words, opening=opening, form=form, parent=parent)


def told(before: Sequence[Passage], after: Sequence[Passage]) -> list[str]:
    """What became of each paragraph, in words: "op1 > op2 op3: split, moved"."""
    return [_told(one) for one in compared(before, after).pairings]


def _told(one: Pairing) -> str:
    moved = ", moved" if one.is_moved and one.fate != "moved" else ""
    older, newer = (" ".join(it.anchor for it in side) for side in (one.before, one.after))
    return f"{older} > {newer}: {one.fate.value}{moved}".strip()
