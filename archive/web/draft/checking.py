"""Checking a draft: each paragraph against agreed language, each citation against the archive.

The database is asked by numbers that are made of pairs of words, some paragraphs at a time, so
that a page can say how far it has come.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.comparison.opened import open_the_same
from archive.comparison.strengths import Scale, degree_form
from archive.comparison.words import word_changes
from archive.models import OpeningStrength
from archive.parsing.openings import find_opening
from archive.parsing.parsed import Footnote, Paragraph, ParagraphKind, ParsedResolution
from archive.search.agreed.finder import agreed
from archive.search.agreed.values import AgreedWording
from archive.search.matches.patience import SearchTooSlowError, at_most
from archive.web.draft.citations import checked_citations
from archive.web.draft.values import (
    CheckedCitation,
    CheckedDraft,
    CheckedParagraph,
    FoundWording,
)
from archive.web.draft.verdicts import nearest_first, verdict_of

#: Paragraphs that are looked up together, and how long the database may take for each statement.
TOGETHER = 10
_PATIENCE_IN_SECONDS = 5
_LONGEST_CHECK_IN_SECONDS = 60
#: Wordings that are shown of each paragraph.
_MOST_WORDINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many paragraphs of how many have been compared."""

    done: int
    all: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What stands beside paragraphs: citations by place, notes by paragraph, and the scale."""

    citations: Mapping[str, Sequence[CheckedCitation]]
    notes: Mapping[str, Sequence[Footnote]]
    scale: Scale

    def citations_of(self, one: Paragraph) -> tuple[CheckedCitation, ...]:
        """Those of a paragraph, then those of the notes that are marked in it."""
        places = [one.id, *(note.id for note in self.notes.get(one.id, ()))]
        return tuple(found for place in places for found in self.citations.get(place, ()))


def checked(parsed: ParsedResolution) -> Iterator[Progress | CheckedDraft]:
    """How far it has come, again and again, and at the end the draft with all that was found.

    Three database queries, and some for each ten paragraphs. Raises SearchTooSlowError.
    """
    compared = [one for one in parsed.paragraphs if _is_compared(one)]
    beside = _beside(parsed)
    yield Progress(done=0, all=len(compared))
    found: dict[str, tuple[FoundWording, ...]] = {}
    began = time.monotonic()
    for start in range(0, len(compared), TOGETHER):
        if time.monotonic() - began > _LONGEST_CHECK_IN_SECONDS:
            raise SearchTooSlowError
        together = compared[start : start + TOGETHER]
        found |= _found(together, scale=beside.scale)
        yield Progress(done=start + len(together), all=len(compared))
    yield CheckedDraft(
        parsed=parsed,
        paragraphs=tuple(_checked(one, found, beside=beside) for one in parsed.paragraphs),
        unplaced=tuple(_unplaced(parsed, beside)),
    )


def last_of(parsed: ParsedResolution) -> CheckedDraft:
    """The draft with all that was found, for files, which say nothing before. Raises as above."""
    *_progress, draft = checked(parsed)
    assert isinstance(draft, CheckedDraft), "it comes last"
    return draft


def _is_compared(one: Paragraph) -> bool:
    return one.kind is not ParagraphKind.HEADING and not one.rows


def _beside(parsed: ParsedResolution) -> _Beside:
    notes: dict[str, list[Footnote]] = {}
    for note in parsed.footnotes:
        notes.setdefault(note.marked_in or "", []).append(note)
    return _Beside(
        citations=checked_citations(parsed), notes=notes, scale=OpeningStrength.objects.scale()
    )


def _found(together: Sequence[Paragraph], *, scale: Scale) -> dict[str, tuple[FoundWording, ...]]:
    """The wordings nearest to some paragraphs, by their anchors."""
    with at_most(_PATIENCE_IN_SECONDS):
        answers = agreed([one.text for one in together], most=_MOST_WORDINGS, adopted_only=True)
    try:
        return {
            one.id: tuple(_wording(wording, one, scale=scale) for wording in answer)
            for one, answer in zip(together, answers, strict=True)
        }
    finally:
        for remembering in (degree_form, find_opening):
            remembering.cache_clear()  # how a draft opens is kept by neither


def _wording(wording: AgreedWording, one: Paragraph, *, scale: Scale) -> FoundWording:
    changes, opening = word_changes(wording.text, one.text), one.opening or ""
    is_told = open_the_same(changes, wording.opening, now=opening)
    return FoundWording(
        agreed=wording,
        changes=changes,
        step=scale.step(wording.opening, opening) if is_told else None,
    )


def _checked(
    one: Paragraph, found: Mapping[str, tuple[FoundWording, ...]], *, beside: _Beside
) -> CheckedParagraph:
    wordings = nearest_first(one.text, found.get(one.id, ()))
    nearest = [wording.agreed for wording in wordings]
    return CheckedParagraph(
        paragraph=one,
        verdict=verdict_of(one.text, nearest) if one.id in found else None,
        wordings=wordings,
        citations=beside.citations_of(one),
        notes=tuple(beside.notes.get(one.id, ())),
    )


def _unplaced(parsed: ParsedResolution, beside: _Beside) -> Iterable[CheckedCitation]:
    for note in parsed.footnotes:
        if note.marked_in is None:
            yield from beside.citations.get(note.id, ())
