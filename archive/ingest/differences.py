"""Differences: how a file's words differ from the text that is held, anchor by anchor.

Anchors name places for ever, so they decide what is compared with what: a paragraph is changed
where its anchor has other words, new where only the file has the anchor, gone where only the
held text has it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.models import Text
from archive.parsing.parsed import ParsedResolution

_SHOWN = 60
_NAMED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Anchors that changed, are new and are gone, in the order of the file and of the text."""

    compared: int
    changed: Sequence[tuple[str, str, str]]
    new: Sequence[str]
    gone: Sequence[str]

    def __bool__(self) -> bool:
        return bool(self.changed or self.new or self.gone)

    def in_words(self) -> str:
        """The difference as sentences; the first change is quoted from where it begins."""
        if not self:
            return "Every paragraph and note reads the same; the files differ elsewhere."
        said = []
        if self.changed:
            anchor, held, given = self.changed[0]
            was, now = _from_first_difference(held, given)
            said.append(
                f"{len(self.changed)} of {self.compared} paragraphs and notes differ, first "
                f"{anchor}: held “{was}”, in this file “{now}”."
            )
        if self.new:
            said.append(f"Only this file has {_listed(self.new)}.")
        if self.gone:
            said.append(f"Only the held text has {_listed(self.gone)}.")
        return " ".join(said)


def difference_between(held: Text, parsed: ParsedResolution) -> Difference:
    """How a parse differs from a held text."""
    before = _wordings_held(held)
    after = {one.id: one.text for one in parsed.paragraphs}
    after |= {note.id: note.text for note in parsed.footnotes}
    return Difference(
        compared=len(before),
        changed=[
            (anchor, before[anchor], wording)
            for anchor, wording in after.items()
            if before.get(anchor, wording) != wording
        ],
        new=[anchor for anchor in after if anchor not in before],
        gone=[anchor for anchor in before if anchor not in after],
    )


def _wordings_held(text: Text) -> Mapping[str, str]:
    paragraphs = text.paragraphs.in_reading_order().values_list("anchor", "wording")
    notes = text.footnotes.in_reading_order().values_list("number", "wording")
    return dict(paragraphs) | {f"fn{number}": wording for number, wording in notes}


def _from_first_difference(held: str, given: str) -> tuple[str, str]:
    """Both wordings from the word in which they first differ, cut to what a line can show."""
    same = next(
        (i for i, (a, b) in enumerate(zip(held, given, strict=False)) if a != b),
        min(len(held), len(given)),
    )
    start = held.rfind(" ", 0, same) + 1
    return _cut(held[start:]), _cut(given[start:])


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _listed(anchors: Sequence[str]) -> str:
    shown = ", ".join(anchors[:_NAMED])
    return shown if len(anchors) <= _NAMED else f"{shown} and {len(anchors) - _NAMED} more"
